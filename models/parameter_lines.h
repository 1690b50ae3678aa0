// Parameter values as plain lines, for programs that have no YAML: the page hands a scenario to the
// model in this form.
//
//   months 252
//   names origin PHL TUN
//   number origins.PHL.nursing.stock 537800
//   list partnership_types.alone.route 1 3 4 5
//   text levers.more_staff.when backlog(visa.PHL) > 6 months
//
// Only values that differ from the table's standard need to stand there. Numbers are the shortest
// that read back exactly.
#pragma once

#include <string>
#include <string_view>

#include "models/parameters.h"

namespace skillscale::models {

struct ParameterLines {
  int months = 1;
  ParameterValues values;
};

std::string to_lines(const ParameterLines& parameters);

/// Reads what to_lines wrote.
/// @throws sim::InputError  naming the first line that cannot be read
ParameterLines from_lines(std::string_view text);

}  // namespace skillscale::models
