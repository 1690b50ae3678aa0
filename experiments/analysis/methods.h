// The methods of sensitivity analysis: what each is called, needs and answers. The one table that
// commands and their texts read.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "experiments/analysis/convergence.h"
#include "experiments/analysis/estimate.h"
#include "experiments/analysis/seed_share.h"
#include "experiments/analysis/table.h"

namespace skillscale::experiments::analysis {

struct Method {
  std::string_view name;
  std::string_view title;     ///< the question that it answers
  std::string_view units;     ///< of what it counts: points, paths, groups
  std::string_view design;    ///< the one that it asks for; empty: any
  std::string_view explains;  ///< what `explained` is; empty where it is not given
  Layout layout;
  bool is_judged;       ///< whether the width of its intervals says if there are enough runs
  Precision precision;  ///< asked for
  Sensitivity (*analyse)(const PointTable& table, std::size_t outcome, std::size_t year,
                         std::uint64_t seed, std::size_t resamples);
};

std::span<const Method> methods();

/// The method of that name; nullptr when there is none.
const Method* find_method(std::string_view name);

/// What fits these points best: what their design was made for, else what takes any.
std::vector<const Method*> suited(Layout layout);

/// One outcome in one year.
struct Column {
  std::size_t outcome = 0, year = 0;
};

struct Finding {
  Column column;
  Sensitivity sensitivity;
  Convergence convergence;
  SeedShare chance;
};

/// All columns, in parallel; results follow from the table and the seed alone.
std::vector<Finding> findings(const PointTable& table, const Method& method,
                              const std::vector<Column>& columns, std::uint64_t seed,
                              std::size_t resamples = 500);

/// Positions of the factors, the one with the largest size of the first measure first; those
/// without a defined one last.
std::vector<std::size_t> ranking(const Sensitivity& found);

}  // namespace skillscale::experiments::analysis
