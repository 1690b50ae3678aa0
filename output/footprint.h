// What writing a result file takes of a machine, before it is written.
#pragma once

#include <cstdint>

#include "output/layout.h"

namespace skillscale::output {

/// All in bytes.
struct FileFootprint {
  std::int64_t scratch = 0;  ///< of the scratch file, exactly; it goes when the result is complete
  std::int64_t file_at_most = 0;  ///< of the result with its numbers uncompressed
  std::int64_t memory = 0;        ///< while quantiles are taken, beside what the caller holds
};

/// Counts what a ResultWriter with this layout will write; costs microseconds.
///
/// @throws BugError  if a variable names an axis that the layout does not have
FileFootprint footprint_of(const Layout& layout);

}  // namespace skillscale::output
