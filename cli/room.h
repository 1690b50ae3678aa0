// Whether a run fits into the machine, before it begins.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/machine.h"
#include "experiments/pilot.h"

namespace skillscale::cli {

/// How a run fits.
struct Fit {
  int threads = 1;      ///< as many as asked, or as memory allows
  std::string note;     ///< a line for the user if these are fewer
  std::string refusal;  ///< why it cannot run at all, with numbers and a next step; empty if it can
};

/// @param memory, disk  nothing where the machine does not tell; then nothing is refused
Fit fit(const experiments::Footprint& footprint, int threads, const std::optional<Room>& memory,
        const std::optional<Room>& disk);

/// What may not suffice although nothing is refused: lines with the numbers and a next step; empty
/// if all will do.
std::string doubt(const experiments::Footprint& footprint, const experiments::Forecast& forecast,
                  const std::optional<Room>& memory, const std::optional<Room>& disk);

/// Threads that a run may take so that it fits into this machine. A note about fewer, and a warning
/// where the run may not fit although it begins, go to standard error unless `is_quiet`. The first
/// months are simulated to know (experiments/pilot.h) only where it could be close.
///
/// @throws sim::StorageError  with the numbers, if it cannot fit
int threads_that_fit(const scenarios::Scenario& scenario, const experiments::RunOptions& options,
                     const std::filesystem::path& output, int threads, bool is_quiet);

}  // namespace skillscale::cli
