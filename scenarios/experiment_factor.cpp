#include "scenarios/experiment_factor.h"

#include <algorithm>
#include <cmath>

#include "scenarios/emit_yaml.h"
#include "scenarios/json_text.h"
#include "scenarios/nearest.h"
#include "scenarios/number.h"
#include "scenarios/read_quantity.h"
#include "sim/math.h"
#include "sim/number_text.h"

namespace skillscale::scenarios {
namespace {

constexpr std::string_view base_factor = "scenario";

const ParameterValue* find_value(const Scenario& scenario, std::string_view path) {
  for (const auto& value : scenario.bound.values) {
    if (value.path == path) return &value;
  }
  return nullptr;
}

bool is_policy_path(std::string_view path) {
  const auto section = path.substr(0, path.find('.'));
  const auto sections = policy_section_names();
  return std::find(sections.begin(), sections.end(), section) != sections.end();
}

bool is_lever_strength(const ParameterValue& value) {
  return value.decl->path == "levers.{lever}.strength";
}

/// One factor of the file.
class FactorReader {
 public:
  FactorReader(const Node& node, const KeyReader& top, const std::vector<ExperimentBase>& bases,
               Faults& faults)
      : node_(node),
        reader_(top.inner(map_of(node), "factor", "factors." + node.key)),
        bases_(bases),
        faults_(faults) {}

  std::optional<ExperimentFactor> read() {
    factor_.name = node_.key;
    factor_.path = node_.is_scalar() ? node_.text : reader_.text("path");
    factor_.unit = "1";
    factor_.place = node_.key_place;
    if (!map_of(node_).is_map()) return std::nullopt;
    reader_.text("note");
    const auto before = faults_.size();
    const Node* packages = reader_.find("packages");
    if ((packages != nullptr) == !factor_.path.empty()) {
      reader_.refuse(node_, "", "has neither path nor packages, or both",
                     "a path, or packages of the library",
                     "write {path: migration.hazard}, or {packages: [pilots_as_today, ...]}");
    } else if (packages != nullptr) {
      factor_.kind = FactorKind::Package;
      factor_.is_policy = true;
      refuse_beside("packages", {"low", "high", "distribution", "values", "unit"});
      read_words("packages");
    } else {
      read_parameter();
    }
    if (faults_.size() != before) return std::nullopt;
    return std::move(factor_);
  }

 private:
  /// A path alone is an empty map.
  static const Node& map_of(const Node& node) {
    static const Node nothing = [] {
      Node map;
      map.kind = NodeKind::Map;
      return map;
    }();
    return node.is_scalar() ? nothing : node;
  }

  void read_parameter() {
    const auto* known = find_value(bases_.front().scenario, factor_.path);
    if (known == nullptr) {
      refuse_path();
      return;
    }
    for (const auto& base : bases_) {
      if (find_value(base.scenario, factor_.path) != nullptr) continue;
      faults_.add({node_.place, reader_.path(), "is not in the scenario " + base.name,
                   "a path that all base scenarios have", "remove it, or that scenario"});
    }
    factor_.is_policy = is_policy_path(factor_.path);
    factor_.is_whole = known->decl->kind == models::ValueKind::Whole;
    const bool is_number = factor_.is_whole || known->decl->kind == models::ValueKind::Real;
    if (is_number) {
      factor_.unit = known->decl->unit;
      factor_.decl = known->decl;
    }
    if (is_number && reader_.find("values") == nullptr) {
      read_range(*known);
    } else if (is_number) {
      factor_.kind = FactorKind::Numbers;
      read_numbers(*known);
    } else {
      factor_.kind = FactorKind::Words;
      refuse_beside("values", {"low", "high", "distribution", "unit"});
      read_words("values");
    }
  }

  void refuse_path() {
    std::vector<std::string> known;
    for (const auto& value : bases_.front().scenario.bound.values) known.push_back(value.path);
    const auto near = nearest_name(factor_.path, known);
    const Node* at = reader_.find("path");
    const bool is_lever = factor_.path.starts_with("levers.");
    const std::string lever =
        "levers stand in the scenario; write one of your own that extends it, with levers: {NAME: "
        "{lever: recognition.staff, start: 2025-01, strength: 0}}, and vary levers.NAME.strength";
    reader_.refuse(at == nullptr ? node_ : *at, "path",
                   "is " + factor_.path + ", which is no parameter of the scenario",
                   "the path of a parameter",
                   !near.empty() ? "did you mean " + near + "?"
                   : is_lever    ? lever
                                 : "`skillscale params` lists all paths");
  }

