#include "experiments/sweep/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <map>

#include "experiments/sweep/shard.h"
#include "experiments/sweep/sweep_text.h"
#include "output/table_file.h"
#include "sim/error.h"
#include "version.h"

namespace skillscale::experiments {
namespace {

namespace fs = std::filesystem;
using output::Table;

constexpr const char* kind = "sweep";
constexpr const char* text_name = "sweep_text";

fs::path sweep_file(const fs::path& folder) { return folder / "sweep.h5"; }

[[noreturn]] void fail_folder(const fs::path& folder, const std::string& what) {
  throw sim::StorageError(folder.string() + ": " + what +
                          "\n  next: check the disk and the rights of the folder");
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) fail_folder(folder, error.message());
}

/// Names are never used twice, whatever host, process or moment.
std::string shard_name(const std::vector<RunRecord>& runs) {
  static std::atomic<unsigned> count{0};
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
  const std::string host = runs.empty() ? "host" : runs.front().host;
  return host + "-" + std::to_string(getpid()) + "-" + std::to_string(micros) + "-" +
         std::to_string(count++) + ".h5";
}

void put_aside(const fs::path& folder, const fs::path& shard) {
  make_folder(folder / "quarantine");
  std::error_code error;
  fs::rename(shard, folder / "quarantine" / shard.filename(), error);
  if (error) fail_folder(folder, error.message());
}

bool says_the_same(const RunRecord& one, const RunRecord& other) {
  return one.digest == other.digest;
}

/// The better of two records of a run.
void merge(std::map<RunKey, RunRecord>& runs, RunRecord run, const fs::path& shard) {
  const auto [at, is_new] = runs.try_emplace(run.key, run);
  if (is_new) return;
  auto& known = at->second;
  if (known.status == RunStatus::Done && run.status == RunStatus::Done &&
      !says_the_same(known, run)) {
    throw sim::StorageError(
        shard.string() + ": point " + std::to_string(run.key.point) + ", replicate " +
        std::to_string(run.key.replicate) + " has the digest " + run.digest + ", another shard " +
        known.digest +
        "\n  next: a machine or program that computes otherwise wrote one of the "
        "two; remove its shards and resume");
  }
  const bool is_better = known.status == RunStatus::Failed &&
                         (run.status == RunStatus::Done || run.started > known.started);
  if (is_better) known = std::move(run);
}

}  // namespace

StoreLock::StoreLock(const fs::path& folder) {
  const auto name = folder / "lock";
  file_ = open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file_ < 0) fail_folder(folder, std::strerror(errno));
  if (flock(file_, LOCK_EX | LOCK_NB) == 0) return;
  close(file_);
  throw sim::StorageError(folder.string() +
                          ": another program works in this folder\n  next: wait for it, or end it; "
                          "the lock goes with it");
}

StoreLock::~StoreLock() { close(file_); }

std::size_t RunTable::done() const {
  return static_cast<std::size_t>(std::count_if(
      runs.begin(), runs.end(), [](const auto& run) { return run.status == RunStatus::Done; }));
}

bool Store::is_there(const fs::path& folder) {
  std::error_code error;
  return fs::exists(sweep_file(folder), error);
}

Store Store::create(const fs::path& folder, const Sweep& sweep,
                    const std::vector<std::pair<std::string, std::string>>& sources) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    throw sim::InputError(folder.string() +
                          ": is not empty, and holds no sweep\n  next: name another folder");
  }
  make_folder(folder);
  Store store;
  store.folder_ = folder;
  store.sweep_ = sweep;
  store.sources_ = sources;
  store.write_sweep();
  make_folder(folder / "shards");
  return store;
}

