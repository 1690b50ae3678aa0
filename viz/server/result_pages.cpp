#include "viz/server/result_pages.h"

#include <algorithm>
#include <system_error>

#include "output/result_file.h"
#include "viz/report/write_page.h"

namespace skillscale::server {

std::filesystem::path ResultPages::page_of(const Entry& entry) {
  std::error_code error;
  const auto written = std::filesystem::last_write_time(entry.path, error);
  const auto known = std::find_if(pages_.begin(), pages_.end(), [&](const Page& page) {
    return page.id == entry.id && page.written == written;
  });
  if (known != pages_.end()) return known->path;
  auto path = folder_ / ("result-" + std::to_string(++last_) + ".html");
  report::write_page(path, output::ResultReader(entry.path));
  if (pages_.size() >= most_kept) {
    std::filesystem::remove(pages_.front().path, error);
    pages_.pop_front();
  }
  pages_.push_back({entry.id, path, written});
  return path;
}

}  // namespace skillscale::server