  void refuse_beside(const std::string& what, std::initializer_list<const char*> keys) {
    for (const auto* key : keys) {
      const Node* node = reader_.find(key);
      if (node == nullptr) continue;
      reader_.refuse(*node, key, "stands beside " + what, "a range or a list",
                     "remove one of them");
    }
  }

  /// A number as the scenario reads the parameter itself.
  std::optional<double> quantity(const Node& node, const std::string& path,
                                 const ParameterValue& known) {
    ParameterValue value;
    value.path = path;
    value.decl = known.decl;
    Node annotations;
    annotations.kind = NodeKind::Map;
    if (const Node* unit = reader_.find("unit")) annotations.children.push_back(*unit);
    if (!read_quantity_value(node, &annotations, value, faults_)) return std::nullopt;
    return value.value;
  }

  void read_end(std::string_view key, const ParameterValue& known, double& into) {
    const Node* node = reader_.find(key);
    if (node == nullptr) return;
    if (const auto value = quantity(*node, reader_.path() + "." + std::string(key), known))
      into = *value;
  }

  void read_range(const ParameterValue& known) {
    auto& range = factor_.range;
    range.path = known.path;
    range.unit = known.decl->unit;
    range.value = known.value;
    range.low = known.low;
    range.high = known.high;
    if (range.low == range.high && known.decl->range_low < known.decl->range_high) {
      range.low = known.decl->range_low;
      range.high = known.decl->range_high;
    }
    if (range.low == range.high && is_lever_strength(known)) {
      range.low = 0;
      range.high = 1;
    }
    const auto before = faults_.size();
    read_end("low", known, range.low);
    read_end("high", known, range.high);
    const bool holds = range.low <= range.value && range.value <= range.high;
    range.distribution = static_cast<Distribution>(
        reader_.choice("distribution", static_cast<int>(Distribution::Uniform)));
    if (faults_.size() == before) check_range(holds);
  }

  void check_range(bool holds) {
    const auto& range = factor_.range;
    const Node* low = reader_.find("low");
    Node self;
    self.place = node_.place;
    const Node& at = low == nullptr ? self : *low;
    const std::string text = "to high is " + rounded_text(range.low) + " to " +
                             rounded_text(range.high) + " " + range.unit;
    if (!(range.low < range.high)) {
      reader_.refuse(at, "low", text + ", an empty range", "low < high",
                     low != nullptr && reader_.find("high") != nullptr
                         ? "give a low below the high"
                         : "give low and high; neither the scenario nor the table states a range");
    } else if (range.distribution == Distribution::LogUniform && range.low <= 0) {
      reader_.refuse(at, "low", text + ", which has no logarithm throughout", "0 < low < high",
                     "give a low above 0, or distribution: uniform");
    } else if (range.distribution == Distribution::TwoSided && !holds) {
      reader_.refuse(at, "low",
                     text + ", which does not hold the scenario's " + rounded_text(range.value),
                     "low <= value <= high for distribution: two_sided",
                     "give distribution: uniform, or a range around the value");
    }
  }

  /// Two values at least; a fault otherwise.
  std::vector<const Node*> values(std::string_view key) {
    auto items = reader_.items(key);
    if (items.size() >= 2) return items;
    const Node* given = reader_.find(key);
    if (given != nullptr && items.empty()) return {};
    Node self;
    self.place = node_.place;
    reader_.refuse(given == nullptr ? self : *given, key, "names fewer than two",
                   "a list of two or more",
                   "name another; what is not varied stands in the scenario");
    return {};
  }

  void read_numbers(const ParameterValue& known) {
    refuse_beside("values", {"low", "high", "distribution"});
    for (const Node* item : values("values")) {
      const auto number = quantity(*item, reader_.path() + ".values", known);
      if (!number) continue;
      if (std::find(factor_.numbers.begin(), factor_.numbers.end(), *number) !=
          factor_.numbers.end())
        reader_.refuse(*item, "values", "names " + item->text + " twice", "each value once",
                       "remove one of the two");
      factor_.numbers.push_back(*number);
    }
  }

  void read_words(std::string_view key) {
    for (const Node* item : values(key)) {
      if (std::find(factor_.words.begin(), factor_.words.end(), item->text) != factor_.words.end())
        reader_.refuse(*item, key, "names " + item->text + " twice", "each value once",
                       "remove one of the two");
      factor_.words.push_back(item->text);
    }
  }

