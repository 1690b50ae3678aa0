// skillscale findings SCENARIO.yaml: what a scenario and the packages it is compared with come to,
// as a page that can be printed.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/estimates.h"
#include "cli/exit_status.h"
#include "cli/findings_text.h"
#include "cli/interrupt.h"
#include "cli/load_scenario.h"
#include "cli/option_values.h"
#include "cli/progress_line.h"
#include "cli/tell.h"
#include "cli/thread_plan.h"
#include "experiments/package_study.h"
#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::cli {

std::string StudiedScenario::title(std::size_t world) const {
  return world == 0 ? "The scenario" : scenario.references[world - 1].name;
}

namespace {

namespace fs = std::filesystem;

constexpr std::string_view none = "no_partnerships";

struct Options {
  fs::path scenario, estimates;
  std::string package = "denkfabrik_full", threads;
  std::vector<std::string> changes;
  bool is_quiet = false;
};

std::size_t position(const scenarios::Scenario& scenario, const fs::path& file,
                     std::string_view package) {
  for (std::size_t i = 0; i < scenario.references.size(); ++i)
    if (scenario.references[i].package == package) return i + 1;
  throw sim::InputError(fmt::format(
      "{}: ensemble.references has no {}\n  next: add it there, or name another package with "
      "--package",
      file.string(), package));
}

ComparedWorlds compared(const scenarios::Scenario& scenario, const fs::path& file,
                        const Options& options) {
  return {position(scenario, file, none), position(scenario, file, options.package)};
}

scenarios::Scenario read(const Options& options, const fs::path& file) {
  auto scenario = load_scenario(file, load_options(options.changes));
  if (!options.is_quiet) tell("{}", scenario.warnings.text());
  return scenario;
}

/// Nothing if the user has stopped it.
std::optional<experiments::PackageStudy> studied(const scenarios::Scenario& scenario,
                                                 const fs::path& file, bool shows_progress) {
  experiments::Progress progress;
  const Interrupt interrupt(progress.stop, progress.checkpoint_requests);
  std::optional<ProgressLine> line;
  if (shows_progress) {
    tell("{}: simulating\n", file.string());
    line.emplace(progress);
  }
  experiments::PackageStudy study(scenario, progress);
  if (progress.stop) return std::nullopt;
  return study;
}

std::string command_text(const Options& options) {
  std::string text = "skillscale findings " + shell_word(options.scenario.string());
  add_words(text, "--estimates", options.estimates.string());
  if (options.package != Options{}.package) add_words(text, "--package", options.package);
  for (const auto& change : options.changes) add_words(text, "--set", change);
  return text;
}

std::string front_page(const Options& options, const StudiedScenario& of) {
  const auto& s = of.study;
  const std::string spread =
      s.uncertain().empty()
          ? "over replicates only: every run has other random numbers and the same parameters"
          : fmt::format("over {} draws of {} uncertain values and their random numbers", s.draws(),
                        s.uncertain().size());
  return fmt::format(
      "# Findings\n\n**{}**. {}\n\nWritten by `{}`; digest `{}`. {} worlds, {} runs, {} months. A "
      "number is the median over runs, in brackets the range of 90 % of them, {}. All worlds of a "
      "run share random numbers and parameters, so that a difference is what the policy does. "
      "These are statements about the model: docs/odd.md says what it leaves out, "
      "docs/validation.md what it misses.\n\n{}\n",
      of.scenario.run.name, of.scenario.run.description, command_text(options), s.digest(),
      s.worlds().size(), s.runs(), of.scenario.run.months, spread,
      estimates_text(of.scenario.bound));
}

int findings(const Options& options) {
  const auto scenario = read(options, options.scenario);
  const auto worlds = compared(scenario, options.scenario, options);
  std::optional<scenarios::Scenario> drawn;
  ComparedWorlds drawn_worlds;
  if (!options.estimates.empty()) {
    drawn = read(options, options.estimates);
    drawn_worlds = compared(*drawn, options.estimates, options);
    if (drawn->run.ensemble.draws < 3)
      throw sim::InputError(fmt::format(
          "{}: ensemble.draws is {}\n  allowed: at least 3, better 100\n  next: raise it: what "
          "hangs on an estimate shows only if estimates are drawn",
          options.estimates.string(), drawn->run.ensemble.draws));
  }
  CommonOptions threads;
  threads.threads = options.threads;
  const auto plan = plan_threads(threads_asked(threads), !options.is_quiet);
  const sim::ThreadLimit limit(plan.threads);
  const bool shows = !options.is_quiet && plan.has_progress;
  const auto study = studied(scenario, options.scenario, shows);
  if (!study) return Interrupted;
  const StudiedScenario of{scenario, *study, options.scenario.string()};
  std::string text =
      front_page(options, of) + scaling_findings(of, worlds) + party_findings(of, worlds);
  if (drawn) {
    const auto draws = studied(*drawn, options.estimates, shows);
    if (!draws) return Interrupted;
    text += estimate_findings({*drawn, *draws, options.estimates.string()}, drawn_worlds);
  }
  fmt::print("{}", text);
  return Done;
}

}  // namespace

void add_findings(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "findings",
      "Runs a scenario beside its references and writes what follows as a page (Markdown).");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("SCENARIO.yaml", options->scenario,
                   "Scenario; among its references are no_partnerships and the package.")
      ->required()
      ->type_name("");
  command
      ->add_option("--estimates", options->estimates,
                   "Scenario with many ensemble.draws, for what hangs on uncertain values.")
      ->type_name("OTHER.yaml");
  command
      ->add_option("--package", options->package,
                   "Reference that is held against the scenario; without it denkfabrik_full.")
      ->type_name("NAME");
  command->add_option("--threads", options->threads, "Most threads; without it all cores.")
      ->type_name("N");
  command
      ->add_option("--set", options->changes,
                   "Changes one value of the scenarios. For several write it again.")
      ->type_name("path=value")
      ->allow_extra_args(false);
  command->add_flag("--quiet", options->is_quiet, "No warnings and no progress.");
  command->callback([options, &chosen] { chosen = [options] { return findings(*options); }; });
}

}  // namespace skillscale::cli
