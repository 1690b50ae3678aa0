// Mechanisms 5.17: threads and observers change nothing.
#include <gtest/gtest.h>

#include "experiments/worlds.h"
#include "sim/parallel.h"
#include "tests/verification/comparison.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

const std::vector<Change> large{{"pool.multiplicity", "100"}, {"horizon.months", "120"}};

TEST(ParallelInvariance, DigestDoesNotDependOnThreads) {
  const Study study("nursing-philippines.yaml", large);
  std::string reference;
  for (int threads : {1, 2, 4, 8}) {
    const sim::ThreadLimit limit(threads);
    const auto last = study.run(0);
    EXPECT_GT(last.persons.size(), 5000U) << "too few persons for several runs of blocks";
    const auto digest = last.digest.value().hex();
    if (reference.empty()) reference = digest;
    expect_identical("digest with " + std::to_string(threads) + " threads", reference, digest);
  }
}

TEST(ParallelInvariance, WorldsSideBySideAreThoseOneByOne) {
  const Study study("hello.yaml");
  experiments::Progress progress;
  const auto together =
      experiments::run_replicate(study.worlds(), {study.seed(), 3, 0}, {}, progress);
  ASSERT_EQ(together.size(), 2U);
  expect_identical("digest of the scenario beside its reference", study.run(3).digest.value().hex(),
                   together.front().digest.hex());
}

TEST(ObservationInvariance, OutputsDoNotChangeTheDigest) {
  const Study study("nursing-philippines.yaml",
                    {{"pool.multiplicity", "100"}, {"horizon.months", "60"}});
  experiments::Recording everything;
  for (std::size_t i = 0; i < experiments::indicator_count(); ++i)
    everything.indicators.push_back(i);
  experiments::Progress progress;
  const auto silent =
      experiments::run_replicate(study.worlds(), {study.seed(), 0, 0}, {}, progress);
  std::int64_t looks = 0;
  const auto observed = experiments::run_replicate(
      study.worlds(), {study.seed(), 0, 0}, everything, progress,
      [&](std::size_t world, const models::World&) { looks += world == 0 ? 1 : 0; });
  EXPECT_EQ(looks, study.months());
  for (std::size_t world = 0; world < silent.size(); ++world) {
    expect_identical("digest of world " + std::to_string(world) + " with all outputs",
                     silent[world].digest.hex(), observed[world].digest.hex());
  }
}

TEST(ObservationInvariance, ALongerHorizonChangesNothingBefore) {
  const auto shorter = Study("hello.yaml", {{"horizon.months", "24"}}).run(0);
  std::string at_24;
  Study("hello.yaml", {{"horizon.months", "60"}}).run(0, [&](const models::World& w) {
    if (w.month == 24) at_24 = w.digest.value().hex();
  });
  expect_identical("digest after 24 months of 24 and of 60", shorter.digest.value().hex(), at_24);
}

}  // namespace
}  // namespace skillscale::verification
