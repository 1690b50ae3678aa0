// Decisions of persons whose turn it is: each takes one of the options that the cell offers and its
// savings allow.
#pragma once

#include <span>
#include <vector>

#include "models/aspiration.h"

namespace skillscale::models {

/// An application of one decider.
struct Application {
  sim::Key key;
  PartnershipType type;
  std::int32_t debt;  ///< cents of own cost beyond savings; more than 0 when on credit
};

/// Persons of the pool (already taken out of it) decide, each alone: apply, go elsewhere, or return
/// to the pool. Touches only what belongs to the pool's cell; cells may decide at the same time.
/// @param applications  appended to, in the order of the keys
void decide(World& world, Pool& pool, std::span<const sim::Key> keys, const ChoiceSet& offered,
            std::vector<Application>& applications);

/// Applicants become rows, cell by cell.
void become_applicants(World& world, std::span<const std::vector<Application>> by_cell);

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

}  // namespace skillscale::models
