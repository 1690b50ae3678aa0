// Small worlds without a scenario file: paths and values go straight to the parameter table.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "models/world.h"

namespace skillscale::models {

/// What a test gives a world. All sub-models are off until a test switches them on.
class Given {
 public:
  /// Origins PHL and TUN, occupations nursing and electrics, one sector for each, no lever.
  Given();

  Given& names(Axis axis, std::initializer_list<std::string> words);
  Given& set(const std::string& path, double value);
  Given& list(const std::string& path, std::vector<double> items);
  Given& text(const std::string& path, const std::string& words);
  Given& on(std::initializer_list<std::string_view> switches);
  /// Adds a lever of the table by its name.
  Given& lever(const std::string& key, std::string_view name, double strength);

  Parameters parameters(int months = 24) const { return build_parameters(values, months); }
  World world(int months = 24, std::uint32_t replicate = 0) const;

  ParameterValues values;
};

/// Position of a lever in the table; the table's end when there is none.
std::size_t lever_position(std::string_view name);

/// Value at a concrete path.
double value_at(Parameters& parameters, const std::string& path);

/// All scalar parameters by path, in table order.
std::vector<std::pair<std::string, double>> all_numbers(Parameters& parameters);

/// Sum of a tally over all its cells, as of the month just over.
std::int64_t total(const World& world, Tally tally);

}  // namespace skillscale::models
