#include "experiments/sweep/store.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

#include "experiments/sweep/line_difference.h"
#include "output/temporary_file.h"
#include "scenarios/json_text.h"
#include "sim/error.h"
#include "version.h"

namespace skillscale::experiments::sweep {
namespace {

namespace fs = std::filesystem;
using scenarios::Experiment;

constexpr const char* head_name = "sweep.yaml";
constexpr const char* format = "1";

constexpr const char* explanation =
    "A sweep of skillscale: many runs of one experiment.\n"
    "\n"
    "sweep.yaml   what was asked for\n"
    "sources/     the experiment and every file it was read from; runs are made from these\n"
    "points.csv   the points, a column per factor, in the model's units\n"
    "shards/      what came of the runs, a line each\n"
    "due/         runs that job arrays were begun for\n"
    "quarantine/  shards that were damaged; their runs were made again\n"
    "results.h5   everything as netCDF-4: xarray.open_dataset(\"results.h5\")\n"
    "runs.csv     the table of runs: point, replicate, status, seed, digest, host, times\n"
    "\n"
    "The folder can be copied and renamed. skillscale status FOLDER says how far it is,\n"
    "skillscale resume FOLDER makes the runs that are missing.\n";

void write_text(const fs::path& file, const std::string& text) {
  output::TemporaryFile temporary(file);
  {
    std::ofstream out(temporary.path(), std::ios::binary);
    out << text;
    out.close();
    if (!out)
      throw sim::StorageError(file.string() + ": cannot be written\n  next: free space there");
  }
  temporary.commit();
}

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::string head_text(const StoreHead& head) {
  const auto list = [](const auto& items, auto text) {
    std::string all;
    for (const auto& item : items) all += (all.empty() ? "" : ", ") + text(item);
    return "[" + all + "]";
  };
  return "# What was asked for. Written by skillscale; change it with `skillscale expand`.\n"
         "format: " +
         std::string(format) + "\nprogram: " + scenarios::json_string(head.program) +
         "\ndigest: " + scenarios::json_string(head.digest) +
         "\nexperiment: " + scenarios::json_string(head.experiment) +
         "\norigin: " + scenarios::json_string(head.origin) + "\nset: " +
         list(head.changes, [](const auto& text) { return scenarios::json_string(text); }) +
         "\nbatches: " + list(head.batches, [](auto count) { return std::to_string(count); }) +
         "\nreplicates: " + std::to_string(head.replicates) + "\n";
}

template <class Number>
bool read_number(const std::string& text, Number& into) {
  const auto end = std::from_chars(text.data(), text.data() + text.size(), into);
  return end.ec == std::errc() && end.ptr == text.data() + text.size();
}

[[noreturn]] void fail_damaged(const fs::path& file, const std::string& what) {
  throw sim::StorageError(
      file.string() + ": " + what +
      "\n  next: use a copy of the folder, or begin a new sweep; its shards can "
      "be joined with `skillscale merge`");
}

StoreHead read_head(const fs::path& folder) {
  const auto file = folder / head_name;
  std::error_code error;
  if (!fs::exists(file, error)) {
    throw sim::InputError(folder.string() +
                          ": is no folder of a sweep\n  allowed: a folder that `skillscale sweep` "
                          "made\n  next: name one, or begin with skillscale sweep EXPERIMENT.yaml");
  }
  scenarios::Faults faults;
  const auto source = scenarios::read_source(file, faults);
  const auto tree =
      source ? scenarios::parse_document(source->text, source->name, faults) : std::nullopt;
  if (!tree || !faults.empty()) fail_damaged(file, "cannot be read");
  const auto text = [&](const char* key) {
    const auto* node = tree->find(key);
    if (node == nullptr) fail_damaged(file, std::string("lacks ") + key);
    return node->text;
  };
  if (text("format") != format)
    throw sim::InputError(file.string() + ": has format " + text("format") +
                          "\n  allowed: format 1\n  next: use the skillscale that wrote it");
  StoreHead head;
  head.program = text("program");
  head.digest = text("digest");
  head.experiment = text("experiment");
  head.origin = text("origin");
  if (!read_number(text("replicates"), head.replicates) || head.replicates < 1 ||
      head.replicates > scenarios::most_replicates)
    fail_damaged(file, "has no replicates");
  if (const auto* list = tree->find("set")) {
    for (const auto& item : list->children) head.changes.push_back(item.text);
  }
  if (const auto* list = tree->find("batches")) {
    for (const auto& item : list->children) {
      if (!read_number(item.text, head.batches.emplace_back()) ||
          head.batches.back() > scenarios::most_points)
        fail_damaged(file, "has batches that are no numbers of points");
    }
  }
  if (head.batches.empty()) fail_damaged(file, "has no batches of points");
  return head;
}

/// Where the copies of an experiment's files stand: the library's in sources/library, all others in
/// sources/files, each as it stood to its neighbours.
class SourcePlaces {
 public:
  explicit SourcePlaces(const Experiment& experiment)
      : library_(fs::weakly_canonical(experiment.options.library)) {
    for (const auto& file : files_of(experiment)) {
      const auto path = fs::weakly_canonical(file);
      if (is_in_library(path)) continue;
      root_ = root_.empty() ? path.parent_path() : common(root_, path.parent_path());
    }
  }

