// Numbers as the shortest text that reads back to the same value.
#pragma once

#include <string>

namespace skillscale::output {

/// "0.1", "3", "1e+300", "nan", "inf".
std::string number_text(double value);

}  // namespace skillscale::output
