#include "output/netcdf_reader.h"

#include <hdf5_hl.h>

#include <algorithm>

#include "output/hdf5_types.h"
#include "output/number_text.h"
#include "output/seal.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

Handle open_file(const std::filesystem::path& file, const Place& place) {
  prepare_hdf5();
  check_seal(file);
  return Handle(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose, place, "the file");
}

herr_t collect_name(hid_t, const char* name, const H5L_info_t*, void* names) {
  static_cast<std::vector<std::string>*>(names)->emplace_back(name);
  return 0;
}

herr_t collect_attribute(hid_t, const char* name, const H5A_info_t*, void* names) {
  static_cast<std::vector<std::string>*>(names)->emplace_back(name);
  return 0;
}

/// Up to the first zero byte.
std::string trimmed(const std::string& text) { return text.substr(0, text.find('\0')); }

std::string read_text_attribute(const Handle& attribute, const Handle& type, const Place& place,
                                const std::string& name) {
  if (H5Tis_variable_str(type.get()) > 0) {
    char* text = nullptr;
    const Handle memory = text_type(place);
    require(H5Aread(attribute.get(), memory.get(), static_cast<void*>(&text)), place, name);
    std::string copy = text == nullptr ? "" : text;
    H5free_memory(text);
    return copy;
  }
  std::string text(H5Tget_size(type.get()) + 1, '\0');
  require(H5Aread(attribute.get(), type.get(), text.data()), place, name);
  return trimmed(text);
}

std::string read_number_attribute(const Handle& attribute, bool is_whole, const Place& place,
                                  const std::string& name) {
  if (!is_whole) {
    double value = 0;
    require(H5Aread(attribute.get(), H5T_NATIVE_DOUBLE, &value), place, name);
    return number_text(value);
  }
  const Handle type(H5Aget_type(attribute.get()), H5Tclose, place, name);
  if (H5Tget_sign(type.get()) == H5T_SGN_NONE) {
    std::uint64_t value = 0;
    require(H5Aread(attribute.get(), H5T_NATIVE_UINT64, &value), place, name);
    return std::to_string(value);
  }
  std::int64_t value = 0;
  require(H5Aread(attribute.get(), H5T_NATIVE_INT64, &value), place, name);
  return std::to_string(value);
}

// Nothing for attributes that serve HDF5 itself (references) or hold more than one value.
std::optional<std::string> read_attribute(hid_t object, const std::string& name,
                                          const Place& place) {
  const Handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, place, name);
  const Handle type(H5Aget_type(attribute.get()), H5Tclose, place, name);
  const Handle space(H5Aget_space(attribute.get()), H5Sclose, place, name);
  if (H5Sget_simple_extent_npoints(space.get()) != 1) return std::nullopt;
  switch (H5Tget_class(type.get())) {
    case H5T_STRING:
      return read_text_attribute(attribute, type, place, name);
    case H5T_INTEGER:
      return read_number_attribute(attribute, true, place, name);
    case H5T_FLOAT:
      return read_number_attribute(attribute, false, place, name);
    default:
      return std::nullopt;
  }
}

std::map<std::string, std::string> read_attributes(hid_t object, const Place& place) {
  std::vector<std::string> names;
  require(H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, nullptr, collect_attribute, &names),
          place, "attributes");
  std::map<std::string, std::string> attributes;
  for (const auto& name : names) {
    if (auto value = read_attribute(object, name, place)) attributes.emplace(name, *value);
  }
  return attributes;
}

}  // namespace

std::map<std::string, std::string> probe_attributes(const std::filesystem::path& file) {
  try {
    return NetcdfReader(file).attributes("/");
  } catch (const std::runtime_error&) {
    return {};
  }
}

NetcdfReader::NetcdfReader(const std::filesystem::path& file)
    : place_{file.string(), false}, file_(open_file(file, place_)) {}

