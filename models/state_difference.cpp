#include "models/state_difference.h"

#include <algorithm>

#include "models/pool.h"
#include "models/tallies.h"
#include "sim/ids.h"

namespace skillscale::models {
namespace {

using sim::Archive;
using sim::NamedArray;

constexpr std::string_view nothing = "nothing";

/// Follow from everything else, so they are named last.
bool is_derived(const std::string& name) {
  return name.starts_with("tallies") || name.starts_with("digest") ||
         name.starts_with("recorder") || name.starts_with("history") || name.starts_with("graphs");
}

std::string label(const std::vector<std::string>& names, std::size_t at) {
  return at < names.size() ? names[at] : "number " + std::to_string(at);
}

const std::vector<std::string>& axis(const Parameters& p, Axis which) {
  return p.names[static_cast<std::size_t>(which)];
}

std::string cell_name(const Parameters& p, std::size_t cell) {
  const std::size_t occupations = std::max<std::size_t>(1, p.occupations.size());
  return label(axis(p, Axis::Origin), cell / occupations) + "/" +
         label(axis(p, Axis::Occupation), cell % occupations);
}

std::string group_name(std::size_t group) {
  return group % 2 == 0 ? "qualified persons" : "school leavers";
}

std::string key_name(const Parameters& p, sim::Key key) {
  const std::size_t group = sim::cell_of(key) & ~static_cast<unsigned>(outside_group);
  const bool is_outside = (sim::cell_of(key) & outside_group) != 0;
  return cell_name(p, group / 2) + ", " +
         (is_outside ? std::string("put in from outside") : group_name(group)) +
         ", entered in month " + std::to_string(sim::entry_month_of(key) + 1) + ", ordinal " +
         std::to_string(sim::ordinal_of(key));
}

std::uint64_t count_at(const NamedArray& counts, std::size_t at) {
  return static_cast<std::uint64_t>(sim::element(counts, at));
}

/// Container and position of an element, from the outermost to the innermost.
struct Step {
  std::string container;
  std::size_t at;
};

/// The nearest container around a path.
std::string container_of(const Archive& archive, const std::string& path) {
  for (auto dot = path.rfind('.'); dot != std::string::npos && dot > 0;
       dot = path.rfind('.', dot - 1)) {
    auto above = path.substr(0, dot);
    if (sim::find(archive, above + ".count") != nullptr) return above;
  }
  return "";
}

/// Which owner holds element `at`, when each owner holds as many as `counts` says; `at` becomes the
/// position within it.
std::size_t owner_of(const NamedArray& counts, std::size_t& at) {
  for (std::size_t owner = 0; owner < sim::length(counts); ++owner) {
    const auto here = count_at(counts, owner);
    if (at < here) return owner;
    at -= static_cast<std::size_t>(here);
  }
  return sim::length(counts);
}

std::size_t elements_of(const NamedArray& counts) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < sim::length(counts); ++i)
    sum += static_cast<std::size_t>(count_at(counts, i));
  return sum;
}

