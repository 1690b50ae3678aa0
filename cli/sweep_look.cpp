// skillscale status, replay, merge: what a sweep holds.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/number_words.h"
#include "cli/option_values.h"
#include "cli/sweep_folder.h"
#include "cli/tell.h"
#include "experiments/sweep/collect.h"
#include "experiments/sweep/run_table.h"
#include "experiments/sweep/simulation.h"
#include "sim/error.h"
#include "sim/number_text.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;
namespace sweep = experiments::sweep;

struct Options {
  fs::path folder;
  std::string run;
  std::vector<fs::path> others;
  bool is_json = false;
};

/// Failed runs that are named; the others are counted.
constexpr std::size_t most_named = 20;

int status(const Options& options) {
  const sweep::Store store(options.folder, sweep::Access::Read);
  sweep::RunTable table(store);
  std::vector<sweep::RunRecord> failed;
  const auto bad = table.read([&](const sweep::RunRecord& record) {
    if (!record.is_finished()) failed.push_back(record);
  });
  std::erase_if(failed, [&](const auto& record) {
    return table.at(record.point, record.replicate).kind != sweep::RunState::Kind::Failed ||
           table.at(record.point, record.replicate).attempts != record.attempt;
  });
  const auto counts = table.counts();
  if (options.is_json) {
    nlohmann::ordered_json json{{"name", store.experiment().name},
                                {"points", store.points().size()},
                                {"runs", counts.due},
                                {"finished", counts.finished},
                                {"failed", counts.failed},
                                {"missing", counts.missing()},
                                {"core_seconds", counts.seconds},
                                {"digest", table.digest()},
                                {"bad_shards", bad.size()}};
    for (const auto& record : failed)
      json["failures"].push_back({{"run", fmt::format("{}/{}", record.point, record.replicate)},
                                  {"attempt", record.attempt},
                                  {"message", record.message}});
    fmt::print("{}\n", json.dump(2));
    return Done;
  }
  fmt::print("{}\npoints   {}\nruns     {} of {} finished, {} failed, {} missing\n",
             store.experiment().name, grouped(double(store.points().size()), 0), counts.finished,
             counts.due, counts.failed, counts.missing());
  fmt::print("time     {} of one core\ndigest   {}\n", duration(counts.seconds), table.digest());
  for (const auto& shard : bad) fmt::print("damaged  {}: {}\n", shard.file.string(), shard.problem);
  for (std::size_t i = 0; i < std::min(failed.size(), most_named); ++i)
    fmt::print("failed   {}/{}: {}\n", failed[i].point, failed[i].replicate, failed[i].message);
  if (failed.size() > most_named) fmt::print("         and {} more\n", failed.size() - most_named);
  return Done;
}

/// "12/1": a point and a replicate.
std::optional<std::pair<std::size_t, int>> read_run(const std::string& text) {
  std::size_t point = 0;
  int replicate = 0;
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, point);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '/') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, replicate);
  if (second.ec != std::errc() || second.ptr != end || replicate < 0) return std::nullopt;
  return std::pair(point, replicate);
}

int replay(const Options& options) {
  const sweep::Store store(options.folder, sweep::Access::Read);
  const auto run = read_run(options.run);
  if (!run || run->first >= store.points().size())
    throw sim::InputError("RUN is " + options.run + "\n  allowed: POINT/REPLICATE, points 0 to " +
                          std::to_string(store.points().size() - 1) +
                          "\n  next: skillscale status " + shell_word(options.folder.string()) +
                          " names failed runs, runs.csv lists all");
  sweep::RunTable table(store);
  static_cast<void>(table.read());
  experiments::Progress progress;
  const sweep::Simulation simulation(store.experiment(), store.points(), progress);
  const auto record = simulation({run->first, {run->second}, {1}}).front();
  const auto& factors = store.experiment().factors;
  for (std::size_t i = 0; i < factors.size(); ++i) {
    const bool has_unit = factors[i].unit != "1";
    fmt::print("{} = {}{}\n", factors[i].name,
               scenarios::factor_text(factors[i], store.points().at(run->first)[i]),
               has_unit ? " " + factors[i].unit : "");
  }
  fmt::print("seed {}, replicate {}\n", record.seed, record.replicate);
  if (!record.is_finished()) {
    fmt::print("failed: {}\n", record.message);
    return RunsFailed;
  }
  for (std::size_t i = 0; i < record.values.size(); ++i)
    fmt::print("{}: {}\n", store.kind().value_columns[i], sim::number_text(record.values[i]));
  fmt::print("digest {}\n", record.digest);
  const auto& kept = table.at(run->first, run->second);
  if (kept.kind != sweep::RunState::Kind::Finished) return Done;
  const sim::Hash128 digest{kept.digest_high, kept.digest_low};
  if (digest.hex() == record.digest) {
    fmt::print("as kept\n");
    return Done;
  }
  throw sim::StorageError("the store has digest " + digest.hex() +
                          " for this run\n  next: replay it on the machine that made it (runs.csv "
                          "names it)");
}

