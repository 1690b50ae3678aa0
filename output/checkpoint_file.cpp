#include "output/checkpoint_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <optional>
#include <utility>

#include "output/contents.h"
#include "output/file_identity.h"
#include "output/hdf5_types.h"
#include "output/temporary_file.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

constexpr const char* units_path = "units";
constexpr const char* index_path = "index";
constexpr const char* head_path = "head";
constexpr std::size_t index_columns = 6;  // draw, replicate, world, month, finished, bytes

/// A descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  ~Descriptor() { static_cast<void>(close()); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return descriptor_; }
  int close() {
    const int open = std::exchange(descriptor_, -1);
    return open < 0 ? 0 : ::close(open);
  }

 private:
  int descriptor_;
};

void write_all(int descriptor, std::uint64_t offset, std::span<const std::byte> bytes,
               const Place& place) {
  while (!bytes.empty()) {
    const ssize_t done = pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) fail(place, "a checkpoint", std::strerror(done < 0 ? errno : ENOSPC));
    offset += static_cast<std::uint64_t>(done);
    bytes = bytes.subspan(static_cast<std::size_t>(done));
  }
}

Handle create_dataset(const Handle& file, const std::string& path, hid_t type,
                      std::span<const std::size_t> shape, const Place& place) {
  const Handle properties = dataset_properties(place);
  require(H5Pset_alloc_time(properties.get(), H5D_ALLOC_TIME_EARLY), place, path);
  require(H5Pset_fill_time(properties.get(), H5D_FILL_TIME_NEVER), place, path);
  return Handle(H5Dcreate2(file.get(), path.c_str(), type, space_of(shape, place).get(),
                           H5P_DEFAULT, properties.get(), H5P_DEFAULT),
                H5Dclose, place, path);
}

void write_head(const Handle& file, const CheckpointHead& head, const Place& place) {
  const Handle group(H5Gcreate2(file.get(), head_path, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
                     H5Gclose, place, head_path);
  for (const auto& [name, text] : head) {
    const Handle type = fixed_text_type(text.size(), place);
    const std::string filled = text.empty() ? std::string(1, '\0') : text;
    const Handle dataset =
        create_dataset(file, std::string(head_path) + "/" + name, type.get(), {}, place);
    require(H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, filled.data()),
            place, name);
  }
}

void write_index(const Handle& file, std::span<const CheckpointUnit> units, const Place& place) {
  std::vector<std::int64_t> rows;
  for (const auto& unit : units) {
    for (const std::int64_t value :
         {std::int64_t{unit.draw}, std::int64_t{unit.replicate}, std::int64_t{unit.world},
          std::int64_t{unit.month}, std::int64_t{unit.is_finished ? 1 : 0},
          static_cast<std::int64_t>(unit.bytes)})
      rows.push_back(value);
  }
  const std::vector<std::size_t> shape{units.size(), index_columns};
  const Handle dataset = create_dataset(file, index_path, H5T_STD_I64LE, shape, place);
  if (!rows.empty()) {
    require(H5Dwrite(dataset.get(), H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, rows.data()),
            place, index_path);
  }
}

/// Room for all units; HDF5 writes nothing there.
/// @return where it begins
std::uint64_t reserve_units(const Handle& file, std::uint64_t bytes, const Place& place) {
  const std::vector<std::size_t> shape{static_cast<std::size_t>(bytes)};
  const Handle dataset = create_dataset(file, units_path, H5T_STD_U8LE, shape, place);
  if (bytes == 0) return 0;
  const haddr_t offset = H5Dget_offset(dataset.get());
  if (offset == HADDR_UNDEF) fail(place, units_path);
  return offset;
}

std::uint64_t sum_of_bytes(std::span<const CheckpointUnit> units) {
  std::uint64_t sum = 0;
  for (const auto& unit : units) sum += unit.bytes;
  return sum;
}

/// Everything but the units; closed again, so that HDF5 has nothing to do with large writes and
/// with what may go wrong there.
std::uint64_t write_frame(const std::filesystem::path& path, const CheckpointHead& head,
                          std::span<const CheckpointUnit> units, const Place& place) {
  Handle file = create_file(path, false, place);
  write_head(file, head, place);
  write_index(file, units, place);
  const auto begin = reserve_units(file, sum_of_bytes(units), place);
  require(file.close(), place, "the file");
  return begin;
}

}  // namespace

struct CheckpointWriter::State {
  State(const std::filesystem::path& path, const CheckpointHead& head,
        std::span<const CheckpointUnit> listed)
      : temporary(path), place{path.string(), true} {
    try {
      contents.units_begin = write_frame(temporary.path(), head, listed, place);
    } catch (...) {
      // HDF5 keeps a file open that it could not close, and with it the space it takes.
      static_cast<void>(truncate(temporary.path().c_str(), 0));
      throw;
    }
    for (const auto& unit : listed) contents.units.push_back({unit.bytes, {}});
    file.emplace(open(temporary.path().c_str(), O_RDWR | O_CLOEXEC));
    if (file->get() < 0) fail(place, "a checkpoint", std::strerror(errno));
    end_empty_units();
  }

