#include "experiments/engines/ranks.h"

#include <charconv>
#include <chrono>
#include <thread>

#include "experiments/engines/unit_workers.h"
#include "experiments/sweep/simulation.h"
#include "experiments/sweep/store.h"
#include "sim/error.h"

namespace skillscale::experiments::sweep {
namespace {

// The first letter of a text says what it is; what follows is separated by blanks or line ends.
//   from rank 0   B FOLDER   begin with the store
//                 U NUMBER POINT COUNT (REPLICATE ATTEMPT)...   a unit
//                 S   make nothing more      E   end
//   to rank 0     A   asks for units
//                 D NUMBER VALUES, then a line for each record   a unit is over
//                 F WORDS   this rank cannot go on
enum Kind : char {
  Begin = 'B',
  Unit = 'U',
  Stop = 'S',
  End = 'E',
  Ask = 'A',
  Done = 'D',
  Fail = 'F'
};

/// Nobody is kept waiting longer than this, and a waiting rank takes next to no processor time.
constexpr auto shortest_pause = std::chrono::microseconds(50);
constexpr auto longest_pause = std::chrono::milliseconds(2);

class Pause {
 public:
  void wait() {
    std::this_thread::sleep_for(now_);
    now_ = std::min<std::chrono::microseconds>(2 * now_, longest_pause);
  }
  void reset() { now_ = shortest_pause; }

 private:
  std::chrono::microseconds now_ = shortest_pause;
};

std::string text_of(Kind kind, std::string_view words = {}) {
  return std::string(1, kind) + std::string(words);
}

/// Whole numbers separated by blanks.
class Numbers {
 public:
  explicit Numbers(std::string_view text) : text_(text) {}

  std::size_t next() {
    while (!text_.empty() && text_.front() == ' ') text_.remove_prefix(1);
    std::size_t number = 0;
    const auto end = std::from_chars(text_.data(), text_.data() + text_.size(), number);
    if (end.ec != std::errc()) throw sim::BugError("a rank sent what is no number");
    text_.remove_prefix(static_cast<std::size_t>(end.ptr - text_.data()));
    return number;
  }

 private:
  std::string_view text_;
};

std::string text_of(const NumberedUnit& numbered) {
  const auto& unit = numbered.unit;
  auto text = text_of(Unit, std::to_string(numbered.number)) + " " + std::to_string(unit.point) +
              " " + std::to_string(unit.replicates.size());
  for (std::size_t i = 0; i < unit.replicates.size(); ++i)
    text += " " + std::to_string(unit.replicates[i]) + " " + std::to_string(unit.attempts[i]);
  return text;
}

NumberedUnit unit_of(std::string_view text) {
  Numbers numbers(text.substr(1));
  NumberedUnit numbered;
  numbered.number = numbers.next();
  numbered.unit.point = numbers.next();
  const auto count = numbers.next();
  for (std::size_t i = 0; i < count; ++i) {
    numbered.unit.replicates.push_back(static_cast<int>(numbers.next()));
    numbered.unit.attempts.push_back(static_cast<int>(numbers.next()));
  }
  return numbered;
}

std::string text_of(const FinishedUnit& finished, std::size_t values) {
  auto text = text_of(Done, std::to_string(finished.number)) + " " + std::to_string(values);
  for (const auto& record : finished.records) text += "\n" + to_line(record);
  return text;
}

FinishedUnit finished_of(std::string_view text) {
  auto end = std::min(text.find('\n'), text.size());
  Numbers numbers(text.substr(1, end - 1));
  FinishedUnit finished{numbers.next(), {}};
  const auto values = numbers.next();
  while (end < text.size()) {
    text.remove_prefix(end + 1);
    end = std::min(text.find('\n'), text.size());
    if (!from_line(text.substr(0, end), values, finished.records.emplace_back()))
      throw sim::BugError("a rank sent what is no run");
  }
  return finished;
}

}  // namespace

RanksEngine::RanksEngine(Messages& messages, int threads)
    : messages_(messages), threads_(threads) {}

RanksEngine::~RanksEngine() { send_to_all(text_of(End)); }

void RanksEngine::begin(const std::filesystem::path& store) {
  send_to_all(text_of(Begin, std::filesystem::absolute(store).string()));
}

void RanksEngine::send_to_all(const std::string& text) {
  for (int rank = 1; rank < messages_.size(); ++rank) messages_.send(rank, text);
}

/// The units of one round.
class RanksEngine::Handout {
 public:
  Handout(RanksEngine& engine, const Round& round)
      : engine_(engine), round_(round), own_(engine.threads_, round.simulate) {}

