#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>

#include "cli/comparison_table.h"
#include "cli/input_difference.h"
#include "cli/result_quantities.h"
#include "output/result_file.h"
#include "sim/error.h"
#include "tests/output/sample.h"

namespace skillscale::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

constexpr int months = 24;

/// What a small result holds: 100 + replicate arrivals each month in the first of two cells and
/// `more` of them besides; gains and EUR of the parties as given.
struct Small {
  std::uint64_t seed = 1;
  int replicates = 4;
  double more = 0;
  double scale = 1;  ///< of gains per EUR
  std::vector<double> party_eur{1, 1, 1};
  double domestic_workers = 0;
};

output::Layout layout_of(const Small& small) {
  using output::Storage;
  output::Layout layout;
  layout.title = layout.scenario_name = "small";
  layout.random_scheme = "none";
  layout.months = months;
  layout.replicates = small.replicates;
  layout.seed = small.seed;
  layout.worlds = {"scenario", "no_partnerships"};
  layout.quantiles = {0.05, 0.5, 0.95};
  layout.axes = {{"origin", "Origin", {"PHL", "TUN"}},
                 {"against", "Reference", {"no_partnerships"}}};
  layout.variables = {
      {"arrivals", "persons/month", "Arrivals", "Who came.", {"origin"}, true, Storage::Whole},
      {"stock", "persons", "Stock", "Who is there.", {}, true, Storage::Whole},
      {"share_busy", "1", "Busy", "A share.", {}, true, Storage::Real},
      {"total_arrivals", "persons", "All arrivals", "Who came.", {}, false, Storage::Real}};
  for (const std::string party : {"migrant", "origin", "destination"}) {
    layout.variables.push_back(
        {party + "_gain", "1", "Gain of " + party, ".", {"against"}, false, Storage::Real});
    layout.variables.push_back({party + "_present_value",
                                "EUR",
                                "Present value of " + party,
                                ".",
                                {"against"},
                                false,
                                Storage::Real});
  }
  layout.variables.push_back({"gain_domestic_workers",
                              "1",
                              "Gain of domestic workers",
                              ".",
                              {"against"},
                              false,
                              Storage::Real});
  layout.extra_attributes["pool_multiplicity"] = "10";
  return layout;
}

double value_of(const Small& small, const std::string& name, int replicate, std::size_t at) {
  if (name == "arrivals") return at % 2 == 0 ? 100 + replicate + small.more : 0;
  if (name == "stock") return static_cast<double>(at) + small.more;
  if (name == "share_busy") return 0.5;
  if (name == "total_arrivals") return 1000.0 * replicate + small.more * (replicate + 1);
  if (name == "gain_domestic_workers") return small.scale * small.domestic_workers;
  const std::size_t party = name.starts_with("migrant") ? 0 : name.starts_with("origin") ? 1 : 2;
  return small.party_eur[party] * (name.ends_with("_gain") ? small.scale : 1);
}

void write(const std::filesystem::path& path, const Small& small) {
  const auto layout = layout_of(small);
  output::ResultWriter writer(path, layout, true);
  for (int replicate = 0; replicate < small.replicates; ++replicate) {
    for (int world = 0; world < 2; ++world) {
      for (std::size_t v = 0; v < layout.variables.size(); ++v) {
        std::vector<double> values(output::value_count(layout, layout.variables[v]));
        for (std::size_t at = 0; at < values.size(); ++at)
          values[at] = value_of(small, layout.variables[v].name, replicate, at);
        writer.put(0, replicate, world, v, values);
      }
      writer.put_digest(0, replicate, world, {1, static_cast<std::uint64_t>(replicate)});
    }
  }
  writer.finish();
}

