#include "models/person_accounts.h"

#include <algorithm>
#include <limits>

#include "models/ledger.h"
#include "models/month_tables.h"
#include "models/person_counts.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "sim/math.h"
#include "sim/parallel.h"
#include "sim/population.h"

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

void add_discounted(World& w, Row row, std::int64_t flow, double discount) {
  auto& account = w.persons.account[row];
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  const auto worth = math::round_to_integer(static_cast<double>(flow) * discount);
  account = static_cast<std::int32_t>(std::clamp(account + worth, -most, most));
}

/// What a month brings a person, looked up in tables.
class MonthFlows {
 public:
  MonthFlows(const World& w, Month month)
      : w_(w), month_(month), home_(home_income(w)), preparation_(own_preparation(w)) {
    for (double& income : home_) income *= 100;
  }

  std::int64_t of(Row row) const {
    const auto& p = w_.persons;
    const Stage stage = p.stage_of(row);
    const bool has_arrived = p.arrived[row] != no_month;
    std::int64_t flow = 0;
    if (is_paid_for(stage)) flow -= preparation(row);
    if (earns_in_germany(stage, has_arrived)) flow += kept_of_wage(row, stage);
    if (stage == Stage::Searching) flow += cents(w_.now.costs.benefit);
    const bool abroad = has_arrived && stage != Stage::Returned;
    if (!p.has(row, HomeTrackSeat) && gives_up_origin_income(stage, abroad)) {
      const auto group = static_cast<std::size_t>(group_of(p.type_of(row)));
      flow -= math::round_to_integer(home_[std::size_t{p.cell[row]} * 2 + group]);
    }
    return flow;
  }

 private:
  /// Cents a month for every partnership, type and stage; for no partnership behind the last.
  static std::vector<std::int64_t> own_preparation(const World& w) {
    const auto all = preparation_costs(w);
    std::vector<std::int64_t> own;
    for (std::size_t k = 0; k <= w.partnerships.size(); ++k) {
      const bool alone = k < w.partnerships.size() && w.partnerships[k].self_financed;
      for (std::size_t type = 0; type < partnership_type_count; ++type) {
        for (std::size_t s = 0; s < stage_count; ++s)
          own.push_back(math::round_to_integer(static_cast<double>(all[k * stage_count + s]) *
                                               own_share_of_stage(w, type, alone, s)));
      }
    }
    return own;
  }

  std::int64_t preparation(Row row) const {
    const auto& p = w_.persons;
    const std::size_t k = std::min<std::size_t>(p.partnership[row], w_.partnerships.size());
    return preparation_[PreparationIndex{}(k, p.type[row], p.stage[row])];
  }

  /// Net of taxes, contributions and what is sent home.
  std::int64_t kept_of_wage(Row row, Stage stage) const {
    const auto& p = w_.persons;
    const std::size_t occupation = p.cell[row] % w_.occupations();
    const auto tau = static_cast<std::size_t>(std::max(0, month_ - p.arrived[row]));
    const Pay& pay = w_.tables.pay[wage_kind(p, row, stage)][occupation * w_.tables.horizon + tau];
    const double net = 1 - w_.now.wages.tax_share - w_.now.wages.social_share;
    const auto sent = p.family_of(row) == FamilyState::Joined ? pay.sent_with_family : pay.sent;
    return math::round_to_integer(static_cast<double>(pay.wage) * net) -
           (p.has(row, Remits) ? sent : 0);
  }

  const World& w_;
  Month month_;
  std::vector<double> home_;               ///< cents a month [cell * 2 + group]
  std::vector<std::int64_t> preparation_;  ///< [PreparationIndex]
};

/// Cents that somebody of a cell who is in Germany at the end is expected to gain later: what those
/// of the cell in Germany gained in the last month on average, because a search or an assistant's
/// pay does not last.
std::vector<double> later_gain(const World& w) {
  const MonthFlows flows(w, w.month - 1);
  std::vector<std::int64_t> sum(w.origins.size()), persons(w.origins.size());
  for (Row row = 0; row < w.persons.size(); ++row) {
    if (!is_abroad(w.persons.stage_of(row))) continue;
    sum[w.persons.cell[row]] += flows.of(row);
    ++persons[w.persons.cell[row]];
  }
  const double months = discount_of(w.now, w.month - 1) * remaining_months(w.now);
  std::vector<double> later(w.origins.size());
  for (std::size_t cell = 0; cell < later.size(); ++cell) {
    if (persons[cell] > 0)
      later[cell] = months * static_cast<double>(sum[cell]) / static_cast<double>(persons[cell]);
  }
  return later;
}

bool prepares(Stage stage) { return stage > Stage::Applicant && stage <= Stage::Matching; }

}  // namespace

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
  if (flow != 0) add_discounted(w, row, flow, w.tables.discount);
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

void post_accounts(World& w) {
  const MonthFlows flows(w, w.month);
  sim::for_each_block(w.persons.size(), [&](std::size_t, std::size_t first, std::size_t last) {
    for (auto row = static_cast<Row>(first); row < last; ++row) {
      const std::int64_t flow = flows.of(row);
      if (flow != 0) add_discounted(w, row, flow, w.tables.discount);
    }
  });
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
