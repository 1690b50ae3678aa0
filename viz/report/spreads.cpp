#include "viz/report/spreads.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>

#include "output/quantile.h"
#include "viz/report/trailing_mean.h"

namespace skillscale::report {
namespace {

constexpr std::array<double, 1> median_only{0.5};

/// A group that loses more than this per person enrolled is worse off, as in `nobody_worse_off`.
constexpr double tolerated_loss = -0.01;

using Samples = std::vector<double>;

/// Values of one cell and month in a world, one per sample.
template <typename Value>
Json quantile_series(const Marginal& marginal, std::span<const std::size_t> cells,
                     std::size_t months, std::span<const double> shares, Value value) {
  std::vector<Json> by_share(shares.size(), Json::array());
  Samples sample(marginal.samples);
  std::vector<double> found(shares.size());
  for (const auto cell : cells) {
    std::vector<Json> series(shares.size(), Json::array());
    for (std::size_t month = 0; month < months; ++month) {
      sample.resize(marginal.samples);
      for (std::size_t s = 0; s < marginal.samples; ++s) sample[s] = value(cell, month, s);
      output::quantiles(sample, shares, found);
      for (std::size_t q = 0; q < shares.size(); ++q) {
        // Of few samples most quantiles are equal.
        const bool is_again = q > 0 && found[q] == found[q - 1];
        series[q].push_back(is_again ? series[q - 1].back() : rounded(found[q]));
      }
    }
    for (std::size_t q = 0; q < shares.size(); ++q) by_share[q].push_back(std::move(series[q]));
  }
  Json all = Json::array();
  for (auto& one : by_share) all.push_back(std::move(one));
  return all;
}

/// Takes the series apart: sums over the horizon come as series of one month.
Json without_month(const Json& series) {
  Json flat = Json::array();
  for (const auto& quantile : series) {
    Json cells = Json::array();
    for (const auto& cell : quantile) cells.push_back(cell.at(0));
    flat.push_back(std::move(cells));
  }
  return flat;
}

/// The references have one quantile, the median, and need no list of quantiles.
Json without_quantile(Json worlds, std::span<const std::string> references) {
  for (const auto& name : references) {
    Json only = worlds["reference_median"][name].at(0);
    worlds["reference_median"][name] = std::move(only);
  }
  return worlds;
}

bool is_zero(const Marginal& marginal, const std::vector<double>& values, std::size_t cell) {
  const auto* begin = values.data() + marginal.at(cell, 0);
  return std::all_of(begin, begin + marginal.months * marginal.samples,
                     [](double value) { return value == 0.0; });
}

std::vector<std::size_t> living_cells(const Marginal& marginal) {
  std::vector<std::size_t> cells;
  for (std::size_t cell = 0; cell < marginal.cells; ++cell) {
    const bool is_empty =
        is_zero(marginal, marginal.scenario, cell) &&
        std::all_of(marginal.difference.begin(), marginal.difference.end(),
                    [&](const auto& values) { return is_zero(marginal, values, cell); });
    if (!is_empty) cells.push_back(cell);
  }
  return cells;
}

/// The three groups of series of a slice, for months or (one "month") for the horizon.
template <typename Pick>
Json worlds_json(const Marginal& marginal, std::span<const std::string> references,
                 std::span<const double> shares, std::span<const std::size_t> cells,
                 std::size_t months, Pick pick) {
  const auto level = [&](std::size_t cell, std::size_t month, std::size_t sample) {
    return pick(marginal.scenario, cell, month, sample);
  };
  Json made;
  made["quantile"] = quantile_series(marginal, cells, months, shares, level);
  made["reference_median"] = Json::object();
  made["difference_quantile"] = Json::object();
  for (std::size_t r = 0; r < references.size(); ++r) {
    const auto change = [&](std::size_t cell, std::size_t month, std::size_t sample) {
      return pick(marginal.difference[r], cell, month, sample);
    };
    const auto other = [&](std::size_t cell, std::size_t month, std::size_t sample) {
      return level(cell, month, sample) - change(cell, month, sample);
    };
    made["reference_median"][references[r]] =
        quantile_series(marginal, cells, months, median_only, other);
    made["difference_quantile"][references[r]] =
        quantile_series(marginal, cells, months, shares, change);
  }
  return made;
}

Json horizon_json(const Marginal& marginal, std::span<const std::string> references,
                  std::span<const double> shares, std::span<const std::size_t> cells) {
  const auto total = [&](const std::vector<double>& values, std::size_t cell, std::size_t,
                         std::size_t sample) {
    double sum = 0;
    for (std::size_t month = 0; month < marginal.months; ++month) {
      sum += values[marginal.at(cell, month) + sample];
    }
    return sum;
  };
  auto made = worlds_json(marginal, references, shares, cells, 1, total);
  made["quantile"] = without_month(made["quantile"]);
  for (const auto& name : references) {
    made["reference_median"][name] = without_month(made["reference_median"][name]).at(0);
    made["difference_quantile"][name] = without_month(made["difference_quantile"][name]);
  }
  return made;
}

}  // namespace

Json rounded(double value) {
  if (!std::isfinite(value)) return nullptr;
  constexpr double short_whole = 1e6;  // six digits are all there are
  if (std::abs(value) < short_whole && value == std::floor(value))
    return static_cast<std::int64_t>(value);
  std::array<char, 32> text{};
  // One place stays for the zero that ends the text.
  std::to_chars(text.data(), text.data() + text.size() - 1, value, std::chars_format::general, 6);
  const double short_value = std::strtod(text.data(), nullptr);
  constexpr double exact_whole = 9e15;
  if (std::abs(short_value) < exact_whole && short_value == std::floor(short_value)) {
    return static_cast<std::int64_t>(short_value);
  }
  return short_value;
}

Json slice_json(const Marginal& marginal, std::span<const std::string> references,
                std::span<const double> shares, const SliceKind& kind) {
  const auto cells = living_cells(marginal);
  Json slice;
  slice["axes"] = marginal.axes;
  if (cells.size() < marginal.cells) slice["cells"] = cells;
  slice["quantiles"] = std::vector<double>(shares.begin(), shares.end());
  const auto series = [&](const Marginal& of) {
    const auto pick = [&](const std::vector<double>& values, std::size_t cell, std::size_t month,
                          std::size_t sample) { return values[of.at(cell, month) + sample]; };
    return without_quantile(worlds_json(of, references, shares, cells, of.months, pick),
                            references);
  };
  const bool has_means = kind.is_flow && kind.year > 1 && marginal.months >= kind.year;
  if (kind.has_series && (kind.has_months || !has_means)) slice.update(series(marginal));
  if (kind.has_series && has_means) slice["year_mean"] = series(trailing_mean(marginal, kind.year));
  if (kind.is_flow) slice["horizon"] = horizon_json(marginal, references, shares, cells);
  return slice;
}

Json spread_json(std::vector<double> sample) {
  const auto count = [&sample](auto holds) {
    return std::count_if(sample.begin(), sample.end(), holds);
  };
  std::erase_if(sample, [](double value) { return std::isnan(value); });
  std::map<double, std::size_t> counts;
  for (const double value : sample) ++counts[value];
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  const auto size = static_cast<double>(sample.size());
  const double sum = std::accumulate(sample.begin(), sample.end(), 0.0);
  constexpr std::array<double, 3> shares{0.05, 0.5, 0.95};
  std::array<double, 3> found{};
  output::quantiles(sample, shares, found);
  Json spread;
  spread["low"] = rounded(found[0]);
  spread["median"] = rounded(found[1]);
  spread["high"] = rounded(found[2]);
  spread["mean"] = rounded(sum / size);
  if (!counts.empty()) {
    spread["mode"] = rounded(most->first);
    spread["mode_share"] = rounded(static_cast<double>(most->second) / size);
  }
  spread["known"] = sample.size();
  spread["above"] = count([](double value) { return value > 0; });
  spread["losing"] = count([](double value) { return value < tolerated_loss; });
  return spread;
}

}  // namespace skillscale::report