  const Node& node_;
  KeyReader reader_;
  const std::vector<ExperimentBase>& bases_;
  Faults& faults_;
  ExperimentFactor factor_;
};

/// "a + 2 * b <= 1": terms, a comparison, terms.
class ConstraintReader {
 public:
  ConstraintReader(const Node& node, std::string path, const std::vector<ExperimentFactor>& factors,
                   Faults& faults)
      : node_(node), path_(std::move(path)), factors_(factors), faults_(faults) {}

  std::optional<FactorConstraint> read() {
    constraint_.text = node_.text;
    split();
    const auto is_comparison = [](const std::string& word) {
      return word == "<" || word == "<=" || word == ">" || word == ">=";
    };
    const auto at = std::find_if(words_.begin(), words_.end(), is_comparison);
    if (at == words_.end() || std::count_if(words_.begin(), words_.end(), is_comparison) != 1) {
      refuse("compares nothing", "two sums and one of < <= > >= between them");
      return std::nullopt;
    }
    const double turn = at->front() == '<' ? 1 : -1;
    constraint_.is_strict = at->size() == 1;
    if (!sum(words_.begin(), at, turn) || !sum(at + 1, words_.end(), -turn)) return std::nullopt;
    if (constraint_.terms.empty()) {
      refuse("names no factor", "at least one factor");
      return std::nullopt;
    }
    return std::move(constraint_);
  }

 private:
  using Word = std::vector<std::string>::const_iterator;

  bool refuse(const std::string& problem, const std::string& allowed,
              const std::string& next = "write it as in a + 2 * b <= 1") {
    faults_.add({node_.place, path_, "is \"" + node_.text + "\": " + problem, allowed, next});
    return false;
  }

  void split() {
    std::string word;
    for (const char letter : node_.text + " ") {
      if (letter != ' ') {
        word += letter;
      } else if (!word.empty()) {
        words_.push_back(std::move(word));
        word.clear();
      }
    }
  }

  static std::optional<double> number(const std::string& word) {
    const auto reading = read_number(word);
    return reading.value && reading.length == word.size() ? reading.value : std::nullopt;
  }

  bool sum(Word from, Word to, double sign) {
    if (from == to) return refuse("has an empty side", "a sum on each side");
    double turn = sign;
    bool wants_term = true;
    for (auto at = from; at != to; ++at) {
      if (*at == "+" || *at == "-") {
        turn = *at == "-" ? -sign : sign;
        wants_term = true;
        continue;
      }
      if (!wants_term) return refuse("has two terms side by side", "+ or - between terms");
      wants_term = false;
      double times = 1;
      const auto value = number(*at);
      const bool is_factor = at + 1 != to && *(at + 1) == "*";
      if (value && !is_factor) {
        constraint_.bound -= turn * *value;
        continue;
      }
      if (is_factor) {
        if (!value || at + 2 == to) return refuse("multiplies wrongly", "NUMBER * FACTOR");
        times = *value;
        at += 2;
      }
      if (!term(*at, turn * times)) return false;
    }
    return !wants_term || refuse("ends in + or -", "a term behind it");
  }

  bool term(const std::string& name, double times) {
    for (std::size_t i = 0; i < factors_.size(); ++i) {
      if (factors_[i].name != name) continue;
      if (factors_[i].has_words())
        return refuse("compares " + name + ", which has words for values", "factors with numbers");
      constraint_.terms.emplace_back(times, i);
      return true;
    }
    const auto near = nearest_name(name, names_of(factors_));
    return refuse(name + " is no factor of this file", "names of factors, with blanks around signs",
                  near.empty() ? "name it under factors" : "did you mean " + near + "?");
  }

