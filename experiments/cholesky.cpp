#include "experiments/cholesky.h"

#include <algorithm>
#include <utility>

#include "sim/math.h"

namespace skillscale::experiments {

namespace math = sim::math;

std::optional<Cholesky> Cholesky::of(Matrix matrix) {
  const std::size_t n = matrix.size;
  for (std::size_t column = 0; column < n; ++column) {
    for (std::size_t row = column; row < n; ++row) {
      double sum = matrix.at(row, column);
      for (std::size_t k = 0; k < column; ++k) sum -= matrix.at(row, k) * matrix.at(column, k);
      if (row > column) {
        matrix.at(row, column) = sum / matrix.at(column, column);
      } else if (sum > 0) {
        matrix.at(row, column) = math::sqrt(sum);
      } else {
        return std::nullopt;
      }
    }
  }
  return Cholesky(std::move(matrix));
}

void Cholesky::solve_lower(std::span<double> b) const {
  for (std::size_t row = 0; row < lower_.size; ++row) {
    double sum = b[row];
    for (std::size_t k = 0; k < row; ++k) sum -= lower_.at(row, k) * b[k];
    b[row] = sum / lower_.at(row, row);
  }
}

void Cholesky::solve(std::span<double> b) const {
  solve_lower(b);
  for (std::size_t row = lower_.size; row-- > 0;) {
    double sum = b[row];
    for (std::size_t k = row + 1; k < lower_.size; ++k) sum -= lower_.at(k, row) * b[k];
    b[row] = sum / lower_.at(row, row);
  }
}

double Cholesky::log_determinant() const {
  double sum = 0;
  for (std::size_t row = 0; row < lower_.size; ++row) sum += math::log(lower_.at(row, row));
  return 2 * sum;
}

std::vector<double> Cholesky::inverse_diagonal() const {
  std::vector<double> diagonal(lower_.size), column(lower_.size);
  for (std::size_t at = 0; at < lower_.size; ++at) {
    std::fill(column.begin(), column.end(), 0.0);
    column[at] = 1;
    solve_lower(column);
    for (const double x : column) diagonal[at] += x * x;
  }
  return diagonal;
}

}  // namespace skillscale::experiments
