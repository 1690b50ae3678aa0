// Every file of the shipped library is a scenario that checks alone, against the real parameter
// table.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "models/parameters.h"
#include "scenarios/scenario.h"
#include "tests/verification/study.h"

namespace skillscale::scenarios {
namespace {

namespace fs = std::filesystem;

const fs::path& library() {
  static const fs::path folder = fs::path(SKILLSCALE_SOURCE_DIR) / "scenarios" / "library";
  return folder;
}

std::vector<fs::path> files_of_library() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(library())) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Loaded load_file(const fs::path& file) {
  LoadOptions options;
  options.library = library();
  return load(file, options, model_language());
}

Scenario scenario_of(const std::string& name) {
  auto loaded = load_file(library() / (name + ".yaml"));
  EXPECT_TRUE(loaded.scenario) << loaded.faults.text();
  return loaded.scenario ? std::move(*loaded.scenario) : Scenario{};
}

models::Parameters parameters_of(const Bound& bound, int months) {
  return models::build_parameters({bound.names, bound.numbers, bound.lists, bound.texts}, months);
}

class LibraryFile : public ::testing::TestWithParam<fs::path> {};

TEST_P(LibraryFile, ChecksAlone) {
  const auto loaded = load_file(GetParam());
  EXPECT_TRUE(loaded.faults.empty()) << loaded.faults.text();
}

std::string test_name(const ::testing::TestParamInfo<fs::path>& info) {
  auto name = info.param.lexically_relative(library()).replace_extension().string();
  std::replace_if(
      name.begin(), name.end(), [](char letter) { return letter == '/' || letter == '-'; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Library, LibraryFile, ::testing::ValuesIn(files_of_library()), test_name);

/// Files of the library itself, not of its folders: what a user runs.
std::vector<fs::path> top_level() {
  auto files = files_of_library();
  std::erase_if(files, [](const fs::path& file) { return file.parent_path() != library(); });
  return files;
}

/// Files in base that state a corridor.
std::vector<fs::path> corridors() {
  auto files = files_of_library();
  std::erase_if(files, [](const fs::path& file) {
    return file.parent_path().filename() != "base" ||
           load_file(file).scenario->run.corridor.empty();
  });
  return files;
}

class TopLevel : public ::testing::TestWithParam<fs::path> {};

/// What a user runs has a corridor, references, persons who can leave, and employers who can hire.
TEST_P(TopLevel, IsARunnableScenario) {
  const auto loaded = load_file(GetParam());
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  const auto& scenario = *loaded.scenario;
  EXPECT_TRUE(scenario.warnings.empty()) << scenario.warnings.text();
  EXPECT_FALSE(scenario.run.corridor.empty());
  EXPECT_FALSE(scenario.references.empty());
  const auto parameters = parameters_of(scenario.bound, scenario.run.months);
  ASSERT_FALSE(parameters.origins.empty());
  ASSERT_FALSE(parameters.partnerships.empty());
  EXPECT_FALSE(parameters.sectors.empty());
  for (const auto& origin : parameters.origins) {
    const auto present = std::count_if(origin.occupation.begin(), origin.occupation.end(),
                                       [](const auto& pair) { return pair.present; });
    EXPECT_GE(present, 1) << origin.name;
  }
  for (const auto& type : parameters.types) EXPECT_FALSE(type.route.empty());
}

/// In half a year and with coarse pools somebody begins to learn, and nobody is lost.
TEST_P(TopLevel, RunsForHalfAYear) {
  const verification::Study study(
      GetParam().filename(),
      {{"horizon.months", "6"}, {"pool.multiplicity", "1000"}, {"ensemble.references", "[]"}});
  const auto world = study.run(0);
  EXPECT_EQ(world.month, 6);
  EXPECT_GT(verification::in_stage(world, models::Tally::Stock, models::Stage::Language), 0);
}

INSTANTIATE_TEST_SUITE_P(Library, TopLevel, ::testing::ValuesIn(top_level()), test_name);

/// The corridors of the design, and a scenario of each to run.
TEST(Corridors, EachHasAScenarioOfItsName) {
  std::size_t count = 0;
  for (const auto& file : corridors()) {
    const auto name = file.stem().string();
    if (name == "four-corridors" || name == "all-corridors") continue;
    EXPECT_TRUE(fs::exists(library() / (name + ".yaml"))) << name;
    ++count;
  }
  EXPECT_GE(count, 24U);
}

TEST(Types, SomebodyPaysForAllOfThePreparation) {
  const auto parameters = parameters_of(scenario_of("base/germany").bound, 12);
  for (std::size_t type = 0; type < parameters.types.size(); ++type) {
    const auto& pays = parameters.types[type].pays;
    EXPECT_NEAR(std::accumulate(pays.begin(), pays.end(), 0.0), 1, 1e-9)
        << models::partnership_type_names[type];
  }
}

TEST(References, ChangeThePolicyAlone) {
  const auto scenario = scenario_of("nursing-philippines-dual-track");
  ASSERT_EQ(scenario.references.size(), 2U);
  const auto months = scenario.run.months;
  const auto dual = parameters_of(scenario.bound, months);
  const auto today = parameters_of(scenario.references[0].bound, months);
  const auto none = parameters_of(scenario.references[1].bound, months);
  EXPECT_EQ(dual.partnerships.size(), 2U);
  EXPECT_EQ(today.partnerships.size(), 1U);
  EXPECT_EQ(today.on.partnerships, 1);
  EXPECT_EQ(today.on.growth, 0);
  EXPECT_TRUE(none.partnerships.empty());
  EXPECT_EQ(none.on.partnerships, 0);
  EXPECT_EQ(none.on.platform, 0);
  EXPECT_TRUE(today.levers.empty() && none.levers.empty());
  for (const auto* world : {&today, &none}) {
    EXPECT_EQ(world->types[4].agency_capacity, dual.types[4].agency_capacity);
    EXPECT_EQ(world->origins[0].occupation[0].stock, dual.origins[0].occupation[0].stock);
  }
}

class Corridor : public ::testing::TestWithParam<fs::path> {};

TEST_P(Corridor, EveryPackageCanBeItsReference) {
  std::string packages;
  for (const auto& file : fs::directory_iterator(library() / "package")) {
    packages += (packages.empty() ? "" : ", ") + file.path().stem().string();
  }
  LoadOptions options;
  options.library = library();
  options.overrides.push_back({"ensemble.references", "[" + packages + "]"});
  const auto loaded = load(GetParam(), options, model_language());
  EXPECT_TRUE(loaded.faults.empty()) << loaded.faults.text();
}

INSTANTIATE_TEST_SUITE_P(Library, Corridor, ::testing::ValuesIn(corridors()), test_name);

/// Sections that a file of several corridors takes from each corridor's own file as they are. Two
/// corridors of one origin share its course places.
bool is_taken_over(const ParameterValue& value, bool shares_courses) {
  const auto& path = value.path;
  // A reference is stored as its position, which differs between the files.
  return value.decl->kind != models::ValueKind::Reference &&
         (path.starts_with("origins.") || path.starts_with("authorities.visa.") ||
          (path.starts_with("authorities.language.") && !shares_courses) ||
          path.starts_with("partnerships."));
}

class Together : public ::testing::TestWithParam<const char*> {};

/// Nothing of one corridor overwrites another's.
TEST_P(Together, KeepsEachCorridorUnchanged) {
  const auto document = load_file(library() / "base" / (std::string(GetParam()) + ".yaml"));
  ASSERT_TRUE(document.scenario) << document.faults.text();
  const bool shares_courses = std::string_view(GetParam()) == "all-corridors";
  std::map<std::string, ParameterValue> all;
  for (const auto& value : document.scenario->bound.values) {
    if (is_taken_over(value, shares_courses)) all.emplace(value.path, value);
  }
  std::set<std::string> compared;
  const auto& layers = document.scenario->document.layers;
  for (std::size_t at = 1; at < layers.size(); ++at) {
    if (!layers[at].states_corridor) continue;
    const auto one = load_file(layers[at].file);
    ASSERT_TRUE(one.scenario) << one.faults.text();
    for (const auto& value : one.scenario->bound.values) {
      if (!is_taken_over(value, shares_courses)) continue;
      const auto found = all.find(value.path);
      ASSERT_NE(found, all.end()) << layers[at].file << ": " << value.path;
      EXPECT_EQ(found->second.value, value.value) << value.path;
      EXPECT_EQ(found->second.low, value.low) << value.path;
      EXPECT_EQ(found->second.high, value.high) << value.path;
      EXPECT_EQ(found->second.source, value.source) << value.path;
      EXPECT_EQ(found->second.text, value.text) << value.path;
      compared.insert(value.path);
    }
  }
  EXPECT_EQ(compared.size(), all.size());
}

INSTANTIATE_TEST_SUITE_P(Library, Together, ::testing::Values("four-corridors", "all-corridors"),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace skillscale::scenarios