  /// Units whose last byte has come, or that have none.
  void end_empty_units() {
    while (current < contents.units.size() && in_unit == contents.units[current].bytes) {
      contents.units[current++].hash = digest.value();
      digest = sim::Digest();
      in_unit = 0;
    }
  }

  /// Sets the disk to work on what is written, while the rest is prepared.
  void send_off() {
    constexpr std::uint64_t enough = std::uint64_t{16} << 20;
    if (written - sent < enough) return;
    static_cast<void>(sync_file_range(file->get(), static_cast<off_t>(contents.units_begin + sent),
                                      static_cast<off_t>(written - sent), SYNC_FILE_RANGE_WRITE));
    sent = written;
  }

  TemporaryFile temporary;
  Place place;
  Contents contents;
  std::optional<Descriptor> file;
  sim::Digest digest;       // of the current unit
  std::size_t current = 0;  // unit that the next byte belongs to
  std::uint64_t in_unit = 0, written = 0, sent = 0;
};

CheckpointWriter::CheckpointWriter(const std::filesystem::path& path, const CheckpointHead& head,
                                   std::span<const CheckpointUnit> units)
    : state_(std::make_unique<State>(path, head, units)) {}

CheckpointWriter::~CheckpointWriter() = default;

void CheckpointWriter::append(std::span<const std::byte> bytes) {
  auto& s = *state_;
  // Slices that are still in the processor's cache when their hash is taken.
  constexpr std::uint64_t slice = std::uint64_t{1} << 20;
  while (!bytes.empty()) {
    if (s.current == s.contents.units.size())
      throw sim::BugError("a checkpoint got more bytes than its index says");
    const auto left = s.contents.units[s.current].bytes - s.in_unit;
    const auto here =
        bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>({left, slice, bytes.size()})));
    write_all(s.file->get(), s.contents.units_begin + s.written, here, s.place);
    s.digest.add_bytes(here);
    s.written += here.size();
    s.in_unit += here.size();
    bytes = bytes.subspan(here.size());
    s.end_empty_units();
    s.send_off();
  }
}

void CheckpointWriter::commit() {
  auto& s = *state_;
  if (s.current != s.contents.units.size())
    throw sim::BugError("bytes of a checkpoint are missing");
  std::error_code error;
  s.contents.hdf5_bytes = std::filesystem::file_size(s.temporary.path(), error);
  if (error) fail(s.place, "a checkpoint", error.message());
  s.contents.other_hash = hash_other(s.temporary.path(), s.contents.hdf5_bytes,
                                     s.contents.units_begin, s.contents.units_begin + s.written);
  const std::string table = to_text(s.contents, checkpoint_format);
  write_all(s.file->get(), s.contents.hdf5_bytes, std::as_bytes(std::span(table)), s.place);
  if (s.file->close() != 0) fail(s.place, "a checkpoint", std::strerror(errno));
  s.temporary.commit();
}

