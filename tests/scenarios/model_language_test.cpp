// The language over the shipped model's own tables.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "scenarios/params_listing.h"
#include "scenarios/pattern_tree.h"
#include "scenarios/read_value.h"
#include "scenarios/scenario.h"
#include "scenarios/units.h"
#include "tests/scenarios/small_language.h"

namespace skillscale::scenarios {
namespace {

using models::ValueKind;
using ::testing::HasSubstr;

constexpr std::string_view plain =
    "schema: 1\n"
    "name: Plain\n"
    "occupations: {nursing: {name: Nursing}}\n"
    "origins: {PHL: {name: Philippines, nursing: {stock: 10000 persons}}}\n";

Loaded load_model(std::string_view text) {
  const testing::Folder folder;
  return load(folder.write("test.yaml", text), {}, model_language());
}

TEST(ModelLanguage, EveryRowHasAUnitTheLanguageKnows) {
  for (const auto& row : model_language().table) {
    if (row.kind != ValueKind::Real && row.kind != ValueKind::Whole) continue;
    EXPECT_TRUE(read_unit(row.unit).unit) << row.path << " " << row.unit;
  }
}

TEST(ModelLanguage, ThePathsOfAllRowsFitTogether) {
  EXPECT_NO_THROW(pattern_tree(model_language()));
}

TEST(ModelLanguage, EveryRuleOfSumsNamesARow) {
  std::set<std::string_view> paths;
  for (const auto& row : model_language().table) paths.insert(row.path);
  for (const auto& rule : model_language().sums) {
    EXPECT_TRUE(paths.contains(rule.pattern)) << rule.pattern;
    EXPECT_TRUE(rule.other.empty() || paths.contains(rule.other)) << rule.other;
  }
}

TEST(ModelLanguage, EveryParameterHasSourceUnitMeaningAndAFittingRange) {
  for (const char* what : {"source", "unit", "meaning", "range"}) {
    EXPECT_EQ(params_text(select_rows(model_language(), what)), "") << what;
  }
}

TEST(ModelLanguage, EveryFormOfValueIsRead) {
  const auto file =
      std::filesystem::path(SKILLSCALE_SOURCE_DIR) / "tests/scenarios/good/every_form.yaml";
  const auto loaded = load(file, {}, model_language());
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  const auto& bound = loaded.scenario->bound;
  EXPECT_EQ(testing::number_at(bound, "origins.PHL.nursing.stock"), 10000);
  EXPECT_DOUBLE_EQ(testing::number_at(bound, "origins.PHL.nursing.wage"), 500);
  EXPECT_NEAR(testing::number_at(bound, "stages.visa.complete"), 1 - std::pow(0.6, 1 / 12.0),
              1e-14);
  EXPECT_EQ(testing::number_at(bound, "partnerships.triple_win.start"), 5);
  EXPECT_EQ(testing::number_at(bound, "levers.more_staff.start"), 24);
}

TEST(ShippedScenarios, CheckWithoutFaultsOrWarnings) {
  const auto library = std::filesystem::path(SKILLSCALE_SOURCE_DIR) / "scenarios/library";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(library)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  EXPECT_FALSE(files.empty());
  const auto report = check(files, {library, {}}, model_language());
  EXPECT_TRUE(report.faults.empty()) << report.faults.text();
  EXPECT_TRUE(report.warnings.empty()) << report.warnings.text();
}

TEST(ModelLanguage, EveryStandardNumberMayBeWrittenIntoAScenario) {
  const auto loaded = load_model(plain);
  ASSERT_TRUE(loaded.scenario);
  LoadOptions options;
  for (const auto& value : loaded.scenario->bound.values) {
    const auto kind = value.decl->kind;
    if (kind != ValueKind::Real && kind != ValueKind::Whole) continue;
    if (!value.is_default || value.path.starts_with("lands.") ||
        value.path.find(".pays.") != std::string::npos)
      continue;
    options.overrides.push_back({value.path, std::to_string(value.decl->standard)});
  }
  const testing::Folder folder;
  const auto again = load(folder.write("s.yaml", plain), options, model_language());
  EXPECT_TRUE(again.scenario) << again.faults.text();
}

TEST(ModelLanguage, ALeverConditionIsCheckedBeforeTheRun) {
  const std::string lever = "levers: {a: {lever: recognition.staff, when: \"";
  EXPECT_TRUE(
      load_model(std::string(plain) + lever + "backlog(visa.PHL) > 6 months\"}}\n").scenario);
  const auto loaded =
      load_model(std::string(plain) + lever + "backlog(visa.NOWHERE) > 6 months\"}}\n");
  EXPECT_FALSE(loaded.scenario);
  EXPECT_THAT(loaded.faults.text(),
              HasSubstr("levers.a.when is \"backlog(visa.NOWHERE) > 6 months\""));
}

TEST(ModelLanguage, APartThatMustNameAnotherIsNotLeftToChance) {
  const auto loaded = load_model(std::string(plain) + "employers: {care: {}}\n");
  EXPECT_THAT(loaded.faults.text(), HasSubstr("employers.care.occupation is missing"));
}

TEST(ModelLanguage, OutputsNameIndicatorsOfTheModel) {
  EXPECT_FALSE(model_language().output_variables.empty());
  const auto loaded = load_model(std::string(plain) + "outputs: {variables: [no_such_thing]}\n");
  EXPECT_THAT(loaded.faults.text(), HasSubstr("which is no result variable"));
}

TEST(ModelLanguage, BoundValuesBuildTheModelsParameters) {
  const auto loaded = load_model(plain);
  ASSERT_TRUE(loaded.scenario);
  const auto& bound = loaded.scenario->bound;
  EXPECT_EQ(testing::number_at(bound, "origins.PHL.nursing.stock"), 10000);
  ASSERT_NE(testing::value_at(bound, "stages.employed.initial"), nullptr);
}

}  // namespace
}  // namespace skillscale::scenarios
