#include "bench/ceiling_bench.h"

#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "bench/thread_counts.h"
#include "sim/column.h"
#include "sim/draw.h"
#include "sim/parallel.h"
#include "sim/vector.h"

namespace skillscale::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// Runs work(thread) once per thread and iteration; a thread's work counts `amount` units.
template <class Work>
void measure(benchmark::State& state, int threads, const char* unit, double amount, Work&& work) {
  const sim::ThreadLimit limit(threads);
  std::chrono::duration<double> elapsed{0.0};
  for (auto _ : state) {
    const auto start = Clock::now();
    sim::for_each_task(static_cast<std::size_t>(threads), work);
    elapsed += Clock::now() - start;
  }
  state.counters[unit] =
      amount * threads * static_cast<double>(state.iterations()) / elapsed.count();
}

/// Large enough that no cache holds it.
constexpr std::size_t stream_length = std::size_t{12} << 20;

SKILLSCALE_VECTORISED
void stream(const float* __restrict from, float* __restrict to, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) to[i] = from[i] + to[i];
}

void run_memory(benchmark::State& state, int threads) {
  std::vector<sim::Column<float>> from(static_cast<std::size_t>(threads)), to(from.size());
  for (std::size_t t = 0; t < from.size(); ++t) {
    from[t].assign(stream_length, 1.0F);
    to[t].assign(stream_length, 0.0F);
  }
  constexpr double bytes = 3.0 * sizeof(float) * stream_length;  // two reads, one write
  measure(state, threads, "bytes_per_second", bytes, [&](std::size_t t) {
    stream(from[t].data(), to[t].data(), stream_length);
    benchmark::DoNotOptimize(to[t].data());
  });
}

constexpr std::size_t registers = 64;
constexpr std::size_t rounds = 100'000;

SKILLSCALE_VECTORISED
void calculate(std::array<double, registers>& values) {
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < registers; ++i) values[i] = values[i] * 0.999 + 0.001;
  }
}

void run_arithmetic(benchmark::State& state, int threads) {
  constexpr double operations = 2.0 * registers * rounds;
  measure(state, threads, "operations_per_second", operations, [](std::size_t t) {
    std::array<double, registers> values;
    values.fill(static_cast<double>(t));
    calculate(values);
    benchmark::DoNotOptimize(values.data());
  });
}

void run_draws(benchmark::State& state, int threads) {
  constexpr std::size_t count = 1024, repeats = 100;
  const sim::Draws draws(1, 0);
  std::vector<sim::Key> keys;
  for (std::uint32_t n = 0; n < count; ++n) keys.push_back(sim::Key{n});
  measure(state, threads, "draws_per_second", double{count * repeats}, [&](std::size_t t) {
    std::array<double, count> budgets;
    for (std::uint32_t event = 0; event < repeats; ++event) {
      draws.exponentials(keys, event, sim::Purpose{static_cast<std::uint16_t>(t)}, 0, budgets);
      benchmark::DoNotOptimize(budgets.data());
    }
  });
}

}  // namespace

void declare_ceiling_benchmarks() {
  const auto declare = [](const std::string& name, auto run, int threads) {
    benchmark::RegisterBenchmark((name + "/" + std::to_string(threads)).c_str(),
                                 [=](benchmark::State& state) { run(state, threads); })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
  };
  for (const int threads : thread_counts()) {
    declare("ceiling/memory", run_memory, threads);
    declare("ceiling/arithmetic", run_arithmetic, threads);
    declare("ceiling/draws", run_draws, threads);
  }
}

}  // namespace skillscale::bench
