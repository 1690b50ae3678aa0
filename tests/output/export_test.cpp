#include "output/export.h"

#include <gmock/gmock.h>

#include <sstream>

#include "sim/error.h"
#include "tests/output/sample.h"

namespace skillscale::output {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string csv_of(const ResultReader& reader, const std::vector<std::string>& names) {
  std::ostringstream out;
  export_csv(reader, names, out);
  return out.str();
}

Layout quoted_layout() {
  Layout layout = sample_layout();
  layout.months = 2;
  layout.draws = 1;
  layout.replicates = 1;
  layout.worlds = {"scenario"};
  layout.quantiles = {0.5};
  layout.axes = {{"party", "party", {"a, b", "say \"c\""}}};
  layout.variables = {{"cost", "EUR", "cost", "d", {"party"}, true, Storage::Real},
                      {"sum", "EUR", "sum", "d", {}, false, Storage::Whole}};
  return layout;
}

void write_quoted(const std::filesystem::path& path) {
  ResultWriter writer(path, quoted_layout());
  const std::vector<double> cost{0.1, std::nan(""), 1e300, -2};
  const std::vector<double> sum{12345678901};
  writer.put(0, 0, 0, 0, cost);
  writer.put(0, 0, 0, 1, sum);
  writer.put_digest(0, 0, 0, {1, 2});
  writer.finish();
}

TEST(ExportCsv, IsLongWithLabels) {
  const Folder folder;
  write_quoted(folder / "r.h5");
  EXPECT_EQ(csv_of(ResultReader(folder / "r.h5"), {}),
            "variable,draw,replicate,month,party,value\n"
            "cost,0,0,2024-11,\"a, b\",0.1\n"
            "cost,0,0,2024-11,\"say \"\"c\"\"\",\n"
            "cost,0,0,2024-12,\"a, b\",1e+300\n"
            "cost,0,0,2024-12,\"say \"\"c\"\"\",-2\n"
            "sum,0,0,,,12345678901\n");
}

TEST(ExportCsv, ShowsTheDimensionsOfEachForm) {
  const Folder folder;
  write_sample(folder / "r.h5");
  const ResultReader reader(folder / "r.h5");
  const auto csv = csv_of(reader, {"backlog_difference_quantile"});
  EXPECT_THAT(csv, StartsWith("variable,reference,quantile,month,value\n"
                              "backlog_difference_quantile,pilots_as_today,0.05,2024-11,"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 2 * 3 * 14);
  EXPECT_THROW(csv_of(reader, {"nothing"}), sim::InputError);
}

TEST(ExportJson, HoldsCoordinatesAndValues) {
  const Folder folder;
  write_quoted(folder / "r.h5");
  std::ostringstream out;
  export_json(ResultReader(folder / "r.h5"), {}, out);
  EXPECT_THAT(out.str(), HasSubstr("\"party\": [\"a, b\", \"say \\\"c\\\"\"]"));
  EXPECT_THAT(out.str(), HasSubstr("\"values\": [0.1, null, 1e+300, -2]"));
  EXPECT_THAT(out.str(), HasSubstr("\"values\": [12345678901]"));
}

TEST(Export, TellsWhenTheStreamFails) {
  const Folder folder;
  write_quoted(folder / "r.h5");
  const ResultReader reader(folder / "r.h5");
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  EXPECT_THROW(export_csv(reader, {}, out), sim::StorageError);
  EXPECT_THROW(export_json(reader, {}, out), sim::StorageError);
}

}  // namespace
}  // namespace skillscale::output
