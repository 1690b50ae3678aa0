#include "output/netcdf_writer.h"

#include <hdf5_hl.h>

#include <cstdio>
#include <limits>

#include "output/hdf5_types.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

constexpr unsigned tracked = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

std::string short_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// netCDF recognises a dimension without values by this sentence; the length is padded to ten
// places.
std::string lengths_only(std::size_t length) {
  char text[96];
  std::snprintf(text, sizeof text, "This is a netCDF dimension but not a netCDF variable.%10zu",
                length);
  return text;
}

}  // namespace

NetcdfWriter::NetcdfWriter(const std::filesystem::path& file, std::string shown)
    : place_{std::move(shown), true}, file_(create_file(file, true, place_)) {}

void NetcdfWriter::add_group(const std::string& path) {
  prepare_hdf5();
  const Handle properties(H5Pcreate(H5P_GROUP_CREATE), H5Pclose, place_, path);
  require(H5Pset_link_creation_order(properties.get(), tracked), place_, path);
  require(H5Pset_attr_creation_order(properties.get(), tracked), place_, path);
  require(H5Pset_obj_track_times(properties.get(), false), place_, path);
  const Handle group(
      H5Gcreate2(file_.get(), path.c_str(), H5P_DEFAULT, properties.get(), H5P_DEFAULT), H5Gclose,
      place_, path);
}

Handle NetcdfWriter::create(const std::string& path, hid_t type, hid_t space, hid_t properties,
                            std::size_t cache_bytes) {
  const Handle access(H5Pcreate(H5P_DATASET_ACCESS), H5Pclose, place_, path);
  // Chunks written once need no cache: it would only hold memory, one megabyte a variable.
  const std::size_t slots = cache_bytes > 0 ? 101 : 0;
  require(H5Pset_chunk_cache(access.get(), slots, cache_bytes, 1.0), place_, path);
  return Handle(
      H5Dcreate2(file_.get(), path.c_str(), type, space, H5P_DEFAULT, properties, access.get()),
      H5Dclose, place_, path);
}

void NetcdfWriter::add_scale(const std::string& path, Handle dataset, std::size_t length,
                             const std::string& scale_name, const Attributes& attributes) {
  require(H5DSset_scale(dataset.get(), scale_name.c_str()), place_, path);
  write_attributes(dataset, attributes);
  dimensions_[path] = Dimension{std::move(dataset), length};
}

void NetcdfWriter::add_number_dimension(const std::string& path, NumberType type,
                                        std::size_t length, const void* values,
                                        const Attributes& attributes) {
  prepare_hdf5();
  const std::vector<std::size_t> shape{length};
  const Handle properties = dataset_properties(place_);
  compress(properties, shape, shape, place_);
  Handle dataset = create(path, stored_type(type), space_of(shape, place_).get(), properties.get());
  if (length > 0) {
    require(H5Dwrite(dataset.get(), memory_type(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, values),
            place_, path);
  }
  add_scale(path, std::move(dataset), length, short_name(path), attributes);
}

void NetcdfWriter::add_dimension(const std::string& path, std::span<const std::int32_t> values,
                                 const Attributes& attributes) {
  add_number_dimension(path, NumberType::Int32, values.size(), values.data(), attributes);
}

void NetcdfWriter::add_dimension(const std::string& path, std::span<const double> values,
                                 const Attributes& attributes) {
  add_number_dimension(path, NumberType::Double, values.size(), values.data(), attributes);
}

void NetcdfWriter::add_dimension(const std::string& path, std::span<const std::string> labels,
                                 const Attributes& attributes) {
  Handle dataset = create_texts(path, {labels.size()}, labels, attributes);
  add_scale(path, std::move(dataset), labels.size(), short_name(path), {});
}

void NetcdfWriter::add_dimension(const std::string& path, std::size_t length) {
  prepare_hdf5();
  const std::vector<std::size_t> shape{length};
  const Handle properties = dataset_properties(place_);
  Handle dataset = create(path, H5T_IEEE_F32BE, space_of(shape, place_).get(), properties.get());
  add_scale(path, std::move(dataset), length, lengths_only(length), {});
}

std::size_t NetcdfWriter::length(const std::string& dimension) const {
  const auto found = dimensions_.find(dimension);
  if (found == dimensions_.end()) throw sim::BugError("no dimension " + dimension);
  return found->second.length;
}

void NetcdfWriter::attach(const Handle& dataset, const std::vector<std::string>& dimensions,
                          const std::string& path) {
  for (unsigned axis = 0; axis < dimensions.size(); ++axis) {
    const auto& scale = dimensions_.at(dimensions[axis]).scale;
    require(H5DSattach_scale(dataset.get(), scale.get(), axis), place_, path);
  }
}

Handle NetcdfWriter::add_numbers(const NumberSpec& spec) {
  prepare_hdf5();
  std::vector<std::size_t> shape;
  for (const auto& dimension : spec.dimensions) shape.push_back(length(dimension));
  const Handle properties = dataset_properties(place_);
  compress(properties, shape, spec.chunk, place_);
  set_fill(properties, spec.type, place_);
  Handle dataset =
      create(spec.path, stored_type(spec.type), space_of(shape, place_).get(), properties.get());
  attach(dataset, spec.dimensions, spec.path);
  if (spec.type == NumberType::Double) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    put_attribute(dataset.get(), "_FillValue", H5T_IEEE_F64LE, true, &nan);
  }
  write_attributes(dataset, spec.attributes);
  return dataset;
}

