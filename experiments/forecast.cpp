// From a pilot to the whole run.
#include <algorithm>
#include <cmath>

#include "experiments/pilot.h"
#include "models/pool.h"

namespace skillscale::experiments {
namespace {

// A world needs more than it holds: lists that move when they grow, what a month takes for itself,
// gaps between.
constexpr double above_what_is_held = 1.5;
// Stack and allocator of a thread.
constexpr double thread_bytes = 1 << 20;
// The share of the best speed that several threads, and a machine with other work, leave.
constexpr double slowest_share = 0.6;
// A number on its way into the file, differences and quantiles included.
constexpr double seconds_per_number = 1e-7;

/// A count over the months of a pilot, and how it goes on.
struct Line {
  double sum = 0;        ///< over the pilot's months
  double last = 0;       ///< at their end
  double per_month = 0;  ///< growth over their second half
  double mean = 0;       ///< of their second half

  double at(double months_later) const { return last + per_month * months_later; }
  double sum_after(double months) const { return months * (last + per_month * (months + 1) / 2); }
};

template <class Value>
Line line_of(const std::vector<PilotMonth>& months, Value value) {
  Line line;
  if (months.empty()) return line;
  const std::size_t half = months.size() / 2;
  for (std::size_t i = 0; i < months.size(); ++i) {
    line.sum += value(months[i]);
    if (i >= half) line.mean += value(months[i]) / static_cast<double>(months.size() - half);
  }
  line.last = value(months.back());
  const auto steps = static_cast<double>(months.size() - 1 - half);
  if (steps > 0) line.per_month = std::max(0.0, (line.last - value(months[half])) / steps);
  return line;
}

/// Newcomers form rows as large as those of the start, so a pilot with larger ones saw fewer.
double newcomer_bytes(const Footprint& f, const Pilot& pilot) {
  constexpr double row_bytes = sizeof(models::Pool::LaterRow) + sizeof(sim::PoolEntry);
  const auto larger =
      static_cast<double>(pilot.start.multiplicity) / static_cast<double>(f.start.multiplicity);
  if (larger <= 1) return 0;
  return f.newcomers_per_month * f.months / static_cast<double>(f.start.multiplicity) * row_bytes;
}

/// What the largest world holds at the run's end.
double world_bytes(const Footprint& f, const Pilot& pilot) {
  double most = 0;
  for (const auto& months : pilot.worlds) {
    const auto line = line_of(months, [](const PilotMonth& m) { return double(m.bytes); });
    most = std::max(most, line.at(f.months - pilot.months()));
  }
  const auto rows_apart = f.start.multiplicity > 1 ? double(f.start.rows - pilot.start.rows) : 0.0;
  return most + newcomer_bytes(f, pilot) + rows_apart * sizeof(std::uint32_t);
}

/// A state grows as its world does, a record with the months.
KeptBytes kept_at_end(const Footprint& f, const Pilot& pilot) {
  KeptBytes most;
  const double months = double(f.months) / std::max(1, pilot.months());
  for (std::size_t w = 0; w < pilot.kept.size(); ++w) {
    const auto held = double(pilot.worlds[w].back().bytes);
    const double growth =
        held > 0 ? std::max(1.0, world_bytes(f, pilot) / held) : std::max(1.0, months);
    const auto& kept = pilot.kept[w];
    most.state = std::max(most.state, std::int64_t(double(kept.state) * growth));
    most.record = std::max(most.record, std::int64_t(double(kept.record) * std::max(1.0, months)));
  }
  return most;
}

double checkpoint(const Footprint& f, const Pilot& pilot, int threads) {
  if (!f.keeps_checkpoints) return 0;
  const auto kept = kept_at_end(f, pilot);
  const double all = double(f.runs) * f.worlds;
  if (f.keeps_last_states) return all * double(kept.state);
  return all * double(kept.record) + worlds_at_once(f, threads) * double(kept.state);
}

/// A world that goes on has its last copy in memory, and two more while it hands in the next.
double copies(const Footprint& f, const Pilot& pilot, int threads) {
  constexpr double at_once = 3;
  if (!f.keeps_checkpoints) return 0;
  return at_once * worlds_at_once(f, threads) * double(kept_at_end(f, pilot).state);
}

double memory(const Footprint& f, const Pilot& pilot, int threads) {
  const int replicates = replicates_at_once(f, threads);
  const double worlds = std::ceil(double(worlds_at_once(f, threads)) / replicates);
  const double pools =
      double(pilot.setup_bytes) + double(f.start.rows - pilot.start.rows) * sizeof(sim::PoolEntry);
  // Several threads may make all pools of a replicate side by side.
  const double sorting = double(threads > 1 ? f.pools : f.sorting);
  const double living = worlds * above_what_is_held * world_bytes(f, pilot) + double(f.recorded);
  return replicates * (pools + std::max(sorting, living)) + double(f.headlines + f.file.memory) +
         copies(f, pilot, threads) + threads * thread_bytes;
}

struct Seconds {
  double low = 0, high = 0;
};

/// Of one replicate on one thread.
Seconds computing(const Footprint& f, const Pilot& pilot) {
  const double rows = double(std::max<std::int64_t>(1, pilot.start.rows));
  const double setup = pilot.setup_seconds * double(f.start.rows) / rows;
  const double left = f.months - pilot.months();
  Seconds all{setup, setup};
  for (const auto& months : pilot.worlds) {
    const auto seconds = line_of(months, [](const PilotMonth& m) { return m.seconds; });
    const auto engaged = line_of(months, [](const PilotMonth& m) { return double(m.engaged); });
    const double growth = engaged.sum_after(left) / std::max(1.0, engaged.mean);
    all.low += seconds.sum + left * seconds.mean;
    all.high += seconds.sum + std::max(left, growth) * seconds.mean;
  }
  return all;
}

}  // namespace

Forecast forecast(const Footprint& f, const Pilot& pilot, int threads, int cores) {
  Forecast result;
  result.memory_at_most = static_cast<std::int64_t>(memory(f, pilot, threads));
  result.checkpoint_at_most = static_cast<std::int64_t>(checkpoint(f, pilot, threads));
  for (const auto& months : pilot.worlds) {
    const auto agents = line_of(months, [](const PilotMonth& m) { return double(m.agents); });
    result.agent_months +=
        double(f.runs) * (agents.sum + agents.sum_after(f.months - pilot.months()));
  }
  const double busy = std::min(worlds_at_once(f, threads), std::max(1, cores));
  const double writing = seconds_per_number * double(f.file.file_at_most) / sizeof(double);
  const auto one = computing(f, pilot);
  result.seconds_low = double(f.runs) * one.low / busy + writing / 2;
  result.seconds_high = (double(f.runs) * one.high / busy + writing) / slowest_share;
  return result;
}

std::int64_t disk_at_most(const Footprint& f, const Forecast& forecast) {
  constexpr std::int64_t standing_together = 3;
  return disk_at_most(f) + standing_together * forecast.checkpoint_at_most;
}

}  // namespace skillscale::experiments
