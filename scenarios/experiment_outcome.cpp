#include "scenarios/experiment_outcome.h"

#include <algorithm>

#include "models/indicators.h"
#include "scenarios/nearest.h"

namespace skillscale::scenarios {
namespace {

constexpr int months_a_year = 12;

class OutcomeReader {
 public:
  OutcomeReader(const Node& node, const KeyReader& top, const MeasureContext& context,
                const Scenario& scenario)
      : reader_(top.inner(node, "outcome", "outcomes." + node.key)),
        context_(context),
        scenario_(scenario) {
    outcome_.name = node.key;
    outcome_.place = node.key_place;
  }

  std::optional<ExperimentOutcome> read() {
    if (!reader_.node().is_map()) return std::nullopt;
    const auto before = reader_.faults().size();
    outcome_.long_name = reader_.text("note");
    read_reference();
    if (reader_.find("headline") != nullptr) {
      read_headline();
    } else {
      read_indicator();
    }
    if (outcome_.long_name.empty()) outcome_.long_name = outcome_.name;
    if (reader_.faults().size() != before) return std::nullopt;
    return std::move(outcome_);
  }

 private:
  void read_reference() {
    const auto name = reader_.text("against");
    if (name.empty()) return;
    std::vector<std::string> known;
    for (const auto& reference : scenario_.references) known.push_back(reference.package);
    const auto at = std::find(known.begin(), known.end(), name);
    if (at != known.end()) {
      outcome_.against = static_cast<int>(at - known.begin()) + 1;
      return;
    }
    const auto near = nearest_name(name, known);
    const std::vector<std::string_view> views(known.begin(), known.end());
    reader_.refuse(*reader_.find("against"), "against",
                   "is " + name + ", which is no reference of the scenario",
                   known.empty() ? "a scenario with references" : name_list(views),
                   near.empty() ? "add it to ensemble.references of the scenario"
                                : "did you mean " + near + "?");
  }

  void read_headline() {
    const auto name = reader_.text("headline");
    const auto table = models::headline_table();
    const auto row =
        std::find_if(table.begin(), table.end(), [&](const auto& one) { return one.name == name; });
    for (const auto* key :
         {"indicator", "where", "years", "months", "take", "each_year", "per", "unit"}) {
      const Node* node = reader_.find(key);
      if (node == nullptr) continue;
      reader_.refuse(*node, key, "stands beside a headline, which is one number of a run",
                     "headline alone, or with against", "remove it, or name an indicator");
    }
    if (row == table.end()) {
      std::vector<std::string_view> known;
      for (const auto& one : table) known.push_back(one.name);
      const auto near = nearest_name(name, known);
      reader_.refuse(*reader_.find("headline"), "headline", "is " + name + ", which is no headline",
                     name_list(known),
                     near.empty() ? "docs/indicators.md lists them" : "did you mean " + near + "?");
      return;
    }
    outcome_.headline = static_cast<std::size_t>(row - table.begin());
    outcome_.unit = row->unit;
    if (outcome_.long_name.empty()) outcome_.long_name = row->long_name;
    const bool is_pair = row->kind == models::HeadlineKind::Pair;
    if (is_pair && outcome_.against == 0 && reader_.find("against") == nullptr) {
      reader_.refuse(*reader_.find("headline"), "headline",
                     "is " + name + ", which compares with a reference", "against: REFERENCE",
                     "name a reference of the scenario under against");
    } else if (row->kind == models::HeadlineKind::Position && outcome_.against != 0) {
      reader_.refuse(*reader_.find("against"), "against",
                     "asks for a difference of " + name + ", which is a position",
                     "a headline that is an amount", "remove it");
    }
  }