void Store::write_sweep() const {
  const auto& sweep = sweep_;
  Table table;
  table.attributes = {{"kind", kind},
                      {"title", sweep.name},
                      {"description", sweep.description},
                      {"Conventions", "CF-1.10"},
                      {"source", "skillscale " + std::string(version())},
                      {"program_version", std::string(version())},
                      {"git_id", std::string(git_id())},
                      {"random_scheme", "threefry2x64-20/1"},
                      {"seed", std::to_string(sweep.seed)},
                      {"sweep_digest", sweep.digest}};
  std::vector<std::string> names;
  for (const auto& factor : sweep.factors) names.push_back(factor.factor.name);
  table.axes.push_back({"point", "Point", {}, sweep.points});
  table.axes.push_back({"factor", "What is varied", names, 0});
  table.variables.push_back({"value",
                             "1",
                             "Value of a factor",
                             "In the unit of the factor; of packages the position.",
                             {"point", "factor"},
                             sweep.values});
  table.variables.push_back({"share",
                             "1",
                             "Place in the unit cube",
                             "Share of the range.",
                             {"point", "factor"},
                             sweep.shares});
  table.texts.emplace_back(text_name, to_text(sweep));
  add_sources(table, sources_);
  output::write_table(sweep_file(folder_), table);
}

Store::Store(fs::path folder) : folder_(std::move(folder)) {
  if (!is_there(folder_)) {
    throw sim::InputError(folder_.string() +
                          ": is no folder of a sweep\n  next: begin one with `skillscale sweep "
                          "EXPERIMENT.yaml --output " +
                          folder_.string() + "`");
  }
  const Table table = output::read_table(sweep_file(folder_), kind);
  const auto begun = table.attributes.at("program_version");
  if (begun != version()) {
    throw sim::InputError(folder_.string() + ": was begun by skillscale " + begun + ", this is " +
                          std::string(version()) +
                          "\n  next: use that program, or begin anew in another folder");
  }
  for (const auto& [name, text] : table.texts) {
    if (name == text_name) sweep_ = sweep_from_text(text);
  }
  const auto& names = table.axis("source").labels;
  for (std::size_t i = 0; i < names.size(); ++i)
    sources_.emplace_back(names[i], table.words_of("source_text").texts[i]);
  sweep_.points = table.axis("point").size();
  sweep_.values = table.variable("value").values;
  sweep_.shares = table.variable("share").values;
}

void Store::extend(const Sweep& longer) {
  sweep_ = longer;
  write_sweep();
}

RunTable Store::read_runs(bool puts_aside) const {
  RunTable table;
  std::vector<fs::path> shards;
  std::error_code error;
  make_folder(folder_ / "shards");
  for (const auto& entry : fs::directory_iterator(folder_ / "shards", error)) {
    const auto name = entry.path().filename().string();
    if (!name.starts_with(".") && entry.path().extension() == ".h5") shards.push_back(entry.path());
  }
  if (error) fail_folder(folder_ / "shards", error.message());
  std::sort(shards.begin(), shards.end());
  std::map<RunKey, RunRecord> runs;
  for (const auto& shard : shards) {
    std::vector<RunRecord> read;
    std::string problem;
    // One spoilt file costs its own runs, which are then missing.
    try {
      read = read_shard(shard, sweep_);
    } catch (const sim::InputError& fault) {
      problem = fault.what();
    } catch (const sim::StorageError& fault) {
      problem = fault.what();
    }
    if (!problem.empty()) {
      table.quarantined.push_back(problem);
      if (puts_aside) put_aside(folder_, shard);
    }
    for (auto& run : read) {
      if (run.key.point < sweep_.points && run.key.replicate < sweep_.replicates)
        merge(runs, std::move(run), shard);
    }
  }
  for (auto& [key, run] : runs) table.runs.push_back(std::move(run));
  return table;
}

void Store::add(const std::vector<RunRecord>& runs) const {
  if (!runs.empty()) write_shard(folder_ / "shards" / shard_name(runs), sweep_, runs);
}

std::vector<RunKey> missing_runs(const Sweep& sweep, const RunTable& table, bool failed) {
  std::vector<bool> is_there(sweep.runs(), false);
  for (const auto& run : table.runs) {
    const bool counts = run.status == RunStatus::Done || !failed;
    is_there[run.key.point * sweep.replicates + run.key.replicate] = counts;
  }
  std::vector<RunKey> missing;
  for (std::uint32_t point = 0; point < sweep.points; ++point) {
    for (std::uint32_t r = 0; r < sweep.replicates; ++r)
      if (!is_there[std::size_t{point} * sweep.replicates + r]) missing.push_back({point, r});
  }
  return missing;
}

}  // namespace skillscale::experiments
