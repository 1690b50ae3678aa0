// Mechanisms 5.5, 5.12, 5.13, 5.14, 5.18, 5.22 and 5.23: limiting cases of markets, money, seats
// and scale.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "models/concentration.h"
#include "models/indicators.h"
#include "sim/math.h"
#include "tests/verification/comparison.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

using models::Stage;
using models::Tally;
using models::World;

// ---- 5.5

/// Mean and variance of hires when u candidates each apply to one of v posts at random.
struct Hires {
  double mean, variance;
};
Hires urn_ball(double u, double v) {
  const double one = std::pow(1 - 1 / v, u), two = std::pow(1 - 2 / v, u);
  return {v * (1 - one), v * one + v * (v - 1) * two - v * v * one * one};
}

void expect_urn_ball(int candidates, int posts, std::uint32_t replicates) {
  const Study study("urn_ball.yaml", {{"stages.matching.initial", std::to_string(candidates)},
                                      {"occupations.nursing.vacancies", std::to_string(posts)}});
  Sample hires;
  for (std::uint32_t r = 0; r < replicates; ++r)
    hires.add(static_cast<double>(total(study.run(r), Tally::ForeignHires)));
  const auto [mean, variance] = urn_ball(candidates, posts);
  const auto of = std::to_string(candidates) + " candidates, " + std::to_string(posts) + " posts";
  expect_within_error("hires, " + of, mean, hires);
  expect_within_error("variance of hires, " + of, variance, hires.variance(),
                      variance * std::sqrt(2.0 / replicates));
}

TEST(UrnBall, HiresAreThoseOfOneApplicationEach) {
  expect_urn_ball(100, 50, 2000);
  expect_urn_ball(200, 200, 1000);
  expect_urn_ball(1000, 400, 300);
}

// ---- 5.12

constexpr double attrition = 0.004, migration = 0.002, graduates = 100;

/// Persons at the end of a month in the long run: attrition, then graduates, then decisions.
double steady_stock(double leaves, double graduates_a_month) {
  const double stays = std::exp(-leaves);
  return graduates_a_month * stays / (1 - std::exp(-attrition) * stays);
}

/// Compares the stock after 75 years, which begins a tenth below; of that little may be left.
double expect_stock(const std::string& what, double expected, std::vector<Change> changes) {
  changes.push_back({"origins.PHL.nursing.stock", std::to_string(std::llround(0.9 * expected))});
  const Study study("origin_stock.yaml", changes);
  Sample stock;
  for (std::uint32_t r = 0; r < study.replicates(); ++r)
    stock.add(static_cast<double>(total(study.run(r), Tally::Pool)));
  const double left = 0.1 * expected * std::exp(-(attrition + migration) * study.months());
  expect_within_error(what, expected, stock, left);
  return stock.mean();
}

TEST(OriginStock, SettlesWhereEntriesMeetExits) {
  expect_stock("qualified persons at the origin", steady_stock(migration, graduates), {});
}

TEST(OriginStock, GainsOrLosesAsTrainingAnswers) {
  // Training grows by elasticity times yearly emigration times the wage ratio less one, here two.
  const double yearly = 12 * (1 - std::exp(-migration));
  const double closed = steady_stock(0, graduates);
  const double even = (closed / steady_stock(migration, graduates) - 1) / (2 * yearly);
  for (const double strength : {0.5, 1.0, 2.0}) {
    const double elasticity = strength * even;
    const double expected = steady_stock(migration, graduates * (1 + elasticity * yearly * 2));
    const std::string words = strength < 1   ? "brain drain"
                              : strength > 1 ? "brain gain"
                                             : "neither drain nor gain";
    const double stock =
        expect_stock("qualified persons at the origin, " + words, expected,
                     {{"switches.induced_training", "on"},
                      {"origins.PHL.nursing.training_elasticity", std::to_string(elasticity)}});
    if (strength < 1) expect_at_most("against a closed border, " + words, closed, stock);
    if (strength > 1) expect_at_least("against a closed border, " + words, closed, stock);
  }
}

// ---- 5.13

/// Cost of a month of the course against that of a partnership without experience.
double cost_with(const std::string& experience) {
  const Study study("learning.yaml", {{"partnerships.P1.experience", experience}});
  double largest = 0;
  study.run(0, [&](const World& w) {
    largest = std::max(largest, 0.01 * static_cast<double>(total(w, Tally::PreparationCost)));
  });
  return largest / 1e6;
}

TEST(Costs, FallByWrightsLaw) {
  constexpr std::array cases{std::pair{"1", 1.0}, std::pair{"2", 0.85}, std::pair{"10", 0.582820},
                             std::pair{"100", 0.339680}, std::pair{"1000", 0.197972}};
  for (const auto& [experience, factor] : cases) {
    // Cents a person: a hundred thousandth of the first cost.
    expect_within_error("cost after " + std::string(experience) + " placements", factor,
                        cost_with(experience), 0, 1e-5);
  }
}

