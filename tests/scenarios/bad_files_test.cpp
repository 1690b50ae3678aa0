// Every file in bad/ has one mistake; the table says where the message must point and what it must
// say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "tests/scenarios/small_language.h"

namespace skillscale::scenarios {
namespace {

using ::testing::HasSubstr;

struct BadFile {
  const char* name;
  const char* at;      // line:column
  const char* phrase;  // somewhere in the message
};

constexpr BadFile bad_files[] = {
    {"unknown_section", "8:1", "orgins is not a known key"},
    {"near_name", "8:7", "did you mean wage?"},
    {"unknown_origin", "8:22", "authorities.visa.PHX is not a known key"},
    {"unknown_run_key", "8:27", "did you mean months?"},
    {"text_for_number", "7:14", "is \"many\", which is not a number"},
    {"list_for_number", "7:14", "origins.PHL.nursing.stock is a list"},
    {"map_without_value", "7:14", "is a map without value"},
    {"number_for_section", "3:10", "origins is \"12\""},
    {"list_for_section", "3:10", "origins is a list"},
    {"wrong_dimension", "8:18", "is 3 months, which is time"},
    {"months_for_rate", "8:35", "a share per time, such as 3 %/year"},
    {"share_for_rate", "8:18", "which is a share"},
    {"rate_for_share", "8:23", "which is a share per time"},
    {"persons_for_cases", "8:46", "which is persons per time"},
    {"unknown_unit", "8:18", "did you mean year?"},
    {"foreign_currency", "8:13", "is in USD"},
    {"two_units", "8:21", "although unit is given too"},
    {"below_range", "7:14", "origins.PHL.nursing.stock is -120"},
    {"above_range", "8:23", "write 30 % if percent are meant"},
    {"above_range_converted", "8:18", "is 1300 %/year, 1.083"},
    {"negative_months", "8:19", "horizon.months is -12"},
    {"too_many_months", "8:19", "1 to 30000"},
    {"fraction_of_month", "8:20", "is 12.5, not a whole number"},
    {"huge_number", "7:14", "which no number can hold"},
    {"not_a_number", "7:14", "is .nan"},
    {"infinite", "7:14", "is -.inf"},
    {"comma_in_number", "7:14", "with a comma inside the number"},
    {"value_outside_own_range", "7:30", "outside its own range 6 to 7"},
    {"low_above_high", "7:30", "has a low of 8 persons above its high of 6 persons"},
    {"control_in_name", "2:7", "name has a control character (U+0000)"},
    {"control_in_key", "3:15", "occupations has a key with a control character (U+0007)"},
    {"lines_in_name", "2:7", "name has more than one line"},
    {"missing_required", "6:5", "origins.PHL.nursing.stock is missing"},
    {"shares_over_one", "9:56", "sum to 1.3"},
    {"shares_half_given", "8:21", "1 of them at their standard value"},
    {"two_shares_over_one", "3:37", "a sum of at most 1"},
    {"unknown_reference", "8:32", "did you mean nursing?"},
    {"unknown_choice", "8:26", "did you mean bridge?"},
    {"word_for_list", "8:54", "write a list in brackets"},
    {"bad_word_in_list", "8:63", "did you mean dual?"},
    {"yes_for_switch", "8:18", "on or off"},
    {"bad_month", "8:27", "which is not a month"},
    {"bad_start", "8:18", "which is not a month"},
    {"unknown_annotation", "7:25", "did you mean source?"},
    {"bad_confidence", "7:37", "did you mean high?"},
    {"bad_year", "7:31", "1900 to 2100"},
    {"unit_at_word", "8:30", "stands at a value that is not a number"},
    {"bad_name", "3:15", "is not a usable name"},
    {"reserved_name", "3:15", "is a word of the language"},
    {"dotted_key", "3:1", "is a key with a dot"},
    {"duplicate_key", "8:7", "origins.PHL.nursing.stock is given twice"},
    {"empty_value", "3:1", "occupations has no value"},
    {"tab_indentation", "4:1", "a tab stands in the indentation"},
    {"alias_bomb", "3:4", "has an anchor"},
    {"tag", "3:23", "has a tag"},
    {"two_documents", "3:1", "a second document begins"},
    {"deep_nesting", "3:67", "is nested too deep"},
    {"open_bracket", "4:2", "the YAML cannot be read here"},
    {"bad_indentation", "5:2", "the YAML cannot be read here"},
    {"list_at_the_top", "1:1", "the file is not a map of keys"},
    {"text_at_the_top", "1:1", "the file is not a map of keys"},
    {"empty_file", "1:1", "the file is empty"},
    {"only_a_comment", "1:1", "the file is empty"},
    {"not_utf8", "2:10", "the text is not UTF-8"},
    {"binary", "1:1", "a control character stands in the text"},
    {"map_as_key", "3:1", "a key is a list or a map"},
    {"missing_schema", "1:1", "schema is missing"},
    {"wrong_schema", "1:9", "schema is 2"},
    {"missing_file", "3:10", "names nowhere.yaml, which does not exist"},
    {"extends_a_map", "3:10", "is not the name of a file"},
    {"extends_a_missing_one", "3:29", "names nowhere.yaml, which does not exist"},
    {"unknown_package", "8:25", "names no_partnerships, which is no package"},
    {"bad_replicates", "8:24", "1 to 100000"},
    {"bad_quantiles", "8:29", "ascending numbers"},
    {"unknown_output", "8:23", "did you mean employed?"},
    {"section_as_list", "8:10", "horizon is not a map"},
    {"long_text", "8:14", "description is a map"},
};

const std::filesystem::path folder =
    std::filesystem::path(SKILLSCALE_SOURCE_DIR) / "tests/scenarios/bad";

std::filesystem::path file_of(std::string_view name) {
  return folder / (std::string(name) + ".yaml");
}

class BadFiles : public ::testing::TestWithParam<BadFile> {};

TEST_P(BadFiles, AreRefusedAtTheRightPlace) {
  const auto& [name, at, phrase] = GetParam();
  const auto file = file_of(name);
  ASSERT_TRUE(std::filesystem::exists(file)) << file;
  const auto loaded = load(file, {}, testing::small_language());
  EXPECT_FALSE(loaded.scenario);
  const std::string text = loaded.faults.text();
  EXPECT_THAT(text, HasSubstr(file.generic_string() + ":" + at + ": "));
  EXPECT_THAT(text, HasSubstr(phrase));
}

INSTANTIATE_TEST_SUITE_P(Table, BadFiles, ::testing::ValuesIn(bad_files),
                         [](const auto& bad) { return std::string(bad.param.name); });

TEST(BadFiles, EveryFileStandsInTheTable) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto stem = entry.path().stem().string();
    const bool is_known = stem.starts_with("cycle") ||
                          std::any_of(std::begin(bad_files), std::end(bad_files),
                                      [&](const BadFile& bad) { return stem == bad.name; });
    EXPECT_TRUE(is_known) << stem;
  }
}

