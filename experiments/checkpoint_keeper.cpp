#include "experiments/checkpoint_keeper.h"

#include <algorithm>
#include <numeric>

#include "experiments/checkpoint.h"
#include "output/scratch_file.h"
#include "sim/error.h"

namespace skillscale::experiments {
namespace {

constexpr int share_of_time = 20;

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

template <class Slots>
std::int64_t months_of(const Slots& slots) {
  return std::accumulate(slots.begin(), slots.end(), std::int64_t{0},
                         [](std::int64_t sum, const auto& slot) { return sum + slot.month; });
}

/// Its checksums were right, so this is not the disk's doing.
[[noreturn]] void refuse_state() {
  throw sim::StorageError(
      "the checkpoint is damaged: a state is no archive\n  next: use an older checkpoint or a copy "
      "of this one, or run from the start");
}

}  // namespace

CheckpointKeeper::CheckpointKeeper(KeeperOptions options)
    : options_(std::move(options)),
      aside_(
          std::make_unique<output::ScratchFile>(folder_of(options_.path), options_.path.string())),
      slots_(static_cast<std::size_t>(options_.draws) *
             static_cast<std::size_t>(options_.replicates) *
             static_cast<std::size_t>(options_.worlds)),
      last_end_(options_.now()) {}

CheckpointKeeper::~CheckpointKeeper() = default;

std::size_t CheckpointKeeper::place(const UnitName& unit) const {
  const auto run =
      static_cast<std::size_t>(unit.draw) * static_cast<std::size_t>(options_.replicates) +
      static_cast<std::size_t>(unit.replicate);
  return run * static_cast<std::size_t>(options_.worlds) + static_cast<std::size_t>(unit.world);
}

void CheckpointKeeper::keep_aside(Slot& slot, const std::vector<std::byte>& bytes) {
  slot.state.reset();
  slot.bytes = bytes.size();
  slot.offset = aside_end_;
  aside_end_ += bytes.size();
  aside_->write(slot.offset, bytes);
}

/// A full disk costs the state, never the run, unless the run was told so.
void CheckpointKeeper::forget(Slot& slot, const std::string& problem) {
  slot.is_kept = false;
  slot.bytes = 0;
  if (options_.is_required) throw sim::StorageError(problem);
  if (has_forgotten_.exchange(true) || options_.every == 0 || !options_.warn) return;
  options_.warn("a state cannot be kept for checkpoints; the run goes on\n" + problem);
}

void CheckpointKeeper::adopt(const output::CheckpointReader& from,
                             const std::vector<std::size_t>& worlds, const Adapt& adapt) {
  for (std::size_t at = 0; at < from.units().size(); ++at) {
    const auto& unit = from.units()[at];
    const auto found =
        std::find(worlds.begin(), worlds.end(), static_cast<std::size_t>(unit.world));
    if (found == worlds.end()) continue;
    const auto world = static_cast<int>(found - worlds.begin());
    if (unit.draw >= options_.draws || unit.replicate >= options_.replicates) continue;
    auto bytes = from.read(at);
    if (adapt) {
      sim::Archive state;
      if (!sim::decode(bytes, state)) refuse_state();
      adapt(static_cast<std::size_t>(world), state);
      bytes = sim::encode(state);
    }
    auto& slot = slots_[place({unit.draw, unit.replicate, world})];
    slot.month = unit.month;
    slot.is_kept = true;
    slot.is_finished = unit.is_finished;
    keep_aside(slot, bytes);
  }
}

std::optional<CheckpointKeeper::Kept> CheckpointKeeper::kept(const UnitName& unit) const {
  std::unique_lock lock(mutex_);
  const Slot slot = slots_[place(unit)];
  lock.unlock();
  if (!slot.is_kept) return std::nullopt;
  Kept kept;
  kept.month = slot.month;
  kept.is_finished = slot.is_finished;
  std::vector<std::byte> bytes(static_cast<std::size_t>(slot.bytes));
  if (slot.state == nullptr) aside_->read(slot.offset, bytes);
  if (!sim::decode(slot.state == nullptr ? bytes : *slot.state, kept.state)) refuse_state();
  return kept;
}

std::int64_t CheckpointKeeper::months_kept() const { return months_of(slots_); }

void CheckpointKeeper::begin(const UnitName& unit) {
  const std::scoped_lock lock(mutex_);
  auto& slot = slots_[place(unit)];
  slot.is_going = true;
  ++going_;
  if (!is_round_open_) return;
  slot.round = round_;  // what just begins has nothing to add to this round
  ++in_round_;
}

bool CheckpointKeeper::is_due() const {
  return options_.now() - last_end_ >= (share_of_time - 1) * last_cost_;
}

void CheckpointKeeper::open_round() {
  is_round_open_ = true;
  ++round_;
  in_round_ = 0;
}

bool CheckpointKeeper::is_complete() const { return is_round_open_ && in_round_ == going_; }

bool CheckpointKeeper::wants(const UnitName& unit, int month, int requests) {
  const bool is_time = options_.every > 0 && month % options_.every == 0;
  if (!is_time && requests == 0) return false;
  std::unique_lock lock(mutex_);
  const bool is_asked = requests > requests_;
  if (!is_round_open_ && !is_writing_ && (is_asked || (is_time && is_due()))) {
    requests_ = requests;
    is_asked_ = is_asked;
    open_round();
  }
  if (!is_round_open_ || (!is_time && !is_asked_)) return false;
  auto& slot = slots_[place(unit)];
  if (slot.round != round_) return true;
  // Someone of this round has stood still for that long; the round ends without it.
  if (slot.is_kept) write_round(lock);
  return false;
}

void CheckpointKeeper::deposit(const UnitName& unit, int month, sim::Archive state) {
  auto bytes = std::make_shared<const std::vector<std::byte>>(sim::encode(state));
  state.clear();
  std::unique_lock lock(mutex_);
  auto& slot = slots_[place(unit)];
  slot.month = month;
  slot.is_kept = true;
  slot.is_finished = false;
  slot.bytes = bytes->size();
  slot.state = std::move(bytes);
  if (!is_round_open_ || slot.round == round_) return;
  slot.round = round_;
  ++in_round_;
  if (is_complete()) write_round(lock);
}

void CheckpointKeeper::end(const UnitName& unit, int month, const sim::Archive& state,
                           bool is_finished) {
  const auto bytes = sim::encode(state);
  std::unique_lock lock(mutex_);
  auto& slot = slots_[place(unit)];
  if (slot.is_going) {
    --going_;
    if (is_round_open_ && slot.round == round_) --in_round_;
  }
  slot.month = month;
  slot.is_kept = true;
  slot.is_finished = is_finished;
  slot.is_going = false;
  try {
    keep_aside(slot, bytes);
  } catch (const sim::StorageError& error) {
    forget(slot, error.what());
  }
  if (going_ > 0 && is_complete()) write_round(lock);
}

/// Other units go on meanwhile.
void CheckpointKeeper::write_round(std::unique_lock<std::mutex>& lock) {
  is_round_open_ = false;
  is_writing_ = true;
  const auto slots = slots_;
  lock.unlock();
  std::string problem;
  const auto begin = options_.now();
  try {
    const bool is_written = !is_poorer(slots);
    if (is_written) write(slots);
    if (is_asked_.exchange(false)) answer(slots, is_written);
  } catch (const sim::StorageError& error) {
    if (options_.is_required) throw;
    problem = error.what();
  }
  if (!problem.empty() && options_.warn)
    options_.warn("no checkpoint could be written; the last one stays and the run goes on\n" +
                  problem);
  lock.lock();
  is_writing_ = false;
  last_end_ = options_.now();
  last_cost_ = last_end_ - begin;
}

void CheckpointKeeper::answer(const std::vector<Slot>& slots, bool is_written) const {
  if (!options_.answer) return;
  options_.answer(is_written ? std::to_string(months_of(slots)) +
                                   " months of all worlds are kept in " + options_.path.string()
                             : "no checkpoint was written: " + options_.path.string() +
                                   " stood there before, or has come further, and stays");
}

/// Whether the file that stands there is the one that this run wrote.
bool CheckpointKeeper::is_own() const {
  return written_.is_set() && output::identity_of(options_.path) == written_;
}

/// A checkpoint that another process left, further than this one has come, or that cannot be read
/// now: it may be worth more than ours.
bool CheckpointKeeper::is_poorer(const std::vector<Slot>& slots) const {
  std::error_code error;
  if (options_.stays) return true;
  if (options_.may_replace || !std::filesystem::exists(options_.path, error) || is_own())
    return false;
  if (!output::can_be_read(options_.path)) return true;
  try {
    const output::CheckpointReader standing(options_.path);
    return belongs_to(standing, options_.head) && months_of(standing.units()) > months_of(slots);
  } catch (const sim::InputError&) {
    return false;
  } catch (const sim::StorageError&) {
    return false;
  }
}

bool CheckpointKeeper::may_go() const { return is_own() || !is_poorer(slots_); }

void CheckpointKeeper::write(const std::vector<Slot>& slots) {
  std::vector<output::CheckpointUnit> units;
  std::vector<const Slot*> listed;
  for (std::size_t at = 0; at < slots.size(); ++at) {
    const auto& slot = slots[at];
    if (!slot.is_kept) continue;
    const auto worlds = static_cast<std::size_t>(options_.worlds);
    const auto replicates = static_cast<std::size_t>(options_.replicates);
    const auto run = at / worlds;
    units.push_back({static_cast<int>(run / replicates), static_cast<int>(run % replicates),
                     static_cast<int>(at % worlds), slot.month, slot.is_finished, slot.bytes});
    listed.push_back(&slot);
  }
  output::CheckpointWriter writer(options_.path, options_.head, units);
  std::vector<std::byte> piece;
  for (const auto* slot : listed) {
    if (slot->state != nullptr) {
      writer.append(*slot->state);
      continue;
    }
    constexpr std::uint64_t most = std::uint64_t{4} << 20;
    for (std::uint64_t done = 0; done < slot->bytes; done += piece.size()) {
      piece.resize(static_cast<std::size_t>(std::min(most, slot->bytes - done)));
      aside_->read(slot->offset + done, piece);
      writer.append(piece);
    }
  }
  writer.commit();
  written_ = output::identity_of(options_.path);
}

bool CheckpointKeeper::write_last() {
  const bool has_any =
      std::any_of(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.is_kept; });
  if (!has_any || is_poorer(slots_)) return false;
  write(slots_);
  return true;
}

}  // namespace skillscale::experiments
