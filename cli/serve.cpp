// skillscale serve [DIR]: scenarios and results in a browser, and tables of participants on phones.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/library_folder.h"
#include "cli/option_values.h"
#include "cli/room.h"
#include "cli/tell.h"
#include "cli/thread_plan.h"
#include "sim/parallel.h"
#include "viz/server/qr_code.h"
#include "viz/server/server.h"

namespace skillscale::cli {
namespace {

struct Options {
  std::filesystem::path folder;
  std::string port, threads;
  bool has_room = false;
};

constexpr std::uint64_t usual_port = 8642;

std::string command_text(const server::RunOrder& order) {
  std::string text = "skillscale run " + shell_word(order.scenario.string());
  if (order.replicates > 0) text += fmt::format(" --replicates {}", order.replicates);
  for (const auto& change : order.changes) add_words(text, "--set", change);
  return text;
}

server::Settings settings_of(const Options& options, int threads) {
  server::Settings settings;
  settings.library = library_folder();
  settings.folder = options.folder.empty() ? settings.library : options.folder;
  settings.sources_csv = sources_beside(settings.library);
  settings.port = static_cast<unsigned short>(whole("--port", options.port, usual_port, 0, 65535));
  settings.has_room = options.has_room;
  settings.command = command_text;
  settings.threads = [threads](const auto& scenario, const auto& run, const auto& output) {
    return threads_that_fit(scenario, run, output, threads, true);
  };
  return settings;
}

void print_room(const server::Standing& standing) {
  tell(
      "warning: --room opens this port to every device of the network. Use a network of your own,\n"
      "  and end the server when the group leaves. See docs/workshop.md.\n");
  if (standing.others.empty())
    tell("warning: this machine has no address in a network, so phones cannot reach it\n");
  fmt::print("{}\nroom    {}\ncode    {}\nwall    {}/wall\n",
             server::qr_text(server::qr_code(standing.room)), standing.room, standing.code,
             standing.address);
  for (std::size_t at = 1; at < standing.others.size(); ++at)
    fmt::print("also    {}/room#{}\n", standing.others[at], standing.code);
}

void print_begun(const server::Standing& standing) {
  if (!standing.room.empty()) print_room(standing);
  fmt::print("serving {}/\nCtrl-C ends it.\n", standing.address);
  std::fflush(stdout);
}

int serve(const Options& options) {
  std::atomic<bool> stop{false};
  std::atomic<int> requests{0};
  const Interrupt interrupt(stop, requests);
  const auto asked = static_cast<int>(whole("--threads", options.threads, 0, 1, most_threads));
  const auto plan = plan_threads(asked, true);
  const sim::ThreadLimit limit(plan.threads);
  server::serve(settings_of(options, plan.threads), stop, print_begun);
  tell("the server has ended\n");
  return Done;
}

}  // namespace

void add_serve(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "serve", "Shows scenarios and results of a folder in a browser, and runs them there.");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("DIR", options->folder,
                   "Folder with scenarios (.yaml) and results (.h5); without it the library.")
      ->type_name("");
  command->add_option("--port", options->port, "Port, instead of 8642; 0 takes any that is free.")
      ->type_name("N");
  command->add_option("--threads", options->threads, "Most threads of a run; without it all cores.")
      ->type_name("N");
  command->add_flag("--room", options->has_room,
                    "Lets phones of the network take part: tables hand in packages at /room, the "
                    "wall compares them. Without it only this machine reaches the server.");
  command->callback([options, &chosen] { chosen = [options] { return serve(*options); }; });
}

}  // namespace skillscale::cli
