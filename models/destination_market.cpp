#include "models/destination_market.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/csr_graph.h"
#include "sim/hazard.h"
#include "sim/math.h"
#include "sim/parallel.h"

namespace skillscale::models {
namespace {

using sim::Key;
namespace math = sim::math;

std::vector<std::int64_t> whole_parts(double total, std::span<const double> shares) {
  double sum = 0;
  for (double share : shares) sum += share;
  std::vector<std::int64_t> parts;
  double running = 0;
  for (double share : shares) {
    const double before = running;
    running += sum > 0 ? share / sum * total : 0;
    parts.push_back(math::round_to_integer(running) - math::round_to_integer(before));
  }
  return parts;
}

/// A total in whole parts by shares; those that lose most by rounding down get what is left, the
/// first of equals before the others.
std::vector<std::int64_t> largest_remainders(double total, std::span<const double> shares) {
  std::vector<std::int64_t> parts;
  std::vector<double> lost;
  auto left = math::round_to_integer(total);
  for (const double share : shares) {
    const double exact = share * total;
    const auto below = static_cast<std::int64_t>(exact);
    parts.push_back(below);
    lost.push_back(exact - static_cast<double>(below));
    left -= below;
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return lost[a] > lost[b]; });
  for (std::size_t i = 0; i < order.size() && left > 0; ++i, --left) ++parts[order[i]];
  return parts;
}

void add_establishments(EmployerSetup& setup, const Parameters& p, std::size_t sector,
                        std::size_t land) {
  const auto& s = p.sectors[sector];
  const auto occupation = static_cast<std::size_t>(s.occupation);
  const auto in_lands = whole_parts(s.establishments, p.land_share);
  const auto by_size = whole_parts(static_cast<double>(in_lands[land]), s.establishment_share);
  const auto all_by_size = whole_parts(s.establishments, s.establishment_share);
  for (std::size_t size = 0; size < size_class_count; ++size) {
    const double persons = s.headcount * s.headcount_share[size];
    const double each =
        all_by_size[size] > 0 ? persons / static_cast<double>(all_by_size[size]) : 0;
    for (std::int64_t i = 0; i < by_size[size]; ++i) {
      setup.land.push_back(static_cast<std::uint8_t>(land));
      setup.size_class.push_back(static_cast<std::uint8_t>(size));
      setup.sector.push_back(static_cast<std::uint16_t>(sector));
      setup.group.push_back(static_cast<std::uint16_t>(occupation * size_class_count + size));
      setup.headcount.push_back(static_cast<float>(std::max(each, 1e-3)));
    }
  }
}

void add_market(EmployerSetup& setup, const Parameters& p, std::size_t occupation,
                std::size_t land) {
  const auto first = static_cast<std::uint32_t>(setup.land.size());
  for (std::size_t s = 0; s < p.sectors.size(); ++s) {
    if (static_cast<std::size_t>(p.sectors[s].occupation) == occupation)
      add_establishments(setup, p, s, land);
  }
  double total = 0;
  for (std::size_t e = first; e < setup.land.size(); ++e) {
    total += setup.headcount[e];
    setup.weight_up_to.push_back(total);
  }
  setup.markets.push_back({first, static_cast<std::uint32_t>(setup.land.size()),
                           static_cast<int>(occupation), static_cast<int>(land), total});
  const std::size_t employers = setup.land.size() - first;
  std::uint32_t reached = first;
  for (std::size_t part = 0; part < employers; ++part) {
    const double at = static_cast<double>(part) / static_cast<double>(employers) * total;
    while (setup.weight_up_to[reached] < at) ++reached;
    setup.guide.push_back(reached);
  }
}

/// Establishments of one sector and Land stand on a ring of the diffusion graph; rewired ties stay
/// within the occupation.
void join_diffusion_graph(EmployerSetup& setup, const Parameters& p, const sim::Draws& draws) {
  setup.first.assign(1, 0);
  for (std::size_t m = 0; m < setup.markets.size(); m += land_count) {
    const std::uint32_t first = setup.markets[m].first,
                        last = setup.markets[m + land_count - 1].last;
    std::vector<std::uint32_t> group;
    std::vector<Key> keys;
    for (std::uint32_t e = first; e < last; ++e) {
      const bool same =
          e > first && setup.land[e] == setup.land[e - 1] && setup.sector[e] == setup.sector[e - 1];
      group.push_back(e == first ? 0 : group.back() + (same ? 0 : 1));
      keys.push_back(sim::make_key(employer_cell, 0, e));
    }
    const sim::RingLattice shape{group, static_cast<std::uint32_t>(p.adoption.degree / 2),
                                 p.adoption.rewire};
    const auto graph = sim::ring_lattice(shape, keys, draws, 0, purpose::neighbours);
    for (std::uint32_t e = 0; e < last - first; ++e) {
      for (std::uint32_t other : graph.neighbours(e)) setup.neighbour.push_back(first + other);
      setup.first.push_back(static_cast<std::uint32_t>(setup.neighbour.size()));
    }
  }
}

Key market_key(std::size_t market, Month month) {
  return sim::make_key(market_cell, month, static_cast<std::uint32_t>(market));
}

/// Draws an establishment in proportion to its posts.
std::uint32_t draw_employer(const EmployerSetup& setup, const EmployerSetup::Market& market,
                            double uniform) {
  const double target = uniform * market.headcount;
  const auto part = static_cast<std::uint32_t>(uniform * (market.last - market.first));
  std::uint32_t found = setup.guide[market.first + part];
  while (found > market.first && setup.weight_up_to[found - 1] >= target) --found;
  while (found + 1 < market.last && setup.weight_up_to[found] < target) ++found;
  return found;
}

void open_post(World& w, std::size_t m, std::uint32_t employer) {
  w.destination[m].bag.push_back(employer);
  ++w.destination[m].open;
  ++w.employers.open[employer];
  ++w.employers.fresh[employer];
}

/// Words of one market and month, event by event, drawn for many events at once.
class MarketDraws {
 public:
  MarketDraws(const World& w, std::size_t m, sim::Purpose purpose)
      : draws_(w.draws), next_{market_key(m, w.month), 0, purpose} {}

