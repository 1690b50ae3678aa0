#include "viz/report/write_page.h"

#include <fstream>

#include "output/temporary_file.h"
#include "sim/error.h"
#include "viz/report/file_extract.h"
#include "viz/report/page_template.h"

namespace skillscale::report {
namespace {

constexpr std::string_view result_mark = "{{result}}", live_mark = "{{live}}",
                           analyses_mark = "{{analyses}}";

/// Where the mark stands, which it must do once.
std::size_t place_of(std::string_view mark, std::string_view page) {
  const auto at = page.find(mark);
  if (at == page.npos || page.find(mark, at + 1) != page.npos)
    throw sim::BugError("the page template must hold " + std::string(mark) + " exactly once");
  return at;
}

void write_text(const std::filesystem::path& path, const std::filesystem::path& shown,
                std::initializer_list<std::string_view> parts) {
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  for (const auto part : parts)
    stream.write(part.data(), static_cast<std::streamsize>(part.size()));
  stream.close();
  if (!stream) {
    throw sim::StorageError(shown.string() +
                            ": cannot be written\n  next: check the disk's free space and rights");
  }
}

}  // namespace

std::string script_safe(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char letter : json) {
    if (letter == '<') {
      safe += "\\u003c";
    } else {
      safe += letter;
    }
  }
  return safe;
}

void write_page(const std::filesystem::path& html, std::string_view extract, std::string_view live,
                std::string_view analyses) {
  const auto page = page_template();
  const auto at = place_of(result_mark, page), analyses_at = place_of(analyses_mark, page),
             live_at = place_of(live_mark, page);
  if (analyses_at < at || live_at < analyses_at)
    throw sim::BugError("the page template holds its marks in another order");
  const auto json = script_safe(extract);
  const auto analyses_json = script_safe(analyses.empty() ? "[]" : analyses);
  const auto live_json = script_safe(live.empty() ? "null" : live);
  const auto behind = at + result_mark.size(), behind_analyses = analyses_at + analyses_mark.size();
  output::TemporaryFile file(html);
  write_text(file.path(), html,
             {page.substr(0, at), json, page.substr(behind, analyses_at - behind), analyses_json,
              page.substr(behind_analyses, live_at - behind_analyses), live_json,
              page.substr(live_at + live_mark.size())});
  file.commit();
}

void write_page(const std::filesystem::path& html, const output::ResultReader& result,
                std::string_view live, std::string_view analyses) {
  write_page(html, file_extract(result), live, analyses);
}

}  // namespace skillscale::report
