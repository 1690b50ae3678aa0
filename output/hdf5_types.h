// Shapes, types and property lists of HDF5 as this folder uses them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "output/hdf5_handle.h"
#include "output/netcdf_writer.h"

namespace skillscale::output {

/// netCDF's own fill value of 64-bit integers, so that its readers agree with us about gaps.
inline constexpr std::int64_t int64_fill = -9223372036854775806LL;

/// A new file in the format of HDF5 1.10, without times in it.
///
/// @param keeps_order  links and attributes remember the order of their making, as netCDF wants it
Handle create_file(const std::filesystem::path& file, bool keeps_order, const Place& place);

/// The same number format in the file (little endian) and in memory.
hid_t stored_type(NumberType type);
hid_t memory_type(NumberType type);

/// Variable-length UTF-8 text.
Handle text_type(const Place& place);

/// Fixed-length UTF-8 text of `length` bytes (at least one), for attributes.
Handle fixed_text_type(std::size_t length, const Place& place);

/// A simple space; scalar when `shape` is empty.
Handle space_of(std::span<const std::size_t> shape, const Place& place);

/// Creation properties of a dataset: attribute order tracked, no times.
Handle dataset_properties(const Place& place);

/// Adds chunks, shuffle, deflate and fletcher32 to creation properties; nothing for empty or scalar
/// shapes.
void compress(const Handle& properties, std::span<const std::size_t> shape,
              std::span<const std::size_t> chunk, const Place& place);

/// Adds the fill value of the type: NaN, or netCDF's integer default.
void set_fill(const Handle& properties, NumberType type, const Place& place);

/// Digest of a list of texts, 32 hex digits; sensitive to where one ends and the next begins.
std::string text_digest(std::span<const std::string> texts);

/// Name of the attribute that holds a text variable's digest.
inline constexpr const char* text_digest_name = "text_digest";

}  // namespace skillscale::output
