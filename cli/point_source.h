// Where the commands of analysis take their points from, and which outcomes and years they look at.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiments/analysis/methods.h"

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace skillscale::cli {

struct PointOptions {
  std::filesystem::path source;
  std::vector<std::string> factors;  ///< columns of a table of commas that were varied
};

/// Declares the argument and --factors.
void add_point_options(CLI::App& command, PointOptions& options);

/// The points of a sweep or of a table of commas.
///
/// @throws sim::InputError    naming what is missing or wrong
/// @throws sim::StorageError  if a sweep's folder cannot be read
experiments::analysis::PointTable read_points(const PointOptions& options);

/// Position of an outcome by its name.
/// @throws sim::InputError  naming the nearest one
std::size_t outcome_of(const experiments::analysis::PointTable& table, const std::string& name);
/// Position of a factor by its name, likewise.
std::size_t factor_of(const experiments::analysis::PointTable& table, const std::string& name);

/// Position of a year; the last for an empty text.
/// @throws sim::InputError  if the table has no such year
std::size_t year_of(const experiments::analysis::PointTable& table, const std::string& year);

/// " in 2035"; empty for an outcome without years.
std::string in_year(const experiments::analysis::PointTable& table, std::size_t outcome,
                    std::size_t year);

/// " [persons]"; empty for the unit 1 or none.
std::string in_unit(const std::string& unit);

/// Writes a text to a file.
/// @throws sim::StorageError  if that cannot be done
void write_text(const std::filesystem::path& file, const std::string& text);

/// Three or four digits that mean something: "0.042", "1.30", "1 234", "-12.5".
std::string in_short(double value);

}  // namespace skillscale::cli
