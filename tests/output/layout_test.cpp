#include "output/layout.h"

#include <gmock/gmock.h>

#include "sim/error.h"
#include "tests/output/sample.h"

namespace skillscale::output {
namespace {

TEST(Layout, CountsCellsAndValues) {
  const Layout layout = sample_layout();
  EXPECT_EQ(cell_count(layout, layout.variables[0]), 6U);
  EXPECT_EQ(value_count(layout, layout.variables[0]), 84U);
  EXPECT_EQ(value_count(layout, layout.variables[2]), 2U);
  EXPECT_EQ(value_count(layout, layout.variables[3]), 1U);
}

TEST(Layout, RefusesWhatNoFileCouldHold) {
  const std::vector<std::pair<std::string, void (*)(Layout&)>> faults{
      {"months", [](Layout& layout) { layout.months = 0; }},
      {"start_month", [](Layout& layout) { layout.start_month = 13; }},
      {"no world", [](Layout& layout) { layout.worlds.clear(); }},
      {"quantile", [](Layout& layout) { layout.quantiles = {1.5}; }},
      {"ascend",
       [](Layout& layout) {
         layout.quantiles = {0.5, 0.1};
       }},
      {"used twice", [](Layout& layout) { layout.axes[0].name = "month"; }},
      {"used twice", [](Layout& layout) { layout.variables[1].name = "persons_quantile"; }},
      {"is not a letter", [](Layout& layout) { layout.variables[1].name = "net gain"; }},
      {"no axis", [](Layout& layout) { layout.variables[1].axes = {"land"}; }},
      {"twice",
       [](Layout& layout) {
         layout.variables[1].axes = {"origin", "origin"};
       }},
      {"units", [](Layout& layout) { layout.variables[1].units.clear(); }},
      {"description", [](Layout& layout) { layout.variables[1].description.clear(); }}};
  for (const auto& [word, spoil] : faults) {
    SCOPED_TRACE(word);
    Layout layout = sample_layout();
    spoil(layout);
    EXPECT_THAT(fault_of<sim::BugError>([&] { check_layout(layout); }), testing::HasSubstr(word));
  }
}

}  // namespace
}  // namespace skillscale::output
