// Mechanisms 5.7: who attaches to whom in the graph of partnerships, and how long partnerships
// live.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <map>

#include "sim/number_text.h"
#include "tests/verification/comparison.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

using models::Tally;
using models::World;

TEST(Attachment, OfPartnershipsToSchoolsIsAPolyaUrn) {
  const Study study("attachment.yaml");
  Sample empty, small, concentration;
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    const World w = study.run(r);
    constexpr std::size_t links = 200;
    ASSERT_GE(w.partnerships.size(), links);
    std::array<double, 20> degree{};
    for (std::size_t k = 0; k < links; ++k)
      ++degree[static_cast<std::size_t>(w.partnerships[k].centre)];
    double hhi = 0, none = 0, two = 0;
    for (const double d : degree) {
      hhi += d * d / (double{links} * double{links});
      none += d == 0 ? 1 : 0;
      two += d <= 2 ? 1 : 0;
    }
    empty.add(none / 20);
    small.add(two / 20);
    concentration.add(hhi);
  }
  expect_within_error("share of schools without any of 200 partnerships", 0.086758, empty);
  expect_within_error("share of schools with two at most", 0.239345, small);
  expect_within_error("Herfindahl index of schools", 0.099762, concentration);
}

TEST(LifeOfPartnerships, IsAQueueWithoutWaiting) {
  const Study study("attachment.yaml", {{"switches.dissolution", "on"}, {"horizon.months", "480"}});
  Sample alive;
  for (std::uint32_t r = 0; r < 100; ++r) {
    const World w = study.run(r);
    const auto living = static_cast<double>(total(w, Tally::PartnershipsActive) +
                                            total(w, Tally::PartnershipsPlanned));
    alive.add(living);
  }
  expect_within_error("partnerships alive, two form a month and last 36 months in the mean",
                      73.004630, alive);
  expect_within_error("deviation of their number", 8.544, std::sqrt(alive.variance()),
                      8.544 / std::sqrt(2.0 * 100));
}

/// Sizes of things that begin with one member and win further ones in proportion to their size and
/// an offset: Simon's law without an offset, that of growing graphs with one.
class GrowthLaw {
 public:
  /// @param pace  the part of its size and offset that a thing wins while all together double
  GrowthLaw(double pace, double offset) : pace_(pace), offset_(offset) {}
  /// @param births  share of all members who found something new
  static GrowthLaw with_births(double births, double offset) {
    return {(1 - births) / (1 + births * offset), offset};
  }

  double share_of(std::int64_t members) const {
    double share = 1 / (1 + pace_ * (1 + offset_));
    for (std::int64_t k = 2; k <= members; ++k)
      share *= pace_ * (double(k) - 1 + offset_) / (1 + pace_ * (double(k) + offset_));
    return share;
  }
  double tail_exponent() const { return 1 + 1 / pace_; }

 private:
  double pace_, offset_;
};

/// The tail exponent under which the sizes are likeliest.
double likeliest_exponent(const std::map<std::int64_t, std::int64_t>& things_by_size,
                          double offset) {
  const auto likelihood = [&](double pace) {
    const GrowthLaw law(pace, offset);
    double sum = 0;
    for (const auto& [members, count] : things_by_size)
      sum += double(count) * std::log(law.share_of(members));
    return -sum;
  };
  const auto pace = boost::math::tools::brent_find_minima(likelihood, 0.2, 0.99, 30).first;
  return GrowthLaw(pace, offset).tail_exponent();
}

/// @param joins  a month, where one partnership forms
void expect_growth(double joins, double offset) {
  constexpr double establishments = 100'000, months = 600;
  // Those who have joined cannot join again: on average over the run as many join as are said.
  const double free = establishments - (1 + joins) * months / 2;
  const Study study("growth.yaml", {{"adoption.membership", sim::number_text(joins / free)},
                                    {"partnership.attachment_offset", sim::number_text(offset)}});
  const auto law = GrowthLaw::with_births(1 / (1 + joins), offset);
  std::array<Sample, 4> head;
  std::map<std::int64_t, std::int64_t> things;
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    const World w = study.run(r);
    std::array<double, 4> count{};
    for (const auto& p : w.partnerships) {
      ++things[p.members];
      if (p.members <= 4) ++count[static_cast<std::size_t>(p.members) - 1];
    }
    for (std::size_t k = 0; k < 4; ++k) head[k].add(count[k] / double(w.partnerships.size()));
  }
  const auto what = ", " + sim::number_text(joins) + " join for one that forms, offset " +
                    sim::number_text(offset);
  for (std::size_t k = 0; k < 4; ++k)
    expect_within_error("share of partnerships with " + std::to_string(k + 1) + " members" + what,
                        law.share_of(std::int64_t(k) + 1), head[k]);
  expect_within_error("likeliest exponent of the tail" + what, law.tail_exponent(),
                      likeliest_exponent(things, offset), 0, 0.05);
}

TEST(Growth, OfPartnershipsIsSimonsLaw) { expect_growth(4, 0.01); }

/// With one more than its members as weight and two who join it is the law of graphs whose vertices
/// come with two edges: 0.5, 0.2, 0.1, 0.057143.
TEST(Growth, OfPartnershipsIsTheLawOfGrowingGraphs) { expect_growth(2, 1); }

/// Expected number of partnerships with a member after so many have joined one after the other,
/// when one that has a member weighs `homophily` times as much as one that has none.
double partnerships_joined(int partnerships, int joiners, double homophily) {
  std::vector<double> chance(static_cast<std::size_t>(partnerships) + 1, 0.0);
  chance[0] = 1;
  for (int joiner = 0; joiner < joiners; ++joiner) {
    for (int with = partnerships; with >= 0; --with) {
      const auto at = static_cast<std::size_t>(with);
      const double without = partnerships - with;
      const double moves = chance[at] * without / (without + homophily * with);
      chance[at] -= moves;
      if (with < partnerships) chance[at + 1] += moves;
    }
  }
  double mean = 0;
  for (std::size_t with = 0; with < chance.size(); ++with) mean += double(with) * chance[with];
  return mean;
}

TEST(Homophily, LeadsMembersToMembers) {
  for (const double homophily : {5.0, 3.0}) {
    const Study study("homophily.yaml", {{"partnership.homophily", std::to_string(homophily)}});
    Sample beyond;  // partnerships with a member, less what is expected of as many joiners
    std::int64_t pairs = 0, together = 0;
    for (std::uint32_t r = 0; r < study.replicates(); ++r) {
      const World w = study.run(r);
      int joiners = 0;
      for (const auto& p : w.partnerships) joiners += static_cast<int>(p.members);
      const auto joined = std::count_if(w.partnerships.begin(), w.partnerships.end(),
                                        [](const auto& p) { return p.members > 0; });
      beyond.add(double(joined) - partnerships_joined(5, joiners, homophily));
      if (joiners != 2) continue;
      ++pairs;
      together += joined == 1 ? 1 : 0;
    }
    const auto what = ", weight " + std::to_string(homophily).substr(0, 1);
    expect_share("second of two joins where the first is" + what,
                 homophily * 0.2 / (homophily * 0.2 + 0.8), together, pairs);
    expect_within_error("partnerships with a member beyond the expected" + what, 0, beyond);
  }
}

}  // namespace
}  // namespace skillscale::verification
