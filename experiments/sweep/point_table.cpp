// All points of a sweep with their factors and outcomes: in memory, and as one file.
#include <limits>

#include "experiments/sweep/store.h"
#include "output/table_file.h"
#include "version.h"

namespace skillscale::experiments {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

output::Table frame(const Sweep& sweep, const RunTable& runs) {
  output::Table table;
  table.attributes = {{"kind", "sweep points"},
                      {"title", sweep.name},
                      {"description", sweep.description},
                      {"Conventions", "CF-1.10"},
                      {"source", "skillscale " + std::string(version())},
                      {"program_version", std::string(version())},
                      {"git_id", std::string(git_id())},
                      {"seed", std::to_string(sweep.seed)},
                      {"sweep_digest", sweep.digest},
                      {"runs_done", std::to_string(runs.done())},
                      {"runs_failed", std::to_string(runs.failed())},
                      {"runs_missing", std::to_string(sweep.runs() - runs.runs.size())}};
  if (auto digest = digest_of_runs(sweep, runs.runs); !digest.empty())
    table.attributes["digest"] = digest;
  table.axes.push_back({"point", "Point", {}, sweep.points});
  table.axes.push_back({"replicate", "Replicate", {}, sweep.replicates});
  if (!sweep.years.empty()) {
    std::vector<std::string> labels;
    for (const int year : sweep.years) labels.push_back(std::to_string(year));
    table.axes.push_back({"year", "Calendar year", labels, 0});
  }
  return table;
}

/// A factor's name, unless an outcome or an axis has it.
std::string variable_name(const Sweep& sweep, const std::string& factor) {
  bool is_taken = factor == "point" || factor == "replicate" || factor == "year" ||
                  factor == "status" || factor == "seconds";
  for (const auto& outcome : sweep.outcomes) is_taken = is_taken || outcome.outcome.name == factor;
  return is_taken ? "factor_" + factor : factor;
}

void add_factors(output::Table& table, const Sweep& sweep) {
  const std::size_t factors = sweep.factors.size();
  for (std::size_t f = 0; f < factors; ++f) {
    const auto& factor = sweep.factors[f];
    const auto name = variable_name(sweep, factor.factor.name);
    if (!factor.factor.choices.empty()) {
      output::TableWords words{name, "Package", "point", {}};
      for (std::size_t p = 0; p < sweep.points; ++p)
        words.texts.push_back(
            factor.factor.choices[static_cast<std::size_t>(sweep.values[p * factors + f])]);
      table.words.push_back(std::move(words));
      continue;
    }
    std::vector<double> values;
    for (std::size_t p = 0; p < sweep.points; ++p) values.push_back(sweep.values[p * factors + f]);
    table.variables.push_back(
        {name, factor.factor.unit, factor.path, "Factor.", {"point"}, std::move(values)});
  }
}

void add_outcomes(output::Table& table, const Sweep& sweep, const analysis::PointTable& points) {
  const std::size_t years = sweep.years_or_one();
  for (std::size_t o = 0; o < sweep.outcomes.size(); ++o) {
    const auto& outcome = sweep.outcomes[o];
    const bool is_yearly =
        outcome.of.size() > 1 ||
        (outcome.of.size() == 1 && !sweep.years.empty() && sweep.years.size() == 1);
    std::vector<double> values;
    for (std::size_t p = 0; p < sweep.points; ++p) {
      for (std::size_t r = 0; r < sweep.replicates; ++r) {
        for (std::size_t y = 0; y < (is_yearly ? years : 1); ++y)
          values.push_back(points.result(p, r, o, y));
      }
    }
    std::vector<std::string> axes{"point", "replicate"};
    if (is_yearly) axes.emplace_back("year");
    table.variables.push_back({outcome.outcome.name, outcome.outcome.unit,
                               outcome.outcome.long_name, "Outcome.", std::move(axes),
                               std::move(values)});
  }
}

void add_runs(output::Table& table, const Sweep& sweep, const RunTable& runs) {
  std::vector<double> status(sweep.runs(), undefined), seconds(sweep.runs(), undefined);
  for (const auto& run : runs.runs) {
    const std::size_t at = std::size_t{run.key.point} * sweep.replicates + run.key.replicate;
    status[at] = static_cast<double>(run.status);
    seconds[at] = run.seconds;
  }
  const std::vector<std::string> axes{"point", "replicate"};
  table.variables.push_back(
      {"status", "1", "0 done, 1 failed", "Not defined where a run is missing.", axes, status});
  table.variables.push_back({"seconds", "s", "Wall time of the run", "", axes, seconds});
}

}  // namespace

void add_sources(output::Table& table,
                 const std::vector<std::pair<std::string, std::string>>& sources) {
  output::TableAxis axis{"source", "File that the sweep was made of", {}, 0};
  output::TableWords words{"source_text", "Text of the file", "source", {}};
  for (const auto& [name, text] : sources) {
    axis.labels.push_back(name);
    words.texts.push_back(text);
  }
  table.axes.push_back(std::move(axis));
  table.words.push_back(std::move(words));
}

analysis::PointTable point_table(const Sweep& sweep, const RunTable& runs) {
  analysis::PointTable table;
  for (const auto& factor : sweep.factors) table.factors.push_back(factor.factor);
  for (const auto& outcome : sweep.outcomes) table.outcomes.push_back(outcome.outcome);
  table.years = sweep.years.empty() ? std::vector<int>{0} : sweep.years;
  table.layout = sweep.layout;
  table.points = sweep.points;
  table.replicates = sweep.replicates;
  table.values = sweep.values;
  table.shares = sweep.shares;
  table.results.assign(sweep.runs() * sweep.results(), undefined);
  for (const auto& run : runs.runs) {
    const std::size_t at = std::size_t{run.key.point} * sweep.replicates + run.key.replicate;
    std::copy(run.results.begin(), run.results.end(),
              table.results.begin() + static_cast<std::ptrdiff_t>(at * sweep.results()));
  }
  return table;
}

analysis::PointTable read_point_table(const std::filesystem::path& folder) {
  const Store store(folder);
  return point_table(store.sweep(), store.read_runs());
}

void Store::collect(const RunTable& runs) const {
  auto table = frame(sweep_, runs);
  add_factors(table, sweep_);
  add_outcomes(table, sweep_, point_table(sweep_, runs));
  add_runs(table, sweep_, runs);
  add_sources(table, sources_);
  output::write_table(folder_ / "points.h5", table);
}

}  // namespace skillscale::experiments
