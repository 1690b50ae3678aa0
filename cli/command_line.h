// The command line: which commands and options there are, and what to say when they are misused.
#pragma once

#include <memory>
#include <string>

#include "cli/commands.h"

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class Error;
}

namespace skillscale::cli {

class CommandLine {
 public:
  CommandLine();
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  /// The action that the words ask for.
  ///
  /// @throws CLI::CallForHelp  if help is asked for; see help()
  /// @throws CLI::ParseError   if the words cannot be understood; see explain()
  /// @throws InputError        if a value is empty
  Action read(int count, const char* const* words);

  /// Help for the command read last, or for the program.
  std::string help() const;

  /// What is wrong, the nearest known name, and what to do next.
  std::string explain(const CLI::Error& error) const;

 private:
  std::unique_ptr<CLI::App> app_;
  Action chosen_;
};

}  // namespace skillscale::cli
