// skillscale params: every parameter of the model, for people and programs.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "scenarios/params_listing.h"

namespace skillscale::cli {
namespace {

struct Options {
  std::string missing;
  bool is_json = false;
  bool is_csv = false;
};

int params(const Options& options) {
  const auto rows = scenarios::select_rows(scenarios::model_language(), options.missing);
  if (options.is_json) {
    fmt::print("{}", scenarios::params_json(rows));
  } else if (options.is_csv) {
    fmt::print("{}", scenarios::params_csv(rows));
  } else {
    fmt::print("{}", scenarios::params_text(rows));
  }
  return Done;
}

}  // namespace

void add_params(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "params", "Lists every parameter: path, unit, range, standard value, meaning, source.");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("--missing", options->missing,
                   "Only those that lack it: source, unit, range or meaning.")
      ->type_name("WHAT");
  auto* json = command->add_flag("--json", options->is_json, "Prints JSON.");
  command->add_flag("--csv", options->is_csv, "Prints comma-separated values.")->excludes(json);
  command->callback([options, &chosen] { chosen = [options] { return params(*options); }; });
}

}  // namespace skillscale::cli