  static std::vector<fs::path> files_of(const Experiment& experiment) {
    std::vector<fs::path> files;
    for (const auto& file : experiment.files) files.emplace_back(file.name);
    if (experiment.design.method == scenarios::DesignMethod::Posterior)
      files.push_back(experiment.design.file);
    return files;
  }

  fs::path of(const fs::path& file) const {
    const auto path = fs::weakly_canonical(file);
    return is_in_library(path) ? "sources/library" / path.lexically_relative(library_)
                               : "sources/files" / path.lexically_relative(root_);
  }

 private:
  bool is_in_library(const fs::path& path) const {
    const auto relative = path.lexically_relative(library_);
    return !relative.empty() && *relative.begin() != "..";
  }

  static fs::path common(const fs::path& one, const fs::path& other) {
    fs::path shared;
    auto at = other.begin();
    for (const auto& part : one) {
      if (at == other.end() || *at != part) break;
      shared /= part;
      ++at;
    }
    return shared;
  }

  fs::path library_, root_;
};

scenarios::LoadOptions options_of(const fs::path& library,
                                  const std::vector<std::string>& changes) {
  scenarios::LoadOptions options;
  options.library = library;
  scenarios::Faults faults;
  for (const auto& text : changes) {
    if (auto change = scenarios::parse_override(text, faults))
      options.overrides.push_back(*std::move(change));
  }
  return options;
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw sim::StorageError(folder.string() + ": cannot be made: " + error.message() +
                            "\n  next: name another --output");
}

Experiment read_experiment(const fs::path& folder, const StoreHead& head) {
  auto loaded = scenarios::load_experiment(folder / head.experiment,
                                           options_of(folder / "sources/library", head.changes),
                                           scenarios::model_language());
  if (!loaded.experiment)
    fail_damaged(folder, "its sources are no sound experiment:\n" + loaded.faults.text());
  return *std::move(loaded.experiment);
}

}  // namespace

std::vector<std::string> value_columns(const Experiment& experiment) {
  std::vector<std::string> columns;
  for (const auto& outcome : experiment.outcomes) {
    if (outcome.years.empty()) columns.push_back(outcome.name);
    for (const int year : outcome.years)
      columns.push_back(outcome.name + "[" + std::to_string(year) + "]");
  }
  return columns;
}

bool looks_like_store(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder, error) && fs::exists(folder / head_name, error);
}

