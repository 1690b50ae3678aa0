#include "scenarios/measure.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "models/indicators.h"
#include "scenarios/json_text.h"
#include "scenarios/nearest.h"
#include "sim/error.h"

namespace skillscale::scenarios {
namespace {

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

class MeasureReader {
 public:
  MeasureReader(const KeyReader& reader, const MeasureContext& context, Period period)
      : reader_(reader), context_(context), period_(period) {}

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
    if (is_bare && period_ == Period::WholeRun && !is_growth) {
      for (int month = 0; month < context_.run.months; ++month) measure.months.push_back(month);
      return true;
    }
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
  const MeasureContext& context_;
  Period period_;
};

}  // namespace

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

std::string unit_text(const Unit& unit) {
  // In the order of Base.
  constexpr std::array<std::string_view, base_count> words{
      "months",         "EUR",          "km",         "persons", "cases", "places", "posts",
      "establishments", "partnerships", "placements", "attempts"};
  std::string above, below;
  const auto add = [](std::string& side, std::string_view word, int times) {
    for (int i = 0; i < times; ++i) side += (side.empty() ? "" : " ") + std::string(word);
  };
  for (std::size_t at = 0; at < base_count; ++at) {
    add(above, words[at], unit.exponents[at]);
    add(below, words[at], -unit.exponents[at]);
  }
  if (unit.scale != 1) above = number_text(unit.scale) + (above.empty() ? "" : " " + above);
  if (above.empty()) above = "1";
  return below.empty() ? above : above + "/" + below;
}

std::optional<Measure> read_measure(const KeyReader& reader, const MeasureContext& context,
                                    Period period) {
  return MeasureReader(reader, context, period).read();
}

}  // namespace skillscale::scenarios
