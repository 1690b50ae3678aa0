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

/// An adopter with open posts.
struct Stretch {
  std::uint32_t employer;
  std::uint32_t first_post;  ///< running number of its posts over all adopters
  std::uint64_t up_to;       ///< posts of this and all employers before in the reach
};

/// Adopters in a row whom a candidate may reach.
struct Reach {
  std::vector<Stretch> stretches;

  std::uint64_t size() const { return stretches.empty() ? 0 : stretches.back().up_to; }
  void add(std::uint32_t employer, std::uint32_t first_post, std::uint64_t posts) {
    stretches.push_back({employer, first_post, size() + posts});
  }
  /// Running number of the post at a position in the reach.
  std::uint32_t post_at(std::uint64_t position) const {
    const auto found =
        std::upper_bound(stretches.begin(), stretches.end(), position,
                         [](std::uint64_t at, const Stretch& s) { return at < s.up_to; });
    const std::uint64_t before = found == stretches.begin() ? 0 : (found - 1)->up_to;
    return found->first_post + static_cast<std::uint32_t>(position - before);
  }
};

/// This month's open posts of adopters.
struct OpenPosts {
  std::vector<Reach> of_occupation, of_partnership;

  std::uint32_t employer_of(std::size_t occupation, std::uint32_t post) const {
    const auto& stretches = of_occupation[occupation].stretches;
    const auto after =
        std::upper_bound(stretches.begin(), stretches.end(), post,
                         [](std::uint32_t at, const Stretch& s) { return at < s.first_post; });
    return (after - 1)->employer;
  }
};

OpenPosts collect(World& w) {
  OpenPosts posts;
  posts.of_occupation.resize(w.occupations());
  posts.of_partnership.resize(w.partnerships.size());
  const auto& e = w.employers;
  for (auto& reach : posts.of_occupation)
    reach.stretches.reserve(e.adopted.size() / w.occupations());
  std::uint32_t first = 0;
  for (const std::uint32_t i : e.adopted) {
    const std::uint32_t open = e.open[i];
    if (open == 0) continue;
    posts.of_occupation[e.setup->group[i] / size_class_count].add(i, first, open);
    if (e.membership[i] != no_partnership)
      posts.of_partnership[e.membership[i]].add(i, first, open);
    first += open;
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
  for (const auto& candidate : ready) {
    const auto& reach = reach_of(w, posts, candidate.row);
    if (reach.size() == 0) continue;
    const auto address = sim::Address{candidate.key, event_of(w.month), purpose::pick_vacancy};
    const bool alone = w.persons.type_of(candidate.row) == PartnershipType::Alone;
    if (alone && w.draws.uniform({candidate.key, event_of(w.month), purpose::pick_vacancy, 1}) >=
                     w.now.adoption.alone_reach)
      continue;
    asks.push_back({reach.post_at(w.draws.below(address, reach.size())),
                    rank_of(w, candidate.row, candidate.key), 0, candidate.lottery, candidate.key,
                    candidate.row});
  }
  w.applications.clear(1);
  for (const auto& ask : asks) w.applications.propose(0, ask);
  SectorRoom room(w);
  const auto sorted = w.applications.sorted();
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && sorted[i].target == sorted[i - 1].target) continue;
    const std::size_t occupation = w.persons.cell[sorted[i].row] % w.occupations();
    const std::uint32_t employer = posts.employer_of(occupation, sorted[i].target);
    auto& left = room.left[w.employers.setup->sector[employer]];
    if (left <= 0) continue;
    --left;
    hire(w, sorted[i].row, employer);
  }
}

}  // namespace skillscale::models
