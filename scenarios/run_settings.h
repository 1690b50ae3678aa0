// The sections of a scenario that say how to run it: name, horizon, ensemble, outputs. Model
// parameters are in bind.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/calendar_month.h"
#include "scenarios/document.h"
#include "scenarios/language.h"

namespace skillscale::scenarios {

struct Ensemble {
  int replicates = 20;
  std::uint64_t seed = 20240101;
  std::vector<std::string> references;  ///< package names, in the order of the worlds 1, 2, ...
  int draws = 0;                        ///< parameter draws; 0 runs the stated values only
  std::vector<double> quantiles{0.05, 0.25, 0.5, 0.75, 0.95};
};

struct Outputs {
  std::vector<std::string> variables;  ///< empty means all
  int every = 1;                       ///< months between stored months
};

struct RunSettings {
  std::string name;
  std::string description;
  std::string corridor;  ///< non-empty in a file that states a corridor, and in all that extend it
  CalendarMonth start;
  int months = 120;
  Ensemble ensemble;
  Outputs outputs;
};

/// A key of the language outside the parameter table, for unknown-key messages, schema and
/// documentation.
struct RunKey {
  std::string_view path;     ///< "horizon.months"
  std::string_view type;     ///< JSON Schema type: "integer", "string", "array of string" ...
  double low = 0, high = 0;  ///< for numbers
  std::string_view meaning;
};
std::span<const RunKey> run_keys();

/// Months from the horizon's start to a calendar month; nothing if `text` is not YYYY-MM.
std::optional<int> months_since_start(std::string_view text, const RunSettings& run);

/// Reads the run sections of an effective document.
RunSettings read_run_settings(const Node& root, const Language& language, Faults& faults);

}  // namespace skillscale::scenarios
