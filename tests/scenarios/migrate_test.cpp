#include "scenarios/migrate.h"

#include <gtest/gtest.h>

namespace skillscale::scenarios {
namespace {

constexpr FormerKey rows[] = {
    {"land.{land}.old", "fresh", "a better word"},
    {"land.{land}.gone", "", "nobody read it"},
    {"land.{land}.{trade}.gone", "", "nobody read it"},
};

std::string changed(std::string_view text) {
  Faults faults;
  const auto migration = migrate(text, "a.yaml", rows, faults);
  EXPECT_TRUE(faults.empty()) << faults.text();
  return migration ? migration->text : "";
}

TEST(Migrate, LeavesATextOfTodayAsItIs) {
  const std::string text = "# first\r\nschema: 1\n\nland: {A: {kept: \"gone: 1\"}}  # end";
  EXPECT_EQ(changed(text), text);
}

TEST(Migrate, TakesOutKeysAndKeepsCommentsAndLayout) {
  EXPECT_EQ(changed("land:\n"
                    "  # about A\n"
                    "  A:\n"
                    "    gone: {value: 3, note: \"a, b\"}  # goes with it\n"
                    "\n"
                    "    # about kept\n"
                    "    kept: 1\n"),
            "land:\n"
            "  # about A\n"
            "  A:\n"
            "\n"
            "    # about kept\n"
            "    kept: 1\n");
}

TEST(Migrate, TakesOutValuesOverSeveralLines) {
  EXPECT_EQ(changed("land:\n  A:\n    gone:\n    - 1\n    - 2\n    kept: 1\n"),
            "land:\n  A:\n    kept: 1\n");
  EXPECT_EQ(changed("land:\n  A:\n    kept: 1\n    gone: >\n      a text\n\n      with: colons\n"),
            "land:\n  A:\n    kept: 1\n");
  EXPECT_EQ(changed("land:\n  A:\n    gone: 1\n    kept: 2"), "land:\n  A:\n    kept: 2");
}

TEST(Migrate, TakesOutEntriesWithinBraces) {
  EXPECT_EQ(changed("land: {A: {gone: 1, kept: 2}}\n"), "land: {A: {kept: 2}}\n");
  EXPECT_EQ(changed("land: {A: {kept: 2, gone: 1}}\n"), "land: {A: {kept: 2}}\n");
  EXPECT_EQ(changed("land: {A: {kept: 2, \"gone\": [1, {a: '},'}], last: it's}}\n"),
            "land: {A: {kept: 2, last: it's}}\n");
  EXPECT_EQ(changed("land: {A: {kept: 2,\n  gone: 1  # a } here\n  }, B: {x: 1}}\n"),
            "land: {A: {kept: 2}, B: {x: 1}}\n");
}

TEST(Migrate, TakesOutAMapOfWhichNothingIsLeft) {
  EXPECT_EQ(changed("schema: 1\nland:\n  A:\n    gone: 1\n    care: {gone: 2}\n  B: {x: 1}\n"),
            "schema: 1\nland:\n  B: {x: 1}\n");
  EXPECT_EQ(changed("schema: 1\nland: {A: {gone: 1}}\nname: x\n"), "schema: 1\nname: x\n");
}

TEST(Migrate, Renames) {
  EXPECT_EQ(changed("land:\n  \u00c5: {\u00fc: 1, old: 2}\n  B:\n    'old': 3\n"),
            "land:\n  \u00c5: {\u00fc: 1, fresh: 2}\n  B:\n    fresh: 3\n");
}

TEST(Migrate, FindsKeysBelowOthersAndNamesEachInOrder) {
  Faults faults;
  const auto migration =
      migrate("packages:\n  p: {land: {A: {old: 1}}}\nland: {A: {gone: 1, x: 2}}\n", "a.yaml", rows,
              faults);
  ASSERT_TRUE(migration);
  ASSERT_EQ(migration->changes.size(), 2);
  EXPECT_EQ(migration->changes[0].path, "packages.p.land.A.old");
  EXPECT_EQ(migration->changes[1].path, "land.A.gone");
  EXPECT_EQ(to_text(migration->changes[1].place), "a.yaml:3:12");
}

TEST(Migrate, RefusesWhatItCannotReadOrChange) {
  for (const std::string_view text :
       {"land: {A: {gone: 1}", "a: 1\na: 2\n", "list:\n- land.A.gone: 1\n  x: 2\n"}) {
    Faults faults;
    EXPECT_FALSE(migrate(text, "a.yaml", rows, faults)) << text;
    EXPECT_FALSE(faults.empty()) << text;
  }
}

}  // namespace
}  // namespace skillscale::scenarios
