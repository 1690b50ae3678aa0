// Identity of an effective document: equal text, equal identity.
#pragma once

#include <string>
#include <string_view>

namespace skillscale::scenarios {

/// 32 hexadecimal digits of a 128-bit hash of the bytes and their number.
std::string identity_of(std::string_view text);

}  // namespace skillscale::scenarios
