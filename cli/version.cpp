// skillscale version
#include "version.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "sim/vector.h"

namespace skillscale::cli {

void add_version(CLI::App& app, Action& chosen) {
  auto* command =
      app.add_subcommand("version",
                         "Prints the version, the git id it was built from, and for which "
                         "processors the vector code is that runs here.");
  const auto is_json = std::make_shared<bool>(false);
  command->add_flag("--json", *is_json, "Prints the same as JSON.");
  command->callback([is_json, &chosen] {
    chosen = [is_json] {
      const auto* form =
          *is_json ? "{{\"version\": \"{}\", \"git_id\": \"{}\", \"vector_level\": \"{}\"}}\n"
                   : "skillscale {} ({})\nvector code  {}\n";
      fmt::print(fmt::runtime(form), skillscale::version(), git_id(), sim::vector_level());
      return int{Done};
    };
  });
}

}  // namespace skillscale::cli
