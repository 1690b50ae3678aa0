// Every concrete parameter that exists in a document: rows of the table times the names on their
// axes.
#pragma once

#include <functional>
#include <string>

#include "scenarios/axis_names.h"

namespace skillscale::scenarios {

using AddressVisitor = std::function<void(const models::ParameterDecl& row, const std::string& path,
                                          const models::Index& index)>;

/// Visits in table order, the last axis running fastest. An axis named by the scenario that stands
/// below another such axis exists only where `root` has the key.
void for_each_address(const Node& root, const Language& language, const AxisNames& names,
                      const AddressVisitor& visit);

}  // namespace skillscale::scenarios
