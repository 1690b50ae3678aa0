#include "scenarios/calibration_keys.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "scenarios/json_text.h"
#include "scenarios/nearest.h"
#include "scenarios/number.h"
#include "scenarios/read_value.h"
#include "sim/error.h"

namespace skillscale::scenarios {
namespace {

using Key = CalibrationKey;

constexpr std::array keys{
    Key{"", "schema", "integer", 1, 1, "", "Version of the language."},
    Key{"", "name", "text", 0, 0, "", "Title."},
    Key{"", "description", "text", 0, 0, "", "What is calibrated, and to what."},
    Key{"", "scenario", "text", 0, 0, "",
        "Base scenario; beside this file or in the library. Its first world is simulated."},
    Key{"", "seed", "integer", 0, 9007199254740991.0, "", "Seed of all random numbers."},
    Key{"", "replicates", "integer", 2, 1000, "", "Runs at each point."},
    Key{"", "design", "map", 0, 0, "", "History matching."},
    Key{"", "posterior", "map", 0, 0, "", "The sampler."},
    Key{"", "parameters", "list", 0, 0, "", "Free parameters."},
    Key{"", "targets", "map", 0, 0, "", "Observed numbers by name."},
    Key{"design", "points", "integer", 8, 100000, "", "Points of every wave."},
    Key{"design", "waves", "integer", 1, 20, "", "Waves."},
    Key{"design", "cut", "number", 1, 20, "", "Largest implausibility that stays."},
    Key{"posterior", "particles", "integer", 10, 100000, "", "Weighted particles."},
    Key{"posterior", "generations", "integer", 1, 100, "", "Most generations."},
    Key{"posterior", "quantile", "number", 0.05, 0.95, "",
        "Quantile of the distances that becomes the next tolerance."},
    Key{"posterior", "tolerance", "number", 0, 10, "",
        "Distance, in standard deviations of a target, at which it ends."},
    Key{"posterior", "smallest_acceptance", "number", 0, 1, "",
        "It ends when a smaller share of the proposals is taken."},
    Key{"posterior", "effective_share", "number", 0, 1, "",
        "A generation with fewer effective particles, as a share of all, is not taken."},
    Key{"posterior", "most_points", "integer", 10, 10000000, "",
        "Points simulated at most, those of the waves included."},
    Key{"parameter", "path", "text", 0, 0, "", "Path of a number of the scenario."},
    Key{"parameter", "low", "quantity", 0, 0, "", "Smallest value; without it the scenario's."},
    Key{"parameter", "high", "quantity", 0, 0, "", "Largest value; without it the scenario's."},
    Key{"parameter", "unit", "text", 0, 0, "", "Unit of low and high."},
    Key{"parameter", "distribution", "choice", 0, 0, "two_sided uniform log_uniform",
        "What is believed beforehand; two_sided has half of the mass on each side of the value."},
    Key{"parameter", "note", "text", 0, 0, "", "Why it is free."},
    Key{"target", "indicator", "text", 0, 0, "", "A monthly indicator of the model."},
    Key{"target", "where", "map", 0, 0, "",
        "Labels by axis, such as origin: [PHL, BIH]; labels are summed, axes not named in full."},
    Key{"target", "years", "period", 1900, 4600, "", "Calendar years."},
    Key{"target", "months", "period", 0, 0, "", "First and last month, YYYY-MM."},
    Key{"target", "take", "choice", 0, 0, "sum mean end growth",
        "What becomes of the months: their sum, mean, the last one, or the yearly growth of "
        "yearly sums between the first and the last year."},
    Key{"target", "per", "map", 0, 0, "", "A second measure that divides the first."},
    Key{"experiment", "schema", "integer", 1, 1, "", "Version of the language."},
    Key{"experiment", "name", "text", 0, 0, "", "Title."},
    Key{"experiment", "description", "text", 0, 0, "", "What is asked."},
    Key{"experiment", "scenario", "text", 0, 0, "",
        "Base scenario; beside this file or in the library."},
    Key{"experiment", "seed", "integer", 0, 9007199254740991.0, "", "Seed of all random numbers."},
    Key{"experiment", "replicates", "integer", 1, 1000000, "", "Runs at each point."},
    Key{"experiment", "random_numbers", "choice", 0, 0, "common independent",
        "Whether all points share the random numbers of a replicate."},
    Key{"experiment", "on_failure", "choice", 0, 0, "continue stop retry",
        "What follows when a point cannot be run."},
    Key{"experiment", "design", "map", 0, 0, "", "How points are laid out."},
    Key{"experiment", "factors", "map", 0, 0, "", "What is varied, by name."},
    Key{"experiment", "constraints", "list", 0, 0, "",
        "Inequalities between factors that every point satisfies."},
    Key{"experiment", "outcomes", "map", 0, 0, "", "Numbers to keep of every run, by name."},
    Key{"layout", "method", "choice", 0, 0,
        "latin_hypercube sobol grid one_at_a_time morris saltelli csv", "Method."},
    Key{"layout", "points", "integer", 1, 10000000, "",
        "Points; for morris the paths, for saltelli the groups."},
    Key{"layout", "levels", "integer", 1, 1000, "",
        "Levels of a range in a grid, one at a time, or morris."},
    Key{"layout", "file", "text", 0, 0, "", "Table of points for csv, beside this file."},
    Key{"factor", "path", "text", 0, 0, "", "Path of a number of the scenario."},
    Key{"factor", "low", "quantity", 0, 0, "", "Smallest value; without it the scenario's."},
    Key{"factor", "high", "quantity", 0, 0, "", "Largest value; without it the scenario's."},
    Key{"factor", "unit", "text", 0, 0, "", "Unit of low, high and values."},
    Key{"factor", "distribution", "choice", 0, 0, "two_sided uniform log_uniform",
        "How values spread over the range; uniform where nothing is said."},
    Key{"factor", "values", "names", 0, 0, "", "Numbers instead of a range."},
    Key{"factor", "packages", "names", 0, 0, "", "Packages of the library instead of a path."},
    Key{"factor", "note", "text", 0, 0, "", "Why it is varied."},
    Key{"outcome", "headline", "text", 0, 0, "", "A headline of the model."},
    Key{"outcome", "against", "text", 0, 0, "",
        "Reference that a headline is about, or that a measure is reduced by."},
    Key{"outcome", "indicator", "text", 0, 0, "", "A monthly indicator of the model."},
    Key{"outcome", "where", "map", 0, 0, "",
        "Labels by axis; labels are summed, axes not named in full."},
    Key{"outcome", "years", "period", 1900, 4600, "", "Calendar years."},
    Key{"outcome", "months", "period", 0, 0, "", "First and last month, YYYY-MM."},
    Key{"outcome", "take", "choice", 0, 0, "sum mean end growth",
        "What becomes of the months; see targets of a calibration."},
    Key{"outcome", "each_year", "choice", 0, 0, "off on", "A number for every calendar year."},
    Key{"outcome", "per", "map", 0, 0, "", "A second measure that divides the first."},
    Key{"target", "value", "number", -1e15, 1e15, "", "What was observed."},
    Key{"target", "standard_deviation", "number", 0, 1e15, "", "How unsure the observation is."},
    Key{"target", "low", "number", -1e15, 1e15, "",
        "With high instead of standard_deviation: the range that holds 90 %."},
    Key{"target", "high", "number", -1e15, 1e15, "", "See low."},
    Key{"target", "at_least", "number", -1e15, 1e15, "", "Instead of a value, in a check."},
    Key{"target", "at_most", "number", -1e15, 1e15, "", "Instead of a value, in a check."},
    Key{"target", "discrepancy", "number", 0, 1e15, "",
        "Standard deviation of what the model is known to miss."},
    Key{"target", "weight", "number", 0.000001, 1000000, "", "In the distance."},
    Key{"target", "unit", "text", 0, 0, "", "Unit of all numbers of the target."},
    Key{"target", "source", "text", 0, 0, "", "Key into the list of sources."},
    Key{"target", "confidence", "choice", 0, 0, "high medium estimate definition",
        "How sure the source is."},
    Key{"target", "note", "text", 0, 0, "", "What is counted, how the number came about."},
    Key{"target", "use", "choice", 0, 0, "calibrated structural_check held_out",
        "Only calibrated targets enter the distance; the others are reported."},
    Key{"per", "indicator", "text", 0, 0, "", "As in the target."},
    Key{"per", "where", "map", 0, 0, "", "As in the target."},
    Key{"per", "years", "period", 1900, 4600, "", "As in the target."},
    Key{"per", "months", "period", 0, 0, "", "As in the target."},
    Key{"per", "take", "choice", 0, 0, "sum mean end", "As in the target."},
};

std::vector<std::string_view> keys_of(std::string_view map) {
  std::vector<std::string_view> known;
  for (const auto& row : keys) {
    if (row.map == map) known.push_back(row.key);
  }
  return known;
}

std::string range_text(const Key& row) {
  return std::string(row.type == "integer" ? "a whole number, " : "a number, ") +
         number_text(row.low) + " to " + number_text(row.high);
}

}  // namespace

std::span<const CalibrationKey> calibration_keys() { return keys; }

KeyReader::KeyReader(const Node& node, std::string_view map, std::string path, Faults& faults)
    : node_(node), map_(map), path_(std::move(path)), faults_(faults) {
  check_keys();
}

void KeyReader::check_keys() const {
  if (node_.is_faulty) return;
  const auto known = keys_of(map_);
  if (!node_.is_map()) {
    faults_.add({node_.place, path_, "is not a map", "a map with the keys " + name_list(known, 30),
                 "write the keys in braces or below it, indented by two blanks"});
    return;
  }
  for (const auto& child : node_.children) {
    if (std::find(known.begin(), known.end(), child.key) != known.end()) continue;
    const auto near = nearest_name(child.key, known);
    faults_.add({child.key_place, path_ + (path_.empty() ? "" : ".") + child.key,
                 "is not a known key", name_list(known, 30),
                 near.empty() ? "remove it" : "did you mean " + near + "?"});
  }
}

const CalibrationKey& KeyReader::row(std::string_view key) const {
  for (const auto& row : keys) {
    if (row.map == map_ && row.key == key) return row;
  }
  throw sim::BugError("calibration files have no key " + std::string(key));
}

const Node* KeyReader::find(std::string_view key) const {
  row(key);
  const Node* found = node_.find(key);
  return found == nullptr || found->is_faulty || found->kind == NodeKind::Null ? nullptr : found;
}

void KeyReader::refuse(const Node& at, std::string_view key, std::string problem,
                       std::string allowed, std::string next) const {
  const std::string dot = path_.empty() || key.empty() ? "" : ".";
  faults_.add({at.place, path_ + dot + std::string(key), std::move(problem), std::move(allowed),
               std::move(next)});
}

std::string KeyReader::text(std::string_view key) const {
  const Node* found = find(key);
  if (found == nullptr) return "";
  if (found->is_scalar()) return found->text;
  refuse(*found, key, found->is_map() ? "is a map" : "is a list", "a text", "write one text");
  return "";
}

std::optional<double> KeyReader::number(std::string_view key) const {
  const Node* found = find(key);
  if (found == nullptr) return std::nullopt;
  const auto& due = row(key);
  const auto reading = found->is_scalar() ? read_number(found->text) : NumberReading{};
  const bool is_number = reading.value && reading.length == found->text.size();
  const bool fits = is_number && *reading.value >= due.low && *reading.value <= due.high &&
                    (due.type != "integer" || std::floor(*reading.value) == *reading.value);
  if (fits) return reading.value;
  refuse(*found, key, found->is_scalar() ? "is " + found->text : "is not a plain value",
         range_text(due), "give a plain number in the range; its unit stands in `unit`");
  return std::nullopt;
}

int KeyReader::choice(std::string_view key, int standard) const {
  const Node* found = find(key);
  if (found == nullptr) return standard;
  const auto words = words_of(row(key).choices);
  const auto at = std::find(words.begin(), words.end(), found->text);
  if (found->is_scalar() && at != words.end()) return static_cast<int>(at - words.begin());
  const auto near = nearest_name(found->text, words);
  refuse(*found, key, "is \"" + found->text + "\"", name_list(words),
         near.empty() ? "give one of these words" : "did you mean " + near + "?");
  return standard;
}

std::vector<const Node*> KeyReader::items(std::string_view key) const {
  const Node* found = find(key);
  if (found == nullptr) return {};
  if (found->is_scalar()) return {found};
  std::vector<const Node*> list;
  for (const auto& item : found->children) {
    if (found->is_sequence() && item.is_scalar()) list.push_back(&item);
  }
  if (found->is_sequence() && !list.empty() && list.size() == found->children.size()) return list;
  refuse(*found, key, "is not a value or a list of plain values", "a value, or a list in brackets",
         "write it as in [a, b]");
  return {};
}

}  // namespace skillscale::scenarios
