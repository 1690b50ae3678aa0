#include "experiments/sweep/collect.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <set>

#include "experiments/designs/plan_csv.h"
#include "output/table_file.h"
#include "output/temporary_file.h"
#include "sim/digest.h"
#include "sim/error.h"
#include "version.h"

namespace skillscale::experiments::sweep {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
using scenarios::Experiment;

std::vector<int> years_of(const Experiment& experiment) {
  std::set<int> years;
  for (const auto& outcome : experiment.outcomes)
    years.insert(outcome.years.begin(), outcome.years.end());
  return {years.begin(), years.end()};
}

[[noreturn]] void fail_bad(const BadShard& bad) {
  throw sim::StorageError(bad.file.string() + ": " + bad.problem +
                          "\n  next: `skillscale resume` puts it aside and makes its runs again");
}

/// All values of a store, in the order of its points.
class Gathered {
 public:
  explicit Gathered(const Store& store) : table_(store) {
    width_ = store.kind().value_columns.size();
    int most = store.head().replicates;
    if (store.experiment().until) most = std::max(most, store.experiment().until->at_most);
    most_ = static_cast<std::size_t>(most);
    std::vector<std::vector<double>> rows(store.points().size() * most_);
    records_.resize(rows.size());
    const auto bad = table_.read([&](const RunRecord& record) {
      const auto replicate = static_cast<std::size_t>(record.replicate);
      if (replicate >= most_) return;
      const auto at = record.point * most_ + replicate;
      records_[at] = {record.seed, record.host, record.started, record.message, record.attempt};
      rows[at] = record.values;
    });
    if (!bad.empty()) fail_bad(bad.front());
    values_ = std::move(rows);
  }

  struct Rest {
    std::uint64_t seed = 0;
    std::string host, started, message;
    int attempt = 0;
  };

  const RunTable& table() const { return table_; }
  double value(std::size_t point, std::size_t replicate, std::size_t column) const {
    const auto& row = values_[point * most_ + replicate];
    return row.empty() ? undefined : row[column];
  }
  const Rest& rest(std::size_t point, std::size_t replicate) const {
    return records_[point * most_ + replicate];
  }

