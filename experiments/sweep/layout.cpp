// Points of a sweep: from the design of the experiment to values of its factors.
#include <algorithm>
#include <cmath>
#include <string>

#include "experiments/designs/grid.h"
#include "experiments/designs/latin_hypercube.h"
#include "experiments/designs/morris.h"
#include "experiments/designs/plan_csv.h"
#include "experiments/designs/sobol.h"
#include "experiments/sweep/sweep.h"
#include "sim/error.h"

namespace skillscale::experiments {
namespace {

using scenarios::DesignMethod;
using scenarios::ExperimentFactor;

constexpr std::size_t most_points = 10'000'000;

double share_of(const ExperimentFactor& factor, double value) {
  return std::clamp((value - factor.low) / (factor.high - factor.low), 0.0, 1.0);
}

/// Coordinates at the middle of each choice.
std::vector<double> choice_shares(std::size_t count) {
  std::vector<double> shares;
  for (std::size_t i = 0; i < count; ++i)
    shares.push_back((static_cast<double>(i) + 0.5) / static_cast<double>(count));
  return shares;
}

std::vector<std::vector<double>> levels_of(const scenarios::Experiment& experiment) {
  std::vector<std::vector<double>> levels;
  for (const auto& factor : experiment.factors) {
    levels.push_back(factor.choices() > 0 ? choice_shares(factor.choices())
                                          : even_levels(experiment.design.levels));
  }
  return levels;
}

/// The scenario's own values; of choices the first.
std::vector<double> base_of(const scenarios::Experiment& experiment) {
  std::vector<double> base;
  for (const auto& factor : experiment.factors) {
    base.push_back(factor.choices() > 0 ? choice_shares(factor.choices()).front()
                                        : share_of(factor, factor.value));
  }
  return base;
}

Design design_of(const scenarios::Experiment& experiment, std::size_t points) {
  const auto& design = experiment.design;
  const std::size_t factors = experiment.factors.size();
  switch (design.method) {
    case DesignMethod::LatinHypercube:
      return latin_hypercube(points, factors, experiment.seed);
    case DesignMethod::Sobol:
      return sobol(points, factors, experiment.seed);
    case DesignMethod::Grid:
      return full_grid(levels_of(experiment), most_points);
    case DesignMethod::OneAtATime:
      return one_at_a_time(base_of(experiment), levels_of(experiment));
    case DesignMethod::Morris:
      return morris(points, factors, experiment.seed, {design.levels, 0});
    case DesignMethod::Saltelli:
      return saltelli(points, factors, experiment.seed);
    case DesignMethod::Csv:
      break;
  }
  return {};
}

/// Values of a CSV plan by factor, in canonical units; of packages the position.
std::vector<std::vector<double>> planned(const scenarios::Experiment& experiment) {
  scenarios::Faults faults;
  const auto& source = experiment.design.plan;
  const auto plan = read_plan(source.text, source.name, faults);
  std::vector<std::size_t> column;
  for (const auto& factor : experiment.factors) {
    const auto at = std::find_if(plan.names.begin(), plan.names.end(),
                                 [&](const auto& cell) { return cell.text == factor.name; });
    column.push_back(static_cast<std::size_t>(at - plan.names.begin()));
    if (at == plan.names.end() && !plan.names.empty())
      faults.add({plan.place(plan.names.front()), factor.name, "has no column",
                  "a column per factor", "add it to the header"});
  }
  std::vector<std::vector<double>> points;
  for (const auto& line : plan.points) {
    auto& point = points.emplace_back();
    for (std::size_t f = 0; f < column.size(); ++f) {
      if (column[f] == plan.names.size()) continue;
      const auto& factor = experiment.factors[f];
      const auto& cell = line[column[f]];
      if (factor.packages.empty()) {
        point.push_back(number_of(plan, cell, factor.name, faults));
        continue;
      }
      const auto at = std::find(factor.packages.begin(), factor.packages.end(), cell.text);
      point.push_back(static_cast<double>(at - factor.packages.begin()));
      if (at == factor.packages.end())
        faults.add({plan.place(cell), factor.name, "is " + cell.text, "a package of the factor",
                    "add it to factors." + factor.name + ".packages"});
    }
  }
  if (!faults.empty()) throw sim::InputError(faults.text());
  return points;
}

struct Points {
  std::vector<double> values, shares;
  std::size_t count = 0, refused = 0;
};

bool is_allowed(const std::vector<scenarios::Constraint>& constraints,
                const std::vector<double>& values) {
  return std::all_of(constraints.begin(), constraints.end(), [&](const auto& constraint) {
    double sum = 0;
    for (std::size_t f = 0; f < values.size(); ++f) sum += constraint.weights[f] * values[f];
    return sum <= constraint.most;
  });
}

void add(Points& points, const scenarios::Experiment& experiment, const std::vector<double>& values,
         const std::vector<double>& shares) {
  if (!is_allowed(experiment.constraints, values)) {
    ++points.refused;
    return;
  }
  points.values.insert(points.values.end(), values.begin(), values.end());
  points.shares.insert(points.shares.end(), shares.begin(), shares.end());
  ++points.count;
}

Points points_of(const scenarios::Experiment& experiment, std::size_t wanted) {
  Points points;
  if (experiment.design.method == DesignMethod::Csv) {
    for (const auto& values : planned(experiment)) {
      std::vector<double> shares;
      for (std::size_t f = 0; f < values.size(); ++f) {
        const auto& factor = experiment.factors[f];
        const bool is_range = factor.choices() == 0;
        shares.push_back(is_range ? share_of(factor, values[f]) : values[f]);
      }
      add(points, experiment, values, shares);
    }
    return points;
  }
  for (const auto& shares : design_of(experiment, wanted)) {
    std::vector<double> values;
    for (std::size_t f = 0; f < shares.size(); ++f)
      values.push_back(experiment.factors[f].at(shares[f]));
    add(points, experiment, values, shares);
  }
  return points;
}

bool is_policy_path(const std::string& path) {
  const auto section = path.substr(0, path.find('.'));
  const auto names = scenarios::policy_section_names();
  return std::find(names.begin(), names.end(), section) != names.end();
}

SweepFactor factor_of(const ExperimentFactor& from) {
  SweepFactor to;
  to.factor = {from.name, from.unit, from.packages};
  to.path = from.path;
  to.is_policy = is_policy_path(from.path);
  return to;
}

SweepOutcome outcome_of(const scenarios::ExperimentOutcome& from,
                        const std::vector<std::string>& worlds) {
  SweepOutcome to;
  to.outcome = {from.name, from.unit, from.headline.empty() ? from.name : from.headline};
  to.headline = from.headline;
  if (!from.against.empty())
    to.against = static_cast<std::size_t>(std::find(worlds.begin(), worlds.end(), from.against) -
                                          worlds.begin());
  if (from.of) to.of.push_back(*from.of);
  to.of.insert(to.of.end(), from.yearly.begin(), from.yearly.end());
  if (from.per) to.per.push_back(*from.per);
  return to;
}

analysis::Layout layout_of(DesignMethod method) {
  return method == DesignMethod::Morris     ? analysis::Layout::Morris
         : method == DesignMethod::Saltelli ? analysis::Layout::Saltelli
                                            : analysis::Layout::Free;
}

}  // namespace

Sweep make_sweep(const scenarios::Experiment& experiment) {
  Sweep sweep;
  sweep.name = experiment.name;
  sweep.description = experiment.description;
  sweep.digest = experiment.digest;
  sweep.seed = experiment.seed;
  sweep.months = experiment.scenarios.front().run.months;
  sweep.replicates = static_cast<std::uint32_t>(experiment.replicates);
  sweep.has_common_random_numbers = experiment.has_common_random_numbers;
  sweep.on_failure = experiment.on_failure;
  sweep.years = experiment.years;
  sweep.layout = layout_of(experiment.design.method);
  for (const auto& factor : experiment.factors) sweep.factors.push_back(factor_of(factor));
  for (const auto& scenario : experiment.scenarios) sweep.bases.push_back(world_values(scenario));
  std::vector<std::string> worlds;
  for (const auto& world : sweep.bases.front()) worlds.push_back(world.name);
  for (const auto& outcome : experiment.outcomes)
    sweep.outcomes.push_back(outcome_of(outcome, worlds));
  auto points = points_of(experiment, experiment.design.points);
  if (points.count == 0) {
    throw sim::InputError("constraints: none of " + std::to_string(points.refused) +
                          " points satisfies them\n  allowed: constraints that some point of the "
                          "ranges satisfies\n  next: loosen them, or widen the ranges");
  }
  sweep.points = points.count;
  sweep.refused_points = points.refused;
  sweep.values = std::move(points.values);
  sweep.shares = std::move(points.shares);
  return sweep;
}

Sweep with_points(const Sweep& sweep, const scenarios::Experiment& experiment, std::size_t more) {
  const auto method = experiment.design.method;
  const bool is_nested = method == DesignMethod::Sobol || method == DesignMethod::Morris ||
                         method == DesignMethod::Saltelli;
  if (!is_nested)
    throw sim::InputError(
        "--points: a longer design of this method does not begin with the shorter "
        "one\n  allowed: sobol, morris, saltelli\n  next: begin a new sweep");
  const std::size_t group = method == DesignMethod::Sobol    ? 1
                            : method == DesignMethod::Morris ? sweep.factors.size() + 1
                                                             : sweep.factors.size() + 2;
  const std::size_t groups = (sweep.points + sweep.refused_points) / group + more;
  auto points = points_of(experiment, groups);
  Sweep longer = sweep;
  longer.points = points.count;
  longer.refused_points = points.refused;
  longer.values = std::move(points.values);
  longer.shares = std::move(points.shares);
  return longer;
}

}  // namespace skillscale::experiments
