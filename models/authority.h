// Offices as monthly tokens and as places: recognition, visa, language courses, bridging courses,
// public placement, housing for arrivals by Land.
//
// An office has a number of tokens a month (never a number of servers with random service times,
// which would lose capacity at a monthly step) or a number of places that are held for a while.
// Accelerated cases come first, then first come first served; cases from outside the model stand in
// the same line, and among cases of one month both sorts are served in proportion.
#pragma once

#include "models/world.h"

namespace skillscale::models {

enum class OfficeKind : std::uint8_t { Recognition, Visa, Language, Bridging, Placement, Housing };
inline constexpr int office_kind_count = 6;

struct OfficeName {
  OfficeKind kind;
  std::size_t position;  ///< occupation, origin or Land
};
OfficeName name_of_office(const World& world, std::size_t office);

void init_offices(World& world);

/// Phase 7: gives out this month's tokens and places.
void settle_offices(World& world);

/// Months of case work on a visa.
double visa_case_months(const World& world, sim::Key person);
/// The first month that lies at least so many months ahead.
std::int16_t month_after(const World& world, double months);

/// Tokens per month of an office, or the number of its places.
double office_capacity(const World& world, std::size_t office);

/// Cases of partnerships that an office can take up in a month: its tokens less the cases from
/// outside and less those of private channels in the last year. Places serve as many a month as
/// they did for the time that one was held of late; as long as nobody has held one they do not
/// limit.
double capacity_for_partnerships(const World& world, std::size_t office);

/// What one more token, or one more place, adds to the cases an office can take up in a month.
double worth_of_a_unit(const World& world, std::size_t office);

}  // namespace skillscale::models
