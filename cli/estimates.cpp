#include "cli/estimates.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace skillscale::cli {
namespace {

struct Count {
  int estimates = 0;
  int all = 0;
};

bool is_number(const models::ParameterDecl& row) {
  return row.kind == models::ValueKind::Real || row.kind == models::ValueKind::Whole;
}

std::map<std::string, Count> count_by_section(const scenarios::Bound& bound) {
  std::map<std::string, Count> counts;
  for (const auto& value : bound.values) {
    if (!is_number(*value.decl) || value.confidence == "definition") continue;
    auto& count = counts[value.path.substr(0, value.path.find('.'))];
    ++count.all;
    if (value.confidence != "high" && value.confidence != "medium") ++count.estimates;
  }
  return counts;
}

}  // namespace

std::string estimates_text(const scenarios::Bound& bound) {
  const auto counts = count_by_section(bound);
  Count total;
  std::vector<std::pair<std::string, Count>> sections(counts.begin(), counts.end());
  for (const auto& [name, count] : sections) {
    total.estimates += count.estimates;
    total.all += count.all;
  }
  if (total.estimates == 0) return "";
  std::stable_sort(sections.begin(), sections.end(), [](const auto& left, const auto& right) {
    return left.second.estimates > right.second.estimates;
  });
  std::string most;
  for (std::size_t at = 0; at < std::min<std::size_t>(3, sections.size()); ++at) {
    const auto& [name, count] = sections[at];
    if (count.estimates == 0) break;
    most +=
        fmt::format("{}{} {} of {}", most.empty() ? "" : ", ", name, count.estimates, count.all);
  }
  return fmt::format(
      "Rests on estimates: {} of {} numbers have no source of their own\n  (most in {}).\n",
      total.estimates, total.all, most);
}

}  // namespace skillscale::cli