void NetcdfWriter::write_numbers(const Handle& variable, std::span<const std::size_t> start,
                                 std::span<const std::size_t> count, hid_t type, const void* values,
                                 std::size_t size) {
  prepare_hdf5();
  std::size_t expected = 1;
  for (const auto length : count) expected *= length;
  if (expected != size) throw sim::BugError("a box of another size than its values");
  if (size == 0) return;
  const std::vector<hsize_t> from(start.begin(), start.end());
  const std::vector<hsize_t> lengths(count.begin(), count.end());
  const Handle file_space(H5Dget_space(variable.get()), H5Sclose, place_, "numbers");
  if (!from.empty()) {
    require(H5Sselect_hyperslab(file_space.get(), H5S_SELECT_SET, from.data(), nullptr,
                                lengths.data(), nullptr),
            place_, "numbers");
  }
  const Handle memory_space = space_of(count, place_);
  require(H5Dwrite(variable.get(), type, memory_space.get(), file_space.get(), H5P_DEFAULT, values),
          place_, "numbers");
}

void NetcdfWriter::write_box(const Handle& variable, std::span<const std::size_t> start,
                             std::span<const std::size_t> count, std::span<const double> values) {
  write_numbers(variable, start, count, H5T_NATIVE_DOUBLE, values.data(), values.size());
}

void NetcdfWriter::write_box(const Handle& variable, std::span<const std::size_t> start,
                             std::span<const std::size_t> count,
                             std::span<const std::int64_t> values) {
  write_numbers(variable, start, count, H5T_NATIVE_INT64, values.data(), values.size());
}

void NetcdfWriter::write_box(const Handle& variable, std::span<const std::size_t> start,
                             std::span<const std::size_t> count,
                             std::span<const std::int32_t> values) {
  write_numbers(variable, start, count, H5T_NATIVE_INT32, values.data(), values.size());
}

Handle NetcdfWriter::create_texts(const std::string& path, const std::vector<std::size_t>& shape,
                                  std::span<const std::string> texts,
                                  const Attributes& attributes) {
  prepare_hdf5();
  const Handle type = text_type(place_);
  const Handle space = space_of(shape, place_);
  const Handle properties = dataset_properties(place_);
  Handle dataset = create(path, type.get(), space.get(), properties.get());
  std::vector<const char*> pointers;
  for (const auto& text : texts) {
    if (text.find('\0') != std::string::npos) throw sim::BugError(path + ": a text with a NUL");
    pointers.push_back(text.c_str());
  }
  if (!pointers.empty()) {
    require(H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()),
            place_, path);
  }
  write_attributes(dataset, attributes);
  put_text(dataset.get(), text_digest_name, text_digest(texts));
  return dataset;
}

void NetcdfWriter::add_texts(const std::string& path, const std::vector<std::string>& dimensions,
                             std::span<const std::string> texts, const Attributes& attributes) {
  std::vector<std::size_t> shape;
  shape.reserve(dimensions.size());
  for (const auto& dimension : dimensions) shape.push_back(length(dimension));
  const Handle dataset = create_texts(path, shape, texts, attributes);
  attach(dataset, dimensions, path);
}

void NetcdfWriter::put_attribute(hid_t object, const std::string& name, hid_t type, bool is_array,
                                 const void* value) {
  if (require(H5Aexists(object, name.c_str()), place_, name) > 0) {
    require(H5Adelete(object, name.c_str()), place_, name);
  }
  const std::vector<std::size_t> shape(is_array ? 1 : 0, 1);
  const Handle space = space_of(shape, place_);
  const Handle attribute(
      H5Acreate2(object, name.c_str(), type, space.get(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
      place_, name);
  require(H5Awrite(attribute.get(), type, value), place_, name);
}

void NetcdfWriter::put_text(hid_t object, const std::string& name, const std::string& value) {
  put_attribute(object, name, fixed_text_type(value.size(), place_).get(), false, value.c_str());
}

void NetcdfWriter::write_attributes(const Handle& object, const Attributes& attributes) {
  for (const auto& [name, value] : attributes) put_text(object.get(), name, value);
}

void NetcdfWriter::set_attribute(const std::string& name, const std::string& value) {
  prepare_hdf5();
  put_text(file_.get(), name, value);
}

void NetcdfWriter::set_attribute(const std::string& name, double value) {
  prepare_hdf5();
  put_attribute(file_.get(), name, H5T_NATIVE_DOUBLE, true, &value);
}

void NetcdfWriter::set_attribute(const std::string& name, std::int64_t value) {
  prepare_hdf5();
  put_attribute(file_.get(), name, H5T_NATIVE_INT64, true, &value);
}

void NetcdfWriter::set_attribute(const std::string& name, std::uint64_t value) {
  prepare_hdf5();
  put_attribute(file_.get(), name, H5T_NATIVE_UINT64, true, &value);
}

void NetcdfWriter::close() {
  prepare_hdf5();
  dimensions_.clear();
  require(H5Fflush(file_.get(), H5F_SCOPE_GLOBAL), place_, "the file");
  require(file_.close(), place_, "the file");
}

}  // namespace skillscale::output
