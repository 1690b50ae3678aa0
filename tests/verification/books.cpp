#include "tests/verification/books.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/authority.h"
#include "models/pool.h"
#include "tests/verification/flows.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

using models::no_month;
using models::no_partnership;
using models::Party;
using models::Row;
using models::Stage;
using models::Tally;
using models::World;

std::size_t at(auto enumerator) { return static_cast<std::size_t>(enumerator); }

bool is_preparing(Stage stage) { return stage > Stage::Applicant && stage <= Stage::Matching; }

/// Admitted to a partnership with a training centre, and the training not yet over.
bool holds_seat(const World& w, Row row) {
  const auto& p = w.persons;
  if (p.partnership[row] == no_partnership || !is_preparing(p.stage_of(row))) return false;
  if (w.partnerships[p.partnership[row]].centre < 0) return false;
  const auto& route = w.now.types[p.type[row]].route;
  const auto position = [&](Stage stage) {
    return std::find(route.begin(), route.end(), static_cast<double>(at(stage)));
  };
  const auto training = position(Stage::Training);
  return training != route.end() && position(p.stage_of(row)) <= training;
}

/// Newcomers of this month that no pool gave: their keys carry the mark of the outside.
std::int64_t entered_from_outside(const World& w) {
  std::int64_t count = 0;
  for (Row row = 0; row < w.persons.size(); ++row) {
    const sim::Key key{w.persons.key[row]};
    count += sim::cell_of(key) >= models::outside_group && sim::entry_month_of(key) == w.month - 1;
  }
  return count;
}

std::int64_t posted(const World& w, Party from, Party to) {
  return w.tally.cells()[w.layout.at(Tally::Ledger, at(from), at(to))];
}

/// Cents of those in Germany who earn outside the posts of the occupation: apprentices, other work.
std::int64_t other_wages(const World& w) {
  const auto& p = w.persons;
  std::int64_t sum = 0;
  for (Row row = 0; row < p.size(); ++row) {
    const bool is_other = p.stage_of(row) == Stage::OtherWork;
    const bool is_apprentice = p.stage_of(row) == Stage::Training && p.arrived[row] != no_month;
    if (!is_other && !is_apprentice) continue;
    const auto tau = static_cast<std::size_t>(std::max(0, w.month - 1 - p.arrived[row]));
    const std::size_t first = p.cell[row] % w.occupations() * w.tables.horizon;
    sum += w.tables.pay[is_other ? models::OtherWage : models::TraineeWage][first + tau].wage;
  }
  return sum;
}

}  // namespace

std::int64_t all_persons(const World& w) {
  auto persons = static_cast<std::int64_t>(w.persons.size());
  for (const auto& pool : w.pools) persons += pool.present;
  for (std::int64_t gone : w.absorbed) persons += gone;
  return persons;
}

Books::Books(const World& start) : persons_(all_persons(start)) {}

void Books::add_month(const World& w) {
  conserve_persons(w);
  bound_offices(w);
  bound_seats(w);
  bound_posts(w);
  bound_origins(w);
  match_partnerships(w);
  balance_ledger(w);
  follow_persons(w);
}

void Books::conserve_persons(const World& w) {
  persons_ += total(w, Tally::Graduates) - total(w, Tally::Attrition) -
              total(w, Tally::OtherChoices) + entered_from_outside(w);
  const auto now = all_persons(w);
  expect(now == persons_, "persons conserved");
  persons_ = now;
  std::int64_t rows = 0, final_stock = 0;
  for (std::size_t s = 0; s < models::stage_count; ++s) {
    const auto stock = in_stage(w, Tally::Stock, static_cast<Stage>(s));
    (is_final(w, static_cast<Stage>(s)) ? final_stock : rows) += stock;
  }
  expect(rows == static_cast<std::int64_t>(w.persons.size()), "every person in one stage");
  std::int64_t gone = 0;
  for (std::int64_t count : w.absorbed) gone += count;
  expect(final_stock == gone, "who is gone is counted where it went");
}

