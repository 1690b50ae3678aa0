#include "cli/option_values.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <sstream>

#include "sim/error.h"

namespace skillscale::cli {
namespace {

[[noreturn]] void refuse(std::string_view option, const std::string& given,
                         const std::string& allowed) {
  throw sim::InputError(fmt::format(
      "{0} is {1}\n  allowed: {2}\n  next: give one of these; --help of the command says more",
      option, given, allowed));
}

}  // namespace

std::uint64_t whole(std::string_view option, const std::string& text, std::uint64_t standard,
                    double low, double high) {
  if (text.empty()) return standard;
  std::uint64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_good = read.ec == std::errc{} && read.ptr == text.data() + text.size() &&
                       static_cast<double>(value) >= low && static_cast<double>(value) <= high;
  if (!is_good) refuse(option, text, fmt::format("whole numbers, {:.0f} to {:.0f}", low, high));
  return value;
}

std::uint64_t whole(std::string_view option, const std::string& text, std::uint64_t standard,
                    std::string_view key) {
  for (const auto& known : scenarios::run_keys()) {
    if (known.path == key) return whole(option, text, standard, known.low, known.high);
  }
  throw sim::BugError("the scenario language has no key " + std::string(key));
}

int months_until(const std::string& until, const scenarios::RunSettings& run) {
  if (until.empty()) return run.months;
  constexpr int longest = 30000;
  const auto months = scenarios::months_since_start(until, run);
  if (!months || *months < 0 || *months >= longest) {
    refuse("--until", until,
           fmt::format("a month as YYYY-MM, from the first month {} on, at most {} months in all",
                       to_text(run.start), longest));
  }
  return *months + 1;
}

std::string shell_word(const std::string& word) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,+%@";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char letter : word) quoted += letter == '\'' ? "'\\''" : std::string(1, letter);
  return quoted + "'";
}

std::string sources_beside(const std::filesystem::path& library) {
  std::ifstream stream(library.parent_path() / "data" / "sources.csv", std::ios::binary);
  std::ostringstream text;
  if (stream) text << stream.rdbuf();
  return text.str();
}

}  // namespace skillscale::cli
