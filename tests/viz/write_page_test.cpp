#include "viz/report/write_page.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "sim/error.h"
#include "tests/viz/small_result.h"
#include "viz/report/file_extract.h"
#include "viz/report/network_years.h"
#include "viz/report/page_template.h"
#include "viz/report/parameter_rows.h"
#include "viz/report/spreads.h"

namespace skillscale::report {
namespace {

using nlohmann::json;

class Page : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder =
        std::filesystem::temp_directory_path() / ("skillscale_page_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    write_small_result(folder / "small.h5");
  }
  static void TearDownTestSuite() { std::filesystem::remove_all(folder); }

  static json extract(std::size_t budget = extract_budget) {
    return json::parse(file_extract(output::ResultReader(folder / "small.h5"), budget));
  }
  static json slice(const json& page, const std::string& name,
                    const std::vector<std::string>& axes) {
    for (const auto& variable : page["variables"]) {
      if (variable["name"] != name) continue;
      for (const auto& one : variable["slices"]) {
        if (one["axes"] == axes) return one;
      }
    }
    return nullptr;
  }

  static inline std::filesystem::path folder;
};

TEST_F(Page, SumsAreMadeBeforeQuantiles) {
  const auto page = extract();
  const auto total = slice(page, "stock", {});
  // Cells 0, 10, 20, 30 plus r each: 60 + 4 r over r = 0 .. 4.
  EXPECT_EQ(total["quantiles"], json({0.05, 0.25, 0.5, 0.75, 0.95}));
  EXPECT_EQ(total["quantile"][2][0][0], 68);
  EXPECT_DOUBLE_EQ(total["quantile"][0][0][13].get<double>(), 60.8);
  EXPECT_DOUBLE_EQ(total["quantile"][4][0][0].get<double>(), 75.2);
}

TEST_F(Page, DifferencesArePairedAndReferencesFollowFromThem) {
  const auto total = slice(extract(), "stock", {});
  for (const int q : {0, 2, 4}) {
    EXPECT_EQ(total["difference_quantile"]["pilots_as_today"][q][0][5], 16);
  }
  EXPECT_EQ(total["reference_median"]["pilots_as_today"][0][5], 52);
  EXPECT_EQ(total["reference_median"]["no_partnerships"][0][5], 0);
  EXPECT_EQ(total["difference_quantile"]["no_partnerships"][2][0][5], 68);
}

TEST_F(Page, BreakdownsKeepTheOrderOfTheAxis) {
  const auto by_stage = slice(extract(), "stock", {"stage"});
  EXPECT_EQ(by_stage["quantile"][1][0][0], 0 + 20 + 2 * 2);
  EXPECT_EQ(by_stage["quantile"][1][1][0], 10 + 30 + 2 * 2);
  EXPECT_FALSE(by_stage.contains("cells"));
}

TEST_F(Page, CellsThatAreZeroInEveryWorldAreLeftOut) {
  const auto by_origin = slice(extract(), "arrivals", {"origin"});
  EXPECT_EQ(by_origin["cells"], json::array({0}));
  EXPECT_EQ(by_origin["quantile"][1].size(), 1u);
}

TEST_F(Page, FlowsCarryTheirSumOverTheHorizon) {
  const auto total = slice(extract(), "arrivals", {});
  EXPECT_EQ(total["horizon"]["quantile"][2][0], 2 * small_months);
  EXPECT_EQ(total["horizon"]["reference_median"]["pilots_as_today"][0], small_months);
  EXPECT_EQ(total["horizon"]["difference_quantile"]["no_partnerships"][0][0], 2 * small_months);
  EXPECT_FALSE(slice(extract(), "stock", {}).contains("horizon"));
}

TEST_F(Page, MissingValuesOfAnIntensityAreNull) {
  const auto page = extract();
  const auto wait = slice(page, "waiting_months", {"stage"});
  EXPECT_EQ(wait["quantile"][1][0][0], 1.25);
  EXPECT_TRUE(wait["quantile"][1][1][0].is_null());
  EXPECT_TRUE(slice(page, "waiting_months", {}).is_null());
}

TEST_F(Page, HeadlinesTellModeAndGainsAgainstEachReference) {
  const auto page = extract();
  const auto& stage = page["headline"][0];
  EXPECT_EQ(stage["scenario"]["mode"], 1);
  EXPECT_EQ(stage["scenario"]["mode_share"], 0.75);
  EXPECT_TRUE(stage["difference"].empty());
  const auto& gain = page["headline"][1];
  EXPECT_EQ(gain["pair"], true);
  EXPECT_EQ(gain["difference"]["pilots_as_today"]["median"], 0.2);
  EXPECT_EQ(gain["difference"]["no_partnerships"]["median"], -1);
}

TEST_F(Page, HeadlinesCountTheRunsThatSayMoreOrLess) {
  const auto page = extract();
  EXPECT_EQ(page["headline"][0]["scenario"]["known"], 4);
  const auto& gain = page["headline"][1]["difference"];
  EXPECT_EQ(gain["pilots_as_today"]["known"], 5);
  EXPECT_EQ(gain["pilots_as_today"]["above"], 4);
  EXPECT_EQ(gain["pilots_as_today"]["losing"], 0);
  EXPECT_EQ(gain["no_partnerships"]["losing"], 5);
}

TEST_F(Page, MeansOfAYearAreTakenBeforeTheirQuantiles) {
  const auto total = slice(extract(), "returns", {});
  EXPECT_TRUE(total["year_mean"]["quantile"][2][0][10].is_null());
  for (const int month : {11, 12, 13}) {
    for (const int quantile : {0, 2, 4}) {
      EXPECT_EQ(total["year_mean"]["quantile"][quantile][0][month], 1);
    }
  }
  EXPECT_EQ(total["year_mean"]["reference_median"]["pilots_as_today"][0][13], 0);
  EXPECT_EQ(total["year_mean"]["difference_quantile"]["pilots_as_today"][2][0][13], 1);
  EXPECT_FALSE(slice(extract(), "stock", {}).contains("year_mean"));
}

TEST_F(Page, SingleMonthsOfAFlowStandWhereTheViewsNeedThem) {
  EXPECT_TRUE(slice(extract(), "arrivals", {"origin"}).contains("quantile"));
  const auto served = slice(extract(), "served", {"authority"});
  EXPECT_FALSE(served.contains("quantile"));
  EXPECT_EQ(served["year_mean"]["quantile"][1][0][13], 4);
  EXPECT_EQ(served["horizon"]["quantile"][1][0], 4 * small_months);
}

TEST_F(Page, WaitsAreMonthsPerCaseOverTheHorizon) {
  const auto waits = extract()["waits"];
  const auto& visa = waits["offices"][0];
  EXPECT_EQ(visa["label"], "visa.PHL");
  EXPECT_EQ(visa["scenario"]["median"], 2);
  EXPECT_EQ(visa["reference"]["pilots_as_today"]["median"], 1);
  EXPECT_TRUE(waits["offices"][1]["scenario"]["median"].is_null());
  EXPECT_TRUE(waits["stages"].empty());
}

TEST_F(Page, ABudgetOfNothingKeepsTotalsAndDesignedBreakdowns) {
  const auto page = extract(0);
  EXPECT_FALSE(slice(page, "stock", {}).is_null());
  EXPECT_FALSE(slice(page, "stock", {"stage"}).is_null());
  EXPECT_TRUE(slice(page, "stock", {"origin"}).is_null());
  EXPECT_FALSE(slice(extract(), "stock", {"origin"}).is_null());
  EXPECT_FALSE(slice(extract(), "stock", {"origin", "stage"}).is_null());
}

TEST_F(Page, ParametersAndLeversComeFromTheTable) {
  const auto page = extract();
  EXPECT_EQ(page["parameters"][0]["source_title"], "A \"title\", long");
  EXPECT_EQ(page["parameters"][0]["value"], 3.5);
  EXPECT_EQ(page["parameters"].size(), 3u);
  EXPECT_EQ(page["levers"][0]["lever"], "recognition.staff");
  EXPECT_EQ(page["levers"][0]["text"], "from 2024-06");
}

TEST_F(Page, TheNetworkTellsThePartnershipsOfTheScenarioAtEachYearsEnd) {
  const output::ResultReader result(folder / "small.h5");
  const auto rows =
      parameter_rows("path,value\npartnerships.pilot.type,recruit_and_bridge\na.type,b\n");
  const auto years = network_years(result, rows);
  ASSERT_EQ(years.size(), 1);
  EXPECT_EQ(years[0]["year"], 2024);
  const auto& all = years[0]["partnerships"];
  ASSERT_EQ(all.size(), 2);
  const auto page = extract();
  EXPECT_EQ(all[0]["name"], "pilot");
  EXPECT_EQ(all[0]["type"], "recruit_and_bridge");
  EXPECT_EQ(all[0]["origin"], page["axes"]["origin"]["labels"][1]);
  EXPECT_EQ(all[0]["seats"], 120);
  EXPECT_EQ(all[0]["since"], "") << "older than the run";
  EXPECT_TRUE(all[0]["centre"].is_null());
  EXPECT_EQ(all[1]["partnership"], 7);
  EXPECT_EQ(all[1]["name"], "") << "formed during the run";
  EXPECT_EQ(all[1]["trust"], 0.75);
  EXPECT_EQ(all[1]["since"], page["months"][3]);
  EXPECT_EQ(all[1]["centre"], 4);
  EXPECT_EQ(years[0]["holds_learning"], true);
  EXPECT_TRUE(all[0]["lessons"].empty());
  EXPECT_EQ(all[0]["most_experienced"], true);
  EXPECT_EQ(all[0]["lent"], 0);
  EXPECT_EQ(all[1]["lessons"][0]["from"], 0);
  EXPECT_EQ(all[1]["lessons"][0]["placements"], 2.5);
  EXPECT_EQ(all[1]["lent"], 24);
  EXPECT_EQ(all[1]["most_experienced"], false);
}

TEST_F(Page, NoTextOfTheResultCanLeaveItsScriptElement) {
  const auto file = folder / "page.html";
  write_page(file, output::ResultReader(folder / "small.h5"));
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  const auto html = text.str();
  const auto begin = html.find("id=\"skillscale-result\">") + 23;
  const auto end = html.find("</script>", begin);
  const auto data = html.substr(begin, end - begin);
  EXPECT_EQ(data.find('<'), std::string::npos);
  EXPECT_EQ(json::parse(data)["title"], small_layout().title);
  EXPECT_EQ(json::parse(data)["seed"], "18446744073709551615");
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    EXPECT_FALSE(entry.path().filename().string().starts_with(".")) << entry.path();
  }
}

