#include "tests/verification/study.h"

#include <filesystem>

#include "scenarios/scenario.h"
#include "sim/error.h"

namespace skillscale::verification {
namespace {

std::filesystem::path find_scenario(const std::string& file) {
  const std::filesystem::path root = SKILLSCALE_SOURCE_DIR;
  const auto own = root / "tests/verification/scenarios" / file;
  return std::filesystem::exists(own) ? own : root / "scenarios/library" / file;
}

}  // namespace

Study::Study(const std::string& file, const std::vector<Change>& changes) {
  scenarios::LoadOptions options;
  options.library = std::filesystem::path(SKILLSCALE_SOURCE_DIR) / "scenarios/library";
  for (const auto& [path, value] : changes) options.overrides.push_back({path, value});
  const auto loaded = scenarios::load(find_scenario(file), options, scenarios::model_language());
  if (!loaded.scenario) throw sim::InputError(loaded.faults.text());
  const auto& run = loaded.scenario->run;
  seed_ = run.ensemble.seed;
  replicates_ = static_cast<std::uint32_t>(run.ensemble.replicates);
  months_ = run.months;
  values_ = loaded.scenario->bound.values;
  worlds_ = experiments::make_worlds(*loaded.scenario, months_, seed_, 0);
}

models::World Study::world(std::uint32_t replicate) const {
  return models::World(worlds_.parameters.front(), std::make_shared<const models::ReplicateSetup>(
                                                       parameters(), seed_, replicate, 0U));
}

models::World Study::run(std::uint32_t replicate,
                         const std::function<void(const models::World&)>& look) const {
  models::World world = this->world(replicate);
  while (world.month < months_) {
    world.step();
    if (look) look(world);
  }
  return world;
}

std::int64_t total(const models::World& world, models::Tally tally) {
  std::int64_t sum = 0;
  const auto cells = world.tally.cells();
  for (std::size_t i = 0; i < world.layout.size(tally); ++i)
    sum += cells[world.layout.first(tally) + i];
  return sum;
}

std::int64_t in_stage(const models::World& world, models::Tally tally, models::Stage stage) {
  std::int64_t sum = 0;
  const auto cells = world.tally.cells();
  for (auto i = static_cast<std::size_t>(stage); i < world.layout.size(tally);
       i += models::stage_count)
    sum += cells[world.layout.first(tally) + i];
  return sum;
}

std::int64_t cell(const models::World& world, models::Tally tally, std::size_t position) {
  return world.tally.cells()[world.layout.at(tally, position)];
}

}  // namespace skillscale::verification
