#include "models/exits.h"

#include <algorithm>

#include "sim/hazard.h"
#include "sim/math_inline.h"
#include "sim/vector.h"

namespace skillscale::models {
namespace {

constexpr std::size_t most = exit_batch_rows;

template <class T>
using Batch = std::array<T, most>;

/// Approaches 1 by a share of what is missing.
SKILLSCALE_VECTORISED
void approach_one(float* value, const double* pace, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const float missing = 1.0F - value[i];
    value[i] = static_cast<float>(value[i] + pace[i] * missing);
  }
}

/// What a cause's hazard follows from.
struct Sensitivity {
  double social, economic;  ///< log hazard per unit of integration
  double multiplier;        ///< of all hazards alike
};

/// One cause over many persons.
struct CauseColumns {
  const float *base, *budget;
  const double *held, *bond;  ///< log hazard that permit and family take away; factor of a bond
  float* left;                ///< budget after the month
  double* hazard;
  double* least;  ///< smallest of what is left of the budgets whose hazard is above 0; lowered
};

/// The month's hazard, and sim::spend for this cause. Middling integration (0.5) leaves the base
/// hazard as it is.
SKILLSCALE_VECTORISED
void spend_one(const float* __restrict social, const float* __restrict economic, CauseColumns c,
               Sensitivity sensitivity, std::size_t count) {
  const float* __restrict base = c.base, * __restrict budget = c.budget;
  const double* __restrict held = c.held, * __restrict bond = c.bond;
  float* __restrict left = c.left;
  double* __restrict hazards = c.hazard, * __restrict least = c.least;
  for (std::size_t i = 0; i < count; ++i) {
    const double from_social = -sensitivity.social * (static_cast<double>(social[i]) - 0.5);
    const double from_work = sensitivity.economic * (static_cast<double>(economic[i]) - 0.5);
    const double exponent = from_social - from_work - held[i];
    const double factor = sim::math::detail::exp_of_sum(exponent, 0.0);
    const double hazard = static_cast<double>(base[i]) * factor * sensitivity.multiplier * bond[i];
    const double rest = static_cast<double>(budget[i]) - hazard;
    const double counted = hazard > 0.0 ? rest : 1.0;
    hazards[i] = hazard;
    left[i] = static_cast<float>(hazard > 0.0 ? rest : static_cast<double>(budget[i]));
    least[i] = counted < least[i] ? counted : least[i];
  }
}

/// A cause and the budget of the row that stands for it.
struct Channel {
  ExitCause cause;
  std::size_t budget;
};

constexpr std::array from_work{
    Channel{ExitCause::ChangeEmployer, 0}, Channel{ExitCause::LeaveOccupation, 1},
    Channel{ExitCause::Return, 2}, Channel{ExitCause::Onward, 3}, Channel{ExitCause::JobLoss, 4}};
constexpr std::array from_other_work{Channel{ExitCause::Return, 0}, Channel{ExitCause::Onward, 1}};

constexpr bool stands_for_itself(std::span<const Channel> channels) {
  return std::all_of(channels.begin(), channels.end(), [](const Channel& c) {
    return static_cast<std::size_t>(c.cause) == c.budget;
  });
}
static_assert(from_work.size() == exit_cause_count && stands_for_itself(from_work));

/// What all causes read of the persons.
struct Circumstances {
  Batch<float> social, economic;
  Batch<std::uint32_t> months_here;
  Batch<double> holds_from_return, holds_from_onward, bond;
};

const Batch<double>& zeros() {
  static constexpr Batch<double> values{};
  return values;
}
const Batch<double>& ones() {
  static constexpr Batch<double> values = [] {
    Batch<double> all{};
    all.fill(1.0);
    return all;
  }();
  return values;
}

/// What family takes off the log hazards of return and of onward move, by where it lives.
struct FamilyHold {
  std::array<double, 3> from_return{}, from_onward{};

