#include "scenarios/unit_words.h"

#include <algorithm>
#include <array>

namespace skillscale::scenarios {
namespace {

// A month is a twelfth of a Gregorian year of 365.2425 days.
constexpr double days_per_month = 365.2425 / 12;

constexpr std::array words{
    UnitWord{"1", 1, {}},
    UnitWord{"%", 0.01, {}},
    UnitWord{"percent", 0.01, {}},
    UnitWord{"share", 1, {}},
    UnitWord{"1000", 1000, {}},
    UnitWord{"thousand", 1e3, {}},
    UnitWord{"million", 1e6, {}},
    UnitWord{"billion", 1e9, {}},
    UnitWord{"day", 1 / days_per_month, Base::Time},
    UnitWord{"days", 1 / days_per_month, Base::Time},
    UnitWord{"week", 7 / days_per_month, Base::Time},
    UnitWord{"weeks", 7 / days_per_month, Base::Time},
    UnitWord{"month", 1, Base::Time},
    UnitWord{"months", 1, Base::Time},
    UnitWord{"quarter", 3, Base::Time},
    UnitWord{"quarters", 3, Base::Time},
    UnitWord{"year", 12, Base::Time},
    UnitWord{"years", 12, Base::Time},
    UnitWord{"EUR", 1, Base::Money},
    UnitWord{"euro", 1, Base::Money},
    UnitWord{"euros", 1, Base::Money},
    UnitWord{"cent", 0.01, Base::Money},
    UnitWord{"cents", 0.01, Base::Money},
    UnitWord{"kEUR", 1e3, Base::Money},
    UnitWord{"MEUR", 1e6, Base::Money},
    UnitWord{"km", 1, Base::Length},
    UnitWord{"person", 1, Base::Persons},
    UnitWord{"persons", 1, Base::Persons},
    UnitWord{"people", 1, Base::Persons},
    UnitWord{"migrant", 1, Base::Persons},
    UnitWord{"migrants", 1, Base::Persons},
    UnitWord{"worker", 1, Base::Persons},
    UnitWord{"workers", 1, Base::Persons},
    UnitWord{"graduate", 1, Base::Persons},
    UnitWord{"graduates", 1, Base::Persons},
    UnitWord{"case", 1, Base::Cases},
    UnitWord{"cases", 1, Base::Cases},
    UnitWord{"file", 1, Base::Cases},
    UnitWord{"files", 1, Base::Cases},
    UnitWord{"place", 1, Base::Places},
    UnitWord{"places", 1, Base::Places},
    UnitWord{"seat", 1, Base::Places},
    UnitWord{"seats", 1, Base::Places},
    UnitWord{"post", 1, Base::Posts},
    UnitWord{"posts", 1, Base::Posts},
    UnitWord{"vacancy", 1, Base::Posts},
    UnitWord{"vacancies", 1, Base::Posts},
    UnitWord{"establishment", 1, Base::Establishments},
    UnitWord{"establishments", 1, Base::Establishments},
    UnitWord{"employer", 1, Base::Establishments},
    UnitWord{"employers", 1, Base::Establishments},
    UnitWord{"partnership", 1, Base::Partnerships},
    UnitWord{"partnerships", 1, Base::Partnerships},
    UnitWord{"placement", 1, Base::Placements},
    UnitWord{"placements", 1, Base::Placements},
    UnitWord{"attempt", 1, Base::Attempts},
    UnitWord{"attempts", 1, Base::Attempts},
};

constexpr auto names = [] {
  std::array<std::string_view, words.size()> list{};
  std::transform(words.begin(), words.end(), list.begin(),
                 [](const UnitWord& w) { return w.word; });
  return list;
}();

}  // namespace

const UnitWord* find_unit_word(std::string_view word) {
  const auto at = std::find_if(words.begin(), words.end(),
                               [&](const UnitWord& known) { return known.word == word; });
  return at == words.end() ? nullptr : &*at;
}

std::span<const std::string_view> unit_words() { return names; }

std::string base_word(Base base, bool is_plural) {
  constexpr std::array<std::string_view, base_count> list{
      "time", "money",         "length",      "person",    "case",   "place",
      "post", "establishment", "partnership", "placement", "attempt"};
  const bool is_counted = base >= Base::Persons;
  return std::string(list[static_cast<std::size_t>(base)]) + (is_plural && is_counted ? "s" : "");
}

bool is_foreign_currency(std::string_view word) {
  constexpr std::array<std::string_view, 11> list{"USD", "$",   "GBP", "CHF", "PHP", "INR",
                                                  "MAD", "VND", "TND", "KES", "IDR"};
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace skillscale::scenarios
