// The commands of the program, one source each.
//
// An add_... function declares a command with its options. Reading the command line only chooses
// an action; main runs it.
#pragma once

#include <functional>

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace skillscale::cli {

/// Does the work of one command. Returns an ExitStatus; throws the errors of sim/error.h.
using Action = std::function<int()>;

void add_run(CLI::App& app, Action& chosen);
void add_plan(CLI::App& app, Action& chosen);
void add_branch(CLI::App& app, Action& chosen);
void add_calibrate(CLI::App& app, Action& chosen);
void add_sweep(CLI::App& app, Action& chosen);
void add_resume(CLI::App& app, Action& chosen);
void add_retry(CLI::App& app, Action& chosen);
void add_expand(CLI::App& app, Action& chosen);
void add_merge(CLI::App& app, Action& chosen);
void add_status(CLI::App& app, Action& chosen);
void add_replay(CLI::App& app, Action& chosen);
void add_worker(CLI::App& app, Action& chosen);
void add_collect(CLI::App& app, Action& chosen);
void add_bisect(CLI::App& app, Action& chosen);
void add_check(CLI::App& app, Action& chosen);
void add_migrate(CLI::App& app, Action& chosen);
void add_show(CLI::App& app, Action& chosen);
void add_params(CLI::App& app, Action& chosen);
void add_schema(CLI::App& app, Action& chosen);
void add_odd(CLI::App& app, Action& chosen);
void add_new(CLI::App& app, Action& chosen);
void add_digest(CLI::App& app, Action& chosen);
void add_verify(CLI::App& app, Action& chosen);
void add_export(CLI::App& app, Action& chosen);
void add_diff(CLI::App& app, Action& chosen);
void add_compare(CLI::App& app, Action& chosen);
void add_findings(CLI::App& app, Action& chosen);
void add_serve(CLI::App& app, Action& chosen);
void add_design(CLI::App& app, Action& chosen);
void add_analyse(CLI::App& app, Action& chosen);
void add_discover(CLI::App& app, Action& chosen);
void add_robustness(CLI::App& app, Action& chosen);
void add_version(CLI::App& app, Action& chosen);

}  // namespace skillscale::cli
