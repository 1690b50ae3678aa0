// Quantiles of every indicator over the ensemble, taken window by window so that memory stays
// bounded.
#pragma once

#include "output/layout.h"
#include "output/netcdf_writer.h"
#include "output/value_store.h"

namespace skillscale::output {

/// Creates and fills x_quantile and, where the layout has references, x_difference_quantile and
/// x_reference_quantile of every variable. Holds at most a window of about 16 MB of values, or one
/// year of one variable's quantiles if that is more.
void write_summaries(const Layout& layout, const ValueStore& store, NetcdfWriter& file);

/// Memory that the quantiles of one variable take, in bytes.
std::size_t summary_bytes(const Layout& layout, const Variable& variable);

}  // namespace skillscale::output
