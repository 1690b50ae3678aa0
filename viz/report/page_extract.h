// The JSON extract of a result file that the page shows; its format is defined in
// viz/page/src/result.ts. Free of HDF5: the program and the page's reader of dropped files share
// it.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "viz/report/samples.h"
#include "viz/report/spreads.h"

namespace skillscale::report {

/// Bytes after which breakdowns that no view of the page needs are left out.
inline constexpr std::size_t extract_budget = 4'400'000;

/// What a result file says beside its layout and numbers.
struct FileFacts {
  std::map<std::string, std::string> attributes;  ///< of the root group, as texts
  std::string digest;                             ///< of all trajectories
  std::string parameter_table_csv;
  std::string command_line;
  Json network = Json::array();  ///< of network_years; empty where graphs are not read
};

/// The time a file was written, from the head of its history; empty where it does not say.
std::string written_at(const std::map<std::string, std::string>& attributes);

/// @param budget  soft limit in bytes: totals and the breakdowns of the designed views always go in
/// @return        JSON text in UTF-8
/// @throws StorageError  if the samples come from a damaged file
std::string page_extract(const Samples& samples, const FileFacts& facts,
                         std::size_t budget = extract_budget);

}  // namespace skillscale::report
