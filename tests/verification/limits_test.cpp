// Mechanisms 5.3, 5.4, 5.6, 5.10, 5.19 and 5.21: exact limiting cases of single rules.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "models/purposes.h"
#include "tests/verification/comparison.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

using models::Stage;
using models::Tally;
using models::World;

// ---- 5.3
// ------------------------------------------------------------------------------------------

using Path = std::vector<std::int64_t>;

Path queue_with(const std::string& accelerated) {
  const Study study("token_queue.yaml",
                    {{"horizon.months", "2000"},
                     {"partnership_types.recruit_and_bridge.accelerated_share", accelerated}});
  Path path;
  study.run(0, [&](const World& w) { path.push_back(cell(w, Tally::Queue, 0)); });
  return path;
}

TEST(PriorityClasses, LeaveTheBacklogAsItIs) {
  const auto first_come = queue_with("0");
  for (const std::string share : {"0.3", "1"}) {
    const auto path = queue_with(share);
    const auto same = std::mismatch(first_come.begin(), first_come.end(), path.begin());
    expect_identical("months with the backlog of first come first served, accelerated " + share,
                     2000, same.first - first_come.begin());
  }
}

// ---- 5.4
// ------------------------------------------------------------------------------------------

TEST(SeatLoss, OfAFullSchoolIsTheOneOfMonthlySteps) {
  const Study study("seat_loss.yaml");
  Sample lost;
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    std::int64_t rejected = 0, enrolled = 0;
    study.run(r, [&](const World& w) {
      if (w.month <= 240) return;
      rejected += total(w, Tally::Rejected);
      enrolled += total(w, Tally::Enrolments);
    });
    lost.add(static_cast<double>(rejected) / static_cast<double>(rejected + enrolled));
  }
  // Departures first, then arrivals; 36 monthly steps. The reference is known to 2 %.
  expect_within_error("share of applicants lost at 20 places, 15 offered", 0.0434, lost,
                      0.02 * 0.0434);
}

// ---- 5.6
// ------------------------------------------------------------------------------------------

/// Mean number of adopters by month on a complete graph of n, each with probability
/// 1 - exp(-(p + q a / (n - 1))) a month: the distribution of the number, step by step.
std::vector<double> mean_adopters(std::size_t n, double p, double q, int months) {
  std::vector<double> share(n + 1, 0.0), means;
  share[0] = 1;
  for (int month = 0; month < months; ++month) {
    std::vector<double> next(n + 1, 0.0);
    double mean = 0;
    for (std::size_t a = 0; a <= n; ++a) {
      if (share[a] == 0) continue;
      const double hazard = p + q * static_cast<double>(a) / static_cast<double>(n - 1);
      const double adopts = -std::expm1(-hazard);
      const std::size_t left = n - a;
      double probability = std::pow(1 - adopts, static_cast<double>(left));
      for (std::size_t k = 0; k <= left; ++k) {
        next[a + k] += share[a] * probability;
        probability *=
            static_cast<double>(left - k) / static_cast<double>(k + 1) * adopts / (1 - adopts);
      }
    }
    share = std::move(next);
    for (std::size_t a = 0; a <= n; ++a) mean += static_cast<double>(a) * share[a];
    means.push_back(mean);
  }
  return means;
}

TEST(Diffusion, OnACompleteGraphIsTheChainOfBinomials) {
  const Study study("diffusion.yaml");
  const auto reference = mean_adopters(65, 0.0025, 0.38 / 12, study.months());
  std::array<Sample, 4> adopted;
  constexpr std::array months{12, 36, 60, 120};
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    study.run(r, [&](const World& w) {
      for (std::size_t i = 0; i < months.size(); ++i) {
        if (w.month == months[i]) adopted[i].add(static_cast<double>(w.employers.adopted.size()));
      }
    });
  }
  for (std::size_t i = 0; i < months.size(); ++i) {
    const auto month = static_cast<std::size_t>(months[i]);
    expect_within_error("adopters among 65 after " + std::to_string(month) + " months",
                        reference[month - 1], adopted[i]);
  }
}

/// Who has adopted when each adopts at once as soon as `needed` of its neighbours have.
std::vector<bool> spread_by_hand(const models::EmployerSetup& setup, std::vector<bool> adopted,
                                 std::size_t needed) {
  const auto before = adopted;
  for (std::size_t i = 0; i < adopted.size(); ++i) {
    std::size_t peers = 0;
    for (std::uint32_t k = setup.first[i]; k < setup.first[i + 1]; ++k)
      peers += before[setup.neighbour[k]];
    if (peers >= needed) adopted[i] = true;
  }
  return adopted;
}

