// Rebuilds the layout of a result file from the file itself.
#pragma once

#include "output/layout.h"
#include "output/netcdf_reader.h"

namespace skillscale::output {

/// @throws InputError    if the file is HDF5 but not a result file this version reads
/// @throws StorageError  if parts are damaged or missing
Layout read_layout(const NetcdfReader& file);

}  // namespace skillscale::output
