#include "experiments/worlds.h"

#include "models/pool.h"
#include "sim/draw.h"
#include "sim/parallel.h"
#include "sim/population.h"

namespace skillscale::experiments {
namespace {

using models::World;

constexpr auto uncertain_value = static_cast<sim::Purpose>(200);

/// The same path gives the same entity in every world and every program.
sim::Key key_of_path(std::string_view path) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char letter : path)
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
  return sim::Key{hash};
}

/// Half of the mass on each side of the stated value, even within each side.
double draw_value(const scenarios::ParameterValue& v, const sim::Draws& draws) {
  const double u = draws.uniform({key_of_path(v.path), 0, uncertain_value});
  return u < 0.5 ? v.low + 2 * u * (v.value - v.low) : v.value + (2 * u - 1) * (v.high - v.value);
}

bool is_uncertain(const scenarios::ParameterValue& v) {
  const bool number = v.decl->kind == models::ValueKind::Real;
  return number && v.low < v.high && v.low <= v.value && v.value <= v.high;
}

std::shared_ptr<const models::Parameters> build(const scenarios::Bound& bound, int months,
                                                const sim::Draws& draws, bool drawn) {
  models::ParameterValues values{bound.names, bound.numbers, bound.lists, bound.texts};
  if (drawn) {
    for (const auto& value : bound.values) {
      if (is_uncertain(value)) values.numbers.emplace_back(value.path, draw_value(value, draws));
    }
  }
  return std::make_shared<const models::Parameters>(models::build_parameters(values, months));
}

class Recorder {
 public:
  Recorder(const Recording& recording, const World& world) : recording_(recording), totals_(world) {
    record_.monthly.resize(recording.indicators.size());
    for (std::size_t i = 0; i < record_.monthly.size(); ++i) {
      widths_.push_back(width(world, recording.indicators[i]));
      record_.monthly[i].reserve(widths_.back() * static_cast<std::size_t>(world.now.months));
    }
  }

  void observe(const World& w) {
    totals_.observe(w);
    if (w.month % recording_.every != 0) return;
    for (std::size_t i = 0; i < recording_.indicators.size(); ++i)
      take(w, recording_.indicators[i], widths_[i], record_.monthly[i]);
  }

  WorldRecord finish(const World& w) {
    record_.totals = totals_.finish(w);
    record_.digest = w.digest.value();
    return std::move(record_);
  }

 private:
  static std::size_t width(const World& w, std::size_t indicator) {
    if (indicator < models::tally_count)
      return w.layout.size(static_cast<models::Tally>(indicator));
    std::size_t cells = 1;
    for (const auto dim : models::derived_table()[indicator - models::tally_count].dims) {
      if (dim != models::Dim::None) cells *= models::dim_labels(dim, w.now).size();
    }
    return cells;
  }

  static void take(const World& w, std::size_t indicator, std::size_t cells,
                   std::vector<double>& out) {
    const std::size_t first = out.size();
    out.resize(first + cells);
    const auto board = w.tally.cells();
    if (indicator >= models::tally_count) {
      models::derived_table()[indicator - models::tally_count].fill(w.layout, board,
                                                                    std::span(out).subspan(first));
      return;
    }
    const auto tally = static_cast<models::Tally>(indicator);
    const double scale = models::tally_table()[indicator].scale;
    for (std::size_t i = 0; i < cells; ++i)
      out[first + i] = static_cast<double>(board[w.layout.first(tally) + i]) * scale;
  }

  const Recording& recording_;
  models::TotalsRecorder totals_;
  std::vector<std::size_t> widths_;
  WorldRecord record_;
};

}  // namespace

WorldSet make_worlds(const scenarios::Scenario& scenario, int months, std::uint64_t seed,
                     std::uint32_t draw_set) {
  const sim::Draws draws(seed, 0, draw_set);
  WorldSet set;
  set.names.emplace_back("scenario");
  set.parameters.push_back(build(scenario.bound, months, draws, draw_set > 0));
  for (const auto& reference : scenario.references) {
    set.names.push_back(reference.package);
    set.parameters.push_back(build(reference.bound, months, draws, draw_set > 0));
  }
  return set;
}

std::int64_t agents_of(const World& w) {
  std::int64_t agents = static_cast<std::int64_t>(w.persons.size() + w.employers.state.size() +
                                                  w.partnerships.size());
  for (const auto& pool : w.pools) agents += pool.present;
  return agents;
}

std::size_t indicator_count() {
  return static_cast<std::size_t>(models::tally_count) + models::derived_table().size();
}

std::string_view indicator_name(std::size_t indicator) {
  if (indicator < models::tally_count) return models::tally_table()[indicator].name;
  return models::derived_table()[indicator - models::tally_count].name;
}

std::vector<WorldRecord> run_replicate(const WorldSet& worlds, const ReplicateName& name,
                                       const Recording& recording, Progress& progress,
                                       const Observer& observer) {
  const auto setup = std::make_shared<const models::ReplicateSetup>(
      *worlds.parameters.front(), name.seed, name.replicate, name.draw_set);
  std::vector<WorldRecord> records(worlds.parameters.size());
  sim::for_each_task(records.size(), [&](std::size_t number) {
    World world(worlds.parameters[number], setup);
    Recorder recorder(recording, world);
    while (world.month < world.now.months && !progress.stop) {
      world.step();
      recorder.observe(world);
      progress.months_done += 1;
      progress.agent_months += agents_of(world);
      progress.engaged_months += static_cast<std::int64_t>(world.persons.size());
      if (observer) observer(number, world);
    }
    records[number] = recorder.finish(world);
  });
  return records;
}

}  // namespace skillscale::experiments
