#include "scenarios/units.h"

#include <algorithm>
#include <vector>

#include "scenarios/nearest.h"
#include "scenarios/number.h"
#include "scenarios/unit_words.h"
#include "sim/math.h"

namespace skillscale::scenarios {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

UnitReading refuse(std::string problem, std::string next) {
  return {std::nullopt, std::move(problem), std::move(next)};
}

/// Words and the signs between them: "EUR/person per month" is EUR / person / month.
std::vector<std::string_view> split_unit(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '*') {
      ++at;
    } else if (text[at] == '/') {
      words.push_back(text.substr(at++, 1));
    } else {
      const auto end = std::min(text.find_first_of(" */", at), text.size());
      words.push_back(text.substr(at, end - at));
      at = end;
    }
  }
  return words;
}

UnitReading unknown_word(std::string_view word) {
  if (is_foreign_currency(word)) {
    return refuse(
        "is in " + std::string(word) + ", a currency that the model does not have",
        "give EUR of 2024, converted at the rate of the source's year, and say so in note");
  }
  const auto near = nearest_name(word, unit_words());
  return refuse("has the unit \"" + std::string(word) + "\", which is not known",
                near.empty() ? "units are words such as month, EUR, persons, cases, %"
                             : "did you mean " + near + "?");
}

void multiply(Unit& unit, const UnitWord& word, int sign) {
  unit.scale *= sign > 0 ? word.scale : 1 / word.scale;
  if (!word.base) return;
  auto& exponent = unit.exponents[static_cast<std::size_t>(*word.base)];
  exponent = static_cast<signed char>(exponent + sign);
  if (*word.base == Base::Time) unit.month_scale = word.scale;
}

/// 1-(1-p)^(1/n) and (1+g)^(1/n)-1 over n canonical times.
std::optional<double> compound(double rate, double times, models::TimeKind kind) {
  const double sign = kind == models::TimeKind::Probability ? -1 : 1;
  if (1 + sign * rate < 0) return std::nullopt;
  // The C library's pow differs in the last bit between processors.
  return sign * sim::math::expm1(sim::math::log1p(sign * rate) / times);
}

/// "200000" of "200 000 persons" with its first number of `length`; nothing where no group of three
/// digits follows. 1000 is a unit word, of four.
std::optional<std::string> joined_by_blanks(std::string_view text, std::size_t length) {
  std::string joined(text.substr(0, length));
  auto rest = text.substr(length);
  const auto is_group = [](std::string_view group) {
    return group.size() == 3 && group.find_first_not_of("0123456789") == std::string_view::npos;
  };
  while (rest.starts_with(' ') && is_group(rest.substr(1, rest.find(' ', 1) - 1))) {
    joined += rest.substr(1, 3);
    rest.remove_prefix(4);
  }
  return joined.size() > length ? std::optional(joined) : std::nullopt;
}

bool is_monthly_by_name(const Unit& from, const Unit& canonical, models::TimeKind kind) {
  const bool compounds = kind == models::TimeKind::Probability || kind == models::TimeKind::Growth;
  return compounds && canonical.time() == 0 && from.time() == -1;
}

}  // namespace

UnitReading read_unit(std::string_view text) {
  Unit unit;
  int sign = 1;
  bool is_word_due = !text.starts_with('/');
  const auto words = split_unit(trimmed(text));
  if (words.empty() || words.size() > 12) return refuse("has no unit that can be read", "");
  for (const auto word : words) {
    if (word == "/" || word == "per") {
      if (is_word_due && sign < 0) break;
      sign = -1;
      is_word_due = true;
      continue;
    }
    const UnitWord* known = find_unit_word(word);
    if (known == nullptr) return unknown_word(word);
    multiply(unit, *known, sign);
    is_word_due = false;
  }
  if (is_word_due) return refuse("has a unit that ends in \"per\"", "say per what, as in %/year");
  return {unit, "", ""};
}

QuantityReading read_quantity(std::string_view text) {
  text = trimmed(text);
  auto number = read_number(text);
  if (!number.value) return {std::nullopt, std::move(number.problem), std::move(number.next)};
  if (const auto joined = joined_by_blanks(text, number.length)) {
    return {std::nullopt,
            "is \"" + std::string(text.substr(0, 60)) + "\", a number with blanks inside",
            "write " + *joined + " without a thousands separator"};
  }
  return {Quantity{*number.value, std::string(trimmed(text.substr(number.length)))}, "", ""};
}

std::optional<double> convert(double number, const Unit& from, const Unit& canonical,
                              models::TimeKind kind) {
  auto due = canonical.exponents;
  if (is_monthly_by_name(from, canonical, kind)) due[static_cast<std::size_t>(Base::Time)] = -1;
  if (from.exponents != due) return std::nullopt;
  const double linear = number * from.scale / canonical.scale;
  const bool compounds = kind == models::TimeKind::Probability || kind == models::TimeKind::Growth;
  if (!compounds || from.time() != -1) return linear;
  const double times = from.month_scale / canonical.month_scale;
  if (times == 1) return linear;
  return compound(linear * times, times, kind);
}

std::string describe(const Unit& unit) {
  std::string above;
  std::string below;
  for (std::size_t at = 0; at < base_count; ++at) {
    const auto base = static_cast<Base>(at);
    for (int times = 0; times < unit.exponents[at]; ++times) {
      above += (above.empty() ? "" : " x ") + base_word(base, true);
    }
    for (int times = 0; times > unit.exponents[at]; --times) {
      below += " per " + base_word(base, false);
    }
  }
  return (above.empty() ? "a share" : above) + below;
}

}  // namespace skillscale::scenarios
