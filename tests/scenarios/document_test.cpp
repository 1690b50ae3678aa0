#include "scenarios/document.h"

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

std::string faults_of(std::string_view text) {
  Faults faults;
  parse_document(text, "a.yaml", faults);
  return faults.text();
}

TEST(Document, EveryValueKnowsItsLineAndColumn) {
  const Node root = parsed("a: 1\nb:\n  c: {d: 3 %/year, e: [x, y]}\n");
  const Node* c = root.find("b")->find("c");
  EXPECT_EQ(to_text(c->find("d")->place), "a.yaml:3:10");
  EXPECT_EQ(to_text(c->find("d")->key_place), "a.yaml:3:7");
  EXPECT_EQ(to_text(c->find("e")->children[1].place), "a.yaml:3:27");
  EXPECT_EQ(c->find("d")->text, "3 %/year");
}

TEST(Document, ColumnsCountCharactersNotBytes) {
  const Node root = parsed("{k\u00e4se: \u00fc, b: 2}\n");
  EXPECT_EQ(to_text(root.find("b")->place), "a.yaml:1:14");
}

TEST(Document, KeysKeepTheirOrder) {
  const Node root = parsed("z: 1\na: 2\nm: 3\n");
  ASSERT_EQ(root.children.size(), 3U);
  EXPECT_EQ(root.children[0].key, "z");
  EXPECT_EQ(root.children[2].key, "m");
}

TEST(Document, ExplicitNullIsKeptAndAMissingValueIsAFault) {
  EXPECT_EQ(parsed("a: null\n").find("a")->kind, NodeKind::Null);
  EXPECT_EQ(parsed("a: ~\nb: 1\n").find("a")->kind, NodeKind::Null);
  EXPECT_THAT(faults_of("a:\nb: 1\n"), HasSubstr("a.yaml:1:1: a has no value"));
}

TEST(Document, ByteOrderMarkAndWindowsLineEndsAreAccepted) {
  const Node root = parsed(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: 2\r\n");
  EXPECT_EQ(root.find("a")->text, "1");
  EXPECT_EQ(to_text(root.find("b")->place), "a.yaml:2:4");
}

TEST(Document, QuotedWordsAreText) {
  EXPECT_TRUE(parsed("a: 'null'\n").find("a")->is_quoted);
  EXPECT_EQ(parsed("a: \"nan\"\n").find("a")->text, "nan");
}

TEST(Document, SeveralFaultsAreFoundInOneReading) {
  const std::string text = faults_of("a: .nan\nb.c: 2\na: 1\nd: &x 3\ne: *x\nf: !tag 4\n");
  for (const char* part : {"a.yaml:1:4: a is .nan", "a.yaml:2:1: b.c is a key with a dot",
                           "a.yaml:3:1: a is given twice", "a.yaml:4:4: d has an anchor",
                           "a.yaml:5:4: e is an alias", "a.yaml:6:4: f has a tag"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

TEST(Document, NestingUpToTheLimitIsRead) {
  const auto nested = [](int depth) {
    return "a: " + std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']') + "\n";
  };
  EXPECT_EQ(faults_of(nested(deepest_nesting - 1)), "");
  EXPECT_THAT(faults_of(nested(deepest_nesting)), HasSubstr("is nested too deep"));
  EXPECT_THAT(faults_of(nested(200000)), HasSubstr("is nested too deep"));
}

TEST(Document, TooManyValuesAreRefused) {
  std::string text = "a: [";
  for (std::size_t at = 0; at <= most_nodes; ++at) text += "1,";
  EXPECT_THAT(faults_of(text + "]\n"), HasSubstr("is one value too many"));
}

TEST(EmitYaml, ReadsBackAsTheSameText) {
  const std::string text =
      "a: plain text\n"
      "b:\n"
      "  list: [1, two words, \"it's: so\", [3, {x: 4}]]\n"
      "  empty: {}\n"
      "  none: []\n"
      "c: \"null\"\n"
      "d: \"- x\"\n"
      "e: \"tab\\there\"\n"
      "\"f: g\": \"\u00fc\"\n";
  const std::string once = emit_yaml(parsed(text), false);
  EXPECT_EQ(once, text);
  EXPECT_EQ(emit_yaml(parsed(once), false), once);
}

TEST(EmitYaml, NamesThePlaceOfEveryValue) {
  EXPECT_EQ(emit_yaml(parsed("a:\n  b: 1\nc: [x]\n"), true),
            "a:\n  b: 1  # a.yaml:2\nc: [x]  # a.yaml:3\n");
}

}  // namespace
}  // namespace skillscale::scenarios
