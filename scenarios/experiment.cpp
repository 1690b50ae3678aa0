#include "scenarios/experiment.h"

#include <algorithm>
#include <array>

#include "scenarios/beside.h"
#include "scenarios/emit_yaml.h"
#include "scenarios/experiment_factor.h"
#include "scenarios/experiment_keys.h"
#include "scenarios/experiment_outcome.h"
#include "scenarios/identity.h"
#include "scenarios/nearest.h"
#include "scenarios/read_value.h"

namespace skillscale::scenarios {
namespace {

namespace fs = std::filesystem;

/// What a scenario is, its references included.
std::string identity_text(const Scenario& scenario) {
  std::string text = scenario.digest;
  for (const auto& reference : scenario.references)
    text += reference.package + emit_yaml(reference.effective, false);
  return text;
}

void add_files(std::vector<SourceFile>& files, const std::vector<SourceFile>& more) {
  for (const auto& file : more) {
    const bool is_known = std::any_of(files.begin(), files.end(),
                                      [&](const auto& one) { return one.name == file.name; });
    if (!is_known) files.push_back(file);
  }
}

/// One point of a list: values in the order of the factors.
std::vector<double> read_row(const Node& row, const std::string& path,
                             const std::vector<ExperimentFactor>& factors, Faults& faults) {
  std::vector<double> values;
  std::size_t count = factors.size();
  if (!factors.empty() && factors.back().kind == FactorKind::Base) --count;
  if (!row.is_sequence() || row.children.size() != count) {
    faults.add({row.place, path, "does not hold " + std::to_string(count) + " values",
                "a value for every factor, in their order", "write - [VALUE, VALUE, ...]"});
    return values;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const auto of = path + "[" + std::to_string(i) + "]";
    if (const auto value = read_factor_value(factors[i], row.children[i], of, faults))
      values.push_back(*value);
  }
  return values;
}

class ExperimentReader {
 public:
  ExperimentReader(const fs::path& file, const LoadOptions& options, const Language& language,
                   Faults& faults)
      : file_(file), language_(language), faults_(faults) {
    experiment_.options = options;
  }

  std::optional<Experiment> read() {
    auto source = read_source(file_, faults_);
    if (!source) return std::nullopt;
    auto tree = parse_document(source->text, source->name, faults_);
    if (!tree) return std::nullopt;
    experiment_.tree = *std::move(tree);
    experiment_.files.push_back(*std::move(source));
    const KeyReader top(experiment_.tree, experiment_keys(), "", "", faults_);
    read_settings(top);
    read_replicates(top);
    read_bases(top);
    if (!are_bases_sound_) return std::nullopt;
    experiment_.factors = read_factors(top, experiment_.bases, faults_);
    const bool are_factors_sound = faults_.empty();
    if (are_factors_sound)
      experiment_.constraints = read_constraints(top, experiment_.factors, faults_);
    read_all_outcomes(top);
    read_design(top, are_factors_sound);
    check_until(top);
    check_names();
    if (!faults_.empty()) return std::nullopt;
    identify();
    if (!faults_.empty()) return std::nullopt;
    return std::move(experiment_);
  }

 private:
  void read_settings(const KeyReader& top) {
    if (!top.number("schema") && top.find("schema") == nullptr)
      top.refuse(top.node(), "schema", "is missing", "1", "write schema: 1");
    experiment_.name = top.text("name");
    if (experiment_.name.empty()) experiment_.name = file_.stem().string();
    experiment_.description = top.text("description");
    experiment_.package = top.text("package");
    top.number("seed", experiment_.seed);
    experiment_.are_random_numbers_common = top.choice("random_numbers", 0) == 0;
    experiment_.on_failure = static_cast<OnFailure>(top.choice("on_failure", 0));
  }

