// What `run`, `plan` and `branch` are told in the same words.
#pragma once

#include <string>
#include <vector>

#include "experiments/ensemble.h"

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace skillscale::cli {

struct CommonOptions {
  std::string replicates, seed, threads, until, checkpoint_every;
  std::vector<std::string> changes;  ///< of --set
  bool force = false, is_quiet = false;
};

/// Adds --replicates, --seed, --threads, --until and --set.
///
/// @param replicates  what --replicates means for this command
void add_common(CLI::App& command, CommonOptions& options, const char* replicates);
/// Adds --checkpoint-every.
void add_checkpoint_every(CLI::App& command, CommonOptions& options, const char* meaning);
/// Adds --force and --quiet.
void add_writing(CLI::App& command, CommonOptions& options, const char* force);

/// What a run is asked for, with what the scenario says where nothing was.
///
/// @param replicates  without --replicates
/// @throws InputError  for values that no run takes
experiments::RunOptions common_run_options(const CommonOptions& options,
                                           const scenarios::Scenario& scenario, int replicates);

/// Threads asked for; 0 for all cores.
///
/// @throws InputError
int threads_asked(const CommonOptions& options);

/// The options as words behind a command, for any shell; --force and --set included.
std::string words_of(const CommonOptions& options);

/// Adds an option with a value to a command as text; nothing where the value is empty.
void add_words(std::string& command, const char* option, const std::string& value);

}  // namespace skillscale::cli
