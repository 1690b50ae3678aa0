#include "version.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skillscale {
namespace {

TEST(Version, IsTheProjectsOwn) { EXPECT_EQ(version(), SKILLSCALE_PROJECT_VERSION); }

TEST(GitId, IsACommitIdOrSaysThatItIsUnknown) {
  const std::string id(git_id());
  if (id != "unknown") {
    // POSIX expressions of GoogleTest: 12 hex digits or more, the commit perhaps named by a tag.
    EXPECT_THAT(id, testing::ContainsRegex("[0-9a-f]{12,40}(-dirty)?$"));
  }
}

}  // namespace
}  // namespace skillscale
