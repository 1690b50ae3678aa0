#include "scenarios/calibration_target.h"

#include "scenarios/calibration_keys.h"
#include "scenarios/units.h"

namespace skillscale::scenarios {
namespace {

// Standard deviations from the middle to the end of a range that holds 90 %.
constexpr double normal_95 = 1.6448536269514722;

/// Reads value and uncertainty in the target's unit.
class ObservationReader {
 public:
  ObservationReader(const KeyReader& reader, Target& target) : reader_(reader), target_(target) {}

  bool read(const Unit& canonical) {
    if (!read_scale(canonical)) return false;
    target_.discrepancy = reader_.number("discrepancy").value_or(0) * target_.scale;
    reader_.number("weight", target_.weight);
    const auto value = reader_.number("value");
    const bool has_bound = read_bounds();
    if (!value && !has_bound) {
      if (reader_.find("value") == nullptr)
        reader_.refuse(reader_.node(), "value", "is missing", "the observed number", "give it");
      return false;
    }
    if (has_bound) return check_bounds(value.has_value());
    target_.value = *value * target_.scale;
    return read_deviation(*value);
  }

 private:
  bool read_scale(const Unit& canonical) {
    const Node* given = reader_.find("unit");
    if (given == nullptr || !given->is_scalar()) {
      reader_.refuse(reader_.node(), "unit", "is missing", describe(canonical),
                     "say what the number is measured in");
      return false;
    }
    const auto unit = read_unit(given->text);
    if (!unit.unit) {
      reader_.refuse(*given, "unit", unit.problem, describe(canonical), unit.next);
      return false;
    }
    const auto scale = convert(1, *unit.unit, canonical, models::TimeKind::None);
    if (scale) {
      target_.scale = *scale;
      return true;
    }
    reader_.refuse(*given, "unit", "is " + given->text + ", which is " + describe(*unit.unit),
                   describe(canonical),
                   "a sum over months has no time in it, a mean and an end do; see `take`");
    return false;
  }

  bool read_bounds() {
    const auto least = reader_.number("at_least"), most = reader_.number("at_most");
    if (least) target_.at_least = *least * target_.scale;
    if (most) target_.at_most = *most * target_.scale;
    return least || most;
  }

  bool check_bounds(bool has_value) {
    if (target_.use == Use::Calibrated || has_value) {
      reader_.refuse(reader_.node(), "", "has at_least or at_most",
                     "in a structural_check or held_out target, and instead of a value",
                     "give value with standard_deviation, or another use");
      return false;
    }
    if (!target_.at_least || !target_.at_most || *target_.at_least <= *target_.at_most) return true;
    reader_.refuse(reader_.node(), "at_least", "lies above at_most", "at_least <= at_most",
                   "exchange the two");
    return false;
  }

  bool read_deviation(double value) {
    const auto deviation = reader_.number("standard_deviation");
    const auto low = reader_.number("low"), high = reader_.number("high");
    const bool is_range = low && high && *low <= value && value <= *high && *low < *high;
    if (deviation && *deviation > 0 && !low && !high) {
      target_.deviation = *deviation * target_.scale;
      return true;
    }
    if (!deviation && is_range) {
      target_.deviation = (*high - *low) / (2 * normal_95) * target_.scale;
      return true;
    }
    const bool is_bare = !deviation && !low && !high;
    reader_.refuse(reader_.node(), "standard_deviation",
                   is_bare ? "is missing: a target without uncertainty cannot be weighed"
                           : "or low and high are not sound",
                   "standard_deviation above 0, or low <= value <= high that hold 90 %",
                   "say how unsure the observation is; a count of n has at least its root");
    return false;
  }

  const KeyReader& reader_;
  Target& target_;
};

}  // namespace

std::optional<Target> read_target(const Node& node, const MeasureContext& context, Faults& faults) {
  const KeyReader reader(node, calibration_keys(), "target", "targets." + node.key, faults);
  if (!node.is_map()) return std::nullopt;
  Target target;
  target.name = node.key;
  target.place = node.key_place;
  target.use = static_cast<Use>(reader.choice("use", static_cast<int>(Use::Calibrated)));
  for (const auto& [key, member] :
       {std::pair("unit", &Target::unit), std::pair("source", &Target::source),
        std::pair("confidence", &Target::confidence), std::pair("note", &Target::note)})
    target.*member = reader.text(key);
  reader.choice("confidence", 0);
  auto measure = read_measure(reader, context, Period::Stated);
  bool is_good = measure.has_value();
  if (const Node* per = reader.find("per")) {
    const KeyReader inner = reader.inner(*per, "per", reader.path() + ".per");
    if (per->is_map()) target.per = read_measure(inner, context, Period::Stated);
    is_good = is_good && target.per.has_value();
  }
  if (!is_good) return std::nullopt;
  target.of = *std::move(measure);
  Unit unit = unit_of(target.of);
  if (target.per) unit = divided(unit, unit_of(*target.per));
  if (!ObservationReader(reader, target).read(unit)) return std::nullopt;
  return target;
}

}  // namespace skillscale::scenarios