  void until_all_are_over() {
    Pause pause;
    while (next_ < round_.units.size() || under_way_ > 0) {
      if (round_.stop && !is_stopping_) stop();
      bool has_news = false;
      while (auto finished = own_.take()) {
        take(*finished);
        has_news = true;
      }
      while (auto message = engine_.messages_.next()) {
        hear(*message);
        has_news = true;
      }
      hand_out();
      if (has_news) pause.reset();
      if (!has_news) pause.wait();
    }
  }

 private:
  void stop() {
    is_stopping_ = true;
    next_ = round_.units.size();
    engine_.send_to_all(text_of(Stop));
  }

  void hear(const Message& message) {
    switch (message.text.empty() ? '\0' : message.text.front()) {
      case Ask:
        engine_.asking_.insert(message.from);
        return;
      case Done:
        take(finished_of(message.text));
        return;
      default:
        throw sim::StorageError("rank " + std::to_string(message.from) + ": " +
                                message.text.substr(std::min<std::size_t>(1, message.text.size())));
    }
  }

  void take(const FinishedUnit& finished) {
    --under_way_;
    round_.deliver(finished.records);
  }

  NumberedUnit next_unit() {
    ++under_way_;
    NumberedUnit unit{next_, round_.units[next_]};
    ++next_;
    return unit;
  }

  /// Each that asks gets one for each thread; in the order of ranks, so that all get some.
  void hand_out() {
    const auto threads = static_cast<std::size_t>(engine_.threads_);
    while (next_ < round_.units.size() && own_.waiting() < threads) own_.add(next_unit());
    auto& asking = engine_.asking_;
    while (next_ < round_.units.size() && !asking.empty()) {
      const int rank = *asking.begin();
      asking.erase(asking.begin());
      for (std::size_t i = 0; i < threads && next_ < round_.units.size(); ++i)
        engine_.messages_.send(rank, text_of(next_unit()));
    }
  }

  RanksEngine& engine_;
  const Round& round_;
  UnitWorkers own_;
  std::size_t next_ = 0, under_way_ = 0;
  bool is_stopping_ = false;
};

void RanksEngine::carry_out(const Round& round) { Handout(*this, round).until_all_are_over(); }

namespace {

/// What a rank needs to simulate, once it knows the store.
struct Workplace {
  Workplace(const std::filesystem::path& folder, int threads, Progress& progress)
      : store(folder, Access::Read),
        simulation(store.experiment(), store.points(), progress),
        simulate([this](const WorkUnit& unit) { return simulation(unit); }),
        workers(threads, simulate) {}

  Store store;
  Simulation simulation;
  Simulate simulate;
  UnitWorkers workers;
};

class Rank {
 public:
  Rank(Messages& messages, int threads, Progress& progress)
      : messages_(messages), threads_(threads), progress_(progress) {}

  void until_the_end() {
    Pause pause;
    while (true) {
      bool has_news = false;
      while (auto message = messages_.next()) {
        if (message->text.front() == End) {
          progress_.stop = true;  // what is under way is of no use any more
          return;
        }
        hear(message->text);
        has_news = true;
      }
      while (auto finished = place_ ? place_->workers.take() : std::nullopt) {
        messages_.send(0, text_of(*finished, place_->store.kind().value_columns.size()));
        --held_;
        has_news = true;
      }
      ask();
      if (has_news) pause.reset();
      if (!has_news) pause.wait();
    }
  }

 private:
  void hear(const std::string& text) {
    if (text.front() == Begin) {
      place_.emplace(text.substr(1), threads_, progress_);
    } else if (text.front() == Stop) {
      progress_.stop = true;
    } else if (text.front() == Unit) {
      place_->workers.add(unit_of(text));
      ++held_;
      has_asked_ = false;
    }
  }

  /// Asks when its threads would soon have nothing to do.
  void ask() {
    if (!place_ || has_asked_ || progress_.stop) return;
    if (held_ > 0 && place_->workers.waiting() > 0) return;
    has_asked_ = true;
    messages_.send(0, text_of(Ask));
  }

  Messages& messages_;
  int threads_;
  Progress& progress_;
  std::optional<Workplace> place_;
  std::size_t held_ = 0;
  bool has_asked_ = false;
};

void wait_for_end(Messages& messages) {
  Pause pause;
  while (true) {
    const auto message = messages.next();
    if (message && message->text.front() == End) return;
    if (!message) pause.wait();
  }
}

}  // namespace

bool make_units(Messages& messages, int threads, Progress& progress) {
  try {
    Rank(messages, threads, progress).until_the_end();
    return true;
  } catch (const std::exception& error) {
    messages.send(0, text_of(Fail, error.what()));
  }
  wait_for_end(messages);
  return false;
}

}  // namespace skillscale::experiments::sweep