  /// @param likely  how many more will be asked for
  std::array<std::uint64_t, 2> next(std::int64_t likely) {
    if (at_ == count_) draw(likely);
    const std::array<std::uint64_t, 2> words{first_[at_], second_[at_]};
    ++at_;
    return words;
  }

 private:
  void draw(std::int64_t likely) {
    count_ = static_cast<std::size_t>(std::clamp<std::int64_t>(likely, 4, most));
    draws_.series(next_, std::span(first_).first(count_), std::span(second_).first(count_));
    next_.event += static_cast<std::uint32_t>(count_);
    at_ = 0;
  }

  static constexpr std::int64_t most = 256;
  const sim::Draws& draws_;
  sim::Address next_;
  std::size_t at_ = 0, count_ = 0;
  std::array<std::uint64_t, most> first_, second_;
};

void open_posts(World& w, std::size_t m, std::int64_t count) {
  const auto& setup = *w.employers.setup;
  MarketDraws draws(w, m, purpose::which_employer);
  for (; count > 0; --count) {
    const double uniform = sim::unit_of_bits(draws.next(count)[0]);
    open_post(w, m, draw_employer(setup, setup.markets[m], uniform));
  }
}

/// Takes random open posts out of the market's bag; entries of posts already taken from abroad are
/// dropped on the way.
void fill_posts(World& w, std::size_t m, std::int64_t count) {
  auto& market = w.destination[m];
  auto& employers = w.employers;
  MarketDraws draws(w, m, purpose::which_vacancy);
  while (count > 0 && !market.bag.empty()) {
    const auto words = draws.next(count);
    const std::size_t at = sim::below_of_bits(words[0], market.bag.size());
    const double tried = sim::unit_of_bits(words[1]);
    const std::uint32_t e = market.bag[at];
    market.bag[at] = market.bag.back();
    market.bag.pop_back();
    const double entries = employers.open[e] + employers.stale[e];
    const bool is_stale = tried * entries < employers.stale[e];
    if (is_stale) {
      --employers.stale[e];
      continue;
    }
    --employers.open[e];
    --market.open;
    --count;
  }
}

std::int64_t whole_of(double& carry, double add) {
  carry += add;
  const auto whole = static_cast<std::int64_t>(std::max(0.0, carry));
  carry -= static_cast<double>(whole);
  return whole;
}

double hires_share(const Occupation& j, double seekers, double open) {
  if (seekers <= 0 || open <= 0) return 0;
  return std::min(
      1.0, j.matching_efficiency * math::exp(j.matching_elasticity * math::log(seekers / open)));
}

/// What a market contributes to the counts of its occupation.
struct MarketMonth {
  std::int64_t separations = 0, hires = 0;
};

MarketMonth step_market(World& w, std::size_t m) {
  const auto& place = w.employers.setup->markets[m];
  const auto& j = w.now.occupations[static_cast<std::size_t>(place.occupation)];
  auto& market = w.destination[m];
  const Key key = market_key(m, w.month);

  const auto retired = w.draws.binomial({key, 0, purpose::retirements}, market.employed,
                                        sim::probability(j.retirement));
  market.employed -= retired;
  const auto grown = whole_of(market.growth_carry, j.demand_growth * place.headcount);
  open_posts(w, m, retired + grown);
  market.seekers += whole_of(market.graduate_carry, j.domestic_graduates_per_month * market.share);

  const double q =
      hires_share(j, static_cast<double>(market.seekers), static_cast<double>(market.open));
  const auto matches = w.draws.binomial({key, 1, purpose::retirements}, market.open, q);
  const auto hires = std::min(matches, market.seekers);
  fill_posts(w, m, hires);
  market.seekers -= hires;
  market.employed += hires;
  return {retired + grown, hires};
}

std::size_t market_of(const EmployerSetup& setup, std::uint32_t employer) {
  const auto after =
      std::upper_bound(setup.markets.begin(), setup.markets.end(), employer,
                       [](std::uint32_t e, const EmployerSetup::Market& m) { return e < m.last; });
  return static_cast<std::size_t>(after - setup.markets.begin());
}

}  // namespace

