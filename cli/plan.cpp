// skillscale plan SCENARIO.yaml: what a run will take of this machine.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/exit_status.h"
#include "cli/load_scenario.h"
#include "cli/number_words.h"
#include "cli/option_values.h"
#include "cli/room.h"
#include "cli/sweep_plan.h"
#include "cli/target_files.h"
#include "cli/thread_plan.h"
#include "experiments/pilot.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

struct Options : CommonOptions {
  fs::path scenario, output;
  bool is_json = false;
};

/// Everything that is told.
struct Plan {
  experiments::Footprint footprint;
  experiments::Forecast forecast;
  int pilot_months = 0;
  int threads = 1;
  std::string thread_note;
  std::int64_t program = 0;                              ///< memory that it holds already
  std::int64_t memory_at_least = 0, memory_at_most = 0;  ///< program included
  std::optional<Room> memory, disk;
  Fit fit;
  std::string doubt;  ///< as cli/room.h says it
};

Plan make_plan(const Options& options) {
  const auto threads = plan_threads(threads_asked(options), true);
  const auto load = load_options(options.changes);
  const auto scenario = load_scenario(options.scenario, load);
  auto run = common_run_options(options, scenario, scenario.run.ensemble.replicates);
  run.sources_csv = sources_beside(load.library);
  const auto output = options.output.empty()
                          ? fs::path("results") / options.scenario.stem().concat(".h5")
                          : options.output;
  if (!options.output.empty()) check_targets(scenario, output, "", false);
  const auto worlds = experiments::make_worlds(scenario, run.months, run.seed, 0);
  Plan plan;
  plan.thread_note = threads.note;
  plan.footprint = experiments::footprint_of(scenario, run, worlds);
  plan.memory = free_memory();
  plan.disk = free_disk(output);
  plan.fit = fit(plan.footprint, threads.threads, plan.memory, plan.disk);
  plan.threads = plan.fit.threads;
  plan.program = resident_memory();
  plan.memory_at_least = plan.program + experiments::memory_at_least(plan.footprint, plan.threads);
  if (!plan.fit.refusal.empty()) return plan;
  const auto pilot = experiments::run_pilot(worlds, run.seed);
  plan.pilot_months = pilot.months();
  plan.forecast = experiments::forecast(plan.footprint, pilot, plan.threads, processors());
  plan.memory_at_most = std::max(plan.memory_at_least, plan.program + plan.forecast.memory_at_most);
  plan.doubt = doubt(plan.footprint, plan.forecast, plan.memory, plan.disk);
  return plan;
}

std::string count(double value) { return grouped(value, 0); }

void print_row(const char* label, const std::string& text) {
  fmt::print("{:<9} {}\n", label, text);
}

void print_size(const Plan& plan) {
  const auto& f = plan.footprint;
  print_row("pools", fmt::format("{} persons in {} rows (pool.multiplicity {})",
                                 count(double(f.start.persons)), count(double(f.start.rows)),
                                 f.start.multiplicity));
  print_row("runs", fmt::format("{} x {} worlds x {} months; threads {}, runs at once {}",
                                count(double(f.runs)), f.worlds, f.months, plan.threads,
                                experiments::replicates_at_once(f, plan.threads)));
}

std::string time_words(const experiments::Forecast& forecast) {
  if (forecast.seconds_high < 1) return "less than a second";
  return fmt::format("{} to {}", duration(forecast.seconds_low), duration(forecast.seconds_high));
}

void print_forecast(const Plan& plan) {
  const auto& f = plan.footprint;
  if (plan.fit.refusal.empty()) {
    print_row("memory", fmt::format("{} to {}", in_bytes(plan.memory_at_least),
                                    in_bytes(plan.memory_at_most)));
  } else {
    print_row("memory", fmt::format("at least {}", in_bytes(plan.memory_at_least)));
  }
  print_row("disk",
            fmt::format("{} until the result is complete, then {} or, as a rule, a fifth and less",
                        in_bytes(experiments::disk_at_most(f)), in_bytes(f.file.file_at_most)));
  if (!plan.fit.refusal.empty()) return;
  if (f.keeps_checkpoints)
    print_row("states", fmt::format("{} in a checkpoint at most, three times that of disk while it "
                                    "is replaced",
                                    in_bytes(plan.forecast.checkpoint_at_most)));
  print_row("time", fmt::format("{}, {} agent-months", time_words(plan.forecast),
                                in_millions(plan.forecast.agent_months)));
  if (plan.pilot_months < f.months)
    print_row("", fmt::format("from the first {} months; levers that start later are not seen",
                              plan.pilot_months));
}

