// Corridors that leave their own market and offices at standard values.
//
// The standards of these rows are estimates between corridors that belong to none, or neutral
// settings (no graduates, agencies without bound). Every shipped corridor states them all.
#include <algorithm>
#include <array>
#include <set>

#include "scenarios/json_text.h"
#include "scenarios/model_advice.h"
#include "scenarios/read_value.h"

namespace skillscale::scenarios {
namespace {

constexpr std::array<std::string_view, 11> own_to_a_corridor{
    "origins.{origin}.price_level",
    "origins.{origin}.{occupation}.wage",
    "origins.{origin}.{occupation}.graduates_per_month",
    "origins.{origin}.{occupation}.agency_capacity_per_month",
    "occupations.{occupation}.wage",
    "occupations.{occupation}.vacancies",
    "authorities.visa.{origin}.tokens_per_month",
    "authorities.visa.{origin}.background_per_month",
    "authorities.language.{origin}.places",
    "authorities.recognition.{occupation}.tokens_per_month",
    "authorities.bridging.{occupation}.places"};

/// Young people matter where a partnership trains.
constexpr std::string_view school_leavers = "origins.{origin}.{occupation}.school_leavers";
constexpr std::array<std::string_view, 3> training_types{"train_at_destination", "train_at_origin",
                                                         "dual_track"};

struct Corridor {
  std::string origin, occupation;
};

std::string filled(std::string_view pattern, const Corridor& corridor) {
  std::string path(pattern);
  const auto fill = [&](std::string_view axis, const std::string& name) {
    const auto at = path.find(axis);
    if (at != std::string::npos) path.replace(at, axis.size(), name);
  };
  fill("{origin}", corridor.origin);
  fill("{occupation}", corridor.occupation);
  return path;
}

/// "PHL.nursing" of every partnership that trains.
std::set<std::string> corridors_with_training(const Bound& bound, const ValueIndex& values) {
  std::set<std::string> corridors;
  for (const auto& name : bound.names[static_cast<std::size_t>(models::Axis::Partnership)]) {
    const std::string part = "partnerships." + name;
    const auto type = values.text(part + ".type");
    if (std::find(training_types.begin(), training_types.end(), type) == training_types.end())
      continue;
    corridors.insert(std::string(values.text(part + ".origin")) + "." +
                     std::string(values.text(part + ".occupation")));
  }
  return corridors;
}

/// "authorities.visa.GHA.tokens_per_month (400 cases/month)"; empty if the document gives it.
std::string left_at_standard(const ValueIndex& values, const std::string& path) {
  const auto* value = values.find(path);
  if (value == nullptr || !value->is_default) return "";
  const bool is_bare = value->value >= unlimited || value->decl->unit == "1";
  const std::string number = value->value >= unlimited ? "unlimited" : number_text(value->value);
  return path + " (" + number + (is_bare ? "" : " " + std::string(value->decl->unit)) + ")";
}

void advise_on(const ValueIndex& values, const Corridor& corridor, bool has_training,
               std::vector<Finding>& findings) {
  std::vector<std::string_view> patterns(own_to_a_corridor.begin(), own_to_a_corridor.end());
  if (has_training) patterns.push_back(school_leavers);
  std::string list;
  for (const auto pattern : patterns) {
    const auto one = left_at_standard(values, filled(pattern, corridor));
    if (!one.empty()) list += (list.empty() ? "" : ", ") + one;
  }
  if (list.empty()) return;
  findings.push_back({"origins." + corridor.origin + "." + corridor.occupation,
                      "leaves at standard values what is each corridor's own: " + list,
                      "values of this corridor, with source and confidence",
                      "state them in the scenario, also a standard that happens to fit; "
                      "skillscale new FILE.yaml writes a corridor to start from"});
}

}  // namespace

void advise_on_corridors(const Bound& bound, const ValueIndex& values,
                         std::vector<Finding>& findings) {
  const auto training = corridors_with_training(bound, values);
  for (const auto& origin : bound.names[static_cast<std::size_t>(models::Axis::Origin)]) {
    for (const auto& occupation : bound.names[static_cast<std::size_t>(models::Axis::Occupation)]) {
      const Corridor corridor{origin, occupation};
      if (values.find(filled("origins.{origin}.{occupation}.stock", corridor)) == nullptr) continue;
      advise_on(values, corridor, training.contains(origin + "." + occupation), findings);
    }
  }
}

}  // namespace skillscale::scenarios
