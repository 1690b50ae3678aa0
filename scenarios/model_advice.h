// Warnings about the shipped model's parameters: values that are allowed and yet rarely meant.
//
// A warning must be certain about what it says (the lever does nothing) or easy to answer (state
// the unit, state the value), so that it goes away once its author has looked.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/parameters.h"
#include "scenarios/bind.h"
#include "scenarios/language.h"

namespace skillscale::scenarios {

/// The values of a document by path.
class ValueIndex {
 public:
  explicit ValueIndex(const Bound& bound);

  /// nullptr if the scenario has no such value.
  const ParameterValue* find(std::string_view path) const;

  /// The word given for a choice, reference or month; empty if there is none.
  std::string_view text(std::string_view path) const;

 private:
  std::unordered_map<std::string_view, const ParameterValue*> values_;
};

/// All of the following for a document without faults.
std::vector<Finding> advise(const Bound& bound, int months);

/// Levers and partnerships that do nothing: too late, too weak, or covering nobody.
void advise_on_policy(const Bound& bound, const ValueIndex& values,
                      const models::Parameters& parameters, std::vector<Finding>& findings);

/// Counts per month of the size of a year's, where no unit says that a month is meant.
void advise_on_counts(const Bound& bound, const ValueIndex& values, std::vector<Finding>& findings);

/// Corridors whose own market and offices are left at values that belong to no corridor.
void advise_on_corridors(const Bound& bound, const ValueIndex& values,
                         std::vector<Finding>& findings);

}  // namespace skillscale::scenarios
