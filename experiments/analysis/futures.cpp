#include "experiments/analysis/futures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>

#include "sim/error.h"

namespace skillscale::experiments::analysis {
namespace {

using Values = std::vector<double>;

std::string shown(double value) {
  std::array<char, 32> digits{};
  const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return {digits.data(), done.ptr};
}

std::string name_of(const PointTable& table, const std::vector<std::size_t>& decisions,
                    const Values& values) {
  std::string name;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const auto& factor = table.factors[decisions[i]];
    const auto& choices = factor.choices;
    const std::string value =
        choices.empty() ? shown(values[i]) : choices[static_cast<std::size_t>(values[i])];
    if (!name.empty()) name += ", ";
    // One decision with choices speaks for itself.
    name += decisions.size() == 1 && !choices.empty() ? value : factor.name + " = " + value;
  }
  return name;
}

/// Gives equal values equal numbers, counted in the order in which they are first met.
class Numbering {
 public:
  std::size_t of(const Values& values) {
    const auto [found, is_new] = numbers_.try_emplace(values, order_.size());
    if (is_new) order_.push_back(values);
    return found->second;
  }
  const std::vector<Values>& order() const { return order_; }

 private:
  std::map<Values, std::size_t> numbers_;
  std::vector<Values> order_;
};

}  // namespace

Futures futures_of(const PointTable& table, const std::vector<std::size_t>& decisions) {
  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  Numbering packages, combinations;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> point_of;
  for (std::size_t p = 0; p < table.points; ++p) {
    Values decided, given;
    for (const std::size_t f : decisions) decided.push_back(table.value(p, f));
    for (std::size_t f = 0; f < table.factors.size(); ++f) {
      if (std::find(decisions.begin(), decisions.end(), f) == decisions.end())
        given.push_back(table.value(p, f));
    }
    const std::size_t package = packages.of(decided);
    point_of.try_emplace({combinations.of(given), package}, p);
  }
  Futures found;
  found.decisions = decisions;
  for (const auto& values : packages.order())
    found.packages.push_back(name_of(table, decisions, values));
  std::vector<std::vector<std::size_t>> rows(found.packages.size());
  for (std::size_t future = 0; future < combinations.order().size(); ++future) {
    std::vector<std::size_t> points;
    for (std::size_t package = 0; package < rows.size(); ++package) {
      const auto at = point_of.find({future, package});
      points.push_back(at == point_of.end() ? none : at->second);
    }
    if (std::find(points.begin(), points.end(), none) != points.end()) {
      ++found.left_out;
      continue;
    }
    ++found.futures;
    for (std::size_t package = 0; package < rows.size(); ++package)
      rows[package].push_back(points[package]);
  }
  if (found.packages.size() < 2 || found.futures == 0) {
    sim::fail_input("robustness: " + std::to_string(found.packages.size()) + " packages in " +
                    std::to_string(found.futures) +
                    " futures that all of them share\n  allowed: two packages or more, each run "
                    "with the same values of all other factors\n  next: give the experiment a "
                    "factor with packages as choices, crossed with the uncertain factors\n");
  }
  for (const auto& row : rows) found.points.insert(found.points.end(), row.begin(), row.end());
  return found;
}

std::vector<std::vector<double>> outcomes_of(const Futures& futures, const PointTable& table,
                                             std::size_t outcome, std::size_t year) {
  std::vector<std::vector<double>> all(futures.packages.size());
  for (std::size_t package = 0; package < all.size(); ++package) {
    for (std::size_t future = 0; future < futures.futures; ++future)
      all[package].push_back(table.mean(futures.point(package, future), outcome, year));
  }
  return all;
}

}  // namespace skillscale::experiments::analysis
