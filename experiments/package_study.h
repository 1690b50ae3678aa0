// Many policies in one room: a scenario and all its references on the same random numbers, every
// world held against every other. What findings are written from.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiments/ensemble.h"
#include "experiments/headline_values.h"
#include "experiments/worlds.h"
#include "models/vocabulary.h"
#include "scenarios/scenario.h"

namespace skillscale::experiments {

/// EUR over the horizon that each party carries of what preparation costs, all stages.
using PayerSums = std::array<double, static_cast<std::size_t>(models::party_count)>;

class PackageStudy {
 public:
  /// Runs every draw and replicate in parallel. With `progress.stop` set it ends early and may not
  /// be asked anything. Nothing is kept but headlines and sums, a few kilobytes for each world.
  PackageStudy(const scenarios::Scenario& scenario, Progress& progress);

  /// Names of the worlds: "scenario", then the references.
  const std::vector<std::string>& worlds() const { return worlds_; }
  /// Position of a world; the number of worlds where there is none of that name.
  std::size_t world(std::string_view name) const;

  std::size_t runs() const { return runs_; }
  std::size_t draws() const { return draws_; }

  /// A headline of a world in every run, held against another world if it is about a pair.
  std::vector<double> values(std::string_view headline, std::size_t world,
                             std::size_t against = 0) const;
  /// What preparation cost whom in a world, by run.
  const std::vector<PayerSums>& payers(std::size_t world) const { return payers_[world]; }

  /// Uncertain values of the scenario, and what was drawn for one of them, by run.
  const std::vector<UncertainValue>& uncertain() const { return uncertain_; }
  std::vector<double> drawn(std::size_t value) const;

  /// Of all worlds and runs, in their order.
  const std::string& digest() const { return digest_; }

 private:
  std::vector<std::string> worlds_;
  std::size_t draws_ = 1, replicates_ = 1, runs_ = 1;
  std::optional<HeadlineValues> headlines_;
  std::vector<std::vector<PayerSums>> payers_;  ///< [world][run]
  std::vector<UncertainValue> uncertain_;
  std::vector<std::vector<double>> drawn_;  ///< [draw][value]
  std::string digest_;
};

}  // namespace skillscale::experiments
