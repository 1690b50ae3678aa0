#include "cli/sweep_slurm.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <regex>

#include "cli/exit_status.h"
#include "cli/option_values.h"
#include "cli/thread_plan.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

struct Said {
  std::string words;
  int status = 0;
};

/// Runs a command and takes what it prints on both outputs.
Said said_by(const std::string& command) {
  Said said;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw sim::StorageError("no shell can be started\n  next: check the limits");
  std::array<char, 256> part{};
  while (std::fgets(part.data(), part.size(), pipe) != nullptr) said.words += part.data();
  said.status = pclose(pipe);
  while (!said.words.empty() && said.words.back() == '\n') said.words.pop_back();
  return said;
}

std::string job_number(const std::string& command) {
  const auto said = said_by(command);
  // Clusters say more than that at times: "NUMBER" or "NUMBER;CLUSTER" stands in a line of its own.
  static const std::regex line("(^|\n)([0-9]+)(;[^\n]*)?(\n|$)");
  std::smatch found;
  if (said.status == 0 && std::regex_search(said.words, found, line)) return found[2];
  throw sim::StorageError(fmt::format(
      "sbatch {}{}\n  next: mend that; the sweep is begun, `--print` shows the script, and "
      "`skillscale resume` carries it out here",
      said.words.empty() ? "says nothing" : "says: " + said.words,
      said.status == 0 ? ", which has no number of a job" : ""));
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream out(file);
  out << text;
  out.close();
  if (!out) throw sim::StorageError(file.string() + ": cannot be written\n  next: check the disk");
}

/// What the script of an array says.
struct Array {
  std::string program, folder, due, time;
  std::uint64_t tasks = 1, threads = 1;
  int attempts = 1;
};

// The warning before the limit is a signal of its own, so that a cancelled task is not queued
// again.
constexpr const char* array_text = R"(#!/bin/bash
#SBATCH --job-name=skillscale --array=1-{tasks} --cpus-per-task={threads} --time={time}
#SBATCH --requeue --open-mode=append --signal=B:USR1@60
# One part of what was missing when this was written. Whoever is told to end stores what is finished. A minute before the
# limit that happens, too, and the task is queued again.
{program} work {folder} --due {due} \
  --share "$SLURM_ARRAY_TASK_ID/{tasks}" --threads {threads} --attempts {attempts} --quiet &
worker=$!
again=no
trap 'again=yes; kill -TERM "$worker"' USR1
trap 'kill -TERM "$worker"' TERM
wait "$worker"
status=$?
while ((status > 128)) && kill -0 "$worker" 2>/dev/null; do wait "$worker"; status=$?; done
if [[ $again == yes ]] && ((status == 130)); then
  scontrol requeue "${{SLURM_ARRAY_JOB_ID}}_$SLURM_ARRAY_TASK_ID"
fi
exit "$status"
)";

std::string array_script(const Array& array) {
  return fmt::format(fmt::runtime(array_text), fmt::arg("tasks", array.tasks),
                     fmt::arg("threads", array.threads), fmt::arg("attempts", array.attempts),
                     fmt::arg("time", array.time), fmt::arg("program", shell_word(array.program)),
                     fmt::arg("folder", shell_word(array.folder)),
                     fmt::arg("due", shell_word(array.due)));
}

}  // namespace

void check_array(const EngineOptions& options) {
  static_cast<void>(asked_tasks(options));
  static_cast<void>(task_threads(options));
  static const std::regex limit("([0-9]+-)?[0-9]+(:[0-9]+){0,2}");
  if (!std::regex_match(options.time, limit))
    throw sim::InputError("--time is " + options.time +
                          "\n  allowed: MINUTES, HH:MM:SS, or DAYS-HH:MM:SS\n"
                          "  next: write it as in 04:00:00");
}

std::uint64_t asked_tasks(const EngineOptions& options) {
  constexpr double most_tasks = 10000;
  return whole("--tasks", options.tasks, 1, 1, most_tasks);
}

std::uint64_t task_threads(const EngineOptions& options) {
  return whole("--threads", options.threads, 1, 1, most_threads);
}

int submit(const fs::path& given, const fs::path& due, const EngineOptions& options, int attempts,
           std::uint64_t tasks) {
  const auto folder = fs::absolute(given);
  const auto program = fs::read_symlink("/proc/self/exe").string();
  const auto threads = task_threads(options);
  const auto text = array_script({program, folder.string(), fs::absolute(due).string(),
                                  options.time, tasks, threads, attempts});
  if (options.only_prints) {
    fmt::print("{}", text);
    return Done;
  }
  fs::create_directories(folder / "log");
  const auto script = folder / "array.sh";
  write(script, text);
  const auto array = job_number(fmt::format("sbatch --parsable --output={} {} {}",
                                            shell_word((folder / "log" / "%A_%a.txt").string()),
                                            options.more, shell_word(script.string())));
  const auto collect =
      fmt::format("{} collect {}", shell_word(program), shell_word(folder.string()));
  const auto collector = job_number(fmt::format(
      "sbatch --parsable --job-name=skillscale-collect --dependency=afterany:{} --output={} {} "
      "--wrap={}",
      array, shell_word((folder / "log" / "collect.txt").string()), options.more,
      shell_word(collect)));
  fmt::print(
      "array {} of {} tasks submitted, job {} collects when they have ended\n"
      "  next: skillscale status {}\n",
      array, tasks, collector, shell_word(given.string()));
  return Done;
}

}  // namespace skillscale::cli
