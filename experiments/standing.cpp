#include "experiments/standing.h"

#include "output/file_identity.h"
#include "sim/error.h"

namespace skillscale::experiments {
namespace {

namespace fs = std::filesystem;

constexpr const char* next =
    "\n  next: move it away, choose another --output, or replace it with --force";

bool keeps_states_of_another_month(const Standing& standing, const RunOptions& options) {
  return standing.has_last_states && standing.last_month != options.months;
}

/// @param head  of the run it must belong to; null for any
std::optional<Standing> read_standing(const fs::path& path, const output::CheckpointHead* head) {
  try {
    const output::CheckpointReader file(path);
    if (head != nullptr && !belongs_to(file, *head)) return std::nullopt;
    const auto run = checkpoint_run(file);
    Standing standing;
    for (const auto& unit : file.units()) standing.months += unit.month;
    standing.months_total = static_cast<std::int64_t>(std::max(1, run.draws)) * run.replicates *
                            static_cast<std::int64_t>(run.worlds.size()) * run.months;
    standing.has_last_states = holds_last_states(file, run);
    standing.last_month = run.months;
    return standing;
  } catch (const sim::InputError&) {
    return std::nullopt;
  } catch (const sim::StorageError&) {
    return std::nullopt;
  }
}

/// A checkpoint that the run goes on from belongs to it, even where other variables are stored.
std::optional<Standing> standing_or_resumed(const fs::path& path,
                                            const output::CheckpointHead& head,
                                            const RunOptions& options) {
  std::error_code error;
  return read_standing(path, fs::equivalent(path, options.resume, error) ? nullptr : &head);
}

}  // namespace

std::optional<Standing> standing_checkpoint(const fs::path& path,
                                            const output::CheckpointHead& head) {
  return read_standing(path, &head);
}

void check_standing(const fs::path& path, const output::CheckpointHead& head,
                    const RunOptions& options) {
  std::error_code error;
  if (options.force || !fs::exists(path, error) || fs::equivalent(path, options.branch, error))
    return;
  const bool is_resumed = fs::equivalent(path, options.resume, error);
  if (!is_resumed && !output::can_be_read(path)) {
    throw sim::StorageError(path.string() +
                            ": stands there and cannot be read, so it may be worth keeping" + next);
  }
  if (!is_resumed) {
    try {
      const output::CheckpointReader trial(path);
    } catch (const sim::InputError&) {
      throw sim::InputError(path.string() + ": exists and is no checkpoint" + next);
    } catch (const sim::StorageError&) {
      return;  // of no use to anybody
    }
  }
  const auto standing = standing_or_resumed(path, head, options);
  if (!standing && !is_resumed)
    throw sim::InputError(path.string() + ": is the checkpoint of another run" + next);
  if (standing && options.checkpoint_every > 0 &&
      keeps_states_of_another_month(*standing, options)) {
    throw sim::InputError(path.string() + ": keeps the states of month " +
                          std::to_string(standing->last_month) +
                          " for branches, and the checkpoints of this run, which ends with month " +
                          std::to_string(options.months) + ", would replace it" + next);
  }
}

bool is_to_stay(const fs::path& path, const output::CheckpointHead& head,
                const RunOptions& options) {
  std::error_code error;
  if (!options.branch.empty() && fs::equivalent(path, options.branch, error)) return true;
  if (options.force) return false;
  const auto standing = standing_or_resumed(path, head, options);
  return standing && keeps_states_of_another_month(*standing, options);
}

}  // namespace skillscale::experiments
