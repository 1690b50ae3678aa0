// The parameter table of a result file, row by row.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace skillscale::report {

/// One line of the table: column name to text.
using ParameterRow = std::map<std::string, std::string>;

/// Splits a table with a header line, quoted as in RFC 4180; missing fields are empty.
std::vector<ParameterRow> parameter_rows(std::string_view csv);

/// Titles of the published sources that the rows cite, each once, in their order.
std::vector<std::string> cited_titles(const std::vector<ParameterRow>& rows);

}  // namespace skillscale::report
