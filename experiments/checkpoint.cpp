#include "experiments/checkpoint.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <sstream>

#include "models/parameter_lines.h"
#include "models/structure.h"
#include "scenarios/calendar_month.h"
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

[[noreturn]] void refuse_entry(const output::CheckpointReader& file, const std::string& name,
                               const std::string& what) {
  throw sim::StorageError(
      file.path().string() + ": is damaged: its entry " + name + " " + what +
      "\n  next: use an older checkpoint or a copy of this one, or run from the "
      "start");
}

template <class Number>
Number whole(const output::CheckpointReader& file, const std::string& name, Number low,
             Number high) {
  const auto& text = file.entry(name);
  Number value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number =
      !text.empty() && read.ec == std::errc{} && read.ptr == text.data() + text.size();
  if (!is_number || value < low || value > high) {
    refuse_entry(file, name,
                 "is " + (text.empty() ? "missing" : text.substr(0, 40)) + ", allowed " +
                     std::to_string(low) + " to " + std::to_string(high));
  }
  return value;
}

models::ParameterValues values_from(const output::CheckpointReader& file, const std::string& name) {
  try {
    auto values = models::from_lines(file.entry(name)).values;
    const auto problem = models::value_problem(models::build_parameters(values, 1));
    if (!problem.empty())
      refuse_entry(file, name, "holds a value that no scenario has: " + problem);
    return values;
  } catch (const sim::InputError& error) {
    refuse_entry(file, name, std::string("cannot be read: ") + error.what());
  }
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
  refuse_checkpoint(
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

void check_values(const output::CheckpointReader& file, const CheckpointRun& there,
                  const std::vector<WorldValues>& here) {
  for (std::size_t w = 0; w < here.size(); ++w) {
    if (w >= there.worlds.size() || here[w].name != there.worlds[w].name ||
        here.size() != there.worlds.size())
      refuse_checkpoint(file, "belongs to another run: ensemble.references differ", another_run);
    const auto other =
        models::value_difference(parameters_of(here[w]), parameters_of(there.worlds[w]));
    const std::string world = w == 0 ? "" : " (in " + here[w].name + ")";
    if (other) {
      refuse_checkpoint(file,
                        "belongs to another scenario: " + other->path + world + " is " +
                            other->one + " here, " + other->other + " there",
                        another_run);
    }
    if (there.draws == 0) continue;
    if (const auto* range = first_other_range(here[w], there.worlds[w]))
      refuse_checkpoint(
          file, "belongs to another scenario: the range of " + range->path + world + " differs",
          another_run);
  }
}

}  // namespace

void refuse_checkpoint(const output::CheckpointReader& file, const std::string& what,
                       const std::string& next) {
  throw sim::InputError(file.path().string() + ": " + what + next);
}

models::Parameters parameters_of(const WorldValues& world) {
  return models::build_parameters(world.values, 1);
}

void check_version(const output::CheckpointReader& file) {
  if (file.entry("program_version") == version()) return;
  refuse_checkpoint(file,
                    "was written by skillscale " + file.entry("program_version") +
                        "\n  allowed: " + std::string(version()),
                    "\n  next: go on with that version, or run from the start");
}

bool belongs_to(const output::CheckpointReader& file, const output::CheckpointHead& head) {
  constexpr std::array identity{"scenario_digest", "seed", "branched_from"};
  return std::all_of(identity.begin(), identity.end(), [&](const char* name) {
    const auto own = head.find(name);
    return own != head.end() && own->second == file.entry(name);
  });
}

bool is_level(const output::CheckpointReader& file, const CheckpointRun& run) {
  const auto& units = file.units();
  const auto wanted = static_cast<std::size_t>(std::max(1, run.draws)) *
                      static_cast<std::size_t>(run.replicates) * run.worlds.size();
  return wanted > 0 && units.size() == wanted &&
         std::all_of(units.begin(), units.end(), [&](const auto& unit) {
           return !unit.is_finished && unit.month == units.front().month;
         });
}

bool holds_last_states(const output::CheckpointReader& file, const CheckpointRun& run) {
  return run.months < run.horizon && is_level(file, run) &&
         file.units().front().month == run.months;
}

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
                              {"checkpoint_every", std::to_string(options.checkpoint_every)},
                              {"branched_from", options.branched_from},
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
  constexpr int longest = 30000, most = 100'000'000;
  CheckpointRun run;
  run.seed = whole<std::uint64_t>(file, "seed", 0, std::numeric_limits<std::uint64_t>::max());
  run.months = whole(file, "months", 1, longest);
  run.horizon = whole(file, "horizon", 1, longest);
  run.draws = whole(file, "draws", 0, most);
  run.replicates = whole(file, "replicates", 1, most);
  run.checkpoint_every = whole(file, "checkpoint_every", 0, longest);
  run.branched_from = file.entry("branched_from");
  run.start = file.entry("start");
  if (!scenarios::read_calendar_month(run.start)) refuse_entry(file, "start", "is no month");
  const auto worlds = whole(file, "worlds", 1, static_cast<int>(file.head().size()));
  for (std::size_t w = 0; w < static_cast<std::size_t>(worlds); ++w) {
    run.worlds.push_back({file.entry(with_number("world", w)),
                          values_from(file, with_number("parameters", w)),
                          ranges_from(file.entry(with_number("ranges", w)))});
  }
  for (const auto& unit : file.units()) {
    const bool is_of_run = unit.draw < std::max(1, run.draws) && unit.replicate < run.replicates &&
                           unit.world < worlds && unit.month <= longest;
    if (!is_of_run)
      throw sim::StorageError(file.path().string() +
                              ": is damaged: its index names a world that its run does not have"
                              "\n  next: use an older checkpoint or a copy of this one");
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
    refuse_checkpoint(
        file,
        "has " + std::to_string(there.replicates) + " replicates, this run " +
            std::to_string(options.replicates),
        "\n  allowed: as many or more\n  next: --replicates " + std::to_string(there.replicates));
  if (!there.branched_from.empty() && options.replicates > there.replicates)
    refuse_checkpoint(file,
                      "is that of a branch and has a past for " + std::to_string(there.replicates) +
                          " replicates, this run has " + std::to_string(options.replicates),
                      "\n  next: --replicates " + std::to_string(there.replicates));
  for (const auto& unit : file.units()) {
    if (unit.is_finished ? unit.month != options.months : unit.month > options.months)
      refuse_checkpoint(
          file,
          "holds months 1 to " + std::to_string(unit.month) +
              (unit.is_finished ? " of finished replicates, this run has " : ", this run has ") +
              std::to_string(options.months),
          "\n  next: leave --until and horizon.months as they were, or run from the start");
  }
}

void check_states(const output::CheckpointReader& file) {
  const auto run = checkpoint_run(file);
  for (std::size_t at = 0; at < file.units().size(); ++at) {
    const auto& unit = file.units()[at];
    sim::Archive state;
    std::string problem = "is no archive";
    if (sim::decode(file.read(at), state)) {
      const auto draw_set = static_cast<std::uint32_t>(run.draws > 0 ? unit.draw + 1 : 0);
      const auto worlds = make_worlds(run.worlds, run.months, run.seed, draw_set);
      problem = kept_problem(*worlds.parameters[static_cast<std::size_t>(unit.world)], state,
                             unit.month, unit.is_finished);
    }
    if (problem.empty()) continue;
    throw sim::StorageError(file.path().string() + ": is damaged: the state of draw " +
                            std::to_string(unit.draw) + ", replicate " +
                            std::to_string(unit.replicate) + ", world " +
                            std::to_string(unit.world) + ": " + problem +
                            "\n  next: use an older checkpoint or a copy of this one, or run from "
                            "the start");
  }
}

}  // namespace skillscale::experiments
