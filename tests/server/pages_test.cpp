#include "viz/server/pages.h"

#include <gmock/gmock.h>

#include "sim/error.h"

namespace skillscale::server {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Pages, EachRunsItsOwnScriptAndNothingElse) {
  for (const auto page : {home_page(), room_page(), wall_page()}) {
    const auto policy = policy_of(page);
    EXPECT_THAT(policy, StartsWith("default-src 'none'; script-src 'sha256-"));
    EXPECT_THAT(policy, HasSubstr("connect-src 'self'"));
    EXPECT_THAT(policy, HasSubstr("frame-ancestors 'none'"));
    EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
    EXPECT_THAT(policy, Not(HasSubstr("http")));
  }
}

TEST(Pages, AskNobodyElseForAnything) {
  for (const auto page : {home_page(), room_page(), wall_page()}) {
    for (const auto* word : {"src=\"", "<link rel=\"stylesheet", "@import", "url(http"})
      EXPECT_THAT(std::string(page), Not(HasSubstr(word)));
  }
}

TEST(Pages, TheOneThatOpensFilesLetsItsOwnReaderWorkAndAsksForNothing) {
  const auto page = viewer_page();
  if (page.empty()) GTEST_SKIP() << "built without WebAssembly";
  EXPECT_THAT(policy_of(page), HasSubstr("worker-src 'self'; "));
  EXPECT_THAT(policy_of(page), Not(HasSubstr("connect-src")));
  EXPECT_THAT(policy_of(page), Not(HasSubstr("unsafe")));
  EXPECT_THAT(std::string(file_reader()), StartsWith("\x1f\x8b"));
}

TEST(Pages, TheOneForPhonesIsSmall) { EXPECT_LT(room_page().size(), 100'000U); }

TEST(Pages, WithoutAPolicyIsADefect) {
  EXPECT_THROW(policy_of("<html></html>"), sim::BugError);
  EXPECT_THROW(policy_of("http-equiv=\"Content-Security-Policy\" content=\"cut"), sim::BugError);
}

}  // namespace
}  // namespace skillscale::server
