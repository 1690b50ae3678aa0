// Levers as people in a room choose them: off, a little, usual, much.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "scenarios/scenario.h"

namespace skillscale::server {

/// Zones of strength in the order of buttons; 0 is off.
inline constexpr int zone_count = 3;

/// Lever (a row of the lever table) to zone 1..zone_count. Levers that are off are not in it.
using Package = std::map<std::size_t, int>;

/// Strength in the middle of each zone of a lever, as in the page's live model.
std::array<double, zone_count> zone_strengths(std::size_t lever);

/// Row of the lever table; nothing if there is no such lever.
std::optional<std::size_t> lever_named(std::string_view name);

/// The package as changes of a scenario, in the words of `--set`. Levers begin two years after the
/// start, or at once in runs of up to three years, and reach their strength within a year.
std::vector<std::string> changes_of(const Package& package, const scenarios::RunSettings& run);

}  // namespace skillscale::server
