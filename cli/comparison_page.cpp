#include "cli/comparison_page.h"

#include <nlohmann/json.hpp>

#include "cli/comparison_table.h"
#include "output/calendar.h"
#include "viz/report/comparison_series.h"
#include "viz/report/page_extract.h"
#include "viz/report/parameter_rows.h"

namespace skillscale::cli {
namespace {

using Json = nlohmann::ordered_json;

Json result_object(const Compared& one) {
  const auto& layout = one.result->layout();
  return {
      {"name", one.name},
      {"title", layout.title},
      {"digest", one.result->digest()},
      {"seed", std::to_string(layout.seed)},
      {"replicates", layout.replicates},
      {"draws", layout.draws > 1 ? layout.draws : 0},
      {"program_version", layout.program_version},
      {"git_id", layout.git_id},
      {"created", report::written_at(one.result->attributes())},
      {"command", one.result->command_line()},
      {"sources", report::cited_titles(report::parameter_rows(one.result->parameter_table_csv()))},
      {"worlds", layout.worlds}};
}

}  // namespace

std::string comparison_page(const std::vector<Compared>& all, std::size_t reference) {
  Json page;
  page["format"] = "skillscale-comparison/1";
  page["months"] = output::month_labels(all.front().result->layout());
  page["reference"] = reference;
  page["results"] = Json::array();
  page["against"] = Json::array();
  std::vector<const output::ResultReader*> results;
  for (std::size_t i = 0; i < all.size(); ++i) {
    results.push_back(&*all[i].result);
    page["results"].push_back(result_object(all[i]));
    page["against"].push_back(Json::parse(comparison_json(compare_results(all, i), all)));
  }
  page["variables"] = report::comparison_series(results);
  return page.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace skillscale::cli
