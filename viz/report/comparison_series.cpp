#include "viz/report/comparison_series.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

#include "experiments/comparison.h"
#include "output/quantile.h"
#include "sim/error.h"
#include "viz/report/file_samples.h"
#include "viz/report/slices.h"
#include "viz/report/trailing_mean.h"

namespace skillscale::report {
namespace {

constexpr std::array<double, 3> band{0.05, 0.5, 0.95};

using Results = std::span<const output::ResultReader* const>;
using Runs = std::vector<std::pair<std::size_t, std::size_t>>;

const output::Variable* find(const output::Layout& layout, const std::string& name) {
  const auto found =
      std::find_if(layout.variables.begin(), layout.variables.end(),
                   [&](const output::Variable& one) { return one.monthly && one.name == name; });
  return found == layout.variables.end() ? nullptr : &*found;
}

/// Three series of one number per month; `fill` gives the sample of a month.
template <typename Fill>
Json bands_of(std::size_t months, Fill fill) {
  Json all = Json::array({Json::array(), Json::array(), Json::array()});
  std::vector<double> sample;
  std::array<double, band.size()> found{};
  for (std::size_t month = 0; month < months; ++month) {
    sample.clear();
    fill(month, sample);
    output::quantiles(sample, band, found);
    for (std::size_t q = 0; q < band.size(); ++q) all[q].push_back(rounded(found[q]));
  }
  return all;
}

Json level(const Marginal& of) {
  return bands_of(of.months, [&](std::size_t month, std::vector<double>& sample) {
    const auto* begin = of.scenario.data() + of.at(0, month);
    sample.assign(begin, begin + of.samples);
  });
}

template <typename Join>
Json against(const Marginal& left, const Marginal& right, const Runs& runs, Join join) {
  return bands_of(left.months, [&](std::size_t month, std::vector<double>& sample) {
    const auto* own = left.scenario.data() + left.at(0, month);
    const auto* other = right.scenario.data() + right.at(0, month);
    for (const auto& [l, r] : runs) sample.push_back(join(own[l], other[r]));
  });
}

double ratio(double left, double right) {
  return right == 0 ? std::numeric_limits<double>::quiet_NaN() : left / right;
}

bool is_zero(const Marginal& of) {
  return std::all_of(of.scenario.begin(), of.scenario.end(),
                     [](double value) { return value == 0 || std::isnan(value); });
}

/// Pairings of every result with every other: [reference][result].
std::vector<std::vector<Runs>> all_runs(Results results) {
  std::vector<std::vector<Runs>> all(results.size(), std::vector<Runs>(results.size()));
  for (std::size_t r = 0; r < results.size(); ++r) {
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (i != r)
        all[r][i] = experiments::pairing_of(results[i]->layout(), results[r]->layout()).runs;
    }
  }
  return all;
}

/// The totals of a variable in all results; none where one lacks it or all are zero throughout.
std::vector<Marginal> totals_of(Results results, const output::Variable& variable,
                                std::size_t year) {
  std::vector<Marginal> totals;
  const bool is_flow = kind_of(variable) == "flow";
  for (const auto* result : results) {
    const auto* own = find(result->layout(), variable.name);
    if (own == nullptr) return {};
    auto total = std::move(read_marginals(FileSamples(*result), *own, {{}}).front());
    totals.push_back(is_flow && year > 1 ? trailing_mean(total, year) : std::move(total));
  }
  return std::all_of(totals.begin(), totals.end(), is_zero) ? std::vector<Marginal>{} : totals;
}

Json variable_json(const output::Variable& variable, const std::vector<Marginal>& totals,
                   const std::vector<std::vector<Runs>>& runs, bool is_mean) {
  Json levels = Json::array(), differences = Json::array(), ratios = Json::array();
  for (const auto& total : totals) levels.push_back(level(total));
  for (std::size_t r = 0; r < totals.size(); ++r) {
    Json difference = Json::array(), share = Json::array();
    for (std::size_t i = 0; i < totals.size(); ++i) {
      const bool is_self = i == r;
      difference.push_back(is_self
                               ? Json(nullptr)
                               : against(totals[i], totals[r], runs[r][i], std::minus<double>()));
      share.push_back(is_self ? Json(nullptr) : against(totals[i], totals[r], runs[r][i], ratio));
    }
    differences.push_back(std::move(difference));
    ratios.push_back(std::move(share));
  }
  return {{"name", variable.name},
          {"long_name", variable.long_name},
          {"description", variable.description},
          {"units", variable.units},
          {"year_mean", is_mean},
          {"level", std::move(levels)},
          {"difference", std::move(differences)},
          {"ratio", std::move(ratios)}};
}

}  // namespace

Json comparison_series(std::span<const output::ResultReader* const> results) {
  const auto& layout = results.front()->layout();
  for (const auto* result : results) {
    const auto& other = result->layout();
    if (other.months == layout.months && other.month_step == layout.month_step) continue;
    throw sim::InputError(
        result->path().string() + ": stores every " + std::to_string(other.month_step) +
        " months\n  allowed: every " + std::to_string(layout.month_step) + ", as " +
        results.front()->path().string() + "\n  next: run it again with the same outputs");
  }
  constexpr int months = 12;
  const int step = layout.month_step;
  const auto year = static_cast<std::size_t>(
      months % step == 0 && layout.months >= months / step ? months / step : 0);
  const auto runs = all_runs(results);
  Json all = Json::array();
  for (const auto& variable : layout.variables) {
    const auto kind = kind_of(variable);
    const bool adds_up = kind != "intensity" || output::cell_count(layout, variable) == 1;
    if (!variable.monthly || !adds_up) continue;
    const auto totals = totals_of(results, variable, year);
    if (!totals.empty())
      all.push_back(variable_json(variable, totals, runs, kind == "flow" && year > 1));
  }
  return all;
}

}  // namespace skillscale::report
