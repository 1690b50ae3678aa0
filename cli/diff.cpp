// skillscale diff A B: what differs in the input, then in the output.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/compared_results.h"
#include "cli/exit_status.h"
#include "cli/input_difference.h"
#include "cli/number_words.h"
#include "cli/result_quantities.h"
#include "cli/table_text.h"
#include "experiments/comparison.h"
#include "experiments/parameters_csv.h"

namespace skillscale::cli {
namespace {

using Json = nlohmann::ordered_json;
using experiments::Interval;

struct Options {
  ComparedOptions compared;
  std::filesystem::path left, right;
  bool is_json = false, is_input_only = false;
};

struct OutputDifference {
  Quantity quantity;
  Interval left, right, difference;  ///< right less left
};

InputSide side_of(const Compared& one) {
  InputSide side;
  side.name = one.name;
  const auto add = [&](const char* name, auto value) {
    side.settings.emplace_back(name, fmt::format("{}", value));
  };
  if (one.result) {
    const auto& layout = one.result->layout();
    side.effective_yaml = one.result->effective_yaml();
    side.parameter_csv = one.result->parameter_table_csv();
    add("seed", layout.seed);
    add("replicates", layout.replicates);
    add("program", layout.program_version + " " + layout.git_id);
  } else {
    side.effective_yaml = one.scenario->effective_yaml;
    side.parameter_csv = experiments::parameters_csv(*one.scenario, "");
    add("seed", one.seed);
    add("replicates", one.replicates);
  }
  return side;
}

bool is_same(const Quantity& left, const Quantity& right) {
  for (std::size_t run = 0; run < left.values.size(); ++run) {
    const double a = left.values[run], b = right.values[run];
    if (a != b && !(std::isnan(a) && std::isnan(b))) return false;
  }
  return left.values.size() == right.values.size();
}

/// All outputs that are not the same in every run; `same` counts the others.
std::vector<OutputDifference> output_differences(const output::ResultReader& left,
                                                 const output::ResultReader& right,
                                                 const experiments::Pairing& pairing, int& same) {
  std::vector<OutputDifference> all;
  auto mine = headline_quantities(left), theirs = headline_quantities(right);
  for (auto& total : total_quantities(left)) mine.push_back(std::move(total));
  for (auto& total : total_quantities(right)) theirs.push_back(std::move(total));
  for (const auto& q : mine) {
    const auto* other = find(theirs, q);
    if (other == nullptr) continue;
    if (is_same(q, *other)) {
      ++same;
      continue;
    }
    all.push_back(
        {q, experiments::interval_of(q.values), experiments::interval_of(other->values),
         experiments::interval_of(experiments::differences(pairing, other->values, q.values))});
  }
  return all;
}

std::string output_row(const OutputDifference& d) {
  const auto& q = d.quantity;
  double size = 0;
  for (const double value : {d.left.median, d.right.median, d.difference.low, d.difference.high})
    if (!std::isnan(value)) size = std::max(size, std::fabs(value));
  constexpr double many = 1e6;
  const double factor = q.is_share ? 100 : size >= many ? 1 / many : 1;
  const int decimals = q.is_share ? 1 : decimals_for(size * factor);
  const auto unit =
      q.is_share ? "%" : (factor < 1 ? "million " : "") + (q.units == "1" ? "" : q.units);
  auto label = q.long_name;
  if (q.span != "headline") label += ", " + q.span;
  if (!q.against.empty()) label += ", against " + q.against;
  if (!unit.empty()) label += " (" + unit + ")";
  const auto say = [&](double value, Words words) { return words(value * factor, decimals); };
  const auto range =
      std::isnan(d.difference.low) || d.difference.runs < 2
          ? ""
          : say(d.difference.low, with_sign) + " to " + say(d.difference.high, with_sign);
  return fmt::format("{}\n{:>30}{:>20}{:>20}   {}\n", label, say(d.left.median, grouped),
                     say(d.right.median, grouped), say(d.difference.median, with_sign), range);
}

std::string pairing_words(const experiments::Pairing& pairing) {
  if (pairing.is_paired) return "Paired: run by run on the same random numbers.\n";
  return "UNPAIRED, with the chance of both sides in the range: they differ in\n" +
         wrapped(pairing.reasons, "  ");
}

std::string output_words(const std::vector<OutputDifference>& differences, int same,
                         const Compared& left, const Compared& right,
                         const experiments::Pairing& pairing) {
  std::string text =
      fmt::format("\nWhat differs in the output, {} less {}\n", right.name, left.name) +
      pairing_words(pairing);
  if (differences.empty())
    return text +
           fmt::format("Nothing: all {} headlines and totals are the same in every run.\n", same);
  const auto word = pairing.is_paired ? "difference" : "unpaired diff.";
  text += fmt::format("\n{:>30}{:>20}{:>20}   {}\n", "median of the first", "of the second", word,
                      "90 % of the " + std::string(pairing.is_paired ? "runs" : "pairs"));
  for (const auto& d : differences) text += output_row(d);
  return text + fmt::format("\n{} further headlines and totals are the same in every run.\n", same);
}

// nlohmann-json writes NaN as null.
Json interval(const Interval& of) {
  return {{"low", of.low}, {"median", of.median}, {"high", of.high}, {"mean", of.mean}};
}

Json input_json(const std::vector<InputDifference>& differences) {
  Json all = Json::array();
  for (const auto& d : differences) {
    all.push_back({{"path", d.path},
                   {"kind", d.kind},
                   {"left", d.left},
                   {"right", d.right},
                   {"unit", d.unit},
                   {"meaning", d.meaning}});
  }
  return all;
}

Json output_json(const std::vector<OutputDifference>& differences) {
  Json all = Json::array();
  for (const auto& d : differences) {
    const auto& q = d.quantity;
    all.push_back({{"name", q.name},
                   {"span", q.span},
                   {"against", q.against},
                   {"long_name", q.long_name},
                   {"units", q.units},
                   {"left", interval(d.left)},
                   {"right", interval(d.right)},
                   {"difference", interval(d.difference)}});
  }
  return all;
}

int diff(Options options) {
  options.compared.files = {options.left, options.right};
  ComparedResults results(options.compared);
  const auto& left = results.all()[0];
  const auto& right = results.all()[1];
  auto left_side = side_of(left), right_side = side_of(right);
  const auto inputs = input_differences(left_side, right_side);
  if (!options.is_json) fmt::print("{}", input_words(inputs, left_side, right_side));
  std::fflush(stdout);
  Json root = {{"left", left.name}, {"right", right.name}, {"input", input_json(inputs)}};
  if (!options.is_input_only) {
    if (!results.run()) return Interrupted;
    const auto pairing = experiments::pairing_of(right.result->layout(), left.result->layout());
    int same = 0;
    const auto outputs = output_differences(*left.result, *right.result, pairing, same);
    if (!options.is_json) fmt::print("{}", output_words(outputs, same, left, right, pairing));
    root["pairing"] = pairing.is_paired ? "paired" : "unpaired";
    root["unpaired_because"] = pairing.reasons;
    root["same"] = same;
    root["output"] = output_json(outputs);
  }
  if (options.is_json) fmt::print("{}\n", root.dump(1));
  return Done;
}

}  // namespace

void add_diff(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "diff",
      "What differs between two results or scenarios: the input in words, then the output.");
  const auto options = std::make_shared<Options>();
  command->add_option("A", options->left, "Result file (F.h5) or scenario file (F.yaml).")
      ->type_name("")
      ->required();
  command->add_option("B", options->right, "The other; differences are B less A.")
      ->type_name("")
      ->required();
  command->add_flag("--input", options->is_input_only, "Only the input; nothing is run.");
  command->add_flag("--json", options->is_json, "Prints JSON.");
  add_run_options(*command, options->compared);
  command->callback([options, &chosen] { chosen = [options] { return diff(*options); }; });
}

}  // namespace skillscale::cli
