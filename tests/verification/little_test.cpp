// Mechanisms 5.1: Little's law along the sample path, in whole numbers, and flow conservation.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/verification/comparison.h"
#include "tests/verification/flows.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

using models::Stage;
using models::Tally;

/// Sums over months, by stage and by office.
struct Sums {
  std::vector<std::int64_t> stock = std::vector<std::int64_t>(models::stage_count);
  std::vector<std::int64_t> stays = stock;
  std::vector<std::int64_t> queue, waits;
};

void add_month(const models::World& w, Sums& sums) {
  sums.queue.resize(w.offices.size());
  sums.waits.resize(w.offices.size());
  for (std::size_t s = 0; s < models::stage_count; ++s) {
    sums.stock[s] += in_stage(w, Tally::Stock, static_cast<Stage>(s));
    sums.stays[s] += cell(w, Tally::StayMonths, s);
  }
  for (std::size_t office = 0; office < w.offices.size(); ++office) {
    sums.queue[office] += cell(w, Tally::Queue, office);
    sums.waits[office] += cell(w, Tally::WaitedMonths, office);
  }
}

void compare(const models::World& last, const Sums& sums, const std::string& name) {
  for (std::size_t s = 0; s < models::stage_count; ++s) {
    if (is_final(last, static_cast<Stage>(s))) continue;
    const auto truncated = cell(last, Tally::TimeInStage, s);
    expect_identical("stock summed over months in " + std::string(models::stage_names[s]) + name,
                     sums.stays[s] + truncated, sums.stock[s]);
  }
  const auto waiting = months_waited_by_those_in_line(last);
  const auto labels = models::dim_labels(models::Dim::Authority, last.now);
  for (std::size_t office = 0; office < last.offices.size(); ++office) {
    expect_identical("queue summed over months at " + labels[office] + name,
                     sums.waits[office] + waiting[office], sums.queue[office]);
  }
}

TEST(LittlesLaw, HoldsWhenTheRunDrains) {
  const Study study("every_queue.yaml");
  Sums sums;
  const auto last = study.run(0, [&](const models::World& w) { add_month(w, sums); });
  expect_identical("persons left in the chain at the end of a drained run", 0,
                   static_cast<std::int64_t>(last.persons.size()));
  compare(last, sums, ", drained");
  for (std::size_t office = 0; office < last.offices.size(); ++office)
    EXPECT_GT(sums.queue[office], 0) << "nobody ever waited at office " << office;
}

TEST(LittlesLaw, HoldsInATruncatedRun) {
  const Study study("every_queue.yaml", {{"horizon.months", "30"}});
  Sums sums;
  const auto last = study.run(1, [&](const models::World& w) { add_month(w, sums); });
  EXPECT_GT(last.persons.size(), 100U);
  compare(last, sums, ", truncated at 30 months");
}

TEST(FlowConservation, EveryStageAndMonthCloses) {
  const Study study("every_queue.yaml");
  FlowCheck flows(study.world());
  std::int64_t wrong_queues = 0;
  study.run(0, [&](const models::World& w) {
    flows.add_month(w);
    const auto in_line = persons_in_line(w);
    for (std::size_t office = 0; office < w.offices.size(); ++office)
      wrong_queues += in_line[office] != cell(w, Tally::Queue, office) ? 1 : 0;
  });
  EXPECT_GT(flows.checked(), 10000);
  expect_identical("stages and months whose flows do not close", 0, flows.violations());
  expect_identical("offices and months whose queue is not the number of persons in line", 0,
                   wrong_queues);
}

}  // namespace
}  // namespace skillscale::verification
