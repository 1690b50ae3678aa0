#include <gtest/gtest.h>

#include <cstring>
#include <set>
#include <type_traits>

#include "models/odd.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

Parameters with_every_axis() {
  Given given;
  given.names(Axis::Centre, {"school", "college"}).names(Axis::Partnership, {"P1", "P2"});
  given.names(Axis::Lever, {"one", "two"});
  return given.parameters();
}

std::size_t word_count(std::string_view words) {
  std::size_t count = words.empty() ? 0 : 1;
  for (const char letter : words) count += letter == ' ' ? 1 : 0;
  return count;
}

TEST(ParameterTable, EveryRowSaysWhatItIs) {
  std::set<std::string_view> paths;
  for (const auto& row : parameter_table()) {
    SCOPED_TRACE(row.path);
    EXPECT_TRUE(paths.insert(row.path).second) << "declared twice";
    EXPECT_FALSE(row.unit.empty());
    EXPECT_FALSE(row.source.empty());
    ASSERT_FALSE(row.meaning.empty());
    EXPECT_EQ(row.meaning.back(), '.');
    const int accessors = (row.number != nullptr) + (row.list != nullptr) + (row.text != nullptr);
    EXPECT_EQ(accessors, 1);
  }
  EXPECT_GT(paths.size(), 150U);
}

TEST(ParameterTable, BracesHoldNamesOfAxes) {
  for (const auto& row : parameter_table()) {
    SCOPED_TRACE(row.path);
    for (auto open = row.path.find('{'); open != row.path.npos;
         open = row.path.find('{', open + 1)) {
      const auto word = row.path.substr(open + 1, row.path.find('}', open) - open - 1);
      bool known = false;
      for (int a = 0; a < axis_count; ++a) known |= axis_word(static_cast<Axis>(a)) == word;
      EXPECT_TRUE(known) << word;
    }
  }
}

TEST(ParameterTable, TheStandardLiesInItsRangeAndTheRangeInWhatIsAllowed) {
  for (const auto& row : parameter_table()) {
    if (row.kind != ValueKind::Real && row.kind != ValueKind::Whole) continue;
    SCOPED_TRACE(row.path);
    EXPECT_LE(row.allowed_low, row.range_low);
    EXPECT_LE(row.range_low, row.standard);
    EXPECT_LE(row.standard, row.range_high);
    EXPECT_LE(row.range_high, row.allowed_high);
    EXPECT_LT(row.allowed_low, row.allowed_high);
  }
}

TEST(ParameterTable, WordsAndSwitchesHaveAStandardAmongTheirOptions) {
  for (const auto& row : parameter_table()) {
    SCOPED_TRACE(row.path);
    const auto options = static_cast<double>(word_count(row.choices));
    const bool has_words = row.kind == ValueKind::Choice || row.kind == ValueKind::List;
    EXPECT_EQ(has_words, options > 1);
    if (row.kind == ValueKind::Choice) {
      EXPECT_LT(row.standard, options);
    }
    if (row.kind == ValueKind::Switch) {
      EXPECT_TRUE(row.standard == 0 || row.standard == 1);
    }
  }
}

TEST(ParameterTable, RatesPerMonthSayHowTheyConvert) {
  for (const auto& row : parameter_table()) {
    const bool per_month = row.unit.ends_with("/month") && row.kind == ValueKind::Real;
    EXPECT_TRUE(!per_month || row.time != TimeKind::None) << row.path;
  }
}

TEST(ParameterTable, EveryAddressHasAMemberOfItsOwn) {
  Parameters p = with_every_axis();
  std::set<const void*> members;
  std::set<std::string> paths;
  double written = 1;
  const auto all = all_addresses(p);
  for (const auto& address : all) {
    SCOPED_TRACE(path_of(address, p));
    EXPECT_TRUE(paths.insert(path_of(address, p)).second);
    const auto& row = *address.decl;
    const void* member = nullptr;
    if (row.number != nullptr) {
      member = row.number(p, address.index);
      *row.number(p, address.index) = written++;
    } else if (row.list != nullptr) {
      member = row.list(p, address.index);
    } else {
      member = row.text(p, address.index);
    }
    EXPECT_TRUE(members.insert(member).second) << "shares its member with another parameter";
  }
  double expected = 1;
  for (const auto& address : all) {
    if (address.decl->number == nullptr) continue;
    EXPECT_EQ(*address.decl->number(p, address.index), expected++) << path_of(address, p);
  }
}

/// Positions of numbers in a part of the parameters that no row of the table reaches.
template <class Part>
std::vector<std::size_t> undeclared(const Part& part, const std::set<const void*>& declared) {
  static_assert(std::is_trivially_copyable_v<Part> && sizeof(Part) % sizeof(double) == 0);
  std::vector<std::size_t> missing;
  const auto* first = reinterpret_cast<const char*>(&part);
  for (std::size_t at = 0; at < sizeof(Part); at += sizeof(double)) {
    if (!declared.contains(first + at)) missing.push_back(at / sizeof(double));
  }
  return missing;
}

TEST(ParameterTable, ReachesEveryNumberOfTheParameters) {
  Parameters p = with_every_axis();
  std::set<const void*> declared;
  for (const auto& address : all_addresses(p)) {
    if (address.decl->number != nullptr) declared.insert(address.decl->number(p, address.index));
  }
  const std::vector<std::size_t> none;
  EXPECT_EQ(undeclared(p.on, declared), none);
  EXPECT_EQ(undeclared(p.stages, declared), none);
  EXPECT_EQ(undeclared(p.migration, declared), none);
  EXPECT_EQ(undeclared(p.language, declared), none);
  EXPECT_EQ(undeclared(p.recognition, declared), none);
  EXPECT_EQ(undeclared(p.visa, declared), none);
  EXPECT_EQ(undeclared(p.matching, declared), none);
  EXPECT_EQ(undeclared(p.integration, declared), none);
  EXPECT_EQ(undeclared(p.retention, declared), none);
  EXPECT_EQ(undeclared(p.wages, declared), none);
  EXPECT_EQ(undeclared(p.adoption, declared), none);
  EXPECT_EQ(undeclared(p.partnership, declared), none);
  EXPECT_EQ(undeclared(p.platform, declared), none);
  EXPECT_EQ(undeclared(p.costs, declared), none);
}

}  // namespace
}  // namespace skillscale::models
