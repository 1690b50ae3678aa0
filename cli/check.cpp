// skillscale check SCENARIO.yaml...: all faults of all files in one go.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/load_scenario.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

struct Options {
  std::vector<std::filesystem::path> files;
  bool is_json = false;
  bool is_quiet = false;
};

int check(const Options& options) {
  const auto faults = scenarios::check(options.files, load_options(), scenarios::model_language());
  if (options.is_json) {
    fmt::print("{}", faults.json());
    return faults.empty() ? Done : WrongInput;
  }
  if (!faults.empty()) throw sim::InputError(faults.text());
  if (!options.is_quiet) {
    for (const auto& file : options.files) fmt::print("{}: sound\n", file.string());
  }
  return Done;
}

}  // namespace

void add_check(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("check", "Lists everything that is wrong with scenarios.");
  const auto options = std::make_shared<Options>();
  command->add_option("SCENARIO.yaml", options->files, "Scenario files.")
      ->type_name("")
      ->required();
  command->add_flag("--json", options->is_json, "Prints the faults as JSON.");
  command->add_flag("--quiet", options->is_quiet, "Prints nothing for sound files.");
  command->callback([options, &chosen] { chosen = [options] { return check(*options); }; });
}

}  // namespace skillscale::cli
