#include <algorithm>

#include "scenarios/experiment_keys.h"
#include "scenarios/experiment_parts.h"
#include "scenarios/library_files.h"
#include "scenarios/nearest.h"
#include "scenarios/read_quantity.h"
#include "sim/math.h"
#include "sim/number_text.h"

namespace skillscale::scenarios {
namespace {

bool is_number(const ParameterValue& value) {
  return value.decl->kind == models::ValueKind::Real ||
         value.decl->kind == models::ValueKind::Whole;
}

const ParameterValue* find_number(const Scenario& scenario, std::string_view path) {
  for (const auto& value : scenario.bound.values)
    if (value.path == path && is_number(value)) return &value;
  return nullptr;
}

class FactorReader {
 public:
  FactorReader(const KeyReader& reader, ExperimentFactor& factor, const Scenario& scenario,
               const LoadOptions& options)
      : reader_(reader), factor_(factor), scenario_(scenario), options_(options) {}

  bool read() {
    reader_.text("note");
    const bool has_path = reader_.find("path") != nullptr;
    const bool has_packages = reader_.find("packages") != nullptr;
    if (has_path == has_packages) {
      reader_.refuse(reader_.node(), "", "has neither path nor packages, or both",
                     "a path, or packages of the library",
                     "write {path: migration.hazard}, or {packages: [pilots_as_today, ...]}");
      return false;
    }
    return has_packages ? read_packages() : read_number();
  }

 private:
  bool read_packages() {
    bool is_good = true;
    for (const Node* item : reader_.items("packages")) {
      std::error_code error;
      const bool is_there = std::filesystem::exists(package_file(options_, item->text), error);
      const bool is_twice = std::find(factor_.packages.begin(), factor_.packages.end(),
                                      item->text) != factor_.packages.end();
      if (is_there && !is_twice) {
        factor_.packages.push_back(item->text);
        continue;
      }
      is_good = false;
      const auto near =
          nearest_file("package/" + item->text + ".yaml", library_files(options_.library));
      reader_.refuse(*item, "packages",
                     is_twice ? "names " + item->text + " twice"
                              : "has " + item->text + ", which is no package of the library",
                     "packages of the library, each once",
                     is_twice       ? "remove one of the two"
                     : near.empty() ? "check the spelling"
                                    : "did you mean " + near + "?");
    }
    if (!is_good || factor_.packages.size() >= 2) return is_good;
    reader_.refuse(*reader_.find("packages"), "packages", "names fewer than two", "two and more",
                   "name another, or give --package to the scenario");
    return false;
  }

  bool read_number() {
    factor_.path = reader_.text("path");
    known_ = find_number(scenario_, factor_.path);
    if (known_ == nullptr) return refuse_path();
    factor_.unit = known_->decl->unit;
    factor_.value = known_->value;
    factor_.is_whole = known_->decl->kind == models::ValueKind::Whole;
    const auto before = reader_.faults().size();
    if (reader_.find("values") != nullptr)
      return read_values() && before == reader_.faults().size();
    factor_.low = known_->low;
    factor_.high = known_->high;
    if (known_->low == known_->high) {
      factor_.low = known_->decl->range_low;
      factor_.high = known_->decl->range_high;
    }
    if (const Node* low = reader_.find("low")) take(*low, "low", factor_.low);
    if (const Node* high = reader_.find("high")) take(*high, "high", factor_.high);
    factor_.distribution = static_cast<Distribution>(
        reader_.choice("distribution", static_cast<int>(Distribution::Uniform)));
    return before == reader_.faults().size() && check_range();
  }

  bool read_values() {
    for (const Node* item : reader_.items("values")) {
      double value = 0;
      if (!take(*item, "values", value)) return false;
      factor_.values.push_back(value);
    }
    if (factor_.values.size() >= 2) return true;
    reader_.refuse(*reader_.find("values"), "values", "has fewer than two", "two and more",
                   "name another; what is not varied stands in the scenario");
    return false;
  }

  /// A number as the scenario reads the parameter itself.
  bool take(const Node& node, std::string_view key, double& into) {
    ParameterValue value;
    value.path = reader_.path() + "." + std::string(key);
    value.decl = known_->decl;
    Node annotations;
    annotations.kind = NodeKind::Map;
    if (const Node* unit = reader_.find("unit")) annotations.children.push_back(*unit);
    if (!read_quantity_value(node, &annotations, value, reader_.faults())) return false;
    into = value.value;
    return true;
  }

  bool check_range() {
    const bool is_log = factor_.distribution == Distribution::LogUniform;
    const bool is_two_sided = factor_.distribution == Distribution::TwoSided;
    const bool holds_value = factor_.low <= factor_.value && factor_.value <= factor_.high;
    if (factor_.low < factor_.high && (!is_log || factor_.low > 0) &&
        (!is_two_sided || holds_value))
      return true;
    const Node* low = reader_.find("low");
    reader_.refuse(low == nullptr ? reader_.node() : *low, "low",
                   "to high is " + sim::number_text(factor_.low) + " to " +
                       sim::number_text(factor_.high) + " " + factor_.unit,
                   is_log         ? "0 < low < high for distribution: log_uniform"
                   : is_two_sided ? "low <= the scenario's value <= high for two_sided"
                                  : "low < high",
                   "give low and high");
    return false;
  }

  bool refuse_path() {
    std::vector<std::string> known;
    for (const auto& value : scenario_.bound.values)
      if (is_number(value)) known.push_back(value.path);
    const auto near = nearest_name(factor_.path, known);
    reader_.refuse(
        *reader_.find("path"), "path",
        "is " + factor_.path + ", which is no number of the scenario", "the path of a number",
        near.empty() ? "`skillscale params` lists all paths" : "did you mean " + near + "?");
    return false;
  }

  const KeyReader& reader_;
  ExperimentFactor& factor_;
  const Scenario& scenario_;
  const LoadOptions& options_;
  const ParameterValue* known_ = nullptr;
};

}  // namespace

double ExperimentFactor::at(double share) const {
  if (choices() > 0) {
    const auto last = static_cast<double>(choices() - 1);
    const double position = std::min(last, std::max(0.0, share) * static_cast<double>(choices()));
    const auto at = static_cast<std::size_t>(position);
    return packages.empty() ? values[at] : static_cast<double>(at);
  }
  FreeParameter range;
  range.value = value;
  range.low = low;
  range.high = high;
  range.distribution = distribution;
  return is_whole ? sim::math::floor(range.at(share) + 0.5) : range.at(share);
}

std::optional<ExperimentFactor> read_factor(const Node& node, const Scenario& scenario,
                                            const LoadOptions& options, Faults& faults) {
  const KeyReader reader(node, experiment_keys(), "factor", "factors." + node.key, faults);
  if (!node.is_map()) return std::nullopt;
  ExperimentFactor factor;
  factor.name = node.key;
  factor.unit = "1";
  factor.place = node.key_place;
  if (!FactorReader(reader, factor, scenario, options).read()) return std::nullopt;
  return factor;
}

}  // namespace skillscale::scenarios
