// A small result file with known numbers, for the tests of the page.
#pragma once

#include <cmath>
#include <filesystem>
#include <vector>

#include "output/result_file.h"

namespace skillscale::report {

inline constexpr int small_replicates = 5;
inline constexpr int small_months = 14;

/// Two origins, two stages, two references. In replicate r the scenario has `stock` 10 * cell + r
/// in every month; the first reference has 4 fewer in every cell, the second none at all.
inline output::Layout small_layout() {
  output::Layout layout;
  layout.title = "Ends </script><script>alert(1)</script> and <!-- begins";
  layout.scenario_name = "small";
  layout.program_version = "0.1.0";
  layout.git_id = "abc1234";
  layout.random_scheme = "none";
  layout.months = small_months;
  layout.replicates = small_replicates;
  layout.seed = 18446744073709551615u;
  layout.worlds = {"scenario", "pilots_as_today", "no_partnerships"};
  layout.quantiles = {0.1, 0.5, 0.9};
  layout.axes = {{"origin", "Origin", {"PHL", "TUN"}},
                 {"stage", "Stage", {"applicant", "visa"}},
                 {"authority", "Office", {"visa.PHL", "visa.TUN"}},
                 {"against", "Reference", {"pilots_as_today", "no_partnerships"}}};
  layout.variables = {
      {"stock", "persons", "Stock", "People.", {"origin", "stage"}, true, output::Storage::Whole},
      {"arrivals",
       "persons/month",
       "Arrivals",
       "People.",
       {"origin"},
       true,
       output::Storage::Whole},
      {"waiting_months", "months", "Wait", "Mean.", {"stage"}, true, output::Storage::Real},
      {"bottleneck_stage", "1", "Bottleneck", "Position.", {}, false, output::Storage::Real, false},
      {"triple_win", "1", "Smallest gain", "Gain.", {"against"}, false, output::Storage::Real},
      {"served", "cases/month", "Served", "Cases.", {"authority"}, true, output::Storage::Whole},
      {"waited_months", "months", "Waited", "Sum.", {"authority"}, true, output::Storage::Whole},
      {"returns", "persons/month", "Returns", "People.", {}, true, output::Storage::Whole}};
  layout.scenario_digest = "00000000000000000000000000000000";
  layout.extra_attributes["pool_multiplicity"] = "10";
  layout.provenance.command_line = "skillscale run small.yaml";
  layout.provenance.parameter_table_csv =
      "path,value,low,high,unit,source,source_title,source_url,year,confidence,standard,meaning\n"
      "a.b,3.5,3,4,EUR,key,\"A \"\"title\"\", long\",https://example.org/a,2024,medium,no,Text.\n"
      "levers.staff.lever,recognition.staff,7,7,1,,,,,,no,Which.\n"
      "levers.staff.start,2024-06,5,5,month,,,,,,no,First month.\n"
      "levers.staff.end,1e+09,1e+09,1e+09,month,,,,,,yes,Last month.\n";
  return layout;
}

inline double small_stock(int world, int replicate, std::size_t cell) {
  if (world == 2) return 0.0;
  return 10.0 * static_cast<double>(cell) + replicate - (world == 1 ? 4.0 : 0.0);
}

/// Stage 1 in three replicates, 0 in one, none in the last.
inline double small_bottleneck(int replicate) {
  if (replicate == 4) return std::nan("");
  return replicate < 3 ? 1 : 0;
}

/// Twelve in one month of the year, which another replicate has in another month; nobody in the
/// references.
inline double small_returns(int world, int replicate, std::size_t month) {
  return world == 0 && month % 12 == static_cast<std::size_t>(replicate) ? 12 : 0;
}

/// Two partnerships of the second origin at a year's end, the second with a training centre. The
/// second learns from the first, by itself and through the platform.
inline output::GraphSnapshot small_graph() {
  output::GraphSnapshot graph;
  // origin, origin, partnership, partnership, centre, platform, type
  graph.kinds = {1, 1, 2, 2, 3, 8, 11};
  graph.indices = {0, 1, 0, 7, 4, 0, 1};
  graph.row_offsets = {0, 0, 2, 5, 6, 6, 7, 7};
  graph.targets = {2, 3, 6, 3, 5, 4, 3};
  graph.capacity = {120, 60, 120, 2.5, 0, 1e9, 24};
  graph.start = {-8, 3, -8, 0, 0, 3, 0};
  graph.trust = {0.5, 0.75, 0, 0, 0, 0.75, 0};
  return graph;
}

inline void write_small_result(const std::filesystem::path& path) {
  const auto layout = small_layout();
  output::ResultWriter writer(path, layout, true);
  for (int replicate = 0; replicate < small_replicates; ++replicate) {
    for (int world = 0; world < 3; ++world) {
      for (std::size_t v = 0; v < layout.variables.size(); ++v) {
        std::vector<double> values(output::value_count(layout, layout.variables[v]), 0.0);
        const auto cells = output::cell_count(layout, layout.variables[v]);
        for (std::size_t at = 0; at < values.size(); ++at) {
          const auto cell = at % cells;
          if (v == 0) values[at] = small_stock(world, replicate, cell);
          if (v == 1) values[at] = cell == 0 ? 2 - world : 0;
          if (v == 2) values[at] = cell == 0 ? 1.25 : std::nan("");
          if (v == 3) values[at] = small_bottleneck(replicate);
          if (v == 4) values[at] = cell == 0 ? 0.1 * replicate : -1.0;
          if (v == 5) values[at] = cell == 0 ? 4 : 0;
          if (v == 6) values[at] = cell == 0 ? 2 * replicate + (world == 0 ? 4 : 0) : 0;
          if (v == 7) values[at] = small_returns(world, replicate, at);
        }
        writer.put(0, replicate, world, v, values);
      }
      if (replicate == 0) writer.put_graph(0, replicate, world, 2024, small_graph());
      writer.put_digest(0, replicate, world, {1, static_cast<std::uint64_t>(replicate)});
    }
  }
  writer.finish();
}

}  // namespace skillscale::report