  void read_replicates(const KeyReader& top) {
    const Node* node = top.find("replicates");
    if (node == nullptr) return;
    if (!node->is_map()) {
      top.number("replicates", experiment_.replicates);
      return;
    }
    const KeyReader reader = top.inner(*node, "replicates", "replicates");
    reader.number("least", experiment_.replicates);
    const Node* inner = reader.find("until");
    if (inner == nullptr) {
      reader.refuse(*node, "until", "is missing", "a map of outcome, rel_se and at_most",
                    "write a plain number for a fixed count");
      return;
    }
    const KeyReader until = reader.inner(*inner, "until", "replicates.until");
    if (!inner->is_map()) return;
    Until& into = experiment_.until.emplace();
    into.outcome = until.text("outcome");
    const auto error = until.number("rel_se"), most = until.number("at_most");
    for (const auto* key : {"outcome", "rel_se", "at_most"}) {
      if (until.find(key) == nullptr)
        until.refuse(*inner, key, "is missing", "all of outcome, rel_se, at_most", "give it");
    }
    if (!error || !most) return;
    into.relative_error = *error;
    into.at_most = static_cast<int>(*most);
    if (into.at_most < experiment_.replicates)
      until.refuse(*until.find("at_most"), "at_most",
                   "is " + std::to_string(into.at_most) + ", below the runs that every point gets",
                   std::to_string(experiment_.replicates) + " or more",
                   "raise it, or lower replicates.least");
  }

  void read_base(const Node& named, const KeyReader& top, std::string_view key) {
    const auto path = find_beside(file_, named, top, key, experiment_.options.library);
    auto options = experiment_.options;
    options.package = experiment_.package;
    if (!path) {
      are_bases_sound_ = false;
      return;
    }
    auto loaded = load(*path, options, language_);
    faults_.add(loaded.faults);
    if (!loaded.scenario) {
      are_bases_sound_ = false;
      return;
    }
    add_files(experiment_.files, loaded.scenario->files);
    experiment_.bases.push_back({named.text, *path, *std::move(loaded.scenario)});
  }

  void read_bases(const KeyReader& top) {
    const Node* one = top.find("scenario");
    const auto several = top.items("scenarios");
    if ((one == nullptr) == several.empty()) {
      top.refuse(one != nullptr ? *one : top.node(), "scenario",
                 one == nullptr ? "is missing" : "stands beside scenarios",
                 "scenario: FILE, or scenarios: [FILE, FILE]", "write scenario: workshop.yaml");
      are_bases_sound_ = false;
      return;
    }
    if (one != nullptr) {
      top.text("scenario");
      if (!one->is_scalar()) {
        are_bases_sound_ = false;
        return;
      }
      read_base(*one, top, "scenario");
    }
    for (const Node* node : several) {
      const bool is_twice =
          std::any_of(experiment_.bases.begin(), experiment_.bases.end(),
                      [&](const auto& known) { return known.name == node->text; });
      if (is_twice)
        top.refuse(*node, "scenarios", "names " + node->text + " twice", "each once",
                   "remove one of the two");
      read_base(*node, top, "scenarios");
    }
  }

  void read_all_outcomes(const KeyReader& top) {
    for (std::size_t i = 0; i < experiment_.bases.size(); ++i) {
      const auto before = faults_.size();
      auto outcomes = read_outcomes(top, experiment_.bases[i].scenario);
      if (faults_.size() != before) return;
      if (i == 0) {
        experiment_.outcomes = std::move(outcomes);
        continue;
      }
      for (std::size_t k = 0; k < outcomes.size(); ++k) {
        if (outcomes[k].years == experiment_.outcomes[k].years) continue;
        faults_.add({outcomes[k].place, "outcomes." + outcomes[k].name,
                     "has other years in " + experiment_.bases[i].name,
                     "base scenarios with the same calendar years", "name the years to be kept"});
      }
    }
  }

