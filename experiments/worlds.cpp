#include "experiments/worlds.h"

#include <algorithm>
#include <optional>

#include "experiments/purposes.h"
#include "models/pool.h"
#include "sim/draw.h"
#include "sim/error.h"
#include "sim/parallel.h"
#include "sim/population.h"

namespace skillscale::experiments {
namespace {

using models::World;

/// The same path gives the same entity in every world and every program.
sim::Key key_of_path(std::string_view path) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char letter : path)
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
  return sim::Key{hash};
}

/// Half of the mass on each side of the stated value, even within each side.
double draw_value(const UncertainValue& v, const sim::Draws& draws) {
  const double u = draws.uniform({key_of_path(v.path), 0, purpose::uncertain_value});
  return u < 0.5 ? v.low + 2 * u * (v.value - v.low) : v.value + (2 * u - 1) * (v.high - v.value);
}

bool is_uncertain(const scenarios::ParameterValue& v) {
  const bool number = v.decl->kind == models::ValueKind::Real;
  return number && v.low < v.high && v.low <= v.value && v.value <= v.high;
}

/// Position of a path in a sample; its number of paths where it has none of that name.
std::size_t column_of(const scenarios::ParameterSample& sample, const std::string& path) {
  const auto at = std::find(sample.paths.begin(), sample.paths.end(), path);
  return static_cast<std::size_t>(at - sample.paths.begin());
}

UncertainValue summary_of(const scenarios::ParameterSample& sample, std::size_t column) {
  UncertainValue summary{sample.paths[column], 0, sample.values.front()[column],
                         sample.values.front()[column]};
  for (std::size_t i = 0; i < sample.values.size(); ++i) {
    const double value = sample.values[i][column];
    summary.value += sample.weights[i] * value;
    summary.low = std::min(summary.low, value);
    summary.high = std::max(summary.high, value);
  }
  return summary;
}

WorldValues values_of(const std::string& name, const scenarios::Bound& bound,
                      const std::shared_ptr<const scenarios::ParameterSample>& posterior) {
  WorldValues world{name, {bound.names, bound.numbers, bound.lists, bound.texts}, {}, posterior};
  for (const auto& v : bound.values) {
    const std::size_t column = posterior ? column_of(*posterior, v.path) : 0;
    if (posterior && column < posterior->paths.size()) {
      world.uncertain.push_back(summary_of(*posterior, column));
    } else if (is_uncertain(v)) {
      world.uncertain.push_back({v.path, v.value, v.low, v.high});
    }
  }
  return world;
}

/// The particle of a draw set; nullptr without a posterior.
const std::vector<double>* particle_of(const scenarios::ParameterSample* sample,
                                       const sim::Draws& draws) {
  if (sample == nullptr) return nullptr;
  double left = draws.uniform({sim::Key{0}, 0, purpose::particle});
  for (std::size_t i = 0; i + 1 < sample->values.size(); ++i) {
    left -= sample->weights[i];
    if (left < 0) return &sample->values[i];
  }
  return &sample->values.back();
}

/// Where a world begins: at the start, or where the keeper has it.
/// @return true if it had finished; then `record` is filled
bool take_up(Trajectory* trajectory, const UnitName& unit, const CheckpointKeeper::Kept& kept,
             const models::Parameters& parameters, const Recording& recording,
             WorldRecord& record) {
  std::string problem;
  if (kept.is_finished) {
    problem = restore_record(parameters, kept.state, recording, record);
  } else {
    problem = kept_problem(parameters, kept.state, kept.month, false);
    if (problem.empty()) problem = trajectory->restore(kept.state);
  }
  if (!problem.empty()) {
    throw sim::StorageError("the checkpoint is damaged: the state of draw " +
                            std::to_string(unit.draw) + ", replicate " +
                            std::to_string(unit.replicate) + ", world " +
                            std::to_string(unit.world) + ": " + problem +
                            "\n  next: use an older checkpoint or a copy of this one, or run from "
                            "the start");
  }
  return kept.is_finished;
}

/// One world of a replicate, from where it stands to the end or until stopped.
class Run {
 public:
  Run(const UnitName& unit, const Keeping& keeping, Progress& progress)
      : unit_(unit), keeping_(keeping), progress_(progress) {}

  void go(Trajectory& trajectory, const Observer& observer) {
    auto* keeper = keeping_.keeper;
    const auto& world = trajectory.world();
    if (keeper != nullptr) keeper->begin(unit_);
    while (!trajectory.is_over() && !progress_.stop) {
      trajectory.step();
      progress_.months_done += 1;
      progress_.agent_months += agents_of(world);
      progress_.engaged_months += static_cast<std::int64_t>(world.persons.size());
      if (observer) observer(static_cast<std::size_t>(unit_.world), world);
      if (keeper != nullptr &&
          keeper->wants(unit_, world.month, progress_.checkpoint_requests.load()))
        keeper->deposit(unit_, world.month, trajectory.save());
    }
    if (keeper != nullptr) leave(trajectory);
  }

