#include "viz/report/page_extract.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "output/calendar.h"
#include "viz/report/headline_rows.h"
#include "viz/report/office_waits.h"
#include "viz/report/parameter_rows.h"
#include "viz/report/slices.h"

namespace skillscale::report {
namespace {

std::string attribute(const FileFacts& facts, const std::string& name) {
  const auto found = facts.attributes.find(name);
  return found == facts.attributes.end() ? "" : found->second;
}

/// A number where the whole text is a decimal one, else null.
Json number_or_null(const std::string& text) {
  // The library of the WebAssembly build has no std::from_chars for reals.
  if (text.find_first_not_of("+-.0123456789eE") != text.npos || text.empty()) return nullptr;
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return end == text.c_str() + text.size() ? rounded(value) : Json(nullptr);
}

Json axes_json(const output::Layout& layout) {
  Json axes = Json::object();
  for (const auto& axis : layout.axes) axes[axis.name] = {{"labels", axis.labels}};
  return axes;
}

Json parameters_json(const std::vector<ParameterRow>& rows) {
  Json all = Json::array();
  for (auto row : rows) {
    // A lever's own rows that the scenario leaves alone say nothing.
    if (row["path"].starts_with("levers.") && row["standard"] == "yes") continue;
    const auto number = number_or_null(row["value"]);
    all.push_back({{"path", row["path"]},
                   {"value", number.is_null() ? Json(row["value"]) : number},
                   {"low", number_or_null(row["low"])},
                   {"high", number_or_null(row["high"])},
                   {"unit", row["unit"]},
                   {"source", row["source"]},
                   {"source_title", row["source_title"]},
                   {"source_url", row["source_url"]},
                   {"confidence", row["confidence"]},
                   {"meaning", row["meaning"]}});
  }
  return all;
}

/// Levers of the scenario, from the rows levers.NAME.KEY that it gives.
Json levers_json(const std::vector<ParameterRow>& rows) {
  std::vector<std::string> names;
  std::map<std::string, std::map<std::string, std::string>> values;
  for (auto row : rows) {
    const auto& path = row["path"];
    if (!path.starts_with("levers.") || row["standard"] == "yes") continue;
    const auto dot = path.find('.', 7);
    if (dot == std::string::npos) continue;
    const auto name = path.substr(7, dot - 7);
    if (!values.contains(name)) names.push_back(name);
    values[name][path.substr(dot + 1)] = row["value"];
  }
  Json all = Json::array();
  for (const auto& name : names) {
    auto& given = values[name];
    std::string text;
    const auto say = [&](const char* key, const char* before, const char* after) {
      if (!given[key].empty()) text += (text.empty() ? "" : ", ") + (before + given[key]) + after;
    };
    say("start", "from ", "");
    say("end", "until ", "");
    say("ramp", "over ", " months");
    say("strength", "strength ", "");
    all.push_back({{"name", name}, {"lever", given["lever"]}, {"text", text}});
  }
  return all;
}

}  // namespace

std::string written_at(const std::map<std::string, std::string>& attributes) {
  const auto found = attributes.find("history");
  return found == attributes.end() ? "" : found->second.substr(0, found->second.find(": "));
}

std::string page_extract(const Samples& samples, const FileFacts& facts, std::size_t budget) {
  const auto& layout = samples.layout();
  const auto rows = parameter_rows(facts.parameter_table_csv);
  const auto multiplicity = number_or_null(attribute(facts, "pool_multiplicity"));
  // The layout counts at least one draw; no draws of parameters is told as none.
  const int draws = layout.draws > 1 ? layout.draws : 0;
  Json page;
  page["format"] = "skillscale-page/1";
  page["title"] = layout.title;
  page["description"] = attribute(facts, "description");
  page["program_version"] = layout.program_version;
  page["git_id"] = layout.git_id;
  page["seed"] = std::to_string(layout.seed);
  page["replicates"] = layout.replicates;
  page["draws"] = draws;
  page["multiplicity"] = multiplicity.is_null() ? Json(1) : multiplicity;
  page["digest"] = facts.digest;
  if (const auto past = attribute(facts, output::branched_from); !past.empty())
    page["branched_from"] = past;
  page["command"] = facts.command_line;
  page["created"] = written_at(facts.attributes);
  page["months"] = output::month_labels(layout);
  page["worlds"] = layout.worlds;
  page["quantiles"] = {0.05, 0.25, 0.5, 0.75, 0.95};
  page["axes"] = axes_json(layout);
  page["headline"] = headlines_json(samples);
  page["waits"] = waits_json(samples);
  page["parameters"] = parameters_json(rows);
  page["levers"] = levers_json(rows);
  page["network"] = facts.network;
  page["variables"] = variables_json(samples, budget);
  return page.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace skillscale::report
