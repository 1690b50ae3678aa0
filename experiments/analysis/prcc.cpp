#include "experiments/analysis/prcc.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>
#include <string>

#include "experiments/analysis/ranks.h"
#include "experiments/cholesky.h"
#include "sim/error.h"

namespace skillscale::experiments::analysis {
namespace {

using Column = std::vector<double>;

/// Mean 0, sum of squares 1; nothing if all are equal.
Column standardised(Column numbers) {
  const double mean =
      std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
  double squares = 0;
  for (double& number : numbers) {
    number -= mean;
    squares += number * number;
  }
  if (squares == 0) return {};
  for (double& number : numbers) number /= std::sqrt(squares);
  return numbers;
}

double product(const Column& one, const Column& other) {
  return std::inner_product(one.begin(), one.end(), other.begin(), 0.0);
}

Estimate fisher(double correlation, double freedom) {
  const double near_one = 1 - 1e-15;
  const double r = std::clamp(correlation, -near_one, near_one);
  const double error = std::sqrt((1 + r * r / 2) / freedom);
  const double reach = boost::math::quantile(boost::math::normal(), 0.975) * error;
  return {correlation, std::tanh(std::atanh(r) - reach), std::tanh(std::atanh(r) + reach)};
}

struct Ranked {
  std::vector<std::size_t> factors;  ///< those that can be ranked
  std::vector<Column> columns;       ///< of these factors, standardised
  Column outcome;
};

Ranked ranked(const PointTable& table, const Column& y) {
  const auto defined = [&](const Column& all) {
    Column kept;
    for (std::size_t p = 0; p < y.size(); ++p) {
      if (!std::isnan(y[p])) kept.push_back(all[p]);
    }
    return kept;
  };
  Ranked found;
  found.outcome = standardised(ranks_of(defined(y)));
  for (std::size_t f = 0; f < table.factors.size(); ++f) {
    if (table.factors[f].choices.size() > 2) continue;
    auto column = standardised(ranks_of(defined(table.values_of(f))));
    if (column.empty()) continue;
    found.factors.push_back(f);
    found.columns.push_back(std::move(column));
  }
  return found;
}

/// Correlations of all columns; a hair above 1 is added nowhere, so factors that move together
/// leave no inverse.
Matrix correlations(const std::vector<const Column*>& columns) {
  Matrix matrix(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    matrix.at(i, i) = 1;
    for (std::size_t j = 0; j < i; ++j)
      matrix.at(i, j) = matrix.at(j, i) = product(*columns[i], *columns[j]);
  }
  return matrix;
}

[[noreturn]] void fail_together(const PointTable& table, const Ranked& ranked) {
  std::string pair;
  double most = -1;
  for (std::size_t i = 0; i < ranked.columns.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double size = std::abs(product(ranked.columns[i], ranked.columns[j]));
      if (size <= most) continue;
      most = size;
      pair =
          table.factors[ranked.factors[j]].name + " and " + table.factors[ranked.factors[i]].name;
    }
  }
  sim::fail_input("prcc: factors move together, most of all " + pair +
                  "\n  allowed: factors that vary independently of each other\n  next: a design "
                  "such as sobol or latin_hypercube, or leave one of them out\n");
}

}  // namespace

Sensitivity partial_rank_correlation(const PointTable& table, std::size_t outcome,
                                     std::size_t year) {
  const auto y = table.means(outcome, year);
  const Ranked data = ranked(table, y);
  Sensitivity found;
  found.left_out = static_cast<std::size_t>(
      std::count_if(y.begin(), y.end(), [](double one) { return std::isnan(one); }));
  found.units = y.size() - found.left_out;
  found.measures = {{"prcc", std::vector<Estimate>(table.factors.size())}};
  found.is_constant = data.outcome.empty();
  if (found.is_constant || data.factors.empty()) return found;
  if (found.units < data.factors.size() + 4) {
    sim::fail_input("prcc: " + std::to_string(found.units) + " points for " +
                    std::to_string(data.factors.size()) +
                    " factors\n  allowed: at least four more points than factors\n  next: a larger "
                    "design\n");
  }
  std::vector<const Column*> columns;
  for (const auto& column : data.columns) columns.push_back(&column);
  const auto among_factors = Cholesky::of(correlations(columns));
  if (!among_factors) fail_together(table, data);

  // With the outcome regressed on all factors, the partial correlation follows from a factor's
  // coefficient, its variance that the other factors leave, and the residual variance.
  std::vector<double> with_outcome, coefficients;
  for (const auto& column : data.columns) with_outcome.push_back(product(column, data.outcome));
  coefficients = with_outcome;
  among_factors->solve(coefficients);
  double explained = 0;
  for (std::size_t i = 0; i < coefficients.size(); ++i)
    explained += coefficients[i] * with_outcome[i];
  found.explained = std::clamp(explained, 0.0, 1.0);
  const auto inverse = among_factors->inverse_diagonal();
  const double freedom = static_cast<double>(found.units) - static_cast<double>(inverse.size()) - 2;
  for (std::size_t i = 0; i < inverse.size(); ++i) {
    const double own = coefficients[i] / std::sqrt(inverse[i]);
    const double rest = std::max(1 - explained, 0.0);
    const double size = std::sqrt(own * own + rest);
    const double partial = size == 0 ? 0 : own / size;
    found.measures[0].factors[data.factors[i]] = fisher(partial, freedom);
  }
  return found;
}

}  // namespace skillscale::experiments::analysis
