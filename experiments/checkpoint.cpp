#include "experiments/checkpoint.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "models/parameter_lines.h"
#include "models/structure.h"
#include "sim/error.h"
#include "sim/number_text.h"
#include "version.h"

namespace skillscale::experiments {
namespace {

constexpr const char* another_run =
    "\n  next: name the checkpoint of this run, or run without --resume";

std::string with_number(const char* name, std::size_t world) {
  return std::string(name) + "_" + std::to_string(world);
}

std::string ranges_text(const WorldValues& world) {
  std::string text;
  for (const auto& v : world.uncertain) {
    text += v.path;
    for (const double number : {v.value, v.low, v.high}) text += " " + sim::number_text(number);
    text += "\n";
  }
  return text;
}

[[noreturn]] void refuse(const output::CheckpointReader& file, const std::string& what,
                         const std::string& next) {
  throw sim::InputError(file.path().string() + ": " + what + next);
}

std::int64_t whole(const output::CheckpointReader& file, const std::string& name) {
  const auto& text = file.entry(name);
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size())
    refuse(file, "its entry " + name + " is missing or no whole number",
           "\n  next: name a checkpoint that `skillscale run` wrote");
  return value;
}

std::vector<UncertainValue> ranges_from(const std::string& text) {
  std::vector<UncertainValue> ranges;
  std::istringstream lines(text);
  std::string value, low, high;
  UncertainValue range;
  const auto number = [](const std::string& word) {
    double read = 0;
    std::from_chars(word.data(), word.data() + word.size(), read);
    return read;
  };
  while (lines >> range.path >> value >> low >> high) {
    range.value = number(value);
    range.low = number(low);
    range.high = number(high);
    ranges.push_back(range);
  }
  return ranges;
}

void check_entry(const output::CheckpointReader& file, const std::string& name,
                 const std::string& shown, const std::string& own) {
  if (file.entry(name) == own) return;
  refuse(
      file,
      "belongs to another run: " + shown + " is " + own + " here, " + file.entry(name) + " there",
      another_run);
}

const UncertainValue* first_other_range(const WorldValues& one, const WorldValues& other) {
  for (std::size_t i = 0; i < one.uncertain.size(); ++i) {
    const auto& v = one.uncertain[i];
    if (i >= other.uncertain.size()) return &v;
    const auto& o = other.uncertain[i];
    if (v.path != o.path || v.value != o.value || v.low != o.low || v.high != o.high) return &v;
  }
  return one.uncertain.size() < other.uncertain.size() ? &other.uncertain[one.uncertain.size()]
                                                       : nullptr;
}

models::Parameters parameters_of(const WorldValues& world) {
  return models::build_parameters(world.values, 1);
}

void check_version(const output::CheckpointReader& file) {
  if (file.entry("program_version") == version()) return;
  refuse(file,
         "was written by skillscale " + file.entry("program_version") +
             "\n  allowed: " + std::string(version()),
         "\n  next: go on with that version, or run from the start");
}

void check_values(const output::CheckpointReader& file, const CheckpointRun& there,
                  const std::vector<WorldValues>& here) {
  for (std::size_t w = 0; w < here.size(); ++w) {
    if (w >= there.worlds.size() || here[w].name != there.worlds[w].name ||
        here.size() != there.worlds.size())
      refuse(file, "belongs to another run: ensemble.references differ", another_run);
    const auto other =
        models::value_difference(parameters_of(here[w]), parameters_of(there.worlds[w]));
    const std::string world = w == 0 ? "" : " (in " + here[w].name + ")";
    if (other) {
      refuse(file,
             "belongs to another scenario: " + other->path + world + " is " + other->one +
                 " here, " + other->other + " there",
             another_run);
    }
    if (there.draws == 0) continue;
    if (const auto* range = first_other_range(here[w], there.worlds[w]))
      refuse(file, "belongs to another scenario: the range of " + range->path + world + " differs",
             another_run);
  }
}

std::vector<std::byte> bytes_of_numbers(const auto& numbers) {
  const auto bytes = std::as_bytes(std::span(numbers));
  return {bytes.begin(), bytes.end()};
}

sim::NamedArray& array_of(sim::Archive& archive, const std::string& name, sim::ElementType type) {
  for (auto& array : archive) {
    if (array.name == name) return array;
  }
  return archive.emplace_back(sim::NamedArray{name, type, {}});
}

}  // namespace

std::filesystem::path checkpoint_path(const std::filesystem::path& result) {
  auto path = result;
  if (path.extension() == ".h5") path.replace_extension();
  return path += ".ckpt.h5";
}

output::CheckpointHead checkpoint_head(const scenarios::Scenario& scenario,
                                       const RunOptions& options) {
  output::CheckpointHead head{{"program_version", std::string(version())},
                              {"git_id", std::string(git_id())},
                              {"scenario_name", scenario.run.name},
                              {"scenario_digest", scenario.digest},
                              {"effective_yaml", scenario.effective_yaml},
                              {"command_line", options.command_line},
                              {"seed", std::to_string(options.seed)},
                              {"replicates", std::to_string(options.replicates)},
                              {"draws", std::to_string(scenario.run.ensemble.draws)},
                              {"months", std::to_string(options.months)},
                              {"horizon", std::to_string(scenario.run.months)},
                              {"start", to_text(scenario.run.start)}};
  const auto worlds = world_values(scenario);
  head["worlds"] = std::to_string(worlds.size());
  for (std::size_t w = 0; w < worlds.size(); ++w) {
    head[with_number("world", w)] = worlds[w].name;
    head[with_number("parameters", w)] = models::to_lines({options.months, worlds[w].values});
    head[with_number("ranges", w)] = ranges_text(worlds[w]);
  }
  return head;
}

