#include "experiments/calibration/emulator.h"

#include <algorithm>
#include <limits>

#include "sim/error.h"
#include "sim/math.h"

namespace skillscale::experiments::calibration {
namespace {

namespace math = sim::math;

// Lengths are sought between a small part of the cube and one over which nothing bends.
constexpr double shortest = 0.05, longest = 20;

double correlation(std::span<const double> one, std::span<const double> other,
                   std::span<const double> lengths) {
  double sum = 0;
  for (std::size_t d = 0; d < one.size(); ++d) {
    const double step = (one[d] - other[d]) / lengths[d];
    sum += step * step;
  }
  const double r = math::sqrt(5 * sum);
  return (1 + r + r * r / 3) * math::exp(-r);
}

double mean_square(std::span<const double> values) {
  double sum = 0;
  for (const double v : values) sum += v * v;
  return sum / static_cast<double>(values.size());
}

double variance_of(std::span<const double> values) {
  double mean = 0, sum = 0;
  for (const double v : values) mean += v / static_cast<double>(values.size());
  for (const double v : values) sum += (v - mean) * (v - mean);
  return sum / static_cast<double>(values.size());
}

Cholesky identity() {
  Matrix one(1);
  one.at(0, 0) = 1;
  return *Cholesky::of(one);
}

}  // namespace

Emulator::Emulator(Design points, std::vector<double> values, double variance)
    : points_(std::move(points)),
      values_(std::move(values)),
      noise_(variance),
      factor_(identity()) {
  if (points_.size() < points_.front().size() + 2) sim::fail_bug("an emulator needs more points");
  // Also keeps the matrix regular where equal points stand twice.
  noise_ = std::max(noise_, 1e-8 * variance_of(values_) + 1e-300);
  fit_trend();
  fit_process();
  factor_ = factor(process_);
  weights_ = residuals_;
  factor_.solve(weights_);
  validate();
}

double Emulator::trend(std::span<const double> point) const {
  double sum = coefficients_.front();
  for (std::size_t d = 0; d < point.size(); ++d) sum += coefficients_[d + 1] * point[d];
  return sum;
}

void Emulator::fit_trend() {
  const std::size_t terms = points_.front().size() + 1;
  const auto term = [&](std::size_t i, std::size_t t) { return t == 0 ? 1.0 : points_[i][t - 1]; };
  Matrix normal(terms);
  std::vector<double> right(terms);
  for (std::size_t i = 0; i < points_.size(); ++i) {
    for (std::size_t t = 0; t < terms; ++t) {
      right[t] += term(i, t) * values_[i];
      for (std::size_t u = 0; u <= t; ++u) normal.at(t, u) += term(i, t) * term(i, u);
    }
  }
  // A parameter that hardly varies among the points gets no slope instead of any.
  for (std::size_t t = 0; t < terms; ++t) normal.at(t, t) += 1e-9 * double(points_.size());
  Cholesky::of(normal).value().solve(right);
  coefficients_ = right;
  for (std::size_t i = 0; i < points_.size(); ++i)
    residuals_.push_back(values_[i] - trend(points_[i]));
}

Cholesky Emulator::factor(const Process& process) const {
  Matrix covariance(points_.size());
  for (std::size_t i = 0; i < points_.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j)
      covariance.at(i, j) = process.signal * correlation(points_[i], points_[j], process.lengths);
    covariance.at(i, i) = process.signal + noise_;
  }
  for (double jitter = 1e-10; jitter < 1; jitter *= 100) {
    if (auto factor = Cholesky::of(covariance)) return *std::move(factor);
    for (std::size_t i = 0; i < points_.size(); ++i)
      covariance.at(i, i) += jitter * (process.signal + noise_);
  }
  sim::fail_bug("the covariance of an emulator is not positive");
}

double Emulator::log_likelihood(const Process& process) const {
  const auto lower = factor(process);
  auto scaled = residuals_;
  lower.solve_lower(scaled);
  return -0.5 * (mean_square(scaled) * double(scaled.size()) + lower.log_determinant());
}

/// Climbs the likelihood one coordinate after the other, with steps that shrink.
void Emulator::fit_process() {
  const double spread = std::max(mean_square(residuals_), noise_);
  process_.signal = spread;
  process_.lengths.assign(points_.front().size(), 1.0);
  double best = log_likelihood(process_);
  for (const double step : {4.0, 4.0, 2.0, 2.0, 1.4, 1.2}) {
    for (std::size_t d = 0; d <= process_.lengths.size(); ++d) {
      for (const double factor : {step, 1 / step}) {
        Process other = process_;
        double& member = d == 0 ? other.signal : other.lengths[d - 1];
        member *= factor;
        const bool fits = d == 0 ? member > 1e-6 * spread && member < 1e3 * spread
                                 : member > shortest && member < longest;
        if (!fits) continue;
        const double likelihood = log_likelihood(other);
        if (likelihood <= best) continue;
        best = likelihood;
        process_ = other;
        break;
      }
    }
  }
}

Prediction Emulator::predict(std::span<const double> point) const {
  std::vector<double> shared(points_.size());
  Prediction prediction{trend(point), process_.signal};
  for (std::size_t i = 0; i < points_.size(); ++i) {
    shared[i] = process_.signal * correlation(points_[i], point, process_.lengths);
    prediction.mean += shared[i] * weights_[i];
  }
  factor_.solve_lower(shared);
  for (const double s : shared) prediction.variance -= s * s;
  prediction.variance = std::max(prediction.variance, 0.0);
  return prediction;
}

/// Leave-one-out errors follow from the factor (Rasmussen and Williams 2006, 5.4.2); the trend is
/// held.
void Emulator::validate() {
  const auto diagonal = factor_.inverse_diagonal();
  double errors = 0, standardised = 0;
  for (std::size_t i = 0; i < points_.size(); ++i) {
    const double error = weights_[i] / diagonal[i];
    errors += error * error;
    standardised += error * error * diagonal[i];
  }
  const auto count = static_cast<double>(points_.size());
  const double spread = variance_of(values_);
  cross_validation_.explained = spread > 0 ? 1 - errors / count / spread : 1;
  cross_validation_.standardised = math::sqrt(standardised / count);
}

}  // namespace skillscale::experiments::calibration
