#include "scenarios/utf8.h"

#include <algorithm>

namespace skillscale::scenarios {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

bool continues(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

}  // namespace

std::size_t utf8_length(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  const unsigned second = byte_at(text, at + 1);
  if (at >= text.size()) return 0;
  if (first < 0x80U) return 1;
  if (first < 0xC2U || first > 0xF4U || !continues(second)) return 0;
  if (first < 0xE0U) return 2;
  if (!continues(byte_at(text, at + 2))) return 0;
  if (first < 0xF0U) {
    const bool overlong = first == 0xE0U && second < 0xA0U;
    const bool surrogate = first == 0xEDU && second >= 0xA0U;
    return overlong || surrogate ? 0 : 3;
  }
  const bool outside = (first == 0xF0U && second < 0x90U) || (first == 0xF4U && second >= 0x90U);
  return outside || !continues(byte_at(text, at + 3)) ? 0 : 4;
}

int character_count(std::string_view text, std::size_t bytes) {
  const auto part = text.substr(0, bytes);
  return static_cast<int>(std::count_if(part.begin(), part.end(), [](char byte) {
    return !continues(static_cast<unsigned char>(byte));
  }));
}

}  // namespace skillscale::scenarios