Store Store::create(const fs::path& folder, const fs::path& file, const Experiment& experiment,
                    Points points) {
  std::error_code error;
  if (fs::exists(folder, error) &&
      !(fs::is_directory(folder, error) && fs::is_empty(folder, error))) {
    throw sim::InputError(
        folder.string() + ": exists already\n  allowed: a new folder\n  next: " +
        (looks_like_store(folder) ? "go on with skillscale resume, or name " : "name ") +
        "another --output");
  }
  StoreHead head;
  head.program = version();
  head.digest = experiment.digest;
  head.origin = fs::relative(fs::absolute(file), fs::absolute(folder), error).generic_string();
  for (const auto& change : experiment.options.overrides)
    head.changes.push_back(change.path + "=" + change.value);
  head.batches = {experiment.design.points};
  head.replicates = experiment.replicates;
  // The folder appears whole or not at all.
  const auto place = folder.has_filename() ? folder : folder.parent_path();
  const auto made = place.parent_path() / ("." + place.filename().string() + ".new");
  fs::remove_all(made, error);
  make_folder(made / "shards");
  const SourcePlaces places(experiment);
  head.experiment = places.of(file).generic_string();
  for (const auto& source : SourcePlaces::files_of(experiment)) {
    const auto target = made / places.of(source);
    make_folder(target.parent_path());
    write_text(target, read_text(source));
  }
  if (read_experiment(made, head).digest != experiment.digest)
    throw sim::BugError("the copies in " + made.string() + " are another experiment");
  write_text(made / "README.txt", explanation);
  write_text(made / "points.csv", points_csv(experiment, points));
  write_text(made / head_name, head_text(head));
  fs::rename(made, place, error);
  if (error)
    throw sim::StorageError(folder.string() + ": cannot be made: " + error.message() +
                            "\n  next: name another --output");
  return {folder, Access::Alone, std::move(points)};
}

Store::Store(fs::path folder, Access access) : Store(std::move(folder), access, std::nullopt) {}

Store::Store(fs::path folder, Access access, std::optional<Points> points)
    : folder_(std::move(folder)),
      lock_((read_head(folder_), folder_), access),
      head_(read_head(folder_)) {
  experiment_ = read_experiment(folder_, head_);
  if (experiment_.digest != head_.digest)
    fail_damaged(folder_, "its sources were changed after the sweep began");
  if (access != Access::Read && head_.program != version()) {
    throw sim::InputError(folder_.string() + ": was begun by skillscale " + head_.program +
                          ", this is " + std::string(version()) +
                          "\n  allowed: one version for all runs of a sweep\n  next: use that "
                          "version, or begin a new sweep");
  }
  if (access != Access::Read) make_folder(shards());
  points_ = points ? *std::move(points) : make_points(experiment_, head_.batches);
  kind_ = {head_.digest, value_columns(experiment_)};
}

std::vector<fs::path> Store::shard_files() const {
  std::vector<fs::path> files;
  std::error_code error;
  // Copies leave an empty folder out at times.
  if (!fs::exists(shards(), error)) return files;
  for (const auto& entry : fs::directory_iterator(shards(), error)) {
    // Temporaries of writers begin with a point.
    const auto name = entry.path().filename().string();
    if (name.starts_with('.')) continue;
    files.push_back(entry.path());
  }
  if (error) fail_damaged(shards(), "cannot be read: " + error.message());
  std::sort(files.begin(), files.end());
  return files;
}

void Store::quarantine(const fs::path& shard) const {
  std::error_code error;
  const auto place = folder_ / "quarantine";
  fs::create_directories(place, error);
  auto target = place / shard.filename();
  for (int count = 1; fs::exists(target, error); ++count)
    target = place / (shard.filename().string() + "." + std::to_string(count));
  fs::rename(shard, target, error);
  if (error)
    throw sim::StorageError(shard.string() + ": cannot be put aside: " + error.message() +
                            "\n  next: move it out of the folder by hand");
}

void Store::change(const StoreHead& head, Points points) {
  head_ = head;
  points_ = std::move(points);
  write_text(folder_ / "points.csv", points_csv(experiment_, points_));
  write_text(folder_ / head_name, head_text(head_));
}

std::string Store::difference_from_origin(const fs::path& library) const {
  const auto origin = folder_ / head_.origin;
  std::error_code error;
  if (head_.origin.empty() || !fs::exists(origin, error)) return "";
  auto loaded = scenarios::load_experiment(origin, options_of(library, head_.changes),
                                           scenarios::model_language());
  if (!loaded.experiment) return loaded.faults.text();
  return loaded.experiment->digest == head_.digest ? "" : difference_from(*loaded.experiment);
}

std::string Store::difference_from(const Experiment& other) const {
  const SourcePlaces places(other);
  std::string text;
  for (const auto& file : other.files) {
    const auto kept = folder_ / places.of(file.name);
    text += line_difference(file.name, read_text(kept), file.text);
  }
  return text.empty() ? "another set of files, or other --set\n" : text;
}

}  // namespace skillscale::experiments::sweep
