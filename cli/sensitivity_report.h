// Sensitivity analyses for people and programs.
#pragma once

#include <string>
#include <vector>

#include "experiments/analysis/methods.h"

namespace skillscale::cli {

/// What one method found in some outcomes and years of a table.
struct SensitivityReport {
  const experiments::analysis::PointTable& table;
  const experiments::analysis::Method& method;
  std::vector<experiments::analysis::Finding> findings;
};

/// @param most_factors  shown per outcome; the rest are counted
std::string sensitivity_text(const SensitivityReport& report, std::size_t most_factors);

/// A list with an object per method.
std::string sensitivity_json(const std::vector<SensitivityReport>& reports);

/// A line per method, outcome, year, factor and measure:
/// method,outcome,unit,year,factor,measure,value,low,high,units,is_enough
std::string sensitivity_csv(const std::vector<SensitivityReport>& reports);

/// Bars with intervals, a panel per outcome and year.
std::string sensitivity_picture(const SensitivityReport& report, std::size_t most_factors);

}  // namespace skillscale::cli
