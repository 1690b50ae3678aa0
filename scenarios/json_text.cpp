#include "scenarios/json_text.h"

#include <array>
#include <charconv>

#include "scenarios/utf8.h"

namespace skillscale::scenarios {
namespace {

void append_escaped(std::string& out, char letter) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(letter);
  switch (letter) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  if (code >= 0x20) {
    out += letter;
    return;
  }
  out += "\\u00";
  out += hex[code >> 4U];
  out += hex[code & 15U];
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    if (length == 0) {
      out += "\xEF\xBF\xBD";
      ++at;
    } else if (length == 1) {
      append_escaped(out, text[at++]);
    } else {
      out += text.substr(at, length);
      at += length;
    }
  }
  return out + "\"";
}

std::string number_text(double value) {
  std::array<char, 64> buffer{};
  const double magnitude = value < 0 ? -value : value;
  const bool is_plain = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e9);
  const auto format = is_plain ? std::chars_format::fixed : std::chars_format::general;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format).ptr;
  std::string text(buffer.data(), end);
  if (const auto at = text.find("e+0"); at != std::string::npos) text.erase(at + 1, 2);
  return text;
}

std::string rounded_text(double value) {
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::general, 6)
                       .ptr;
  double rounded = value;
  std::from_chars(buffer.data(), end, rounded);
  return number_text(rounded);
}

}  // namespace skillscale::scenarios