class Comparing : public ::testing::Test {
 protected:
  std::filesystem::path file(const std::string& name, const Small& small) const {
    write(folder / name, small);
    return folder / name;
  }
  static Comparison compare(const ComparedResults& results, std::size_t reference = 0) {
    return compare_results(results.all(), reference);
  }
  static const ComparisonRow& row(const Comparison& comparison, const std::string& name) {
    for (const auto& row : comparison.rows) {
      if (row.quantity.name == name) return row;
    }
    throw std::runtime_error("no row " + name);
  }
  static ComparedOptions of(std::vector<std::filesystem::path> files) {
    ComparedOptions options;
    options.files = std::move(files);
    return options;
  }
  output::Folder folder;
};

TEST_F(Comparing, PairedDifferencesAreTakenRunByRun) {
  const ComparedResults results(of({file("a.h5", {}), file("b.h5", {.more = 10})}));
  const auto comparison = compare(results);
  EXPECT_EQ("paired", pairing_word(comparison, 1));
  const auto& cell = row(comparison, "total_arrivals").cells[1];
  // 10, 20, 30 and 40, although the runs themselves lie a thousand apart.
  EXPECT_DOUBLE_EQ(25, cell.difference.median);
  EXPECT_DOUBLE_EQ(11.5, cell.difference.low);
  EXPECT_DOUBLE_EQ(38.5, cell.difference.high);
  EXPECT_DOUBLE_EQ(1525, cell.own.median);
}

TEST_F(Comparing, OtherSeedsAreUnpairedAndWider) {
  const ComparedResults results(of({file("a.h5", {}), file("b.h5", {.seed = 2, .more = 10})}));
  const auto comparison = compare(results);
  EXPECT_EQ("unpaired", pairing_word(comparison, 1));
  EXPECT_THAT(comparison.pairing[1].reasons, ElementsAre("seed 2 and 1"));
  EXPECT_THAT(comparison.pairing[1].runs, SizeIs(16));
  const auto& difference = row(comparison, "total_arrivals").cells[1].difference;
  EXPECT_LT(difference.low, -1000);
  EXPECT_GT(difference.high, 1000);
  EXPECT_THAT(comparison_text(comparison, results.all()), HasSubstr("b is UNPAIRED with a"));
  EXPECT_THAT(comparison_csv(comparison), HasSubstr(",b,a,unpaired,"));
  const auto json = nlohmann::json::parse(comparison_json(comparison, results.all()));
  EXPECT_EQ("unpaired", json["scenarios"][1]["pairing"]);
  EXPECT_EQ("seed 2 and 1", json["scenarios"][1]["unpaired_because"][0]);
}

TEST_F(Comparing, FlowsAreSummedStocksAreTakenAtTheEndSharesAreLeftOut) {
  const output::ResultReader result(file("a.h5", {}));
  const auto totals = total_quantities(result);
  ASSERT_THAT(totals, SizeIs(3));
  EXPECT_EQ("last year", totals[0].span);
  EXPECT_THAT(totals[0].values, ElementsAre(1200, 1212, 1224, 1236));
  EXPECT_EQ("whole horizon", totals[1].span);
  EXPECT_THAT(totals[1].values, ElementsAre(2400, 2424, 2448, 2472));
  EXPECT_EQ("persons", totals[1].units);
  EXPECT_EQ("at the end", totals[2].span);
  EXPECT_THAT(totals[2].values, ElementsAre(23, 23, 23, 23));
}

TEST_F(Comparing, PartiesGainAgainstTheReferenceInItsYardstick) {
  const Small base{.party_eur = {1, 2, 3}, .domestic_workers = 1};
  // Twice as many persons are enrolled: half the gain per EUR.
  const Small other{.scale = 0.5, .party_eur = {2, 3, 4}, .domestic_workers = 0.8};
  const ComparedResults results(of({file("a.h5", base), file("b.h5", other)}));
  const auto comparison = compare(results);
  EXPECT_DOUBLE_EQ(1, row(comparison, "migrant_gain").cells[1].difference.median);
  EXPECT_NEAR(-0.2, row(comparison, "gain_domestic_workers").cells[1].difference.median, 1e-12);
  ASSERT_THAT(comparison.verdicts[1], SizeIs(1));
  const auto& verdict = comparison.verdicts[1].front();
  EXPECT_TRUE(verdict.is_same_world);
  EXPECT_EQ(4, verdict.runs);
  EXPECT_EQ(4, verdict.triple_wins);
  EXPECT_EQ(0, verdict.nobody_worse);
  EXPECT_THAT(verdict.gaining, ElementsAre("migrants"));
  EXPECT_THAT(verdict.losing, ElementsAre("domestic workers"));
}

