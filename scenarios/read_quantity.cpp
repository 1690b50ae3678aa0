#include "scenarios/read_quantity.h"

#include <cmath>

#include "scenarios/json_text.h"
#include "scenarios/number.h"
#include "scenarios/read_value.h"
#include "scenarios/units.h"
#include "sim/error.h"

namespace skillscale::scenarios {
namespace {

using models::TimeKind;
using models::ValueKind;

/// Reads the numbers of one parameter.
class QuantityReader {
 public:
  QuantityReader(const ParameterValue& value, Faults& faults)
      : row_(*value.decl), path_(value.path), faults_(faults) {
    const auto unit = read_unit(row_.unit);
    if (!unit.unit) throw sim::BugError("parameter table: unit of " + std::string(row_.path));
    canonical_ = *unit.unit;
  }

  /// Unit for plain numbers of this parameter, from the key `unit`. False after a fault.
  bool take_unit(const Node* annotations) {
    const Node* unit = annotations != nullptr ? annotations->find("unit") : nullptr;
    if (unit == nullptr) return true;
    if (unit->is_faulty) return false;
    if (!unit->is_scalar()) {
      return refuse(*unit, ".unit", "is not a unit", std::string(row_.unit), "write a text");
    }
    return check_dimension(*unit, ".unit", "is " + unit->text, unit->text) && keep_unit(*unit);
  }

  /// A unit stood at a number read so far, or in the key `unit` of the same file.
  bool has_seen_unit() const { return has_seen_unit_; }

  std::optional<double> read(const Node& node, std::string_view suffix) {
    if (node.is_faulty) return std::nullopt;
    if (!node.is_scalar()) {
      refuse(node, suffix, node.is_map() ? "is a map" : "is a list", allowed_text(row_),
             "write one number");
      return std::nullopt;
    }
    if (node.text == "unlimited" && row_.allowed_high >= unlimited) return unlimited;
    const auto reading = read_quantity(node.text);
    if (!reading.quantity) {
      refuse(node, suffix, reading.problem, allowed_text(row_), reading.next);
      return std::nullopt;
    }
    return in_canonical(node, suffix, *reading.quantity);
  }

 private:
  bool refuse(const Node& node, std::string_view suffix, std::string problem, std::string allowed,
              std::string next) {
    faults_.add({node.place, path_ + std::string(suffix), std::move(problem), std::move(allowed),
                 std::move(next)});
    return false;
  }

  bool keep_unit(const Node& unit) {
    given_unit_ = unit.text;
    unit_file_ = unit.place.file();
    return true;
  }

  std::string due() const {
    const std::string unit(row_.unit);
    const std::string measure = describe(canonical_);
    const bool is_rate = canonical_.time() == -1 || row_.time != TimeKind::None;
    if (measure == "a share per time" || (is_rate && measure == "a share")) {
      return "a share per time, such as 3 %/year or 0.25 %/month";
    }
    if (measure == "a share") return "a share or a plain number, such as 0.3 or 30 %";
    if (measure == "time") return "a time, such as 18 months or 1.5 years";
    return measure + ", such as 12 " + unit;
  }

  bool check_dimension(const Node& node, std::string_view suffix, const std::string& problem,
                       const std::string& text) {
    const auto unit = read_unit(text);
    if (!unit.unit) return refuse(node, suffix, unit.problem, due(), unit.next);
    if (convert(0, *unit.unit, canonical_, row_.time)) return true;
    return refuse(node, suffix, problem + ", which is " + describe(*unit.unit),
                  allowed_text(row_) + "; what is due is " + due(),
                  "give a unit of that sort, or a plain number in " +
                      (row_.unit == "1" ? std::string("parts of 1") : std::string(row_.unit)));
  }

  std::optional<double> in_canonical(const Node& node, std::string_view suffix,
                                     const Quantity& quantity) {
    if (!quantity.unit.empty() && !given_unit_.empty()) {
      refuse(node, suffix, "is " + node.text + " although unit is given too", "one unit",
             "remove one of the two units");
      return std::nullopt;
    }
    const std::string& unit = quantity.unit.empty() ? given_unit_ : quantity.unit;
    if (unit.empty()) return in_range(node, suffix, quantity.number, quantity.number);
    has_seen_unit_ = has_seen_unit_ || unit_file_.empty() || unit_file_ == node.place.file();
    if (!check_dimension(node, suffix, "is " + node.text, unit)) return std::nullopt;
    const auto value = convert(quantity.number, *read_unit(unit).unit, canonical_, row_.time);
    if (!value || !std::isfinite(*value)) {
      refuse(node, suffix, "is " + node.text + ", which cannot be brought to a month",
             allowed_text(row_), "a probability lies between 0 % and 100 % in any time");
      return std::nullopt;
    }
    return in_range(node, suffix, *value, quantity.number);
  }

