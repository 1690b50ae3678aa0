#include "models/person_accounts.h"

#include <algorithm>
#include <limits>

#include "models/ledger.h"
#include "models/month_tables.h"
#include "models/person_counts.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "sim/math.h"
#include "sim/vector.h"

namespace skillscale::models {
namespace {

namespace math = sim::math;

/// The part of preparation that a person pays.
double own_share(const World& w, std::size_t type, bool self_financed) {
  const auto shares = payers_of(w, type, self_financed);
  double sum = 0;
  for (const double share : shares) sum += share;
  return sum > 0 ? shares[static_cast<std::size_t>(Party::Migrant)] / sum : 0;
}

double own_share_of_stage(const World& w, std::size_t type, bool self_financed, std::size_t stage) {
  const bool is_course = stage == static_cast<std::size_t>(Stage::Language);
  return own_share(w, type, self_financed) * (is_course ? 1 - w.now.language.subsidy : 1);
}

constexpr double most_cents = std::numeric_limits<std::int32_t>::max() - 1;

/// Adds a month's flows, discounted and rounded with halves away from zero, to accounts.
SKILLSCALE_VECTORISED
void add_discounted(const double* flows, double discount, std::size_t count,
                    std::int32_t* accounts) {
  constexpr double most = most_cents;
  for (std::size_t i = 0; i < count; ++i) {
    // Choices that every processor's vectors can make.
    const double worth = std::min(most, std::max(-most, flows[i] * discount));
    const double half = worth < 0 ? -0.5 : 0.5;
    const double sum = accounts[i] + static_cast<double>(static_cast<std::int32_t>(worth + half));
    accounts[i] = static_cast<std::int32_t>(std::min(most, std::max(-most, sum)));
  }
}

/// Cents that somebody of a cell who is in Germany at the end is expected to gain later: what those
/// of the cell in Germany gained in the last month on average, because a search or an assistant's
/// pay does not last.
std::vector<double> later_gain(const World& w) {
  const MonthFlows flows(w);
  std::vector<double> sum(w.origins.size());
  std::vector<std::int64_t> persons(w.origins.size());
  for (Row row = 0; row < w.persons.size(); ++row) {
    if (!is_abroad(w.persons.stage_of(row))) continue;
    sum[w.persons.cell[row]] += flows.of(row, w.month - 1);
    ++persons[w.persons.cell[row]];
  }
  const double months = discount_of(w.now, w.month - 1) * remaining_months(w.now);
  std::vector<double> later(w.origins.size());
  for (std::size_t cell = 0; cell < later.size(); ++cell) {
    if (persons[cell] > 0) later[cell] = months * sum[cell] / static_cast<double>(persons[cell]);
  }
  return later;
}

bool prepares(Stage stage) { return stage > Stage::Applicant && stage <= Stage::Matching; }

}  // namespace

MonthFlows::MonthFlows(const World& w) : w_(w) {
  const auto costs = preparation_costs(w);
  const std::size_t nowhere = w.partnerships.size();
  for (std::size_t k = 0; k <= nowhere; ++k) {
    const bool alone = k < nowhere && w.partnerships[k].self_financed;
    for (std::size_t type = 0; type < partnership_type_count; ++type) {
      for (std::size_t s = 0; s < stage_count; ++s) {
        const auto stage = static_cast<Stage>(s);
        const double all = is_paid_for(stage) ? static_cast<double>(costs[k * stage_count + s]) : 0;
        const double benefit =
            stage == Stage::Searching ? static_cast<double>(cents(w.now.costs.benefit)) : 0;
        in_stage_.push_back(benefit - math::round(all * own_share_of_stage(w, type, alone, s)));
      }
    }
  }
  const auto home = home_income(w);
  for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
    for (std::size_t type = 0; type < partnership_type_count; ++type) {
      const auto group = static_cast<std::size_t>(group_of(static_cast<PartnershipType>(type)));
      at_home_.push_back(math::round(100 * home[cell * 2 + group]));
    }
  }
  for (std::size_t s = 0; s < stage_count; ++s) {
    const auto stage = static_cast<Stage>(s);
    for (const bool has_arrived : {false, true}) {
      const bool gives_up = gives_up_origin_income(stage, has_arrived && stage != Stage::Returned);
      for (const bool on_home_track : {false, true}) forgoes_.push_back(gives_up && !on_home_track);
    }
  }
}

