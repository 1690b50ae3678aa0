// What every analysis reads: the points of an experiment, what was varied, what came of it. Free
// of files and of the model, so that test functions with known answers are analysed as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace skillscale::experiments::analysis {

/// A quantity that was varied on purpose, or an uncertain one.
struct Factor {
  std::string name;                  ///< parameter path, or a name of the experiment
  std::string unit;                  ///< "1" without one
  std::vector<std::string> choices;  ///< of a factor without numbers: its value is a position here
  std::string path = {};             ///< parameter that it sets; empty if that is not known
};

/// A number that every run yields, once or for each of several years.
struct Outcome {
  std::string name, unit, long_name;
};

/// How the points were laid out; some analyses ask for a design of their own.
enum class Layout : unsigned char {
  Free,      ///< any points: Latin hypercube, Sobol sequence, grid, list
  Morris,    ///< groups of (factors + 1) points, each differs from the one before in one factor
  Saltelli,  ///< groups of (factors + 2) points: A, B, then A with factor i taken from B
};

/// Points x replicates x outcomes x years. What was not run, or is not defined, is NaN.
struct PointTable {
  std::vector<Factor> factors;
  std::vector<Outcome> outcomes;
  std::vector<int> years;  ///< one entry at least; outcomes without years fill all alike
  Layout layout = Layout::Free;
  std::size_t points = 0, replicates = 0;
  std::vector<double> values;   ///< point, factor; natural units
  std::vector<double> shares;   ///< point, factor; the coordinate in the unit cube
  std::vector<double> results;  ///< point, replicate, outcome, year

  double value(std::size_t point, std::size_t factor) const {
    return values[point * factors.size() + factor];
  }
  double share(std::size_t point, std::size_t factor) const {
    return shares[point * factors.size() + factor];
  }
  double result(std::size_t point, std::size_t replicate, std::size_t outcome,
                std::size_t year) const {
    return results[((point * replicates + replicate) * outcomes.size() + outcome) * years.size() +
                   year];
  }
  /// Mean over the replicates that are defined; NaN without any.
  double mean(std::size_t point, std::size_t outcome, std::size_t year) const;
  /// These means of all points.
  std::vector<double> means(std::size_t outcome, std::size_t year) const;
  /// The values of one factor at all points.
  std::vector<double> values_of(std::size_t factor) const;

  /// False for an outcome that has no years: it is the same in all of them, in every run.
  bool differs_by_year(std::size_t outcome) const;

  /// Points of one group of the layout; 1 where points stand alone.
  std::size_t group_size() const;
};

}  // namespace skillscale::experiments::analysis