TEST(Knowledge, IsForgottenGeometrically) {
  constexpr std::array cases{std::pair{"0.95", 9.1928}, std::pair{"0.90", 7.1757},
                             std::pair{"0.75", 3.8733}};
  for (const auto& [retention, known] : cases) {
    const Study study("learning.yaml", {{"partnership.knowledge_retention", retention},
                                        {"stages.applicant.entries_per_month", "1"},
                                        {"stages.applicant.entries_until", "100"},
                                        {"stages.language.complete", "1"},
                                        {"horizon.months", "40"}});
    std::int64_t placed = 0;
    // A partnership without experience stands at the one placement that costs are counted from;
    // what is left of it comes on top.
    double after_twelve = 0;
    study.run(0, [&](const World& w) {
      // Learning comes before this month's placements.
      if (placed == 12 && after_twelve == 0)
        after_twelve = 1e-3 * static_cast<double>(total(w, Tally::Experience));
      placed += total(w, Tally::Arrivals);
    });
    expect_within_error(
        "knowledge after twelve placements, " + std::string(retention) + " of it kept a month",
        known + std::pow(std::stod(retention), 12), after_twelve, 0, 6e-4);
  }
}

// ---- 5.14

TEST(SeatOrders, CloseTheGapOnceAndTheDelayLater) {
  for (const int months : {1, 4, 12}) {
    const Study study("seat_orders.yaml",
                      {{"partnership.seat_adjustment", std::to_string(months)}});
    constexpr double wanted = 100;
    constexpr int from = 12, delay = 12;
    double gap = 0, worst = 0, largest = 0;
    study.run(0, [&](const World& w) {
      const auto& p = w.partnerships.front();
      largest = std::max(largest, p.seats);
      if (w.month == from) {
        gap = wanted - p.seats;
        for (const double ordered : p.ordered) gap -= ordered;
      }
      if (w.month < from + delay) return;
      const int orders = w.month - from - delay;
      const double expected = wanted - gap * std::pow(1 - 1.0 / months, orders);
      worst = std::max(worst, std::abs(p.seats - expected));
    });
    const std::string of = "an order closes 1/" + std::to_string(months) + " of the gap";
    expect_at_most("seats against the first-order path, " + of, 1e-9, worst);
    expect_at_most("seats never more than wanted, " + of, wanted + 1e-9, largest);
  }
}

// ---- 5.18

TEST(CircularMigration, HasTheShareAbroadOfItsChain) {
  const Study study("circular.yaml");
  // Abroad, at home, on the way with a visa.
  const double leaves = -std::expm1(-1.0 / 48), comes = -std::expm1(-1.0 / 18), travels = 0.5;
  std::array<double, 3> share{1, 0, 0};
  std::array<double, 480> abroad{};
  for (double& at : abroad) {
    share = {share[0] * (1 - leaves) + share[2] * travels,
             share[1] * (1 - comes) + share[0] * leaves,
             share[2] * (1 - travels) + share[1] * comes};
    at = share[0];
  }
  std::array<std::int64_t, 2> there{};
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    study.run(r, [&](const World& w) {
      const auto at_work =
          in_stage(w, Tally::Stock, Stage::Employed) + in_stage(w, Tally::Stock, Stage::Adaptation);
      if (w.month == 12) there[0] += at_work;
      if (w.month == 480) there[1] += at_work;
    });
  }
  const auto persons = 4000 * static_cast<std::int64_t>(study.replicates());
  expect_share("abroad after a year of those abroad", abroad[11], there[0], persons);
  expect_share("abroad in the long run", abroad[479], there[1], persons);
  const double two_states = comes / (leaves + comes);
  expect_within_error("of those not on the way, as two states have it", 0.723838, two_states, 0,
                      1e-6);
}

// ---- 5.22

double headline(const World& w, const models::TotalsRecorder& recorder, std::string_view name) {
  const auto totals = recorder.finish(w);
  for (const auto& row : models::headline_table())
    if (row.name == name) return row.value(totals, totals, {});
  return NAN;
}

void expect_concentration(const std::string& what, const std::vector<Change>& changes,
                          double herfindahl, double gini) {
  const Study study("concentration.yaml", changes);
  World w = study.world();
  models::TotalsRecorder recorder(w);
  while (w.month < study.months()) {
    w.step();
    recorder.observe(w);
  }
  expect_within_error("Herfindahl index, " + what, herfindahl,
                      headline(w, recorder, "seat_concentration"), 0, 1e-12);
  expect_within_error("Gini coefficient, " + what, gini, headline(w, recorder, "seat_inequality"),
                      0, 1e-12);
}

TEST(Concentration, OfEqualSeatsAndOfOneOwner) {
  expect_concentration("five equal partnerships", {}, 0.2, 0);
  std::vector<Change> others;
  for (const auto* name : {"P2", "P3", "P4", "P5"})
    others.push_back({std::string("partnerships.") + name + ".seats_per_month", "0"});
  expect_concentration("all seats in one of five", others, 1, 0.8);
}