void expect_contagion(const std::string& what, const std::vector<Change>& rule,
                      std::size_t needed) {
  std::vector<Change> changes{{"employers.hospitals.establishments", "2000"},
                              {"employers.hospitals.adopted_share.large", "0.02"},
                              {"employers.hospitals.establishment_share.micro", "0"},
                              {"employers.hospitals.establishment_share.large", "1"},
                              {"adoption.degree", "4"},
                              {"adoption.innovation", "0"},
                              {"adoption.imitation", "10"},
                              {"adoption.size_effect", "5"},
                              {"horizon.months", "12"}};
  changes.insert(changes.end(), rule.begin(), rule.end());
  const Study study("diffusion.yaml", changes);
  World w = study.world();
  const auto has_adopted = [&] {
    std::vector<bool> adopted(w.employers.state.size(), false);
    for (const auto i : w.employers.adopted) adopted[i] = true;
    return adopted;
  };
  auto expected = has_adopted();
  std::int64_t wrong = 0, seeds = std::count(expected.begin(), expected.end(), true);
  for (int month = 0; month < 12; ++month) {
    w.step();
    expected = spread_by_hand(*w.employers.setup, expected, needed);
    wrong += has_adopted() == expected ? 0 : 1;
  }
  expect_identical("months in which adopters are others than by hand, " + what, 0, wrong);
  expect_at_least("seeds, " + what, 10, static_cast<double>(seeds));
}

TEST(Contagion, OnARingIsTheOneByHand) { expect_contagion("simple", {}, 1); }

TEST(Contagion, WithThresholdsNeedsTwoNeighbours) {
  expect_contagion("two of four neighbours",
                   {{"adoption.rule", "threshold"},
                    {"adoption.threshold_mean", "0.5"},
                    {"adoption.threshold_spread", "0"}},
                   2);
}

/// Probability that one seed's cascade dies out when each adopter reaches `ties` others, of whom a
/// share adopts at the first tie.
double extinction(int ties, double vulnerable) {
  double dies = 0;
  for (int step = 0; step < 10000; ++step)
    dies = std::pow(1 - vulnerable + vulnerable * dies, ties);
  return dies;
}

