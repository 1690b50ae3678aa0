// What a result file contains: named variables with named axes, known by descriptor only.
//
// Nothing here knows the model. A layout is filled by whoever runs the worlds, is written by
// ResultWriter and is rebuilt from the file by ResultReader. Plain values, free to copy; no thread
// rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace skillscale::output {

/// Root attribute of a result whose first months are those of another run: which run that was. One
/// of another past is not overwritten.
inline constexpr const char* branched_from = "branched_from";

/// A categorical axis, such as origin with the labels PHL and TUN. Stored as a dimension with a
/// string coordinate.
struct Axis {
  std::string name;                 ///< a letter, then letters, digits or underscores
  std::string long_name;            ///< a phrase for people
  std::vector<std::string> labels;  ///< one per position, UTF-8; may be empty

  bool operator==(const Axis&) const = default;
};

/// How a variable's values are stored: whole numbers as int64, all others as double.
enum class Storage { Whole, Real };

/// One variable: what it means and which axes it has beside draw, replicate and month.
struct Variable {
  std::string name;   ///< a letter, then letters, digits or underscores; unique, also among axes
  std::string units;  ///< UDUNITS text; "1" for numbers without a unit
  std::string long_name;          ///< a phrase for people
  std::string description;        ///< a sentence or more: what is counted, what is left out
  std::vector<std::string> axes;  ///< names of axes of the layout, in storage order, after month
  bool monthly = true;            ///< false: one number (per cell) for a whole world, a headline
  Storage storage = Storage::Real;
  bool compared = true;  ///< false: a difference to the references would mean nothing

  bool operator==(const Variable&) const = default;
};

/// Where the numbers come from, as texts that any netCDF reader shows.
struct Provenance {
  std::string effective_yaml;                                ///< the scenario after `extends`
  std::vector<std::pair<std::string, std::string>> sources;  ///< file name and its text
  std::string parameter_table_csv;  ///< every parameter with unit, value, source
  std::string command_line;

  bool operator==(const Provenance&) const = default;
};

/// Everything about a result file except its numbers.
struct Layout {
  std::string title;
  std::string scenario_name;
  std::string program_version;
  std::string git_id;
  std::string random_scheme;  ///< generator and its version, for example "threefry2x64-20/1"
  int start_year = 2024;      ///< 1582 is the earliest: later than the calendar reform
  int start_month = 1;        ///< 1 to 12
  int months = 0;             ///< length of the month axis, at least 1
  int month_step = 1;         ///< months from one stored month to the next, at least 1
  int draws = 1;              ///< length of the draw axis, at least 1
  int replicates = 1;         ///< length of the replicate axis, at least 1
  std::uint64_t seed = 0;
  std::vector<std::string> worlds;  ///< [0] is the scenario, then its references
  std::vector<double> quantiles;    ///< each in [0, 1], ascending
  std::vector<Axis> axes;
  std::vector<Variable> variables;
  std::string scenario_digest;  ///< identity of the input; a file of another one is not overwritten
  std::map<std::string, std::string> extra_attributes;  ///< further root attributes, as texts
  Provenance provenance;

  bool operator==(const Layout&) const = default;
};

/// Whether x_difference and the quantiles of the references are written beside the variable x.
bool has_difference(const Layout& layout, const Variable& variable);

/// Number of cells of a variable: the product of the lengths of its categorical axes (1 without
/// axes).
///
/// @throws BugError  if the layout has no axis of that name
std::size_t cell_count(const Layout& layout, const Variable& variable);

/// Number of values one (draw, replicate, world) has of a variable: months x cells, or cells for a
/// headline.
std::size_t value_count(const Layout& layout, const Variable& variable);

/// Refuses a layout that no file could hold: names that clash or are no identifiers, unknown axes,
/// empty horizons, quantiles outside [0, 1], no world.
///
/// @throws BugError  naming the first fault
void check_layout(const Layout& layout);

}  // namespace skillscale::output
