// The keys of a measure (measure.h), the same in every file that has measures.
#pragma once

#include "scenarios/key_reader.h"

namespace skillscale::scenarios {

/// @param map    in which they stand
/// @param takes  what may become of the months
constexpr std::array<FileKey, 5> measure_keys(std::string_view map,
                                              std::string_view takes = "sum mean end growth") {
  return {FileKey{map, "indicator", "text", 0, 0, "", "A monthly indicator of the model."},
          FileKey{map, "where", "map", 0, 0, "",
                  "Labels by axis, such as origin: [PHL, BIH]; labels are summed, axes not named "
                  "in full."},
          FileKey{map, "years", "period", 1900, 4600, "", "Calendar years."},
          FileKey{map, "months", "period", 0, 0, "", "First and last month, YYYY-MM."},
          FileKey{map, "take", "choice", 0, 0, takes,
                  "What becomes of the months: their sum, mean, the last one, or the yearly growth "
                  "of yearly sums between the first and the last year."}};
}

}  // namespace skillscale::scenarios
