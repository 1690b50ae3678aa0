// Cases of interest: a condition on an outcome, such as "never_left > 120".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiments/analysis/table.h"

namespace skillscale::experiments::analysis {

enum class Relation : unsigned char { Less, AtMost, More, AtLeast };

struct Condition {
  std::string outcome;
  Relation relation = Relation::Less;
  double limit = 0;
  bool holds(double value) const;
};

/// Reads "NAME < 5", with <, <=, > or >=.
///
/// @throws sim::InputError  if it reads otherwise
Condition read_condition(std::string_view text);

/// "NAME < 5"
std::string to_text(const Condition& condition);

/// 1 where the condition holds for the mean over replicates, 0 where not, NaN where it is not
/// defined.
std::vector<double> labels(const PointTable& table, const Condition& condition, std::size_t outcome,
                           std::size_t year);

}  // namespace skillscale::experiments::analysis
