// Puts the worlds that the live model has simulated together: from the records of many workers to
// the numbers of the page, by the rows and the code that write a result file and its page.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "experiments/trajectory.h"
#include "models/parameters.h"
#include "output/layout.h"

namespace skillscale::live {

/// One set of parameters and what is simulated of it.
struct KeptWorld {
  std::shared_ptr<const models::Parameters> parameters;
  std::map<std::uint32_t, sim::Archive> records;  ///< by replicate
};

/// What an extract shall hold.
struct Question {
  std::vector<std::pair<std::string, std::uint32_t>>
      worlds;                             ///< name and number; the scenario first
  std::vector<std::uint32_t> replicates;  ///< each simulated in all of these worlds
  int start_year = 2024, start_month = 1, every = 1;
  std::vector<std::string> brief;  ///< variables: totals and what the page's views break down;
                                   ///< "waits" stands for the tables of waits
  std::vector<std::string> full;   ///< variables with all their breakdowns
};

class Assembly {
 public:
  void add_world(std::uint32_t number, models::ParameterValues values, int months);
  void drop_world(std::uint32_t number) { worlds_.erase(number); }

  /// Keeps what `Trajectory::save_finished` of one replicate of a world has written.
  /// @return false if the bytes are no record of such a world
  bool keep(std::uint32_t world, std::uint32_t replicate, std::span<const std::byte> record);

  /// The parts of the page's format that follow from simulated worlds: `replicates`, `headline`,
  /// `waits` and `variables`, as JSON.
  std::string extract(const Question& question) const;

 private:
  std::map<std::uint32_t, KeptWorld> worlds_;
};

/// Reads a question, one line each:
///
///   start 2024 1
///   every 1
///   world scenario 7
///   replicates 0 1 2
///   brief arrivals stock
///   full ledger
Question read_question(std::string_view text);

}  // namespace skillscale::live
