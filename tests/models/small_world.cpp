#include "tests/models/small_world.h"

#include <algorithm>
#include <stdexcept>

namespace skillscale::models {

Given::Given() {
  names(Axis::Origin, {"PHL", "TUN"}).names(Axis::Occupation, {"nursing", "electrics"});
  names(Axis::Sector, {"hospitals", "workshops"});
  for (const auto& decl : parameter_table()) {
    if (decl.path.starts_with("switches.")) set(std::string(decl.path), 0);
  }
  for (const std::string pair : {"PHL.nursing", "TUN.nursing", "TUN.electrics"})
    set("origins." + pair + ".stock", 0);
  set("employers.workshops.occupation", 1);
  for (const std::string sector : {"hospitals", "workshops"})
    set("employers." + sector + ".establishments", 100);
}

Given& Given::names(Axis axis, std::initializer_list<std::string> words) {
  values.names[static_cast<std::size_t>(axis)] = words;
  return *this;
}

Given& Given::set(const std::string& path, double value) {
  values.numbers.emplace_back(path, value);
  return *this;
}

Given& Given::list(const std::string& path, std::vector<double> items) {
  values.lists.emplace_back(path, std::move(items));
  return *this;
}

Given& Given::text(const std::string& path, const std::string& words) {
  values.texts.emplace_back(path, words);
  return *this;
}

Given& Given::on(std::initializer_list<std::string_view> switches) {
  for (const auto name : switches) set("switches." + std::string(name), 1);
  return *this;
}

Given& Given::lever(const std::string& key, std::string_view name, double strength) {
  values.names[static_cast<std::size_t>(Axis::Lever)].push_back(key);
  set("levers." + key + ".lever", static_cast<double>(lever_position(name)));
  return set("levers." + key + ".strength", strength);
}

World Given::world(int months, std::uint32_t replicate) const {
  constexpr std::uint64_t seed = 20240101;
  const auto built = std::make_shared<const Parameters>(parameters(months));
  return World(built, std::make_shared<const ReplicateSetup>(*built, seed, replicate, 0U));
}

std::size_t lever_position(std::string_view name) {
  const auto found = std::find_if(lever_table.begin(), lever_table.end(),
                                  [&](const LeverRow& row) { return row.name == name; });
  return static_cast<std::size_t>(found - lever_table.begin());
}

double value_at(Parameters& parameters, const std::string& path) {
  for (const auto& address : all_addresses(parameters)) {
    if (address.decl->number != nullptr && path_of(address, parameters) == path)
      return *address.decl->number(parameters, address.index);
  }
  throw std::out_of_range(path);
}

std::vector<std::pair<std::string, double>> all_numbers(Parameters& parameters) {
  std::vector<std::pair<std::string, double>> numbers;
  for (const auto& address : all_addresses(parameters)) {
    if (address.decl->number != nullptr)
      numbers.emplace_back(path_of(address, parameters),
                           *address.decl->number(parameters, address.index));
  }
  return numbers;
}

std::int64_t total(const World& world, Tally tally) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < world.layout.size(tally); ++i)
    sum += world.tally.cells()[world.layout.first(tally) + i];
  return sum;
}

}  // namespace skillscale::models
