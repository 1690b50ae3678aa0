#include "models/matching.h"

#include <algorithm>
#include <unordered_map>

#include "models/destination_market.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

using sim::Key;
using sim::Request;

/// Some adopters in a row, with the running number of their open posts.
struct Reach {
  std::vector<std::uint32_t> employer;
  std::vector<std::uint64_t> first_post;  ///< of the employer, over all adopters
  std::vector<std::uint64_t> up_to;       ///< posts of this and all employers before in the reach

  std::uint64_t size() const { return up_to.empty() ? 0 : up_to.back(); }
  void add(std::uint32_t who, std::uint64_t first, std::uint64_t posts) {
    employer.push_back(who);
    first_post.push_back(first);
    up_to.push_back(size() + posts);
  }
};

/// A post: its number over all adopters, and whose it is.
struct Post {
  std::uint32_t number, employer;
};

Post post_at(const Reach& reach, std::uint64_t position) {
  const auto found = std::upper_bound(reach.up_to.begin(), reach.up_to.end(), position);
  const auto i = static_cast<std::size_t>(found - reach.up_to.begin());
  const std::uint64_t before = i == 0 ? 0 : reach.up_to[i - 1];
  return {static_cast<std::uint32_t>(reach.first_post[i] + position - before), reach.employer[i]};
}

/// This month's open posts of adopters.
struct OpenPosts {
  std::vector<Reach> of_occupation, of_partnership;
};

OpenPosts collect(World& w) {
  OpenPosts posts;
  posts.of_occupation.resize(w.occupations());
  posts.of_partnership.resize(w.partnerships.size());
  const auto& e = w.employers;
  std::uint64_t first = 0;
  for (std::uint32_t i : e.adopted) {
    if (e.open[i] == 0) continue;
    const auto occupation = static_cast<std::size_t>(w.now.sectors[e.setup->sector[i]].occupation);
    posts.of_occupation[occupation].add(i, first, e.open[i]);
    if (e.membership[i] != no_partnership)
      posts.of_partnership[e.membership[i]].add(i, first, e.open[i]);
    first += e.open[i];
  }
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

const Reach& reach_of(const World& w, const OpenPosts& posts, Row row) {
  const auto partnership = w.persons.partnership[row];
  if (partnership != no_partnership) return posts.of_partnership[partnership];
  return posts.of_occupation[w.persons.cell[row] % w.occupations()];
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
    w.partnerships[k].open_posts = static_cast<std::int64_t>(posts.of_partnership[k].size());
  }
  const auto ready = w.applications.sorted();
  if (ready.empty()) return;
  std::vector<Request> asks;
  std::unordered_map<std::uint32_t, std::uint32_t> employer_of;  // by post
  for (const auto& candidate : ready) {
    const auto& reach = reach_of(w, posts, candidate.row);
    if (reach.size() == 0) continue;
    const auto address = sim::Address{candidate.key, event_of(w.month), purpose::pick_vacancy};
    const bool alone = w.persons.type_of(candidate.row) == PartnershipType::Alone;
    if (alone && w.draws.uniform({candidate.key, event_of(w.month), purpose::pick_vacancy, 1}) >=
                     w.now.adoption.alone_reach)
      continue;
    const Post post = post_at(reach, w.draws.below(address, reach.size()));
    employer_of[post.number] = post.employer;
    asks.push_back({post.number, rank_of(w, candidate.row, candidate.key), 0, candidate.lottery,
                    candidate.key, candidate.row});
  }
  w.applications.clear(1);
  for (const auto& ask : asks) w.applications.propose(0, ask);
  SectorRoom room(w);
  const auto sorted = w.applications.sorted();
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && sorted[i].target == sorted[i - 1].target) continue;
    const std::uint32_t employer = employer_of.at(sorted[i].target);
    auto& left = room.left[w.employers.setup->sector[employer]];
    if (left <= 0) continue;
    --left;
    hire(w, sorted[i].row, employer);
  }
}

}  // namespace skillscale::models