  std::optional<double> in_range(const Node& node, std::string_view suffix, double value,
                                 double as_written) {
    // Conversions round; a bound reached up to rounding is reached.
    const double slack = 1e-12 * std::max(std::abs(row_.allowed_low), std::abs(row_.allowed_high));
    if (value < row_.allowed_low - slack || value > row_.allowed_high + slack) {
      const std::string converted =
          value == as_written ? "" : ", " + rounded_text(value) + " " + std::string(row_.unit);
      refuse(node, suffix, "is " + node.text + converted, allowed_text(row_),
             next_for_range(node, value, as_written));
      return std::nullopt;
    }
    if (row_.kind != ValueKind::Whole) return value;
    if (std::abs(value - std::round(value)) <= 1e-9 * std::max(1.0, std::abs(value))) {
      return std::round(value);
    }
    refuse(node, suffix, "is " + node.text + ", not a whole number", allowed_text(row_),
           "give " + number_text(std::floor(value)) + " or " + number_text(std::ceil(value)));
    return std::nullopt;
  }

  std::string next_for_range(const Node& node, double value, double as_written) const {
    if (const auto whole = without_thousands_points(node.text))
      return next_for_points(node, *whole);
    if (may_be_percent(value, as_written)) return next_for_percent(as_written);
    const bool has_unit = node.text.find_first_not_of("0123456789.-+eE") != std::string::npos;
    if (has_unit || !given_unit_.empty()) return "give a value within the range";
    if (canonical_.time() == -1 && value > 0) {
      return "a plain number counts per month; write " + node.text +
             " %/year or the like if a "
             "year is meant";
    }
    return "give a value within the range";
  }

  /// A share above its range that was not written in percent, and would fit so.
  bool may_be_percent(double value, double as_written) const {
    return row_.unit == "1" && value == as_written && value > row_.allowed_high &&
           value / 100 <= row_.allowed_high;
  }

  std::string next_for_percent(double number) const {
    const auto percent = number_text(number) + " %";
    if (given_unit_.empty()) return "write " + percent + " if percent are meant";
    return "if " + percent + " is meant, write " + number_text(number / 100) +
           ", or unit: % beside " + number_text(number);
  }

  static std::string next_for_points(const Node& node, const std::string& whole) {
    return "a point is no thousands separator; write " + whole + " if " + node.text + " means that";
  }

  const models::ParameterDecl& row_;
  const std::string& path_;
  Faults& faults_;
  Unit canonical_;
  std::string given_unit_;
  std::string unit_file_;  ///< of the key `unit`; a number of another file need not be meant in it
  bool has_seen_unit_ = false;
};

std::string in_unit(double number, const ParameterValue& value) {
  return rounded_text(number) +
         (value.decl->unit == "1" ? "" : " " + std::string(value.decl->unit));
}

std::string range_of(const ParameterValue& value) {
  return rounded_text(value.low) + " to " + in_unit(value.high, value);
}

bool refuse_crossed(const Node& low, const ParameterValue& into, Faults& faults) {
  faults.add(
      {low.place, into.path,
       "has a low of " + in_unit(into.low, into) + " above its high of " + in_unit(into.high, into),
       "low <= value <= high", "exchange the two, or correct one"});
  return false;
}

/// What may be wrong with a number in range that does not fit the numbers beside it.
std::string next_for_order(const Node& given, const Node* bound, bool is_inherited) {
  for (const Node* number : {&given, bound}) {
    const auto whole = number != nullptr ? without_thousands_points(number->text) : std::nullopt;
    if (!whole) continue;
    return number->text + " has a point, which is no thousands separator; write " + *whole +
           " if that is meant";
  }
  return is_inherited ? "give low and high too; those of " + to_text(bound->place) +
                            " stay where only the value is changed"
                      : "give a value in the range, or widen low and high";
}

/// True if low <= value <= high; otherwise a fault at the bound that the value breaks, or at the
/// value if the bound is another file's.
bool is_ordered(const Node& given, const Node& annotations, const ParameterValue& into,
                Faults& faults) {
  const Node* low = annotations.find("low");
  const bool is_low_broken = into.low > into.value;
  if (!is_low_broken && into.value <= into.high) return true;
  const Node* high = annotations.find("high");
  if (low != nullptr && high != nullptr && into.low > into.high)
    return refuse_crossed(*low, into, faults);
  const Node* bound = is_low_broken ? low : high;
  const bool is_inherited = bound != nullptr && bound->place.file() != given.place.file();
  faults.add({bound == nullptr || is_inherited ? given.place : bound->place, into.path,
              "is " + in_unit(into.value, into) + ", outside its own range " + range_of(into),
              "low <= value <= high", next_for_order(given, bound, is_inherited)});
  return false;
}

}  // namespace

bool read_quantity_value(const Node& node, const Node* annotations, ParameterValue& into,
                         Faults& faults) {
  QuantityReader reader(into, faults);
  if (!reader.take_unit(annotations)) return false;
  const auto value = reader.read(node, "");
  if (value) into.value = into.low = into.high = *value;
  into.has_unit = reader.has_seen_unit();
  if (annotations == nullptr) return value.has_value();
  bool is_good = value.has_value();
  for (const auto& [key, member] :
       {std::pair("low", &ParameterValue::low), std::pair("high", &ParameterValue::high)}) {
    const Node* bound = annotations->find(key);
    if (bound == nullptr) continue;
    const auto number = reader.read(*bound, std::string(".") + key);
    is_good = is_good && number.has_value();
    if (number) into.*member = *number;
  }
  return is_good && is_ordered(node, *annotations, into, faults);
}

}  // namespace skillscale::scenarios
