#include "tests/output/sample.h"

#include <stdlib.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace skillscale::output {

Layout sample_layout() {
  Layout layout;
  layout.title = "Nursing, Philippines to Germany";
  layout.scenario_name = "sample";
  layout.program_version = "0.1.0";
  layout.git_id = "abc1234";
  layout.random_scheme = "threefry2x64-20/1";
  layout.start_year = 2024;
  layout.start_month = 11;
  layout.months = 14;
  layout.draws = 2;
  layout.replicates = 3;
  layout.seed = 18446744073709551615U;
  layout.worlds = {"scenario", "pilots_as_today", "no_partnerships"};
  layout.quantiles = {0.05, 0.5, 0.95};
  layout.axes = {{"origin", "origin country", {"PHL", "TUN"}},
                 {"party", "who pays or gets", {"Migrant", "Träger"}},
                 {"stage", "stage of a person", {"language", "visa", "employed"}}};
  layout.variables = {
      {"persons",
       "persons",
       "persons in a stage",
       "Persons at the end of the month.",
       {"origin", "stage"},
       true,
       Storage::Whole},
      {"wait",
       "month",
       "mean wait",
       "Mean wait of those who left the queue.",
       {"origin", "party"},
       true,
       Storage::Real},
      {"net_gain",
       "EUR",
       "net gain",
       "Benefits minus costs of the whole run.",
       {"party"},
       false,
       Storage::Real},
      {"arrivals", "persons", "arrivals", "Arrivals of the whole run.", {}, false, Storage::Whole},
      {"backlog", "cases", "backlog", "Open cases.", {}, true, Storage::Whole}};
  layout.scenario_digest = "0123456789abcdef0123456789abcdef";
  layout.extra_attributes = {{"institution", "Example institute, Köln"}};
  layout.provenance = {"schema: 1\nname: Übung\n",
                       {{"sample.yaml", "schema: 1\n"}, {"base/corridor.yaml", "# Maßnahme\n"}},
                       "path,value,unit\npool.multiplicity,1,1\n",
                       "skillscale run sample.yaml"};
  return layout;
}

double sample_value(int draw, int replicate, int world, std::size_t variable,
                    std::size_t position) {
  const double whole = 1000.0 * static_cast<double>(variable + 1) + 100.0 * draw +
                       10.0 * replicate * replicate - 7.0 * world * (replicate + 1) +
                       static_cast<double>(position);
  if (variable == 1 && position == 5 && replicate == 1 && world == 0) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  return variable == 1 || variable == 2 ? whole / 8.0 : whole;
}

std::vector<double> sample_values(const Layout& layout, int draw, int replicate, int world,
                                  std::size_t variable) {
  std::vector<double> values(value_count(layout, layout.variables[variable]));
  for (std::size_t position = 0; position < values.size(); ++position) {
    values[position] = sample_value(draw, replicate, world, variable, position);
  }
  return values;
}

DigestWords sample_digest(int draw, int replicate, int world) {
  return {0xfedcba9876543210U + static_cast<std::uint64_t>(draw),
          static_cast<std::uint64_t>(replicate * 16 + world)};
}

GraphSnapshot sample_graph(int nodes) {
  GraphSnapshot graph;
  for (int node = 0; node < nodes; ++node) {
    graph.row_offsets.push_back(node);
    graph.targets.push_back((node + 1) % nodes);
    graph.capacity.push_back(20.5 + node);
    graph.start.push_back(node % 12);
    graph.trust.push_back(0.25);
    graph.kinds.push_back(node % 3);
    graph.indices.push_back(node / 3);
  }
  graph.row_offsets.push_back(nodes);
  return graph;
}

void fill(ResultWriter& writer, const Layout& layout) {
  for (int replicate = layout.replicates - 1; replicate >= 0; --replicate) {
    for (int draw = 0; draw < layout.draws; ++draw) {
      for (int world = 0; world < static_cast<int>(layout.worlds.size()); ++world) {
        writer.put_digest(draw, replicate, world, sample_digest(draw, replicate, world));
        for (std::size_t variable = 0; variable < layout.variables.size(); ++variable) {
          writer.put(draw, replicate, world, variable,
                     sample_values(layout, draw, replicate, world, variable));
        }
      }
    }
  }
  writer.put_graph(0, 0, 0, 2025, sample_graph(7));
  writer.put_graph(0, 0, 0, 2024, sample_graph(4));
}

void write_sample(const std::filesystem::path& path) {
  const Layout layout = sample_layout();
  ResultWriter writer(path, layout);
  fill(writer, layout);
  writer.set_attribute("wall_time_s", 1.5);
  writer.set_attribute("threads", std::int64_t{2});
  writer.finish();
}

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "skillscale-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::vector<std::string> Folder::entries() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace skillscale::output
