// Mechanisms 5.16: a policy of no strength changes nothing, a policy changes nothing before its
// start or where it does not reach, and small changes keep paired worlds close.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "models/lever_table.h"
#include "tests/verification/comparison.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

using models::Tally;

using Trajectory = std::vector<std::vector<std::int64_t>>;

/// All tallies of every month.
Trajectory trajectory(const Study& study) {
  Trajectory months;
  study.run(0, [&](const models::World& w) {
    const auto cells = w.tally.cells();
    months.emplace_back(cells.begin(), cells.end());
  });
  return months;
}

/// First month in which they differ; the number of months when they never do.
std::int64_t first_difference(const Trajectory& a, const Trajectory& b) {
  return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

std::vector<Change> all_levers(const std::string& strength) {
  std::vector<Change> changes;
  for (std::size_t i = 0; i < models::lever_table.size(); ++i) {
    const std::string path = "levers.l" + std::to_string(i);
    changes.emplace_back(path + ".lever", std::string(models::lever_table[i].name));
    changes.emplace_back(path + ".strength", strength);
    changes.emplace_back(path + ".cost_per_month", "100000");
  }
  return changes;
}

TEST(NullPolicy, AllLeversAtStrengthZeroChangeNothing) {
  const Study plain("hello.yaml"), with_levers("hello.yaml", all_levers("0"));
  ASSERT_EQ(with_levers.parameters().levers.size(), models::lever_table.size());
  expect_identical("digest with all levers at strength 0", plain.run(0).digest.value().hex(),
                   with_levers.run(0).digest.value().hex());
  expect_identical("month of the first difference of any tally", plain.months(),
                   first_difference(trajectory(plain), trajectory(with_levers)));
}

TEST(Levers, EveryLeverFindsTheParametersItMoves) {
  auto changes = all_levers("0.5");
  changes.emplace_back("pool.multiplicity", "1000");
  const Study study("nursing-bosnia-dual-track.yaml", changes);
  const auto world = study.world();
  std::int64_t without_target = 0;
  for (const auto& lever : world.policy.levers) {
    without_target += lever.targets.empty() ? 1 : 0;
    EXPECT_FALSE(lever.targets.empty()) << models::lever_table[lever.lever].name;
    for (const auto& target : lever.targets)
      EXPECT_EQ(target.effect == models::LeverEffect::Move, target.gives_to.has_value());
  }
  expect_identical("levers at work", static_cast<std::int64_t>(study.parameters().levers.size()),
                   static_cast<std::int64_t>(world.policy.levers.size()));
  expect_identical("levers that move no parameter", 0, without_target);
}

TEST(LatePolicy, ChangesNothingBeforeItsFirstMonth) {
  const std::vector<Change> shorter{{"horizon.months", "60"}, {"pool.multiplicity", "50"}};
  const auto plain = trajectory(Study("nursing-bosnia-dual-track.yaml", shorter));
  for (const auto& lever : models::lever_table) {
    auto changes = shorter;
    changes.emplace_back("levers.late.lever", std::string(lever.name));
    changes.emplace_back("levers.late.start", "2026-01");
    changes.emplace_back("levers.late.strength", "0.9");
    const auto late = trajectory(Study("nursing-bosnia-dual-track.yaml", changes));
    expect_at_least("first month changed by " + std::string(lever.name) + " from month 24", 24,
                    static_cast<double>(first_difference(plain, late)));
  }
}

/// Everything that is known of the persons of a cell, in the order of their keys.
using Person = std::tuple<std::uint64_t, int, int, int, int, std::uint32_t, int, float, float>;
std::vector<Person> persons_of(const models::World& w, std::size_t cell) {
  std::vector<Person> persons;
  const auto& p = w.persons;
  for (models::Row row = 0; row < p.size(); ++row) {
    if (p.cell[row] != cell) continue;
    persons.emplace_back(p.key[row], p.stage[row], p.type[row], p.since[row], p.level[row],
                         p.employer[row], p.flags[row], p.social[row], p.budget[0][row]);
  }
  std::sort(persons.begin(), persons.end());
  return persons;
}

std::size_t cell_of(const Study& study, const std::string& origin, const std::string& occupation) {
  const auto position = [&](models::Axis axis, const std::string& name) {
    const auto& names = study.parameters().names[static_cast<std::size_t>(axis)];
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  };
  return position(models::Axis::Origin, origin) * study.parameters().occupations.size() +
         position(models::Axis::Occupation, occupation);
}

/// Runs two corridors with and without changes to nursing and compares every electrician.
void expect_electricians_untouched(const std::string& what, const std::vector<Change>& changes) {
  const Study before("two_corridors.yaml"), after("two_corridors.yaml", changes);
  const std::size_t touched = cell_of(before, "PHL", "nursing"),
                    apart = cell_of(before, "MAR", "electrics");
  std::vector<std::vector<Person>> near, far;
  before.run(0, [&](const models::World& w) {
    near.push_back(persons_of(w, touched));
    far.push_back(persons_of(w, apart));
  });
  std::int64_t changed_near = 0, changed_far = 0, persons = 0;
  after.run(0, [&](const models::World& w) {
    const auto month = static_cast<std::size_t>(w.month - 1);
    changed_near += persons_of(w, touched) != near[month] ? 1 : 0;
    changed_far += persons_of(w, apart) != far[month] ? 1 : 0;
    persons += static_cast<std::int64_t>(far[month].size());
  });
  EXPECT_GT(changed_near, 12) << "the change does nothing";
  EXPECT_GT(persons, 5000) << "nobody is in the other corridor";
  expect_identical("months in which an electrician differs after " + what, 0, changed_far);
}

TEST(SeparateCorridors, ALeverInOneLeavesEveryPersonOfTheOtherAsItIs) {
  expect_electricians_untouched("levers on courses and seats of nurses",
                                {{"levers.courses.strength", "1"}, {"levers.seats.strength", "3"}});
}

TEST(SeparateCorridors, NewPartnershipsInOneLeaveTheOtherAsItIs) {
  expect_electricians_untouched("hospitals become aware",
                                {{"employers.hospitals.aware_share", "1"}});
}

TEST(PairedWorlds, ASmallLeverKeepsReplicatesCorrelated) {
  const Study plain("hello.yaml");
  const Study small("hello.yaml", {{"levers.staff.lever", "recognition.staff"},
                                   {"levers.staff.strength", "0.05"},
                                   {"levers.files.lever", "recognition.complete_files"},
                                   {"levers.files.strength", "0.05"}});
  const auto arrivals = [](const Study& study, std::uint32_t replicate) {
    std::int64_t sum = 0;
    study.run(replicate, [&](const models::World& w) { sum += total(w, Tally::Arrivals); });
    return static_cast<double>(sum);
  };
  Sample before, after, difference;
  for (std::uint32_t r = 0; r < 40; ++r) {
    before.add(arrivals(plain, r));
    after.add(arrivals(small, r));
    difference.add(after.values().back() - before.values().back());
  }
  const double independent = before.variance() + after.variance();
  EXPECT_GT(difference.variance(), 0) << "the lever does nothing";
  expect_at_least("correlation of arrivals in paired worlds", 0.8, correlation(before, after));
  expect_at_most("variance of the difference against independent runs", 0.2,
                 difference.variance() / independent);
}

}  // namespace
}  // namespace skillscale::verification
