#include "scenarios/sums.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "scenarios/json_text.h"

namespace skillscale::scenarios {
namespace {

// Shares from sources are rounded to three decimals or so.
constexpr double tolerance = 0.002;

struct Group {
  double sum = 0;
  const ParameterValue* first_given = nullptr;
  int standard = 0;  // members left at their standard value
};

bool belongs(const ParameterValue& value, const SumRule& rule) {
  return value.decl->path == rule.pattern ||
         (!rule.other.empty() && value.decl->path == rule.other);
}

/// Start of the segment at which the members of a group differ.
std::size_t split_at(const ParameterValue& value, const SumRule& rule) {
  if (!rule.other.empty()) return value.path.rfind('.') + 1;
  const auto before = rule.pattern.substr(0, rule.pattern.rfind('{'));
  std::size_t at = 0;
  for (auto dots = std::count(before.begin(), before.end(), '.'); dots > 0; --dots) {
    at = value.path.find('.', at) + 1;
  }
  return at;
}

/// Path of the map that holds a group.
std::string group_of(const ParameterValue& value, const SumRule& rule) {
  return value.path.substr(0, split_at(value, rule) - 1);
}

void check(const std::string& path, const Group& group, const SumRule& rule, Faults& faults) {
  if (group.first_given == nullptr) return;
  const bool is_exact = rule.kind == SumRule::Kind::ExactlyOne;
  const bool is_good = is_exact ? std::abs(group.sum - 1) <= tolerance : group.sum <= 1 + tolerance;
  if (is_good) return;
  std::string problem = "has shares that sum to " + rounded_text(group.sum);
  if (group.standard > 0) {
    problem += ", " + std::to_string(group.standard) + " of them at their standard value";
  }
  faults.add({group.first_given->place, path, problem,
              is_exact ? "a sum of 1" : "a sum of at most 1",
              is_exact ? "give every share, so that they sum to 1" : "lower one of the shares"});
}

}  // namespace

void check_sums(const Bound& bound, const Language& language, Faults& faults) {
  for (const auto& rule : language.sums) {
    std::map<std::string, Group> groups;
    for (const auto& value : bound.values) {
      if (!belongs(value, rule)) continue;
      Group& group = groups[group_of(value, rule)];
      group.sum += value.value;
      group.standard += value.is_default ? 1 : 0;
      if (!value.is_default && group.first_given == nullptr) group.first_given = &value;
    }
    for (const auto& [path, group] : groups) check(path, group, rule, faults);
  }
}

}  // namespace skillscale::scenarios
