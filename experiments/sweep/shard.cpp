#include "experiments/sweep/shard.h"

#include "output/table_file.h"
#include "sim/error.h"
#include "version.h"

namespace skillscale::experiments {
namespace {

using output::Table;

constexpr const char* kind = "sweep shard";

template <class Value>
void add_column(Table& table, const char* name, const char* units, const char* long_name,
                const std::vector<RunRecord>& runs, Value value) {
  std::vector<double> values;
  for (const auto& run : runs) values.push_back(value(run));
  table.variables.push_back({name, units, long_name, "", {"run"}, std::move(values)});
}

template <class Text>
void add_words(Table& table, const char* name, const char* long_name,
               const std::vector<RunRecord>& runs, Text text) {
  output::TableWords words{name, long_name, "run", {}};
  for (const auto& run : runs) words.texts.push_back(text(run));
  table.words.push_back(std::move(words));
}

}  // namespace

void write_shard(const std::filesystem::path& file, const Sweep& sweep,
                 const std::vector<RunRecord>& runs) {
  Table table;
  table.attributes = {{"kind", kind},
                      {"title", sweep.name},
                      {"Conventions", "CF-1.10"},
                      {"program_version", std::string(version())},
                      {"git_id", std::string(git_id())},
                      {"sweep_digest", sweep.digest}};
  table.axes.push_back({"run", "Run", {}, runs.size()});
  table.axes.push_back({"result", "Outcome, then year", {}, sweep.results()});
  add_column(table, "point", "1", "Point", runs, [](const auto& r) { return double(r.key.point); });
  add_column(table, "replicate", "1", "Replicate", runs,
             [](const auto& r) { return double(r.key.replicate); });
  add_column(table, "status", "1", "0 done, 1 failed", runs,
             [](const auto& r) { return double(static_cast<int>(r.status)); });
  add_column(table, "started", "s", "Seconds since 1970", runs,
             [](const auto& r) { return r.started; });
  add_column(table, "seconds", "s", "Wall time", runs, [](const auto& r) { return r.seconds; });
  std::vector<double> results;
  for (const auto& run : runs)
    results.insert(results.end(), run.results.begin(), run.results.end());
  table.variables.push_back(
      {"value", "1", "Outcome", "In the unit of the outcome.", {"run", "result"}, results});
  add_words(table, "digest", "Digest of all worlds", runs, [](const auto& r) { return r.digest; });
  add_words(table, "message", "Why it failed", runs, [](const auto& r) { return r.message; });
  add_words(table, "host", "Machine", runs, [](const auto& r) { return r.host; });
  output::write_table(file, table);
}

std::vector<RunRecord> read_shard(const std::filesystem::path& file, const Sweep& sweep) {
  const Table table = output::read_table(file, kind);
  const auto known = table.attributes.find("sweep_digest");
  if (known == table.attributes.end() || known->second != sweep.digest ||
      table.axis("result").size() != sweep.results()) {
    throw sim::InputError(file.string() +
                          ": is a shard of another sweep\n  next: move it to its own folder");
  }
  const auto& point = table.variable("point").values;
  const auto& replicate = table.variable("replicate").values;
  const auto& status = table.variable("status").values;
  const auto& value = table.variable("value").values;
  std::vector<RunRecord> runs(point.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    auto& run = runs[i];
    run.key = {static_cast<std::uint32_t>(point[i]), static_cast<std::uint32_t>(replicate[i])};
    run.status = status[i] == 0 ? RunStatus::Done : RunStatus::Failed;
    run.started = table.variable("started").values[i];
    run.seconds = table.variable("seconds").values[i];
    run.digest = table.words_of("digest").texts[i];
    run.message = table.words_of("message").texts[i];
    run.host = table.words_of("host").texts[i];
    const auto first = value.begin() + static_cast<std::ptrdiff_t>(i * sweep.results());
    run.results.assign(first, first + static_cast<std::ptrdiff_t>(sweep.results()));
  }
  return runs;
}

}  // namespace skillscale::experiments