void Books::bound_offices(const World& w) {
  const auto on_places = persons_on_places(w);
  for (std::size_t office = 0; office < w.offices.size(); ++office) {
    const double capacity = models::office_capacity(w, office);
    const bool places = (office >= w.language_office(0) && office < w.placement_office());
    const auto& state = w.offices[office];
    if (places) {
      expect(state.occupied == on_places[office], "places taken are those of persons on them");
      expect(state.occupied >= 0 && static_cast<double>(state.occupied) <= capacity,
             "places within capacity");
    } else {
      expect(static_cast<double>(cell(w, Tally::Served, office)) <= std::ceil(capacity),
             "tokens within capacity");
      expect(state.token_carry >= 0 && state.token_carry < 1, "no token left over");
    }
    expect(cell(w, Tally::Queue, office) >= 0 && cell(w, Tally::Served, office) >= 0 &&
               cell(w, Tally::WaitedMonths, office) >= 0,
           "queues not negative");
  }
}

void Books::bound_seats(const World& w) {
  std::vector<std::int64_t> taken(w.centres.size());
  for (Row row = 0; row < w.persons.size(); ++row) {
    if (holds_seat(w, row))
      ++taken[static_cast<std::size_t>(w.partnerships[w.persons.partnership[row]].centre)];
  }
  for (std::size_t c = 0; c < w.centres.size(); ++c) {
    expect(w.centres[c].occupied == taken[c], "seats taken are those of persons on them");
    expect(w.centres[c].occupied >= 0 &&
               static_cast<double>(w.centres[c].occupied) <= w.now.centres[c].seats,
           "seats within capacity");
  }
}

void Books::bound_posts(const World& w) {
  const auto& setup = *w.employers.setup;
  for (std::size_t m = 0; m < w.destination.size(); ++m) {
    const auto& market = w.destination[m];
    std::int64_t open = 0, stale = 0;
    for (std::uint32_t e = setup.markets[m].first; e < setup.markets[m].last; ++e) {
      open += w.employers.open[e];
      stale += w.employers.stale[e];
    }
    expect(market.open >= 0 && market.seekers >= 0 && market.employed >= 0,
           "vacancies and seekers not negative");
    expect(market.open == open, "vacancies of a market are those of its employers");
    expect(static_cast<std::int64_t>(market.bag.size()) == open + stale,
           "every open post stands in the bag once");
  }
}

void Books::bound_origins(const World& w) {
  std::vector<std::int64_t> abroad(w.origins.size());
  const auto& p = w.persons;
  for (Row row = 0; row < p.size(); ++row) {
    if (p.arrived[row] != no_month && p.stage_of(row) != Stage::Returned) ++abroad[p.cell[row]];
  }
  for (const auto& m : w.origins) {
    if (!m.present) continue;
    const auto present = w.pools[m.cell * 2U].present;
    expect(present >= 0 && w.pools[m.cell * 2U + 1].present >= 0, "pools not negative");
    expect(m.employed >= 0 && m.employed <= std::max<std::int64_t>(present, 0),
           "the employed at the origin are of the pool");
    expect(m.abroad == abroad[m.cell], "abroad are those who live in Germany");
  }
}

void Books::match_partnerships(const World& w) {
  std::vector<std::int64_t> preparing(w.partnerships.size()), members = preparing;
  const auto& p = w.persons;
  for (Row row = 0; row < p.size(); ++row) {
    if (p.partnership[row] != no_partnership && is_preparing(p.stage_of(row)))
      ++preparing[p.partnership[row]];
  }
  for (const auto k : w.employers.membership) {
    if (k != no_partnership) ++members[k];
  }
  for (std::size_t k = 0; k < w.partnerships.size(); ++k) {
    expect(w.partnerships[k].preparing == preparing[k], "a partnership knows its candidates");
    expect(w.partnerships[k].members == members[k], "a partnership knows its members");
    expect(w.partnerships[k].seats >= 0 && w.partnerships[k].seat_carry >= 0,
           "seats of partnerships not negative");
  }
}