Handle NetcdfReader::open(const std::string& path) const {
  prepare_hdf5();
  return Handle(H5Dopen2(file_.get(), path.c_str(), H5P_DEFAULT), H5Dclose, place_, path);
}

std::vector<std::string> NetcdfReader::variables(const std::string& group) const {
  prepare_hdf5();
  const Handle opened(H5Gopen2(file_.get(), group.c_str(), H5P_DEFAULT), H5Gclose, place_, group);
  std::vector<std::string> names;
  if (H5Literate(opened.get(), H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, collect_name, &names) <
      0) {
    names.clear();
    require(H5Literate(opened.get(), H5_INDEX_NAME, H5_ITER_INC, nullptr, collect_name, &names),
            place_, group);
  }
  std::erase_if(names, [&](const std::string& name) {
    const std::string path = group + "/" + name;
    const Handle object(H5Oopen(file_.get(), path.c_str(), H5P_DEFAULT), H5Oclose, place_, path);
    return H5Iget_type(object.get()) != H5I_DATASET;
  });
  return names;
}

bool NetcdfReader::has(const std::string& path) const {
  prepare_hdf5();
  for (auto slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    if (H5Lexists(file_.get(), path.substr(0, slash).c_str(), H5P_DEFAULT) <= 0) return false;
  }
  return H5Lexists(file_.get(), path.c_str(), H5P_DEFAULT) > 0;
}

bool NetcdfReader::is_text(const std::string& path) const {
  const Handle dataset = open(path);
  const Handle type(H5Dget_type(dataset.get()), H5Tclose, place_, path);
  return H5Tget_class(type.get()) == H5T_STRING;
}

bool NetcdfReader::is_scale(const std::string& path) const {
  return H5DSis_scale(open(path).get()) > 0;
}

std::vector<std::size_t> NetcdfReader::shape(const std::string& path) const {
  const Handle dataset = open(path);
  const Handle space(H5Dget_space(dataset.get()), H5Sclose, place_, path);
  const int rank = require(H5Sget_simple_extent_ndims(space.get()), place_, path);
  std::vector<hsize_t> lengths(static_cast<std::size_t>(rank));
  require(H5Sget_simple_extent_dims(space.get(), lengths.data(), nullptr), place_, path);
  return {lengths.begin(), lengths.end()};
}

const std::string& NetcdfReader::scale_name(hobj_ref_t scale) const {
  const auto known = scales_.find(scale);
  if (known != scales_.end()) return known->second;
  const Handle object(H5Rdereference2(file_.get(), H5P_DEFAULT, H5R_OBJECT, &scale), H5Oclose,
                      place_, "a dimension");
  char text[512] = "";
  require(H5Iget_name(object.get(), text, sizeof text), place_, "a dimension");
  const std::string path(text);
  return scales_.emplace(scale, path.substr(path.rfind('/') + 1)).first->second;
}

// The library's own way opens every scale of every variable again.
std::vector<std::string> NetcdfReader::dimensions(const std::string& path) const {
  if (is_scale(path)) return {path.substr(path.rfind('/') + 1)};
  const Handle dataset = open(path);
  std::vector<std::string> names(shape(path).size());
  if (names.empty()) return names;
  constexpr const char* list_name = "DIMENSION_LIST";
  constexpr const char* missing = "an axis has no dimension";
  if (H5Aexists(dataset.get(), list_name) <= 0) fail(place_, path, missing);
  const Handle list(H5Aopen(dataset.get(), list_name, H5P_DEFAULT), H5Aclose, place_, path);
  const Handle space(H5Aget_space(list.get()), H5Sclose, place_, path);
  const Handle type(H5Tvlen_create(H5T_STD_REF_OBJ), H5Tclose, place_, path);
  if (H5Sget_simple_extent_npoints(space.get()) != static_cast<hssize_t>(names.size()))
    fail(place_, path, missing);
  std::vector<hvl_t> scales(names.size(), hvl_t{0, nullptr});
  require(H5Aread(list.get(), type.get(), scales.data()), place_, path);
  for (std::size_t axis = 0; axis < names.size(); ++axis) {
    if (scales[axis].len > 0) names[axis] = scale_name(*static_cast<hobj_ref_t*>(scales[axis].p));
  }
  require(H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, scales.data()), place_, path);
  if (std::find(names.begin(), names.end(), "") != names.end()) fail(place_, path, missing);
  return names;
}

