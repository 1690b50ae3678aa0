// skillscale digest F.h5: the trajectory digest of a result, then one of every replicate.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <span>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "experiments/sweep/run_table.h"
#include "output/digest_total.h"
#include "output/result_file.h"

namespace skillscale::cli {
namespace {

int digest_of_sweep(const std::filesystem::path& folder) {
  const experiments::sweep::Store store(folder, experiments::sweep::Access::Read);
  experiments::sweep::RunTable table(store);
  static_cast<void>(table.read());
  fmt::print("{}  {}\n", table.digest(), folder.string());
  return Done;
}

int digest(const std::filesystem::path& file) {
  if (experiments::sweep::looks_like_store(file)) return digest_of_sweep(file);
  const output::ResultReader reader(file);
  fmt::print("{}  {}\n", reader.digest(), file.string());
  const auto& layout = reader.layout();
  const auto digests = reader.digests();
  const std::size_t worlds = layout.worlds.size();
  const auto replicates = static_cast<std::size_t>(layout.replicates);
  for (std::size_t run = 0; run < digests.size() / worlds; ++run) {
    const auto of_run = std::span(digests).subspan(run * worlds, worlds);
    fmt::print("{}  draw {} replicate {}\n", output::digest_hex(output::total_digest(of_run)),
               run / replicates, run % replicates);
  }
  return Done;
}

}  // namespace

void add_digest(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("digest",
                                     "Prints the digest of all trajectories in a result file, then "
                                     "of each replicate; of all runs of a sweep.");
  const auto file = std::make_shared<std::filesystem::path>();
  command->add_option("F.h5", *file, "Result file, or folder of a sweep.")
      ->type_name("")
      ->required();
  command->callback([file, &chosen] { chosen = [file] { return digest(*file); }; });
}

}  // namespace skillscale::cli
