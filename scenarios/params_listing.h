// The parameter table as a listing for people and programs.
#pragma once

#include <string>
#include <vector>

#include "scenarios/language.h"

namespace skillscale::scenarios {

/// Rows of the table, or only those that lack something: "source", "unit", "range" or "meaning".
/// @throws sim::InputError for another word
std::vector<const models::ParameterDecl*> select_rows(const Language& language,
                                                      std::string_view missing = {});

/// A block of lines per parameter. Empty for no rows.
std::string params_text(const std::vector<const models::ParameterDecl*>& rows);
/// One line per parameter after a header line; RFC 4180 quotes.
std::string params_csv(const std::vector<const models::ParameterDecl*>& rows);
/// An array of objects.
std::string params_json(const std::vector<const models::ParameterDecl*>& rows);

}  // namespace skillscale::scenarios
