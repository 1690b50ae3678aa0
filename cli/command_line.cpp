#include "cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <vector>

#include "scenarios/nearest.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

/// The command that was read, or the program itself.
const CLI::App& innermost(const CLI::App& app) {
  const auto read = app.get_subcommands();
  return read.empty() ? app : *read.front();
}

std::string full_name(const CLI::App& app) {
  return app.get_parent() == nullptr ? "skillscale" : "skillscale " + app.get_name();
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::string message(const CLI::App& app, const std::string& problem,
                    const std::vector<std::string>& allowed, const std::string& near) {
  std::string text = full_name(app) + ": " + problem + "\n";
  if (!allowed.empty()) text += fmt::format("  allowed: {}\n", fmt::join(allowed, ", "));
  const auto next = near.empty() ? full_name(app) + " --help" : "did you mean " + near + "?";
  return text + "  next: " + next + "\n";
}

std::string explain_unknown(const CLI::App& app, const std::string& word) {
  if (word.starts_with("-")) {
    const auto name = word.substr(0, word.find('='));
    const auto known = option_names(app);
    return message(app, "there is no option " + name, known, scenarios::nearest_name(name, known));
  }
  if (app.get_parent() != nullptr) {
    return message(app, "'" + word + "' is one argument too many", {}, "");
  }
  const auto known = command_names(app);
  return message(app, "there is no command '" + word + "'", known,
                 scenarios::nearest_name(word, known));
}

std::string shown_name(const CLI::Option& option) {
  return option.get_lnames().empty() ? option.get_name() : "--" + option.get_lnames().front();
}

/// An empty word, as an unset variable of a shell leaves behind, is no value; nor is it as good as
/// no option.
void refuse_empty(const CLI::App& app) {
  for (const auto* option : app.get_options()) {
    for (const auto& word : option->results()) {
      if (!word.empty()) continue;
      const auto name = shown_name(*option);
      throw sim::InputError(fmt::format(
          "{}: {} is empty\n  allowed: {}{}\n  next: give it a value{}\n", full_name(app), name,
          name, name.starts_with("--") ? " " + option->get_type_name() : "",
          name.starts_with("--") ? ", or leave the option out" : ""));
    }
  }
}

}  // namespace

CommandLine::CommandLine()
    : app_(std::make_unique<CLI::App>("Simulates transnational skills partnerships at scale.",
                                      "skillscale")) {
  app_->footer(
      "`skillscale COMMAND --help` explains a command. Exit status: 0 done, 1 checkpoints differ,\n"
      "2 wrong input, 3 storage or machine, 4 some runs of a sweep failed, 70 a defect of "
      "skillscale,\n"
      "130 interrupted.");
  app_->require_subcommand(1);
  for (const auto add :
       {add_run,    add_plan,    add_sweep,    add_resume,     add_retry,   add_expand,
        add_merge,  add_status,  add_replay,   add_worker,     add_collect, add_calibrate,
        add_branch, add_bisect,  add_check,    add_migrate,    add_show,    add_params,
        add_schema, add_odd,     add_new,      add_diff,       add_compare, add_findings,
        add_design, add_analyse, add_discover, add_robustness, add_digest,  add_verify,
        add_export, add_serve,   add_version}) {
    add(*app_, chosen_);
  }
}

CommandLine::~CommandLine() = default;

Action CommandLine::read(int count, const char* const* words) {
  app_->parse(count, words);
  refuse_empty(innermost(*app_));
  return chosen_;
}

std::string CommandLine::help() const { return app_->help(); }

std::string CommandLine::explain(const CLI::Error& error) const {
  const auto& inner = innermost(*app_);
  const auto unknown = inner.remaining();
  if (!unknown.empty()) return explain_unknown(inner, unknown.front());
  if (&inner == app_.get()) return message(inner, "no command is given", command_names(inner), "");
  return message(inner, error.what(), {}, "");
}

}  // namespace skillscale::cli
