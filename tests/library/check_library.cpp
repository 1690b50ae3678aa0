// Every file of the shipped library is a scenario that checks alone, against the real parameter
// table.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "models/parameters.h"
#include "scenarios/scenario.h"

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

class TopLevel : public ::testing::TestWithParam<const char*> {};

/// What a user runs has a corridor, references, persons who can leave, and employers who can hire.
TEST_P(TopLevel, IsARunnableScenario) {
  const auto scenario = scenario_of(GetParam());
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

INSTANTIATE_TEST_SUITE_P(
    Library, TopLevel,
    ::testing::Values("nursing-philippines", "nursing-tunisia", "nursing-bosnia",
                      "electrics-morocco", "nursing-philippines-dual-track",
                      "nursing-tunisia-dual-track", "nursing-bosnia-dual-track",
                      "electrics-morocco-dual-track", "nursing-philippines-recognition-reform",
                      "hello", "workshop", "germany_full_scale"));

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

TEST(Packages, CanBeAReferenceOfEveryCorridor) {
  for (const char* corridor : {"nursing-philippines", "nursing-tunisia", "nursing-bosnia",
                               "electrics-morocco", "four-corridors"}) {
    for (const auto& file : fs::directory_iterator(library() / "package")) {
      LoadOptions options;
      options.library = library();
      options.overrides.push_back({"ensemble.references", "[" + file.path().stem().string() + "]"});
      const auto loaded =
          load(library() / "base" / (std::string(corridor) + ".yaml"), options, model_language());
      EXPECT_TRUE(loaded.faults.empty()) << loaded.faults.text();
    }
  }
}

/// Sections in which the file of all corridors repeats a corridor's own file.
bool is_repeated(const std::string& path) {
  return path.starts_with("origins.") || path.starts_with("authorities.visa.") ||
         path.starts_with("authorities.language.") || path.starts_with("partnerships.");
}

TEST(FourCorridors, RepeatsEachCorridorUnchanged) {
  std::map<std::string, ParameterValue> all;
  for (const auto& value : scenario_of("base/four-corridors").bound.values) {
    if (is_repeated(value.path)) all.emplace(value.path, value);
  }
  std::size_t compared = 0;
  for (const char* name :
       {"nursing-philippines", "nursing-tunisia", "nursing-bosnia", "electrics-morocco"}) {
    for (const auto& value : scenario_of(std::string("base/") + name).bound.values) {
      // A reference is stored as its position, which differs between the files.
      if (!is_repeated(value.path) || value.decl->kind == models::ValueKind::Reference) continue;
      const auto found = all.find(value.path);
      ASSERT_NE(found, all.end()) << name << ": " << value.path;
      EXPECT_EQ(found->second.value, value.value) << value.path;
      EXPECT_EQ(found->second.low, value.low) << value.path;
      EXPECT_EQ(found->second.high, value.high) << value.path;
      EXPECT_EQ(found->second.source, value.source) << value.path;
      EXPECT_EQ(found->second.text, value.text) << value.path;
      ++compared;
    }
  }
  EXPECT_EQ(static_cast<std::ptrdiff_t>(compared),
            std::count_if(all.begin(), all.end(), [](const auto& entry) {
              return entry.second.decl->kind != models::ValueKind::Reference;
            }));
}

}  // namespace
}  // namespace skillscale::scenarios
