#include "viz/report/live_input.h"

#include <nlohmann/json.hpp>

#include "models/lever_table.h"
#include "models/parameter_lines.h"

namespace skillscale::report {
namespace {

using Json = nlohmann::ordered_json;

/// Persons and establishments that a page can hold and still answer; about 2 GB of memory.
constexpr std::int64_t most_agents = 12'000'000;

Json worlds_json(const scenarios::Scenario& scenario, int months) {
  Json worlds = Json::array();
  const auto add = [&](const std::string& name, const scenarios::Bound& bound) {
    const models::ParameterLines lines{months,
                                       {bound.names, bound.numbers, bound.lists, bound.texts}};
    worlds.push_back({{"name", name}, {"lines", models::to_lines(lines)}});
  };
  add("scenario", scenario.bound);
  for (const auto& reference : scenario.references) add(reference.package, reference.bound);
  return worlds;
}

Json levers_json() {
  Json levers = Json::array();
  for (std::size_t at = 0; at < models::lever_table.size(); ++at) {
    const auto& row = models::lever_table[at];
    const auto zones = models::strength_zones(row);
    levers.push_back({{"lever", row.name},
                      {"number", at},
                      {"field", row.field},
                      {"meaning", row.meaning},
                      {"zones", {zones.low, zones.standard, zones.high}}});
  }
  return levers;
}

/// Rows of the parameter table that belong to a lever of the scenario: key, unit, range, standard.
Json lever_keys_json() {
  constexpr std::string_view before = "levers.{lever}.";
  Json keys = Json::object();
  for (const auto& row : models::parameter_table()) {
    if (!row.path.starts_with(before)) continue;
    keys[std::string(row.path.substr(before.size()))] = {{"unit", row.unit},
                                                         {"least", row.allowed_low},
                                                         {"most", row.allowed_high},
                                                         {"standard", row.standard}};
  }
  return keys;
}

/// What `check` accepts, for every number of the scenario with a unit.
Json ranges_json(const scenarios::Scenario& scenario) {
  Json ranges = Json::object();
  for (const auto& value : scenario.bound.values) {
    const bool is_lever = value.path.starts_with("levers.");
    if (value.decl->kind == models::ValueKind::Real && !is_lever)
      ranges[value.path] = {value.decl->allowed_low, value.decl->allowed_high};
  }
  return ranges;
}

Json digests_json(const output::ResultReader& result) {
  Json digests = Json::array();
  for (const auto& words : result.digests()) digests.push_back(output::digest_hex(words));
  return digests;
}

const char* why_not(const scenarios::Scenario& scenario, const LiveRun& run) {
  if (scenario.run.ensemble.draws > 0) return "draws";
  if (run.agents > most_agents) return "size";
  return "";
}

}  // namespace

std::string live_input(const scenarios::Scenario& scenario, const LiveRun& run,
                       const output::ResultReader& result) {
  const auto& layout = result.layout();
  const int months = layout.months * layout.month_step;
  Json live;
  live["format"] = "skillscale-live/1";
  live["why_not"] = why_not(scenario, run);
  live["file"] = run.file;
  live["changes"] = run.changes;
  live["agents"] = run.agents;
  live["seed"] = std::to_string(layout.seed);
  live["replicates"] = layout.replicates;
  live["months"] = months;
  live["every"] = layout.month_step;
  live["start"] = {scenario.run.start.year, scenario.run.start.month};
  live["first_stored"] = {layout.start_year, layout.start_month};
  live["policy_sections"] = scenarios::policy_section_names();
  live["levers"] = levers_json();
  live["lever_keys"] = lever_keys_json();
  live["ranges"] = ranges_json(scenario);
  live["worlds"] = worlds_json(scenario, months);
  live["digests"] = digests_json(result);
  return live.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace skillscale::report
