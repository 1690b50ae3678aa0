#include "output/table_file.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>

#include "sim/error.h"

namespace skillscale::output {
namespace {

class TableFile : public ::testing::Test {
 protected:
  TableFile() {
    auto name = (std::filesystem::temp_directory_path() / "skillscale_XXXXXX").string();
    EXPECT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  ~TableFile() override { std::filesystem::remove_all(folder_); }

  static Table table() {
    Table table;
    table.attributes = {{"kind", "sample"}, {"digest", "abc"}};
    table.axes = {{"particle", "Particle", {}, 2}, {"parameter", "Parameter", {"a.b", "c"}, 0}};
    table.variables = {{"value",
                        "1",
                        "Value",
                        "As it is.",
                        {"particle", "parameter"},
                        {1, 2.5, std::nan(""), -0.0}}};
    table.words = {{"unit", "Unit", "parameter", {"EUR", "1/month"}}};
    table.texts = {{"yaml", "a: 1\n"}};
    return table;
  }
  std::filesystem::path file() const { return folder_ / "t.h5"; }

 private:
  std::filesystem::path folder_;
};

TEST_F(TableFile, GivesBackWhatWasWritten) {
  write_table(file(), table());
  const Table read = read_table(file(), "sample");
  EXPECT_EQ(read.attributes.at("digest"), "abc");
  EXPECT_EQ(read.axis("particle").size(), 2u);
  EXPECT_EQ(read.axis("parameter").labels, (std::vector<std::string>{"a.b", "c"}));
  const auto& value = read.variable("value");
  EXPECT_EQ(value.axes, (std::vector<std::string>{"particle", "parameter"}));
  EXPECT_EQ(value.values[1], 2.5);
  EXPECT_TRUE(std::isnan(value.values[2]));
  EXPECT_TRUE(std::signbit(value.values[3]));
  EXPECT_EQ(read.words_of("unit").texts[1], "1/month");
  EXPECT_EQ(read.words_of("unit").axis, "parameter");
  ASSERT_EQ(read.texts.size(), 1u);
  EXPECT_EQ(read.texts[0].second, "a: 1\n");
}

TEST_F(TableFile, OfAnotherKindOrDamagedIsRefused) {
  EXPECT_THROW(read_table(file(), "sample"), sim::InputError);
  write_table(file(), table());
  EXPECT_THROW(read_table(file(), "posterior"), sim::InputError);
  std::fstream bytes(file(), std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(700);
  bytes.put('\x55');
  bytes.put('\xaa');
  bytes.close();
  EXPECT_THROW(read_table(file(), "sample"), sim::StorageError);
}

}  // namespace
}  // namespace skillscale::output
