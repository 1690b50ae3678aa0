#include "experiments/result_layout.h"

#include <algorithm>

#include "experiments/parameters_csv.h"
#include "sim/error.h"
#include "version.h"

namespace skillscale::experiments {

Recording recording_for(const scenarios::Scenario& scenario) {
  const auto& wanted = scenario.run.outputs.variables;
  Recording recording;
  recording.every = scenario.run.outputs.every;
  for (std::size_t i = 0; i < indicator_count(); ++i) {
    const bool asked = wanted.empty() ||
                       std::find(wanted.begin(), wanted.end(), indicator_name(i)) != wanted.end();
    if (asked) recording.indicators.push_back(i);
  }
  return recording;
}

output::Layout make_layout(const scenarios::Scenario& scenario, const RunOptions& options,
                           const WorldSet& worlds, const Recording& recording) {
  if (recording.every > options.months) {
    sim::fail_input(
        "outputs.every is " + std::to_string(recording.every) + "\n  allowed: 1 to " +
        std::to_string(options.months) +
        " months, the length of the run\n  next: lower outputs.every, or lengthen horizon.months");
  }
  output::Layout layout;
  layout.title = scenario.run.name;
  layout.scenario_name = scenario.run.name;
  layout.program_version = version();
  layout.git_id = git_id();
  layout.random_scheme = "threefry2x64-20/1";
  const int first_stored = scenario.run.start.month - 1 + recording.every - 1;
  layout.start_year = scenario.run.start.year + first_stored / 12;
  layout.start_month = first_stored % 12 + 1;
  layout.months = options.months / recording.every;
  layout.month_step = recording.every;
  layout.draws = std::max(1, scenario.run.ensemble.draws);
  layout.replicates = options.replicates;
  layout.seed = options.seed;
  layout.worlds = worlds.names;
  layout.quantiles = scenario.run.ensemble.quantiles;
  describe_indicators(layout, *worlds.parameters.front(), recording);
  layout.scenario_digest = scenario.digest;
  layout.extra_attributes["description"] = scenario.run.description;
  layout.extra_attributes["pool_multiplicity"] =
      std::to_string(static_cast<long long>(worlds.parameters.front()->pool_multiplicity));
  if (!options.branched_from.empty())
    layout.extra_attributes[output::branched_from] = options.branched_from;
  if (scenario.posterior) layout.extra_attributes["posterior_digest"] = scenario.posterior->digest;
  layout.provenance.effective_yaml = scenario.effective_yaml;
  for (const auto& file : scenario.files)
    layout.provenance.sources.emplace_back(file.name, file.text);
  layout.provenance.parameter_table_csv = parameters_csv(scenario, options.sources_csv);
  layout.provenance.command_line = options.command_line;
  return layout;
}

}  // namespace skillscale::experiments
