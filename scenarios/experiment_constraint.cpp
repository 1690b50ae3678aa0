#include <algorithm>
#include <cctype>

#include "scenarios/experiment_parts.h"
#include "scenarios/nearest.h"
#include "scenarios/number.h"

namespace skillscale::scenarios {
namespace {

/// Reads sums of terms on both sides of <= or >=.
class ConstraintReader {
 public:
  ConstraintReader(std::string_view text, std::span<const ExperimentFactor> factors)
      : text_(text), factors_(factors) {
    constraint_.text = text;
    constraint_.weights.resize(factors.size());
  }

  /// @return what is wrong; empty if nothing is
  std::string read() {
    const auto less = text_.find("<="), more = text_.find(">=");
    if ((less == std::string_view::npos) == (more == std::string_view::npos))
      return "has not exactly one <= or >=";
    const auto at = std::min(less, more);
    const double sign = less != std::string_view::npos ? 1 : -1;
    auto problem = read_side(text_.substr(0, at), sign);
    if (problem.empty()) problem = read_side(text_.substr(at + 2), -sign);
    const auto is_named = [](double weight) { return weight != 0; };
    if (problem.empty() &&
        std::none_of(constraint_.weights.begin(), constraint_.weights.end(), is_named))
      problem = "names no factor";
    return problem;
  }

  Constraint constraint_;
  std::string unknown_;  ///< a name that is no factor

 private:
  std::string read_side(std::string_view side, double sign) {
    double term_sign = 1;
    bool expects_term = true;
    for (skip(side); !side.empty(); skip(side)) {
      if (side.front() == '+' || side.front() == '-') {
        if (side.front() == '-') term_sign = -term_sign;
        side.remove_prefix(1);
        expects_term = true;
        continue;
      }
      if (!expects_term) return "has no sign before \"" + std::string(side) + "\"";
      auto problem = read_term(side, sign * term_sign);
      if (!problem.empty()) return problem;
      term_sign = 1;
      expects_term = false;
    }
    return expects_term ? "ends where a term is due" : "";
  }

  /// 2 * name, name, or 2.
  std::string read_term(std::string_view& side, double sign) {
    double weight = 1;
    const bool is_digit = std::isdigit(static_cast<unsigned char>(side.front())) != 0;
    if (is_digit || side.front() == '.') {
      const auto number = read_number(side);
      if (!number.value) return "has a number that cannot be read: \"" + std::string(side) + "\"";
      weight = *number.value;
      side.remove_prefix(number.length);
      skip(side);
      if (side.empty() || side.front() != '*') {
        constraint_.most -= sign * weight;
        return "";
      }
      side.remove_prefix(1);
      skip(side);
    }
    const auto end = std::find_if(side.begin(), side.end(), [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '_';
    });
    const std::string name(side.begin(), end);
    side.remove_prefix(name.size());
    if (name.empty()) return "has a sign that is not known: \"" + std::string(side) + "\"";
    for (std::size_t i = 0; i < factors_.size(); ++i) {
      if (factors_[i].name != name) continue;
      if (!factors_[i].packages.empty()) return "names " + name + ", which has no numbers";
      constraint_.weights[i] += sign * weight;
      return "";
    }
    unknown_ = name;
    return std::string("names ") + name + ", which is no factor";
  }

  static void skip(std::string_view& side) {
    while (!side.empty() && side.front() == ' ') side.remove_prefix(1);
  }

  std::string_view text_;
  std::span<const ExperimentFactor> factors_;
};

}  // namespace

std::optional<Constraint> read_constraint(const Node& node, std::size_t number,
                                          std::span<const ExperimentFactor> factors,
                                          Faults& faults) {
  ConstraintReader reader(node.text, factors);
  const auto problem = node.is_scalar() ? reader.read() : "is not a text";
  if (problem.empty()) return std::move(reader.constraint_);
  std::vector<std::string> names;
  for (const auto& factor : factors) names.push_back(factor.name);
  const auto near = nearest_name(reader.unknown_, names);
  faults.add({node.place, "constraints[" + std::to_string(number) + "]", problem,
              "sums of terms such as \"a + 2 * b <= 1.5\"",
              near.empty() ? "write factors by their names" : "did you mean " + near + "?"});
  return std::nullopt;
}

}  // namespace skillscale::scenarios
