// The parts of a result file that do not depend on its numbers: dimensions, root attributes,
// provenance.
#pragma once

#include "output/layout.h"
#include "output/netcdf_writer.h"

namespace skillscale::output {

/// Version of the file layout; readers refuse any other.
inline constexpr const char* file_format = "skillscale-result 1";

void write_root_attributes(const Layout& layout, NetcdfWriter& file);
void write_dimensions(const Layout& layout, NetcdfWriter& file);
void write_provenance(const Layout& layout, NetcdfWriter& file);

}  // namespace skillscale::output
