#include "experiments/analysis/label.h"

#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

#include "experiments/analysis/estimate.h"
#include "sim/error.h"

namespace skillscale::experiments::analysis {
namespace {

struct Sign {
  std::string_view text;
  Relation relation;
};
// The longer signs first, as "<" begins both.
constexpr std::array signs{Sign{"<=", Relation::AtMost}, Sign{">=", Relation::AtLeast},
                           Sign{"<", Relation::Less}, Sign{">", Relation::More}};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

[[noreturn]] void refuse(std::string_view text) {
  sim::fail_input("condition: \"" + std::string(text) +
                  "\" cannot be read\n  allowed: an outcome, one of < <= > >=, and a number\n"
                  "  next: write it like \"unemployment_rate > 0.08\"\n");
}

}  // namespace

bool Condition::holds(double value) const {
  switch (relation) {
    case Relation::Less:
      return value < limit;
    case Relation::AtMost:
      return value <= limit;
    case Relation::More:
      return value > limit;
    case Relation::AtLeast:
      return value >= limit;
  }
  sim::fail_bug("a relation of no kind");
}

Condition read_condition(std::string_view text) {
  for (const auto& sign : signs) {
    const auto at = text.find(sign.text);
    if (at == std::string_view::npos) continue;
    const auto name = trimmed(text.substr(0, at));
    const auto number = trimmed(text.substr(at + sign.text.size()));
    double limit = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), limit);
    const bool is_whole = read.ptr == number.data() + number.size();
    if (name.empty() || read.ec != std::errc() || !is_whole || !std::isfinite(limit)) refuse(text);
    return {std::string(name), sign.relation, limit};
  }
  refuse(text);
}

std::string to_text(const Condition& condition) {
  std::string text = condition.outcome;
  for (const auto& sign : signs) {
    if (sign.relation == condition.relation) text += " " + std::string(sign.text) + " ";
  }
  std::array<char, 32> digits{};
  const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), condition.limit);
  return text + std::string(digits.data(), done.ptr);
}

std::vector<double> labels(const PointTable& table, const Condition& condition, std::size_t outcome,
                           std::size_t year) {
  auto all = table.means(outcome, year);
  for (double& one : all) one = std::isnan(one) ? undefined : (condition.holds(one) ? 1 : 0);
  return all;
}

}  // namespace skillscale::experiments::analysis
