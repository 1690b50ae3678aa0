#include "experiments/analysis/elementary_effects.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "experiments/analysis/resample.h"
#include "sim/error.h"

namespace skillscale::experiments::analysis {
namespace {

/// The effects of one factor, one per path.
using Effects = std::vector<double>;

struct Moments {
  double mu_star = 0, mu = 0, sigma = 0;
};

/// Effects of a path, factor by factor; nothing if an outcome in it is not defined.
std::vector<double> effects_of_path(const PointTable& table, const std::vector<double>& y,
                                    std::size_t first) {
  std::vector<double> effects(table.factors.size(), undefined);
  for (std::size_t step = 0; step < table.factors.size(); ++step) {
    const std::size_t from = first + step, to = from + 1;
    for (std::size_t f = 0; f < table.factors.size(); ++f) {
      const double moved = table.share(to, f) - table.share(from, f);
      if (moved != 0) effects[f] = (y[to] - y[from]) / moved;
    }
  }
  const bool is_whole =
      std::none_of(effects.begin(), effects.end(), [](double e) { return std::isnan(e); });
  return is_whole ? effects : std::vector<double>();
}

Moments moments_of(const Effects& effects, std::span<const std::uint16_t> weights) {
  double count = 0, sum = 0, sizes = 0, squares = 0;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const double weight = weights.empty() ? 1 : weights[i];
    count += weight;
    sum += weight * effects[i];
    sizes += weight * std::abs(effects[i]);
  }
  const double mean = sum / count;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const double weight = weights.empty() ? 1 : weights[i];
    squares += weight * (effects[i] - mean) * (effects[i] - mean);
  }
  return {sizes / count, mean, count > 1 ? std::sqrt(squares / (count - 1)) : undefined};
}

void add_factor(Sensitivity& found, const Effects& effects, const Resamples& resamples) {
  std::vector<double> mu_star, mu, sigma;
  for (std::size_t b = 0; b < resamples.size(); ++b) {
    const Moments one = moments_of(effects, resamples.weights(b));
    mu_star.push_back(one.mu_star);
    mu.push_back(one.mu);
    sigma.push_back(one.sigma);
  }
  const Moments all = moments_of(effects, {});
  found.measures[0].factors.push_back(with_interval(all.mu_star, std::move(mu_star)));
  found.measures[1].factors.push_back(with_interval(all.mu, std::move(mu)));
  found.measures[2].factors.push_back(with_interval(all.sigma, std::move(sigma)));
}

}  // namespace

Sensitivity elementary_effects(const PointTable& table, std::size_t outcome, std::size_t year,
                               std::uint64_t seed, std::size_t resamples) {
  if (table.layout != Layout::Morris) {
    sim::fail_input(
        "morris: the points are not laid out in paths\n  allowed: an experiment with the design "
        "morris\n  next: run one, or use --method prcc, which takes any points\n");
  }
  const auto y = table.means(outcome, year);
  const std::size_t length = table.group_size();
  Sensitivity found;
  std::vector<Effects> effects(table.factors.size());
  for (std::size_t first = 0; first + length <= table.points; first += length) {
    const auto path = effects_of_path(table, y, first);
    found.units += path.empty() ? 0 : 1;
    found.left_out += path.empty() ? 1 : 0;
    for (std::size_t f = 0; f < path.size(); ++f) effects[f].push_back(path[f]);
  }
  found.measures = {{"mu_star", {}}, {"mu", {}}, {"sigma", {}}};
  found.is_constant = std::all_of(effects.begin(), effects.end(), [](const Effects& one) {
    return std::all_of(one.begin(), one.end(), [](double e) { return e == 0; });
  });
  const Resamples drawn(found.units, found.units == 0 ? 0 : resamples, seed);
  for (const auto& one : effects) add_factor(found, one, drawn);
  return found;
}

}  // namespace skillscale::experiments::analysis