 private:
  void leave(const Trajectory& trajectory) {
    const int month = trajectory.world().month;
    const bool is_finished = trajectory.is_over() && !keeping_.may_go_on;
    if (month == 0 && !is_finished) return;
    keeping_.keeper->end(unit_, month, is_finished ? trajectory.save_finished() : trajectory.save(),
                         is_finished);
  }

  UnitName unit_;
  const Keeping& keeping_;
  Progress& progress_;
};

}  // namespace

std::vector<WorldValues> world_values(const scenarios::Scenario& scenario) {
  std::vector<WorldValues> worlds{values_of("scenario", scenario.bound, scenario.posterior)};
  for (const auto& reference : scenario.references)
    worlds.push_back(values_of(reference.package, reference.bound, scenario.posterior));
  return worlds;
}

std::vector<std::pair<std::string, double>> drawn_values(const WorldValues& world,
                                                         std::uint64_t seed,
                                                         std::uint32_t draw_set) {
  if (draw_set == 0) return {};
  const sim::Draws draws(seed, 0, draw_set);
  const auto* sample = world.posterior.get();
  const auto* particle = particle_of(sample, draws);
  std::vector<std::pair<std::string, double>> drawn;
  for (const auto& value : world.uncertain) {
    const std::size_t column = sample != nullptr ? column_of(*sample, value.path) : 0;
    const bool is_learnt = sample != nullptr && column < sample->paths.size();
    drawn.emplace_back(value.path, is_learnt ? (*particle)[column] : draw_value(value, draws));
  }
  return drawn;
}

WorldSet make_worlds(std::span<const WorldValues> values, int months, std::uint64_t seed,
                     std::uint32_t draw_set) {
  WorldSet set;
  for (const auto& world : values) {
    auto drawn = world.values;
    for (auto& value : drawn_values(world, seed, draw_set))
      drawn.numbers.push_back(std::move(value));
    set.names.push_back(world.name);
    set.parameters.push_back(
        std::make_shared<const models::Parameters>(models::build_parameters(drawn, months)));
  }
  return set;
}

std::int64_t agents_of(const World& w) {
  std::int64_t agents = static_cast<std::int64_t>(w.persons.size() + w.employers.state.size() +
                                                  w.partnerships.size());
  for (const auto& pool : w.pools) agents += pool.present;
  return agents;
}

WorldSet make_worlds(const scenarios::Scenario& scenario, int months, std::uint64_t seed,
                     std::uint32_t draw_set) {
  return make_worlds(world_values(scenario), months, seed, draw_set);
}

std::vector<WorldRecord> run_replicate(const WorldSet& worlds, const ReplicateName& name,
                                       const Recording& recording, Progress& progress,
                                       const Observer& observer, const Keeping& keeping) {
  const std::size_t count = worlds.parameters.size();
  std::vector<std::optional<CheckpointKeeper::Kept>> kept(count);
  const auto unit = [&](std::size_t number) {
    return UnitName{keeping.draw, static_cast<int>(name.replicate), static_cast<int>(number)};
  };
  bool is_over = true;
  for (std::size_t number = 0; number < count; ++number) {
    if (keeping.keeper != nullptr) kept[number] = keeping.keeper->kept(unit(number));
    is_over = is_over && kept[number] && kept[number]->is_finished;
  }
  std::shared_ptr<const models::ReplicateSetup> setup;
  if (!is_over) {
    setup = std::make_shared<const models::ReplicateSetup>(*worlds.parameters.front(), name.seed,
                                                           name.replicate, name.draw_set);
  }
  std::vector<WorldRecord> records(count);
  sim::for_each_task(count, [&](std::size_t number) {
    const auto& parameters = worlds.parameters[number];
    if (kept[number] && kept[number]->is_finished) {
      take_up(nullptr, unit(number), *kept[number], *parameters, recording, records[number]);
      return;
    }
    Trajectory trajectory(parameters, setup, keeping.keeps_graphs);
    if (kept[number])
      take_up(&trajectory, unit(number), *kept[number], *parameters, recording, records[number]);
    kept[number].reset();
    Run(unit(number), keeping, progress).go(trajectory, observer);
    if (trajectory.is_over()) records[number] = trajectory.record(recording);
  });
  return records;
}

}  // namespace skillscale::experiments
