#include "viz/server/headline_json.h"

#include "viz/report/spreads.h"

namespace skillscale::server {

using report::rounded;

Json interval_json(const experiments::Interval& interval) {
  return {{"low", rounded(interval.low)},
          {"median", rounded(interval.median)},
          {"high", rounded(interval.high)},
          {"runs", interval.runs}};
}

Json headlines_json(const std::vector<experiments::Headline>& headlines) {
  Json all = Json::array();
  for (const auto& headline : headlines) {
    Json row{{"name", headline.name}, {"unit", headline.unit}, {"title", headline.long_name}};
    if (!headline.is_pair) row["scenario"] = interval_json(headline.scenario);
    row["difference"] = Json::object();
    for (const auto& [reference, interval] : headline.difference)
      row["difference"][reference] = interval_json(interval);
    all.push_back(std::move(row));
  }
  return all;
}

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace skillscale::server
