#include "models/parameters.h"

#include <unordered_map>

#include "sim/error.h"

namespace skillscale::models {
namespace {

/// Axes in the order of their braces in a pattern.
std::vector<Axis> axes_of(std::string_view pattern) {
  std::vector<Axis> axes;
  for (std::size_t open = pattern.find('{'); open != pattern.npos;
       open = pattern.find('{', open + 1)) {
    const auto word = pattern.substr(open + 1, pattern.find('}', open) - open - 1);
    for (int a = 0; a < axis_count; ++a) {
      if (axis_word(static_cast<Axis>(a)) == word) axes.push_back(static_cast<Axis>(a));
    }
  }
  return axes;
}

std::string_view name_on(Axis axis, int position, const Parameters& p) {
  const auto fixed = fixed_names(axis);
  if (!fixed.empty()) return fixed[static_cast<std::size_t>(position)];
  return p.names[static_cast<std::size_t>(axis)][static_cast<std::size_t>(position)];
}

int size_of(Axis axis, const Parameters& p) {
  const auto fixed = fixed_names(axis);
  return static_cast<int>(fixed.empty() ? p.names[static_cast<std::size_t>(axis)].size()
                                        : fixed.size());
}

void expand(const ParameterDecl& decl, std::span<const Axis> axes, Index index, const Parameters& p,
            std::vector<Address>& out) {
  if (axes.empty()) {
    out.push_back({&decl, index});
    return;
  }
  for (int position = 0; position < size_of(axes.front(), p); ++position) {
    index[axes.front()] = position;
    expand(decl, axes.subspan(1), index, p, out);
  }
}

bool is_pair(const Address& a) { return a.decl->path.starts_with("origins.{origin}.{occupation}"); }

void resize(Parameters& p) {
  auto count = [&](Axis axis) { return p.names[static_cast<std::size_t>(axis)].size(); };
  p.origins.resize(count(Axis::Origin));
  for (auto& origin : p.origins) origin.occupation.resize(count(Axis::Occupation));
  p.occupations.resize(count(Axis::Occupation));
  p.sectors.resize(count(Axis::Sector));
  p.centres.resize(count(Axis::Centre));
  p.partnerships.resize(count(Axis::Partnership));
  p.levers.resize(count(Axis::Lever));
  p.actors.resize(count(Axis::Actor));
}

}  // namespace

std::vector<Address> all_addresses(const Parameters& p) {
  std::vector<Address> all;
  for (const auto& decl : parameter_table()) expand(decl, axes_of(decl.path), Index{}, p, all);
  return all;
}

std::string path_of(const Address& address, const Parameters& p) {
  std::string path;
  std::string_view rest = address.decl->path;
  for (Axis axis : axes_of(address.decl->path)) {
    const auto open = rest.find('{');
    path += rest.substr(0, open);
    path += name_on(axis, address.index[axis], p);
    rest = rest.substr(rest.find('}') + 1);
  }
  return path.append(rest);
}

Parameters build_parameters(const ParameterValues& values, int months) {
  Parameters p{};
  p.names = values.names;
  p.months = months;
  resize(p);
  std::unordered_map<std::string, Address> known;
  for (const auto& address : all_addresses(p)) {
    if (address.decl->number) *address.decl->number(p, address.index) = address.decl->standard;
    known.emplace(path_of(address, p), address);
  }
  auto find = [&](const std::string& path) -> const Address& {
    const auto found = known.find(path);
    if (found == known.end()) sim::fail_input("no parameter is called " + path);
    return found->second;
  };
  for (const auto& [path, value] : values.numbers) {
    const auto& address = find(path);
    if (address.decl->number == nullptr) sim::fail_input(path + " does not take a number");
    *address.decl->number(p, address.index) = value;
    if (is_pair(address)) {
      p.origins[static_cast<std::size_t>(address.index[Axis::Origin])]
          .occupation[static_cast<std::size_t>(address.index[Axis::Occupation])]
          .present = true;
    }
  }
  for (const auto& [path, value] : values.lists) {
    const auto& address = find(path);
    if (address.decl->list == nullptr) sim::fail_input(path + " does not take a list");
    *address.decl->list(p, address.index) = value;
  }
  for (const auto& [path, value] : values.texts) {
    const auto& address = find(path);
    if (address.decl->text == nullptr) sim::fail_input(path + " does not take a text");
    *address.decl->text(p, address.index) = value;
  }
  return p;
}

}  // namespace skillscale::models