  void read_indicator() {
    const bool is_yearly = reader_.is_on("each_year");
    auto measure = read_measure(reader_, context_, Period::WholeRun);
    std::optional<Measure> per;
    if (const Node* node = reader_.find("per")) {
      const KeyReader inner = reader_.inner(*node, "per", reader_.path() + ".per");
      if (node->is_map()) per = read_measure(inner, context_, Period::WholeRun);
      if (!per) return;
    }
    if (!measure) return;
    Unit unit = unit_of(*measure);
    if (per) unit = divided(unit, unit_of(*per));
    if (!read_unit_key(unit)) return;
    if (!is_yearly) {
      outcome_.of = {*std::move(measure)};
      if (per) outcome_.per = {*std::move(per)};
      return;
    }
    split(*measure, per);
  }

  bool read_unit_key(const Unit& canonical) {
    const auto text = reader_.text("unit");
    outcome_.unit = text.empty() ? unit_text(canonical) : text;
    if (text.empty()) return true;
    const Node& given = *reader_.find("unit");
    const auto unit = read_unit(text);
    if (!unit.unit) {
      reader_.refuse(given, "unit", unit.problem, describe(canonical), unit.next);
      return false;
    }
    const auto scale = convert(1, *unit.unit, canonical, models::TimeKind::None);
    if (scale) {
      outcome_.scale = *scale;
      return true;
    }
    reader_.refuse(given, "unit", "is " + text + ", which is " + describe(*unit.unit),
                   describe(canonical),
                   "a sum over months has no time in it, a mean and an end do; see `take`");
    return false;
  }

  /// Months of one calendar year among these.
  std::vector<int> months_in(int year, const std::vector<int>& months) const {
    const auto& start = scenario_.run.start;
    const int first = (year - start.year) * months_a_year + 1 - start.month;
    std::vector<int> found;
    for (const int month : months) {
      if (month >= first && month < first + months_a_year) found.push_back(month);
    }
    return found;
  }

  void split(const Measure& measure, const std::optional<Measure>& per) {
    if (measure.take == Take::Growth) {
      reader_.refuse(*reader_.find("each_year"), "each_year", "asks for the growth within a year",
                     "take: sum, mean or end", "remove each_year or change take");
      return;
    }
    const auto& start = scenario_.run.start;
    const int last = start.year + (start.month - 1 + scenario_.run.months - 1) / months_a_year;
    for (int year = start.year; year <= last; ++year) {
      auto months = months_in(year, measure.months);
      if (months.size() != months_a_year) continue;
      outcome_.years.push_back(year);
      outcome_.of.push_back(measure);
      outcome_.of.back().months = std::move(months);
      if (!per) continue;
      outcome_.per.push_back(*per);
      outcome_.per.back().months = months_in(year, per->months);
      if (!outcome_.per.back().months.empty()) continue;
      reader_.refuse(*reader_.find("per"), "per", "has no months in " + std::to_string(year),
                     "months of every year", "leave years and months out of it");
      return;
    }
    if (outcome_.years.empty())
      reader_.refuse(*reader_.find("each_year"), "each_year", "finds no whole calendar year",
                     "a run of a calendar year or more", "remove it, or change horizon");
  }

  KeyReader reader_;
  const MeasureContext& context_;
  const Scenario& scenario_;
  ExperimentOutcome outcome_;
};

}  // namespace

std::vector<ExperimentOutcome> read_outcomes(const KeyReader& top, const Scenario& scenario) {
  std::vector<ExperimentOutcome> outcomes;
  const Node* map = top.find("outcomes");
  if (map == nullptr || !map->is_map() || map->children.empty()) {
    top.refuse(map == nullptr ? top.node() : *map, "outcomes", "names no outcome",
               "a map of outcomes by name", "write arrivals: {indicator: arrivals}");
    return outcomes;
  }
  const auto& bound = scenario.bound;
  const auto parameters = models::build_parameters(
      {bound.names, bound.numbers, bound.lists, bound.texts}, scenario.run.months);
  const MeasureContext context{parameters, scenario.run};
  for (const auto& child : map->children) {
    if (child.is_faulty) continue;
    if (auto outcome = OutcomeReader(child, top, context, scenario).read())
      outcomes.push_back(*std::move(outcome));
  }
  return outcomes;
}

}  // namespace skillscale::scenarios
