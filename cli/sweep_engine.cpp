#include "cli/sweep_engine.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/mpi_module.h"
#include "cli/option_values.h"
#include "cli/sweep_slurm.h"
#include "cli/thread_plan.h"
#include "experiments/engines/ranks.h"
#include "experiments/engines/threads.h"
#include "sim/parallel.h"

namespace skillscale::cli {

namespace sweep = experiments::sweep;

void add_engine(CLI::App& command, EngineOptions& options) {
  command
      .add_option("--engine", options.engine,
                  "threads: here and now; mpi: on the ranks that mpirun or srun started; slurm: a "
                  "job array, a part of the runs for each task.")
      ->check(CLI::IsMember({"threads", "mpi", "slurm"}))
      ->type_name("NAME");
  command
      .add_option("--threads", options.threads,
                  "Most threads; without it all cores, or one of each rank or task.")
      ->type_name("N");
  command
      .add_option("--tasks", options.tasks,
                  "Tasks of the job array; without it as many as take half an hour each, by a "
                  "short timing.")
      ->type_name("N");
  command.add_option("--time", options.time, "Time limit of a task; without it 04:00:00.")
      ->type_name("HH:MM:SS");
  command.add_option("--sbatch", options.more, "Further words for sbatch, in quotes.")
      ->type_name("WORDS");
  command.add_flag("--print", options.only_prints,
                   "Prints the script of the job array and submits nothing.");
}

ChosenEngine::ChosenEngine(const EngineOptions& options, bool is_quiet) : options_(options) {
  if (is_slurm()) {
    check_array(options);
    return;
  }
  const bool has_ranks = options.engine == "mpi";
  const auto asked = whole("--threads", options.threads, has_ranks ? 1 : 0, 1, most_threads);
  const auto plan = plan_threads(static_cast<int>(asked), !is_quiet);
  threads_ = plan.threads;
  has_progress_ = plan.has_progress;
  if (!has_ranks) return;
  messages_ = open_messages();
  ranks_ = messages_->size();
  if (is_helper()) return;
  // First the engine, which ends the other ranks whatever comes.
  ranks_engine_ = std::make_unique<sweep::RanksEngine>(*messages_, threads_);
  check_ranks(*messages_);
}

ChosenEngine::~ChosenEngine() = default;

bool ChosenEngine::is_helper() const { return messages_ && messages_->rank() > 0; }

int ChosenEngine::help() const {
  experiments::Progress progress;
  const Interrupt interrupt(progress.stop, progress.checkpoint_requests);
  // Runs stand side by side; within a run one thread works.
  const sim::ThreadLimit limit(1);
  return sweep::make_units(*messages_, threads_, progress) ? Done : NoStorage;
}

sweep::Engine& ChosenEngine::for_store(const sweep::Store& store) {
  if (ranks_engine_) {
    ranks_engine_->begin(store.folder());
    return *ranks_engine_;
  }
  engine_ = std::make_unique<sweep::ThreadsEngine>();
  return *engine_;
}

}  // namespace skillscale::cli
