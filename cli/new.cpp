// skillscale new FILE.yaml: a commented scenario to start from, a whole corridor or a change of
// one.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/library_folder.h"
#include "cli/load_scenario.h"
#include "scenarios/library_files.h"
#include "scenarios/scenario.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  fs::path file;
  std::string from;
  bool is_list = false;
};

/// Scenarios of the library that can be extended: "hello", "base/germany".
std::vector<std::string> shipped_names(const fs::path& library) {
  std::vector<std::string> names;
  for (const auto& file : scenarios::library_files(library)) {
    if (!file.starts_with("package/")) names.push_back(file.substr(0, file.size() - 5));
  }
  return names;
}

[[noreturn]] void refuse_unknown(const std::string& name, const std::vector<std::string>& known) {
  const auto near = scenarios::nearest_file(name, scenarios::library_files(library_folder()));
  const bool is_package = near.starts_with("package/");
  const auto word = near.substr(0, near.rfind('.'));
  throw sim::InputError(fmt::format(
      "the library has no scenario '{}'\n  allowed: {}\n  next: {}", name, fmt::join(known, ", "),
      near.empty() ? "choose one of these"
      : is_package ? word + " is a package: name it under ensemble.references of a scenario"
                   : "did you mean " + word + "?"));
}

/// The text behind `extends`.
std::string extended_file(const std::string& from) {
  const auto name = from.ends_with(".yaml") ? from.substr(0, from.size() - 5) : from;
  const auto known = shipped_names(library_folder());
  if (std::find(known.begin(), known.end(), name) != known.end()) return name + ".yaml";
  refuse_unknown(name, known);
}

/// A change of the extended scenario's first corridor, or a whole one if it has none.
std::string text_from(const std::string& extended) {
  if (extended.empty()) return scenarios::new_corridor();
  const auto scenario = load_scenario(library_folder() / extended, load_options());
  for (const auto& value : scenario.bound.values) {
    if (value.decl->path != "origins.{origin}.{occupation}.stock") continue;
    const auto name = [&](models::Axis axis) {
      return scenario.bound
          .names[static_cast<std::size_t>(axis)][static_cast<std::size_t>(value.index[axis])];
    };
    return scenarios::new_scenario(extended, name(models::Axis::Origin),
                                   name(models::Axis::Occupation));
  }
  return scenarios::new_corridor(extended);
}

void refuse_existing(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) return;
  throw sim::InputError(file.string() +
                        ": is already there\n  next: choose another name, or remove it first");
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  stream.close();
  if (stream) return;
  const std::string reason = std::strerror(errno);
  std::error_code ignored;
  fs::remove(file, ignored);
  throw sim::StorageError(file.string() + ": cannot be written (" + reason +
                          ")\n  next: check that folder, or choose another");
}

/// The shipped scenarios and the folder where they can be read and copied.
int list_shipped() {
  const auto library = library_folder();
  fmt::print("library: {}\n", fs::weakly_canonical(library).string());
  for (const auto& name : shipped_names(library)) fmt::print("{}\n", name);
  return Done;
}

int make(const Options& options) {
  if (options.is_list) return list_shipped();
  refuse_existing(options.file);
  const auto extended = options.from.empty() ? "" : extended_file(options.from);
  if (fs::path(extended).filename() == options.file.filename()) {
    throw sim::InputError(options.file.string() +
                          ": a scenario cannot extend a file of its own name\n"
                          "  next: choose another name for the new file");
  }
  write(options.file, text_from(extended));
  fmt::print("{0}: written; next: skillscale check {0}\n", options.file.string());
  return Done;
}

}  // namespace

void add_new(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "new",
      "Writes a commented scenario to start from: a whole corridor, or a change of a "
      "shipped one.");
  const auto options = std::make_shared<Options>();
  auto* file = command->add_option("FILE.yaml", options->file, "The file to write.")->type_name("");
  auto* from =
      command->add_option("--from", options->from, "Shipped scenario that the new one extends.")
          ->type_name("NAME");
  command
      ->add_flag("--list", options->is_list,
                 "Lists the shipped scenarios and the folder where they stand.")
      ->excludes(file)
      ->excludes(from);
  command->callback([options, &chosen] {
    if (options->file.empty() && !options->is_list) throw CLI::RequiredError("FILE.yaml");
    chosen = [options] { return make(*options); };
  });
}

}  // namespace skillscale::cli
