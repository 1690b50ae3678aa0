#include "cli/common_options.h"

#include <CLI/CLI.hpp>

#include "cli/option_values.h"
#include "cli/thread_plan.h"

namespace skillscale::cli {

void add_common(CLI::App& command, CommonOptions& options, const char* replicates) {
  const auto add = [&](const char* name, auto& into, const char* type, const char* meaning) {
    return command.add_option(name, into, meaning)->type_name(type);
  };
  add("--replicates", options.replicates, "N", replicates);
  add("--seed", options.seed, "S", "Seed, instead of that of the scenario.");
  add("--threads", options.threads, "N", "Most threads; without it all cores.");
  add("--until", options.until, "YYYY-MM", "Last month, instead of the scenario's horizon.");
  add("--set", options.changes, "path=value",
      "Changes one value of the scenario. For several write it again: --set a=1 --set b=2. "
      "`skillscale params` lists the paths.")
      ->allow_extra_args(false);
}

void add_checkpoint_every(CLI::App& command, CommonOptions& options, const char* meaning) {
  command.add_option("--checkpoint-every", options.checkpoint_every, meaning)->type_name("MONTHS");
}

void add_writing(CLI::App& command, CommonOptions& options, const char* force) {
  command.add_flag("--force", options.force, force);
  command.add_flag("--quiet", options.is_quiet, "No warnings, progress or result table.");
}

experiments::RunOptions common_run_options(const CommonOptions& options,
                                           const scenarios::Scenario& scenario, int replicates) {
  constexpr double longest = 30000;
  experiments::RunOptions run;
  run.replicates =
      static_cast<int>(whole("--replicates", options.replicates,
                             static_cast<std::uint64_t>(replicates), "ensemble.replicates"));
  run.seed = whole("--seed", options.seed, scenario.run.ensemble.seed, "ensemble.seed");
  run.months = months_until(options.until, scenario.run);
  run.force = options.force;
  run.checkpoint_every =
      static_cast<int>(whole("--checkpoint-every", options.checkpoint_every, 0, 1, longest));
  return run;
}

int threads_asked(const CommonOptions& options) {
  return static_cast<int>(whole("--threads", options.threads, 0, 1, most_threads));
}

void add_words(std::string& command, const char* option, const std::string& value) {
  if (!value.empty()) command += std::string(" ") + option + " " + shell_word(value);
}

std::string words_of(const CommonOptions& options) {
  std::string text;
  add_words(text, "--replicates", options.replicates);
  add_words(text, "--seed", options.seed);
  add_words(text, "--threads", options.threads);
  add_words(text, "--until", options.until);
  add_words(text, "--checkpoint-every", options.checkpoint_every);
  for (const auto& change : options.changes) add_words(text, "--set", change);
  return text + (options.force ? " --force" : "");
}

}  // namespace skillscale::cli
