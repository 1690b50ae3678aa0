// Named arrays of plain numbers: what a checkpoint keeps of a state, and how a struct is taken
// apart into them.
//
// A struct declares its members once:
//
//   template <Is<Office> T, class V>
//   void fields(T& office, V&& visit) { visit("cases", office.cases); ... }
//
// and Saver and Restorer do the rest. The same member of many elements goes into one array
// ("offices.cases"), in the order of the elements; a container also leaves its lengths
// ("offices.count"). So the number of arrays does not depend on how many elements there are.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sim/column.h"
#include "sim/digest.h"
#include "sim/ids.h"
#include "sim/threshold_queue.h"

namespace skillscale::sim {

/// What an array holds. The numbers are part of the format of checkpoints.
enum class ElementType : std::uint8_t {
  Unsigned8,
  Unsigned16,
  Unsigned32,
  Unsigned64,
  Signed8,
  Signed16,
  Signed32,
  Signed64,
  Float32,
  Float64
};
inline constexpr int element_type_count = 10;

std::size_t bytes_of(ElementType type);

struct NamedArray {
  std::string name;
  ElementType type = ElementType::Unsigned8;
  std::vector<std::byte> bytes;
  bool operator==(const NamedArray&) const = default;
};

using Archive = std::vector<NamedArray>;

/// The array of that name, or null.
const NamedArray* find(const Archive& archive, std::string_view name);

/// Number of elements.
std::size_t length(const NamedArray& array);

/// An element as text that tells equal from different: reals are the shortest that read back.
std::string element_text(const NamedArray& array, std::size_t at);

/// An element as a number; exact up to 2^53.
double element(const NamedArray& array, std::size_t at);

/// One run of bytes: a head that lists the arrays, then each array, all on multiples of 8 bytes.
/// Numbers keep the byte order of this machine, which must be little-endian.
std::vector<std::byte> encode(const Archive& archive);

/// The inverse of encode.
/// @return false if the bytes are no archive; `archive` is then not defined
bool decode(std::span<const std::byte> bytes, Archive& archive);

/// For declarations that serve reading and writing.
template <class T, class S>
concept Is = std::same_as<std::remove_const_t<T>, S>;

namespace detail {

template <class T>
concept Number = std::is_arithmetic_v<T> || std::is_enum_v<T>;

template <class T>
struct NumberOf {
  using Type = T;
};
template <class T>
requires std::is_enum_v<T>
struct NumberOf<T> {
  using Type = std::underlying_type_t<T>;
};
template <>
struct NumberOf<bool> {
  using Type = std::uint8_t;
};

template <class T>
constexpr ElementType element_type() {
  using N = typename NumberOf<T>::Type;
  if constexpr (std::is_floating_point_v<N>) {
    return sizeof(N) == sizeof(float) ? ElementType::Float32 : ElementType::Float64;
  } else {
    constexpr int first = std::is_signed_v<N> ? 4 : 0;
    constexpr int step = sizeof(N) == 1 ? 0 : sizeof(N) == 2 ? 1 : sizeof(N) == 4 ? 2 : 3;
    return static_cast<ElementType>(first + step);
  }
}

template <class T>
concept Growing = requires(T& container) {
  container.resize(std::size_t{1});
  container.begin();
};
template <class T>
concept Fixed = !Growing<T> && requires(T & array) {
  std::begin(array);
  std::size(array);
};

/// An array that grows while a state is saved, with the arrays of the members below it.
struct SavedField {
  std::string path;
  bool is_container = false, has_numbers = false;
  ElementType type = ElementType::Unsigned8;
  std::vector<std::byte> bytes;
  std::vector<std::uint64_t> counts;
  std::deque<SavedField> members;
};

/// An array that is read while a state is restored.
struct RestoredField {
  std::string path;
  const NamedArray *values = nullptr, *counts = nullptr;
  std::size_t next = 0, next_count = 0;  ///< bytes, and counts
  std::deque<RestoredField> members;
};

std::string joined_path(const std::string& above, std::string_view name);

}  // namespace detail

/// Takes a state apart. Give it to `fields`.
class Saver {
 public:
  explicit Saver(detail::SavedField& at) : at_(at) {}

  template <class T>
  void operator()(std::string_view name, const T& value) {
    put(member(name), value);
  }
  /// A container whose length follows from the parameters.
  template <class T>
  void given(std::string_view name, const T& value) {
    put(member(name), value);
  }

 private:
  using Field = detail::SavedField;