TEST_F(Page, AFolderThatIsMissingIsAStorageError) {
  const output::ResultReader result(folder / "small.h5");
  EXPECT_THROW(write_page(folder / "absent" / "page.html", result), sim::StorageError);
}

TEST(PageTemplate, HasTheMarkOnceAndNoOutsideAddress) {
  const auto page = page_template();
  const auto at = page.find("{{result}}");
  ASSERT_NE(at, std::string_view::npos);
  EXPECT_EQ(page.find("{{result}}", at + 1), std::string_view::npos);
  EXPECT_NE(page.find("default-src 'none'"), std::string_view::npos);
  EXPECT_EQ(page.find("src=\"http"), std::string_view::npos);
}

TEST(Rounded, KeepsSixDigitsAndWholeNumbers) {
  EXPECT_EQ(rounded(1234567.0).dump(), "1234570");
  EXPECT_EQ(rounded(0.1234567).dump(), "0.123457");
  EXPECT_EQ(rounded(-0.0).dump(), "0");
  EXPECT_EQ(rounded(std::nan("")).dump(), "null");
}

TEST(ParameterRows, QuotedFieldsMayHoldLineEnds) {
  const auto rows = parameter_rows("a,b\r\n\"x\ny\",2\n3\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].at("a"), "x\ny");
  EXPECT_EQ(rows[0].at("b"), "2");
  EXPECT_FALSE(rows[1].contains("b"));
}

}  // namespace
}  // namespace skillscale::report
