#include "experiments/analysis/seed_share.h"

#include <algorithm>
#include <cmath>

namespace skillscale::experiments::analysis {
namespace {

/// Results of the points where every replicate is defined: point, replicate.
std::vector<double> whole_points(const PointTable& table, std::size_t outcome, std::size_t year) {
  std::vector<double> kept;
  for (std::size_t p = 0; p < table.points; ++p) {
    const std::size_t before = kept.size();
    for (std::size_t r = 0; r < table.replicates; ++r) {
      const double one = table.result(p, r, outcome, year);
      if (std::isnan(one)) break;
      kept.push_back(one);
    }
    if (kept.size() - before != table.replicates) kept.resize(before);
  }
  return kept;
}

}  // namespace

SeedShare seed_share(const PointTable& table, std::size_t outcome, std::size_t year) {
  const auto values = whole_points(table, outcome, year);
  const std::size_t columns = table.replicates;
  const std::size_t rows = columns == 0 ? 0 : values.size() / columns;
  if (rows < 2 || columns < 2) return {};
  const bool is_constant =
      std::all_of(values.begin(), values.end(), [&](double one) { return one == values.front(); });
  if (is_constant) return {};
  const auto n = static_cast<double>(rows), r = static_cast<double>(columns);
  std::vector<double> of_row(rows), of_column(columns);
  double mean = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      const double one = values[i * columns + j];
      of_row[i] += one / r;
      of_column[j] += one / n;
      mean += one / (n * r);
    }
  }
  double rows_squares = 0, columns_squares = 0, rest_squares = 0;
  for (const double one : of_row) rows_squares += r * (one - mean) * (one - mean);
  for (const double one : of_column) columns_squares += n * (one - mean) * (one - mean);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      const double rest = values[i * columns + j] - of_row[i] - of_column[j] + mean;
      rest_squares += rest * rest;
    }
  }
  const double rest = rest_squares / ((n - 1) * (r - 1));
  const double points = std::max((rows_squares / (n - 1) - rest) / r, 0.0);
  const double replicates = std::max((columns_squares / (r - 1) - rest) / n, 0.0);
  const double sum = points + replicates + rest;
  return {true, points / sum, replicates / sum, rest / sum, rest / r / (points + rest / r)};
}

}  // namespace skillscale::experiments::analysis
