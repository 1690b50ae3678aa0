// The stored forms of one indicator: which datasets it becomes, on which dimensions, in which
// chunks.
#pragma once

#include <string>
#include <vector>

#include "output/layout.h"
#include "output/netcdf_writer.h"

namespace skillscale::output {

/// The five forms an indicator x has in the file.
enum class Form { Values, Quantile, Difference, DifferenceQuantile, ReferenceQuantile };

/// Name of the dataset: x, x_quantile, x_difference, x_difference_quantile, x_reference_quantile.
std::string series_name(const Variable& variable, Form form);

/// Name, dimensions, chunks, number format and attributes of the dataset.
NumberSpec series_spec(const Layout& layout, const Variable& variable, Form form);

/// Lengths of month (unless a headline) and of the categorical axes.
std::vector<std::size_t> cell_shape(const Layout& layout, const Variable& variable);

/// `head` followed by `tail`.
std::vector<std::size_t> joined(std::vector<std::size_t> head,
                                const std::vector<std::size_t>& tail);

}  // namespace skillscale::output
