#include "models/matching.h"

#include <algorithm>

#include "models/destination_market.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

using sim::Key;
using sim::Request;

/// Some adopters in the order of their numbers, with the running total of their open posts: all
/// adopters, or the members of a partnership.
struct Adopters {
  std::vector<std::uint32_t> employer;
  std::vector<std::uint64_t> up_to;

  void add(std::uint32_t who, std::uint64_t posts) {
    employer.push_back(who);
    up_to.push_back((up_to.empty() ? 0 : up_to.back()) + posts);
  }
};

/// A post: the position of its employer among the adopters, and which of that employer's.
struct Post {
  std::size_t adopter, number;
};

/// Neighbouring adopters whom a candidate may reach, and their posts.
struct Reach {
  const Adopters* adopters;
  std::size_t first, last;

  std::uint64_t before() const { return first == 0 ? 0 : adopters->up_to[first - 1]; }
  std::uint64_t size() const { return first == last ? 0 : adopters->up_to[last - 1] - before(); }
  Post post_at(std::uint64_t position) const {
    const auto begin = adopters->up_to.begin();
    const std::uint64_t at = before() + position;
    const auto found =
        static_cast<std::size_t>(std::upper_bound(begin + static_cast<std::ptrdiff_t>(first),
                                                  begin + static_cast<std::ptrdiff_t>(last), at) -
                                 begin);
    const std::uint64_t of_others = found == 0 ? 0 : adopters->up_to[found - 1];
    return {found, static_cast<std::size_t>(at - of_others)};
  }
};

/// This month's open posts of adopters. Employers of an occupation stand together.
struct OpenPosts {
  Adopters all;
  std::vector<Adopters> members;           ///< by partnership
  std::vector<std::size_t> of_occupation;  ///< first of the occupation in `all`

  Reach in_occupation(std::size_t occupation) const {
    return {&all, of_occupation[occupation], of_occupation[occupation + 1]};
  }
  Reach of_members(std::size_t partnership) const {
    return {&members[partnership], 0, members[partnership].employer.size()};
  }
  /// Running number over the posts of all adopters.
  std::uint32_t number_of(const Reach& reach, Post post) const {
    const std::uint32_t employer = reach.adopters->employer[post.adopter];
    const auto found = std::lower_bound(all.employer.begin(), all.employer.end(), employer);
    const auto adopter = static_cast<std::size_t>(found - all.employer.begin());
    const std::uint64_t before = adopter == 0 ? 0 : all.up_to[adopter - 1];
    return static_cast<std::uint32_t>(before + post.number);
  }
  std::uint32_t employer_of(std::uint32_t number) const {
    const auto found = std::upper_bound(all.up_to.begin(), all.up_to.end(), number);
    return all.employer[static_cast<std::size_t>(found - all.up_to.begin())];
  }
};

OpenPosts collect(const World& w) {
  const auto& e = w.employers;
  OpenPosts posts;
  posts.members.resize(w.partnerships.size());
  posts.all.employer = e.adopted;
  posts.all.up_to.resize(e.adopted.size());
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < e.adopted.size(); ++i) {
    sum += e.open[e.adopted[i]];
    posts.all.up_to[i] = sum;
  }
  for (const std::uint32_t i : e.adopted) {
    if (e.membership[i] != no_partnership && e.open[i] > 0)
      posts.members[e.membership[i]].add(i, e.open[i]);
  }
  for (std::size_t m = 0; m < e.setup->markets.size(); m += land_count) {
    const auto first =
        std::lower_bound(e.adopted.begin(), e.adopted.end(), e.setup->markets[m].first);
    posts.of_occupation.push_back(static_cast<std::size_t>(first - e.adopted.begin()));
  }
  posts.of_occupation.push_back(e.adopted.size());
  return posts;
}

/// Larger is better for the candidate; scaled to a class in which smaller comes first.
std::uint32_t rank_of(const World& w, Row row, Key key) {
  const auto& rule = w.now.matching;
  const auto& p = w.persons;
  const double seen = rule.rank_language * p.level[row] +
                      (p.has(row, FullyRecognised) ? rule.rank_experience : 0) +
                      rule.noise * w.draws.normal({key, event_of(w.month), purpose::employer_view});
  constexpr double middle = 1e9, step = 1e6;
  return static_cast<std::uint32_t>(std::clamp(middle - step * seen, 0.0, 4e9));
}

Reach reach_of(const World& w, const OpenPosts& posts, Row row) {
  const auto partnership = w.persons.partnership[row];
  if (partnership != no_partnership) return posts.of_members(partnership);
  return posts.in_occupation(w.persons.cell[row] % w.occupations());
}

/// What the sectors can still take this month.
struct SectorRoom {
  explicit SectorRoom(World& w) {
    for (const auto& sector : w.now.sectors)
      left.push_back(whole_share(std::min(sector.placements, sector.onboarding), w.month));
  }
  std::vector<std::int64_t> left;
};

void hire(World& w, Row row, std::uint32_t employer) {
  w.persons.employer[row] = employer;
  fill_post_from_abroad(w, employer);
}

}  // namespace

void match_candidates(World& w) {
  const OpenPosts posts = collect(w);
  for (std::size_t k = 0; k < w.partnerships.size(); ++k) {
    w.partnerships[k].open_posts = static_cast<std::int64_t>(posts.of_members(k).size());
  }
  const auto ready = w.applications.sorted();
  if (ready.empty()) return;
  std::vector<Request> asks;
  for (const auto& candidate : ready) {
    const Reach reach = reach_of(w, posts, candidate.row);
    if (reach.size() == 0) continue;
    const auto address = sim::Address{candidate.key, event_of(w.month), purpose::pick_vacancy};
    const bool alone = w.persons.type_of(candidate.row) == PartnershipType::Alone;
    if (alone && w.draws.uniform({candidate.key, event_of(w.month), purpose::pick_vacancy, 1}) >=
                     w.now.adoption.alone_reach)
      continue;
    const Post post = reach.post_at(w.draws.below(address, reach.size()));
    asks.push_back({posts.number_of(reach, post), rank_of(w, candidate.row, candidate.key), 0,
                    candidate.lottery, candidate.key, candidate.row});
  }
  w.applications.clear(1);
  for (const auto& ask : asks) w.applications.propose(0, ask);
  SectorRoom room(w);
  const auto sorted = w.applications.sorted();
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && sorted[i].target == sorted[i - 1].target) continue;
    const std::uint32_t employer = posts.employer_of(sorted[i].target);
    auto& left = room.left[w.employers.setup->sector[employer]];
    if (left <= 0) continue;
    --left;
    hire(w, sorted[i].row, employer);
  }
}

}  // namespace skillscale::models
