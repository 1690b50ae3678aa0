// Worlds with every part of the model under every order of blocks and of worlds: nothing moves.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "models/lever_table.h"
#include "models/parameters.h"
#include "sim/parallel.h"
#include "sim/population.h"
#include "tests/verification/study.h"

namespace skillscale::levels {
namespace {

const verification::Study& all_parts() {
  static const verification::Study study(SKILLSCALE_SOURCE_DIR "/tests/levels/all_parts.yaml");
  return study;
}

std::vector<std::string> digests() {
  experiments::Progress progress;
  const auto& study = all_parts();
  std::vector<std::string> found;
  for (const auto& record :
       experiments::run_replicate(study.worlds(), {study.seed(), 0, 0}, {}, progress))
    found.push_back(record.digest.hex());
  return found;
}

TEST(AllParts, HasEverySwitchOnAndEveryLever) {
  models::Parameters parameters = all_parts().parameters();
  std::size_t switches = 0;
  for (const auto& address : models::all_addresses(parameters)) {
    if (!address.decl->path.starts_with("switches.")) continue;
    ++switches;
    EXPECT_EQ(1, *address.decl->number(parameters, address.index)) << address.decl->path;
  }
  EXPECT_GT(switches, 0U);
  std::set<std::size_t> levers;
  for (const auto& lever : parameters.levers) levers.insert(static_cast<std::size_t>(lever.lever));
  for (std::size_t lever = 0; lever < models::lever_table.size(); ++lever)
    EXPECT_TRUE(levers.contains(lever)) << models::lever_table[lever].name;
}

TEST(AllParts, ReachesEveryStageAndEveryTypeReachesWork) {
  std::map<models::Stage, std::int64_t> entered;
  std::set<std::uint8_t> working;
  all_parts().run(0, [&](const models::World& world) {
    for (int s = 0; s < models::stage_count; ++s) {
      const auto stage = static_cast<models::Stage>(s);
      entered[stage] += verification::in_stage(world, models::Tally::Entered, stage);
    }
    for (models::Row row = 0; row < world.persons.size(); ++row) {
      if (world.persons.stage_of(row) == models::Stage::Employed)
        working.insert(world.persons.type[row]);
    }
  });
  for (const auto& [stage, persons] : entered)
    EXPECT_GT(persons, 0) << models::stage_names[static_cast<std::size_t>(stage)];
  EXPECT_EQ(std::size_t{models::partnership_type_count}, working.size());
}

TEST(OrderOfBlocks, ChangesNothingInAnyWorld) {
  const auto world = all_parts().run(0);
  EXPECT_GT(world.persons.size(), 16 * sim::block_rows) << "too few persons for several runs";
  EXPECT_GT(world.employers.state.size(), 16 * sim::block_rows);
  const auto in_order = digests();
  EXPECT_EQ(3U, in_order.size());
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
    const sim::ShuffledTasks shuffled(seed);
    EXPECT_EQ(in_order, digests()) << "order of seed " << seed;
  }
}

}  // namespace
}  // namespace skillscale::levels
