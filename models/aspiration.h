// Aspiration and ability: how strongly a cell intends to leave, and what a person who acts on it
// chooses.
//
// Two steps: the cell's intention stock sets the hazard of acting; a person who acts weighs the
// options that are open and affordable. Source of the form: theory of planned behaviour with random
// utility (Klabunde et al. 2017; Carling and Schewel 2018).
#pragma once

#include <array>

#include "models/world.h"

namespace skillscale::models {

/// Options of a decision: stay, the channels in the order of PartnershipType, another destination.
inline constexpr std::size_t option_count = partnership_type_count + 2;
inline constexpr std::size_t option_stay = 0;
inline constexpr std::size_t option_other = partnership_type_count + 1;

struct ChoiceSet {
  std::array<double, option_count> utility{};
  std::array<bool, option_count> open{};
  std::array<double, option_count> own_cost{};  ///< EUR that the person must have
  double scale = 1;
  bool satisficing = false;
  bool from_pool = true;  ///< counted in the origin's stock, so a post may become free
};

/// Hazard that a person with factor 1 acts this month.
double application_hazard(const World& world, const OriginMarket& market);

/// What the cell offers to a pool this month.
ChoiceSet choice_set(const World& world, const OriginMarket& market, PoolGroup group);

/// Logit shares of the open options; with satisficing all of it on the first good enough.
std::array<double, option_count> choice_shares(const ChoiceSet& choices);

/// Position of the option in whose share the uniform lies.
std::size_t choose(const std::array<double, option_count>& shares, double uniform);

/// Cost of preparation that a person of the type can expect, in EUR, before anyone's share but
/// after the subsidy of courses.
double expected_preparation_cost(const Parameters& parameters, PartnershipType type);

/// Moves the intention stock of every cell by one month (part of the markets phase).
void update_intentions(World& world);

}  // namespace skillscale::models
