// The known name nearest to a misspelt one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace skillscale::scenarios {

/// Edits (insert, delete, replace, swap of neighbours) between two words.
int edit_distance(std::string_view left, std::string_view right);

/// Nearest of `names`, or empty if none is close (more than half of the letters differ).
std::string nearest_name(std::string_view word, std::span<const std::string_view> names);
std::string nearest_name(std::string_view word, const std::vector<std::string>& names);

/// "a, b, c" with at most `most` names and the count of the rest.
std::string name_list(std::span<const std::string_view> names, std::size_t most = 12);

}  // namespace skillscale::scenarios
