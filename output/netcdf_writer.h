// Writes netCDF-4 with the plain HDF5 library: dimensions with scales, variables on them,
// attributes, texts.
//
// What makes the file readable by netCDF: creation order is tracked everywhere, every dimension is
// a scale, every variable has its scales attached. What makes damage visible: checksummed headers
// and chunk indices (HDF5 1.10 format), fletcher32 on all numbers, and a digest beside every text,
// because HDF5 keeps texts without one. One thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "output/hdf5_handle.h"

namespace skillscale::output {

/// Attributes in the order they shall appear.
using Attributes = std::vector<std::pair<std::string, std::string>>;

/// Number formats of a variable on disk.
enum class NumberType { Int32, Int64, Double };

/// A numeric variable to be created.
struct NumberSpec {
  std::string path;                     ///< name, with its group before it where it has one
  std::vector<std::string> dimensions;  ///< paths of dimensions, in storage order
  std::vector<std::size_t> chunk;       ///< one length per dimension; cut to the dimension's length
  NumberType type = NumberType::Double;
  Attributes attributes;
  std::size_t cache_bytes =
      0;  ///< memory for chunks written piece by piece; 0: each is written once
};

class NetcdfWriter {
 public:
  /// @param file   the file to create; must not exist
  /// @param shown  the name for messages
  /// @throws StorageError  (as all members) if the disk is full or fails
  NetcdfWriter(const std::filesystem::path& file, std::string shown);

  void add_group(const std::string& path);

  /// A dimension with one number, or one label, per position.
  void add_dimension(const std::string& path, std::span<const std::int32_t> values,
                     const Attributes& attributes);
  void add_dimension(const std::string& path, std::span<const double> values,
                     const Attributes& attributes);
  void add_dimension(const std::string& path, std::span<const std::string> labels,
                     const Attributes& attributes);

  /// A dimension that is only a length.
  void add_dimension(const std::string& path, std::size_t length);

  /// Creates a variable; its handle serves write_box and must be given up before close().
  Handle add_numbers(const NumberSpec& spec);

  void write_box(const Handle& variable, std::span<const std::size_t> start,
                 std::span<const std::size_t> count, std::span<const double> values);
  void write_box(const Handle& variable, std::span<const std::size_t> start,
                 std::span<const std::size_t> count, std::span<const std::int64_t> values);
  void write_box(const Handle& variable, std::span<const std::size_t> start,
                 std::span<const std::size_t> count, std::span<const std::int32_t> values);

  /// A variable of texts; without dimensions it holds a single one.
  void add_texts(const std::string& path, const std::vector<std::string>& dimensions,
                 std::span<const std::string> texts, const Attributes& attributes);

  /// Sets an attribute of the root, replacing an older one of that name.
  void set_attribute(const std::string& name, const std::string& value);
  void set_attribute(const std::string& name, double value);
  void set_attribute(const std::string& name, std::int64_t value);
  void set_attribute(const std::string& name, std::uint64_t value);

  std::size_t length(const std::string& dimension) const;

  /// Writes everything out and closes the file.
  void close();

 private:
  struct Dimension {
    Handle scale;
    std::size_t length = 0;
  };

  Handle create(const std::string& path, hid_t type, hid_t space, hid_t properties,
                std::size_t cache_bytes = 0);
  Handle create_texts(const std::string& path, const std::vector<std::size_t>& shape,
                      std::span<const std::string> texts, const Attributes& attributes);
  void add_scale(const std::string& path, Handle dataset, std::size_t length,
                 const std::string& scale_name, const Attributes& attributes);
  void attach(const Handle& dataset, const std::vector<std::string>& dimensions,
              const std::string& path);
  void write_attributes(const Handle& object, const Attributes& attributes);
  void put_attribute(hid_t object, const std::string& name, hid_t type, bool is_array,
                     const void* value);
  void put_text(hid_t object, const std::string& name, const std::string& value);
  void write_numbers(const Handle& variable, std::span<const std::size_t> start,
                     std::span<const std::size_t> count, hid_t type, const void* values,
                     std::size_t size);
  void add_number_dimension(const std::string& path, NumberType type, std::size_t length,
                            const void* values, const Attributes& attributes);

  Place place_;
  Handle file_;
  std::map<std::string, Dimension> dimensions_;
};

}  // namespace skillscale::output
