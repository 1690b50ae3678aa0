#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "scenarios/nearest.h"
#include "scenarios/params_listing.h"
#include "scenarios/scenario.h"
#include "sim/error.h"
#include "tests/scenarios/small_language.h"

namespace skillscale::scenarios {
namespace {

using ::testing::HasSubstr;
using testing::small_language;
using ::testing::StartsWith;

TEST(Params, TextNamesRangeStandardAndSource) {
  const auto text = params_text(select_rows(small_language()));
  EXPECT_THAT(text, HasSubstr("training.months\n"
                              "  A number.\n"
                              "  allowed: whole numbers, 1 to 72 months\n"
                              "  standard: 36 (36 to 36)\n"
                              "  source: assumption, confidence: estimate\n"));
}

TEST(Params, CsvHasOneLinePerRowAndQuotesCommas) {
  const auto rows = select_rows(small_language());
  const auto text = params_csv(rows);
  EXPECT_THAT(text, StartsWith("path,kind,unit,time,allowed,"));
  EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), rows.size() + 1);
  EXPECT_THAT(text, HasSubstr("\"whole numbers, 1 to 72 months\""));
}

TEST(Params, MissingSelectsRowsThatLackSomething) {
  auto language = small_language();
  std::vector<models::ParameterDecl> rows(language.table.begin(), language.table.end());
  language.table = rows;
  EXPECT_TRUE(select_rows(language, "source").empty());
  EXPECT_EQ(params_text(select_rows(language, "source")), "");
  rows[2].source = "";
  ASSERT_EQ(select_rows(language, "source").size(), 1U);
  EXPECT_EQ(select_rows(language, "source")[0]->path, rows[2].path);
  rows[3].range_low = 2;
  EXPECT_EQ(select_rows(language, "range").size(), 1U);
  EXPECT_THROW(select_rows(language, "colour"), sim::InputError);
}

TEST(Params, JsonHasTheNumbersOfEveryRow) {
  const auto text = params_json(select_rows(small_language()));
  EXPECT_THAT(text, HasSubstr("\"path\": \"training.months\""));
  EXPECT_THAT(text, HasSubstr("\"allowed_high\": 72"));
}

TEST(Schema, HasEverySectionAndKey) {
  const auto text = schema(small_language());
  for (const char* part :
       {"\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"", "\"replicates\"",
        "\"tokens_per_month\"", "\"propertyNames\"", "\"BY\"", "\"recognition.staff\""}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

TEST(Nearest, CountsASwapOfNeighboursAsOneEdit) {
  EXPECT_EQ(edit_distance("stock", "stcok"), 1);
  EXPECT_EQ(edit_distance("", "abc"), 3);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
}

TEST(Nearest, IsEmptyForAWordThatIsFarFromAll) {
  const std::vector<std::string> names{"stock", "wage", "attrition"};
  EXPECT_EQ(nearest_name("atrition", names), "attrition");
  EXPECT_EQ(nearest_name("colour", names), "");
}

}  // namespace
}  // namespace skillscale::scenarios