CheckpointRun checkpoint_run(const output::CheckpointReader& file) {
  CheckpointRun run;
  run.seed = static_cast<std::uint64_t>(whole(file, "seed"));
  run.months = static_cast<int>(whole(file, "months"));
  run.horizon = static_cast<int>(whole(file, "horizon"));
  run.draws = static_cast<int>(whole(file, "draws"));
  run.replicates = static_cast<int>(whole(file, "replicates"));
  run.start = file.entry("start");
  const auto worlds = static_cast<std::size_t>(whole(file, "worlds"));
  for (std::size_t w = 0; w < worlds; ++w) {
    run.worlds.push_back({file.entry(with_number("world", w)),
                          models::from_lines(file.entry(with_number("parameters", w))).values,
                          ranges_from(file.entry(with_number("ranges", w)))});
  }
  return run;
}

void check_same_run(const output::CheckpointReader& file, const scenarios::Scenario& scenario,
                    const RunOptions& options) {
  check_version(file);
  const auto there = checkpoint_run(file);
  check_entry(file, "start", "horizon.start", to_text(scenario.run.start));
  check_entry(file, "draws", "ensemble.draws", std::to_string(scenario.run.ensemble.draws));
  check_values(file, there, world_values(scenario));
  check_entry(file, "seed", "the seed", std::to_string(options.seed));
  if (options.replicates < there.replicates)
    refuse(
        file,
        "has " + std::to_string(there.replicates) + " replicates, this run " +
            std::to_string(options.replicates),
        "\n  allowed: as many or more\n  next: --replicates " + std::to_string(there.replicates));
  for (const auto& unit : file.units()) {
    if (unit.is_finished ? unit.month != options.months : unit.month > options.months)
      refuse(file,
             "holds months 1 to " + std::to_string(unit.month) +
                 (unit.is_finished ? " of finished replicates, this run has " : ", this run has ") +
                 std::to_string(options.months),
             "\n  next: leave --until and horizon.months as they were, or run from the start");
  }
}

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
      refuse(file,
             "cannot go on as \"" + scenario.run.name + "\": " + shown + " is " + own + " here, " +
                 other + " there",
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
      refuse(file, "has no states of the reference " + world.name,
             "\n  next: leave it out of ensemble.references, or make the checkpoint with it");
    const auto other = models::structure_difference(parameters_of(world), parameters_of(*found));
    if (other) compare(other->path, other->one, other->other);
    places.push_back(static_cast<std::size_t>(found - there.worlds.begin()));
  }
  const auto& units = file.units();
  const auto wanted = static_cast<std::size_t>(std::max(1, there.draws)) *
                      static_cast<std::size_t>(there.replicates) * there.worlds.size();
  const bool is_level =
      units.size() == wanted && std::all_of(units.begin(), units.end(), [&](const auto& unit) {
        return !unit.is_finished && unit.month == units.front().month;
      });
  if (!is_level)
    refuse(file, "does not hold all its worlds at one and the same month",
           "\n  next: make it with `skillscale run SCENARIO.yaml --until YYYY-MM "
           "--checkpoint-every MONTHS`, which keeps the states of that month");
  if (options.replicates > there.replicates)
    refuse(file,
           "has " + std::to_string(there.replicates) + " replicates, the branch " +
               std::to_string(options.replicates),
           "\n  next: --replicates " + std::to_string(there.replicates) + ", or fewer");
  if (units.front().month > options.months)
    refuse(file,
           "is at month " + std::to_string(units.front().month) + ", the branch ends at " +
               std::to_string(options.months),
           "\n  next: raise horizon.months or --until");
  return places;
}

void adapt_levers(const models::Parameters& from, const models::Parameters& to,
                  sim::Archive& state) {
  const auto lever_axis = static_cast<std::size_t>(models::Axis::Lever);
  const auto* levers = sim::find(state, "policy.levers.lever");
  const auto* triggered = sim::find(state, "policy.levers.triggered");
  const auto* fraction = sim::find(state, "policy.levers.fraction");
  std::vector<std::uint64_t> lever_now;
  std::vector<sim::Month> triggered_now;
  std::vector<double> fraction_now;
  models::Parameters own = to;
  for (const auto& lever : models::prepare_policy(own).levers) {
    const auto& name = to.names[lever_axis][lever.lever];
    lever_now.push_back(lever.lever);
    triggered_now.push_back(-1);
    fraction_now.push_back(0);
    for (std::size_t i = 0; levers != nullptr && i < sim::length(*levers); ++i) {
      const auto old = static_cast<std::size_t>(sim::element(*levers, i));
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

}  // namespace skillscale::experiments
