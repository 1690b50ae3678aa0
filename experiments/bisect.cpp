#include "experiments/bisect.h"

#include <algorithm>

#include "experiments/checkpoint.h"
#include "experiments/trajectory.h"
#include "sim/error.h"
#include "sim/tally_history.h"

namespace skillscale::experiments {
namespace {

sim::Archive state_of(const output::CheckpointReader& file, std::size_t unit) {
  sim::Archive state;
  if (!sim::decode(file.read(unit), state))
    throw sim::InputError(file.path().string() +
                          ": holds no state that this version can read\n  next: use the version of "
                          "skillscale that wrote it");
  return state;
}

std::span<const std::uint8_t> history_bytes(const sim::Archive& state) {
  const auto* history = history_of(state);
  if (history == nullptr) return {};
  return {reinterpret_cast<const std::uint8_t*>(history->bytes.data()), history->bytes.size()};
}

struct TallyDifference {
  int month;
  std::size_t cell;
  std::int64_t one, other;
};

/// The first month in which two histories differ, up to the end of the shorter one.
std::optional<TallyDifference> first_tally(std::size_t cells, const sim::Archive& one,
                                           const sim::Archive& other, int& months) {
  sim::TallyHistoryReader first(cells, history_bytes(one)), second(cells, history_bytes(other));
  for (months = 0; !first.is_at_end() && !second.is_at_end(); ++months) {
    if (!first.next() || !second.next())
      throw sim::StorageError(
          "a history of tallies ends early\n  next: `skillscale verify` both checkpoints");
    const auto a = first.cells(), b = second.cells();
    const auto at =
        static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    if (at < cells) return TallyDifference{months + 1, at, a[at], b[at]};
  }
  return std::nullopt;
}

/// One run of the two, ready to be simulated again.
class Again {
 public:
  Again(const CheckpointRun& run, const UnitName& unit, std::size_t world)
      : worlds_(make_worlds(run.worlds, run.months, run.seed, draw_set(run, unit))),
        trajectory_(worlds_.parameters[world],
                    std::make_shared<const models::ReplicateSetup>(
                        *worlds_.parameters.front(), run.seed,
                        static_cast<std::uint32_t>(unit.replicate), draw_set(run, unit))) {}
  Trajectory& trajectory() { return trajectory_; }

 private:
  static std::uint32_t draw_set(const CheckpointRun& run, const UnitName& unit) {
    return static_cast<std::uint32_t>(run.draws > 0 ? unit.draw + 1 : 0);
  }
  WorldSet worlds_;
  Trajectory trajectory_;
};

/// Units by name.
std::optional<std::size_t> find_unit(const output::CheckpointReader& file,
                                     const output::CheckpointUnit& wanted) {
  for (std::size_t at = 0; at < file.units().size(); ++at) {
    const auto& unit = file.units()[at];
    if (unit.draw == wanted.draw && unit.replicate == wanted.replicate &&
        unit.world == wanted.world)
      return at;
  }
  return std::nullopt;
}

class Search {
 public:
  Search(const output::CheckpointReader& one, const output::CheckpointReader& other)
      : one_(one), other_(other), run_(checkpoint_run(one)), other_run_(checkpoint_run(other)) {}

  Bisection run() {
    compare_parameters();
    compare_tallies();
    if (!found_.unit) compare_saved(false);
    if (!found_.unit || !found_.tally) return found_;
    simulate_again();
    return found_;
  }

 private:
  models::Parameters parameters(const CheckpointRun& run, std::size_t world) const {
    return models::build_parameters(run.worlds[world].values, run.months);
  }

  void compare_parameters() {
    for (std::size_t w = 0; w < std::min(run_.worlds.size(), other_run_.worlds.size()); ++w) {
      if (run_.worlds[w].name != other_run_.worlds[w].name)
        refuse("world " + std::to_string(w) + " is " + run_.worlds[w].name + " in the first, " +
               other_run_.worlds[w].name + " in the second");
      const auto own = parameters(run_, w), theirs = parameters(other_run_, w);
      if (const auto other = models::structure_difference(own, theirs))
        refuse(other->path + " is " + other->one + " in the first, " + other->other +
               " in the second");
      if (!found_.parameter) found_.parameter = models::value_difference(own, theirs);
    }
    if (run_.seed != other_run_.seed && !found_.parameter)
      found_.parameter = {"ensemble.seed", std::to_string(run_.seed),
                          std::to_string(other_run_.seed)};
  }

