// skillscale show SCENARIO.yaml: what a scenario is, or with --effective every value it states.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.h"
#include "cli/estimates.h"
#include "cli/exit_status.h"
#include "cli/load_scenario.h"

namespace skillscale::cli {
namespace {

struct Options {
  std::filesystem::path file;
  bool is_effective = false;
  bool has_origins = false;
};

std::string overview(const scenarios::Scenario& scenario) {
  const auto& run = scenario.run;
  std::string text = run.name + "\n";
  if (!run.description.empty()) text += run.description + "\n";
  text += fmt::format("\n  horizon     {} months from {}\n", run.months, to_text(run.start));
  text += fmt::format("  ensemble    {} replicates, seed {}, {} parameter draws\n",
                      run.ensemble.replicates, run.ensemble.seed, run.ensemble.draws);
  text += fmt::format("  references  {}\n",
                      run.ensemble.references.empty()
                          ? "none"
                          : fmt::format("{}", fmt::join(run.ensemble.references, ", ")));
  for (std::size_t at = 0; at < scenario.files.size(); ++at) {
    text += fmt::format("  {:<10}  {}\n", at == 0 ? "files" : "", scenario.files[at].name);
  }
  const auto stated = std::count_if(scenario.bound.values.begin(), scenario.bound.values.end(),
                                    [](const auto& value) { return !value.is_default; });
  text += fmt::format("  parameters  {}, of which the files state {}\n",
                      scenario.bound.values.size(), stated);
  return text + estimates_text(scenario.bound) +
         "\n`skillscale show FILE --effective --origin` prints every stated value with its "
         "place.\n";
}

int show(const Options& options) {
  const auto scenario = load_scenario(options.file, load_options());
  fmt::print("{}", options.is_effective ? scenarios::show(scenario, options.has_origins)
                                        : overview(scenario));
  return Done;
}

}  // namespace

void add_show(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("show", "Prints a scenario as the program understands it.");
  const auto options = std::make_shared<Options>();
  command->add_option("SCENARIO.yaml", options->file, "Scenario file.")->type_name("")->required();
  auto* effective = command->add_flag("--effective", options->is_effective,
                                      "Prints the whole scenario after `extends`.");
  command->add_flag("--origin", options->has_origins, "Adds the file and line of every value.")
      ->needs(effective);
  command->callback([options, &chosen] { chosen = [options] { return show(*options); }; });
}

}  // namespace skillscale::cli
