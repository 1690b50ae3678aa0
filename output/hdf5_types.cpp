#include "output/hdf5_types.h"

#include <algorithm>
#include <limits>

#include "sim/digest.h"

namespace skillscale::output {
namespace {

// Eight bytes a word, the first lowest, so that every processor takes the same digest.
std::vector<std::int64_t> packed(const std::string& text) {
  std::vector<std::int64_t> words((text.size() + 7) / 8, 0);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<std::uint64_t>(static_cast<unsigned char>(text[at]));
    const auto word = static_cast<std::uint64_t>(words[at / 8]) | byte << (8 * (at % 8));
    words[at / 8] = static_cast<std::int64_t>(word);
  }
  return words;
}

}  // namespace

Handle create_file(const std::filesystem::path& file, bool keeps_order, const Place& place) {
  constexpr unsigned tracked = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  prepare_hdf5();
  const Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, place, "the file");
  if (keeps_order) {
    require(H5Pset_link_creation_order(creation.get(), tracked), place, "the file");
    require(H5Pset_attr_creation_order(creation.get(), tracked), place, "the file");
  }
  require(H5Pset_obj_track_times(creation.get(), false), place, "the file");
  const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, place, "the file");
  require(H5Pset_fclose_degree(access.get(), H5F_CLOSE_STRONG), place, "the file");
  require(H5Pset_libver_bounds(access.get(), H5F_LIBVER_V110, H5F_LIBVER_V110), place, "the file");
  return Handle(H5Fcreate(file.c_str(), H5F_ACC_EXCL, creation.get(), access.get()), H5Fclose,
                place, "the file");
}

hid_t stored_type(NumberType type) {
  switch (type) {
    case NumberType::Int32:
      return H5T_STD_I32LE;
    case NumberType::Int64:
      return H5T_STD_I64LE;
    default:
      return H5T_IEEE_F64LE;
  }
}

hid_t memory_type(NumberType type) {
  switch (type) {
    case NumberType::Int32:
      return H5T_NATIVE_INT32;
    case NumberType::Int64:
      return H5T_NATIVE_INT64;
    default:
      return H5T_NATIVE_DOUBLE;
  }
}

Handle text_type(const Place& place) {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose, place, "a text");
  require(H5Tset_size(type.get(), H5T_VARIABLE), place, "a text");
  require(H5Tset_cset(type.get(), H5T_CSET_UTF8), place, "a text");
  return type;
}

Handle fixed_text_type(std::size_t length, const Place& place) {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose, place, "a text");
  require(H5Tset_size(type.get(), std::max<std::size_t>(length, 1)), place, "a text");
  require(H5Tset_strpad(type.get(), H5T_STR_NULLPAD), place, "a text");
  require(H5Tset_cset(type.get(), H5T_CSET_UTF8), place, "a text");
  return type;
}

Handle space_of(std::span<const std::size_t> shape, const Place& place) {
  if (shape.empty()) return Handle(H5Screate(H5S_SCALAR), H5Sclose, place, "a shape");
  const std::vector<hsize_t> lengths(shape.begin(), shape.end());
  return Handle(H5Screate_simple(static_cast<int>(lengths.size()), lengths.data(), nullptr),
                H5Sclose, place, "a shape");
}

Handle dataset_properties(const Place& place) {
  Handle properties(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, place, "properties");
  require(
      H5Pset_attr_creation_order(properties.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
      place, "properties");
  require(H5Pset_obj_track_times(properties.get(), false), place, "properties");
  return properties;
}

void compress(const Handle& properties, std::span<const std::size_t> shape,
              std::span<const std::size_t> chunk, const Place& place) {
  const bool is_empty = std::find(shape.begin(), shape.end(), 0U) != shape.end();
  if (shape.empty() || is_empty) return;
  std::vector<hsize_t> lengths;
  for (std::size_t axis = 0; axis < shape.size(); ++axis) {
    lengths.push_back(std::clamp<std::size_t>(chunk[axis], 1, shape[axis]));
  }
  const hid_t id = properties.get();
  require(H5Pset_chunk(id, static_cast<int>(lengths.size()), lengths.data()), place, "chunks");
  require(H5Pset_shuffle(id), place, "the shuffle filter");
  require(H5Pset_deflate(id, 4), place, "the deflate filter");
  require(H5Pset_fletcher32(id), place, "the checksum filter");
}

void set_fill(const Handle& properties, NumberType type, const Place& place) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::int32_t int32_fill = -2147483647;
  const void* value = &nan;
  if (type == NumberType::Int64) value = &int64_fill;
  if (type == NumberType::Int32) value = &int32_fill;
  require(H5Pset_fill_value(properties.get(), memory_type(type), value), place, "a fill value");
}

std::string text_digest(std::span<const std::string> texts) {
  sim::Digest digest;
  for (const auto& text : texts) {
    digest.add(static_cast<std::uint64_t>(text.size()));
    digest.add(std::span<const std::int64_t>(packed(text)));
  }
  return digest.value().hex();
}

}  // namespace skillscale::output
