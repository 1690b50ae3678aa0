#include "scenarios/run_settings.h"

#include <algorithm>
#include <array>

#include "scenarios/nearest.h"
#include "scenarios/number.h"
#include "scenarios/section_reader.h"

namespace skillscale::scenarios {
namespace {

constexpr std::array keys{
    RunKey{"schema", "integer", 1, 1, "Version of the scenario language."},
    RunKey{"name", "string", 0, 0, "Title of the scenario."},
    RunKey{"description", "string", 0, 0, "What the scenario is about."},
    RunKey{"corridor", "string", 0, 0,
           "Marks the file that states a corridor; references take their policy from it."},
    RunKey{"extends", "files", 0, 0,
           "File that this one changes, beside it or in the library, or a list of them: later ones "
           "win."},
    RunKey{"horizon.start", "month", 0, 0, "First month, YYYY-MM."},
    RunKey{"horizon.months", "integer", 1, 30000, "Months to simulate."},
    RunKey{"ensemble.replicates", "integer", 1, 100000, "Runs on different random numbers."},
    RunKey{"ensemble.seed", "integer", 0, 9007199254740991.0, "Seed of all random numbers."},
    RunKey{"ensemble.references", "strings", 0, 0,
           "Packages to compare with, on the same corridor and seeds."},
    RunKey{"ensemble.draws", "integer", 0, 100000,
           "Draws of the uncertain parameters from their ranges; 0 for none."},
    RunKey{"ensemble.quantiles", "numbers", 0, 1, "Quantiles of the results, ascending."},
    RunKey{"outputs.variables", "strings", 0, 0, "Result variables to store, or all."},
    RunKey{"outputs.every", "integer", 1, 1200,
           "Months from one stored month to the next; the last of each span is stored."},
};

constexpr std::size_t most_quantiles = 100;

/// Package names become file names, so they are plain words.
bool is_word(std::string_view text) {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

/// The name is the title of results, tables and pages.
void read_name(SectionReader& reader, std::string& name) {
  reader.text("name", name);
  while (name.ends_with('\n')) name.pop_back();  // of a block text
  if (name.find_first_of("\n\t") == std::string::npos) return;
  reader.refuse(*reader.find("name"), "name", "has more than one line, or a tab",
                "one line of text", "shorten it; a description may have several lines");
}

void read_references(SectionReader& reader, Ensemble& ensemble) {
  const std::string_view path = "ensemble.references";
  const Node* list = reader.list(path);
  if (list == nullptr) return;
  for (const auto& item : list->children) {
    const auto& known = ensemble.references;
    if (item.is_faulty) continue;
    if (!is_word(item.text)) {
      reader.refuse(item, path, "is \"" + item.text + "\"", "names of packages",
                    "name a file of the library's folder package, without .yaml");
    } else if (std::find(known.begin(), known.end(), item.text) != known.end()) {
      reader.refuse(item, path, "names " + item.text + " twice", "each package once",
                    "remove one of the two");
    } else {
      ensemble.references.push_back(item.text);
    }
  }
}

void read_quantiles(SectionReader& reader, Ensemble& ensemble) {
  const std::string_view path = "ensemble.quantiles";
  const Node* list = reader.list(path);
  if (list == nullptr) return;
  std::vector<double> quantiles;
  for (const auto& item : list->children) {
    if (item.is_faulty) return;
    const auto number = read_number(item.text);
    const bool is_good = number.value && number.length == item.text.size() && *number.value >= 0 &&
                         *number.value <= 1 &&
                         (quantiles.empty() || quantiles.back() < *number.value);
    if (!is_good) {
      return reader.refuse(item, path, "is " + item.text, "ascending numbers from 0 to 1",
                           "write them as in [0.05, 0.5, 0.95]");
    }
    quantiles.push_back(*number.value);
  }
  if (quantiles.empty() || quantiles.size() > most_quantiles) {
    return reader.refuse(*list, path, "has " + std::to_string(quantiles.size()) + " numbers",
                         "1 to 100 numbers", "write them as in [0.05, 0.5, 0.95]");
  }
  ensemble.quantiles = quantiles;
}

void read_variables(SectionReader& reader, const Language& language, Outputs& outputs) {
  const std::string_view path = "outputs.variables";
  const Node* all = reader.find(path);
  if (all != nullptr && all->is_scalar() && all->text == "all") return;
  const Node* list = reader.list(path);
  if (list == nullptr) return;
  const auto known = language.output_variables;
  for (const auto& item : list->children) {
    if (item.is_faulty) continue;
    if (known.empty() || std::find(known.begin(), known.end(), item.text) != known.end()) {
      outputs.variables.push_back(item.text);
      continue;
    }
    const auto near = nearest_name(item.text, known);
    reader.refuse(item, path, "names " + item.text + ", which is no result variable",
                  "all, or a list of: " + name_list(known),
                  near.empty() ? "remove it" : "did you mean " + near + "?");
  }
}

}  // namespace

std::span<const RunKey> run_keys() { return keys; }

std::optional<int> months_since_start(std::string_view text, const RunSettings& run) {
  const auto month = read_calendar_month(text);
  if (!month) return std::nullopt;
  return (month->year - run.start.year) * 12 + month->month - run.start.month;
}

RunSettings read_run_settings(const Node& root, const Language& language, Faults& faults) {
  RunSettings run;
  SectionReader reader(root, faults);
  for (std::string_view section : {"horizon", "ensemble", "outputs"}) reader.check_keys(section);
  read_name(reader, run.name);
  reader.text("description", run.description);
  reader.text("corridor", run.corridor);
  reader.month("horizon.start", run.start);
  reader.integer("horizon.months", run.months);
  reader.integer("ensemble.replicates", run.ensemble.replicates);
  reader.integer("ensemble.seed", run.ensemble.seed);
  reader.integer("ensemble.draws", run.ensemble.draws);
  reader.integer("outputs.every", run.outputs.every);
  read_references(reader, run.ensemble);
  read_quantiles(reader, run.ensemble);
  read_variables(reader, language, run.outputs);
  return run;
}

}  // namespace skillscale::scenarios
