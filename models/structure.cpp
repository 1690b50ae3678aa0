#include "models/structure.h"

#include <algorithm>

#include "sim/number_text.h"

namespace skillscale::models {
namespace {

/// Parameters that only the start of a world reads, and that later states rely on.
constexpr std::array<std::string_view, 21> structural{
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
    "partnerships.{partnership}.experience",
    "centres.{centre}.origin"};

bool is_structural(const Address& address) {
  return std::find(structural.begin(), structural.end(), address.decl->path) != structural.end();
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

template <class Counts>
std::optional<Difference> first_difference(const Parameters& one, const Parameters& other,
                                           Counts counts) {
  for (const auto& address : all_addresses(one)) {
    if (!counts(address)) continue;
    const bool here = is_present(address, one), there = is_present(address, other);
    if (!here && !there) continue;
    const std::string first = here ? value_text(address, one) : "nothing",
                      second = there ? value_text(address, other) : "nothing";
    if (first != second) return Difference{path_of(address, one), first, second};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Difference> structure_difference(const Parameters& one, const Parameters& other) {
  if (auto names = names_difference(one, other, false)) return names;
  return first_difference(one, other, is_structural);
}

std::optional<Difference> value_difference(const Parameters& one, const Parameters& other) {
  if (auto names = names_difference(one, other, true)) return names;
  return first_difference(one, other, acts);
}

}  // namespace skillscale::models
