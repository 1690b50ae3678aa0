#include "experiments/analysis/sobol_indices.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "experiments/analysis/resample.h"
#include "sim/error.h"

namespace skillscale::experiments::analysis {
namespace {

/// The outcomes of all whole groups, less their mean.
struct Groups {
  std::vector<double> a, b;
  std::vector<std::vector<double>> mixed;  ///< factor, group: A with the factor taken from B
  std::size_t left_out = 0;
};

void take_mean_away(Groups& groups) {
  double sum = 0;
  for (std::size_t g = 0; g < groups.a.size(); ++g) sum += groups.a[g] + groups.b[g];
  const double mean = sum / (2 * static_cast<double>(groups.a.size()));
  const auto lower = [mean](std::vector<double>& numbers) {
    for (double& number : numbers) number -= mean;
  };
  lower(groups.a);
  lower(groups.b);
  for (auto& factor : groups.mixed) lower(factor);
}

Groups groups_of(const PointTable& table, const std::vector<double>& y) {
  Groups groups;
  groups.mixed.resize(table.factors.size());
  const std::size_t size = table.group_size();
  for (std::size_t first = 0; first + size <= table.points; first += size) {
    const std::span<const double> group(y.data() + first, size);
    if (std::any_of(group.begin(), group.end(), [](double one) { return std::isnan(one); })) {
      ++groups.left_out;
      continue;
    }
    groups.a.push_back(group[0]);
    groups.b.push_back(group[1]);
    for (std::size_t f = 0; f < groups.mixed.size(); ++f) groups.mixed[f].push_back(group[2 + f]);
  }
  take_mean_away(groups);
  return groups;
}

/// Variance of the outcomes of A and B.
double variance(const Groups& groups, std::span<const std::uint16_t> weights) {
  double count = 0, sum = 0, squares = 0;
  for (std::size_t g = 0; g < groups.a.size(); ++g) {
    const double weight = weights.empty() ? 1 : weights[g];
    count += 2 * weight;
    sum += weight * (groups.a[g] + groups.b[g]);
    squares += weight * (groups.a[g] * groups.a[g] + groups.b[g] * groups.b[g]);
  }
  const double mean = sum / count;
  return squares / count - mean * mean;
}

struct Indices {
  double first = 0, total = 0;
};

Indices indices(const Groups& groups, std::size_t factor, std::span<const std::uint16_t> weights,
                double variance) {
  double count = 0, first = 0, total = 0;
  const auto& mixed = groups.mixed[factor];
  for (std::size_t g = 0; g < mixed.size(); ++g) {
    const double weight = weights.empty() ? 1 : weights[g];
    const double step = mixed[g] - groups.a[g];
    count += weight;
    first += weight * groups.b[g] * step;
    total += weight * step * step;
  }
  return {first / count / variance, total / (2 * count) / variance};
}

bool is_constant(const Groups& groups) {
  const auto all_equal = [&](const std::vector<double>& numbers) {
    return std::all_of(numbers.begin(), numbers.end(),
                       [&](double number) { return number == groups.a.front(); });
  };
  return groups.a.empty() || (all_equal(groups.a) && all_equal(groups.b));
}

}  // namespace

Sensitivity sobol_indices(const PointTable& table, std::size_t outcome, std::size_t year,
                          std::uint64_t seed, std::size_t resamples) {
  if (table.layout != Layout::Saltelli) {
    sim::fail_input(
        "sobol: the points are not laid out for Sobol indices\n  allowed: an experiment with the "
        "design saltelli\n  next: run one, or use --method prcc or tree, which take any points\n");
  }
  const Groups groups = groups_of(table, table.means(outcome, year));
  Sensitivity found;
  found.units = groups.a.size();
  found.left_out = groups.left_out;
  found.measures = {{"total", {}}, {"first", {}}};
  for (auto& measure : found.measures) measure.factors.resize(table.factors.size());
  found.is_constant = is_constant(groups);
  if (found.is_constant) return found;

  const Resamples drawn(found.units, resamples, seed);
  std::vector<double> variances(drawn.size());
  for (std::size_t b = 0; b < drawn.size(); ++b) variances[b] = variance(groups, drawn.weights(b));
  const double whole = variance(groups, {});
  found.explained = 0;
  for (std::size_t f = 0; f < table.factors.size(); ++f) {
    std::vector<double> first(drawn.size()), total(drawn.size());
    for (std::size_t b = 0; b < drawn.size(); ++b) {
      const Indices one = indices(groups, f, drawn.weights(b), variances[b]);
      first[b] = one.first;
      total[b] = one.total;
    }
    const Indices all = indices(groups, f, {}, whole);
    found.measures[0].factors[f] = with_interval(all.total, std::move(total));
    found.measures[1].factors[f] = with_interval(all.first, std::move(first));
    found.explained += all.first;
  }
  return found;
}

}  // namespace skillscale::experiments::analysis
