// Small dense linear algebra for emulators and partial correlations: the Cholesky factor of a
// symmetric positive definite matrix. Sums run in a fixed order, so that equal input gives equal
// bits on every machine.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace skillscale::experiments {

/// A square matrix, row after row.
struct Matrix {
  explicit Matrix(std::size_t side) : size(side), cells(side * side) {}
  double& at(std::size_t row, std::size_t column) { return cells[row * size + column]; }
  double at(std::size_t row, std::size_t column) const { return cells[row * size + column]; }
  std::size_t size;
  std::vector<double> cells;
};

class Cholesky {
 public:
  /// Nothing if the matrix (of which the lower half is read) is not positive definite.
  static std::optional<Cholesky> of(Matrix matrix);

  /// L x = b, in place.
  void solve_lower(std::span<double> b) const;
  /// A x = b, in place.
  void solve(std::span<double> b) const;
  /// Logarithm of the determinant of A.
  double log_determinant() const;
  /// Diagonal of the inverse of A.
  std::vector<double> inverse_diagonal() const;

 private:
  explicit Cholesky(Matrix lower) : lower_(std::move(lower)) {}
  Matrix lower_;
};

}  // namespace skillscale::experiments
