// skillscale schema: the JSON Schemas of scenarios, calibrations and experiments, for editors and
// other programs.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "scenarios/calibration.h"
#include "scenarios/experiment.h"
#include "scenarios/scenario.h"

namespace skillscale::cli {

void add_schema(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("schema", "Prints the JSON Schema of scenario files.");
  const auto of_calibrations = std::make_shared<bool>(false);
  const auto of_experiments = std::make_shared<bool>(false);
  command->add_flag("--calibration", *of_calibrations, "That of calibration files instead.");
  command->add_flag("--experiment", *of_experiments, "That of experiment files instead.");
  command->callback([of_calibrations, of_experiments, &chosen] {
    chosen = [of_calibrations, of_experiments] {
      fmt::print("{}", *of_experiments    ? scenarios::experiment_schema()
                       : *of_calibrations ? scenarios::calibration_schema()
                                          : scenarios::schema(scenarios::model_language()));
      return int{Done};
    };
  });
}

}  // namespace skillscale::cli
