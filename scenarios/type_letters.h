// The letters by which the literature calls the types of partnership.
#pragma once

#include <string_view>

namespace skillscale::scenarios {

/// "recruit_and_bridge" for A; B, C, D and P (private agency) likewise. Empty for any other text.
std::string_view type_of_letter(std::string_view letter);

}  // namespace skillscale::scenarios
