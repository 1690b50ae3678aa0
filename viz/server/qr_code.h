// A text as a QR code, for the projector and the terminal.
#pragma once

#include <string>
#include <vector>

namespace skillscale::server {

/// Rows of modules, '1' dark and '0' light, without the quiet zone around them. Error correction M.
///
/// @throws InputError  if the text is longer than a code holds
std::vector<std::string> qr_code(const std::string& text);

/// The code for a terminal with dark ground, two modules a line, quiet zone included.
std::string qr_text(const std::vector<std::string>& rows);

}  // namespace skillscale::server
