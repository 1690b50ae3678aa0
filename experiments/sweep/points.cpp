#include "experiments/sweep/points.h"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <sstream>

#include "experiments/designs/grid.h"
#include "experiments/designs/latin_hypercube.h"
#include "experiments/designs/morris.h"
#include "experiments/designs/plan_csv.h"
#include "experiments/designs/sobol.h"
#include "output/table_file.h"
#include "scenarios/nearest.h"
#include "sim/error.h"

namespace skillscale::experiments::sweep {
namespace {

using scenarios::DesignMethod;
using scenarios::Experiment;
using scenarios::ExperimentFactor;
using scenarios::FactorKind;

/// A design looked for this many times as far as it should reach satisfies its constraints nowhere.
constexpr std::size_t patience = 1000;
constexpr std::size_t standard_levels = 3;

/// The factors that a design lays out; the bases are crossed with it.
std::size_t laid_out(const Experiment& experiment) {
  const auto& factors = experiment.factors;
  const bool has_bases = !factors.empty() && factors.back().kind == FactorKind::Base;
  return factors.size() - (has_bases ? 1 : 0);
}

[[noreturn]] void refuse(const Experiment& experiment, const std::string& path,
                         const std::string& problem, const std::string& allowed,
                         const std::string& next) {
  scenarios::Faults faults;
  faults.add({experiment.design.place, path, problem, allowed, next});
  throw sim::InputError(faults.text());
}

[[noreturn]] void refuse_constraints(const Experiment& experiment) {
  std::string list;
  for (const auto& constraint : experiment.constraints)
    list += (list.empty() ? "" : "; ") + constraint.text;
  refuse(experiment, "constraints", "leave no point of the design: " + list,
         "constraints that a good part of the ranges satisfies", "change them, or the ranges");
}

std::vector<double> values_at(const Experiment& experiment, const std::vector<double>& shares) {
  std::vector<double> values(shares.size());
  for (std::size_t i = 0; i < shares.size(); ++i) values[i] = experiment.factors[i].at(shares[i]);
  return values;
}

bool is_allowed(const Experiment& experiment, const std::vector<double>& values) {
  return std::all_of(experiment.constraints.begin(), experiment.constraints.end(),
                     [&](const auto& constraint) { return constraint.holds(values); });
}

/// Groups of a design all of whose points satisfy the constraints.
Design allowed_groups(const Experiment& experiment, const Design& design, std::size_t group) {
  Design kept;
  for (std::size_t first = 0; first + group <= design.size(); first += group) {
    const auto from = design.begin() + std::ptrdiff_t(first);
    const auto to = from + std::ptrdiff_t(group);
    const bool is_good = std::all_of(from, to, [&](const auto& point) {
      return is_allowed(experiment, values_at(experiment, point));
    });
    if (is_good) kept.insert(kept.end(), from, to);
  }
  return kept;
}

/// The first `wanted` allowed groups of a design whose longer forms begin with the shorter ones.
template <class Make>
Design prefix(const Experiment& experiment, std::size_t wanted, std::size_t group, Make make) {
  for (std::size_t count = wanted; count <= wanted * patience; count *= 2) {
    auto kept = allowed_groups(experiment, make(count), group);
    if (kept.empty() && count >= 4096) break;
    if (kept.size() < wanted * group) continue;
    kept.resize(wanted * group);
    return kept;
  }
  refuse_constraints(experiment);
}

/// Latin hypercubes, one after the other, until there are as many points as wanted.
void add_batch(const Experiment& experiment, std::size_t wanted, std::size_t batch,
               Design& design) {
  const auto dimensions = laid_out(experiment);
  const std::size_t due = design.size() + wanted;
  for (std::size_t attempt = 0; design.size() < due; ++attempt) {
    if (attempt > patience / 10) refuse_constraints(experiment);
    const std::size_t missing =
        attempt == 0 ? wanted : std::max<std::size_t>(due - design.size(), 64);
    const auto seed = experiment.seed + 1'000'003 * batch + 7'919 * attempt;
    auto kept = allowed_groups(experiment, latin_hypercube(missing, dimensions, seed), 1);
    kept.resize(std::min(kept.size(), due - design.size()));
    design.insert(design.end(), kept.begin(), kept.end());
  }
}

/// Coordinates of one factor for designs that go by levels.
std::vector<double> levels_of(const ExperimentFactor& factor, std::size_t levels) {
  if (factor.size() == 0) return even_levels(levels == 0 ? standard_levels : levels);
  std::vector<double> middle;
  for (std::size_t i = 0; i < factor.size(); ++i)
    middle.push_back((double(i) + 0.5) / double(factor.size()));
  return middle;
}

Design leveled(const Experiment& experiment) {
  std::vector<std::vector<double>> levels;
  std::vector<double> base;
  for (std::size_t i = 0; i < laid_out(experiment); ++i) {
    const auto& factor = experiment.factors[i];
    levels.push_back(levels_of(factor, experiment.design.levels));
    const bool is_range = factor.kind == FactorKind::Range;
    const double share = is_range ? factor.share_of(factor.range.value) : levels.back().front();
    base.push_back(std::clamp(share, 0.0, 1.0));
  }
  const auto design = experiment.design.method == DesignMethod::Grid ? full_grid(levels)
                                                                     : one_at_a_time(base, levels);
  auto kept = allowed_groups(experiment, design, 1);
  if (kept.empty()) refuse_constraints(experiment);
  return kept;
}

Design by_shares(const Experiment& experiment, std::span<const std::size_t> batches) {
  const auto dimensions = laid_out(experiment);
  const auto wanted = std::accumulate(batches.begin(), batches.end(), std::size_t{0});
  const auto seed = experiment.seed;
  switch (experiment.design.method) {
    case DesignMethod::Sobol:
      return prefix(experiment, wanted, 1,
                    [&](std::size_t count) { return sobol(count, dimensions, seed); });
    case DesignMethod::Morris: {
      MorrisOptions options;
      if (experiment.design.levels != 0) options.levels = experiment.design.levels;
      options.candidates = experiment.design.candidates;
      return prefix(experiment, wanted, dimensions + 1,
                    [&](std::size_t count) { return morris(count, dimensions, seed, options); });
    }
    case DesignMethod::Saltelli:
      return prefix(experiment, wanted, dimensions + 2,
                    [&](std::size_t count) { return saltelli(count, dimensions, seed); });
    case DesignMethod::Grid:
    case DesignMethod::OneAtATime:
      return leveled(experiment);
    default: {
      Design design;
      for (std::size_t batch = 0; batch < batches.size(); ++batch)
        add_batch(experiment, batches[batch], batch, design);
      return design;
    }
  }
}

std::string read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

/// The column of every factor in a plan; all faults of the plan at once.
std::vector<std::size_t> columns_of(const Experiment& experiment, const Plan& plan,
                                    scenarios::Faults& faults) {
  std::vector<std::string> names, known;
  for (const auto& cell : plan.names) names.push_back(cell.text);
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < laid_out(experiment); ++i) {
    const auto& name = experiment.factors[i].name;
    known.push_back(name);
    const auto at = std::find(names.begin(), names.end(), name);
    columns.push_back(static_cast<std::size_t>(at - names.begin()));
    if (at == names.end() && !plan.names.empty())
      faults.add({plan.place(plan.names.front()), name, "has no column", "a column per factor",
                  "add it to the table, or remove the factor"});
  }
  for (const auto& cell : plan.names) {
    if (std::find(known.begin(), known.end(), cell.text) != known.end()) continue;
    const auto near = scenarios::nearest_name(cell.text, known);
    faults.add({plan.place(cell), cell.text, "is no factor of the experiment", "names of factors",
                near.empty() ? "name it under factors" : "did you mean " + near + "?"});
  }
  return columns;
}

std::vector<std::vector<double>> by_plan(const Experiment& experiment) {
  const auto& file = experiment.design.file;
  scenarios::Faults faults;
  const auto plan = read_plan(read_text(file), file.string(), faults);
  std::vector<std::vector<double>> rows;
  const auto columns = columns_of(experiment, plan, faults);
  if (faults.empty()) {
    for (const auto& cells : plan.points) {
      auto& row = rows.emplace_back();
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& factor = experiment.factors[i];
        const auto& cell = cells[columns[i]];
        scenarios::Node written;
        written.kind = scenarios::NodeKind::Scalar;
        written.text = cell.text;
        written.place = plan.place(cell);
        row.push_back(
            scenarios::read_factor_value(factor, written, factor.name, faults).value_or(0));
      }
    }
  }
  if (!faults.empty()) throw sim::InputError(faults.text());
  return rows;
}

