// Mechanisms 5.8 and 5.24: stays under constant, Weibull and competing hazards, and a stock that
// fills. Month probabilities use integrated hazards, so survival at whole months is exact.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "tests/verification/comparison.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

using models::ExitCause;
using models::Stage;
using models::Tally;

constexpr std::int64_t workers = 20000;

/// Survivors after the given numbers of months against their known shares.
void compare_survival(const std::string& name, const Study& study,
                      const std::vector<std::pair<int, double>>& shares) {
  std::vector<std::int64_t> stock;
  study.run(0, [&](const models::World& w) {
    stock.push_back(in_stage(w, Tally::Stock, Stage::Employed));
  });
  for (const auto& [months, share] : shares) {
    expect_share(name + ", share left after " + std::to_string(months) + " months", share,
                 stock[static_cast<std::size_t>(months - 1)], workers);
  }
}

TEST(Survival, ConstantYearlyHazard) {
  const Study study("survival.yaml", {{"retention.return.scale", "150"}});
  compare_survival("hazard 0.08 a year", study,
                   {{12, 0.923116}, {24, 0.852144}, {36, 0.786628}, {60, 0.670320}});
}

TEST(Survival, WeibullWithFallingHazard) {
  const Study study("survival.yaml",
                    {{"retention.return.scale", "60"}, {"retention.return.shape", "0.7"}});
  compare_survival("Weibull 0.7, 60", study,
                   {{6, 0.819119}, {12, 0.723155}, {24, 0.590637}, {36, 0.496899}, {60, 0.367879}});
}

TEST(Survival, WeibullMonthlyProbabilities) {
  const Study study("survival.yaml",
                    {{"retention.return.scale", "60"}, {"retention.return.shape", "0.7"}});
  std::vector<std::int64_t> stock{workers};
  study.run(0, [&](const models::World& w) {
    stock.push_back(in_stage(w, Tally::Stock, Stage::Employed));
  });
  const std::array expected{0.055334, 0.034925, 0.029894};
  for (std::size_t month = 0; month < expected.size(); ++month) {
    expect_share("Weibull 0.7, 60, leaving in month " + std::to_string(month + 1), expected[month],
                 stock[month] - stock[month + 1], stock[month]);
  }
}

/// Three causes with hazards 0.010, 0.006 and 0.002; `order` says which cause has which.
void compare_causes(const std::array<ExitCause, 3>& order) {
  const std::array<std::string, 3> scales{"100", "166.66666666666667", "500"};
  const std::array<double, 3> shares{0.194884, 0.116930, 0.038977};
  std::vector<Change> changes{{"horizon.months", "24"}};
  std::string name;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string cause(models::exit_cause_names[static_cast<std::size_t>(order[i])]);
    changes.push_back({"retention." + cause + ".scale", scales[i]});
    name += (i > 0 ? ", " : "") + cause;
  }
  const Study study("survival.yaml", changes);
  std::array<std::int64_t, 3> exits{};
  const auto last = study.run(0, [&](const models::World& w) {
    for (std::size_t i = 0; i < 3; ++i) {
      for (std::size_t type = 0; type < models::partnership_type_count; ++type)
        exits[i] += w.tally.cells()[w.layout.of_cell(Tally::Exits, 0, type,
                                                     static_cast<std::size_t>(order[i]))];
    }
  });
  expect_share("still there (" + name + ")", 0.649209,
               in_stage(last, Tally::Stock, Stage::Employed), workers);
  for (std::size_t i = 0; i < 3; ++i) {
    expect_share("share of cause " + std::to_string(i + 1) + " (" + name + ")", shares[i], exits[i],
                 workers);
  }
}

TEST(CompetingRisks, SharesDoNotDependOnTheOrderOfCauses) {
  using enum ExitCause;
  compare_causes({LeaveOccupation, Return, Onward});
  compare_causes({LeaveOccupation, Onward, Return});
  compare_causes({Return, LeaveOccupation, Onward});
  compare_causes({Return, Onward, LeaveOccupation});
  compare_causes({Onward, LeaveOccupation, Return});
  compare_causes({Onward, Return, LeaveOccupation});
}

TEST(StockFilling, ExitsComeBeforeArrivals) {
  const Study study("stock_filling.yaml");
  Sample per_inflow_of_20;
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    const auto last = study.run(r);
    per_inflow_of_20.add(static_cast<double>(in_stage(last, Tally::Stock, Stage::Employed)) / 100);
  }
  expect_within_error("stock after 36 months, inflow 20, exit 1/18", 320.006, per_inflow_of_20);
  const double distance = std::abs(per_inflow_of_20.mean() - 311.279);
  expect_at_least("distance to the continuous value 311.279, in SE", 4,
                  distance / per_inflow_of_20.standard_error());
}

}  // namespace
}  // namespace skillscale::verification