  void read_design(const KeyReader& top, bool are_factors_sound) {
    auto& design = experiment_.design;
    const Node* node = top.find("design");
    if (node == nullptr) {
      top.refuse(top.node(), "design", "is missing", "a map with the method and its points",
                 "write design: {method: latin_hypercube, points: 64}");
      return;
    }
    const KeyReader reader = top.inner(*node, "design", "design");
    if (!node->is_map()) return;
    design.place = node->key_place;
    design.method = static_cast<DesignMethod>(reader.choice("method", 0));
    reader.number("points", design.points);
    reader.number("levels", design.levels);
    reader.number("candidates", design.candidates);
    check_design_keys(reader);
    if (const Node* file = reader.find("file")) find_design_file(reader, *file);
    if (const Node* rows = reader.find("rows"); rows != nullptr && are_factors_sound) {
      for (std::size_t i = 0; i < rows->children.size(); ++i)
        design.rows.push_back(read_row(rows->children[i], "design.rows[" + std::to_string(i) + "]",
                                       experiment_.factors, faults_));
      if (!rows->is_sequence() || rows->children.empty())
        reader.refuse(*rows, "rows", "holds no point", "a list of lists",
                      "write - [VALUE, VALUE, ...] for each point");
    }
    const bool has_groups =
        design.method == DesignMethod::Morris || design.method == DesignMethod::Saltelli;
    if (has_groups && experiment_.bases.size() > 1)
      reader.refuse(
          *node, "method",
          "is " + std::string(method_word(design.method)) + ", which is analysed for one scenario",
          "one base scenario", "write an experiment for each of them");
  }

  /// A method needs some keys and has no use for others.
  void check_design_keys(const KeyReader& reader) {
    struct Use {
      const char* key;
      bool is_needed, is_allowed;
    };
    using enum DesignMethod;
    const auto method = experiment_.design.method;
    const bool is_laid_out = method <= Saltelli;
    const bool has_levels = method == Grid || method == OneAtATime || method == Morris;
    const std::array uses{
        Use{"points", is_laid_out, is_laid_out || method == Posterior},
        Use{"levels", false, has_levels}, Use{"candidates", false, method == Morris},
        Use{"rows", method == List, method == List}, Use{"file", method >= Csv, method >= Csv}};
    for (const auto& use : uses) {
      const Node* given = reader.find(use.key);
      const std::string words = "method " + std::string(method_word(method));
      if (use.is_needed && given == nullptr) {
        reader.refuse(reader.node(), use.key, "is missing", "what " + words + " needs",
                      "add it to the design");
      } else if (!use.is_allowed && given != nullptr) {
        reader.refuse(*given, use.key, "is not used by " + words, "keys of that method",
                      "remove it, or choose another method");
      }
    }
  }

  void find_design_file(const KeyReader& reader, const Node& named) {
    if (!named.is_scalar()) {
      reader.text("file");
      return;
    }
    const auto path = find_beside(file_, named, reader, "file", experiment_.options.library);
    if (!path) return;
    experiment_.design.file = *path;
    if (experiment_.design.method != DesignMethod::Csv) return;
    if (auto source = read_source(*path, faults_)) add_files(experiment_.files, {*source});
  }

  void check_until(const KeyReader& top) {
    if (!experiment_.until || experiment_.until->outcome.empty()) return;
    std::vector<std::string> names;
    for (const auto& outcome : experiment_.outcomes) names.push_back(outcome.name);
    const auto at = std::find(names.begin(), names.end(), experiment_.until->outcome);
    // An outcome with a fault may be the one that is meant.
    if (at != names.end() || !faults_.empty()) return;
    const auto near = nearest_name(experiment_.until->outcome, names);
    const Node* node = top.find("replicates")->find("until")->find("outcome");
    const std::vector<std::string_view> views(names.begin(), names.end());
    faults_.add({node->place, "replicates.until.outcome",
                 "is " + node->text + ", which is no outcome of this file", name_list(views),
                 near.empty() ? "name one of them" : "did you mean " + near + "?"});
  }

  /// Factors and outcomes stand side by side in the collected file.
  void check_names() {
    const auto factors = names_of(experiment_.factors);
    for (const auto& outcome : experiment_.outcomes) {
      const bool is_factor =
          std::find(factors.begin(), factors.end(), outcome.name) != factors.end();
      const bool is_plain =
          !outcome.name.empty() && outcome.name.find_first_not_of(
                                       "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789_") == std::string::npos;
      constexpr std::array<std::string_view, 6> taken{"point",  "replicate", "year",
                                                      "status", "digest",    "seconds"};
      const bool is_taken = std::find(taken.begin(), taken.end(), outcome.name) != taken.end();
      if (is_plain && !is_factor && !is_taken) continue;
      faults_.add({outcome.place, "outcomes." + outcome.name,
                   is_plain ? "is the name of something else in the collected file"
                            : "has a name that other programs cannot take",
                   "letters, digits and _; not " + name_list(taken), "choose another name"});
    }
  }

