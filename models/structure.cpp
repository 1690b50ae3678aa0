#include "models/structure.h"

#include <algorithm>

#include "sim/number_text.h"

namespace skillscale::models {
namespace {

/// Parameters that only the start of a world reads, and that later states rely on.
constexpr std::array<std::string_view, 20> structural{
    "pool.multiplicity",
    "migration.heterogeneity",
    "origins.{origin}.{occupation}.stock",
    "origins.{origin}.{occupation}.school_leavers",
    "employers.{sector}.occupation",
    "employers.{sector}.establishments",
    "employers.{sector}.headcount",
    "employers.{sector}.establishment_share.{size_class}",
    "employers.{sector}.headcount_share.{size_class}",
    "lands.{land}.share",
    "adoption.degree",
    "adoption.rewire",
    "partnerships.{partnership}.type",
    "partnerships.{partnership}.origin",
    "partnerships.{partnership}.occupation",
    "partnerships.{partnership}.centre",
    "partnerships.{partnership}.sectors",
    "partnerships.{partnership}.start",
    "partnerships.{partnership}.trust",
    "partnerships.{partnership}.experience"};

/// Parameters that only the start of a world reads, and that later states have left behind.
constexpr std::array<std::string_view, 13> start_only{
    "authorities.recognition.{occupation}.backlog",
    "authorities.visa.{origin}.backlog",
    "centres.{centre}.quality",
    "employers.{sector}.adopted_share.{size_class}",
    "employers.{sector}.aware_share",
    "migration.intention_start",
    "occupations.{occupation}.job_seekers",
    "occupations.{occupation}.vacancies",
    "origins.{origin}.{occupation}.open_posts",
    "partnerships.{partnership}.funding_end",
    "partnerships.{partnership}.member_share",
    "partnerships.{partnership}.preparing",
    "stages.{stage}.initial"};

bool is_structural(const Address& address) {
  return std::find(structural.begin(), structural.end(), address.decl->path) != structural.end();
}

bool is_start_only(const Address& address) {
  return std::find(start_only.begin(), start_only.end(), address.decl->path) != start_only.end();
}

/// A condition of a lever acts; other texts are for people.
bool acts(const Address& address) {
  return address.decl->text == nullptr || address.decl->path.ends_with(".when");
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? "none" : text;
}

std::string value_text(const Address& address, const Parameters& parameters) {
  auto& p = const_cast<Parameters&>(parameters);
  const auto& decl = *address.decl;
  if (decl.number != nullptr) return sim::number_text(*decl.number(p, address.index));
  if (decl.text != nullptr) return *decl.text(p, address.index);
  std::vector<std::string> items;
  for (const double item : *decl.list(p, address.index)) items.push_back(sim::number_text(item));
  return joined(items);
}

bool is_present(const Address& address, const Parameters& p) {
  const int origin = address.index[Axis::Origin], occupation = address.index[Axis::Occupation];
  if (origin < 0 || occupation < 0) return true;
  return p.origins[static_cast<std::size_t>(origin)]
      .occupation[static_cast<std::size_t>(occupation)]
      .present;
}

std::optional<Difference> names_difference(const Parameters& one, const Parameters& other,
                                           bool with_levers) {
  for (int a = 0; a < axis_count; ++a) {
    const auto axis = static_cast<std::size_t>(a);
    if (static_cast<Axis>(a) == Axis::Lever && !with_levers) continue;
    if (one.names[axis] == other.names[axis]) continue;
    return Difference{"the set of " + std::string(axis_word(static_cast<Axis>(a))) + "s",
                      joined(one.names[axis]), joined(other.names[axis])};
  }
  return std::nullopt;
}

std::optional<Difference> difference_at(const Address& address, const Parameters& one,
                                        const Parameters& other) {
  const bool here = is_present(address, one), there = is_present(address, other);
  if (!here && !there) return std::nullopt;
  const std::string first = here ? value_text(address, one) : "nothing",
                    second = there ? value_text(address, other) : "nothing";
  if (first == second) return std::nullopt;
  return Difference{path_of(address, one), first, second};
}

template <class Counts>
std::optional<Difference> first_difference(const Parameters& one, const Parameters& other,
                                           Counts counts) {
  for (const auto& address : all_addresses(one)) {
    if (!counts(address)) continue;
    if (auto difference = difference_at(address, one, other)) return difference;
  }
  return std::nullopt;
}

/// Whether two levers, each among its own, say the same.
bool is_same_lever(const Parameters& one, int at, const Parameters& other, int there) {
  const auto addresses = all_addresses(one);
  return std::all_of(addresses.begin(), addresses.end(), [&](const Address& address) {
    if (address.index[Axis::Lever] != at) return true;
    Address match = address;
    match.index[Axis::Lever] = there;
    return value_text(address, one) == value_text(match, other);
  });
}

bool is_within(const ParameterDecl& decl, double value, double low, double high) {
  // False for what is not a number.
  if (!(value >= low && value <= high)) return false;
  return decl.kind == ValueKind::Real ||
         value == static_cast<double>(static_cast<std::int64_t>(value));
}

/// Entries of the list that a value is a position in; none for a plain number.
std::optional<std::size_t> positions_of(const ParameterDecl& decl, const Parameters& p) {
  if (decl.kind == ValueKind::Reference || decl.kind == ValueKind::References) {
    const auto fixed = fixed_names(decl.axis);
    return fixed.empty() ? p.names[static_cast<std::size_t>(decl.axis)].size() : fixed.size();
  }
  if (decl.kind == ValueKind::Switch) return 2;
  if (decl.kind != ValueKind::List && decl.kind != ValueKind::Choice) return std::nullopt;
  return static_cast<std::size_t>(std::count(decl.choices.begin(), decl.choices.end(), ' ')) + 1;
}

bool is_sound(const Address& address, Parameters& p) {
  const auto& decl = *address.decl;
  const auto positions = positions_of(decl, p);
  if (decl.list != nullptr) {
    const auto& items = *decl.list(p, address.index);
    const double last = static_cast<double>(positions.value_or(0)) - 1;
    return std::all_of(items.begin(), items.end(),
                       [&](double item) { return is_within(decl, item, 0, last); });
  }
  if (decl.number == nullptr) return true;
  const double high = positions ? std::max(decl.allowed_low, static_cast<double>(*positions) - 1)
                                : decl.allowed_high;
  return is_within(decl, *decl.number(p, address.index), decl.allowed_low, high);
}

}  // namespace

std::optional<Difference> structure_difference(const Parameters& one, const Parameters& other) {
  if (auto names = names_difference(one, other, false)) return names;
  return first_difference(one, other, is_structural);
}

std::vector<Difference> start_differences(const Parameters& one, const Parameters& other) {
  std::vector<Difference> all;
  for (const auto& address : all_addresses(one)) {
    if (!is_start_only(address)) continue;
    if (auto difference = difference_at(address, one, other)) all.push_back(*difference);
  }
  return all;
}

std::vector<std::size_t> new_levers(const Parameters& past, const Parameters& future) {
  const auto& names = past.names[static_cast<std::size_t>(Axis::Lever)];
  const auto& own = future.names[static_cast<std::size_t>(Axis::Lever)];
  std::vector<std::size_t> all;
  for (std::size_t at = 0; at < own.size(); ++at) {
    const auto found = std::find(names.begin(), names.end(), own[at]);
    if (found == names.end() ||
        !is_same_lever(future, static_cast<int>(at), past, static_cast<int>(found - names.begin())))
      all.push_back(at);
  }
  return all;
}

std::string value_problem(const Parameters& parameters) {
  Parameters p = parameters;
  for (const auto& address : all_addresses(p)) {
    if (is_present(address, p) && !is_sound(address, p))
      return path_of(address, p) + " is " + value_text(address, p);
  }
  return "";
}

std::optional<Difference> value_difference(const Parameters& one, const Parameters& other) {
  if (auto names = names_difference(one, other, true)) return names;
  return first_difference(one, other, acts);
}

}  // namespace skillscale::models
