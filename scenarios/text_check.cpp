#include "scenarios/text_check.h"

#include "scenarios/utf8.h"

namespace skillscale::scenarios {
namespace {

Place place_at(std::string_view text, std::size_t at, const Place& file) {
  Place place = file;
  const auto before = text.substr(0, at);
  place.line = 1;
  for (char letter : before) place.line += letter == '\n' ? 1 : 0;
  const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  place.column = character_count(text.substr(line_start), at - line_start) + 1;
  return place;
}

bool is_forbidden_control(std::string_view text, std::size_t at) {
  const auto code = static_cast<unsigned char>(text[at]);
  if (code == '\r') return at + 1 >= text.size() || text[at + 1] != '\n';
  return (code < 0x20 && code != '\n' && code != '\t') || code == 0x7F;
}

bool is_indentation(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at == 0 || text[at - 1] == '\n';
}

bool report(Faults& faults, Place place, std::string problem, std::string allowed,
            std::string next) {
  faults.add({std::move(place), "", std::move(problem), std::move(allowed), std::move(next)});
  return false;
}

bool check_tabs(std::string_view text, const Place& file, Faults& faults) {
  for (auto at = text.find('\t'); at != std::string_view::npos; at = text.find('\t', at + 1)) {
    if (!is_indentation(text, at)) continue;
    return report(faults, place_at(text, at, file), "a tab stands in the indentation",
                  "blanks only", "replace tabs by two blanks each");
  }
  return true;
}

}  // namespace

bool is_clean_text(std::string_view text, const Place& file, Faults& faults) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    if (length == 0) {
      return report(faults, place_at(text, at, file), "the text is not UTF-8", "text in UTF-8",
                    "save the file as UTF-8; is it a scenario at all?");
    }
    if (length == 1 && is_forbidden_control(text, at)) {
      return report(faults, place_at(text, at, file), "a control character stands in the text",
                    "printable text in UTF-8",
                    "delete the character; is the file a scenario at all?");
    }
    at += length;
  }
  return check_tabs(text, file, faults);
}

std::string control_character(std::string_view value) {
  for (std::size_t at = 0; at < value.size(); ++at) {
    auto code = static_cast<unsigned>(static_cast<unsigned char>(value[at]));
    // The second set of controls, U+0080 to U+009F, takes two bytes.
    if (code == 0xC2U && at + 1 < value.size())
      code = static_cast<unsigned>(static_cast<unsigned char>(value[at + 1]));
    else if (code >= 0x80U)
      continue;
    const bool is_control = code < 0x20U || (code >= 0x7FU && code < 0xA0U);
    if (!is_control || code == '\n' || code == '\t') continue;
    constexpr std::string_view digits = "0123456789ABCDEF";
    return std::string("U+00") + digits[code / 16] + digits[code % 16];
  }
  return "";
}

}  // namespace skillscale::scenarios
