// skillscale analyse: which factors mattered, for all outcomes and years at once.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/option_values.h"
#include "cli/point_source.h"
#include "cli/sensitivity_report.h"
#include "scenarios/nearest.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

using experiments::analysis::Column;
using experiments::analysis::find_method;
using experiments::analysis::Finding;
using experiments::analysis::Method;
using experiments::analysis::methods;
using experiments::analysis::PointTable;

struct Options {
  PointOptions points;
  std::vector<std::string> methods, outcomes;
  std::string year, seed, most;
  std::filesystem::path csv, svg;
  bool is_json = false, has_all_years = false;
};

std::vector<std::string> method_names() {
  std::vector<std::string> names;
  for (const auto& method : methods()) names.emplace_back(method.name);
  return names;
}

std::vector<const Method*> chosen_methods(const Options& options, const PointTable& table) {
  if (options.methods.empty()) return suited(table.layout);
  std::vector<const Method*> all;
  for (const auto& name : options.methods) {
    const auto* method = find_method(name);
    if (method == nullptr) {
      const auto near = scenarios::nearest_name(name, method_names());
      throw sim::InputError(fmt::format(
          "--method is {}\n  allowed: {}\n  next: {}", name, fmt::join(method_names(), ", "),
          near.empty() ? "choose one of them" : "did you mean " + near + "?"));
    }
    all.push_back(method);
  }
  return all;
}

/// Every chosen outcome, in the years asked for.
std::vector<Column> columns(const Options& options, const PointTable& table, bool has_all_years) {
  std::vector<std::size_t> outcomes;
  for (const auto& name : options.outcomes) outcomes.push_back(outcome_of(table, name));
  for (std::size_t o = 0; options.outcomes.empty() && o < table.outcomes.size(); ++o)
    outcomes.push_back(o);
  const std::size_t only = year_of(table, options.year);
  std::vector<Column> all;
  for (const std::size_t outcome : outcomes) {
    for (std::size_t year = 0; year < table.years.size(); ++year) {
      const bool is_asked = has_all_years && options.year.empty() && table.differs_by_year(outcome);
      if (is_asked || year == only) all.push_back({outcome, year});
    }
  }
  return all;
}

std::vector<SensitivityReport> reports(const Options& options, const PointTable& table,
                                       bool has_all_years) {
  std::vector<SensitivityReport> all;
  const auto seed = whole("--seed", options.seed, 1, 0, 1e18);
  for (const auto* method : chosen_methods(options, table)) {
    all.push_back(
        {table, *method, findings(table, *method, columns(options, table, has_all_years), seed)});
  }
  return all;
}

int analyse(const Options& options) {
  const auto table = read_points(options.points);
  const auto most = whole("--most", options.most, 15, 1, 1e6);
  // Programs get every year, people the last one unless they ask.
  const bool is_for_programs = options.is_json || !options.csv.empty();
  const auto all = reports(options, table, is_for_programs || options.has_all_years);
  if (!options.csv.empty()) write_text(options.csv, sensitivity_csv(all));
  if (!options.svg.empty()) {
    if (all.size() != 1) {
      throw sim::InputError(
          "--svg draws one method at a time\n  allowed: --svg F.svg with one --method\n"
          "  next: add --method prcc, or another\n");
    }
    auto shown = all.front();
    std::erase_if(shown.findings, [&](const Finding& finding) {
      return !options.has_all_years && finding.column.year != year_of(table, options.year);
    });
    write_text(options.svg, sensitivity_picture(shown, most));
  }
  if (options.is_json) {
    fmt::print("{}", sensitivity_json(all));
  } else if (options.csv.empty() && options.svg.empty()) {
    for (const auto& report : all) fmt::print("{}", sensitivity_text(report, most));
  }
  return Done;
}

}  // namespace

void add_analyse(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "analyse", "Which factors mattered, with intervals, for every outcome of an experiment.");
  const auto options = std::make_shared<Options>();
  add_point_options(*command, options->points);
  command
      ->add_option("--method", options->methods,
                   fmt::format("{}; without it what the design was made for, else prcc and tree.",
                               fmt::join(method_names(), ", ")))
      ->type_name("NAME")
      ->delimiter(',');
  command->add_option("--outcome", options->outcomes, "Outcomes; without it all.")
      ->type_name("NAME")
      ->delimiter(',');
  auto* year = command->add_option("--year", options->year, "One year; without it the last.")
                   ->type_name("YEAR");
  command
      ->add_flag("--all-years", options->has_all_years, "Every year; JSON and CSV have all anyway.")
      ->excludes(year);
  command->add_option("--most", options->most, "Factors shown per outcome; without it 15.")
      ->type_name("N");
  command->add_option("--seed", options->seed, "Of the resampling; without it 1.")->type_name("N");
  command->add_flag("--json", options->is_json, "Prints JSON.");
  command->add_option("--csv", options->csv, "Writes a line per factor and measure.")
      ->type_name("FILE");
  command->add_option("--svg", options->svg, "Draws bars with intervals, for one method.")
      ->type_name("FILE");
  command->callback([options, &chosen] { chosen = [options] { return analyse(*options); }; });
}

}  // namespace skillscale::cli
