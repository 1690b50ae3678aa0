// Mechanisms 5.15: conservation and bounds, in every month of shipped scenarios and of the small
// ones here.
#include <gtest/gtest.h>

#include "tests/verification/books.h"
#include "tests/verification/comparison.h"
#include "tests/verification/flows.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

/// School leavers come and go without being counted one by one, so the books hold them still.
std::vector<Change> with_still_school_leavers(const std::string& file,
                                              std::vector<Change> changes) {
  const Study study(file, changes);
  const auto& names = study.parameters().names;
  for (const auto& origin : names[static_cast<std::size_t>(models::Axis::Origin)]) {
    for (const auto& occupation : names[static_cast<std::size_t>(models::Axis::Occupation)])
      changes.emplace_back("origins." + origin + "." + occupation + ".school_leavers_per_month",
                           "0");
  }
  return changes;
}

void keep_books(const std::string& file, const std::vector<Change>& changes) {
  const Study study(file, with_still_school_leavers(file, changes));
  models::World world = study.world();
  Books books(world);
  FlowCheck flows(world);
  while (world.month < study.months()) {
    world.step();
    books.add_month(world);
    flows.add_month(world);
  }
  EXPECT_GT(books.transitions_seen(), 100) << "too little happens in " << file;
  for (const auto& [name, count] : books.breaches()) expect_identical(name, 0, count);
  expect_identical("flows close", 0, flows.violations());
}

const Change coarse_pool{"pool.multiplicity", "100"};

TEST(Conservation, Hello) { keep_books("hello.yaml", {}); }
TEST(Conservation, NursingPhilippines) { keep_books("nursing-philippines.yaml", {coarse_pool}); }
TEST(Conservation, NursingBosniaDualTrack) {
  keep_books("nursing-bosnia-dual-track.yaml", {coarse_pool});
}
TEST(Conservation, ElectricsMoroccoDualTrack) {
  keep_books("electrics-morocco-dual-track.yaml", {coarse_pool});
}
TEST(Conservation, NursingTunisia) { keep_books("nursing-tunisia.yaml", {coarse_pool}); }
TEST(Conservation, RecognitionReform) {
  keep_books("nursing-philippines-recognition-reform.yaml", {coarse_pool});
}
TEST(Conservation, LanguageBeforeTrainingAtACentre) { keep_books("small_books.yaml", {}); }
TEST(Conservation, TrainingOfConstantProbability) {
  keep_books("small_books.yaml",
             {{"stages.training.complete", "0.1"}, {"stages.training.drop", "0.02"}});
}
TEST(Conservation, CentreOfAPartnershipWithoutTraining) {
  keep_books("small_books.yaml",
             {{"partnership_types.train_at_origin.route", "[language, matching, visa]"}});
}

}  // namespace
}  // namespace skillscale::verification