/// Particles at even steps of the weight; other factors by a Latin hypercube.
std::vector<std::vector<double>> by_posterior(const Experiment& experiment) {
  const auto& file = experiment.design.file;
  const auto table = output::read_table(file, "posterior");
  const auto& paths = table.axis("parameter").labels;
  const auto& weights = table.variable("weight").values;
  const auto& learnt = table.variable("value").values;
  const auto dimensions = laid_out(experiment);
  for (const auto& path : paths) {
    const auto known = std::any_of(experiment.factors.begin(), experiment.factors.end(),
                                   [&](const auto& factor) { return factor.path == path; });
    if (!known)
      refuse(experiment, "design.file", "has the parameter " + path + ", which is no factor",
             "an experiment with all parameters of the posterior as factors",
             "add one with path: " + path);
  }
  const std::size_t count =
      experiment.design.points == 0 ? weights.size() : experiment.design.points;
  const auto others = latin_hypercube(count, dimensions, experiment.seed);
  std::vector<std::vector<double>> rows;
  std::size_t particle = 0;
  double reached = weights.front();
  for (std::size_t point = 0; point < count; ++point) {
    const double due = (double(point) + 0.5) / double(count);
    while (reached < due && particle + 1 < weights.size()) reached += weights[++particle];
    auto row = values_at(experiment, others[point]);
    for (std::size_t i = 0; i < dimensions; ++i) {
      const auto at = std::find(paths.begin(), paths.end(), experiment.factors[i].path);
      if (at != paths.end())
        row[i] = learnt[particle * paths.size() + std::size_t(at - paths.begin())];
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::vector<double>> by_values(const Experiment& experiment) {
  auto rows = experiment.design.method == DesignMethod::List  ? experiment.design.rows
              : experiment.design.method == DesignMethod::Csv ? by_plan(experiment)
                                                              : by_posterior(experiment);
  std::erase_if(rows, [&](const auto& row) { return !is_allowed(experiment, row); });
  if (rows.empty()) refuse_constraints(experiment);
  return rows;
}

/// Adds a point, once with every base.
void add_point(const Experiment& experiment, const std::vector<double>& values,
               const std::vector<double>& shares, Points& points) {
  const bool has_bases = laid_out(experiment) < experiment.factors.size();
  const std::size_t times = has_bases ? experiment.factors.back().size() : 1;
  for (std::size_t base = 0; base < times; ++base) {
    points.values.insert(points.values.end(), values.begin(), values.end());
    points.shares.insert(points.shares.end(), shares.begin(), shares.end());
    if (!has_bases) continue;
    points.values.push_back(double(base));
    points.shares.push_back((double(base) + 0.5) / double(times));
  }
}

}  // namespace

Points make_points(const Experiment& experiment, std::span<const std::size_t> batches) {
  Points points;
  points.factors = experiment.factors.size();
  const auto method = experiment.design.method;
  if (method == DesignMethod::Morris) points.layout = analysis::Layout::Morris;
  if (method == DesignMethod::Saltelli) points.layout = analysis::Layout::Saltelli;
  if (method >= DesignMethod::List) {
    for (const auto& row : by_values(experiment)) {
      std::vector<double> shares(row.size());
      for (std::size_t i = 0; i < row.size(); ++i)
        shares[i] = experiment.factors[i].share_of(row[i]);
      add_point(experiment, row, shares, points);
    }
    return points;
  }
  for (const auto& shares : by_shares(experiment, batches))
    add_point(experiment, values_at(experiment, shares), shares, points);
  return points;
}

Points first_points(const Experiment& experiment) {
  const std::vector<std::size_t> batches{experiment.design.points};
  return make_points(experiment, batches);
}

std::string expansion_problem(const Experiment& experiment) {
  const auto method = experiment.design.method;
  if (method == DesignMethod::Morris && experiment.design.candidates != 0)
    return "the paths of a morris design are chosen among its candidates, so that more paths are "
           "others";
  if (method <= DesignMethod::Saltelli) return "";
  return "a design of method " + std::string(scenarios::method_word(method)) +
         " has the points it names and no more";
}

std::string points_csv(const Experiment& experiment, const Points& points) {
  std::string text = "point";
  for (const auto& factor : experiment.factors) text += "," + csv_field(factor.name);
  text += "\n";
  for (std::size_t p = 0; p < points.size(); ++p) {
    text += std::to_string(p);
    for (std::size_t i = 0; i < points.factors; ++i)
      text += "," + csv_field(scenarios::factor_text(experiment.factors[i], points.at(p)[i]));
    text += "\n";
  }
  return text;
}

}  // namespace skillscale::experiments::sweep
