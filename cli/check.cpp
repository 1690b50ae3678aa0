// skillscale check SCENARIO.yaml...: all faults of all files in one go, then warnings.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/load_scenario.h"
#include "cli/tell.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

struct Options {
  std::vector<std::filesystem::path> files;
  bool is_json = false;
  bool is_quiet = false;
};

int check(const Options& options) {
  const auto report = scenarios::check(options.files, load_options(), scenarios::model_language());
  const bool is_sound = report.faults.empty();
  if (options.is_json) {
    fmt::print("{}", report.json());
    return is_sound ? Done : WrongInput;
  }
  if (!is_sound) throw sim::InputError(report.text());
  if (options.is_quiet) return Done;
  for (const auto& file : options.files) fmt::print("{}: sound\n", file.string());
  std::fflush(stdout);
  tell("{}", report.warnings.text());
  return Done;
}

}  // namespace

void add_check(CLI::App& app, Action& chosen) {
  auto* command =
      app.add_subcommand("check", "Lists everything that is wrong or doubtful in scenarios.");
  const auto options = std::make_shared<Options>();
  command->add_option("SCENARIO.yaml", options->files, "Scenario files.")
      ->type_name("")
      ->required();
  command->add_flag("--json", options->is_json, "Prints faults and warnings as JSON.");
  command->add_flag("--quiet", options->is_quiet, "Prints nothing for files without faults.");
  command->callback([options, &chosen] { chosen = [options] { return check(*options); }; });
}

}  // namespace skillscale::cli
