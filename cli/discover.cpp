// skillscale discover: under which conditions does an outcome leave what is wanted?
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/discovery_report.h"
#include "cli/exit_status.h"
#include "cli/option_values.h"
#include "cli/point_source.h"

namespace skillscale::cli {
namespace {

using experiments::analysis::PrimOptions;
using experiments::analysis::read_condition;
using experiments::analysis::Samples;

struct Options {
  PointOptions points;
  std::string condition, year, seed, boxes, step, resamples;
  std::filesystem::path csv, svg;
  bool is_json = false;
};

int discover_boxes(const Options& options) {
  const auto condition = read_condition(options.condition);
  const auto table = read_points(options.points);
  const std::size_t outcome = outcome_of(table, condition.outcome);
  const std::size_t year = year_of(table, options.year);
  const auto seed = whole("--seed", options.seed, 1, 0, 1e18);
  PrimOptions prim;
  prim.most_boxes = whole("--boxes", options.boxes, 1, 1, 20);
  prim.chosen = whole("--step", options.step, 0, 0, 1e6);
  prim.resamples = whole("--resamples", options.resamples, 20, 0, 1e4);
  const Samples samples = samples_of(table, labels(table, condition, outcome, year));
  const DiscoveryReport report{table,
                               condition,
                               outcome,
                               year,
                               discover(samples, seed, prim),
                               chosen_cart(samples, seed, {5, 16})};
  if (!options.csv.empty()) write_text(options.csv, discovery_csv(report));
  if (!options.svg.empty()) write_text(options.svg, discovery_picture(report));
  if (options.is_json) {
    fmt::print("{}", discovery_json(report));
  } else if (options.csv.empty() && options.svg.empty()) {
    fmt::print("{}{}", discovery_text(report), tree_text(report));
  }
  return Done;
}

}  // namespace

void add_discover(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "discover", "Under which values of the factors a condition arises: boxes (PRIM) and a tree.");
  const auto options = std::make_shared<Options>();
  add_point_options(*command, options->points);
  command
      ->add_option("--outcome", options->condition,
                   "Which points are of interest, such as \"arrivals < 5000\".")
      ->type_name("\"NAME < NUMBER\"")
      ->required();
  command->add_option("--year", options->year, "The year; without it the last.")->type_name("YEAR");
  command
      ->add_option("--boxes", options->boxes,
                   "Boxes at most, each for the cases that earlier ones miss; without it 1.")
      ->type_name("N");
  command
      ->add_option("--step", options->step,
                   "Step of the peeling path to take; without it the best balanced one.")
      ->type_name("N");
  command
      ->add_option("--resamples", options->resamples,
                   "How often the search is repeated on resampled points; without it 20.")
      ->type_name("N");
  command->add_option("--seed", options->seed, "Of the resampling; without it 1.")->type_name("N");
  command->add_flag("--json", options->is_json, "Prints JSON.");
  command->add_option("--csv", options->csv, "Writes the peeling path, a line per step.")
      ->type_name("FILE");
  command->add_option("--svg", options->svg, "Draws coverage against density along the path.")
      ->type_name("FILE");
  command->callback(
      [options, &chosen] { chosen = [options] { return discover_boxes(*options); }; });
}

}  // namespace skillscale::cli
