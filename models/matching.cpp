#include "models/matching.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "models/destination_market.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

using sim::Key;
using sim::Request;

/// A post: the position of its employer in a reach, and which of that employer's.
struct Post {
  std::size_t adopter, number;
};

/// Adopters whom a candidate may reach, in the order of their numbers, with the running total of
/// their posts: of all open ones, or of those that have opened since candidates looked last.
struct Reach {
  std::span<const std::uint32_t> employer;
  std::span<const std::uint64_t> up_to;
  std::uint64_t before = 0;  ///< where the running total began

  std::uint64_t size() const { return up_to.empty() ? 0 : up_to.back() - before; }
  std::uint64_t posts_before(std::size_t adopter) const {
    return adopter == 0 ? before : up_to[adopter - 1];
  }
  Post post_at(std::uint64_t position) const {
    const std::uint64_t at = before + position;
    const auto found = std::upper_bound(up_to.begin(), up_to.end(), at);
    const auto adopter = static_cast<std::size_t>(found - up_to.begin());
    return {adopter, static_cast<std::size_t>(at - posts_before(adopter))};
  }
};

/// Members of a partnership with open posts.
struct Members {
  std::vector<std::uint32_t> employer;
  std::vector<std::uint64_t> up_to;

  void add(std::uint32_t who, std::uint64_t posts) {
    employer.push_back(who);
    up_to.push_back((up_to.empty() ? 0 : up_to.back()) + posts);
  }
};

/// This month's open posts of adopters. Employers of an occupation stand together.
class OpenPosts {
 public:
  OpenPosts(const World& w, bool fresh_only)
      : adopted_(w.employers.adopted), members_(w.partnerships.size()) {
    const auto& e = w.employers;
    up_to_.resize(adopted_.size());
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < adopted_.size(); ++i) {
      const std::uint32_t employer = adopted_[i];
      const std::uint32_t open =
          fresh_only ? std::min(e.open[employer], e.fresh[employer]) : e.open[employer];
      up_to_[i] = sum += open;
      const std::uint16_t membership = e.membership[employer];
      if (membership != no_partnership && open > 0) members_[membership].add(employer, open);
    }
    for (std::size_t m = 0; m < e.setup->markets.size(); m += land_count) {
      const auto first =
          std::lower_bound(adopted_.begin(), adopted_.end(), e.setup->markets[m].first);
      first_of_occupation_.push_back(static_cast<std::size_t>(first - adopted_.begin()));
    }
    first_of_occupation_.push_back(adopted_.size());
  }

  Reach in_occupation(std::size_t occupation) const {
    const std::size_t first = first_of_occupation_[occupation];
    const std::size_t count = first_of_occupation_[occupation + 1] - first;
    return {adopted_.subspan(first, count), std::span(up_to_).subspan(first, count),
            first == 0 ? 0 : up_to_[first - 1]};
  }
  Reach of_members(std::size_t partnership) const {
    return {members_[partnership].employer, members_[partnership].up_to};
  }
  /// Running number of the first post of an adopter over the posts of all adopters.
  std::uint64_t first_post_of(std::uint32_t employer) const {
    const auto found = std::lower_bound(adopted_.begin(), adopted_.end(), employer);
    return all().posts_before(static_cast<std::size_t>(found - adopted_.begin()));
  }
  std::uint32_t employer_of(std::uint32_t number) const {
    return adopted_[all().post_at(number).adopter];
  }

 private:
  Reach all() const { return {adopted_, up_to_}; }

  std::span<const std::uint32_t> adopted_;
  std::vector<std::uint64_t> up_to_;
  std::vector<Members> members_;
  std::vector<std::size_t> first_of_occupation_;
};

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

/// A candidate tries the whole stock of posts once; from then on it waits for new ones.
bool has_searched(const World& w, Row row) {
  return w.persons.step[row] == static_cast<std::uint8_t>(Step::InWork);
}
void remember_search(World& w, Row row) {
  w.persons.step[row] = static_cast<std::uint8_t>(Step::InWork);
}

void hire(World& w, Row row, std::uint32_t employer) {
  w.persons.employer[row] = employer;
  fill_post_from_abroad(w, employer);
  w.tally.add(w.layout.at(Tally::HiresByType, w.persons.type[row]), 1);
}

void meet_posts(World& w) {
  const OpenPosts posts(w, false);
  for (std::size_t k = 0; k < w.partnerships.size(); ++k) {
    w.partnerships[k].open_posts = static_cast<std::int64_t>(posts.of_members(k).size());
  }
  const auto ready = w.applications.sorted();
  if (ready.empty()) return;
  const auto fresh =
      w.now.on.stock_flow != 0 ? std::make_optional<OpenPosts>(w, true) : std::nullopt;
  std::vector<Request> asks;
  for (const auto& candidate : ready) {
    const bool has_seen_the_stock = fresh && has_searched(w, candidate.row);
    const Reach reach = reach_of(w, has_seen_the_stock ? *fresh : posts, candidate.row);
    remember_search(w, candidate.row);
    if (reach.size() == 0) continue;
    const auto address = sim::Address{candidate.key, event_of(w.month), purpose::pick_vacancy};
    const bool alone = w.persons.type_of(candidate.row) == PartnershipType::Alone;
    if (alone && w.draws.uniform({candidate.key, event_of(w.month), purpose::pick_vacancy, 1}) >=
                     w.now.adoption.alone_reach)
      continue;
    const Post post = reach.post_at(w.draws.below(address, reach.size()));
    const std::uint32_t employer = reach.employer[post.adopter];
    // Fresh posts are the last ones of their employer.
    const std::size_t seen_before =
        has_seen_the_stock ? w.employers.open[employer] -
                                 std::min(w.employers.open[employer], w.employers.fresh[employer])
                           : 0;
    const auto number =
        static_cast<std::uint32_t>(posts.first_post_of(employer) + seen_before + post.number);
    asks.push_back({number, rank_of(w, candidate.row, candidate.key), 0, candidate.lottery,
                    candidate.key, candidate.row});
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

}  // namespace

void match_candidates(World& w) {
  meet_posts(w);
  // What is open now, candidates have had their chance at.
  std::fill(w.employers.fresh.begin(), w.employers.fresh.end(), std::uint16_t{0});
}

}  // namespace skillscale::models