TEST(BadFiles, EveryFaultSaysWhatToDoNext) {
  for (const auto& bad : bad_files) {
    const auto loaded = load(file_of(bad.name), {}, testing::small_language());
    ASSERT_GT(loaded.faults.size(), 0U) << bad.name;
    for (const auto& fault : loaded.faults.all()) {
      EXPECT_FALSE(fault.next.empty()) << bad.name;
      EXPECT_FALSE(fault.allowed.empty()) << bad.name;
    }
  }
}

TEST(BadFiles, ACycleIsNamedFromEndToEnd) {
  const auto text = load(file_of("cycle"), {}, testing::small_language()).faults.text();
  const auto first = file_of("cycle").generic_string();
  const auto middle = file_of("cycle_middle").generic_string();
  EXPECT_THAT(text, HasSubstr(middle + ":3:10: extends goes in a circle: " + first + " -> " +
                              middle + " -> " + first));
}

TEST(BadFiles, FaultsOfSeveralFilesComeInOneGo) {
  const std::array files{file_of("near_name"), file_of("cycle"), file_of("two_shares_over_one"),
                         file_of("not_utf8")};
  const auto faults = check(files, {}, testing::small_language()).faults;
  EXPECT_EQ(faults.size(), 4U) << faults.text();
  for (const char* phrase : {"did you mean wage?", "goes in a circle", "at most 1", "not UTF-8"}) {
    EXPECT_THAT(faults.text(), HasSubstr(phrase));
  }
}

TEST(BadFiles, SeveralFaultsOfOneFileComeInOneGo) {
  const auto loaded = testing::load_text(
      "schema: 1\n"
      "orgins: {}\n"
      "occupations: {nursing: {full_share: 3}}\n"
      "platform: {intensity: 2 months}\n"
      "horizon: {months: 0}\n");
  EXPECT_EQ(loaded.faults.size(), 4U) << loaded.faults.text();
  EXPECT_EQ(loaded.faults.all()[0].place.line, 2);
  EXPECT_EQ(loaded.faults.all()[3].place.line, 5);
}

TEST(BadFiles, TenMegabytesOfYamlAreRefusedUnread) {
  const testing::Folder own;
  std::string text = "schema: 1\n";
  while (text.size() < 10'000'000) text += "key" + std::to_string(text.size()) + ": 1\n";
  const auto loaded = load(own.write("large.yaml", text), {}, testing::small_language());
  EXPECT_THAT(loaded.faults.text(), HasSubstr("the file is larger than 4 MB"));
}

TEST(BadFiles, AFolderIsNoScenario) {
  const auto loaded = load(folder, {}, testing::small_language());
  EXPECT_THAT(loaded.faults.text(), HasSubstr("bad: is a folder"));
}

TEST(BadFiles, AFileThatIsNotThereIsNamed) {
  const auto loaded = load(folder / "nowhere.yaml", {}, testing::small_language());
  EXPECT_THAT(loaded.faults.text(), HasSubstr("nowhere.yaml: the file does not exist"));
}

TEST(BadFiles, ALargeSoundlyWrittenFileIsReadInReasonableTime) {
  std::string text = "schema: 1\norigins:\n";
  for (int at = 0; at < 20000; ++at) text += "  name" + std::to_string(at) + ": {wagee: 1}\n";
  const auto loaded = testing::load_text(text);
  EXPECT_GT(loaded.faults.size(), 1000U);
}

}  // namespace
}  // namespace skillscale::scenarios