namespace {

herr_t collect_name(hid_t, const char* name, const H5L_info_t*, void* names) {
  static_cast<std::vector<std::string>*>(names)->emplace_back(name);
  return 0;
}

Handle open_dataset(const Handle& file, const std::string& path, const Place& place) {
  return Handle(H5Dopen2(file.get(), path.c_str(), H5P_DEFAULT), H5Dclose, place, path);
}

/// @param most  bytes of a text: no more than the file has
CheckpointHead read_head(const Handle& file, std::uint64_t most, const Place& place) {
  const Handle group(H5Gopen2(file.get(), head_path, H5P_DEFAULT), H5Gclose, place, head_path);
  std::vector<std::string> names;
  require(H5Literate(group.get(), H5_INDEX_NAME, H5_ITER_INC, nullptr, collect_name, &names), place,
          head_path);
  CheckpointHead head;
  for (const auto& name : names) {
    const Handle dataset = open_dataset(file, std::string(head_path) + "/" + name, place);
    const Handle type(H5Dget_type(dataset.get()), H5Tclose, place, name);
    const Handle space(H5Dget_space(dataset.get()), H5Sclose, place, name);
    if (H5Sget_simple_extent_npoints(space.get()) != 1) fail(place, name, "it is not one text");
    const bool is_text = H5Tget_class(type.get()) == H5T_STRING &&
                         H5Tis_variable_str(type.get()) == 0 && H5Tget_size(type.get()) <= most;
    if (!is_text) fail(place, name, "it is not a text of a checkpoint");
    std::string text(H5Tget_size(type.get()), '\0');
    require(H5Dread(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, text.data()), place,
            name);
    if (text.size() == 1 && text.front() == '\0') text.clear();
    head.emplace(name, std::move(text));
  }
  return head;
}

std::vector<CheckpointUnit> read_index(const Handle& file, std::size_t count, const Place& place) {
  const Handle dataset = open_dataset(file, index_path, place);
  const Handle space(H5Dget_space(dataset.get()), H5Sclose, place, index_path);
  if (H5Sget_simple_extent_npoints(space.get()) !=
      static_cast<hssize_t>(count) * static_cast<hssize_t>(index_columns))
    fail(place, index_path, "its length is not that of the table of contents");
  std::vector<std::int64_t> rows(count * index_columns);
  if (count > 0) {
    require(H5Dread(dataset.get(), H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, rows.data()),
            place, index_path);
  }
  std::vector<CheckpointUnit> units;
  constexpr std::int64_t most = std::numeric_limits<int>::max();
  for (std::size_t at = 0; at < count; ++at) {
    const auto* row = rows.data() + at * index_columns;
    const bool has_sense = std::all_of(
        row, row + 4, [](std::int64_t number) { return number >= 0 && number <= most; });
    if (!has_sense) fail(place, index_path, "a draw, replicate, world or month is out of range");
    units.push_back({static_cast<int>(row[0]), static_cast<int>(row[1]), static_cast<int>(row[2]),
                     static_cast<int>(row[3]), row[4] != 0, static_cast<std::uint64_t>(row[5])});
  }
  return units;
}

}  // namespace

struct CheckpointReader::State {
  explicit State(const std::filesystem::path& file)
      : path(file),
        contents(check_contents(file, checkpoint_format)),
        descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    const Place place{path.string(), false};
    if (descriptor.get() < 0) fail(place, "the checkpoint", std::strerror(errno));
    prepare_hdf5();
    const Handle opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose, place,
                        "the file");
    head = read_head(opened, contents.hdf5_bytes, place);
    units = read_index(opened, contents.units.size(), place);
    std::uint64_t next = contents.units_begin;
    for (const auto& part : contents.units) {
      offsets.push_back(next);
      next += part.bytes;
    }
  }

  std::filesystem::path path;
  Contents contents;
  Descriptor descriptor;
  CheckpointHead head;
  std::vector<CheckpointUnit> units;
  std::vector<std::uint64_t> offsets;
};

namespace {

/// Reading takes several openings; a run that replaces its checkpoint meanwhile is no damage.
template <class State>
std::unique_ptr<State> read_steady(const std::filesystem::path& path) {
  constexpr int tries = 16;
  for (int left = tries;; --left) {
    const auto before = identity_of(path);
    try {
      auto state = std::make_unique<State>(path);
      if (left == 0 || identity_of(path) == before) return state;
    } catch (const sim::StorageError&) {
      if (left == 0 || identity_of(path) == before) throw;
    }
  }
}

}  // namespace

CheckpointReader::CheckpointReader(const std::filesystem::path& path)
    : state_(read_steady<State>(path)) {
  for (std::size_t unit = 0; unit < state_->units.size(); ++unit) read(unit);
}
CheckpointReader::~CheckpointReader() = default;
CheckpointReader::CheckpointReader(CheckpointReader&&) noexcept = default;
CheckpointReader& CheckpointReader::operator=(CheckpointReader&&) noexcept = default;

const std::filesystem::path& CheckpointReader::path() const { return state_->path; }
const CheckpointHead& CheckpointReader::head() const { return state_->head; }
const std::vector<CheckpointUnit>& CheckpointReader::units() const { return state_->units; }

const std::string& CheckpointReader::entry(const std::string& name) const {
  static const std::string none;
  const auto found = state_->head.find(name);
  return found == state_->head.end() ? none : found->second;
}

std::vector<std::byte> CheckpointReader::read(std::size_t unit) const {
  const auto& s = *state_;
  const auto& listed = s.units.at(unit);
  std::vector<std::byte> bytes(static_cast<std::size_t>(s.contents.units[unit].bytes));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = pread(s.descriptor.get(), bytes.data() + done, bytes.size() - done,
                              static_cast<off_t>(s.offsets[unit] + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  sim::Digest digest;
  digest.add_bytes(bytes);
  if (done != bytes.size() || digest.value() != s.contents.units[unit].hash) {
    throw sim::StorageError(
        s.path.string() + ": is damaged: the state of draw " + std::to_string(listed.draw) +
        ", replicate " + std::to_string(listed.replicate) + ", world " +
        std::to_string(listed.world) +
        "\n  next: use an older checkpoint or a copy of this one, or run from the start");
  }
  return bytes;
}

}  // namespace skillscale::output
