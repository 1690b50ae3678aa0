#include <gmock/gmock.h>

#include <cmath>

#include "output/result_file.h"
#include "tests/output/sample.h"

namespace skillscale::output {
namespace {

using testing::ElementsAre;

// One variable, one cell: the five members are 1, 2, 4, 8, 16 against a reference of 1, 1, 1, 1, 2.
Layout tiny() {
  Layout layout = sample_layout();
  layout.months = 1;
  layout.draws = 1;
  layout.replicates = 5;
  layout.worlds = {"scenario", "reference"};
  layout.quantiles = {0.0, 0.25, 0.9};
  layout.variables = {{"x", "1", "x", "x", {}, true, Storage::Whole}};
  return layout;
}

TEST(Summaries, AreWhatAHandComputes) {
  const Folder folder;
  ResultWriter writer(folder / "r.h5", tiny());
  const std::vector<double> scenario{8, 1, 16, 4, 2};
  const std::vector<double> reference{1, 1, 2, 1, 1};
  for (int replicate = 0; replicate < 5; ++replicate) {
    const auto at = static_cast<std::size_t>(replicate);
    writer.put(0, replicate, 1, 0, std::span(reference).subspan(at, 1));
    writer.put(0, replicate, 0, 0, std::span(scenario).subspan(at, 1));
    for (int world : {0, 1}) writer.put_digest(0, replicate, world, {});
  }
  writer.finish();
  const ResultReader reader(folder / "r.h5");
  EXPECT_THAT(reader.read("x_quantile"), ElementsAre(1, 2, testing::DoubleEq(12.8)));
  EXPECT_THAT(reader.read("x_difference"), ElementsAre(7, 0, 14, 3, 1));
  EXPECT_THAT(reader.read("x_difference_quantile"),
              ElementsAre(0, 1, testing::DoubleNear(11.2, 1e-12)));
  EXPECT_THAT(reader.read("x_reference_quantile"), ElementsAre(1, 1, testing::DoubleEq(1.6)));
}

TEST(Summaries, PairDifferencesOnDrawAndReplicate) {
  const Folder folder;
  write_sample(folder / "r.h5");
  const Layout layout = sample_layout();
  const ResultReader reader(folder / "r.h5");
  const auto differences = reader.read("persons_difference");
  std::size_t at = 0;
  for (int world = 1; world <= 2; ++world) {
    for (int draw = 0; draw < 2; ++draw) {
      for (int replicate = 0; replicate < 3; ++replicate) {
        for (std::size_t position = 0; position < 84; ++position) {
          EXPECT_EQ(differences[at++], 7.0 * world * (replicate + 1));
        }
      }
    }
  }
  EXPECT_EQ(at, differences.size());
}

TEST(Summaries, LeaveMissingValuesOutCellByCell) {
  const Folder folder;
  write_sample(folder / "r.h5");
  const ResultReader reader(folder / "r.h5");
  const auto quantiles = reader.read("wait_quantile");
  const std::size_t cells = 14 * 4;
  // Without replicate 1 the values at position 5 are 2005, 2045, 2105, 2145, in eighths.
  EXPECT_DOUBLE_EQ(quantiles[cells + 5], 2075.0 / 8);
  EXPECT_DOUBLE_EQ(quantiles[cells + 4], (2044.0 + 2104.0) / 2 / 8);
  for (const double value : quantiles) EXPECT_FALSE(std::isnan(value));
}

// Windows of less than a year appear when an ensemble is large; the numbers must not depend on
// them.
TEST(Summaries, AgreeWithTheValuesForALargeEnsemble) {
  const Folder folder;
  Layout layout = tiny();
  layout.months = 30;
  layout.replicates = 1200;
  layout.axes = {{"cell", "cell", std::vector<std::string>(40, "c")}};
  layout.variables[0].axes = {"cell"};
  layout.quantiles = {0.5};
  ResultWriter writer(folder / "r.h5", layout);
  std::vector<double> values(30 * 40);
  for (int replicate = 0; replicate < layout.replicates; ++replicate) {
    for (int world : {0, 1}) {
      for (std::size_t at = 0; at < values.size(); ++at) {
        values[at] = (1 - world) * replicate + static_cast<double>(at);
      }
      writer.put(0, replicate, world, 0, values);
      writer.put_digest(0, replicate, world, {});
    }
  }
  writer.finish();
  const ResultReader reader(folder / "r.h5");
  const auto medians = reader.read("x_quantile");
  const auto differences = reader.read("x_difference_quantile");
  for (std::size_t at = 0; at < values.size(); ++at) {
    EXPECT_EQ(medians[at], 599.5 + static_cast<double>(at));
    EXPECT_EQ(differences[at], 599.5);
  }
}

}  // namespace
}  // namespace skillscale::output
