// Levers at work: which parameters each lever of the scenario moves, and this month's value of
// them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/lever_table.h"
#include "models/parameters.h"
#include "sim/ids.h"

namespace skillscale::models {

struct World;

/// A condition that starts a lever: `backlog(visa.PHL) > 6 months`, `vacancies(nursing) > 20000` or
/// `density(PHL) < 49`.
struct Condition {
  enum class What : std::uint8_t {
    BacklogCases,
    BacklogMonths,
    Vacancies,
    HealthDensity
  } what = What::BacklogCases;
  std::size_t position = 0;  ///< on the authority axis, or the occupation
  bool above = true;
  double bound = 0;
};

/// Reads a condition. Returns nothing and says why in `problem` when the text is not one.
std::optional<Condition> parse_condition(const std::string& text, const Parameters& parameters,
                                         std::string& problem);

struct LeverTarget {
  Address address;
  LeverEffect effect = LeverEffect::Scale;
  double base = 0;                  ///< value without any lever
  std::optional<Address> gives_to;  ///< where a moved share goes
  double gives_to_base = 0;
};

struct LeverState {
  std::size_t lever = 0;  ///< position among the scenario's levers
  std::vector<LeverTarget> targets;
  std::optional<Condition> condition;
  sim::Month triggered = -1;  ///< month in which the condition first held, or the actors agreed
  double fraction = 0;        ///< of full strength, this month
};

struct PolicyState {
  std::vector<LeverState> levers;
  bool changed = true;  ///< some parameter differs from last month's
};

PolicyState prepare_policy(Parameters& parameters);

/// Phase 1: sets this month's parameters of the world.
void apply_policy(World& world);

/// Sets the parameters of the world anew for the levers as they stand.
void set_levers(World& world);

}  // namespace skillscale::models