std::map<std::string, std::string> NetcdfReader::attributes(const std::string& path) const {
  prepare_hdf5();
  const Handle object(H5Oopen(file_.get(), path.c_str(), H5P_DEFAULT), H5Oclose, place_, path);
  return read_attributes(object.get(), place_);
}

std::vector<double> NetcdfReader::numbers(const std::string& path) const {
  const auto lengths = shape(path);
  return numbers(path, std::vector<std::size_t>(lengths.size(), 0), lengths);
}

std::vector<double> NetcdfReader::numbers(const std::string& path,
                                          std::span<const std::size_t> start,
                                          std::span<const std::size_t> count) const {
  const Handle dataset = open(path);
  const Handle space(H5Dget_space(dataset.get()), H5Sclose, place_, path);
  std::size_t size = 1;
  for (const auto length : count) size *= length;
  std::vector<double> values(size);
  if (size == 0) return values;
  if (!count.empty()) {
    const std::vector<hsize_t> from(start.begin(), start.end());
    const std::vector<hsize_t> lengths(count.begin(), count.end());
    require(H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, from.data(), nullptr, lengths.data(),
                                nullptr),
            place_, path);
  }
  const Handle memory = space_of(count, place_);
  require(H5Dread(dataset.get(), H5T_NATIVE_DOUBLE, memory.get(), space.get(), H5P_DEFAULT,
                  values.data()),
          place_, path);
  return values;
}

std::vector<std::string> NetcdfReader::texts(const std::string& path) const {
  const Handle dataset = open(path);
  const Handle type = text_type(place_);
  const Handle space(H5Dget_space(dataset.get()), H5Sclose, place_, path);
  const auto size = require(H5Sget_simple_extent_npoints(space.get()), place_, path);
  std::vector<char*> pointers(static_cast<std::size_t>(size), nullptr);
  if (size > 0) {
    require(H5Dread(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()),
            place_, path);
  }
  std::vector<std::string> texts;
  texts.reserve(pointers.size());
  for (const char* text : pointers) texts.emplace_back(text == nullptr ? "" : text);
  if (size > 0) H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, pointers.data());
  const auto kept = read_attributes(dataset.get(), place_);
  const auto digest = kept.find(text_digest_name);
  if (digest == kept.end() || digest->second != text_digest(texts)) {
    fail(place_, path, "its text does not fit its digest");
  }
  return texts;
}

std::size_t NetcdfReader::missing_chunks(const std::string& path) const {
  const Handle dataset = open(path);
  const Handle properties(H5Dget_create_plist(dataset.get()), H5Pclose, place_, path);
  if (H5Pget_layout(properties.get()) != H5D_CHUNKED) return 0;
  const auto lengths = shape(path);
  std::vector<hsize_t> chunk(lengths.size());
  require(H5Pget_chunk(properties.get(), static_cast<int>(chunk.size()), chunk.data()), place_,
          path);
  std::size_t expected = 1;
  for (std::size_t axis = 0; axis < chunk.size(); ++axis) {
    expected *= (lengths[axis] + chunk[axis] - 1) / chunk[axis];
  }
  const Handle space(H5Dget_space(dataset.get()), H5Sclose, place_, path);
  hsize_t present = 0;
  require(H5Dget_num_chunks(dataset.get(), space.get(), &present), place_, path);
  return expected - std::min<std::size_t>(expected, present);
}

}  // namespace skillscale::output
