// skillscale verify F.h5: is the result file whole, undamaged and of the shape readers rely on.
#include "output/verify.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "output/result_file.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

struct Options {
  std::filesystem::path file;
  bool is_quiet = false;
};

int verify(const Options& options) {
  // Opening tells a foreign or missing file (wrong input) from a damaged one.
  const auto digest = output::ResultReader(options.file).digest();
  const auto faults = output::verify(options.file);
  if (!faults.empty()) throw sim::StorageError(fmt::format("{}\n", fmt::join(faults, "\n")));
  if (!options.is_quiet) fmt::print("{}: whole, digest {}\n", options.file.string(), digest);
  return Done;
}

}  // namespace

void add_verify(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("verify", "Checks that a result file is whole and undamaged.");
  const auto options = std::make_shared<Options>();
  command->add_option("F.h5", options->file, "Result file.")->type_name("")->required();
  command->add_flag("--quiet", options->is_quiet, "Prints nothing for a good file.");
  command->callback([options, &chosen] { chosen = [options] { return verify(*options); }; });
}

}  // namespace skillscale::cli
