#include "viz/server/qr_code.h"

#include <qrencode.h>

#include <cstddef>
#include <memory>

#include "sim/error.h"

namespace skillscale::server {

std::vector<std::string> qr_code(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  if (code == nullptr) {
    throw sim::InputError("the text does not fit into a QR code: " + std::to_string(text.size()) +
                          " bytes\n  allowed: 1 to 2331\n  next: give a shorter one");
  }
  const auto width = static_cast<std::size_t>(code->width);
  std::vector<std::string> rows(width, std::string(width, '0'));
  for (std::size_t y = 0; y < width; ++y) {
    for (std::size_t x = 0; x < width; ++x)
      if ((code->data[y * width + x] & 1U) != 0) rows[y][x] = '1';
  }
  return rows;
}

std::string qr_text(const std::vector<std::string>& rows) {
  const int width = static_cast<int>(rows.size()), quiet = 2;
  const auto is_dark = [&](int y, int x) {
    return y >= 0 && y < width && x >= 0 && x < width &&
           rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == '1';
  };
  std::string text;
  for (int y = -quiet; y < width + quiet; y += 2) {
    for (int x = -quiet; x < width + quiet; ++x) {
      const bool top = !is_dark(y, x), bottom = !is_dark(y + 1, x);
      text += top ? bottom ? "\u2588" : "\u2580" : bottom ? "\u2584" : " ";
    }
    text += "\n";
  }
  return text;
}

}  // namespace skillscale::server
