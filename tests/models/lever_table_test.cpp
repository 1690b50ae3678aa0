#include "models/lever_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <regex>
#include <set>

#include "models/policy.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

constexpr double strength = 0.3;

/// Two partnerships and two centres, so that every pattern has targets; every number of a target
/// differs from its neighbours' and from 0 and 1.
Given varied() {
  Given given;
  given.names(Axis::Partnership, {"P1", "P2"}).names(Axis::Centre, {"C1", "C2"});
  double at = 0;
  Parameters p = given.parameters();
  for (const auto& address : all_addresses(p)) {
    if (address.decl->number == nullptr || address.decl->kind != ValueKind::Real) continue;
    at = at > 0.8 ? 0.101 : at + 0.013;
    const bool is_share = address.decl->allowed_high <= 1;
    given.set(path_of(address, p), is_share ? 0.1 + at : 2 + at);
  }
  return given;
}

std::regex pattern_of(std::string_view path) {
  const std::string dots = std::regex_replace(std::string(path), std::regex("\\."), "\\.");
  return std::regex(std::regex_replace(dots, std::regex("\\{[a-z_]+\\}"), "[^.]+"));
}

double expected_value(double base, LeverEffect effect) {
  switch (effect) {
    case LeverEffect::Scale:
      return base * (1 + strength);
    case LeverEffect::Shrink:
      return base / (1 + strength);
    case LeverEffect::ToOne:
      return 1 - (1 - strength) * (1 - base);
    case LeverEffect::ToZero:
    case LeverEffect::Move:
      return base * (1 - strength);
  }
  return base;
}

/// What the type has before the lever, of what the lever takes away from it.
double taken_from(std::string path, const LeverAct& act,
                  const std::vector<std::pair<std::string, double>>& before) {
  const auto last = [](std::string_view text) { return text.substr(text.rfind('.')); };
  path.replace(path.rfind('.'), path.npos, std::string(last(act.path)));
  for (const auto& [other, value] : before) {
    if (other == path) return value;
  }
  return 0;
}

double expected_value(const std::string& path, double base, const LeverRow& row,
                      const std::vector<std::pair<std::string, double>>& before) {
  for (const auto& act : row.acts()) {
    if (std::regex_match(path, pattern_of(act.path))) return expected_value(base, act.effect);
    if (!act.gives_to.empty() && std::regex_match(path, pattern_of(act.gives_to)))
      return base + strength * taken_from(path, act, before);
  }
  return base;
}

TEST(LeverTable, NamesAreUniqueAndRowsComplete) {
  std::set<std::string_view> names;
  for (const auto& row : lever_table) {
    SCOPED_TRACE(row.name);
    EXPECT_TRUE(names.insert(row.name).second);
    EXPECT_FALSE(row.field.empty());
    EXPECT_FALSE(row.meaning.empty());
    EXPECT_FALSE(row.acts().empty());
    for (const auto& act : row.acts())
      EXPECT_EQ(act.effect == LeverEffect::Move, !act.gives_to.empty());
    EXPECT_NE(lever_words.find(row.name), lever_words.npos);
  }
}

TEST(LeverTable, EveryLeverMovesExactlyItsParameters) {
  for (const auto& row : lever_table) {
    SCOPED_TRACE(row.name);
    Given given = varied();
    given.lever("one", row.name, strength);
    World world = given.world();
    const auto before = all_numbers(world.now);
    apply_policy(world);
    const auto after = all_numbers(world.now);
    for (std::size_t i = 0; i < before.size(); ++i) {
      const auto& [path, base] = before[i];
      EXPECT_NEAR(after[i].second, expected_value(path, base, row, before), 1e-12) << path;
    }
    for (const auto& act : row.acts()) {
      const bool exists = std::ranges::any_of(before, [&](const auto& number) {
        return std::regex_match(number.first, pattern_of(act.path));
      });
      EXPECT_TRUE(exists) << "no parameter is called " << act.path;
    }
  }
}

TEST(LeverTable, StrengthZeroLeavesEveryBit) {
  Given given = varied();
  int number = 0;
  for (const auto& row : lever_table) given.lever("l" + std::to_string(number++), row.name, 0);
  World world = given.world();
  const auto before = all_numbers(world.now);
  for (world.month = 0; world.month < 24; ++world.month) apply_policy(world);
  const auto after = all_numbers(world.now);
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(std::bit_cast<std::uint64_t>(after[i].second),
              std::bit_cast<std::uint64_t>(before[i].second))
        << before[i].first;
  }
}

TEST(LeverTable, WholeStrengthKeepsSharesAmongShares) {
  for (const auto& row : lever_table) {
    SCOPED_TRACE(row.name);
    Given given;
    given.names(Axis::Partnership, {"P1"});
    given.lever("one", row.name, 1);
    World world = given.world();
    apply_policy(world);
    for (const auto& [path, value] : all_numbers(world.now)) {
      for (const auto& act : row.acts()) {
        const bool is_factor =
            act.effect == LeverEffect::Scale || act.effect == LeverEffect::Shrink;
        if (is_factor || !std::regex_match(path, pattern_of(act.path))) continue;
        EXPECT_EQ(value, act.effect == LeverEffect::ToOne ? 1 : 0) << path;
      }
    }
  }
}

}  // namespace
}  // namespace skillscale::models