std::vector<Step> steps_to(const Archive& archive, const NamedArray& array, std::size_t at) {
  std::vector<Step> steps;
  std::string path = array.name;
  if (const auto* counts = sim::find(archive, path + ".count")) {
    const std::size_t owner = owner_of(*counts, at);
    steps.push_back({path, at});
    at = owner;
  }
  auto above = container_of(archive, path);
  if (steps.empty() && !above.empty()) {
    const std::size_t elements = elements_of(*sim::find(archive, above + ".count"));
    if (elements > 0) at /= std::max<std::size_t>(1, sim::length(array) / elements);
  }
  while (!above.empty()) {
    std::size_t within = at;
    const std::size_t owner = owner_of(*sim::find(archive, above + ".count"), within);
    steps.push_back({above, within});
    at = owner;
    above = container_of(archive, above);
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

std::string partnership_name(const Archive& archive, const Parameters& p, std::size_t at) {
  const auto& named = axis(p, Axis::Partnership);
  if (at < named.size()) return "partnership " + named[at];
  const auto* cells = sim::find(archive, "partnerships.cell");
  const auto* starts = sim::find(archive, "partnerships.start");
  if (cells == nullptr || starts == nullptr || at >= sim::length(*cells))
    return "partnership number " + std::to_string(at);
  return "partnership number " + std::to_string(at) + " (" +
         cell_name(p, static_cast<std::size_t>(sim::element(*cells, at))) + ", starts in month " +
         sim::element_text(*starts, at) + ")";
}

std::string entity_name(const Archive& archive, const Parameters& p, const NamedArray& array,
                        std::size_t at) {
  const auto steps = steps_to(archive, array, at);
  if (steps.empty()) return "the world";
  const auto& [container, first] = steps.front();
  const std::string rest =
      steps.size() > 1 ? ", entry " + std::to_string(steps.back().at) : std::string();
  if (container.starts_with("persons.")) {
    const auto* keys = sim::find(archive, "persons.key");
    if (keys == nullptr || first >= sim::length(*keys)) return "person " + std::to_string(first);
    sim::Key key;
    std::memcpy(&key.value, keys->bytes.data() + first * sizeof key.value, sizeof key.value);
    return "person " + key_name(p, key);
  }
  if (container == "pools")
    return "pool " + cell_name(p, first / 2) + ", " + group_name(first) + rest;
  if (container == "origins") return "market at the origin " + cell_name(p, first) + rest;
  if (container == "destination") {
    return "market in Germany " + label(axis(p, Axis::Occupation), first / land_count) + ", " +
           std::string(land_names[first % land_count]) + rest;
  }
  if (container == "partnerships") return partnership_name(archive, p, first) + rest;
  if (container == "centres") return "centre " + label(axis(p, Axis::Centre), first) + rest;
  if (container == "offices") return "office " + label(dim_labels(Dim::Authority, p), first) + rest;
  if (container == "policy.levers") return "lever number " + std::to_string(first) + rest;
  if (container.starts_with("employers.")) return "establishment " + std::to_string(first);
  if (container == "tallies") return tally_cell_name(first, p);
  if (container == "entry_ordinal") return "cell " + cell_name(p, first);
  return "entry " + std::to_string(first) + rest;
}

/// The first element that differs; the shorter length if one array begins like the other.
std::size_t first_element(const NamedArray& one, const NamedArray& other) {
  const std::size_t size = sim::bytes_of(one.type);
  const std::size_t common = std::min(one.bytes.size(), other.bytes.size());
  const auto at =
      std::mismatch(one.bytes.begin(), one.bytes.begin() + static_cast<std::ptrdiff_t>(common),
                    other.bytes.begin())
          .first;
  return static_cast<std::size_t>(at - one.bytes.begin()) / size;
}

std::string text_at(const NamedArray* array, std::size_t at) {
  if (array == nullptr || at >= sim::length(*array)) return std::string(nothing);
  return sim::element_text(*array, at);
}

StateDifference describe(const Archive& one, const Archive& other, const Parameters& p,
                         const std::string& name) {
  const auto *first = sim::find(one, name), *second = sim::find(other, name);
  const NamedArray none{name, first != nullptr ? first->type : second->type, {}};
  const std::size_t at =
      first_element(first != nullptr ? *first : none, second != nullptr ? *second : none);
  const bool is_in_one = first != nullptr && at < sim::length(*first);
  return {entity_name(is_in_one ? one : other, p, is_in_one ? *first : *second, at), name,
          text_at(first, at), text_at(second, at)};
}

/// Lengths tell less than what is in one state alone, so they are looked at last.
bool is_length(const std::string& name) { return name.ends_with(".count"); }

}  // namespace

std::optional<StateDifference> state_difference(const Archive& one, const Archive& other,
                                                const Parameters& p) {
  std::optional<std::string> lengths, derived;
  const auto look = [&](const Archive& at, const Archive& against,
                        bool only_missing) -> std::optional<std::string> {
    for (const auto& array : at) {
      const auto* match = sim::find(against, array.name);
      if (match == nullptr ? array.bytes.empty() : (only_missing || array.bytes == match->bytes))
        continue;
      if (is_derived(array.name)) {
        if (!derived) derived = array.name;
      } else if (is_length(array.name)) {
        if (!lengths) lengths = array.name;
      } else {
        return array.name;
      }
    }
    return std::nullopt;
  };
  auto found = look(one, other, false);
  if (!found) found = look(other, one, true);
  if (!found) found = lengths;
  if (!found) found = derived;
  if (!found) return std::nullopt;
  return describe(one, other, p, *found);
}

std::string tally_cell_name(std::size_t cell, const Parameters& p) {
  const TallyLayout layout(p);
  for (int t = 0; t < tally_count; ++t) {
    const auto tally = static_cast<Tally>(t);
    if (cell < layout.first(tally) || cell >= layout.first(tally) + layout.size(tally)) continue;
    const auto& row = tally_table()[static_cast<std::size_t>(t)];
    std::size_t left = cell - layout.first(tally);
    std::string name;
    auto inner_first = row.dims;
    std::reverse(inner_first.begin(), inner_first.end());
    for (const Dim dim : inner_first) {
      if (dim == Dim::None) continue;
      const auto labels = dim_labels(dim, p);
      name = ", " + label(labels, left % labels.size()) + name;
      left /= labels.size();
    }
    return std::string(row.name) + name;
  }
  return "tally " + std::to_string(cell);
}

}  // namespace skillscale::models
