#include "experiments/parameters_csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "tests/experiments/tiny.h"

namespace skillscale::experiments {
namespace {

using Table = std::vector<std::vector<std::string>>;

/// Reads a table after RFC 4180, with line ends inside quotes.
Table read_csv(const std::string& text) {
  Table rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    if (quoted && letter == '"' && at + 1 < text.size() && text[at + 1] == '"') {
      rows.back().back() += '"';
      ++at;
    } else if (letter == '"') {
      quoted = !quoted;
    } else if (letter == ',' && !quoted) {
      rows.back().emplace_back();
    } else if (letter == '\n' && !quoted) {
      rows.emplace_back(1);
    } else {
      rows.back().back() += letter;
    }
  }
  rows.pop_back();  // after the last line end
  return rows;
}

TEST(ParametersCsv, HasALineOfTwelveFieldsForEveryParameter) {
  const auto scenario = tiny();
  const auto table = read_csv(parameters_csv(scenario, ""));
  ASSERT_EQ(table.size(), scenario.bound.values.size() + 1);
  for (const auto& row : table) ASSERT_EQ(row.size(), 12U) << row.front();
  for (std::size_t i = 1; i < table.size(); ++i) {
    const auto& value = scenario.bound.values[i - 1];
    EXPECT_EQ(table[i][0], value.path);
    EXPECT_EQ(table[i][4], value.decl->unit);
    EXPECT_EQ(table[i][5], value.source);
    EXPECT_EQ(table[i][11], value.decl->meaning);
    EXPECT_EQ(table[i][10], value.is_default ? "yes" : "no");
    if (value.decl->number == nullptr || !value.text.empty()) continue;
    double read = -1;
    std::from_chars(table[i][1].data(), table[i][1].data() + table[i][1].size(), read);
    EXPECT_EQ(read, value.value) << value.path;
  }
}

TEST(ParametersCsv, QuotesWhatHasCommasAndQuotes) {
  const auto table = read_csv(parameters_csv(tiny(), ""));
  const auto found = std::find_if(table.begin(), table.end(),
                                  [](const auto& row) { return row[0] == "levers.staff.when"; });
  ASSERT_NE(found, table.end());
  EXPECT_EQ((*found)[1], "backlog(visa.BIH) > 6 months");
  EXPECT_NE((*found)[11].find("\"backlog(visa.PHL) > 6 months\""), std::string::npos);
}

TEST(ParametersCsv, TakesTitleAddressAndYearOfASource) {
  const std::string sources =
      "key,title,url,year\r\n"
      "wdi_remittance_cost,\"Cost, of \"\"sending\"\"\",https://a.example/b?c=1,1999\r\n"
      "wdi_ppp,Prices,https://p.example\r\n";
  const auto table = read_csv(parameters_csv(tiny(), sources));
  std::map<std::string, std::vector<std::string>> rows;
  for (const auto& row : table) rows[row[0]] = row;
  const auto& cost = rows.at("origins.BIH.remittance_cost");
  EXPECT_EQ(cost[5], "wdi_remittance_cost");
  EXPECT_EQ(cost[6], "Cost, of \"sending\"");
  EXPECT_EQ(cost[7], "https://a.example/b?c=1");
  EXPECT_EQ(cost[8], "2023") << "the scenario's own year comes first";
  EXPECT_EQ(rows.at("origins.BIH.price_level")[6], "Prices");
  EXPECT_EQ(rows.at("origins.BIH.distance")[6], "") << "a key that the list does not have";
}

TEST(ParametersCsv, TakesTheYearOfTheListWhereTheScenarioHasNone) {
  const auto table =
      read_csv(parameters_csv(tiny(), "key,title,url,year\nassumption,Ours,,2031\n"));
  const auto found = std::find_if(table.begin(), table.end(),
                                  [](const auto& row) { return row[0] == "matching.noise"; });
  ASSERT_NE(found, table.end());
  EXPECT_EQ((*found)[8], "2031");
}

}  // namespace
}  // namespace skillscale::experiments
