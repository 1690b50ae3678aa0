#include "scenarios/calibration_target.h"

#include <algorithm>
#include <numeric>

#include "models/indicators.h"
#include "scenarios/json_text.h"
#include "scenarios/nearest.h"
#include "scenarios/number.h"
#include "scenarios/units.h"
#include "sim/error.h"

namespace skillscale::scenarios {
namespace {

// Standard deviations from the middle to the end of a range that holds 90 %.
constexpr double normal_95 = 1.6448536269514722;

struct IndicatorRow {
  std::string_view name, unit;
  std::array<models::Dim, 4> dims;
};

std::vector<IndicatorRow> indicators() {
  std::vector<IndicatorRow> rows;
  for (const auto& row : models::tally_table()) rows.push_back({row.name, row.unit, row.dims});
  for (const auto& row : models::derived_table()) rows.push_back({row.name, row.unit, row.dims});
  return rows;
}

const std::vector<IndicatorRow>& indicator_rows() {
  static const auto rows = indicators();
  return rows;
}

std::vector<models::Dim> dims_of(const IndicatorRow& row) {
  std::vector<models::Dim> dims;
  for (const auto dim : row.dims) {
    if (dim != models::Dim::None) dims.push_back(dim);
  }
  return dims;
}

/// Unit of an indicator; "person-months" are persons times months.
Unit unit_of(const IndicatorRow& row) {
  std::string text(row.unit);
  std::replace(text.begin(), text.end(), '-', ' ');
  const auto reading = read_unit(text);
  if (!reading.unit) throw sim::BugError("indicator table: unit of " + std::string(row.name));
  return *reading.unit;
}

Unit unit_of(const Measure& measure) {
  if (measure.take == Take::Growth) return *read_unit("1/year").unit;
  Unit unit = unit_of(indicator_rows()[measure.indicator]);
  auto& time = unit.exponents[static_cast<std::size_t>(Base::Time)];
  // Persons a month add up to persons, persons to person-months, and person-months stay so.
  if (measure.take == Take::Sum && time <= 0) time = static_cast<signed char>(time + 1);
  return unit;
}

Unit divided(Unit unit, const Unit& by) {
  unit.scale /= by.scale;
  for (std::size_t at = 0; at < base_count; ++at)
    unit.exponents[at] = static_cast<signed char>(unit.exponents[at] - by.exponents[at]);
  return unit;
}

/// Reads the keys that a target and its `per` have in common.
class MeasureReader {
 public:
  MeasureReader(const KeyReader& reader, const TargetContext& context)
      : reader_(reader), context_(context) {}

  std::optional<Measure> read() {
    Measure measure;
    const auto* row = find_indicator(measure);
    measure.take = static_cast<Take>(reader_.choice("take", static_cast<int>(Take::Sum)));
    const bool has_months = read_months(measure);
    if (row == nullptr || !select(*row, measure) || !has_months) return std::nullopt;
    return measure;
  }

