// Keeps the states of a run while it goes on and writes them as a checkpoint when one is due.
//
// Worlds wait for nobody: each hands in a copy of its state at a month of its own, and whoever
// completes a round writes the file. A finished world leaves a record. States of worlds that go on
// stay in memory, as many as there are threads; everything else waits in an unnamed file beside the
// checkpoint. A new round opens only when nineteen times as long as the last one took has gone by,
// so that writing takes about a twentieth of the time at most.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "output/file_identity.h"
#include "sim/archive.h"

namespace skillscale::output {
class CheckpointReader;
class ScratchFile;
}  // namespace skillscale::output

namespace skillscale::experiments {

/// Which world of which replicate.
struct UnitName {
  int draw = 0, replicate = 0, world = 0;
};

struct KeeperOptions {
  std::filesystem::path path;  ///< of the checkpoint
  int every = 0;               ///< months between checkpoints, at least; 0 writes none on its own
  bool may_replace = false;    ///< also one of this run that has come further
  bool is_required = false;    ///< a checkpoint that cannot be written ends the run
  bool stays = false;          ///< what stands there stays as it is; nothing is written
  std::function<void(const std::string&)> warn;  ///< any thread
  /// Takes what became of a checkpoint that was asked for; any thread.
  std::function<void(const std::string&)> answer;
  /// Tells the time, for how long writing takes; a test may have its own.
  std::function<std::chrono::steady_clock::time_point()> now = std::chrono::steady_clock::now;
  /// Says which run the checkpoint belongs to.
  std::map<std::string, std::string> head;
  int draws = 1, replicates = 1, worlds = 1;
};

class CheckpointKeeper {
 public:
  /// @throws StorageError  if the folder cannot be written
  explicit CheckpointKeeper(KeeperOptions options);
  ~CheckpointKeeper();
  CheckpointKeeper(const CheckpointKeeper&) = delete;
  CheckpointKeeper& operator=(const CheckpointKeeper&) = delete;

  /// Changes a state before it is taken up by another scenario; world is that of the new run.
  using Adapt = std::function<void(std::size_t world, sim::Archive& state)>;

  /// Takes over the units of a checkpoint.
  /// @param worlds  position in the checkpoint of each world of this run
  void adopt(const output::CheckpointReader& from, const std::vector<std::size_t>& worlds,
             const Adapt& adapt = {});

  /// What is kept of a unit.
  struct Kept {
    sim::Archive state;
    int month = 0;
    bool is_finished = false;
  };
  std::optional<Kept> kept(const UnitName& unit) const;

  /// Months behind all units that are kept.
  std::int64_t months_kept() const;

  // All members from here on may be called from any thread.

  void begin(const UnitName& unit);
  /// Whether a copy of the unit's state is wanted now, after this month.
  /// @param requests  how often a checkpoint was asked for so far
  bool wants(const UnitName& unit, int month, int requests);
  /// @throws StorageError  if a checkpoint is required and cannot be written
  void deposit(const UnitName& unit, int month, sim::Archive state);
  /// The unit goes no further in this run.
  /// @param is_finished  `state` is a record; otherwise a state to go on from
  void end(const UnitName& unit, int month, const sim::Archive& state, bool is_finished);

  /// Writes what there is, whether due or not; not while units go on.
  /// @return false if there is nothing to write, or less than stands there already
  /// @throws StorageError  if it cannot be written
  bool write_last();
  /// Whether the checkpoint that stands there holds nothing that this run has not come to itself.
  bool may_go() const;
  /// Whether what stands there stays as it is.
  bool stays() const { return options_.stays; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Slot {
    int month = 0;
    bool is_kept = false, is_finished = false, is_going = false;
    std::int64_t round = 0;                               ///< of the last deposit
    std::shared_ptr<const std::vector<std::byte>> state;  ///< null: in the unnamed file
    std::uint64_t offset = 0, bytes = 0;                  ///< there
  };

  std::size_t place(const UnitName& unit) const;
  void keep_aside(Slot& slot, const std::vector<std::byte>& bytes);
  void forget(Slot& slot, const std::string& problem);
  bool is_own() const;
  bool is_due() const;
  void open_round();
  bool is_complete() const;
  void write_round(std::unique_lock<std::mutex>& lock);
  void answer(const std::vector<Slot>& slots, bool is_written) const;
  void write(const std::vector<Slot>& slots);
  bool is_poorer(const std::vector<Slot>& slots) const;

  KeeperOptions options_;
  std::unique_ptr<output::ScratchFile> aside_;
  mutable std::mutex mutex_;
  std::vector<Slot> slots_;
  std::uint64_t aside_end_ = 0;
  std::int64_t round_ = 0, going_ = 0, in_round_ = 0;
  int requests_ = 0;
  bool is_round_open_ = false, is_writing_ = false;
  std::atomic<bool> is_asked_{false};
  std::atomic<bool> has_forgotten_{false};
  output::FileIdentity written_{};  // of the file that this run wrote last
  Clock::time_point last_end_;
  Clock::duration last_cost_{};
};

}  // namespace skillscale::experiments
