// What a study of packages found, as a page that can be printed: Markdown, every sentence with its
// numbers and their range over runs.
#pragma once

#include <string>
#include <vector>

#include "experiments/package_study.h"
#include "scenarios/scenario.h"

namespace skillscale::cli {

/// A study with what its scenario says about itself.
struct StudiedScenario {
  const scenarios::Scenario& scenario;
  const experiments::PackageStudy& study;
  std::string file;  ///< as the user named it

  /// "Think tank, all fields of action"; the scenario's own world is "the scenario".
  std::string title(std::size_t world) const;
};

/// Positions of the worlds that the text speaks of.
struct ComparedWorlds {
  std::size_t none = 0;   ///< without partnerships
  std::size_t after = 0;  ///< the package that is held against the scenario
};

/// 1 scaling and additionality, 2 packages, 3 bottleneck, 4 success and scale.
std::string scaling_findings(const StudiedScenario& of, const ComparedWorlds& worlds);

/// 5 who pays, 6 who gains and who loses.
std::string party_findings(const StudiedScenario& of, const ComparedWorlds& worlds);

/// 7 what hangs on estimates. Needs draws.
std::string estimate_findings(const StudiedScenario& of, const ComparedWorlds& worlds);

}  // namespace skillscale::cli