 private:
  RunTable table_;
  std::size_t width_ = 0, most_ = 0;
  std::vector<std::vector<double>> values_;
  std::vector<Rest> records_;
};

void add_factors(const Experiment& experiment, const Points& points, output::Table& table) {
  for (std::size_t i = 0; i < points.factors; ++i) {
    const auto& factor = experiment.factors[i];
    if (factor.has_words()) {
      output::TableWords words{factor.name, "Factor " + factor.name, "point", {}};
      for (std::size_t p = 0; p < points.size(); ++p)
        words.texts.push_back(scenarios::factor_text(factor, points.at(p)[i]));
      table.words.push_back(std::move(words));
      continue;
    }
    output::TableVariable variable{factor.name,
                                   factor.unit,
                                   "Factor " + factor.name,
                                   factor.decl != nullptr ? std::string(factor.decl->meaning) : "",
                                   {"point"},
                                   {}};
    for (std::size_t p = 0; p < points.size(); ++p) variable.values.push_back(points.at(p)[i]);
    table.variables.push_back(std::move(variable));
  }
}

/// The value of an outcome in a year; of one without years the same in all.
double value_in(const Gathered& all, const scenarios::ExperimentOutcome& outcome,
                std::size_t column, std::size_t point, std::size_t replicate, int year) {
  if (outcome.years.empty()) return all.value(point, replicate, column);
  const auto at = std::find(outcome.years.begin(), outcome.years.end(), year);
  if (at == outcome.years.end()) return undefined;
  return all.value(point, replicate, column + static_cast<std::size_t>(at - outcome.years.begin()));
}

void add_outcomes(const Experiment& experiment, const Gathered& all, const std::vector<int>& years,
                  std::size_t points, std::size_t replicates, output::Table& table) {
  std::size_t column = 0;
  for (const auto& outcome : experiment.outcomes) {
    output::TableVariable variable{outcome.name, outcome.unit,           outcome.long_name,
                                   "",           {"point", "replicate"}, {}};
    const bool is_yearly = !outcome.years.empty();
    if (is_yearly) variable.axes.emplace_back("year");
    for (std::size_t p = 0; p < points; ++p) {
      for (std::size_t r = 0; r < replicates; ++r) {
        if (!is_yearly) variable.values.push_back(all.value(p, r, column));
        for (std::size_t y = 0; is_yearly && y < years.size(); ++y)
          variable.values.push_back(value_in(all, outcome, column, p, r, years[y]));
      }
    }
    column += outcome.width();
    table.variables.push_back(std::move(variable));
  }
}

void add_runs(const Gathered& all, std::size_t points, std::size_t replicates,
              output::Table& table) {
  output::TableVariable status{"status",
                               "1",
                               "What became of the run",
                               "0 not run, 1 finished, 2 failed",
                               {"point", "replicate"},
                               {}};
  output::TableVariable seconds{"seconds", "s", "Time the run took", "", {"point", "replicate"},
                                {}};
  for (std::size_t p = 0; p < points; ++p) {
    for (std::size_t r = 0; r < replicates; ++r) {
      const auto& run = all.table().at(p, static_cast<int>(r));
      status.values.push_back(static_cast<double>(run.kind));
      seconds.values.push_back(run.kind == RunState::Kind::Missing ? undefined
                                                                   : double(run.seconds));
    }
  }
  table.variables.push_back(std::move(status));
  table.variables.push_back(std::move(seconds));
}

output::Table table_of(const Store& store, const Gathered& all, const std::string& command_line) {
  const auto& experiment = store.experiment();
  const auto points = store.points().size();
  const auto replicates = static_cast<std::size_t>(all.table().replicates());
  const auto years = years_of(experiment);
  output::Table table;
  table.attributes = {
      {"kind", "sweep"},
      {"title", experiment.name},
      {"Conventions", "CF-1.10"},
      {"source", "skillscale " + std::string(version())},
      {"program_version", std::string(version())},
      {"git_id", std::string(git_id())},
      {"digest", all.table().digest()},
      {"experiment_digest", experiment.digest},
      {"seed", std::to_string(experiment.seed)},
      {"random_numbers", experiment.are_random_numbers_common ? "common" : "independent"}};
  table.axes.push_back({"point", "Point of the design", {}, points, {}});
  table.axes.push_back({"replicate", "Replicate", {}, replicates, {}});
  if (!years.empty())
    table.axes.push_back({"year", "Calendar year", {}, 0, {years.begin(), years.end()}});
  add_factors(experiment, store.points(), table);
  add_outcomes(experiment, all, years, points, replicates, table);
  add_runs(all, points, replicates, table);
  table.texts = {{"experiment_yaml", experiment.files.front().text},
                 {"command_line", command_line}};
  return table;
}

void write_runs(const Store& store, const Gathered& all) {
  const auto file = store.folder() / "runs.csv";
  output::TemporaryFile temporary(file);
  {
    std::ofstream out(temporary.path(), std::ios::binary);
    out << "point,replicate,status,attempts,seed,digest,host,started,seconds,message\n";
    RunRecord record;
    for (std::size_t p = 0; p < store.points().size(); ++p) {
      for (int r = 0; r < all.table().due(p); ++r) {
        const auto& run = all.table().at(p, r);
        if (run.kind == RunState::Kind::Missing) {
          out << p << "," << r << ",missing,,,,,,,\n";
          continue;
        }
        const auto& rest = all.rest(p, static_cast<std::size_t>(r));
        record = {p,
                  r,
                  run.kind == RunState::Kind::Finished ? RunStatus::Finished : RunStatus::Failed,
                  rest.attempt,
                  rest.seed,
                  run.kind == RunState::Kind::Finished
                      ? sim::Hash128{run.digest_high, run.digest_low}.hex()
                      : "",
                  rest.host,
                  rest.started,
                  double(run.seconds),
                  rest.message,
                  {}};
        out << to_line(record) << "\n";
      }
    }
    out.close();
    if (!out)
      throw sim::StorageError(file.string() + ": cannot be written\n  next: free space there");
  }
  temporary.commit();
}

}  // namespace

SweepPoints read_point_table(const std::filesystem::path& folder) {
  const Store store(folder, Access::Read);
  const auto& experiment = store.experiment();
  const Gathered all(store);
  const auto counts = all.table().counts();
  if (counts.finished == 0)
    throw sim::InputError(folder.string() +
                          ": no run is finished\n  allowed: a sweep with results\n  next: "
                          "skillscale resume makes the runs that are missing");
  analysis::PointTable table;
  for (const auto& factor : experiment.factors)
    table.factors.push_back({factor.name, factor.unit, factor.words, factor.path});
  for (const auto& outcome : experiment.outcomes)
    table.outcomes.push_back({outcome.name, outcome.unit, outcome.long_name});
  table.years = years_of(experiment);
  if (table.years.empty()) {
    const auto& run = experiment.bases.front().scenario.run;
    table.years = {run.start.year + (run.start.month - 2 + run.months) / 12};
  }
  table.layout = store.points().layout;
  table.points = store.points().size();
  table.replicates = static_cast<std::size_t>(all.table().replicates());
  table.values = store.points().values;
  table.shares = store.points().shares;
  for (std::size_t p = 0; p < table.points; ++p) {
    for (std::size_t r = 0; r < table.replicates; ++r) {
      std::size_t column = 0;
      for (const auto& outcome : experiment.outcomes) {
        for (const int year : table.years)
          table.results.push_back(value_in(all, outcome, column, p, r, year));
        column += outcome.width();
      }
    }
  }
  return {std::move(table), counts};
}

void collect(const Store& store, const std::string& command_line) {
  const Gathered all(store);
  const auto results = store.folder() / "results.h5";
  std::error_code error;
  if (std::filesystem::is_directory(results, error))
    throw sim::StorageError(results.string() +
                            ": is a folder, where the collected file belongs\n  next: move it "
                            "away, then skillscale collect");
  output::write_table(results, table_of(store, all, command_line));
  write_runs(store, all);
}

}  // namespace skillscale::experiments::sweep
