// skillscale schema: the JSON Schema of the scenario language, for editors and other programs.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "scenarios/scenario.h"

namespace skillscale::cli {

void add_schema(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("schema", "Prints the JSON Schema of scenario files.");
  command->callback([&chosen] {
    chosen = [] {
      fmt::print("{}", scenarios::schema(scenarios::model_language()));
      return int{Done};
    };
  });
}

}  // namespace skillscale::cli
