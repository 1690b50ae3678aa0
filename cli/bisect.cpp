// skillscale bisect A.ckpt.h5 B.ckpt.h5: where two checkpoints of a run part.
#include "experiments/bisect.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"

namespace skillscale::cli {
namespace {

struct Options {
  std::filesystem::path one, other;
};

void print_difference(const char* what, const models::StateDifference& d) {
  fmt::print("{:<8}{}\nfield   {}\nfirst   {}\nsecond  {}\n", what, d.entity, d.field, d.one,
             d.other);
}

void print_found(const experiments::Bisection& found) {
  fmt::print("month   {}\nworld   {}\ndraw    {}\nreplicate {}\n", found.month, found.world,
             found.unit->draw, found.unit->replicate);
  if (found.state) {
    print_difference("entity", *found.state);
  } else if (found.tally) {
    print_difference("tally", *found.tally);
  }
  if (found.is_in_files_alone) {
    fmt::print(
        "Simulated again here, both runs agree up to that month: the difference stands in the "
        "files,\nso one of them comes from another build or from a machine that erred.\n");
  }
}

int bisect(const Options& options) {
  const output::CheckpointReader one(options.one), other(options.other);
  const auto found = experiments::bisect(one, other);
  if (found.parameter) {
    fmt::print("input   {} is {} in the first, {} in the second\n", found.parameter->path,
               found.parameter->one, found.parameter->other);
  }
  if (found.units_in_one_only > 0)
    fmt::print("only in one of them: {} worlds of replicates\n", found.units_in_one_only);
  if (found.unit) {
    print_found(found);
    return Differ;
  }
  fmt::print("no difference in the {} months that both have of every world\n",
             found.months_compared);
  return Done;
}

}  // namespace

void add_bisect(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "bisect", "Names the first month, entity and field in which two checkpoints differ.");
  command->footer("Exit status: 0 no difference, 1 they differ.");
  const auto options = std::make_shared<Options>();
  command->add_option("A.ckpt.h5", options->one, "Checkpoint.")->type_name("")->required();
  command->add_option("B.ckpt.h5", options->other, "Another one.")->type_name("")->required();
  command->callback([options, &chosen] { chosen = [options] { return bisect(*options); }; });
}

}  // namespace skillscale::cli
