// A room of tables: who takes part, which package each has handed in, and what the model says to
// it.
//
// Any thread. Nothing of a person is kept: a table has a name of its own choice and a random token.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "viz/server/gathering.h"
#include "viz/server/headline_json.h"
#include "viz/server/lever_choice.h"

namespace skillscale::server {

/// Random words without letters that look alike; from the system's own source.
std::string random_word(std::size_t letters);

/// What is wrong with a table's name, in words; empty if nothing is.
std::string name_problem(std::string_view name);

class Room {
 public:
  static constexpr std::size_t most_tables = 60;

  Room() : code_(random_word(6)) {}

  enum class Join : unsigned char { Done, WrongCode, NameTaken, Full };
  struct Joined {
    Join outcome = Join::Done;
    std::string token;
  };
  /// @param code  compared without regard to case
  Joined join(std::string_view code, const std::string& name);

  /// A table's package to be simulated, and which of its packages it is.
  struct Work {
    std::string token;
    std::int64_t revision = 0;
    Package package;
  };
  /// Takes a package; an earlier one of the same table no longer counts.
  /// @return nothing if no table has this token
  std::optional<Work> submit(const std::string& token, Package package);

  /// Whether this work is still wanted.
  bool is_wanted(const Work& work) const;
  void show(const Work& work, const Picture& picture);
  void fail(const Work& work, const std::string& problem);

  /// Sends everybody away and takes a new code.
  void reset();

  std::string code() const;
  /// One table for itself; nothing if no table has this token.
  std::optional<Json> table_json(const std::string& token) const;
  /// {code, tables, inputs}: tables with their gains, and of each lever that any table moved the
  /// smallest, median and largest strength over all tables that handed in (off counts as 0).
  Json wall_json(const std::string& reference) const;

 private:
  enum class State : unsigned char { Joined, Waiting, Running, Done, Failed };
  struct Table {
    std::string name, token, problem;
    State state = State::Joined;
    std::int64_t revision = 0;
    Package package;
    Picture picture;
  };

  Table* find(const std::string& token);
  const Table* find(const std::string& token) const;
  static Json to_json(const Table& table, const std::string& reference);
  Json inputs_json() const;

  mutable std::mutex mutex_;
  std::string code_;
  std::int64_t last_revision_ = 0;
  std::vector<Table> tables_;
};

}  // namespace skillscale::server
