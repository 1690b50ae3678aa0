// One world on its way through the months, with all that its result will need of the months behind
// it. What a checkpoint keeps of a world is a trajectory.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/indicators.h"
#include "models/world.h"
#include "sim/archive.h"
#include "sim/graph.h"
#include "sim/tally_history.h"

namespace skillscale::experiments {

/// Positions of the indicators to record: first all tallies, then the derived ones (as in
/// models/indicators.h).
struct Recording {
  std::vector<std::size_t> indicators;
  int every = 1;  ///< months from one recorded month to the next; the last of each span is recorded
};

/// The partnership graph at the end of a year.
struct YearGraph {
  std::int32_t month = 0;  ///< months behind it
  sim::Snapshot graph;
};

/// What one world left behind.
struct WorldRecord {
  std::vector<std::vector<double>> monthly;  ///< per recorded indicator, month-major
  models::Totals totals;
  sim::Hash128 digest;
  std::vector<YearGraph> graphs;  ///< where they were wanted
  std::vector<models::CellFates> fates;
};

class Trajectory {
 public:
  Trajectory(std::shared_ptr<const models::Parameters> parameters,
             std::shared_ptr<const models::ReplicateSetup> setup, bool keeps_graphs = false);

  const models::World& world() const { return world_; }
  bool is_over() const { return world_.month >= world_.now.months; }
  void step();

  /// Everything, between two months: whoever restores it goes on as if nothing had happened,
  /// whatever is recorded then.
  sim::Archive save() const;
  /// @return empty, or what does not fit; the trajectory is then not defined
  std::string restore(const sim::Archive& archive);

  WorldRecord record(const Recording& recording) const;
  /// What is left of a finished trajectory: enough for its record, whatever is recorded.
  sim::Archive save_finished() const;

 private:
  models::World world_;
  models::TotalsRecorder totals_;
  sim::TallyHistory history_;
  bool keeps_graphs_;
  std::vector<YearGraph> graphs_;
};

/// The record of a finished trajectory.
/// @return empty, or what does not fit
std::string restore_record(const models::Parameters& parameters, const sim::Archive& finished,
                           const Recording& recording, WorldRecord& record);

/// The trajectory digest of a state or a finished trajectory; nothing if it has none.
std::optional<sim::Hash128> digest_of(const sim::Archive& archive);

/// What is wrong with the digest, month or history of a kept trajectory; empty if nothing is. The
/// members of its world are looked at when it is taken up.
std::string kept_problem(const models::Parameters& parameters, const sim::Archive& kept, int month,
                         bool is_finished);

/// The tallies of all months of a trajectory that save or save_finished kept; null if it has none.
const sim::NamedArray* history_of(const sim::Archive& archive);

}  // namespace skillscale::experiments
