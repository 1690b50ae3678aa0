#include "sim/archive.h"

#include <algorithm>
#include <array>
#include <bit>

#include "sim/number_text.h"

namespace skillscale::sim {
namespace {

constexpr std::array<std::size_t, element_type_count> sizes{1, 2, 4, 8, 1, 2, 4, 8, 4, 8};

template <class T>
T read(const NamedArray& array, std::size_t at) {
  T value{};
  std::memcpy(&value, array.bytes.data() + at * sizeof(T), sizeof(T));
  return value;
}

/// Calls f(element) with the element's own type.
template <class F>
auto with_element(const NamedArray& array, std::size_t at, F&& f) {
  switch (array.type) {
    case ElementType::Unsigned8:
      return f(read<std::uint8_t>(array, at));
    case ElementType::Unsigned16:
      return f(read<std::uint16_t>(array, at));
    case ElementType::Unsigned32:
      return f(read<std::uint32_t>(array, at));
    case ElementType::Unsigned64:
      return f(read<std::uint64_t>(array, at));
    case ElementType::Signed8:
      return f(read<std::int8_t>(array, at));
    case ElementType::Signed16:
      return f(read<std::int16_t>(array, at));
    case ElementType::Signed32:
      return f(read<std::int32_t>(array, at));
    case ElementType::Signed64:
      return f(read<std::int64_t>(array, at));
    case ElementType::Float32:
      return f(read<float>(array, at));
    case ElementType::Float64:
      return f(read<double>(array, at));
  }
  return f(0.0);
}

constexpr std::size_t word = 8;
constexpr std::size_t in_words(std::size_t bytes) { return (bytes + word - 1) / word * word; }

// The head of an encoded archive: its mark, the number of arrays, then for each array its type,
// the length of its name, its bytes, and the name.
constexpr std::uint64_t format_mark = 0x3148435241534b53U;  // "SKSARCH1" in little-endian bytes

/// Puts words and bytes behind each other; the room is there.
class Back {
 public:
  explicit Back(std::vector<std::byte>& bytes) : to_(bytes.data()) {}
  void put(std::uint64_t number) { put(&number, word); }
  void put(const void* bytes, std::size_t size) {
    if (size > 0) std::memcpy(to_, bytes, size);
    to_ += in_words(size);
  }

 private:
  std::byte* to_;
};

/// Takes words and bytes off the front; once something is missing it gives zeros.
class Front {
 public:
  explicit Front(std::span<const std::byte> bytes) : rest_(bytes) {}
  std::uint64_t number() {
    std::uint64_t value = 0;
    const auto bytes = take(word);
    if (bytes.size() == word) std::memcpy(&value, bytes.data(), word);
    return value;
  }
  std::span<const std::byte> take(std::size_t size) {
    if (size > rest_.size() || in_words(size) > rest_.size()) {
      is_good_ = false;
      return {};
    }
    const auto bytes = rest_.first(size);
    rest_ = rest_.subspan(in_words(size));
    return bytes;
  }
  bool is_good() const { return is_good_; }
  bool is_at_end() const { return rest_.empty(); }