struct Crowd {
  int establishments, months, runs;
};
constexpr Crowd many_runs{5'000, 60, 1000};
/// Where cascades hardly grow they take longer, and only among many do they stay small in
/// comparison.
constexpr Crowd many_establishments{100'000, 240, 200};

/// Cascades through a sparse random graph, in which everybody listens to `ties` others.
void expect_cascades(int ties, double mean, double spread, Crowd crowd = many_runs) {
  const auto [establishments, months, runs] = crowd;
  constexpr double seeds = 1;  // expected
  const Study study(
      "diffusion.yaml",
      {{"employers.hospitals.establishments", std::to_string(establishments)},
       {"employers.hospitals.adopted_share.large", std::to_string(seeds / establishments)},
       {"employers.hospitals.establishment_share.micro", "0"},
       {"employers.hospitals.establishment_share.large", "1"},
       {"adoption.degree", std::to_string(ties)},
       {"adoption.rewire", "1"},
       {"adoption.innovation", "0"},
       {"adoption.imitation", "10"},
       {"adoption.size_effect", "5"},
       {"adoption.rule", "threshold"},
       {"adoption.threshold_mean", std::to_string(mean)},
       {"adoption.threshold_spread", std::to_string(spread)},
       {"horizon.months", std::to_string(months)}});
  std::int64_t global = 0;
  for (int r = 0; r < runs; ++r) {
    const World w = study.run(static_cast<std::uint32_t>(r));
    global += 10 * w.employers.adopted.size() > std::size_t(establishments) ? 1 : 0;
  }
  const double vulnerable = 0.5 * std::erfc((mean - 1.0 / ties) / spread / std::sqrt(2.0));
  const double lives = 1 - extinction(ties, vulnerable);
  const double expected = 1 - std::pow(1 - seeds / establishments * lives, establishments);
  const auto what = " among " + std::to_string(establishments) + ", " + std::to_string(ties) +
                    " ties, " + std::to_string(vulnerable).substr(0, 5) +
                    " of all adopt at the first";
  const auto of = "global cascades of " + std::to_string(runs) + what;
  if (ties * vulnerable > 1) {
    expect_share("global cascades" + what, expected, global, runs);
    expect_at_least(of, runs / 4.0, static_cast<double>(global));
  } else {
    expect_identical(of, 0, global);
  }
}

TEST(Contagion, OnASparseRandomGraphIsGlobalWithinTheWindowOnly) {
  expect_cascades(2, 0.25, 0.04);
  expect_cascades(4, 0.25, 0.04);
  expect_cascades(4, 0.260134, 0.04);
  expect_cascades(4, 0.296014, 0.04);
  expect_cascades(6, 0.25, 0.04);
}

TEST(Contagion, OnASparseRandomGraphHasTheEdgeOfTheBranchingProcess) {
  expect_cascades(4, 0.262, 0.04, many_establishments);  // each adopter wins 1.5 others at first
  expect_cascades(4, 0.270, 0.04, many_establishments);  // 1.2
  expect_cascades(4, 0.281, 0.04, many_establishments);  // 0.9
}

// ---- 5.10
// -----------------------------------------------------------------------------------------

TEST(Phases, HaveTheNegativeBinomialDuration) {
  const Study study("phases.yaml");
  constexpr std::array months{12, 18, 36};
  constexpr std::array share{0.322574, 0.597346, 0.952878};
  std::array<std::int64_t, 3> over{};
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    std::int64_t done = 0;
    study.run(r, [&](const World& w) {
      done += in_stage(w, Tally::Completed, Stage::Language);
      for (std::size_t i = 0; i < months.size(); ++i) {
        // A place is taken in the first month, the course begins in the second.
        if (w.month == months[i] + 1) over[i] += done;
      }
    });
  }
  for (std::size_t i = 0; i < months.size(); ++i) {
    expect_share("three levels passed after " + std::to_string(months[i]) + " months", share[i],
                 over[i], 5000 * static_cast<std::int64_t>(study.replicates()));
  }
}

// ---- 5.19
// -----------------------------------------------------------------------------------------

struct Seats {
  std::int64_t poor_applicants = 0, poor_admitted = 0, admitted = 0;
};

Seats seats_with(const Study& study, std::uint32_t replicate) {
  Seats seats;
  World w = study.world(replicate);
  // Applicants come at the end of a month and are admitted in the next.
  w.step();
  w.step();
  for (models::Row row = 0; row < w.persons.size(); ++row) {
    if (sim::entry_month_of(sim::Key{w.persons.key[row]}) != 0) continue;
    const bool is_poor =
        w.draws.uniform({sim::Key{w.persons.key[row]}, 0, models::purpose::savings}) < 0.5;
    const bool is_admitted = w.persons.stage_of(row) == Stage::Visa;
    seats.poor_applicants += is_poor;
    seats.admitted += is_admitted;
    seats.poor_admitted += is_poor && is_admitted;
  }
  return seats;
}

TEST(Oversubscription, ALotteryIsHypergeometric) {
  const Study study("oversubscription.yaml", {{"horizon.months", "2"}});
  Sample surplus;
  double variance = 0;
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    const auto seats = seats_with(study, r);
    const double share = static_cast<double>(seats.poor_applicants) / 1000;
    surplus.add(static_cast<double>(seats.poor_admitted) - 100 * share);
    variance += 100 * share * (1 - share) * 900 / 999 / study.replicates();
  }
  expect_within_error("admitted poorer applicants beyond their share", 0, surplus);
  const double error = variance * std::sqrt(2.0 / study.replicates());
  expect_within_error("variance of their number, hypergeometric", variance, surplus.variance(),
                      error);
}

TEST(Oversubscription, AQuotaIsExact) {
  const Study study(
      "oversubscription.yaml",
      {{"horizon.months", "2"}, {"partnership_types.recruit_and_bridge.equity_share", "1"}});
  const auto seats = seats_with(study, 0);
  expect_identical("seats given", 100, seats.admitted);
  expect_identical("of these to poorer applicants, with all seats reserved", 100,
                   seats.poor_admitted);
}

// ---- 5.21
// -----------------------------------------------------------------------------------------

TEST(TwoStates, OfWorkHaveTheStationaryShareOfTheirOrder) {
  const Study study("two_states.yaml");
  constexpr double loses = 0.01, finds = 0.10;
  // Separations first, then findings among all without work.
  constexpr double stays = (1 - loses) * (1 - finds);
  constexpr double stationary = loses * (1 - finds) / (1 - stays);
  Sample unemployed, on_the_way;
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    study.run(r, [&](const World& w) {
      const double share = static_cast<double>(total(w, Tally::OriginUnemployed)) / 50000;
      if (w.month == 12) on_the_way.add(share);
      if (w.month == study.months()) unemployed.add(share);
    });
  }
  expect_within_error("share without work in the long run", stationary, unemployed);
  const double after_a_year = stationary + (0.5 - stationary) * std::pow(stays, 12);
  expect_within_error("share without work after a year from one half", after_a_year, on_the_way);
}

}  // namespace
}  // namespace skillscale::verification