TEST_F(Comparing, ManyResultsStandInBlocksOfHundredColumns) {
  std::vector<std::filesystem::path> files;
  files.reserve(9);
  for (int i = 0; i < 9; ++i)
    files.push_back(file("result" + std::to_string(i) + ".h5", {.more = 1e7 * i}));
  const ComparedResults results(of(files));
  const auto text = comparison_text(compare(results, results.position("result4")), results.all());
  std::istringstream lines(text);
  int blocks = 0;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(line.size(), 100U) << line;
    blocks += line.find("reference") != line.npos && line.find("paired") != line.npos ? 1 : 0;
  }
  EXPECT_EQ(3, blocks);
}

TEST_F(Comparing, AnUnknownReferenceIsToldWithTheNearestName) {
  const ComparedResults results(of({file("fast.h5", {}), file("slow.h5", {})}));
  const auto fault = output::fault_of<sim::InputError>([&] { results.position("slaw"); });
  EXPECT_THAT(fault, HasSubstr("--reference is slaw\n  allowed: fast, slow\n"));
  EXPECT_THAT(fault, HasSubstr("did you mean slow?"));
}

InputSide side(const std::string& name, const std::string& rows, const std::string& yaml,
               const std::string& seed = "1") {
  return {
      name, yaml, "path,value,low,high,unit,source,standard,meaning\n" + rows, {{"seed", seed}}};
}

TEST(InputDifferences, NothingDiffersFromItself) {
  const auto one = side("a", "x.y,1,1,1,EUR,,no,A price.\n", "name: a\nx: {y: 1}\n");
  EXPECT_THAT(input_differences(one, one), SizeIs(0));
}

TEST(InputDifferences, ParametersLeversTextsAndSettingsAreTold) {
  const auto a = side("a",
                      "x.y,1,1,1,EUR,old,no,A price.\nx.z,1,0,2,1,,no,.\n"
                      "levers.old.strength,0.5,0.5,0.5,1,,no,.\n",
                      "name: first\nensemble: {seed: 1}\nlevers: {old: {strength: 0.5}}\n");
  const auto b =
      side("b",
           "x.y,2,2,2,EUR,new,no,A price.\nx.z,1,0,3,1,,no,.\n"
           "levers.fresh.strength,1,1,1,1,,no,.\nlevers.fresh.end,9,9,9,month,,yes,.\n",
           "name: second\nensemble: {seed: 2}\nlevers: {fresh: {strength: 1, when: x}}\n", "2");
  const auto words = input_words(input_differences(a, b), a, b);
  EXPECT_THAT(words, HasSubstr("  seed: 1 -> 2\n"));
  EXPECT_THAT(words, HasSubstr("  x.y: 1 -> 2 EUR\n      A price.\n"));
  EXPECT_THAT(words, HasSubstr("  x.y, source: old -> new\n"));
  EXPECT_THAT(words, HasSubstr("  x.z, range: 0 to 2 -> 0 to 3\n"));
  EXPECT_THAT(words, HasSubstr("  levers.old: only in a\n      strength 0.5\n"));
  EXPECT_THAT(words, HasSubstr("  levers.fresh: only in b\n      strength 1, when x\n"));
  EXPECT_THAT(words, HasSubstr("  name: first -> second\n"));
  EXPECT_THAT(words, Not(HasSubstr("ensemble.seed")));
}

}  // namespace
}  // namespace skillscale::cli
