// Where two checkpoints of a run part: the first month, and in it the first entity and field.
#pragma once

#include <optional>
#include <string>

#include "experiments/checkpoint_keeper.h"
#include "models/state_difference.h"
#include "models/structure.h"
#include "output/checkpoint_file.h"

namespace skillscale::experiments {

struct Bisection {
  /// A parameter that differs between the two runs.
  std::optional<models::Difference> parameter;
  /// The world whose tallies or states differ first; nothing if none do.
  std::optional<UnitName> unit;
  std::string world;  ///< its name
  int month = 0;      ///< months behind it, of the first difference; 1 is the first month
  /// The first tally that differs in that month, where one does.
  std::optional<models::StateDifference> tally;
  /// The first member of the state, where one could be found.
  std::optional<models::StateDifference> state;
  /// Simulated again here, both runs agree: what differs stands in the files alone.
  bool is_in_files_alone = false;
  int months_compared = 0;  ///< of the world with the fewest
  int units_in_one_only = 0;
};

/// Compares the tallies of all months both have, simulates both runs again up to the first month
/// that differs, and compares their states month by month.
///
/// @throws InputError  if the checkpoints cannot be compared
Bisection bisect(const output::CheckpointReader& one, const output::CheckpointReader& other);

}  // namespace skillscale::experiments
