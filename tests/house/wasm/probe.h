// The same calculation for the native and the WebAssembly build; one hash tells whether they agree.
#pragma once

#include <string>

namespace skillscale {

/// 32 hexadecimal digits over draws of every kind, quantiles, whole-month hazards and a largest
/// flow.
std::string kernel_hash();

}  // namespace skillscale
