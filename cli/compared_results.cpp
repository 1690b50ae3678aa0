#include "cli/compared_results.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>

#include "cli/interrupt.h"
#include "cli/load_scenario.h"
#include "cli/option_values.h"
#include "cli/progress_line.h"
#include "cli/target_files.h"
#include "cli/tell.h"
#include "cli/thread_plan.h"
#include "experiments/comparison.h"
#include "experiments/ensemble.h"
#include "scenarios/nearest.h"
#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

bool is_scenario(const fs::path& file) {
  return file.extension() == ".yaml" || file.extension() == ".yml";
}

/// Months that a result spans from its first simulated month on.
int months_of(const output::Layout& layout) { return layout.months * layout.month_step; }

std::string horizon_of(const Compared& one) {
  if (one.result) return experiments::horizon_words(one.result->layout());
  const auto& start = one.scenario->run.start;
  const int last = start.month - 1 + one.months - 1;
  return to_text(start) + " to " +
         to_text(scenarios::CalendarMonth{start.year + last / 12, last % 12 + 1});
}

std::string last_month(const Compared& one) {
  const auto horizon = horizon_of(one);
  return horizon.substr(horizon.rfind(' ') + 1);
}

fs::path make_temporary() {
  std::string name = (fs::temp_directory_path() / "skillscale-compare-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw sim::StorageError(name + ": cannot be made\n  next: name a folder with --output-dir");
  }
  return name;
}

}  // namespace

void add_run_options(CLI::App& command, ComparedOptions& options) {
  const auto add = [&](const char* name, auto& into, const char* type, const char* meaning) {
    command.add_option(name, into, meaning)->type_name(type);
  };
  add("--replicates", options.replicates, "N",
      "Replicates of the scenario files; without it those of the first result, else of the first "
      "scenario.");
  add("--seed", options.seed, "S", "Seed of the scenario files; without it as for --replicates.");
  add("--until", options.until, "YYYY-MM",
      "Last month of the scenario files; without it that of the first result, else of each "
      "scenario's horizon.");
  add("--threads", options.threads, "N", "Most threads; without it all cores.");
  add("--output-dir", options.folder, "DIR",
      "Keeps the results of scenario files there, NAME.h5 for NAME.yaml.");
  command.add_flag("--quiet", options.is_quiet, "No warnings and no progress.");
}

ComparedResults::ComparedResults(const ComparedOptions& options) : options_(options) {
  const auto load = load_options();
  for (const auto& file : options.files) {
    auto& one = all_.emplace_back();
    one.file = file;
    if (is_scenario(file)) {
      one.scenario.emplace(load_scenario(file, load));
    } else {
      one.result.emplace(file);
    }
  }
  name_all();
  settle();
  check_horizons();
}

ComparedResults::~ComparedResults() {
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
}

void ComparedResults::name_all() {
  for (auto& one : all_) {
    const auto stem = one.file.stem();
    const auto like = [&](const Compared& other) { return other.file.stem() == stem; };
    const bool is_alone = std::count_if(all_.begin(), all_.end(), like) == 1;
    one.name = is_alone ? stem.string() : one.file.string();
  }
  for (std::size_t i = 0; i < all_.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (all_[i].name == all_[j].name) all_[i].name += fmt::format(" ({})", i + 1);
    }
  }
}

/// All scenarios get the same seed and number of replicates: common random numbers.
void ComparedResults::settle() {
  const auto result = std::find_if(all_.begin(), all_.end(),
                                   [](const Compared& one) { return one.result.has_value(); });
  const auto first = std::find_if(all_.begin(), all_.end(),
                                  [](const Compared& one) { return one.scenario.has_value(); });
  if (first == all_.end()) return;
  const bool has_result = result != all_.end();
  const auto& own = first->scenario->run.ensemble;
  const auto seed = has_result ? result->result->layout().seed : own.seed;
  const auto replicates = has_result ? result->result->layout().replicates : own.replicates;
  for (auto& one : all_) {
    if (!one.scenario) continue;
    one.seed = whole("--seed", options_.seed, seed, "ensemble.seed");
    one.replicates =
        static_cast<int>(whole("--replicates", options_.replicates,
                               static_cast<std::uint64_t>(replicates), "ensemble.replicates"));
    one.months = months_until(options_.until, one.scenario->run);
    if (has_result && options_.until.empty()) one.months = months_of(result->result->layout());
    one.settings =
        fmt::format("seed {}, {} replicates, {}", one.seed, one.replicates, horizon_of(one));
  }
}

void ComparedResults::check_horizons() const {
  const auto expected = horizon_of(all_.front());
  for (const auto& one : all_) {
    const auto given = horizon_of(one);
    if (given == expected) continue;
    throw sim::InputError(fmt::format(
        "{}: spans {}\n  allowed: {}, as {}, because totals over different months say nothing\n"
        "  next: run it again with --until and the same horizon.start",
        one.file.string(), given, expected, all_.front().file.string()));
  }
}

bool ComparedResults::run() {
  experiments::Progress progress;
  const Interrupt interrupt(progress.stop, progress.checkpoint_requests);
  const auto threads = whole("--threads", options_.threads, 0, 1, most_threads);
  const auto plan = plan_threads(static_cast<int>(threads), !options_.is_quiet);
  const sim::ThreadLimit limit(plan.threads);
  const auto library = load_options().library;
  auto folder = options_.folder;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    auto& one = all_[i];
    if (!one.scenario) continue;
    if (folder.empty()) folder = temporary_ = make_temporary();
    // Files of one name, such as a/x.yaml and b/x.yaml, must not meet in the temporary folder.
    const auto stem = temporary_.empty() ? one.file.stem().string() : std::to_string(i);
    const auto output = folder / (stem + ".h5");
    for (std::size_t j = 0; j < i && temporary_.empty(); ++j) {
      if (!all_[j].scenario || all_[j].file.stem() != one.file.stem()) continue;
      throw sim::InputError(fmt::format(
          "{} and {} would both go into {}\n  next: give the files different names, or leave "
          "--output-dir out",
          all_[j].file.string(), one.file.string(), output.string()));
    }
    experiments::RunOptions run;
    run.seed = one.seed;
    run.replicates = one.replicates;
    run.months = one.months;
    run.sources_csv = sources_beside(library);
    run.command_line =
        fmt::format("skillscale run {} --seed {} --replicates {} --until {}",
                    shell_word(one.file.string()), one.seed, one.replicates, last_month(one));
    check_targets(*one.scenario, output, "", false);
    progress.months_done = 0;
    progress.agent_months = 0;
    std::optional<ProgressLine> line;
    if (!options_.is_quiet) {
      tell("{}{}: {}\n", one.scenario->warnings.text(), one.file.string(), one.settings);
      if (plan.has_progress) line.emplace(progress);
    }
    const auto summary = experiments::run_to_file(*one.scenario, run, output, progress);
    line.reset();
    if (summary.stopped) {
      tell("interrupted in {}\n  next: run the same command again\n", one.file.string());
      return false;
    }
    one.result.emplace(output);
  }
  return true;
}

std::size_t ComparedResults::position(const std::string& name) const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (all_[i].name == name || all_[i].file == name) return i;
    names.push_back(all_[i].name);
  }
  const auto near = scenarios::nearest_name(name, names);
  throw sim::InputError(
      fmt::format("--reference is {}\n  allowed: {}\n  next: {}", name, fmt::join(names, ", "),
                  near.empty() ? "choose one of these" : "did you mean " + near + "?"));
}

}  // namespace skillscale::cli
