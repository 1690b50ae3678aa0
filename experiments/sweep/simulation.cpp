#include "experiments/sweep/simulation.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <new>

#include "experiments/headline_values.h"
#include "experiments/measured.h"
#include "experiments/sweep/host.h"
#include "output/digest_total.h"
#include "scenarios/point_check.h"
#include "sim/digest.h"
#include "sim/error.h"

namespace skillscale::experiments::sweep {

using scenarios::Experiment;
using scenarios::ExperimentOutcome;

/// A scenario of the experiment with all that its runs share.
struct Simulation::Variant {
  scenarios::ExperimentVariant read;
  std::vector<WorldValues> worlds;    ///< those that outcomes speak of
  std::vector<std::size_t> world_at;  ///< by world of the scenario: position among these
  Recording recording;
  bool has_headlines = false;
};

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) { return whole != 0 ? part / whole : undefined; }

/// Outcomes of one run, from the records of its worlds.
class Outcomes {
 public:
  Outcomes(const std::vector<WorldRecord>& records, const std::vector<std::size_t>& world_at,
           const Recording& recording, int months)
      : records_(records), world_at_(world_at), recording_(recording), months_(months) {}

  void close_headlines(const WorldSet& worlds) {
    headlines_.emplace(worlds.names, *worlds.parameters.front(), 1);
    for (const auto& record : records_) headlines_->add(0, record.totals, record.fates);
    headlines_->close();
  }

  void add(const ExperimentOutcome& outcome, std::vector<double>& values) const {
    if (outcome.is_headline()) {
      values.push_back(headline(outcome));
      return;
    }
    for (std::size_t at = 0; at < outcome.of.size(); ++at) {
      double value = in_world(outcome, at, 0);
      if (outcome.against != 0)
        value -= in_world(outcome, at, static_cast<std::size_t>(outcome.against));
      values.push_back(value / outcome.scale);
    }
  }

 private:
  double in_world(const ExperimentOutcome& outcome, std::size_t at, std::size_t world) const {
    const auto& monthly = records_[world_at_[world]].monthly;
    const double value = measured(outcome.of[at], recording_, monthly, months_);
    if (outcome.per.empty()) return value;
    return ratio(value, measured(outcome.per[at], recording_, monthly, months_));
  }

  /// All worlds run where there are headlines.
  double headline(const ExperimentOutcome& outcome) const {
    const auto reference = static_cast<std::size_t>(outcome.against);
    const auto own = headlines_->of(0, outcome.headline, 0);
    if (models::headline_table()[outcome.headline].kind == models::HeadlineKind::Pair)
      return own[reference - 1];
    if (reference == 0) return own.front();
    return own.front() - headlines_->of(0, outcome.headline, reference).front();
  }

  const std::vector<WorldRecord>& records_;
  const std::vector<std::size_t>& world_at_;
  const Recording& recording_;
  int months_;
  std::optional<HeadlineValues> headlines_;
};

std::string digest_of(const std::vector<WorldRecord>& records) {
  std::vector<output::DigestWords> digests;
  digests.reserve(records.size());
  for (const auto& record : records) digests.push_back({record.digest.high, record.digest.low});
  return output::digest_hex(output::total_digest(digests));
}

}  // namespace

Simulation::Simulation(const Experiment& experiment, const Points& points, Progress& progress)
    : experiment_(experiment), points_(points), progress_(progress) {}

Simulation::~Simulation() = default;

std::shared_ptr<const Simulation::Variant> Simulation::variant_of(std::size_t point) const {
  std::vector<double> words;
  const auto values = points_.at(point);
  for (std::size_t i = 0; i < values.size(); ++i)
    words.push_back(experiment_.factors[i].has_words() ? values[i] : 0);
  const std::lock_guard lock(mutex_);
  auto& kept = variants_[words];
  if (kept) return kept;
  scenarios::Faults faults;
  auto read = scenarios::load_variant(experiment_, words, faults);
  if (!read) throw sim::InputError(faults.text());
  auto variant = std::make_shared<Variant>();
  variant->read = *std::move(read);
  const auto& outcomes = variant->read.outcomes;
  const auto all = world_values(variant->read.scenario);
  variant->world_at.assign(all.size(), 0);
  for (const auto& outcome : outcomes) {
    variant->has_headlines = variant->has_headlines || outcome.is_headline();
    for (const auto& measure : outcome.of) record_for(measure, variant->recording);
    for (const auto& measure : outcome.per) record_for(measure, variant->recording);
  }
  for (std::size_t world = 0; world < all.size(); ++world) {
    const bool is_used = world == 0 || variant->has_headlines ||
                         std::any_of(outcomes.begin(), outcomes.end(), [&](const auto& outcome) {
                           return static_cast<std::size_t>(outcome.against) == world;
                         });
    if (!is_used) continue;
    variant->world_at[world] = variant->worlds.size();
    variant->worlds.push_back(all[world]);
  }
  kept = variant;
  return kept;
}