  [[noreturn]] void refuse(const std::string& difference) const {
    throw sim::InputError(one_.path().string() + " and " + other_.path().string() +
                          " cannot be compared: " + difference +
                          "\n  next: name two checkpoints of one corridor");
  }

  void set_unit(const output::CheckpointUnit& unit, int month) {
    found_.unit = UnitName{unit.draw, unit.replicate, unit.world};
    found_.world = run_.worlds[static_cast<std::size_t>(unit.world)].name;
    found_.month = month;
  }

  void compare_tallies() {
    found_.units_in_one_only = static_cast<int>(other_.units().size());
    bool is_first = true;
    for (std::size_t at = 0; at < one_.units().size(); ++at) {
      const auto& unit = one_.units()[at];
      const auto match = find_unit(other_, unit);
      if (!match) {
        ++found_.units_in_one_only;
        continue;
      }
      --found_.units_in_one_only;
      const auto p = parameters(run_, static_cast<std::size_t>(unit.world));
      int months = 0;
      const auto tally = first_tally(models::TallyLayout(p).cells(), state_of(one_, at),
                                     state_of(other_, *match), months);
      found_.months_compared = is_first ? months : std::min(found_.months_compared, months);
      is_first = false;
      if (!tally || (found_.unit && found_.month <= tally->month)) continue;
      set_unit(unit, tally->month);
      found_.tally =
          models::StateDifference{models::tally_cell_name(tally->cell, p), "tallies",
                                  std::to_string(tally->one), std::to_string(tally->other)};
    }
  }

  /// The states as they stand in the files, where they are of the same month.
  /// @param only_found  looks only at the world already found
  void compare_saved(bool only_found) {
    for (std::size_t at = 0; at < one_.units().size(); ++at) {
      const auto& unit = one_.units()[at];
      const auto match = find_unit(other_, unit);
      if (!match || other_.units()[*match].month != unit.month ||
          other_.units()[*match].is_finished != unit.is_finished)
        continue;
      if (only_found &&
          (unit.draw != found_.unit->draw || unit.replicate != found_.unit->replicate ||
           unit.world != found_.unit->world))
        continue;
      const auto p = parameters(run_, static_cast<std::size_t>(unit.world));
      const auto difference =
          models::state_difference(state_of(one_, at), state_of(other_, *match), p);
      if (!difference) continue;
      if (!only_found) set_unit(unit, unit.month);
      found_.is_in_files_alone = !found_.parameter;
      found_.state = difference;
      return;
    }
  }

  void simulate_again() {
    const auto world = static_cast<std::size_t>(found_.unit->world);
    Again first(run_, *found_.unit, world), second(other_run_, *found_.unit, world);
    const auto p = parameters(run_, world);
    while (!first.trajectory().is_over() && !second.trajectory().is_over() &&
           first.trajectory().world().month < found_.month) {
      first.trajectory().step();
      second.trajectory().step();
      const auto difference = models::state_difference(comparable(first), comparable(second), p);
      if (!difference) continue;
      found_.month = first.trajectory().world().month;
      found_.state = difference;
      return;
    }
    found_.is_in_files_alone = true;
    compare_saved(true);
  }

  /// Levers that one run alone has are told as input, not as a state.
  sim::Archive comparable(Again& run) const {
    auto state = run.trajectory().save();
    if (found_.parameter) {
      std::erase_if(state, [](const auto& array) { return array.name.starts_with("policy."); });
    }
    return state;
  }

  const output::CheckpointReader& one_;
  const output::CheckpointReader& other_;
  CheckpointRun run_, other_run_;
  Bisection found_;
};

}  // namespace

Bisection bisect(const output::CheckpointReader& one, const output::CheckpointReader& other) {
  return Search(one, other).run();
}

}  // namespace skillscale::experiments
