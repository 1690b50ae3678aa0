#include "viz/server/pages.h"

#include "sim/error.h"

namespace skillscale::server {

std::string policy_of(std::string_view page) {
  constexpr std::string_view mark = "http-equiv=\"Content-Security-Policy\" content=\"";
  const auto begin = page.find(mark);
  const auto end = begin == page.npos ? begin : page.find('"', begin + mark.size());
  if (end == page.npos) throw sim::BugError("a page has no Content-Security-Policy");
  return std::string(page.substr(begin + mark.size(), end - begin - mark.size())) +
         "; frame-ancestors 'none'";
}

}  // namespace skillscale::server
