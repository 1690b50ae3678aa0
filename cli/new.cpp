// skillscale new FILE.yaml: a commented scenario to start from.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/library_folder.h"
#include "scenarios/nearest.h"
#include "scenarios/scenario.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  fs::path file;
  std::string from;
};

/// Scenarios of the library that can be extended: "hello", "base/germany".
std::vector<std::string> shipped_names(const fs::path& library) {
  std::vector<std::string> names;
  for (const auto* folder : {"", "base"}) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(library / folder, error)) {
      if (entry.path().extension() != ".yaml") continue;
      names.push_back((fs::path(folder) / entry.path().stem()).generic_string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// The text behind `extends`.
std::string extended_file(const std::string& from) {
  const auto name = from.ends_with(".yaml") ? from.substr(0, from.size() - 5) : from;
  const auto known = shipped_names(library_folder());
  if (std::find(known.begin(), known.end(), name) != known.end()) return name + ".yaml";
  const auto near = scenarios::nearest_name(name, known);
  throw sim::InputError(fmt::format(
      "the library has no scenario '{}'\n  allowed: {}\n  next: {}", name, fmt::join(known, ", "),
      near.empty() ? "choose one of these" : "did you mean " + near + "?"));
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

int make(const Options& options) {
  refuse_existing(options.file);
  const auto extended = options.from.empty() ? "" : extended_file(options.from);
  if (fs::path(extended).filename() == options.file.filename()) {
    throw sim::InputError(options.file.string() +
                          ": a scenario cannot extend a file of its own name\n"
                          "  next: choose another name for the new file");
  }
  write(options.file, scenarios::new_scenario(extended));
  fmt::print("{0}: written; next: skillscale check {0}\n", options.file.string());
  return Done;
}

}  // namespace

void add_new(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("new", "Writes a commented scenario to start from.");
  const auto options = std::make_shared<Options>();
  command->add_option("FILE.yaml", options->file, "The file to write.")->type_name("")->required();
  command->add_option("--from", options->from, "Shipped scenario that the new one extends.")
      ->type_name("NAME");
  command->callback([options, &chosen] { chosen = [options] { return make(*options); }; });
}

}  // namespace skillscale::cli