 private:
  const IndicatorRow* find_indicator(Measure& measure) {
    const auto name = reader_.text("indicator");
    const auto& rows = indicator_rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].name != name) continue;
      measure.indicator = i;
      return &rows[i];
    }
    const Node* given = reader_.find("indicator");
    std::vector<std::string_view> known;
    known.reserve(rows.size());
    for (const auto& row : rows) known.push_back(row.name);
    const auto near = nearest_name(name, known);
    reader_.refuse(given == nullptr ? reader_.node() : *given, "indicator",
                   name.empty() ? "is missing" : "is " + name + ", which is no monthly indicator",
                   name_list(known),
                   near.empty() ? "docs/indicators.md lists them" : "did you mean " + near + "?");
    return nullptr;
  }

  /// Positions of labels on an axis; all if none are named.
  std::vector<std::size_t> positions(std::string_view axis, const std::vector<std::string>& labels,
                                     bool& is_good) {
    std::vector<std::size_t> at(labels.size());
    std::iota(at.begin(), at.end(), std::size_t{0});
    const Node* where = reader_.find("where");
    const Node* named = where == nullptr ? nullptr : where->find(axis);
    if (named == nullptr || named->is_faulty) return at;
    at.clear();
    const std::vector<Node> single{*named};
    for (const auto& item : named->is_sequence() ? named->children : single) {
      const auto found = std::find(labels.begin(), labels.end(), item.text);
      const auto position = static_cast<std::size_t>(found - labels.begin());
      const bool is_twice = std::find(at.begin(), at.end(), position) != at.end();
      if (item.is_scalar() && found != labels.end() && !is_twice) {
        at.push_back(position);
        continue;
      }
      is_good = false;
      const auto near = nearest_name(item.text, labels);
      const std::vector<std::string_view> views(labels.begin(), labels.end());
      reader_.refuse(item, "where." + std::string(axis),
                     is_twice ? "names " + item.text + " twice"
                              : "names \"" + item.text + "\", which is not on the axis",
                     name_list(views, 30),
                     near.empty() || is_twice ? "name labels of the axis, each once"
                                              : "did you mean " + near + "?");
    }
    return at;
  }

  bool check_axes(const IndicatorRow& row) {
    const Node* where = reader_.find("where");
    if (where == nullptr) return true;
    std::vector<std::string_view> axes;
    for (const auto dim : dims_of(row)) axes.push_back(models::dim_word(dim));
    if (!where->is_map()) {
      reader_.refuse(*where, "where", "is not a map", "labels by axis: " + name_list(axes),
                     "write it as in {origin: [PHL]}");
      return false;
    }
    bool is_good = true;
    for (const auto& child : where->children) {
      if (std::find(axes.begin(), axes.end(), child.key) != axes.end()) continue;
      is_good = false;
      const auto near = nearest_name(child.key, axes);
      reader_.faults().add({child.key_place, reader_.path() + ".where." + child.key,
                            "is no axis of " + std::string(row.name),
                            axes.empty() ? "no axis" : name_list(axes),
                            near.empty() ? "remove it" : "did you mean " + near + "?"});
    }
    return is_good;
  }

  bool select(const IndicatorRow& row, Measure& measure) {
    if (!check_axes(row)) return false;
    bool is_good = true;
    measure.cells = {0};
    for (const auto dim : dims_of(row)) {
      const auto labels = models::dim_labels(dim, context_.parameters);
      const auto chosen = positions(models::dim_word(dim), labels, is_good);
      std::vector<std::size_t> cells;
      for (const auto cell : measure.cells) {
        for (const auto at : chosen) cells.push_back(cell * labels.size() + at);
      }
      measure.cells = std::move(cells);
    }
    if (is_good && measure.cells.empty()) {
      reader_.refuse(reader_.node(), "where", "selects nothing", "at least one label of each axis",
                     "name labels, or leave the axis out");
    }
    return is_good && !measure.cells.empty();
  }

  bool read_months(Measure& measure) {
    const auto years = reader_.items("years");
    const auto months = reader_.items("months");
    const bool is_growth = measure.take == Take::Growth;
    const bool is_bare = reader_.find("years") == nullptr && reader_.find("months") == nullptr;
    if (is_bare && context_.is_whole_run_meant && !is_growth)
      return add_months(reader_.node(), 0, context_.run.months - 1, measure);
    if (years.empty() == months.empty()) {
      // A fault of `items` is enough.
      if (reader_.find("years") == nullptr || !years.empty())
        reader_.refuse(reader_.node(), "years", "or months: exactly one of the two is needed",
                       "years: [2018] or months: [2018-01, 2018-06]", "give one of them");
      return false;
    }
    if (is_growth && years.size() != 2) {
      reader_.refuse(reader_.node(), "years", "does not name the two years of a growth",
                     "the first and the last year", "write it as in years: [2016, 2022]");
      return false;
    }
    return months.empty() ? take_years(years, measure) : take_months(months, measure);
  }

  bool take_years(const std::vector<const Node*>& years, Measure& measure) {
    std::vector<int> known;
    for (const Node* node : years) {
      const auto year = read_calendar_month(node->text + "-01");
      if (!year) {
        reader_.refuse(*node, "years", "is " + node->text, "years such as 2018",
                       "write four digits");
        return false;
      }
      if (!known.empty() && year->year <= known.back()) {
        reader_.refuse(*node, "years", "are not ascending", "each year once, ascending",
                       "sort them");
        return false;
      }
      known.push_back(year->year);
      const int first = (year->year - context_.run.start.year) * 12 + 1 - context_.run.start.month;
      if (!add_months(*node, first, first + 11, measure)) return false;
    }
    measure.years_apart = std::max(1, known.back() - known.front());
    return true;
  }

  bool take_months(const std::vector<const Node*>& ends, Measure& measure) {
    std::vector<int> found;
    for (const Node* node : ends) {
      const auto month = months_since_start(node->text, context_.run);
      if (!month) {
        reader_.refuse(*node, "months", "is " + node->text + ", which is not a month", "YYYY-MM",
                       next_for_month(node->text));
        return false;
      }
      found.push_back(*month);
    }
    if (found.size() > 2 || found.front() > found.back()) {
      reader_.refuse(*ends.front(), "months", "is not a first and a last month",
                     "[first, last], or a single month", "write it as in [2018-01, 2018-06]");
      return false;
    }
    return add_months(*ends.front(), found.front(), found.back(), measure);
  }

  bool add_months(const Node& node, int first, int last, Measure& measure) {
    if (first >= 0 && last < context_.run.months) {
      for (int month = first; month <= last; ++month) measure.months.push_back(month);
      return true;
    }
    const int end =
        context_.run.start.year * 12 + context_.run.start.month - 2 + context_.run.months;
    reader_.refuse(node, reader_.find("years") != nullptr ? "years" : "months",
                   "has " + node.text + ", which is not wholly in the run",
                   to_text(context_.run.start) + " to " + to_text({end / 12, end % 12 + 1}),
                   "choose other months, or change horizon of the scenario");
    return false;
  }

  const KeyReader& reader_;
  const TargetContext& context_;
};

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

std::optional<Measure> read_measure(const KeyReader& reader, const TargetContext& context) {
  return MeasureReader(reader, context).read();
}

std::string unit_text(const Measure& of, const std::optional<Measure>& per) {
  if (of.take == Take::Growth) return "1/year";
  const std::string of_indicator(indicator_rows()[of.indicator].unit);
  constexpr std::string_view a_month = "/month";
  const bool adds_up = of.take == Take::Sum && of_indicator.ends_with(a_month);
  std::string unit =
      adds_up ? of_indicator.substr(0, of_indicator.size() - a_month.size()) : of_indicator;
  return per ? unit + " per " + std::string(indicator_rows()[per->indicator].name) : unit;
}

std::optional<Target> read_target(const Node& node, const TargetContext& context, Faults& faults) {
  const KeyReader reader(node, "target", "targets." + node.key, faults);
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
  auto measure = MeasureReader(reader, context).read();
  bool is_good = measure.has_value();
  if (const Node* per = reader.find("per")) {
    const KeyReader inner(*per, "per", reader.path() + ".per", faults);
    if (per->is_map()) target.per = MeasureReader(inner, context).read();
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
