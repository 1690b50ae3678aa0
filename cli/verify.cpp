// skillscale verify F.h5: is a result file or a checkpoint whole, undamaged and of the shape
// readers rely on.
#include "output/verify.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/number_words.h"
#include "experiments/checkpoint.h"
#include "experiments/sweep/run_table.h"
#include "output/contents.h"
#include "output/result_file.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

struct Options {
  std::filesystem::path file;
  bool is_quiet = false;
};

std::string month_words(const experiments::CheckpointRun& run, int months) {
  const auto start = scenarios::read_calendar_month(run.start);
  return start && months > 0 ? to_text(later(*start, months - 1))
                             : "month " + std::to_string(months);
}

/// What a checkpoint holds, for people.
std::string checkpoint_words(const output::CheckpointReader& file) {
  const auto run = experiments::checkpoint_run(file);
  const auto worlds = static_cast<long long>(std::max(1, run.draws)) * run.replicates *
                      static_cast<long long>(run.worlds.size());
  long long months = 0, over = 0;
  std::vector<int> under_way;
  for (const auto& unit : file.units()) {
    months += unit.month;
    over += unit.is_finished ? 1 : 0;
    if (!unit.is_finished) under_way.push_back(unit.month);
  }
  auto text = fmt::format(
      "{}: whole, checkpoint of {}\n"
      "run     {} to {}; {} x {} worlds, seed {}, skillscale {}\n"
      "months  {} of {} of all worlds; {} of {} worlds are over\n",
      file.path().string(), file.entry("scenario_name"), run.start, month_words(run, run.months),
      static_cast<long long>(std::max(1, run.draws)) * run.replicates, run.worlds.size(), run.seed,
      file.entry("program_version"), grouped(double(months), 0),
      grouped(double(worlds) * run.months, 0), over, worlds);
  if (!under_way.empty()) {
    const auto [first, last] = std::minmax_element(under_way.begin(), under_way.end());
    const auto from = month_words(run, *first), to = month_words(run, *last);
    text += fmt::format("states  {} worlds {}{}\n", under_way.size(),
                        from == to ? "at the end of " : "between " + from + " and ", to);
  }
  if (!run.branched_from.empty()) text += "past    of another run: " + run.branched_from + "\n";
  return text;
}

int verify_checkpoint(const Options& options) {
  const output::CheckpointReader file(options.file);
  experiments::check_states(file);
  const auto words = checkpoint_words(file);
  if (!options.is_quiet) fmt::print("{}", words);
  return Done;
}

int verify_sweep(const Options& options) {
  const experiments::sweep::Store store(options.file, experiments::sweep::Access::Read);
  experiments::sweep::RunTable table(store);
  std::string faults;
  for (const auto& bad : table.read()) faults += bad.file.string() + ": " + bad.problem + "\n";
  if (!faults.empty())
    throw sim::StorageError(faults +
                            "  next: skillscale resume puts these aside and makes their "
                            "runs again");
  const auto counts = table.counts();
  if (!options.is_quiet)
    fmt::print("{}: whole, {} of {} runs finished, digest {}\n", options.file.string(),
               counts.finished, counts.due, table.digest());
  return Done;
}

int verify(const Options& options) {
  if (experiments::sweep::looks_like_store(options.file)) return verify_sweep(options);
  if (output::looks_like_checkpoint(options.file)) return verify_checkpoint(options);
  // Opening tells a foreign or missing file (wrong input) from a damaged one.
  const auto digest = output::ResultReader(options.file).digest();
  const auto faults = output::verify(options.file);
  if (!faults.empty()) throw sim::StorageError(fmt::format("{}\n", fmt::join(faults, "\n")));
  if (!options.is_quiet) fmt::print("{}: whole, digest {}\n", options.file.string(), digest);
  return Done;
}

}  // namespace

void add_verify(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "verify", "Checks that a result file, a checkpoint or a sweep is whole and undamaged.");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("F.h5", options->file,
                   "Result file, checkpoint (.ckpt.h5), or folder of a sweep.")
      ->type_name("")
      ->required();
  command->add_flag("--quiet", options->is_quiet, "Prints nothing for a good file.");
  command->callback([options, &chosen] { chosen = [options] { return verify(*options); }; });
}

}  // namespace skillscale::cli
