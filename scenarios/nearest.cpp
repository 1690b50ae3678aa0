#include "scenarios/nearest.h"

#include <algorithm>

namespace skillscale::scenarios {

int edit_distance(std::string_view left, std::string_view right) {
  const std::size_t width = right.size() + 1;
  std::vector<int> before(width), above(width), row(width);
  for (std::size_t column = 0; column < width; ++column) above[column] = static_cast<int>(column);
  for (std::size_t at = 1; at <= left.size(); ++at) {
    row[0] = static_cast<int>(at);
    for (std::size_t column = 1; column < width; ++column) {
      const int replaced = above[column - 1] + (left[at - 1] == right[column - 1] ? 0 : 1);
      row[column] = std::min({above[column] + 1, row[column - 1] + 1, replaced});
      const bool is_swap = at > 1 && column > 1 && left[at - 1] == right[column - 2] &&
                           left[at - 2] == right[column - 1];
      if (is_swap) row[column] = std::min(row[column], before[column - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[width - 1];
}

std::string nearest_name(std::string_view word, std::span<const std::string_view> names) {
  constexpr std::size_t longest = 80;
  if (word.size() > longest) return "";
  std::string_view best;
  int least = std::max<int>(1, static_cast<int>(word.size()) / 2) + 1;
  for (const auto name : names) {
    const auto difference =
        name.size() > word.size() ? name.size() - word.size() : word.size() - name.size();
    if (difference >= static_cast<std::size_t>(least)) continue;
    const int distance = edit_distance(word, name);
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return std::string(best);
}

std::string nearest_name(std::string_view word, const std::vector<std::string>& names) {
  const std::vector<std::string_view> views(names.begin(), names.end());
  return nearest_name(word, views);
}

std::string name_list(std::span<const std::string_view> names, std::size_t most) {
  std::string list;
  for (std::size_t at = 0; at < std::min(most, names.size()); ++at) {
    list += (at == 0 ? "" : ", ") + std::string(names[at]);
  }
  if (names.size() > most) list += " and " + std::to_string(names.size() - most) + " more";
  return list;
}

}  // namespace skillscale::scenarios
