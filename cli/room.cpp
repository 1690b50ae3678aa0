#include "cli/room.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/number_words.h"
#include "cli/tell.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

using experiments::Footprint;

/// The smallest multiplicity of two digits with which one replicate at a time leaves as much again
/// for what grows with the months; 0 for none.
std::int64_t fitting_multiplicity(const Footprint& f, std::int64_t room) {
  constexpr double most = 1e6;
  auto without_pools = f;
  without_pools.pools = without_pools.sorting = 0;
  const auto left = static_cast<double>(room - experiments::memory_at_least(without_pools, 1));
  if (left <= 0) return 0;
  const double pools = static_cast<double>(f.pools + f.sorting);
  const double wanted = 2 * static_cast<double>(f.start.multiplicity) * pools / left;
  const double step =
      std::pow(10, std::max(0.0, std::floor(std::log10(std::max(1.0, wanted))) - 1));
  const double rounded = std::ceil(wanted / step) * step;
  return rounded > most ? 0 : static_cast<std::int64_t>(rounded);
}

std::string next_for_memory(const Footprint& f, std::int64_t room) {
  const auto multiplicity = fitting_multiplicity(f, room);
  if (multiplicity > f.start.multiplicity)
    return fmt::format("give --set pool.multiplicity={} or a higher one, or more memory",
                       multiplicity);
  return "give fewer --replicates, store fewer variables (outputs.variables), or give more memory";
}

std::string memory_refusal(const Footprint& f, const Room& memory) {
  return fmt::format(
      "there is not enough memory: the run needs at least {}, and {} leaves {}\n"
      "  needed: {} persons in {} pool rows, {} worlds, {} months\n"
      "  next: {}",
      in_bytes(experiments::memory_at_least(f, 1)), memory.limit, in_bytes(memory.bytes),
      grouped(static_cast<double>(f.start.persons), 0),
      grouped(static_cast<double>(f.start.rows), 0), f.worlds, f.months,
      next_for_memory(f, memory.bytes));
}

std::string disk_refusal(const Footprint& f, const Room& disk) {
  return fmt::format(
      "there is not enough disk: the run needs at least {} until the result is complete, and there "
      "is {} of {}\n"
      "  next: free some, give an --output elsewhere, or store less (outputs.variables, "
      "outputs.every, --replicates)",
      in_bytes(experiments::disk_at_least(f)), in_bytes(disk.bytes), disk.limit);
}

}  // namespace

Fit fit(const Footprint& f, int threads, const std::optional<Room>& memory,
        const std::optional<Room>& disk) {
  Fit result{threads, "", ""};
  if (memory) {
    while (result.threads > 1 && experiments::memory_at_least(f, result.threads) > memory->bytes)
      --result.threads;
    if (experiments::memory_at_least(f, result.threads) > memory->bytes)
      result.refusal = memory_refusal(f, *memory);
  }
  if (result.refusal.empty() && disk && experiments::disk_at_least(f) > disk->bytes)
    result.refusal = disk_refusal(f, *disk);
  if (result.refusal.empty() && result.threads < threads) {
    result.note = fmt::format(
        "memory allows only {} of {} threads: {} leaves {}, and each needs {} for a replicate; the "
        "result is the same\n"
        "  next: raise pool.multiplicity, or give --threads {}\n",
        result.threads, threads, memory->limit, in_bytes(memory->bytes),
        in_bytes(f.pools + std::max(f.sorting, f.recorded)), result.threads);
  }
  return result;
}

std::string doubt(const Footprint& f, const experiments::Forecast& forecast,
                  const std::optional<Room>& memory, const std::optional<Room>& disk) {
  std::string text;
  if (memory && forecast.memory_at_most > memory->bytes) {
    text += fmt::format(
        "it may not fit: it takes up to {} of memory, and {} leaves {}\n  next: give fewer "
        "--threads, or raise pool.multiplicity\n",
        in_bytes(forecast.memory_at_most), memory->limit, in_bytes(memory->bytes));
  }
  if (disk && experiments::disk_at_most(f, forecast) > disk->bytes) {
    text += fmt::format(
        "the disk may not suffice: it takes up to {}, and there is {} of {}\n  next: free some, or "
        "give an --output elsewhere\n",
        in_bytes(experiments::disk_at_most(f, forecast)), in_bytes(disk->bytes), disk->limit);
  }
  return text;
}

namespace {

/// Whether memory and disk suffice whatever happens, so that nobody need look closer.
bool is_ample(const Footprint& f, int threads, const std::optional<Room>& memory,
              const std::optional<Room>& disk) {
  const auto bound = experiments::memory_bound(f, threads);
  const bool has_memory = !memory || bound <= memory->bytes;
  const auto kept = f.keeps_checkpoints ? 3 * f.runs * bound : 0;
  return has_memory && (!disk || experiments::disk_at_most(f) + kept <= disk->bytes);
}

}  // namespace

int threads_that_fit(const scenarios::Scenario& scenario, const experiments::RunOptions& options,
                     const std::filesystem::path& output, int threads, bool is_quiet) {
  const auto worlds = experiments::make_worlds(scenario, options.months, options.seed, 0);
  const auto footprint = experiments::footprint_of(scenario, options, worlds);
  const auto memory = free_memory(), disk = free_disk(output);
  const auto result = fit(footprint, threads, memory, disk);
  if (!result.refusal.empty()) throw sim::StorageError(result.refusal);
  if (is_quiet) return result.threads;
  tell("{}", result.note);
  if (is_ample(footprint, result.threads, memory, disk)) return result.threads;
  const auto forecast = experiments::forecast(
      footprint, experiments::run_pilot(worlds, options.seed), result.threads, processors());
  const auto warning = doubt(footprint, forecast, memory, disk);
  if (!warning.empty()) tell("warning: {}", warning);
  return result.threads;
}

}  // namespace skillscale::cli
