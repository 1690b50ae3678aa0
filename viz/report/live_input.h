// What the page hands to the model that stands in it: the worlds of a run as parameter lines, and
// the tables of levers and ranges behind its controls.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "output/result_file.h"
#include "scenarios/scenario.h"

namespace skillscale::report {

/// What a result file does not tell of the run that wrote it.
struct LiveRun {
  std::string file;                  ///< the scenario as named on the command line
  std::vector<std::string> changes;  ///< `--set`, each "path=value"
  std::int64_t agents = 0;           ///< persons and establishments of a world, mean over months
};

/// The `live` part of the page as JSON; its format is defined in viz/page/src/live/input.ts.
/// Where the page cannot simulate the run, it says why.
///
/// @throws StorageError  if the result is damaged
std::string live_input(const scenarios::Scenario& scenario, const LiveRun& run,
                       const output::ResultReader& result);

}  // namespace skillscale::report
