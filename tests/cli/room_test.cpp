#include "cli/room.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skillscale::cli {
namespace {

using ::testing::HasSubstr;

constexpr std::int64_t mb = 1'000'000;

/// Ten million pool rows, four replicates of two worlds.
experiments::Footprint large() {
  experiments::Footprint f;
  f.start = {20'000'000, 10'000'000, 10'000'000, 2};
  f.runs = 4;
  f.worlds = 2;
  f.months = 240;
  f.pools = f.sorting = 80 * mb;
  f.recorded = 5 * mb;
  f.file.scratch = 40 * mb;
  f.file.memory = 20 * mb;
  return f;
}

Fit in_memory(std::int64_t megabytes, int threads = 8) {
  return fit(large(), threads, Room{megabytes * mb, "free memory"}, std::nullopt);
}

TEST(Fit, TakesAllThreadsWhereThereIsRoom) {
  const auto result = in_memory(10'000);
  EXPECT_EQ(result.threads, 8);
  EXPECT_EQ(result.note + result.refusal, "");
}

TEST(Fit, NeverMoreReplicatesThanThereAreCountForMemory) {
  EXPECT_EQ(in_memory(650, 8).threads, 8);
  EXPECT_EQ(in_memory(650, 4).threads, 4);
}

TEST(Fit, TakesFewerThreadsWhereMemoryAllowsFewerReplicates) {
  const auto result = in_memory(350);
  EXPECT_EQ(result.threads, 2);
  EXPECT_EQ(result.refusal, "");
  EXPECT_THAT(result.note,
              HasSubstr("memory allows only 2 of 8 threads: free memory leaves 350 MB"));
  EXPECT_THAT(result.note, HasSubstr("\n  next: "));
}

TEST(Fit, RefusesWithNumbersWhatNoThreadCanDo) {
  const auto told = in_memory(100).refusal;
  EXPECT_THAT(told, HasSubstr("needs at least 160 MB, and free memory leaves 100 MB"));
  EXPECT_THAT(told, HasSubstr("20 000 000 persons in 10 000 000 pool rows, 2 worlds, 240 months"));
  EXPECT_THAT(told, HasSubstr("\n  next: give --set pool.multiplicity=8 "));
}

TEST(Fit, ProposesMultiplicityOnlyWhereItHelps) {
  EXPECT_THAT(in_memory(9).refusal, HasSubstr("\n  next: give fewer --replicates"));
}

TEST(Fit, RefusesWhatTheDiskCannotTake) {
  const auto result = fit(large(), 1, std::nullopt, Room{39 * mb, "free disk at /data"});
  EXPECT_THAT(result.refusal, HasSubstr("at least 40.0 MB"));
  EXPECT_THAT(result.refusal, HasSubstr("there is 39.0 MB of free disk at /data"));
  EXPECT_EQ(fit(large(), 1, std::nullopt, Room{41 * mb, ""}).refusal, "");
}

TEST(Fit, RefusesNothingWhereTheMachineTellsNothing) {
  EXPECT_EQ(fit(large(), 8, std::nullopt, std::nullopt).threads, 8);
}

TEST(Doubt, IsToldWithTheNumbers) {
  experiments::Forecast forecast;
  forecast.memory_at_most = 500 * mb;
  forecast.checkpoint_at_most = 10 * mb;
  const Room memory{499 * mb, "free memory"}, disk{69 * mb, "free disk at /data"};
  const auto told = doubt(large(), forecast, memory, disk);
  EXPECT_THAT(told, HasSubstr("up to 500 MB of memory, and free memory leaves 499 MB\n  next: "));
  EXPECT_THAT(told,
              HasSubstr("up to 70.0 MB, and there is 69.0 MB of free disk at /data\n  next: "));
  EXPECT_EQ(doubt(large(), forecast, Room{500 * mb, ""}, Room{70 * mb, ""}), "");
  EXPECT_EQ(doubt(large(), forecast, std::nullopt, std::nullopt), "");
}

}  // namespace
}  // namespace skillscale::cli
