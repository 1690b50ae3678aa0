#include "viz/report/analyses.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/error.h"

namespace skillscale::report {
namespace {

class Analyses : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder); }
  void TearDown() override { std::filesystem::remove_all(folder); }

  std::filesystem::path written(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name) << text;
    return folder / name;
  }
  static std::string refusal(const std::filesystem::path& file) {
    try {
      read_analyses(std::array{file});
    } catch (const sim::InputError& error) {
      return error.what();
    }
    return "";
  }

  std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                 ("skillscale_analyses_" + std::to_string(::getpid()));
};

TEST_F(Analyses, ListsAndSingleObjectsOfSeveralFilesBecomeOneList) {
  const std::array files{
      written("a.json",
              R"([{"method": "morris", "findings": []}, {"method": "prcc", "findings": []}])"),
      written("r.json", R"({"packages": ["a"], "futures": 2, "goals": [], "pareto": ["a"]})")};
  const auto all = nlohmann::json::parse(read_analyses(files));
  ASSERT_EQ(all.size(), 3);
  EXPECT_EQ(all[1]["method"], "prcc");
  EXPECT_EQ(all[2]["futures"], 2);
}

TEST_F(Analyses, NoFilesMakeAnEmptyList) { EXPECT_EQ(read_analyses({}), "[]"); }

TEST_F(Analyses, AForeignFileIsRefusedByNameWithWhatIsAllowed) {
  for (const auto& text : {R"({"digest": "x"})", "[1]", "factor,value\n", ""}) {
    const auto file = written("foreign.json", text);
    const auto told = refusal(file);
    EXPECT_TRUE(told.starts_with(file.string() + ": ")) << told;
    EXPECT_NE(told.find("allowed: what `skillscale analyse`"), std::string::npos) << told;
    EXPECT_NE(told.find("next: "), std::string::npos) << told;
  }
  EXPECT_NE(refusal(folder / "absent.json").find("no such file"), std::string::npos);
}

}  // namespace
}  // namespace skillscale::report