 private:
  std::span<const std::byte> rest_;
  bool is_good_ = true;
};

}  // namespace

static_assert(std::endian::native == std::endian::little);

std::size_t bytes_of(ElementType type) { return sizes[static_cast<std::size_t>(type)]; }

const NamedArray* find(const Archive& archive, std::string_view name) {
  const auto found = std::find_if(archive.begin(), archive.end(),
                                  [&](const NamedArray& array) { return array.name == name; });
  return found == archive.end() ? nullptr : &*found;
}

std::size_t length(const NamedArray& array) { return array.bytes.size() / bytes_of(array.type); }

std::string element_text(const NamedArray& array, std::size_t at) {
  return with_element(array, at, [](auto value) {
    if constexpr (std::is_floating_point_v<decltype(value)>) {
      return number_text(static_cast<double>(value));
    } else {
      return std::to_string(value);
    }
  });
}

double element(const NamedArray& array, std::size_t at) {
  return with_element(array, at, [](auto value) { return static_cast<double>(value); });
}

std::vector<std::byte> encode(const Archive& archive) {
  std::size_t size = 2 * word;
  for (const auto& array : archive)
    size += 3 * word + in_words(array.name.size()) + in_words(array.bytes.size());
  std::vector<std::byte> out(size);
  Back back(out);
  back.put(format_mark);
  back.put(archive.size());
  for (const auto& array : archive) {
    back.put(static_cast<std::uint64_t>(array.type));
    back.put(array.name.size());
    back.put(array.bytes.size());
    back.put(array.name.data(), array.name.size());
  }
  for (const auto& array : archive) back.put(array.bytes.data(), array.bytes.size());
  return out;
}

bool decode(std::span<const std::byte> bytes, Archive& archive) {
  Front front(bytes);
  if (front.number() != format_mark) return false;
  const auto count = front.number();
  if (count > bytes.size() / (3 * word)) return false;
  archive.assign(count, {});
  std::vector<std::uint64_t> lengths;
  for (auto& array : archive) {
    const auto type = front.number();
    if (type >= element_type_count) return false;
    array.type = static_cast<ElementType>(type);
    const auto name_length = front.number();
    lengths.push_back(front.number());
    const auto name = front.take(name_length);
    array.name.assign(reinterpret_cast<const char*>(name.data()), name.size());
  }
  for (std::size_t i = 0; i < archive.size(); ++i) {
    const auto content = front.take(lengths[i]);
    archive[i].bytes.assign(content.begin(), content.end());
    if (content.size() % bytes_of(archive[i].type) != 0) return false;
  }
  return front.is_good() && front.is_at_end();
}

std::string detail::joined_path(const std::string& above, std::string_view name) {
  return above.empty() ? std::string(name) : above + "." + std::string(name);
}

void Saver::put(Field& to, const ThresholdQueue& queue) {
  Saver below(to);
  below("cursor", static_cast<std::uint64_t>(queue.cursor()));
  std::vector<float> thresholds;
  std::vector<std::uint32_t> ids;
  for (const auto& entry : queue.additions()) {
    thresholds.push_back(entry.threshold);
    ids.push_back(entry.id);
  }
  below("threshold", thresholds);
  below("id", ids);
}

void Saver::put(Field& to, const Digest& digest) { put(to, digest.save()); }

Restorer::Field& Restorer::member(std::string_view name) {
  if (next_ == at_.members.size()) {
    auto& field = at_.members.emplace_back();
    field.path = detail::joined_path(at_.path, name);
    field.values = find(archive_, field.path);
    field.counts = find(archive_, field.path + ".count");
  }
  return at_.members[next_++];
}

void Restorer::take_bytes(Field& from, ElementType type, void* bytes, std::size_t size) {
  if (!problem_.empty() || size == 0) return;
  if (from.values == nullptr) {
    problem_ = from.path + " is missing";
  } else if (from.values->type != type) {
    problem_ = from.path + " has another type of numbers";
  } else if (from.next + size > from.values->bytes.size()) {
    problem_ = from.path + " is too short";
  } else {
    std::memcpy(bytes, from.values->bytes.data() + from.next, size);
    from.next += size;
  }
}

/// Every element leaves at least a byte in some array at or below its container.
std::size_t Restorer::bytes_below(const std::string& path) const {
  std::size_t most = 0;
  for (const auto& array : archive_) {
    const bool is_below = array.name.starts_with(path) &&
                          (array.name.size() == path.size() || array.name[path.size()] == '.');
    if (is_below) most = std::max(most, array.bytes.size());
  }
  return most;
}

std::size_t Restorer::take_count(Field& from) {
  if (!problem_.empty()) return 0;
  std::uint64_t count = 0;
  if (from.counts == nullptr || from.counts->type != ElementType::Unsigned64 ||
      (from.next_count + 1) * word > from.counts->bytes.size()) {
    problem_ = from.path + " has no length";
    return 0;
  }
  std::memcpy(&count, from.counts->bytes.data() + word * from.next_count++, word);
  if (count > bytes_below(from.path)) problem_ = from.path + " has an impossible length";
  return problem_.empty() ? static_cast<std::size_t>(count) : 0;
}

void Restorer::take(Field& from, ThresholdQueue& queue) {
  Restorer below(from, archive_, problem_);
  std::uint64_t cursor = 0;
  std::vector<float> thresholds;
  std::vector<std::uint32_t> ids;
  below("cursor", cursor);
  below("threshold", thresholds);
  below("id", ids);
  if (!problem_.empty()) return;
  if (ids.size() != thresholds.size() || cursor > queue.initial_size()) {
    problem_ = from.path + " does not fit the pool at the start";
    return;
  }
  std::vector<PoolEntry> additions;
  for (std::size_t i = 0; i < ids.size(); ++i) additions.push_back({thresholds[i], ids[i]});
  queue.restore(static_cast<std::size_t>(cursor), additions);
}

void Restorer::take(Field& from, Digest& digest) {
  std::vector<std::uint8_t> state;
  take(from, state);
  if (problem_.empty() && !Digest::is_state(state)) problem_ = from.path + " is no digest";
  if (problem_.empty()) digest.restore(state);
}

std::string leftover(const detail::RestoredField& field) {
  const bool has_values = field.values != nullptr && field.next != field.values->bytes.size();
  const bool has_counts =
      field.counts != nullptr && field.next_count * word != field.counts->bytes.size();
  if (has_values || has_counts) return field.path + " is longer than its lengths say";
  for (const auto& member : field.members) {
    if (auto problem = leftover(member); !problem.empty()) return problem;
  }
  return "";
}

void flatten(detail::SavedField& field, Archive& out) {
  if (field.is_container) {
    NamedArray counts{field.path + ".count", ElementType::Unsigned64, {}};
    const auto bytes = std::as_bytes(std::span(field.counts));
    counts.bytes.assign(bytes.begin(), bytes.end());
    out.push_back(std::move(counts));
  }
  if (field.has_numbers) out.push_back({field.path, field.type, std::move(field.bytes)});
  for (auto& member : field.members) flatten(member, out);
}

}  // namespace skillscale::sim
