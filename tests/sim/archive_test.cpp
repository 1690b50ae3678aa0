#include "sim/archive.h"

#include <gtest/gtest.h>

#include <array>

namespace skillscale::sim {
namespace {

struct Leaf {
  std::int16_t small = 0;
  std::vector<float> list;
};
template <Is<Leaf> T, class V>
void fields(T& leaf, V&& visit) {
  visit("small", leaf.small), visit("list", leaf.list);
}

struct Tree {
  bool is_green = false;
  Key key;
  std::array<double, 2> pair{};
  std::deque<Leaf> leaves;
  std::vector<std::int64_t> fixed;
  ThresholdQueue queue;
  Digest digest;
};
template <Is<Tree> T, class V>
void fields(T& tree, V&& visit) {
  visit("is_green", tree.is_green), visit("key", tree.key), visit("pair", tree.pair);
  visit("leaves", tree.leaves), visit.given("fixed", tree.fixed), visit("queue", tree.queue);
  visit("digest", tree.digest);
}

Tree sample() {
  Tree tree{true,        Key{0xFFFFFFFFFFFFFFF1U},
            {0.1, -0.0}, {},
            {4, 5},      ThresholdQueue(sort_pool({{1, 0}, {2, 1}})),
            {}};
  tree.leaves.push_back({-3, {1.5F}});
  tree.leaves.push_back({7, {}});
  tree.leaves.push_back({8, {2, 3, 4}});
  std::vector<PoolEntry> out;
  tree.queue.add({9, 12});
  tree.queue.add({1.25F, 11});
  tree.queue.pop_until(1.0, out);
  tree.digest.add(5);
  return tree;
}

Archive saved(const Tree& tree) {
  Archive archive;
  save(tree, "tree", archive);
  return archive;
}

TEST(Archive, RestoresEveryKindOfMember) {
  const Tree tree = sample();
  const Archive archive = saved(tree);
  Tree other = sample();
  other.is_green = false;
  other.leaves.clear();
  other.fixed = {0, 0};
  other.digest.add(1);
  ASSERT_EQ(restore(other, "tree", archive), "");
  EXPECT_TRUE(other.is_green);
  EXPECT_EQ(other.key, tree.key);
  EXPECT_EQ(other.leaves[2].list, (std::vector<float>{2, 3, 4}));
  EXPECT_EQ(other.fixed, tree.fixed);
  EXPECT_EQ(other.digest.value(), tree.digest.value());
  EXPECT_EQ(saved(other), archive);
}

TEST(Archive, OneArrayHoldsAMemberOfAllElements) {
  const Archive archive = saved(sample());
  const auto* small = find(archive, "tree.leaves.small");
  ASSERT_NE(small, nullptr);
  EXPECT_EQ(length(*small), 3U);
  EXPECT_EQ(element_text(*small, 0), "-3");
  EXPECT_EQ(element(*find(archive, "tree.leaves.list.count"), 2), 3);
  EXPECT_EQ(find(archive, "tree.leaves.large"), nullptr);
}

TEST(Archive, ReadsBackFromBytes) {
  const Archive archive = saved(sample());
  Archive read;
  ASSERT_TRUE(decode(encode(archive), read));
  EXPECT_EQ(read, archive);
}

TEST(Archive, WhatIsCutShortIsNoArchive) {
  const auto bytes = encode(saved(sample()));
  Archive read;
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decode(std::span(bytes).first(size), read)) << size;
}

TEST(Archive, AnotherLengthOfAGivenContainerIsTold) {
  Tree other = sample();
  other.fixed.push_back(1);
  EXPECT_EQ(restore(other, "tree", saved(sample())), "tree.fixed has 2 entries, not 3");
}

TEST(Archive, AnotherTypeIsTold) {
  auto archive = saved(sample());
  for (auto& array : archive) {
    if (array.name == "tree.leaves.small") array.type = ElementType::Float32;
  }
  Tree other = sample();
  EXPECT_EQ(restore(other, "tree", archive), "tree.leaves.small has another type of numbers");
}

}  // namespace
}  // namespace skillscale::sim
