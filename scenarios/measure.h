// A number taken from an indicator's months and labels. Calibrations hold it against observations,
// experiments keep it of every run.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/parameters.h"
#include "scenarios/key_reader.h"
#include "scenarios/run_settings.h"
#include "scenarios/units.h"

namespace skillscale::scenarios {

enum class Take : unsigned char { Sum, Mean, End, Growth };

/// Labels are summed.
struct Measure {
  std::size_t indicator = 0;       ///< tallies, then derived ones, as in models/indicators.h
  std::vector<std::size_t> cells;  ///< among those of one month
  std::vector<int> months;         ///< after the start, 0 is the first
  Take take = Take::Sum;
  int years_apart = 1;  ///< of the first and the last year, for Growth

  bool operator==(const Measure&) const = default;
};

/// What measures refer to.
struct MeasureContext {
  const models::Parameters& parameters;
  const RunSettings& run;
};

/// Whether a measure has to say its years or months.
enum class Period : unsigned char { Stated, WholeRun };

/// Reads the keys indicator, where, years, months and take. Nothing, with faults added, if it is
/// not usable.
std::optional<Measure> read_measure(const KeyReader& reader, const MeasureContext& context,
                                    Period period);

/// Canonical unit of a measure.
Unit unit_of(const Measure& measure);
Unit divided(Unit unit, const Unit& by);
/// A unit as a text that read_unit takes: "persons/months", "1".
std::string unit_text(const Unit& unit);

}  // namespace skillscale::scenarios
