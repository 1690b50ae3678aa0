#include "experiments/sweep/run_table.h"

#include <algorithm>
#include <cmath>

#include "output/digest_total.h"
#include "sim/error.h"

namespace skillscale::experiments::sweep {
namespace {

using Kind = RunState::Kind;

[[noreturn]] void fail_contradiction(const Store& store, const RunRecord& record) {
  throw sim::StorageError(
      store.folder().string() + ": two results of run " + std::to_string(record.point) + "/" +
      std::to_string(record.replicate) +
      " differ\n  next: `skillscale replay` shows which is right; shards of another machine or "
      "program do not belong here");
}

}  // namespace

RunTable::RunTable(const Store& store) : store_(store), runs_(store.points().size()) {
  const auto& experiment = store.experiment();
  if (!experiment.until) return;
  for (const auto& outcome : experiment.outcomes) {
    if (outcome.name == experiment.until->outcome) {
      watched_column_ += outcome.width() - 1;  // of several years the last
      return;
    }
    watched_column_ += outcome.width();
  }
}

const RunState& RunTable::at(std::size_t point, int replicate) const {
  static const RunState nothing;
  const auto& runs = runs_[point];
  const auto position = static_cast<std::size_t>(replicate);
  return position < runs.size() ? runs[position] : nothing;
}

bool RunTable::add(const RunRecord& record) {
  // Shards of a longer design that was never completed.
  if (record.point >= runs_.size() || record.replicate < 0) return false;
  auto& runs = runs_[record.point];
  const auto position = static_cast<std::size_t>(record.replicate);
  if (runs.size() <= position) runs.resize(position + 1);
  RunState& known = runs[position];
  output::DigestWords digest{};
  if (record.is_finished()) digest = output::digest_from_hex(record.digest);
  if (known.kind == Kind::Finished) {
    const bool is_same = digest[0] == known.digest_high && digest[1] == known.digest_low;
    if (record.is_finished() && !is_same) fail_contradiction(store_, record);
    return false;
  }
  if (!record.is_finished() && known.kind == Kind::Failed && record.attempt <= known.attempts)
    return false;
  known.kind = record.is_finished() ? Kind::Finished : Kind::Failed;
  known.attempts = static_cast<std::uint16_t>(record.attempt);
  known.seconds = static_cast<float>(record.seconds);
  known.digest_high = digest[0];
  known.digest_low = digest[1];
  if (watched_column_ < record.values.size()) known.watched = record.values[watched_column_];
  return true;
}

std::vector<BadShard> RunTable::read(const std::function<void(const RunRecord&)>& take) {
  std::vector<BadShard> bad;
  for (const auto& file : store_.shard_files()) {
    auto problem = read_shard(file, store_.kind(), [&](RunRecord&& record) {
      if (add(record) && take) take(record);
    });
    if (!problem.empty()) bad.push_back({file, std::move(problem)});
  }
  return bad;
}

bool RunTable::is_known_well(std::size_t point, int count) const {
  double sum = 0, squares = 0;
  int defined = 0;
  for (int replicate = 0; replicate < count; ++replicate) {
    const auto& run = at(point, replicate);
    if (run.kind != Kind::Finished || std::isnan(run.watched)) continue;
    sum += run.watched;
    squares += run.watched * run.watched;
    ++defined;
  }
  if (defined < 2) return false;
  const double mean = sum / defined;
  const double variance = std::max(0.0, (squares - sum * mean) / (defined - 1));
  const double error = std::sqrt(variance / defined);
  return error <= store_.experiment().until->relative_error * std::abs(mean);
}

int RunTable::due(std::size_t point) const {
  const auto& until = store_.experiment().until;
  int count = store_.head().replicates;
  if (!until) return count;
  while (count < until->at_most) {
    for (int replicate = 0; replicate < count; ++replicate) {
      if (at(point, replicate).kind == Kind::Missing) return count;
    }
    if (is_known_well(point, count)) break;
    count = std::min(until->at_most, count + std::max(1, count / 2));
  }
  return count;
}

std::vector<WorkUnit> RunTable::missing(int retries, std::size_t most_together) const {
  std::vector<WorkUnit> units;
  for (std::size_t point = 0; point < runs_.size(); ++point) {
    WorkUnit unit;
    unit.point = point;
    const int count = due(point);
    for (int replicate = 0; replicate < count; ++replicate) {
      const auto& run = at(point, replicate);
      const bool is_due =
          run.kind == Kind::Missing || (run.kind == Kind::Failed && run.attempts < retries);
      if (!is_due) continue;
      if (unit.replicates.size() == most_together) {
        units.push_back(unit);
        unit.replicates.clear();
        unit.attempts.clear();
      }
      unit.replicates.push_back(replicate);
      unit.attempts.push_back(run.attempts + 1);
    }
    if (!unit.replicates.empty()) units.push_back(std::move(unit));
  }
  return units;
}

RunTable::Counts RunTable::counts() const {
  Counts counts;
  for (std::size_t point = 0; point < runs_.size(); ++point) {
    const int due_here = due(point);
    counts.due += static_cast<std::size_t>(due_here);
    for (int replicate = 0; replicate < due_here; ++replicate) {
      const auto& run = at(point, replicate);
      counts.finished += run.kind == Kind::Finished ? 1 : 0;
      counts.failed += run.kind == Kind::Failed ? 1 : 0;
      if (run.kind == Kind::Finished) counts.seconds += double(run.seconds);
    }
  }
  return counts;
}

std::string RunTable::digest() const {
  std::vector<output::DigestWords> digests;
  for (std::size_t point = 0; point < runs_.size(); ++point) {
    const int due_here = due(point);
    digests.push_back({point, static_cast<std::uint64_t>(due_here)});
    for (int replicate = 0; replicate < due_here; ++replicate) {
      const auto& run = at(point, replicate);
      digests.push_back({run.digest_high, run.digest_low});
    }
  }
  return output::digest_hex(output::total_digest(digests));
}

int RunTable::replicates() const {
  int most = 1;
  for (std::size_t point = 0; point < runs_.size(); ++point) most = std::max(most, due(point));
  return most;
}

}  // namespace skillscale::experiments::sweep
