#include "cli/result_json.h"

#include <nlohmann/json.hpp>

namespace skillscale::cli {
namespace {

using Json = nlohmann::ordered_json;

// nlohmann-json writes NaN as null.
Json interval(const experiments::Interval& of) {
  return {{"low", of.low}, {"median", of.median}, {"high", of.high}, {"mean", of.mean}};
}

Json by_reference(const std::vector<std::pair<std::string, experiments::Interval>>& intervals) {
  Json object = Json::object();
  for (const auto& [name, of] : intervals) object[name] = interval(of);
  return object;
}

Json headline_object(const experiments::Headline& headline) {
  Json object = {{"name", headline.name},
                 {"long_name", headline.long_name},
                 {"description", headline.description},
                 {"units", headline.unit}};
  if (!headline.is_pair) object["scenario"] = interval(headline.scenario);
  if (!headline.reference.empty()) object["reference"] = by_reference(headline.reference);
  if (!headline.difference.empty()) object["difference"] = by_reference(headline.difference);
  if (!headline.word.empty()) object["word"] = headline.word;
  return object;
}

}  // namespace

std::string result_json(const scenarios::Scenario& scenario, const experiments::RunOptions& options,
                        const experiments::RunSummary& summary,
                        const std::filesystem::path& output) {
  Json root = {{"scenario", scenario.run.name}, {"output", output.string()},
               {"digest", summary.digest},      {"start", to_text(scenario.run.start)},
               {"months", options.months},      {"replicates", options.replicates},
               {"seed", options.seed},          {"draws", scenario.run.ensemble.draws},
               {"seconds", summary.seconds},    {"agent_months", summary.agent_months},
               {"headlines", Json::array()}};
  if (!summary.branched_from.empty()) root["branched_from"] = summary.branched_from;
  for (const auto& headline : summary.headlines) {
    root["headlines"].push_back(headline_object(headline));
  }
  return root.dump(1) + "\n";
}

}  // namespace skillscale::cli