  /// A package has levers and partnerships of its own in the place of the scenario's.
  bool lacks_a_factor(const Scenario& variant, const ExperimentFactor& chosen) {
    const auto& values = variant.bound.values;
    const auto before = faults_.size();
    for (const auto& factor : experiment_.factors) {
      if (factor.has_words()) continue;
      const bool is_there = std::any_of(values.begin(), values.end(), [&](const auto& value) {
        return value.path == factor.path;
      });
      if (is_there) continue;
      faults_.add({factor.place, "factors." + factor.name,
                   "is " + factor.path + ", which is no parameter of " + variant.run.name,
                   "a path that every value of " + chosen.name + " leaves there",
                   "vary it in an experiment without " + chosen.name});
    }
    return faults_.size() != before;
  }

  /// Reads what packages and words lead to, one at a time; results depend on all of it.
  void identify() {
    std::string text = emit_yaml(experiment_.tree, false);
    for (const auto& base : experiment_.bases) text += identity_text(base.scenario);
    std::vector<double> values(experiment_.factors.size(), 0);
    for (std::size_t i = 0; i < experiment_.factors.size(); ++i) {
      const auto& factor = experiment_.factors[i];
      if (!factor.has_words()) continue;
      for (std::size_t word = 0; word < factor.words.size(); ++word) {
        values[i] = static_cast<double>(word);
        const auto variant = load_variant(experiment_, values, faults_);
        if (!variant || lacks_a_factor(variant->scenario, factor)) return;
        add_files(experiment_.files, variant->scenario.files);
        text += identity_text(variant->scenario);
      }
      values[i] = 0;
    }
    if (experiment_.design.method == DesignMethod::Csv) {
      for (const auto& file : experiment_.files) {
        if (file.name == experiment_.design.file.string()) text += file.text;
      }
    }
    experiment_.digest = identity_of(text);
  }

  const fs::path& file_;
  const Language& language_;
  Faults& faults_;
  Experiment experiment_;
  bool are_bases_sound_ = true;
};

}  // namespace

std::string_view method_word(DesignMethod method) {
  for (const auto& row : experiment_keys()) {
    if (row.map == "design" && row.key == "method")
      return words_of(row.choices)[static_cast<std::size_t>(method)];
  }
  return "";
}

LoadedExperiment load_experiment(const fs::path& file, const LoadOptions& options,
                                 const Language& language) {
  LoadedExperiment loaded;
  loaded.experiment = ExperimentReader(file, options, language, loaded.faults).read();
  loaded.faults.sort();
  return loaded;
}

bool looks_like_experiment(const fs::path& file) {
  Faults faults;
  const auto source = read_source(file, faults);
  if (!source) return false;
  const auto tree = parse_document(source->text, source->name, faults);
  return tree && tree->find("factors") != nullptr;
}

std::optional<ExperimentVariant> load_variant(const Experiment& experiment,
                                              std::span<const double> values, Faults& faults) {
  auto options = experiment.options;
  options.package = experiment.package;
  const ExperimentBase* base = &experiment.bases.front();
  for (std::size_t i = 0; i < experiment.factors.size(); ++i) {
    const auto& factor = experiment.factors[i];
    if (!factor.has_words()) continue;
    const auto position = static_cast<std::size_t>(values[i]);
    const auto& word = factor.words[position];
    if (factor.kind == FactorKind::Package) options.package = word;
    if (factor.kind == FactorKind::Base) base = &experiment.bases[position];
    if (factor.kind == FactorKind::Words) options.overrides.push_back({factor.path, word});
  }
  auto loaded = load(base->file, options, model_language());
  faults.add(loaded.faults);
  if (!loaded.scenario) return std::nullopt;
  const auto before = faults.size();
  const KeyReader top(experiment.tree, experiment_keys(), "", "", faults);
  ExperimentVariant variant;
  variant.outcomes = read_outcomes(top, *loaded.scenario);
  if (faults.size() != before) return std::nullopt;
  variant.scenario = *std::move(loaded.scenario);
  return variant;
}

}  // namespace skillscale::scenarios
