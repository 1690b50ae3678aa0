#include "scenarios/type_letters.h"

#include "models/vocabulary.h"

namespace skillscale::scenarios {

std::string_view type_of_letter(std::string_view letter) {
  // In the order of the types; going alone has no letter.
  constexpr std::string_view letters = "ABCDP";
  const auto at = letter.size() == 1 ? letters.find(letter) : std::string_view::npos;
  return at == std::string_view::npos ? std::string_view() : models::partnership_type_names[at];
}

}  // namespace skillscale::scenarios
