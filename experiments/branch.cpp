#include "experiments/branch.h"

#include <algorithm>
#include <array>
#include <span>

#include "experiments/trajectory.h"
#include "models/structure.h"
#include "output/digest_total.h"
#include "sim/error.h"

namespace skillscale::experiments {
namespace {

std::vector<std::byte> bytes_of_numbers(const auto& numbers) {
  const auto bytes = std::as_bytes(std::span(numbers));
  return {bytes.begin(), bytes.end()};
}

[[noreturn]] void refuse_levers() {
  throw sim::StorageError(
      "the checkpoint is damaged: policy.levers names levers that its run does not have\n  next: "
      "use an older checkpoint or a copy of this one");
}

sim::NamedArray& array_of(sim::Archive& archive, const std::string& name, sim::ElementType type) {
  for (auto& array : archive) {
    if (array.name == name) return array;
  }
  return archive.emplace_back(sim::NamedArray{name, type, {}});
}

}  // namespace

std::vector<std::size_t> check_branch(const output::CheckpointReader& file,
                                      const scenarios::Scenario& scenario,
                                      const RunOptions& options) {
  check_version(file);
  constexpr const char* next =
      "\n  next: give the scenarios of a branch the corridor, names and start of the first run";
  const auto there = checkpoint_run(file);
  const auto here = world_values(scenario);
  const auto compare = [&](const std::string& shown, const std::string& own,
                           const std::string& other) {
    if (own != other)
      refuse_checkpoint(file,
                        "cannot go on as \"" + scenario.run.name + "\": " + shown + " is " + own +
                            " here, " + other + " there",
                        next);
  };
  compare("horizon.start", to_text(scenario.run.start), there.start);
  compare("ensemble.draws", std::to_string(scenario.run.ensemble.draws),
          std::to_string(there.draws));
  compare("the seed", std::to_string(options.seed), std::to_string(there.seed));
  std::vector<std::size_t> places;
  for (const auto& world : here) {
    const auto found = std::find_if(there.worlds.begin(), there.worlds.end(),
                                    [&](const auto& other) { return other.name == world.name; });
    if (found == there.worlds.end())
      refuse_checkpoint(
          file, "has no states of the reference " + world.name,
          "\n  next: leave it out of ensemble.references, or make the checkpoint with it");
    const auto other = models::structure_difference(parameters_of(world), parameters_of(*found));
    if (other) compare(other->path, other->one, other->other);
    places.push_back(static_cast<std::size_t>(found - there.worlds.begin()));
  }
  if (!is_level(file, there))
    refuse_checkpoint(file, "does not hold all its worlds at one and the same month",
                      "\n  next: make it with `skillscale run SCENARIO.yaml --until YYYY-MM "
                      "--checkpoint-every MONTHS`, which keeps the states of that month");
  if (options.replicates > there.replicates)
    refuse_checkpoint(file,
                      "has " + std::to_string(there.replicates) + " replicates, the branch " +
                          std::to_string(options.replicates),
                      "\n  next: --replicates " + std::to_string(there.replicates) + ", or fewer");
  if (file.units().front().month > options.months)
    refuse_checkpoint(file,
                      "is at month " + std::to_string(file.units().front().month) +
                          ", the branch ends at " + std::to_string(options.months),
                      "\n  next: raise horizon.months or --until");
  return places;
}

void adapt_levers(const models::Parameters& from, const models::Parameters& to,
                  sim::Archive& state) {
  const auto lever_axis = static_cast<std::size_t>(models::Axis::Lever);
  const auto* levers = sim::find(state, "policy.levers.lever");
  const auto* triggered = sim::find(state, "policy.levers.triggered");
  const auto* fraction = sim::find(state, "policy.levers.fraction");
  const auto kept = levers == nullptr ? 0 : sim::length(*levers);
  const auto is_list = [&](const sim::NamedArray* array) {
    return array != nullptr && sim::length(*array) == kept;
  };
  if (kept > 0 && (!is_list(triggered) || !is_list(fraction))) refuse_levers();
  std::vector<std::uint64_t> lever_now;
  std::vector<sim::Month> triggered_now;
  std::vector<double> fraction_now;
  models::Parameters own = to;
  for (const auto& lever : models::prepare_policy(own).levers) {
    const auto& name = to.names[lever_axis][lever.lever];
    lever_now.push_back(lever.lever);
    triggered_now.push_back(-1);
    fraction_now.push_back(0);
    for (std::size_t i = 0; i < kept; ++i) {
      const double position = sim::element(*levers, i);
      if (!(position >= 0 && position < static_cast<double>(from.levers.size()))) refuse_levers();
      const auto old = static_cast<std::size_t>(position);
      if (from.names[lever_axis][old] != name ||
          from.levers[old].when != to.levers[lever.lever].when ||
          from.levers[old].lever != to.levers[lever.lever].lever)
        continue;
      triggered_now.back() = static_cast<sim::Month>(sim::element(*triggered, i));
      fraction_now.back() = sim::element(*fraction, i);
    }
  }
  const std::array<std::uint64_t, 1> count{lever_now.size()};
  const auto set = [&](const char* name, sim::ElementType type, const auto& numbers) {
    array_of(state, std::string("policy.levers.") + name, type).bytes = bytes_of_numbers(numbers);
  };
  set("count", sim::ElementType::Unsigned64, count);
  set("lever", sim::ElementType::Unsigned64, lever_now);
  set("triggered", sim::ElementType::Signed32, triggered_now);
  set("fraction", sim::ElementType::Float64, fraction_now);
}

std::vector<std::string> branch_notes(const output::CheckpointReader& file,
                                      const scenarios::Scenario& scenario) {
  const auto there = checkpoint_run(file);
  const int first = file.units().front().month;
  const auto past = parameters_of(there.worlds.front());
  const auto future = parameters_of(world_values(scenario).front());
  std::vector<std::string> notes;
  const auto month = [&](double months) {
    return to_text(later(scenario.run.start, static_cast<int>(months)));
  };
  for (const auto at : models::new_levers(past, future)) {
    const auto& lever = future.levers[at];
    if (lever.start >= first || !lever.when.empty()) continue;
    const auto name = future.names[static_cast<std::size_t>(models::Axis::Lever)][at];
    notes.push_back(
        "levers." + name + " starts in " + month(lever.start) +
        (lever.end <= first
             ? " and has ended before the branch begins in " + month(first) + "; it does nothing"
             : ", before the branch begins in " + month(first) + "; it acts from then on"));
  }
  for (const auto& value : models::start_differences(future, past))
    notes.push_back(value.path + " is " + value.one + " here, " + value.other +
                    " in the past; only the first month of a run reads it, so it does nothing");
  return notes;
}

std::string past_name(const output::CheckpointReader& file) {
  std::vector<output::DigestWords> digests;
  for (std::size_t unit = 0; unit < file.units().size(); ++unit) {
    sim::Archive state;
    const auto digest = sim::decode(file.read(unit), state) ? digest_of(state) : std::nullopt;
    if (!digest) {
      throw sim::StorageError(file.path().string() +
                              ": holds a state that cannot be read\n  next: make it again");
    }
    digests.push_back({digest->high, digest->low});
  }
  const auto start = scenarios::read_calendar_month(file.entry("start"));
  const auto last =
      later(start.value_or(scenarios::CalendarMonth{}), file.units().front().month - 1);
  return to_text(last) + " " + output::digest_hex(output::total_digest(digests));
}

}  // namespace skillscale::experiments
