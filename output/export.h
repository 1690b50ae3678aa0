// Result variables as text for spreadsheets and other programs. Both write piece by piece.
#pragma once

#include <ostream>
#include <span>
#include <string>

#include "output/result_file.h"

namespace skillscale::output {

/// Long format: one line per value, with the columns `variable`, every dimension any of the
/// variables has, `value`. A column is empty where a variable lacks the dimension; months are
/// YYYY-MM; NaN is an empty value. Fields are quoted as in RFC 4180, lines end in a newline.
///
/// @param variables  names in the file; empty means all indicators without their derived forms
/// @throws InputError    if the file has no such variable
/// @throws StorageError  if the file is damaged or the stream fails
void export_csv(const ResultReader& reader, std::span<const std::string> variables,
                std::ostream& out);

/// One object {"title", "scenario", "digest", "variables": [{"name", "units", "long_name",
/// "description", "dimensions", "coordinates": {dimension: [labels]}, "values": [flat, last
/// dimension fastest]}]}; NaN is null.
///
/// Parameters and errors as export_csv.
void export_json(const ResultReader& reader, std::span<const std::string> variables,
                 std::ostream& out);

}  // namespace skillscale::output
