#include "experiments/analysis/resample.h"

#include <algorithm>
#include <cmath>

#include "experiments/purposes.h"
#include "sim/draw.h"
#include "sim/parallel.h"

namespace skillscale::experiments::analysis {

Resamples::Resamples(std::size_t units, std::size_t count, std::uint64_t seed)
    : units_(units), count_(count), weights_(units * count) {
  const sim::Draws draws(seed, 0);
  sim::for_each_task(count, [&](std::size_t resample) {
    auto* const weights = weights_.data() + resample * units_;
    for (std::size_t i = 0; i < units_; ++i) {
      const sim::Address address{sim::Key{i}, static_cast<std::uint32_t>(resample),
                                 purpose::resample};
      ++weights[draws.below(address, units_)];
    }
  });
}

double quantile(std::vector<double> numbers, double share) {
  std::erase_if(numbers, [](double number) { return std::isnan(number); });
  if (numbers.empty()) return undefined;
  std::sort(numbers.begin(), numbers.end());
  const double at = share * static_cast<double>(numbers.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, numbers.size() - 1);
  return numbers[below] + (at - static_cast<double>(below)) * (numbers[above] - numbers[below]);
}

Estimate with_interval(double value, std::vector<double> resampled) {
  if (std::isnan(value)) return {};
  const double low = quantile(resampled, 0.025);
  const double high = quantile(std::move(resampled), 0.975);
  return {value, std::fmin(low, value), std::fmax(high, value)};
}

}  // namespace skillscale::experiments::analysis