std::shared_ptr<const EmployerSetup> make_employer_setup(const Parameters& p,
                                                         const sim::Draws& draws) {
  auto setup = std::make_shared<EmployerSetup>();
  for (std::size_t occupation = 0; occupation < p.occupations.size(); ++occupation) {
    for (std::size_t land = 0; land < land_count; ++land) add_market(*setup, p, occupation, land);
  }
  join_diffusion_graph(*setup, p, draws);
  return setup;
}

void init_destination(World& w) {
  const auto& markets = w.employers.setup->markets;
  w.destination.resize(markets.size());
  for (std::size_t first = 0; first < markets.size(); first += land_count) {
    const auto& j = w.now.occupations[static_cast<std::size_t>(markets[first].occupation)];
    double all_posts = 0;
    for (std::size_t m = first; m < first + land_count; ++m) all_posts += markets[m].headcount;
    if (all_posts <= 0) continue;
    std::array<double, land_count> shares{};
    for (std::size_t land = 0; land < land_count; ++land)
      shares[land] = markets[first + land].headcount / all_posts;
    const auto employed = largest_remainders(all_posts, shares);
    const auto seekers = largest_remainders(j.job_seekers, shares);
    const auto vacancies = largest_remainders(j.vacancies, shares);
    for (std::size_t land = 0; land < land_count; ++land) {
      const std::size_t m = first + land;
      if (markets[m].first == markets[m].last) continue;
      auto& market = w.destination[m];
      market.share = shares[land];
      market.employed = employed[land];
      market.seekers = seekers[land];
      open_posts(w, m, vacancies[land]);
    }
  }
}

void step_destination(World& w) {
  if (w.now.on.domestic_market == 0) return;
  const auto& markets = w.employers.setup->markets;
  std::vector<MarketMonth> months(markets.size());
  // A market touches its own employers only.
  sim::for_each_task(markets.size(), [&](std::size_t m) {
    if (markets[m].first != markets[m].last) months[m] = step_market(w, m);
  });
  for (std::size_t m = 0; m < markets.size(); ++m) {
    const auto occupation = static_cast<std::size_t>(markets[m].occupation);
    w.tally.add(w.layout.at(Tally::Separations, occupation), months[m].separations);
    w.tally.add(w.layout.at(Tally::DomesticHires, occupation), months[m].hires);
  }
}

void reopen_post(World& w, std::uint32_t employer) {
  if (employer == no_employer) return;
  open_post(w, market_of(*w.employers.setup, employer), employer);
}

void fill_post_from_abroad(World& w, std::uint32_t employer) {
  const std::size_t m = market_of(*w.employers.setup, employer);
  auto& market = w.destination[m];
  const auto occupation = static_cast<std::size_t>(w.employers.setup->markets[m].occupation);
  --w.employers.open[employer];
  ++w.employers.stale[employer];
  --market.open;
  market.seekers = std::max<std::int64_t>(
      0, market.seekers -
             whole_of(market.displacement_carry, w.now.occupations[occupation].displacement));
  w.tally.add(w.layout.at(Tally::ForeignHires, occupation), 1);
}

std::uint8_t land_of_employer(const World& w, std::uint32_t employer, Key person) {
  if (employer != no_employer) return w.employers.setup->land[employer];
  double total = 0;
  for (double share : w.now.land_share) total += share;
  double left = w.draws.uniform({person, 0, purpose::which_employer}) * total;
  for (std::size_t land = 0; land + 1 < land_count; ++land) {
    left -= w.now.land_share[land];
    if (left < 0) return static_cast<std::uint8_t>(land);
  }
  return land_count - 1;
}

}  // namespace skillscale::models
