#include <algorithm>

#include "models/indicators.h"
#include "scenarios/experiment_keys.h"
#include "scenarios/experiment_parts.h"
#include "scenarios/json_text.h"
#include "scenarios/nearest.h"

namespace skillscale::scenarios {
namespace {

const models::HeadlineRow* find_headline(std::string_view name) {
  for (const auto& row : models::headline_table())
    if (row.name == name) return &row;
  return nullptr;
}

class OutcomeReader {
 public:
  OutcomeReader(const KeyReader& reader, const OutcomeContext& context, ExperimentOutcome& outcome)
      : reader_(reader), context_(context), outcome_(outcome) {}

  bool read() {
    const bool has_headline = reader_.find("headline") != nullptr;
    const bool has_indicator = reader_.find("indicator") != nullptr;
    if (has_headline == has_indicator) {
      reader_.refuse(reader_.node(), "", "has neither headline nor indicator, or both",
                     "one of the two", "write {headline: arrivals_per_year}");
      return false;
    }
    return (has_headline ? read_headline() : read_indicator()) && read_against();
  }

 private:
  bool read_headline() {
    outcome_.headline = reader_.text("headline");
    row_ = find_headline(outcome_.headline);
    if (row_ != nullptr) {
      outcome_.unit = row_->unit;
      return true;
    }
    std::vector<std::string_view> known;
    for (const auto& row : models::headline_table()) known.push_back(row.name);
    const auto near = nearest_name(outcome_.headline, known);
    reader_.refuse(*reader_.find("headline"), "headline",
                   "is " + outcome_.headline + ", which is no headline", name_list(known),
                   near.empty() ? "docs/indicators.md lists them" : "did you mean " + near + "?");
    return false;
  }

  bool read_indicator() {
    const auto& run = context_.scenario.run;
    auto measure = read_measure(reader_, {context_.parameters, run}, Period::WholeRun);
    bool is_good = measure.has_value();
    if (const Node* per = reader_.find("per")) {
      const KeyReader inner = reader_.inner(*per, "per", reader_.path() + ".per");
      if (per->is_map())
        outcome_.per = read_measure(inner, {context_.parameters, run}, Period::WholeRun);
      is_good = is_good && outcome_.per.has_value();
    }
    if (!is_good) return false;
    const Unit unit = unit_of(*measure);
    outcome_.unit = unit_text(outcome_.per ? divided(unit, unit_of(*outcome_.per)) : unit);
    if (reader_.choice("each_year", 0) == 0) {
      outcome_.of = std::move(measure);
      return true;
    }
    return read_years(*measure);
  }

  bool read_years(const Measure& measure) {
    const bool is_span = reader_.find("years") != nullptr || reader_.find("months") != nullptr;
    const auto years = whole_years(context_.scenario.run);
    if (is_span || measure.take == Take::Growth || outcome_.per || years.empty()) {
      reader_.refuse(*reader_.find("each_year"), "each_year",
                     years.empty() ? "finds no whole calendar year in the run"
                                   : "stands beside years, months, growth or per",
                     "whole years of the run, by themselves", "remove one of the two");
      return false;
    }
    const auto& start = context_.scenario.run.start;
    for (const int year : years) {
      Measure of_year = measure;
      of_year.months.clear();
      const int first = (year - start.year) * 12 + 1 - start.month;
      for (int month = first; month < first + 12; ++month) of_year.months.push_back(month);
      outcome_.yearly.push_back(std::move(of_year));
    }
    return true;
  }

  bool read_against() {
    outcome_.against = reader_.text("against");
    const bool is_pair = row_ != nullptr && row_->kind == models::HeadlineKind::Pair;
    const bool is_position = row_ != nullptr && row_->kind == models::HeadlineKind::Position;
    std::vector<std::string> references;
    for (const auto& reference : context_.scenario.references)
      references.push_back(reference.package);
    const Node* node = reader_.find("against");
    if (outcome_.against.empty()) {
      if (!is_pair) return true;
      reader_.refuse(reader_.node(), "against",
                     "is missing: " + outcome_.headline + " compares with a reference",
                     name_list(std::vector<std::string_view>(references.begin(), references.end())),
                     "name one; ensemble.references of the scenario lists them");
      return false;
    }
    if (is_position) {
      reader_.refuse(*node, "against",
                     "stands with " + outcome_.headline + ", of which differences mean nothing",
                     "no reference", "remove it");
      return false;
    }
    if (std::find(references.begin(), references.end(), outcome_.against) != references.end())
      return true;
    const auto near = nearest_name(outcome_.against, references);
    reader_.refuse(*node, "against",
                   "is " + outcome_.against + ", which the scenario does not have",
                   name_list(std::vector<std::string_view>(references.begin(), references.end())),
                   near.empty() ? "add it to ensemble.references of the scenario"
                                : "did you mean " + near + "?");
    return false;
  }

  const KeyReader& reader_;
  const OutcomeContext& context_;
  ExperimentOutcome& outcome_;
  const models::HeadlineRow* row_ = nullptr;
};

}  // namespace

std::vector<int> whole_years(const RunSettings& run) {
  std::vector<int> years;
  const int first = run.start.month == 1 ? run.start.year : run.start.year + 1;
  const int end = run.start.year * 12 + run.start.month - 1 + run.months;  // the month behind it
  for (int year = first; (year + 1) * 12 <= end; ++year) years.push_back(year);
  return years;
}

std::optional<ExperimentOutcome> read_outcome(const Node& node, const OutcomeContext& context,
                                              Faults& faults) {
  const KeyReader reader(node, experiment_keys(), "outcome", "outcomes." + node.key, faults);
  if (!node.is_map()) return std::nullopt;
  ExperimentOutcome outcome;
  outcome.name = node.key;
  if (!OutcomeReader(reader, context, outcome).read()) return std::nullopt;
  return outcome;
}

}  // namespace skillscale::scenarios
