#include "experiments/sweep/line_difference.h"

#include <algorithm>
#include <vector>

namespace skillscale::experiments::sweep {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// More lines than this say no more.
constexpr std::size_t most_lines = 12;

void add(std::string& text, const char* mark, const std::vector<std::string_view>& lines,
         std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < std::min(to, from + most_lines); ++at)
    text += std::string("  ") + mark + " " + std::string(lines[at]) + "\n";
  if (to > from + most_lines)
    text += std::string("  ") + mark + " ... " + std::to_string(to - from - most_lines) +
            " more lines\n";
}

}  // namespace

std::string line_difference(std::string_view name, std::string_view before,
                            std::string_view after) {
  if (before == after) return "";
  const auto old_lines = lines_of(before), new_lines = lines_of(after);
  const auto shorter = std::min(old_lines.size(), new_lines.size());
  std::size_t first = 0, last = 0;
  while (first < shorter && old_lines[first] == new_lines[first]) ++first;
  while (last < shorter - first &&
         old_lines[old_lines.size() - 1 - last] == new_lines[new_lines.size() - 1 - last])
    ++last;
  std::string text = std::string(name) + ":" + std::to_string(first + 1) + "\n";
  add(text, "-", old_lines, first, old_lines.size() - last);
  add(text, "+", new_lines, first, new_lines.size() - last);
  return text;
}

}  // namespace skillscale::experiments::sweep
