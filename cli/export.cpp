// skillscale export F.h5: result variables as text for spreadsheets and other programs.
#include "output/export.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/commands.h"
#include "cli/exit_status.h"

namespace skillscale::cli {
namespace {

struct Options {
  std::filesystem::path file;
  std::string format;
  std::vector<std::string> variables;
};

int export_file(const Options& options) {
  // Nothing else writes to standard output here, so its stream may have a buffer of its own.
  std::ios::sync_with_stdio(false);
  const output::ResultReader reader(options.file);
  if (options.format == "csv") {
    output::export_csv(reader, options.variables, std::cout);
  } else {
    output::export_json(reader, options.variables, std::cout);
  }
  std::cout.flush();
  return Done;
}

}  // namespace

void add_export(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("export", "Prints result variables as CSV or JSON.");
  const auto options = std::make_shared<Options>();
  command->add_option("F.h5", options->file, "Result file.")->type_name("")->required();
  command->add_option("--format", options->format, "csv (one line per value) or json.")
      ->type_name("FORMAT")
      ->required()
      ->check(CLI::IsMember({"csv", "json"}));
  command
      ->add_option("--variable", options->variables,
                   "Variable to print, repeatable; without it all indicators.")
      ->type_name("V")
      ->allow_extra_args(false);
  command->callback([options, &chosen] { chosen = [options] { return export_file(*options); }; });
}

}  // namespace skillscale::cli
