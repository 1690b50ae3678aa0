#include "models/odd.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "models/declare.h"
#include "models/indicators.h"
#include "models/lever_table.h"

namespace skillscale::models {
namespace {

std::string file_text(const std::string& name) {
  std::ifstream file(std::string(SKILLSCALE_SOURCE_DIR) + "/docs/" + name);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST(OddText, IsWhatTheDocumentSays) {
  EXPECT_TRUE(file_text("odd.md") == odd_text())
      << "docs/odd.md is stale; refresh it: skillscale odd > docs/odd.md";
}

TEST(OddText, HasTheSevenElementsInOrder) {
  const std::string text = odd_text();
  std::size_t at = 0;
  for (const auto* heading : {"## 1. Purpose and patterns", "## 2. Entities, state variables",
                              "## 3. Process overview and scheduling", "## 4. Design concepts",
                              "## 5. Initialisation", "## 6. Input data", "## 7. Sub-models"}) {
    const auto found = text.find(heading, at);
    ASSERT_NE(found, text.npos) << heading;
    at = found;
  }
}

TEST(OddText, TellsEveryParameterOnce) {
  const std::string text = odd_text();
  for (const auto& row : parameter_table()) {
    const std::string line = "\n| `" + std::string(row.path) + "` | ";
    const auto first = text.find(line);
    ASSERT_NE(first, text.npos) << row.path;
    EXPECT_EQ(text.find(line, first + 1), text.npos) << row.path;
  }
}

TEST(OddText, TellsEveryLever) {
  const std::string text = odd_text();
  for (const auto& row : lever_table)
    EXPECT_TRUE(has(text, "| `" + std::string(row.name) + "` | ")) << row.name;
}

TEST(IndicatorsText, IsWhatTheDocumentSays) {
  EXPECT_TRUE(file_text("indicators.md") == indicators_text())
      << "docs/indicators.md is stale; refresh it: skillscale odd --indicators > "
         "docs/indicators.md";
}

TEST(IndicatorsText, TellsEveryIndicator) {
  const std::string text = indicators_text();
  for (const auto& row : tally_table()) EXPECT_TRUE(has(text, "`" + std::string(row.name) + "`"));
  for (const auto& row : derived_table()) EXPECT_TRUE(has(text, "`" + std::string(row.name) + "`"));
  for (const auto& row : headline_table())
    EXPECT_TRUE(has(text, "`" + std::string(row.name) + "`"));
}

}  // namespace
}  // namespace skillscale::models
