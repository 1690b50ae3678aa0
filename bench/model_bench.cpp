#include "bench/model_bench.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/thread_counts.h"
#include "experiments/worlds.h"
#include "scenarios/language.h"
#include "scenarios/scenario.h"
#include "sim/error.h"
#include "sim/parallel.h"
#include "sim/population.h"

namespace skillscale::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// A scenario of the library with other references than its own.
scenarios::Scenario load(const std::string& name, const std::string& references) {
  const std::filesystem::path library = SKILLSCALE_SOURCE_DIR "/scenarios/library";
  const scenarios::LoadOptions options{library, {{"ensemble.references", references}}};
  auto loaded = scenarios::load(library / (name + ".yaml"), options, scenarios::model_language());
  if (!loaded.scenario) throw sim::InputError(name + " of the library does not load");
  return *std::move(loaded.scenario);
}

/// Runs replicates of all worlds per iteration, set-up included, without writing a file.
class Ensemble {
 public:
  Ensemble(const std::string& name, const std::string& references, int replicates)
      : scenario_(load(name, references)),
        replicates_(replicates),
        worlds_(experiments::make_worlds(scenario_, scenario_.run.months,
                                         scenario_.run.ensemble.seed, 0)) {}

  void run(benchmark::State& state, int threads) {
    const sim::ThreadLimit limit(threads);
    experiments::Progress progress;
    std::chrono::duration<double> elapsed{0.0};
    for (auto _ : state) {
      const auto start = Clock::now();
      sim::for_each_task(static_cast<std::size_t>(replicates_), [&](std::size_t replicate) {
        const experiments::ReplicateName name{scenario_.run.ensemble.seed,
                                              static_cast<std::uint32_t>(replicate), 0};
        benchmark::DoNotOptimize(experiments::run_replicate(worlds_, name, {}, progress));
      });
      elapsed += Clock::now() - start;
    }
    models::Persons person;
    state.counters["agent_months_per_second"] =
        static_cast<double>(progress.agent_months) / elapsed.count();
    state.counters["engaged_agent_months_per_second"] =
        static_cast<double>(progress.engaged_months) / elapsed.count();
    state.counters["bytes_per_person"] = static_cast<double>(sim::bytes_per_row(person));
  }

  /// The start that all worlds of a replicate share.
  void set_up(benchmark::State& state) {
    const sim::ThreadLimit limit(1);
    std::int64_t persons = 0;
    for (auto _ : state) {
      const models::ReplicateSetup setup(*worlds_.parameters.front(), scenario_.run.ensemble.seed,
                                         0, 0);
      for (const auto& pool : setup.pools) persons += pool->persons;
    }
    state.SetItemsProcessed(persons);
  }

 private:
  scenarios::Scenario scenario_;
  int replicates_;
  experiments::WorldSet worlds_;
};

template <class Run>
void declare(const std::string& name, Run run) {
  benchmark::RegisterBenchmark(name.c_str(), run)->Unit(benchmark::kMillisecond)->UseRealTime();
}

}  // namespace

void declare_model_benchmarks() {
  for (const int threads : thread_counts()) {
    declare("germany_full_scale/" + std::to_string(threads), [=](benchmark::State& state) {
      Ensemble("germany_full_scale", "[]", 1).run(state, threads);
    });
  }
  declare("workshop/replicate",
          [](benchmark::State& state) { Ensemble("workshop", "[]", 1).run(state, 1); });
  declare("workshop/ensemble", [](benchmark::State& state) {
    Ensemble("workshop", "[no_partnerships]", 20).run(state, sim::available_threads());
  });
  declare("population/setup",
          [](benchmark::State& state) { Ensemble("germany_full_scale", "[]", 1).set_up(state); });
}

}  // namespace skillscale::bench
