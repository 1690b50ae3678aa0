// Aspiration and ability: how strongly a cell intends to leave, and what a person who acts on it
// chooses.
//
// Two steps: the cell's intention stock sets the hazard of acting; a person who acts weighs the
// options that are open and affordable. Source of the form: theory of planned behaviour with random
// utility (Klabunde et al. 2017; Carling and Schewel 2018).
#pragma once

#include <array>
#include <span>
#include <vector>

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

/// Persons of the pool (already taken out of it) decide, each alone: apply, go elsewhere, or return
/// to the pool. Applicants become rows in the order of the keys.
void decide(World& world, OriginMarket& market, Pool& pool, std::span<const sim::Key> keys,
            const ChoiceSet& offered);

/// Draws an active partnership of a type in a cell in proportion to seats.
class PartnershipLottery {
 public:
  PartnershipLottery(const World& world, const OriginMarket& market, PartnershipType type);
  /// None when there is none.
  std::uint16_t draw(const World& world, sim::Key key) const;

 private:
  std::vector<std::uint16_t> partnership_;
  std::vector<double> seats_up_to_;
};

/// Persons whom the channel has rejected decide again among the other options.
void decide_again(World& world, OriginMarket& market, std::span<const sim::Key> keys,
                  PartnershipType rejected_by);

/// Cost of preparation that a person of the type can expect, in EUR, before anyone's share.
double expected_preparation_cost(const Parameters& parameters, PartnershipType type);

/// Moves the intention stock of every cell by one month (part of the markets phase).
void update_intentions(World& world);

}  // namespace skillscale::models