std::uint64_t Simulation::seed_of(std::size_t point) const {
  if (experiment_.are_random_numbers_common) return experiment_.seed;
  sim::Digest digest;
  digest.add(experiment_.seed);
  digest.add(static_cast<std::uint64_t>(point));
  return digest.value().low;
}

std::vector<WorldValues> Simulation::worlds_at(std::size_t point) const {
  const auto variant = variant_of(point);
  const auto values = points_.at(point);
  scenarios::Faults faults;
  scenarios::check_point(experiment_, variant->read.scenario, values, faults);
  if (!faults.empty()) throw sim::InputError(faults.text());
  auto worlds = variant->worlds;
  for (std::size_t world = 0; world < worlds.size(); ++world) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto& factor = experiment_.factors[i];
      if (factor.has_words() || (world > 0 && factor.is_policy)) continue;
      worlds[world].values.numbers.emplace_back(factor.path, values[i]);
    }
  }
  return worlds;
}

std::int64_t Simulation::months_of_run() const {
  const auto variant = variant_of(0);
  return static_cast<std::int64_t>(variant->worlds.size()) * variant->read.scenario.run.months;
}

RunRecord Simulation::run(const Variant& variant, const WorldSet& worlds, std::size_t point,
                          int replicate) const {
  RunRecord record;
  const int months = variant.read.scenario.run.months;
  record.seed = seed_of(point);
  const auto records =
      run_replicate(worlds, {record.seed, static_cast<std::uint32_t>(replicate), 0},
                    variant.recording, progress_);
  const bool is_over = std::all_of(records.begin(), records.end(),
                                   [](const auto& one) { return one.digest != sim::Hash128{}; });
  if (!is_over) return record;
  Outcomes outcomes(records, variant.world_at, variant.recording, months);
  if (variant.has_headlines) outcomes.close_headlines(worlds);
  for (const auto& outcome : variant.read.outcomes) outcomes.add(outcome, record.values);
  record.digest = digest_of(records);
  return record;
}

std::vector<RunRecord> Simulation::operator()(const WorkUnit& unit) const {
  std::vector<RunRecord> records;
  WorldSet worlds;
  std::shared_ptr<const Variant> variant;
  std::string problem;
  using Clock = std::chrono::steady_clock;
  auto begin = Clock::now();
  const auto attempt = [&](auto&& work) {
    // A point that fails is kept with its message; it must not end the others.
    try {
      work();
    } catch (const sim::InputError& error) {
      problem = error.what();
    } catch (const sim::BugError& error) {
      problem = std::string("skillscale has a defect: ") + error.what();
    } catch (const sim::StorageError& error) {
      problem = error.what();
    } catch (const std::bad_alloc&) {
      problem = "there is not enough memory for this run";
    }
  };
  attempt([&] {
    variant = variant_of(unit.point);
    worlds = make_worlds(worlds_at(unit.point), variant->read.scenario.run.months,
                         seed_of(unit.point), 0);
  });
  const std::string point_problem = problem;
  for (std::size_t i = 0; i < unit.replicates.size() && !progress_.stop; ++i) {
    RunRecord record;
    const auto started = utc_now();
    problem = point_problem;
    if (problem.empty())
      attempt([&] { record = run(*variant, worlds, unit.point, unit.replicates[i]); });
    record.point = unit.point;
    record.replicate = unit.replicates[i];
    record.attempt = unit.attempts[i];
    record.host = host_name();
    record.started = started;
    record.seed = seed_of(unit.point);
    const auto end = Clock::now();
    record.seconds = std::chrono::duration<double>(end - begin).count();
    begin = end;
    if (!problem.empty()) {
      record.status = RunStatus::Failed;
      record.message = problem;
      record.digest.clear();
      record.values.clear();
      for (const auto& outcome : experiment_.outcomes)
        record.values.insert(record.values.end(), outcome.width(), undefined);
    } else if (record.digest.empty()) {
      break;  // stopped on its way
    }
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace skillscale::experiments::sweep