  const Node& node_;
  std::string path_;
  const std::vector<ExperimentFactor>& factors_;
  Faults& faults_;
  std::vector<std::string> words_;
  FactorConstraint constraint_;
};

}  // namespace

std::size_t ExperimentFactor::size() const {
  return kind == FactorKind::Range ? 0 : has_words() ? words.size() : numbers.size();
}

double ExperimentFactor::at(double share) const {
  if (kind == FactorKind::Range)
    return is_whole ? sim::math::floor(range.at(share) + 0.5) : range.at(share);
  const auto count = static_cast<double>(size());
  const auto position =
      static_cast<std::size_t>(std::clamp(std::floor(share * count), 0.0, count - 1));
  return has_words() ? static_cast<double>(position) : numbers[position];
}

double ExperimentFactor::share_of(double value) const {
  if (kind == FactorKind::Range) {
    const double low = range.low, high = range.high, middle = range.value;
    if (range.distribution == Distribution::LogUniform)
      return sim::math::log(value / low) / sim::math::log(high / low);
    if (range.distribution == Distribution::Uniform) return (value - low) / (high - low);
    if (value < middle || middle == high)
      return middle > low ? (value - low) / (middle - low) / 2 : 0.5;
    return 0.5 + (value - middle) / (high - middle) / 2;
  }
  double position = value;
  if (!has_words()) {
    const auto at = std::find(numbers.begin(), numbers.end(), value);
    position = static_cast<double>(at - numbers.begin());
  }
  return (position + 0.5) / static_cast<double>(size());
}

bool FactorConstraint::holds(std::span<const double> values) const {
  double sum = 0;
  for (const auto& [times, factor] : terms) sum += times * values[factor];
  return is_strict ? sum < bound : sum <= bound;
}

std::vector<std::string> names_of(const std::vector<ExperimentFactor>& factors) {
  std::vector<std::string> names;
  names.reserve(factors.size());
  for (const auto& factor : factors) names.push_back(factor.name);
  return names;
}

std::vector<ExperimentFactor> read_factors(const KeyReader& top,
                                           const std::vector<ExperimentBase>& bases,
                                           Faults& faults) {
  std::vector<ExperimentFactor> factors;
  const Node* list = top.find("factors");
  if (list == nullptr || !list->is_map() || list->children.empty()) {
    top.refuse(list == nullptr ? top.node() : *list, "factors", "names no factor",
               "a map of factors by name",
               "write office: {path: authorities.NAME.tokens_per_month, low: 1, high: 9}");
    return factors;
  }
  for (const auto& child : list->children) {
    if (child.is_faulty) continue;
    auto factor = FactorReader(child, top, bases, faults).read();
    if (!factor) continue;
    if (bases.size() > 1 && factor->name == base_factor)
      faults.add({child.key_place, "factors." + factor->name,
                  "has the name of the choice of base scenarios", "any other name",
                  "choose another name"});
    for (const auto& other : factors) {
      const bool is_same = other.kind == factor->kind && other.path == factor->path;
      if (!is_same) continue;
      faults.add({child.key_place, "factors." + factor->name, "varies the same as " + other.name,
                  "each path once", "remove one of the two"});
    }
    factors.push_back(*std::move(factor));
  }
  if (bases.size() > 1) {
    ExperimentFactor factor;
    factor.name = base_factor;
    factor.unit = "1";
    factor.kind = FactorKind::Base;
    for (const auto& base : bases) factor.words.push_back(base.name);
    factors.push_back(std::move(factor));
  }
  return factors;
}

std::vector<FactorConstraint> read_constraints(const KeyReader& top,
                                               const std::vector<ExperimentFactor>& factors,
                                               Faults& faults) {
  std::vector<FactorConstraint> constraints;
  for (const Node* node : top.items("constraints")) {
    const auto path = "constraints[" + std::to_string(constraints.size()) + "]";
    if (auto constraint = ConstraintReader(*node, path, factors, faults).read())
      constraints.push_back(*std::move(constraint));
  }
  return constraints;
}

std::optional<double> read_factor_value(const ExperimentFactor& factor, const Node& written,
                                        const std::string& path, Faults& faults) {
  if (factor.has_words()) {
    const auto at = std::find(factor.words.begin(), factor.words.end(), written.text);
    if (written.is_scalar() && at != factor.words.end())
      return static_cast<double>(at - factor.words.begin());
    const auto near = nearest_name(written.text, factor.words);
    const std::vector<std::string_view> views(factor.words.begin(), factor.words.end());
    faults.add(
        {written.place, path, "is \"" + written.text + "\"", name_list(views),
         near.empty() ? "give one of the words of the factor" : "did you mean " + near + "?"});
    return std::nullopt;
  }
  ParameterValue value;
  value.path = path;
  value.decl = factor.decl;
  if (!read_quantity_value(written, nullptr, value, faults)) return std::nullopt;
  const auto& numbers = factor.numbers;
  if (factor.kind == FactorKind::Numbers &&
      std::find(numbers.begin(), numbers.end(), value.value) == numbers.end()) {
    faults.add({written.place, path, "is " + written.text + ", which is not among the values",
                "the values that the factor lists", "add it there, or give the factor a range"});
    return std::nullopt;
  }
  return value.value;
}

std::string factor_text(const ExperimentFactor& factor, double value) {
  return factor.has_words() ? factor.words[static_cast<std::size_t>(value)]
                            : sim::number_text(value);
}

}  // namespace skillscale::scenarios