void MonthFlows::before_pay(std::size_t first, std::size_t last, double* flows) const {
  const auto& p = w_.persons;
  const std::size_t nowhere = w_.partnerships.size();
  for (std::size_t row = first; row < last; ++row) {
    const std::size_t stage = p.stage[row], type = p.type[row];
    const std::size_t k = std::min<std::size_t>(p.partnership[row], nowhere);
    const bool has_arrived = p.arrived[row] != no_month;
    const bool on_home_track = (p.flags[row] & HomeTrackSeat) != 0;
    const std::size_t lot = (stage * 2 + std::size_t{has_arrived}) * 2 + std::size_t{on_home_track};
    flows[row - first] = in_stage_[PreparationIndex{}(k, type, stage)] -
                         at_home_[p.cell[row] * partnership_type_count + type] * forgoes_[lot];
  }
}

double MonthFlows::of(Row row, Month month) const {
  double flow = 0;
  before_pay(row, row + 1, &flow);
  const auto& p = w_.persons;
  const Stage stage = p.stage_of(row);
  if (!earns_in_germany(stage, p.arrived[row] != no_month)) return flow;
  const auto tau = static_cast<std::size_t>(std::max(0, month - p.arrived[row]));
  const std::size_t occupation = p.cell[row] % w_.occupations();
  const Pay& pay = w_.tables.pay[wage_kind(p, row, stage)][occupation * w_.tables.horizon + tau];
  return flow + static_cast<double>(pay.net - sent_home(p, row, pay));
}

void post_flows(World& w, std::size_t first, std::size_t last, const double* flows) {
  add_discounted(flows, w.tables.discount, last - first, &w.persons.account[first]);
}

double discount_of(const Parameters& p, Month month) {
  return math::exp(-(month + 1) * math::log1p(p.costs.discount));
}

double remaining_months(const Parameters& p) {
  double leave = 0;
  for (const ExitCause cause : {ExitCause::LeaveOccupation, ExitCause::Return, ExitCause::Onward}) {
    leave += 1 / p.retention.cause[static_cast<std::size_t>(cause)].scale;
  }
  return 1 / (leave + p.costs.discount);
}

void credit(World& w, Row row, std::int64_t flow) {
  const auto amount = static_cast<double>(flow);
  if (flow != 0) add_discounted(&amount, w.tables.discount, 1, &w.persons.account[row]);
}

void pay_for_entry(World& w, Row row) {
  const auto& p = w.persons;
  const double once = w.now.stages[p.stage[row]].cost_once;
  if (once <= 0 || w.now.on.costs == 0) return;
  const double share = own_share_of_stage(w, p.type[row], false, p.stage[row]);
  credit(w, row, -math::round_to_integer(static_cast<double>(cents(once)) * share));
}

void note_enrolment(World& w, Row row) {
  if (w.now.on.costs == 0) return;
  const auto& p = w.persons;
  credit(w, row, -cents(w.now.types[p.type[row]].migrant_fee));
  if (w.now.on.debt != 0) credit(w, row, p.debt[row]);
  const bool by_partnership = p.type_of(row) <= PartnershipType::DualTrack;
  if (by_partnership && !p.has(row, HomeTrackSeat))
    w.fates[p.cell[row]].accounts.add(sim::Key{p.key[row]}, 0, CellAccounts::enrolled);
}

void close_account(World& w, Row row) {
  const auto& p = w.persons;
  if (p.account[row] == 0) return;
  w.fates[p.cell[row]].accounts.add(sim::Key{p.key[row]}, p.account[row], 0);
}

std::vector<CellFates> closed_fates(const World& w) {
  auto fates = w.fates;
  if (w.now.on.costs == 0) return fates;
  const std::vector<double> later = later_gain(w);
  for (Row row = 0; row < w.persons.size(); ++row) {
    const auto& p = w.persons;
    const Stage stage = p.stage_of(row);
    if (stage == Stage::Applicant) continue;
    std::int64_t amount = p.account[row];
    if (is_abroad(stage)) amount += math::round_to_integer(later[p.cell[row]]);
    const std::uint8_t mark = prepares(stage) ? CellAccounts::on_the_way : std::uint8_t{0};
    fates[p.cell[row]].accounts.add(sim::Key{p.key[row]}, amount, mark);
  }
  return fates;
}

}  // namespace skillscale::models
