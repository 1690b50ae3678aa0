// Headlines of all runs as numbers: from the totals of every world to one value per headline.
// Compiles for WebAssembly too, so that the live model tells the same headlines.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "models/indicators.h"

namespace skillscale::experiments {

/// Keeps the totals of every run until all are there, because gains are counted per person
/// enrolled today and that number is the mean over all runs. Different runs may be added at the
/// same time.
class HeadlineValues {
 public:
  /// @param worlds  names; the first is the scenario
  HeadlineValues(std::vector<std::string> worlds, const models::Parameters& scenario,
                 std::size_t runs)
      : worlds_(std::move(worlds)), scenario_(&scenario), totals_(runs), fates_(runs) {}

  /// Adds the next world of a run. Fates of persons are kept until the last world of the run is
  /// there.
  void add(std::size_t run, const models::Totals& totals, std::vector<models::CellFates> fates);

  /// Values of all headlines; once after the last run.
  void close();

  std::size_t runs() const { return values_.size(); }

  /// Values of a headline in one world: one against each reference for a pair, else one. None for a
  /// pair without references.
  std::span<const double> of(std::size_t run, std::size_t headline, std::size_t world) const {
    return values_[run][headline][world];
  }

 private:
  /// Headlines of a pair see these.
  struct Fates {
    std::vector<std::vector<models::CellFates>> of_world;  ///< empty once counted
    std::vector<models::FateCounts> of_pair;               ///< [world * worlds + reference]
    std::vector<models::EnrolledGains> gains_of_pair;      ///< the same
  };

  double enrolled_today() const;
  std::vector<double> against_all(const models::HeadlineRow& row, std::size_t run,
                                  std::size_t world, const models::Benchmarks& scale) const;

  std::vector<std::string> worlds_;
  const models::Parameters* scenario_;
  std::vector<std::vector<models::Totals>> totals_;                    ///< [run][world]
  std::vector<Fates> fates_;                                           ///< [run]
  std::vector<std::vector<std::vector<std::vector<double>>>> values_;  ///< [run][headline][world]
};

}  // namespace skillscale::experiments