/// Mean of the Gini coefficient of samples of a distribution given by its quantiles.
template <class Quantile>
Sample gini_of(std::uint16_t number, Quantile quantile) {
  const sim::Draws draws(522, 0, 0);
  constexpr std::uint32_t size = 20000;
  Sample sample;
  for (std::uint16_t r = 0; r < 20; ++r) {
    std::vector<double> values;
    for (std::uint32_t i = 0; i < size; ++i)
      values.push_back(quantile(draws.uniform({sim::make_key(number, r, i), 0, sim::Purpose{1}})));
    sample.add(models::gini(std::move(values)));
  }
  return sample;
}

TEST(Concentration, OfExponentialAndLognormalHoldings) {
  expect_within_error("Gini coefficient of an exponential distribution", 0.5,
                      gini_of(0, [](double u) { return -std::log1p(-u); }), 1e-4);
  constexpr std::array cases{std::pair{0.25, 0.140316}, std::pair{0.5, 0.276326},
                             std::pair{0.75, 0.404117}, std::pair{1.0, 0.520500}};
  std::uint16_t number = 1;
  for (const auto& [sigma, expected] : cases) {
    const auto lognormal = [s = sigma](double u) {
      return std::exp(s * sim::math::inverse_normal(u));
    };
    expect_within_error(
        "Gini coefficient of a lognormal distribution, sigma " + std::to_string(sigma).substr(0, 4),
        expected, gini_of(number++, lognormal), 1e-4);
  }
}

// ---- 5.23

/// Everything that is counted, ten times; all rates as they are.
std::vector<Change> ten_times(const Study& study) {
  constexpr std::array counted{"persons", "persons/month", "posts",         "places",
                               "seats",   "cases/month",   "establishments"};
  constexpr std::array densities{"multiplicity", "density"};
  std::vector<Change> changes;
  for (const auto& value : study.values()) {
    const auto is_in = [&](const char* unit) { return value.decl->unit == unit; };
    const auto is_density = [&](const char* end) { return value.path.ends_with(end); };
    const bool is_left = value.value <= 0 || value.value >= 1e9 ||
                         std::any_of(densities.begin(), densities.end(), is_density);
    if (!is_left && std::any_of(counted.begin(), counted.end(), is_in))
      changes.push_back({value.path, std::to_string(10 * value.value)});
  }
  return changes;
}

struct Intensive {
  Sample success, recognised, retained, by_partnership, arrivals;
};

Intensive intensive(const Study& study, double scale) {
  Intensive all;
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    World w = study.world(r);
    models::TotalsRecorder recorder(w);
    while (w.month < study.months()) {
      w.step();
      recorder.observe(w);
    }
    all.success.add(headline(w, recorder, "success_from_enrolment_share"));
    all.recognised.add(headline(w, recorder, "recognised_share"));
    all.retained.add(headline(w, recorder, "retained_share_36"));
    all.by_partnership.add(headline(w, recorder, "partnership_share"));
    all.arrivals.add(headline(w, recorder, "arrivals_per_year") / scale);
  }
  return all;
}

void expect_same(const std::string& what, const Sample& small, const Sample& large) {
  expect_within_error(what + ", ten times as large", small.mean(), large.mean(),
                      std::hypot(small.standard_error(), large.standard_error()));
}

TEST(Scale, LeavesSharesAsTheyAre) {
  // Learning by doing counts placements, so it is off; so are queues, whose waits fall with scale,
  // and the end of the one partnership.
  std::vector<Change> changes{{"switches.dissolution", "off"},
                              {"switches.funding_cliff", "off"},
                              {"partnership.progress_ratio", "1"},
                              {"horizon.months", "120"},
                              {"pool.multiplicity", "20"},
                              {"ensemble.replicates", "12"},
                              {"authorities.language.BIH.places", "1e6"},
                              {"authorities.visa.BIH.tokens_per_month", "1e6"},
                              {"authorities.recognition.nursing.tokens_per_month", "1e6"},
                              {"authorities.bridging.nursing.places", "1e6"},
                              {"authorities.placement.tokens_per_month", "1e6"}};
  const Study small("nursing-bosnia.yaml", changes);
  for (auto& change : ten_times(small)) changes.push_back(std::move(change));
  const Study large("nursing-bosnia.yaml", changes);
  const auto one = intensive(small, 1), ten = intensive(large, 10);
  expect_same("success from enrolment", one.success, ten.success);
  expect_same("recognised share", one.recognised, ten.recognised);
  expect_same("at work after 36 months", one.retained, ten.retained);
  expect_same("share of partnerships", one.by_partnership, ten.by_partnership);
  expect_same("arrivals a year, a tenth", one.arrivals, ten.arrivals);
  // The variance of a mean over ten times as many persons is a tenth; two estimates of it from
  // twelve replicates each differ by a factor whose logarithm has this deviation.
  const double spread = std::sqrt(2 * 2.0 / (small.replicates() - 1));
  expect_within_error("logarithm of the variance ratio of arrivals", std::log(10),
                      std::log(one.arrivals.variance() / ten.arrivals.variance()), spread);
}

}  // namespace
}  // namespace skillscale::verification
