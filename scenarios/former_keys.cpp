#include "scenarios/former_keys.h"

#include <algorithm>

namespace skillscale::scenarios {
namespace {

constexpr std::string_view never_acted = "no rule of the model read it";

constexpr FormerKey table[] = {
    {"migration.applicant_age", "", never_acted},
    {"origins.{origin}.who_listed", "",
     "the density of health workers and the index of coverage say it (health_density, "
     "coverage_index)"},
    {"origins.{origin}.{occupation}.female_share", "", never_acted},
};

/// Takes the last segment off a path.
std::string_view pop_segment(std::string_view& path) {
  const auto dot = path.rfind('.');
  const auto last = dot == std::string_view::npos ? path : path.substr(dot + 1);
  path = dot == std::string_view::npos ? std::string_view() : path.substr(0, dot);
  return last;
}

bool ends_like(std::string_view path, std::string_view pattern) {
  while (!pattern.empty()) {
    if (path.empty()) return false;
    const auto word = pop_segment(path), expected = pop_segment(pattern);
    if (!expected.starts_with('{') && word != expected) return false;
  }
  return true;
}

}  // namespace

std::span<const FormerKey> former_keys() { return table; }

const FormerKey* former_key(std::string_view path, std::span<const FormerKey> rows) {
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [&](const FormerKey& row) { return ends_like(path, row.path); });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace skillscale::scenarios
