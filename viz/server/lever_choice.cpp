#include "viz/server/lever_choice.h"

#include <algorithm>
#include <charconv>

#include "models/lever_table.h"
#include "scenarios/calendar_month.h"

namespace skillscale::server {
namespace {

constexpr int late_start = 24, short_run = 36, ramp = 12;  // months

std::string shortest(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

}  // namespace

std::array<double, zone_count> zone_strengths(std::size_t lever) {
  const auto zones = models::strength_zones(models::lever_table[lever]);
  return {zones.low / 2, (zones.low + zones.standard) / 2, (zones.standard + zones.high) / 2};
}

std::optional<std::size_t> lever_named(std::string_view name) {
  const auto& table = models::lever_table;
  const auto* found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == name; });
  if (found == table.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.begin());
}

std::vector<std::string> changes_of(const Package& package, const scenarios::RunSettings& run) {
  const auto start = later(run.start, run.months > short_run ? late_start : 0);
  std::vector<std::string> changes;
  for (const auto& [lever, zone] : package) {
    const std::string name(models::lever_table[lever].name);
    std::string key = "table_" + name;
    std::replace(key.begin(), key.end(), '.', '_');
    changes.push_back("levers." + key + "={lever: " + name + ", start: " + to_text(start) +
                      ", ramp: " + std::to_string(ramp) + " months, strength: " +
                      shortest(zone_strengths(lever)[static_cast<std::size_t>(zone - 1)]) + "}");
  }
  return changes;
}

}  // namespace skillscale::server