  Field& member(std::string_view name) {
    if (next_ == at_.members.size())
      at_.members.emplace_back().path = detail::joined_path(at_.path, name);
    return at_.members[next_++];
  }
  static void append(Field& to, ElementType type, const void* bytes, std::size_t size) {
    to.has_numbers = true;
    to.type = type;
    const auto* first = static_cast<const std::byte*>(bytes);
    to.bytes.insert(to.bytes.end(), first, first + size);
  }
  template <detail::Number T>
  static void put(Field& to, const T& value) {
    append(to, detail::element_type<T>(), &value, sizeof(T));
  }
  static void put(Field& to, const Key& key) { put(to, key.value); }
  static void put(Field& to, const ThresholdQueue& queue);
  static void put(Field& to, const Digest& digest);
  template <class T>
  requires detail::Fixed<T>
  static void put(Field& to, const T& array) {
    for (const auto& value : array) put(to, value);
  }
  template <class T>
  requires detail::Growing<T>
  static void put(Field& to, const T& container) {
    using Element = std::remove_cvref_t<decltype(*container.begin())>;
    to.is_container = true;
    to.counts.push_back(container.size());
    if constexpr (detail::Number<Element> && requires { container.data(); }) {
      to.has_numbers = true;
      append(to, detail::element_type<Element>(), container.data(),
             container.size() * sizeof(Element));
    } else {
      for (const auto& value : container) put(to, value);
    }
  }
  template <class T>
  requires(std::is_class_v<T> && !detail::Fixed<T> &&
           !detail::Growing<T>) static void put(Field& to, const T& value) {
    fields(value, Saver(to));
  }

  Field& at_;
  std::size_t next_ = 0;
};

/// Puts a state together again. What does not fit is told once at the end and leaves the state
/// not defined.
class Restorer {
 public:
  Restorer(detail::RestoredField& at, const Archive& archive, std::string& problem)
      : at_(at), archive_(archive), problem_(problem) {}

  template <class T>
  void operator()(std::string_view name, T& value) {
    take(member(name), value);
  }
  template <class T>
  void given(std::string_view name, T& value) {
    Field& from = member(name);
    const std::size_t length = take_count(from);
    if (problem_.empty() && length != value.size())
      problem_ = from.path + " has " + std::to_string(length) + " entries, not " +
                 std::to_string(value.size());
    take_elements(from, value);
  }

 private:
  using Field = detail::RestoredField;

  Field& member(std::string_view name);
  void take_bytes(Field& from, ElementType type, void* bytes, std::size_t size);
  std::size_t take_count(Field& from);
  std::size_t bytes_below(const std::string& path) const;

  template <detail::Number T>
  void take(Field& from, T& value) {
    take_bytes(from, detail::element_type<T>(), &value, sizeof(T));
  }
  void take(Field& from, Key& key) { take(from, key.value); }
  void take(Field& from, ThresholdQueue& queue);
  void take(Field& from, Digest& digest);
  template <class T>
  requires detail::Fixed<T>
  void take(Field& from, T& array) {
    for (auto& value : array) take(from, value);
  }
  template <class T>
  requires detail::Growing<T>
  void take(Field& from, T& container) {
    container.clear();
    container.resize(take_count(from));
    take_elements(from, container);
  }
  template <class T>
  void take_elements(Field& from, T& container) {
    using Element = std::remove_cvref_t<decltype(*container.begin())>;
    if constexpr (detail::Number<Element> && requires { container.data(); }) {
      take_bytes(from, detail::element_type<Element>(), container.data(),
                 container.size() * sizeof(Element));
    } else {
      for (auto& value : container) {
        if (problem_.empty()) take(from, value);
      }
    }
  }
  template <class T>
  requires(std::is_class_v<T> && !detail::Fixed<T> && !detail::Growing<T>) void take(Field& from,
                                                                                     T& value) {
    fields(value, Restorer(from, archive_, problem_));
  }

  Field& at_;
  const Archive& archive_;
  std::string& problem_;
  std::size_t next_ = 0;
};

/// The arrays below a field that was saved.
void flatten(detail::SavedField& field, Archive& out);

/// Saves whatever `fields` declares.
/// @param name  begins the names of all arrays; may be empty
template <class T>
void save(const T& value, std::string_view name, Archive& out) {
  detail::SavedField root;
  root.path = name;
  fields(value, Saver(root));
  flatten(root, out);
}

/// The first array at or below a field of which something is left over; empty if there is none.
std::string leftover(const detail::RestoredField& field);

/// Restores what save kept under that name.
/// @return empty, or what does not fit; the value is then not defined
template <class T>
std::string restore(T& value, std::string_view name, const Archive& archive) {
  detail::RestoredField root;
  root.path = name;
  std::string problem;
  fields(value, Restorer(root, archive, problem));
  return problem.empty() ? leftover(root) : problem;
}

}  // namespace skillscale::sim
