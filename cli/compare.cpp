// skillscale compare A B C ...: headlines of many results beside each other.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/comparison_page.h"
#include "cli/comparison_table.h"
#include "cli/exit_status.h"
#include "cli/target_files.h"
#include "viz/report/write_page.h"

namespace skillscale::cli {
namespace {

struct Options {
  ComparedOptions compared;
  std::string reference;
  std::filesystem::path html;
  bool is_json = false, is_csv = false, force = false;
};

int compare(const Options& options) {
  ComparedResults results(options.compared);
  const auto reference = options.reference.empty() ? 0 : results.position(options.reference);
  if (!options.html.empty()) check_page_target(options.compared.files, options.html, options.force);
  if (!results.run()) return Interrupted;
  if (!options.html.empty())
    report::write_page(options.html, comparison_page(results.all(), reference));
  const auto comparison = compare_results(results.all(), reference);
  if (options.is_json) {
    fmt::print("{}", comparison_json(comparison, results.all()));
  } else if (options.is_csv) {
    fmt::print("{}", comparison_csv(comparison));
  } else {
    fmt::print("{}", comparison_text(comparison, results.all()));
  }
  return Done;
}

}  // namespace

void add_compare(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "compare", "Headlines of two or more results or scenarios, with differences to one of them.");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("FILE", options->compared.files,
                   "Result files (F.h5) or scenario files (F.yaml); scenarios are run on common "
                   "random numbers.")
      ->type_name("")
      ->required()
      ->expected(2, -1);
  command
      ->add_option("--reference", options->reference,
                   "The one that the others are compared with; without it the first.")
      ->type_name("NAME");
  auto* json = command->add_flag("--json", options->is_json, "Prints JSON.");
  command->add_flag("--csv", options->is_csv, "Prints comma-separated values.")->excludes(json);
  command
      ->add_option("--html", options->html,
                   "Writes the comparison also as a page for any browser: every result as the "
                   "reference, over all months.")
      ->type_name("F.html");
  command->add_flag("--force", options->force,
                    "Lets --html replace a file that is no page of this program.");
  add_run_options(*command, options->compared);
  command->callback([options, &chosen] { chosen = [options] { return compare(*options); }; });
}

}  // namespace skillscale::cli