/// Takes the shards of sweeps of the same experiment over.
int merge(const Options& options) {
  sweep::Store into(options.folder, sweep::Access::Alone);
  auto head = into.head();
  for (const auto& other : options.others) {
    const sweep::Store from(other, sweep::Access::Read);
    if (from.head().digest != head.digest || from.head().program != head.program)
      throw sim::InputError(other.string() + ": is a sweep of another experiment or program than " +
                            options.folder.string() +
                            "\n  allowed: sweeps of equal sources\n  next: compare their sources/");
    head.replicates = std::max(head.replicates, from.head().replicates);
    const auto shared = std::min(head.batches.size(), from.head().batches.size());
    if (!std::equal(head.batches.begin(), head.batches.begin() + std::ptrdiff_t(shared),
                    from.head().batches.begin()))
      throw sim::InputError(other.string() +
                            ": was expanded by other points\n  allowed: the same expansions\n  "
                            "next: expand both by the same numbers");
    if (from.head().batches.size() > head.batches.size()) head.batches = from.head().batches;
    std::error_code error;
    for (const auto& shard : from.shard_files()) {
      const auto problem = sweep::read_shard(shard, from.kind(), [](sweep::RunRecord&&) {});
      if (!problem.empty()) {
        tell("{}: {}; it is left out\n", shard.string(), problem);
        continue;
      }
      const auto part = into.shards() / ("." + shard.filename().string() + ".part");
      fs::copy_file(shard, part, fs::copy_options::overwrite_existing, error);
      if (!error) fs::rename(part, into.shards() / shard.filename(), error);
      if (error)
        throw sim::StorageError(shard.string() + ": cannot be copied: " + error.message() +
                                "\n  next: free space there, then merge again");
    }
  }
  into.change(head, sweep::make_points(into.experiment(), head.batches));
  sweep::RunTable table(into);
  static_cast<void>(table.read());
  sweep::collect(into, "skillscale merge");
  const auto counts = table.counts();
  fmt::print("runs     {} of {} finished, {} failed\ndigest   {}\n", counts.finished, counts.due,
             counts.failed, table.digest());
  return counts.failed == 0 ? Done : RunsFailed;
}

}  // namespace

void add_status(CLI::App& app, Action& chosen) {
  const auto options = std::make_shared<Options>();
  auto* command = add_folder_command(
      app, "status", "Says how far a sweep is, and which runs failed.", options->folder);
  command->add_flag("--json", options->is_json, "Prints JSON.");
  command->callback([options, &chosen] { chosen = [options] { return status(*options); }; });
}

void add_replay(CLI::App& app, Action& chosen) {
  const auto options = std::make_shared<Options>();
  auto* command = add_folder_command(
      app, "replay", "Makes one run of a sweep again, and says whether it is as kept.",
      options->folder);
  command->add_option("RUN", options->run, "POINT/REPLICATE")->type_name("")->required();
  command->callback([options, &chosen] { chosen = [options] { return replay(*options); }; });
}

void add_merge(CLI::App& app, Action& chosen) {
  const auto options = std::make_shared<Options>();
  auto* command = add_folder_command(
      app, "merge", "Takes over the runs of other folders of the same sweep.", options->folder);
  command->add_option("OTHER", options->others, "Folders that the runs come from.")
      ->type_name("")
      ->required();
  command->callback([options, &chosen] { chosen = [options] { return merge(*options); }; });
}

}  // namespace skillscale::cli