void Books::balance_ledger(const World& w) {
  std::int64_t sum = 0;
  for (std::size_t party = 0; party < models::party_count; ++party) {
    std::int64_t net = 0;
    for (std::size_t other = 0; other < models::party_count; ++other) {
      const auto paid = posted(w, static_cast<Party>(party), static_cast<Party>(other));
      net += posted(w, static_cast<Party>(other), static_cast<Party>(party)) - paid;
      expect(paid >= 0 || static_cast<Party>(party) == Party::GermanState ||
                 static_cast<Party>(other) == Party::GermanState,
             "nobody pays a negative amount");
      expect(paid == 0 || other != party, "nobody pays itself");
    }
    sum += net;
  }
  expect(sum == 0, "what is paid is received");
  if (w.now.on.costs == 0) return;
  std::int64_t paid_by_resource = 0;
  for (std::size_t party = 0; party < models::party_count; ++party)
    paid_by_resource += posted(w, Party::Resource, static_cast<Party>(party));
  expect(paid_by_resource == 0, "real cost is spent, not given back");
  expect(posted(w, Party::Employer, Party::Migrant) == total(w, Tally::WageBill) + other_wages(w),
         "employers pay the wage bill, apprentices and those in other work");
  const auto carried = w.tally.cells();
  std::int64_t by_donor = 0;
  for (std::size_t s = 0; s < models::stage_count; ++s)
    by_donor += carried[w.layout.at(Tally::PreparationCost, s, at(Party::Donor))];
  expect(posted(w, Party::Donor, Party::Resource) == by_donor,
         "donors pay their part of the preparation");
}

void Books::follow_persons(const World& w) {
  const auto& p = w.persons;
  decltype(seen_) now;
  now.reserve(p.size());
  for (Row row = 0; row < p.size(); ++row) {
    const Seen state{p.stage[row], p.flags[row], p.since[row]};
    expect(p.stage[row] < models::stage_count && p.level[row] < models::language_level_count,
           "stages and levels are known ones");
    expect(p.social[row] >= 0 && p.social[row] <= 1 && p.economic[row] >= 0 && p.economic[row] <= 1,
           "integration within [0, 1]");
    const bool is_new = now.emplace(p.key[row], state).second;
    expect(is_new, "keys are unique");
    const auto before = seen_.find(p.key[row]);
    if (before != seen_.end() && before->second.since <= p.since[row])
      follow(w, row, before->second);
    ++persons_seen_;
  }
  seen_ = std::move(now);
}

void Books::follow(const World& w, Row row, const Seen& before) {
  const auto& p = w.persons;
  const auto from = static_cast<Stage>(before.stage), to = p.stage_of(row);
  const models::Month stay = p.since[row] - before.since;
  const auto& type = w.now.types[p.type[row]];
  const bool settles = p.has(row, models::Settled) && (before.flags & models::Settled) == 0;
  if (settles) {
    const double needed = p.has(row, models::TrainedInGermany)
                              ? w.now.retention.settle_months_trained
                              : w.now.retention.settle_months;
    expect(w.month - 1 - std::max(p.recognised[row], p.arrived[row]) >= needed,
           "settlement not before its time");
  }
  if (p.since[row] == before.since) return;
  ++transitions_seen_;
  const bool gave_up = to == Stage::Returned || to == Stage::Left || to == Stage::Applicant;
  expect(stay >= 1, "no stage is shorter than a month");
  expect(to != Stage::Returned || !p.has(row, models::Settled),
         "who returns has no settlement permit");
  if (from == Stage::Training && !gave_up && !w.tables.is_constant[at(from)])
    expect(stay >= type.training_months, "no exam before the end of the training");
  if (from == Stage::Adaptation && to == Stage::Employed)
    expect(stay >= w.now.recognition.course_months, "no exam before the end of the measure");
  if (from == Stage::Searching && to == Stage::Returned)
    expect(stay >= w.now.retention.search_window, "nobody is sent home within the search window");
  if (to == Stage::Employed && from <= Stage::Adaptation)
    expect(p.arrived[row] != no_month && p.recognised[row] != no_month,
           "recognised work is in Germany");
}

}  // namespace skillscale::verification
