// skillscale design: points of a design as a table of commas, for any program.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/option_values.h"
#include "experiments/designs/grid.h"
#include "experiments/designs/latin_hypercube.h"
#include "experiments/designs/morris.h"
#include "experiments/designs/plan_csv.h"
#include "experiments/designs/sobol.h"
#include "scenarios/experiment.h"
#include "scenarios/nearest.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

struct Options {
  std::string method;
  std::vector<std::string> factors;
  std::string points, seed, levels, candidates;
};

/// What a design is made of.
struct Wanted {
  std::size_t points, factors, levels, candidates;
  std::uint64_t seed;
};

using scenarios::DesignMethod;

struct Method {
  DesignMethod method;
  std::string_view points;  ///< what --points counts
  experiments::Design (*make)(const Wanted& wanted);

  std::string_view name() const { return scenarios::method_word(method); }
};

std::vector<std::vector<double>> levels_of(const Wanted& wanted) {
  return std::vector(wanted.factors, experiments::even_levels(wanted.levels));
}

constexpr std::array methods{
    Method{DesignMethod::Grid, "nothing: --levels decides",
           [](const Wanted& w) { return experiments::full_grid(levels_of(w)); }},
    Method{DesignMethod::OneAtATime, "nothing: --levels decides",
           [](const Wanted& w) {
             return experiments::one_at_a_time(std::vector<double>(w.factors, 0.5), levels_of(w));
           }},
    Method{
        DesignMethod::LatinHypercube, "points",
        [](const Wanted& w) { return experiments::latin_hypercube(w.points, w.factors, w.seed); }},
    Method{DesignMethod::Sobol, "points",
           [](const Wanted& w) { return experiments::sobol(w.points, w.factors, w.seed); }},
    Method{DesignMethod::Morris, "paths of factors + 1 points",
           [](const Wanted& w) {
             return experiments::morris(w.points, w.factors, w.seed, {w.levels, w.candidates});
           }},
    Method{DesignMethod::Saltelli, "groups of factors + 2 points",
           [](const Wanted& w) { return experiments::saltelli(w.points, w.factors, w.seed); }},
};

std::vector<std::string> method_names() {
  std::vector<std::string> names;
  for (const auto& method : methods) names.emplace_back(method.name());
  return names;
}

const Method& method_of(const std::string& name) {
  for (const auto& method : methods) {
    if (method.name() == name) return method;
  }
  const auto near = scenarios::nearest_name(name, method_names());
  throw sim::InputError(fmt::format(
      "--method is {}\n  allowed: {}\n  next: {}", name, fmt::join(method_names(), ", "),
      near.empty() ? "choose one of them" : "did you mean " + near + "?"));
}

/// A factor as it was written: NAME, or NAME=LOW:HIGH.
struct Range {
  std::string name;
  double low = 0, high = 1;
};

Range range_of(const std::string& text) {
  Range range;
  range.name = text.substr(0, text.find('='));
  if (range.name == text) return range;
  const auto numbers = std::string_view(text).substr(range.name.size() + 1);
  const char* const end = numbers.data() + numbers.size();
  const auto low = std::from_chars(numbers.data(), end, range.low);
  const bool has_low = low.ec == std::errc() && low.ptr != end && *low.ptr == ':';
  const auto high = has_low ? std::from_chars(low.ptr + 1, end, range.high) : low;
  if (!has_low || high.ec != std::errc() || high.ptr != end || !(range.low < range.high)) {
    throw sim::InputError(fmt::format(
        "--factors: {} cannot be read\n  allowed: NAME, or NAME=LOW:HIGH with LOW below HIGH\n"
        "  next: write it like wage_eur=300:900",
        text));
  }
  return range;
}

int design(const Options& options) {
  const auto& method = method_of(options.method);
  std::vector<Range> ranges;
  std::vector<std::string> names;
  for (const auto& factor : options.factors) {
    ranges.push_back(range_of(factor));
    names.push_back(ranges.back().name);
  }
  Wanted wanted{};
  wanted.points = whole("--points", options.points, 64, 1, 1e7);
  wanted.factors = ranges.size();
  wanted.levels =
      whole("--levels", options.levels, options.method == "one_at_a_time" ? 3 : 4, 1, 1e6);
  wanted.candidates = whole("--candidates", options.candidates, 0, 0, 1e5);
  wanted.seed = whole("--seed", options.seed, 1, 0, 1e18);
  auto points = method.make(wanted);
  for (auto& point : points) {
    for (std::size_t f = 0; f < ranges.size(); ++f)
      point[f] = ranges[f].low + (ranges[f].high - ranges[f].low) * point[f];
  }
  fmt::print("{}", experiments::plan_csv(names, points));
  return Done;
}

}  // namespace

void add_design(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "design", "Prints the points of a design as CSV: a column per factor, a line per point.");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("--method", options->method, fmt::format("{}", fmt::join(method_names(), ", ")))
      ->type_name("NAME")
      ->required();
  command
      ->add_option("--factors", options->factors,
                   "Factors, from 0 to 1 or in their own units: a,b or a=0:1,wage_eur=300:900")
      ->type_name("LIST")
      ->delimiter(',')
      ->required();
  std::string counted;
  for (const auto& method : methods) {
    if (method.points != "points") counted += fmt::format(" {}: {}.", method.name(), method.points);
  }
  command->add_option("--points", options->points, "How many, without it 64." + counted)
      ->type_name("N");
  command->add_option("--seed", options->seed, "Equal seeds give equal points; without it 1.")
      ->type_name("N");
  command
      ->add_option(
          "--levels", options->levels,
          "Values of a factor; without it 4, one_at_a_time 3. morris needs an even number.")
      ->type_name("N");
  command
      ->add_option("--candidates", options->candidates,
                   "morris: random paths from which those far apart are chosen; without it none.")
      ->type_name("N");
  command->callback([options, &chosen] { chosen = [options] { return design(*options); }; });
}

}  // namespace skillscale::cli
