// skillscale migrate FILE.yaml: a file of an earlier scenario language in today's.
#include "scenarios/migrate.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/tell.h"
#include "output/temporary_file.h"
#include "scenarios/document.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  fs::path file;
  bool is_in_place = false;
};

scenarios::Migration migrated(const fs::path& file) {
  scenarios::Faults faults;
  const auto source = scenarios::read_source(file, faults);
  if (source) {
    auto found = scenarios::migrate(source->text, source->name, scenarios::former_keys(), faults);
    if (found) return *std::move(found);
  }
  throw sim::InputError(faults.text());
}

void tell_changes(const scenarios::Migration& migration) {
  for (const auto& change : migration.changes) {
    const auto& key = change.key;
    tell("{}: {} {}: {}\n", to_text(change.place), change.path,
         key.now.empty() ? "is taken out" : fmt::format("is now {}", key.now), key.reason);
  }
}

/// Where the old text stays; never a file that is already there.
fs::path kept_name(const fs::path& file) {
  for (int number = 0;; ++number) {
    fs::path name = file;
    name += number == 0 ? ".before" : fmt::format(".before{}", number);
    std::error_code error;
    if (!fs::exists(fs::symlink_status(name, error))) return name;
  }
}

void replace(const fs::path& file, const std::string& text) {
  output::TemporaryFile fresh(file);
  std::ofstream stream(fresh.path(), std::ios::binary);
  stream << text;
  stream.close();
  if (!stream) {
    throw sim::StorageError(file.string() +
                            ": cannot be written\n  next: check the disk; the file is as it was");
  }
  const auto kept = kept_name(file);
  std::error_code error;
  fs::copy_file(file, kept, error);
  if (error) {
    std::error_code ignored;
    if (error != std::errc::file_exists) fs::remove(kept, ignored);
    throw sim::StorageError(
        fmt::format("{}: cannot be written ({})\n  next: check the folder; {} is as it was",
                    kept.string(), error.message(), file.string()));
  }
  fresh.commit();
  tell("{}: written; the old text is {}\n", file.string(), kept.string());
}

int migrate(const Options& options) {
  const auto migration = migrated(options.file);
  tell_changes(migration);
  if (migration.changes.empty()) tell("{}: nothing to change\n", options.file.string());
  if (!options.is_in_place) {
    fmt::print("{}", migration.text);
  } else if (!migration.changes.empty()) {
    replace(options.file, migration.text);
  }
  return Done;
}

}  // namespace

void add_migrate(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "migrate", "Brings a file of an earlier scenario language up to date; comments stay.");
  const auto options = std::make_shared<Options>();
  command->add_option("FILE.yaml", options->file, "Scenario file.")->type_name("")->required();
  command->add_flag("--in-place", options->is_in_place,
                    "Changes the file and keeps the old text beside it as FILE.yaml.before; "
                    "without it the new text is printed.");
  command->callback([options, &chosen] { chosen = [options] { return migrate(*options); }; });
}

}  // namespace skillscale::cli
