// skillscale odd: the model's description after the ODD protocol, from the same tables as the
// model.
#include "models/odd.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/exit_status.h"

namespace skillscale::cli {

void add_odd(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("odd", "Prints the model's description (ODD protocol).");
  const auto indicators = std::make_shared<bool>(false);
  command->add_flag("--indicators", *indicators, "Print the list of indicators instead.");
  command->callback([&chosen, indicators] {
    chosen = [indicators] {
      fmt::print("{}", *indicators ? models::indicators_text() : models::odd_text());
      return int{Done};
    };
  });
}

}  // namespace skillscale::cli
