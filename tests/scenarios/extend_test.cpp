#include "scenarios/extend.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/emit_yaml.h"
#include "tests/scenarios/small_language.h"

namespace skillscale::scenarios {
namespace {

using ::testing::HasSubstr;

Node parsed(std::string_view text) {
  Faults faults;
  auto node = parse_document(text, "a.yaml", faults);
  EXPECT_TRUE(faults.empty()) << faults.text();
  return node.value_or(Node{});
}

std::string merged(std::string_view base, std::string_view over) {
  return emit_yaml(merge(parsed(base), parsed(over)), false);
}

TEST(Merge, MapsMergeListsReplaceNullRemoves) {
  EXPECT_EQ(merged("a: {x: 1, y: 2}\nl: [1, 2]\nz: 3\n", "a: {y: 5, w: 6}\nl: [7]\nz: null\n"),
            "a:\n  x: 1\n  y: 5\n  w: 6\nl: [7]\n");
}

TEST(Merge, NullsThatRemoveNothingVanish) {
  EXPECT_EQ(merged("a: 1\n", "b: null\nc: {d: null, e: 1}\n"), "a: 1\nc:\n  e: 1\n");
}

TEST(Merge, AScalarReplacesAMapAndTheOtherWayRound) {
  EXPECT_EQ(merged("a: {value: 3, low: 1}\nb: 2\n", "a: 4\nb: {value: 5}\n"),
            "a: 4\nb:\n  value: 5\n");
}

TEST(Merge, WithNothingChangesNothing) {
  const std::string text = "a:\n  x: 1\nb: [1, 2]\n";
  EXPECT_EQ(merged(text, "{}"), text);
  EXPECT_EQ(merged("{}", text), text);
  EXPECT_EQ(merged(text, text), text);
}

TEST(Extends, AChainOfThreeKeepsThePlaceOfEveryValue) {
  const testing::Folder folder;
  folder.write("lib/base/root.yaml", "schema: 1\nname: Root\na: {x: 1, y: 2, z: 3}\n");
  folder.write("lib/base/middle.yaml", "schema: 1\nextends: root.yaml\na: {y: 20}\n");
  const auto file =
      folder.write("mine.yaml", "schema: 1\nextends: base/middle.yaml\n\na: {z: 300}\n");
  std::vector<SourceFile> files;
  Faults faults;
  const auto document = read_chain(file, folder.path() / "lib", files, faults);
  ASSERT_TRUE(document) << faults.text();
  const Node* a = document->root.find("a");
  EXPECT_THAT(to_text(a->find("x")->place), HasSubstr("root.yaml:3:8"));
  EXPECT_THAT(to_text(a->find("y")->place), HasSubstr("middle.yaml:3:8"));
  EXPECT_THAT(to_text(a->find("z")->place), HasSubstr("mine.yaml:4:8"));
  EXPECT_EQ(document->root.find("extends"), nullptr);
  ASSERT_EQ(files.size(), 3U);
  EXPECT_THAT(files[2].text, HasSubstr("name: Root"));
  ASSERT_EQ(document->layers.size(), 3U);
  EXPECT_EQ(document->layers[2].effective.find("a")->find("y")->text, "2");
}

TEST(Extends, OfAListLaterFilesWinAndASharedOneComesOnceBeforeAll) {
  const testing::Folder folder;
  folder.write("root.yaml", "schema: 1\nname: Root\na: {x: 1, y: 1, z: 1, w: 1}\n");
  folder.write("left.yaml", "schema: 1\ncorridor: L\nextends: root.yaml\na: {x: 2, y: 2}\n");
  folder.write("right.yaml", "schema: 1\nextends: [root.yaml]\na: {y: 3, z: 3}\n");
  const auto file =
      folder.write("mine.yaml", "schema: 1\nextends: [left.yaml, right.yaml]\na: {z: 4}\n");
  std::vector<SourceFile> files;
  Faults faults;
  const auto document = read_chain(file, {}, files, faults);
  ASSERT_TRUE(document) << faults.text();
  EXPECT_EQ(emit_yaml(*document->root.find("a"), false), "x: 2\ny: 3\nz: 4\nw: 1\n");
  EXPECT_EQ(files.size(), 4U);
  ASSERT_EQ(document->layers.size(), 4U);
  EXPECT_THAT(document->layers[1].file, HasSubstr("right.yaml"));
  EXPECT_TRUE(document->layers[2].states_corridor);
  EXPECT_EQ(document->layers[2].effective.find("a")->find("z")->text, "1");
}

TEST(Extends, ACircleThroughTheSecondOfAListIsFound) {
  const testing::Folder folder;
  folder.write("root.yaml", "schema: 1\n");
  folder.write("other.yaml", "schema: 1\nextends: mine.yaml\n");
  const auto file = folder.write("mine.yaml", "schema: 1\nextends: [root.yaml, other.yaml]\n");
  std::vector<SourceFile> files;
  Faults faults;
  EXPECT_FALSE(read_chain(file, {}, files, faults));
  EXPECT_THAT(faults.text(), HasSubstr("other.yaml:2:10: extends goes in a circle"));
}

TEST(Extends, TheOwnFolderComesBeforeTheLibrary) {
  const testing::Folder folder;
  folder.write("lib/base.yaml", "schema: 1\nname: Library\n");
  folder.write("base.yaml", "schema: 1\nname: Own\n");
  const auto file = folder.write("mine.yaml", "schema: 1\nextends: base.yaml\n");
  std::vector<SourceFile> files;
  Faults faults;
  const auto document = read_chain(file, folder.path() / "lib", files, faults);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->root.find("name")->text, "Own");
}

TEST(Extends, AFileThatExtendsItselfIsACycle) {
  const testing::Folder folder;
  const auto file = folder.write("mine.yaml", "schema: 1\nextends: ./mine.yaml\n");
  std::vector<SourceFile> files;
  Faults faults;
  EXPECT_FALSE(read_chain(file, {}, files, faults));
  EXPECT_THAT(faults.text(), HasSubstr("mine.yaml:2:10: extends goes in a circle"));
}

TEST(Extends, AFileThatIsNotThereHasANearOneInTheLibrary) {
  const testing::Folder folder;
  folder.write("lib/base/germany.yaml", "schema: 1\n");
  folder.write("lib/package/no_partnerships.yaml", "schema: 1\n");
  folder.write("lib/hello.yaml", "schema: 1\n");
  const auto told = [&](const std::string& name) {
    std::vector<SourceFile> files;
    Faults faults;
    const auto file = folder.write("mine.yaml", "schema: 1\nextends: " + name + "\n");
    EXPECT_FALSE(read_chain(file, folder.path() / "lib", files, faults));
    return faults.text();
  };
  EXPECT_THAT(told("germany.yaml"),
              HasSubstr("next: did you mean base/germany.yaml? It was looked for "));
  EXPECT_THAT(told("base/germany"), HasSubstr("did you mean base/germany.yaml?"));
  EXPECT_THAT(told("base/no_partnerships.yaml"),
              HasSubstr("did you mean package/no_partnerships.yaml?"));
  EXPECT_THAT(told("helo.yaml"), HasSubstr("did you mean hello.yaml?"));
  EXPECT_THAT(told("something_else_entirely.yaml"), HasSubstr("next: looked for "));
}

TEST(Extends, ALongChainIsRefused) {
  const testing::Folder folder;
  for (int at = 0; at < 40; ++at) {
    folder.write("f" + std::to_string(at) + ".yaml",
                 "schema: 1\nextends: f" + std::to_string(at + 1) + ".yaml\n");
  }
  folder.write("f40.yaml", "schema: 1\n");
  std::vector<SourceFile> files;
  Faults faults;
  EXPECT_FALSE(read_chain(folder.path() / "f0.yaml", {}, files, faults));
  EXPECT_THAT(faults.text(), HasSubstr("makes too long a chain"));
}

}  // namespace
}  // namespace skillscale::scenarios
