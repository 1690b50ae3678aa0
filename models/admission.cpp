#include "models/admission.h"

#include <algorithm>
#include <tuple>

#include "models/person_accounts.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "models/safeguards.h"

namespace skillscale::models {
namespace {

using sim::Key;

/// One who waits for a seat; the smaller score comes first.
struct Candidate {
  double score;
  Key key;
  Row row;
};

bool comes_first(const Candidate& a, const Candidate& b) {
  return std::tie(a.score, a.key) < std::tie(b.score, b.key);
}

bool is_defrauded(const World& w, Row row) {
  const double fraud = w.now.safeguards.fraud;
  return w.persons.type_of(row) == PartnershipType::PrivateAgency && fraud > 0 &&
         w.draws.uniform({Key{w.persons.key[row]}, event_of(w.month), purpose::fraud}) < fraud;
}

void admit(World& w, Row row) {
  auto& p = w.persons;
  const Key key{p.key[row]};
  const auto& channel = w.now.types[p.type[row]];
  w.tally.add(w.layout.of_cell(Tally::Enrolments, p.cell[row], p.type[row]), 1);
  if (p.partnership[row] != no_partnership) {
    auto& partnership = w.partnerships[p.partnership[row]];
    ++partnership.preparing;
    if (partnership.centre >= 0) {
      auto& state = w.centres[static_cast<std::size_t>(partnership.centre)];
      state.intake_carry -= 1;
    }
  }
  if (w.draws.uniform({key, event_of(w.month), purpose::track}) < channel.home_share)
    p.set(row, HomeTrackSeat);
  note_enrolment(w, row);
  if (w.now.on.debt != 0) w.tally.add(w.layout.at(Tally::DebtLent), p.debt[row]);
  if (is_defrauded(w, row)) {
    w.tally.add(w.layout.of_cell(Tally::Defrauded, p.cell[row]), 1);
    drop_person(w, 0, row);
    return;
  }
  complete_stage(w, 0, row);
  if (p.partnership[row] == no_partnership || w.partnerships[p.partnership[row]].centre < 0) return;
  const auto centre = static_cast<std::size_t>(w.partnerships[p.partnership[row]].centre);
  if (holds_centre_seat(w, row)) ++w.centres[centre].occupied;
  if (group_of(p.type_of(row)) == PoolGroup::SchoolLeavers)
    p.alignment[row] = static_cast<float>(w.now.centres[centre].alignment);
}

/// Who gets no seat chooses again among what else is open.
void reject(World& w, Row row) {
  const auto& p = w.persons;
  w.tally.add(w.layout.of_cell(Tally::Rejected, p.cell[row], p.type[row]), 1);
  drop_person(w, 0, row, EffectKind::Rejected);
}

/// Seats that a target has this month; partnerships first, then agencies by cell and type.
std::int64_t seats_of(World& w, std::size_t target) {
  if (target >= w.partnerships.size()) {
    const std::size_t type = (target - w.partnerships.size()) % partnership_type_count;
    const std::size_t cell = (target - w.partnerships.size()) / partnership_type_count;
    const bool is_agency = static_cast<PartnershipType>(type) == PartnershipType::PrivateAgency;
    const double of_type = w.now.types[type].agency_capacity;
    const double here =
        w.now.origins[cell / w.occupations()].occupation[cell % w.occupations()].agency_capacity;
    if (!is_agency) return whole_share(of_type, w.month);
    return whole_share(
        std::min(of_type, here) * share_allowed(w, cell, PartnershipType::PrivateAgency), w.month);
  }
  auto& partnership = w.partnerships[target];
  if (partnership.state != PartnershipState::Active) return 0;
  partnership.seat_carry +=
      partnership.seats * share_allowed(w, partnership.cell, partnership.type);
  auto whole = static_cast<std::int64_t>(partnership.seat_carry);
  partnership.seat_carry -= static_cast<double>(whole);
  if (partnership.centre >= 0) {
    const auto c = static_cast<std::size_t>(partnership.centre);
    const auto& centre = w.now.centres[c];
    auto& state = w.centres[c];
    whole = std::min({whole,
                      static_cast<std::int64_t>(
                          std::max(0.0, centre.seats - static_cast<double>(state.occupied))),
                      static_cast<std::int64_t>(state.intake_carry)});
  }
  return whole;
}

/// Where a person applied: partnerships first, then private channels by cell and type.
std::size_t target_of(const World& w, Row row) {
  const auto& p = w.persons;
  if (p.partnership[row] != no_partnership) return p.partnership[row];
  return w.partnerships.size() + std::size_t{p.cell[row]} * partnership_type_count + p.type[row];
}

/// Applicants of each target in the order of their rows.
std::vector<std::vector<Row>> applicants_by_target(const World& w) {
  std::vector<std::vector<Row>> rows(w.partnerships.size() +
                                     w.origins.size() * partnership_type_count);
  constexpr auto applicant = static_cast<std::uint8_t>(Stage::Applicant);
  if (w.tables.is_constant[applicant]) return rows;
  for (Row row = 0; row < w.persons.size(); ++row) {
    if (w.persons.stage[row] == applicant) rows[target_of(w, row)].push_back(row);
  }
  return rows;
}

std::vector<Key> keys_of(const World& w, std::span<const Row> rows) {
  std::vector<Key> keys;
  keys.reserve(rows.size());
  for (const Row row : rows) keys.push_back(Key{w.persons.key[row]});
  return keys;
}

/// Merit is aptitude; what is left of the weight is a lottery of the month.
std::vector<Candidate> candidates_of(World& w, std::span<const Row> rows,
                                     std::span<const Key> keys) {
  const double merit = w.now.types[w.persons.type[rows.front()]].merit;
  std::vector<double> lot(rows.size());
  w.draws.uniforms(keys, event_of(w.month), purpose::merit, 0, lot);
  std::vector<Candidate> candidates(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    double score = (1 - merit) * lot[i];
    if (merit > 0) {
      auto& aptitude = w.persons.aptitude[rows[i]];
      if (aptitude == 0) aptitude = static_cast<float>(aptitude_of(w, keys[i]));
      score += merit * (1 - std::min(1.0F, 0.5F * aptitude));
    }
    candidates[i] = {score, keys[i], rows[i]};
  }
  return candidates;
}

/// Who applied in an earlier month comes before all others.
void put_earlier_first(const World& w, std::span<Candidate> candidates) {
  for (auto& candidate : candidates) candidate.score += w.persons.applied[candidate.row];
}

/// Reserved seats: the first of those with less than median savings come before all others.
void put_poorer_first(const World& w, std::span<const Key> keys, std::size_t reserved,
                      std::vector<Candidate>& candidates) {
  std::vector<double> savings(keys.size());
  w.draws.uniforms(keys, 0, purpose::savings, 0, savings);
  constexpr double median = 0.5, before_all = 1e6;
  std::vector<std::size_t> poorer;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (savings[i] < median) poorer.push_back(i);
  }
  std::sort(poorer.begin(), poorer.end(), [&](std::size_t a, std::size_t b) {
    return comes_first(candidates[a], candidates[b]);
  });
  poorer.resize(std::min(poorer.size(), reserved));
  for (const std::size_t i : poorer) candidates[i].score -= before_all;
}

/// Admits the first `seats`; returns the others in the order of their rows.
std::vector<Row> admit_first(World& w, std::span<const Row> rows, std::size_t seats) {
  const auto keys = keys_of(w, rows);
  const auto& channel = w.now.types[w.persons.type[rows.front()]];
  auto candidates = candidates_of(w, rows, keys);
  if (channel.first_come != 0) put_earlier_first(w, candidates);
  if (channel.equity_share > 0) {
    const double reserved = channel.equity_share * static_cast<double>(seats);
    put_poorer_first(w, keys, static_cast<std::size_t>(whole_share(reserved, w.month)), candidates);
  }
  const auto admitted = candidates.begin() + static_cast<std::ptrdiff_t>(seats);
  std::nth_element(candidates.begin(), admitted - 1, candidates.end(), comes_first);
  std::sort(candidates.begin(), admitted, comes_first);
  for (auto candidate = candidates.begin(); candidate != admitted; ++candidate)
    admit(w, candidate->row);
  std::vector<Row> left;
  for (const Row row : rows) {
    if (w.persons.stage_of(row) == Stage::Applicant) left.push_back(row);
  }
  return left;
}

/// Those without a seat wait on with the probability of readmission; nobody waits for what has
/// ended.
void let_wait_or_reject(World& w, std::span<const Row> rows, bool ended) {
  const double waits = ended ? 0 : w.now.migration.readmission;
  std::vector<double> u(rows.size());
  w.draws.uniforms(keys_of(w, rows), event_of(w.month), purpose::readmission, 0, u);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (u[i] >= waits) reject(w, rows[i]);
  }
}

}  // namespace

void settle_admissions(World& w) {
  for (std::size_t c = 0; c < w.centres.size(); ++c) {
    w.centres[c].intake_carry =
        std::min(w.centres[c].intake_carry, 1.0) + w.now.centres[c].seats_per_month;
  }
  const auto applicants = applicants_by_target(w);
  for (std::size_t target = 0; target < applicants.size(); ++target) {
    auto rows = applicants[target];
    if (rows.empty()) continue;
    const auto seats =
        std::clamp<std::int64_t>(seats_of(w, target), 0, static_cast<std::int64_t>(rows.size()));
    if (seats > 0) rows = admit_first(w, rows, static_cast<std::size_t>(seats));
    const bool ended =
        target < w.partnerships.size() && w.partnerships[target].state == PartnershipState::Ended;
    let_wait_or_reject(w, rows, ended);
  }
}

}  // namespace skillscale::models
