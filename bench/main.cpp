// skillscale_bench: speed of the kernel, measured beside a hand-written loop in the same run, and
// of the whole model.
#include <benchmark/benchmark.h>

#include <chrono>
#include <string>

#include "bench/by_hand.h"
#include "bench/ceiling_bench.h"
#include "bench/checkpoint_bench.h"
#include "bench/model_bench.h"
#include "bench/pipeline.h"
#include "bench/thread_counts.h"
#include "sim/parallel.h"
#include "sim/threshold_queue.h"

namespace {

namespace bench = skillscale::bench;
namespace sim = skillscale::sim;

constexpr sim::Month months = 120;

/// Runs a pipeline once per iteration, set-up included, and counts agent-months per second of real
/// time, which is what several threads shorten.
template <class Make>
void measure(benchmark::State& state, std::int64_t persons, Make make) {
  std::chrono::duration<double> elapsed{0.0};
  for (auto _ : state) {
    const auto start = std::chrono::steady_clock::now();
    auto pipeline = make(static_cast<std::uint32_t>(persons));
    for (sim::Month month = 0; month < months; ++month) pipeline.step();
    benchmark::DoNotOptimize(pipeline.counts().data());
    elapsed += std::chrono::steady_clock::now() - start;
  }
  const auto agent_months = static_cast<double>(persons * months * state.iterations());
  state.counters["agent_months_per_second"] = agent_months / elapsed.count();
}

void run_kernel(benchmark::State& state, std::int64_t persons, int threads) {
  const sim::ThreadLimit limit(threads);
  measure(state, persons,
          [](std::uint32_t count) { return bench::Pipeline(count, months, sim::Draws(1, 0)); });
}

void run_by_hand(benchmark::State& state, std::int64_t persons) {
  measure(state, persons, [](std::uint32_t count) { return bench::ByHand(count, 1); });
}

void run_sort_pool(benchmark::State& state, std::int64_t entries) {
  const sim::Draws draws(1, 0);
  std::vector<sim::PoolEntry> pool;
  for (std::uint32_t n = 0; n < entries; ++n) {
    const double threshold = draws.exponential({sim::Key{n}, 0, sim::Purpose{1}});
    pool.push_back({static_cast<float>(threshold), n});
  }
  for (auto _ : state) benchmark::DoNotOptimize(sim::sort_pool(pool));
  state.SetItemsProcessed(entries * state.iterations());
}

void declare_all() {
  const auto declare = [](const std::string& name, auto run) {
    benchmark::RegisterBenchmark(name.c_str(), run)->Unit(benchmark::kMillisecond);
  };
  for (const std::int64_t persons : {10'000, 100'000, 1'000'000, 10'000'000, 100'000'000}) {
    const std::string size = std::to_string(persons);
    // The loop by hand takes a minute and a half for the largest.
    if (persons <= 10'000'000) {
      declare("pipeline/by_hand/" + size,
              [=](benchmark::State& state) { run_by_hand(state, persons); });
    }
    for (const int threads : bench::thread_counts()) {
      declare("pipeline/kernel/" + size + "/" + std::to_string(threads),
              [=](benchmark::State& state) { run_kernel(state, persons, threads); });
    }
    declare("sort_pool/" + size, [=](benchmark::State& state) { run_sort_pool(state, persons); });
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  bench::declare_ceiling_benchmarks();
  declare_all();
  bench::declare_model_benchmarks();
  bench::declare_checkpoint_benchmarks();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
