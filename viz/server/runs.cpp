#include "viz/server/runs.h"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <thread>

#include "experiments/checkpoint.h"
#include "output/result_file.h"
#include "sim/error.h"
#include "sim/parallel.h"
#include "viz/report/live_input.h"
#include "viz/report/write_page.h"
#include "viz/server/gathering.h"
#include "viz/server/headline_json.h"

namespace skillscale::server {
namespace {

using namespace std::chrono_literals;

constexpr int most_replicates = 500;
constexpr auto patience = 5s;  // until the browser that ordered a run watches it

/// Sections that say how to run and not what: the server decides about them.
bool is_run_setting(const std::string& change) {
  const auto first = change.substr(0, change.find_first_of(".="));
  const auto keys = scenarios::run_keys();
  return first == "pool" || std::any_of(keys.begin(), keys.end(), [&](const auto& key) {
           return key.path.substr(0, key.path.find('.')) == first;
         });
}

void check_order(const RunOrder& order) {
  for (const auto& change : order.changes) {
    if (!is_run_setting(change)) continue;
    throw sim::InputError(change +
                          ": cannot be set here\n  allowed: levers and assumptions\n"
                          "  next: write it into the scenario file");
  }
  if (order.replicates >= 0 && order.replicates <= most_replicates) return;
  throw sim::InputError("replicates is " + std::to_string(order.replicates) + "\n  allowed: 1 to " +
                        std::to_string(most_replicates) +
                        "\n  next: for more use `skillscale run`");
}

std::string progress_json(const experiments::Progress& progress, std::int64_t& last) {
  const auto done = progress.months_done.load();
  if (done == last) return "";
  last = done;
  return text_of({{"done", done}, {"total", progress.months_total.load()}});
}

/// Whether somebody watches the run, after a moment of waiting.
bool is_watched(const EventStream& events) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (!events.is_listened_to() && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(20ms);
  return events.is_listened_to();
}

}  // namespace

Runs::Started Runs::start(const RunOrder& order) {
  auto failure = attempt([&] {
    check_order(order);
    load_order(settings_, order);
  });
  if (failure) return {0, std::move(failure)};
  const std::lock_guard lock(mutex_);
  const auto going = std::count_if(runs_.begin(), runs_.end(),
                                   [](const auto& run) { return !run->is_over.load(); });
  if (going >= static_cast<std::ptrdiff_t>(most_waiting))
    return {0, Failure{503, "other runs are waiting\n  next: wait until one is done"}};
  forget_old();
  auto run = std::make_shared<Run>();
  run->id = ++last_id_;
  run->order = order;
  const auto name = std::to_string(run->id);
  run->result = folder_ / (name + ".h5");
  run->page = folder_ / (name + ".html");
  if (auto refused = queue(run)) return {0, std::move(refused)};
  runs_.push_back(run);
  return {run->id, std::nullopt};
}

std::optional<Failure> Runs::queue(const std::shared_ptr<Run>& run) {
  auto& progress = run->progress;
  const std::weak_ptr<Run> watched = run;
  run->events->on_abandoned([watched] {
    if (const auto there = watched.lock()) there->progress.stop = true;
  });
  run->events->on_pulse("progress", [watched, last = std::int64_t{-1}]() mutable {
    const auto there = watched.lock();
    return there ? progress_json(there->progress, last) : std::string();
  });
  if (simulator_.add([this, run] { carry_out(*run); })) return std::nullopt;
  progress.stop = true;
  return Failure{503, "too much is waiting\n  next: try again in a moment"};
}

void Runs::carry_out(Run& run) const {
  if (!is_watched(*run.events)) run.progress.stop = true;
  const auto failure = attempt([&] {
    if (!run.progress.stop) simulate(run);
  });
  if (failure) run.events->send("failed", text_of({{"problem", failure->message}}));
  if (run.has_page)
    run.events->send("done", text_of({{"page", "/runs/" + std::to_string(run.id)}}));
  if (!run.has_page) remove_files(run);
  run.is_over = true;
  run.events->finish();
}

void Runs::simulate(Run& run) const {
  const auto scenario = load_order(settings_, run.order);
  auto options = run_options(settings_, run.order, scenario);
  const sim::ThreadLimit fitting(settings_.threads(scenario, options, run.result));
  const auto draws = static_cast<std::size_t>(std::max(1, scenario.run.ensemble.draws));
  Gathering gathering(experiments::make_worlds(scenario, options.months, options.seed, 0),
                      draws * static_cast<std::size_t>(options.replicates));
  options.finished = [&](std::size_t at, const auto& records) {
    if (const auto picture = gathering.add(at, records)) {
      run.events->send("partial", text_of({{"runs", picture->runs},
                                           {"headlines", headlines_json(picture->headlines)}}));
    }
  };
  const auto summary = experiments::run_to_file(scenario, options, run.result, run.progress);
  if (summary.stopped) return;
  const output::ResultReader result(run.result);
  const auto months = run.progress.months_done.load();
  const report::LiveRun live{run.order.scenario.string(), run.order.changes,
                             months > 0 ? summary.agent_months / months : 0};
  report::write_page(run.page, result, report::live_input(scenario, live, result));
  run.has_page = true;
}

/// A run that was cancelled has left a checkpoint.
void Runs::remove_files(const Run& run) {
  std::error_code error;
  for (const auto& file : {run.result, run.page, experiments::checkpoint_path(run.result)})
    std::filesystem::remove(file, error);
}

void Runs::forget_old() {
  while (runs_.size() >= most_kept) {
    const auto oldest = std::find_if(runs_.begin(), runs_.end(),
                                     [](const auto& run) { return run->is_over.load(); });
    if (oldest == runs_.end()) return;
    remove_files(**oldest);
    runs_.erase(oldest);
  }
}

std::shared_ptr<Runs::Run> Runs::find(int id) const {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::find_if(runs_.begin(), runs_.end(), [&](const auto& run) { return run->id == id; });
  return found == runs_.end() ? nullptr : *found;
}

std::shared_ptr<EventStream> Runs::events(int id) const {
  const auto run = find(id);
  return run ? run->events : nullptr;
}

std::filesystem::path Runs::page(int id) const {
  const auto run = find(id);
  return run && run->has_page ? run->page : std::filesystem::path();
}

void Runs::stop() {
  const std::lock_guard lock(mutex_);
  for (const auto& run : runs_) run->progress.stop = true;
}

}  // namespace skillscale::server