void print_machine(const Plan& plan) {
  if (plan.memory)
    print_row("machine",
              fmt::format("{} leaves {}", plan.memory->limit, in_bytes(plan.memory->bytes)));
  if (plan.disk) print_row("", fmt::format("{}: {}", plan.disk->limit, in_bytes(plan.disk->bytes)));
}

void print_verdict(const Plan& plan) {
  if (!plan.fit.refusal.empty()) return;
  fmt::print("{}{}{}", plan.thread_note, plan.fit.note,
             plan.doubt.empty() ? "it fits\n" : plan.doubt);
}

/// True, false, or null where nobody can say.
nlohmann::ordered_json fits_json(const Plan& plan) {
  if (!plan.fit.refusal.empty()) return false;
  if (!plan.doubt.empty()) return nullptr;
  return true;
}

nlohmann::ordered_json room_json(const std::optional<Room>& room) {
  if (!room) return nullptr;
  return {{"bytes", room->bytes}, {"limit", room->limit}};
}

void print_json(const Plan& plan) {
  const auto& f = plan.footprint;
  nlohmann::ordered_json json{
      {"persons", f.start.persons},
      {"pool_rows", f.start.rows},
      {"pool_multiplicity", f.start.multiplicity},
      {"runs", f.runs},
      {"worlds", f.worlds},
      {"months", f.months},
      {"threads", plan.threads},
      {"replicates_at_once", experiments::replicates_at_once(f, plan.threads)},
      {"memory_at_least_bytes", plan.memory_at_least},
      {"scratch_bytes", f.file.scratch},
      {"file_at_most_bytes", f.file.file_at_most},
      {"fits", fits_json(plan)}};
  if (plan.fit.refusal.empty()) {
    if (!plan.doubt.empty()) json["doubt"] = plan.doubt;
    json["memory_at_most_bytes"] = plan.memory_at_most;
    json["checkpoint_at_most_bytes"] = plan.forecast.checkpoint_at_most;
    json["disk_at_most_bytes"] = experiments::disk_at_most(f, plan.forecast);
    json["agent_months"] = plan.forecast.agent_months;
    json["seconds_low"] = plan.forecast.seconds_low;
    json["seconds_high"] = plan.forecast.seconds_high;
    json["pilot_months"] = plan.pilot_months;
  }
  json["free_memory"] = room_json(plan.memory);
  json["free_disk"] = room_json(plan.disk);
  fmt::print("{}\n", json.dump(2));
}

int show(const Options& options) {
  if (scenarios::looks_like_experiment(options.scenario)) {
    const auto threads = plan_threads(threads_asked(options), true);
    return print_sweep_plan(options.scenario, options.changes, threads.threads, options.is_json);
  }
  const auto plan = make_plan(options);
  if (options.is_json) {
    print_json(plan);
  } else {
    print_size(plan);
    print_forecast(plan);
    print_machine(plan);
    print_verdict(plan);
  }
  if (!plan.fit.refusal.empty()) throw sim::StorageError(plan.fit.refusal);
  return Done;
}

}  // namespace

void add_plan(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "plan", "Estimates memory, disk and time of a run, and whether this machine has them.");
  const auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, auto& into, const char* type, const char* meaning) {
    return command->add_option(name, into, meaning)->type_name(type);
  };
  add("SCENARIO.yaml", options->scenario, "",
      "Scenario file, or an experiment for `skillscale sweep`.")
      ->required();
  add("--output", options->output, "F.h5", "Where the result is to stand, for the disk there.");
  add_common(*command, *options, "As in `skillscale run`.");
  add_checkpoint_every(*command, *options, "As in `skillscale run`; counts what checkpoints take.");
  command->add_flag("--json", options->is_json,
                    "Prints the numbers as JSON, sizes in bytes. `fits` is true, false, or null "
                    "where it may not fit; then `doubt` says why.");
  command->callback([options, &chosen] { chosen = [options] { return show(*options); }; });
}

}  // namespace skillscale::cli
