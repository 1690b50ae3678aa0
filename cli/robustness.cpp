// skillscale robustness: how packages do over all futures that were tried.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/point_source.h"
#include "cli/robustness_report.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

using experiments::analysis::Aim;
using experiments::analysis::pareto;
using experiments::analysis::PointTable;
using experiments::analysis::read_condition;

struct Options {
  PointOptions points;
  std::vector<std::string> decisions, larger, smaller, conditions;
  std::string year;
  std::filesystem::path csv, svg;
  bool is_json = false;
};

/// What --packages names; without it the factor `package`, or the only one with choices.
std::vector<std::size_t> decisions_of(const Options& options, const PointTable& table) {
  std::vector<std::size_t> all;
  for (const auto& name : options.decisions) all.push_back(factor_of(table, name));
  if (!all.empty()) return all;
  std::vector<std::string> names;
  for (std::size_t f = 0; f < table.factors.size(); ++f) {
    if (table.factors[f].name == "package") return {f};
    if (table.factors[f].choices.empty()) continue;
    all.push_back(f);
    names.push_back(table.factors[f].name);
  }
  if (all.size() == 1) return all;
  throw sim::InputError(fmt::format(
      "robustness: {}, so it is open which one makes the packages\n  allowed: --packages with one "
      "or more factors\n  next: name what can be decided, such as --packages {}",
      all.empty() ? "no factor has choices"
                  : fmt::format("{} have choices", fmt::join(names, ", ")),
      names.empty() ? table.factors.front().name : names.front()));
}

void add_goal(RobustnessReport& report, const Options& options, const std::string& name, Aim aim) {
  Goal goal;
  goal.outcome = outcome_of(report.table, name);
  goal.aim = aim;
  for (const auto& text : options.conditions) {
    const auto condition = read_condition(text);
    outcome_of(report.table, condition.outcome);
    if (condition.outcome == name) goal.condition = condition;
  }
  goal.values = outcomes_of(report.futures, report.table, goal.outcome, report.year);
  goal.packages = robustness(goal.values, aim, goal.condition);
  if (goal.packages.front().futures == 0) {
    throw sim::InputError(fmt::format(
        "robustness: {} is defined in no future for all packages\n  allowed: an outcome that is\n"
        "  next: take another one with --larger or --smaller",
        name));
  }
  report.goals.push_back(std::move(goal));
}

RobustnessReport report_of(const Options& options, const PointTable& table) {
  RobustnessReport report{
      table, year_of(table, options.year), futures_of(table, decisions_of(options, table)), {}, {}};
  for (const auto& name : options.larger) add_goal(report, options, name, Aim::Larger);
  for (const auto& name : options.smaller) add_goal(report, options, name, Aim::Smaller);
  std::vector<std::vector<double>> worst(report.futures.packages.size());
  for (const auto& goal : report.goals) {
    for (std::size_t p = 0; p < worst.size(); ++p) {
      const double value = goal.packages[p].worst;
      worst[p].push_back(goal.aim == Aim::Larger ? value : -value);
    }
  }
  report.is_pareto = pareto(worst);
  return report;
}

int tell_robustness(const Options& options) {
  if (options.larger.empty() && options.smaller.empty()) {
    throw sim::InputError(
        "robustness: no outcome is named as a goal\n  allowed: --larger NAME, --smaller NAME, both "
        "several times\n  next: say of each outcome whether more or less of it is better");
  }
  const auto table = read_points(options.points);
  const auto report = report_of(options, table);
  if (!options.csv.empty()) write_text(options.csv, robustness_csv(report));
  if (!options.svg.empty()) write_text(options.svg, robustness_picture(report));
  if (options.is_json) {
    fmt::print("{}", robustness_json(report));
  } else if (options.csv.empty() && options.svg.empty()) {
    fmt::print("{}", robustness_text(report));
  }
  return Done;
}

}  // namespace

void add_robustness(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "robustness", "Packages over all futures: worst case, regret, how often a goal is met.");
  const auto options = std::make_shared<Options>();
  add_point_options(*command, options->points);
  command
      ->add_option("--packages", options->decisions,
                   "Factors that can be decided; without it package, or the only one with choices. "
                   "All others "
                   "make the futures.")
      ->type_name("LIST")
      ->delimiter(',');
  command->add_option("--larger", options->larger, "Outcomes of which more is better.")
      ->type_name("NAME")
      ->delimiter(',');
  command->add_option("--smaller", options->smaller, "Outcomes of which less is better.")
      ->type_name("NAME")
      ->delimiter(',');
  command
      ->add_option("--holds", options->conditions,
                   "Counts futures in which a goal is met: \"arrivals >= 5000\".")
      ->type_name("\"NAME < NUMBER\"");
  command->add_option("--year", options->year, "The year; without it the last.")->type_name("YEAR");
  command->add_flag("--json", options->is_json, "Prints JSON.");
  command
      ->add_option("--csv", options->csv,
                   "Writes packages by futures: values, regrets, Pareto flag.")
      ->type_name("FILE");
  command->add_option("--svg", options->svg, "Draws the range of every package over the futures.")
      ->type_name("FILE");
  command->callback(
      [options, &chosen] { chosen = [options] { return tell_robustness(*options); }; });
}

}  // namespace skillscale::cli