  explicit FamilyHold(const World& w) {
    if (w.now.on.family == 0) return;
    constexpr auto abroad = static_cast<std::size_t>(FamilyState::Abroad),
                   joined = static_cast<std::size_t>(FamilyState::Joined);
    from_return[abroad] = -w.now.family.abroad_effect;
    from_return[joined] = from_onward[joined] = w.now.family.joined_effect;
  }
};

void gather(const World& w, std::span<const Row> rows, Circumstances& out) {
  const auto& p = w.persons;
  const auto& rule = w.now.retention;
  const FamilyHold family(w);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    const int months_here = w.month - p.arrived[row];
    out.social[i] = p.social[row];
    out.economic[i] = p.economic[row];
    out.months_here[i] = static_cast<std::uint32_t>(std::max(0, months_here));
    const double settled = p.has(row, Settled) ? rule.settled_effect : 0.0;
    out.holds_from_return[i] = settled + family.from_return[p.family[row]];
    out.holds_from_onward[i] = settled + family.from_onward[p.family[row]];
    const bool is_bound = months_here < w.now.types[p.type[row]].bond_months;
    out.bond[i] = is_bound ? rule.bond_effect : 1.0;
  }
}

template <std::size_t channel_count>
ExitCauses strike(World& w, std::span<const Row> rows, bool recognised,
                  const std::array<Channel, channel_count>& channels) {
  auto& p = w.persons;
  const auto& rule = w.now.retention;
  const std::size_t count = rows.size();
  Circumstances persons;
  gather(w, rows, persons);
  std::array<Batch<float>, channel_count> before;
  std::array<Batch<double>, channel_count> hazard;
  Batch<double> least;
  least.fill(1.0);
  for (std::size_t c = 0; c < channel_count; ++c) {
    const auto [cause, budget] = channels[c];
    const auto& effects = rule.cause[static_cast<std::size_t>(cause)];
    const bool matters = w.now.on.integration != 0;
    const Sensitivity sensitivity{matters ? effects.social_effect : 0.0,
                                  matters ? effects.economic_effect : 0.0,
                                  recognised ? 1.0 : rule.adaptation_multiplier};
    const auto& table = w.tables.exit_hazard[static_cast<std::size_t>(cause)];
    Batch<float> base, after;
    for (std::size_t i = 0; i < count; ++i) {
      base[i] = table[persons.months_here[i]];
      before[c][i] = p.budget[budget][rows[i]];
    }
    const auto& held = cause == ExitCause::Return   ? persons.holds_from_return
                       : cause == ExitCause::Onward ? persons.holds_from_onward
                                                    : zeros();
    const auto& bond = cause == ExitCause::ChangeEmployer ? persons.bond : ones();
    spend_one(persons.social.data(), persons.economic.data(),
              {base.data(), before[c].data(), held.data(), bond.data(), after.data(),
               hazard[c].data(), least.data()},
              sensitivity, count);
    for (std::size_t i = 0; i < count; ++i) p.budget[budget][rows[i]] = after[i];
  }
  ExitCauses causes;
  causes.fill(-1);
  for (std::size_t i = 0; i < count; ++i) {
    if (least[i] > 0.0) continue;
    std::array<float, channel_count> budgets;
    std::array<double, channel_count> hazards;
    for (std::size_t c = 0; c < channel_count; ++c) {
      budgets[c] = before[c][i];
      hazards[c] = hazard[c][i];
    }
    const int winner = sim::spend(budgets, hazards);
    causes[i] = static_cast<std::int8_t>(channels[static_cast<std::size_t>(winner)].cause);
  }
  return causes;
}

}  // namespace

void integrate(World& w, std::span<const Row> rows, bool recognised) {
  auto& p = w.persons;
  const auto& rule = w.now.integration;
  const double economic_pace = rule.economic_speed * (recognised ? 1 : 1 - rule.assistant_penalty);
  const double with_family = w.now.on.family != 0 ? 1 + w.now.family.social_effect : 1;
  Batch<float> social, economic;
  Batch<double> pace;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    social[i] = p.social[row];
    economic[i] = p.economic[row];
    pace[i] = w.tables.social_pace[p.cell[row] * language_level_count + p.level[row]] *
              (p.family_of(row) == FamilyState::Joined ? with_family : 1);
  }
  approach_one(social.data(), pace.data(), rows.size());
  pace.fill(economic_pace);
  approach_one(economic.data(), pace.data(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    p.social[rows[i]] = social[i];
    p.economic[rows[i]] = economic[i];
  }
}

ExitCauses exits_from_work(World& w, std::span<const Row> rows, bool recognised) {
  return strike(w, rows, recognised, from_work);
}

ExitCauses exits_from_other_work(World& w, std::span<const Row> rows) {
  return strike(w, rows, true, from_other_work);
}

}  // namespace skillscale::models
