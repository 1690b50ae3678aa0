// The extract of a result file, read with HDF5.
#pragma once

#include <string>

#include "output/result_file.h"
#include "viz/report/page_extract.h"

namespace skillscale::report {

/// What `page_extract` makes of a file; see there.
/// @throws StorageError  if the result is damaged
std::string file_extract(const output::ResultReader& result, std::size_t budget = extract_budget);

}  // namespace skillscale::report
