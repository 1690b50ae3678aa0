// What a run leaves behind: one line of a shard.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skillscale::experiments::sweep {

enum class RunStatus : unsigned char { Finished, Failed };

/// A run is a point and a replicate, all its worlds on the same random numbers.
struct RunRecord {
  std::size_t point = 0;
  int replicate = 0;
  RunStatus status = RunStatus::Finished;
  int attempt = 1;
  std::uint64_t seed = 0;
  std::string digest;   ///< of all its worlds, 32 hex digits; empty where it failed
  std::string host;     ///< where it was simulated
  std::string started;  ///< UTC, ISO 8601
  double seconds = 0;
  std::string message;         ///< of a failed run
  std::vector<double> values;  ///< by outcome and year, in the outcomes' units; NaN if not defined

  bool is_finished() const { return status == RunStatus::Finished; }
};

std::string_view status_word(RunStatus status);

/// Names of the columns before those of the values.
const std::vector<std::string>& record_columns();

/// The record as a line of a table of commas; numbers read back exactly.
std::string to_line(const RunRecord& record);

/// @return false  if the line is no record with that many values
bool from_line(std::string_view line, std::size_t values, RunRecord& into);

}  // namespace skillscale::experiments::sweep
