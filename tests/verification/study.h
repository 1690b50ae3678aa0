// A scenario file as worlds to look at: the way a verification test runs the model.
//
// The file goes through the same reader as every scenario, and the worlds are those that
// `skillscale run` steps; a study only holds them in the hand.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "experiments/worlds.h"
#include "models/world.h"

namespace skillscale::verification {

/// Path and value, as `--set path=value` takes them.
using Change = std::pair<std::string, std::string>;

class Study {
 public:
  /// @param file  name in tests/verification/scenarios, or in the library when it has no such file
  explicit Study(const std::string& file, const std::vector<Change>& changes = {});

  /// The scenario's own world of one replicate, before its first month.
  models::World world(std::uint32_t replicate = 0) const;
  /// Steps a world of the replicate to the horizon and calls `look` after every month.
  models::World run(std::uint32_t replicate,
                    const std::function<void(const models::World&)>& look = {}) const;

  const experiments::WorldSet& worlds() const { return worlds_; }
  /// Every parameter of the scenario, also those at standard values.
  const std::vector<scenarios::ParameterValue>& values() const { return values_; }
  const models::Parameters& parameters() const { return *worlds_.parameters.front(); }
  std::uint64_t seed() const { return seed_; }
  std::uint32_t replicates() const { return replicates_; }
  int months() const { return months_; }

 private:
  experiments::WorldSet worlds_;
  std::vector<scenarios::ParameterValue> values_;
  std::uint64_t seed_ = 0;
  std::uint32_t replicates_ = 0;
  int months_ = 0;
};

/// Sum of a tally over all its cells.
std::int64_t total(const models::World& world, models::Tally tally);
/// Sum of a tally over origins, occupations and types, in one stage.
std::int64_t in_stage(const models::World& world, models::Tally tally, models::Stage stage);
/// One cell of a tally of authorities or of stages.
std::int64_t cell(const models::World& world, models::Tally tally, std::size_t position);

}  // namespace skillscale::verification
