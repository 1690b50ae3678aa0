// The effective document bound to the parameter table: concrete paths with numbers in canonical
// units.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/document.h"
#include "scenarios/language.h"
#include "scenarios/run_settings.h"

namespace skillscale::scenarios {

/// One parameter of this scenario with all that is known about it; also for parameters left at
/// their standard value.
struct ParameterValue {
  std::string path;  ///< concrete: "origins.PHL.nursing.stock"
  const models::ParameterDecl* decl = nullptr;
  models::Index index;
  double value = 0, low = 0,
         high = 0;           ///< canonical unit; low = high = value where no range is known
  std::vector<double> list;  ///< for List and References
  std::string text;          ///< for Text; for Choice, Reference and Month the word given
  std::string source, confidence, note;
  int year = 0;  ///< year of the source; 0 if not given
  bool is_default = true;
  bool has_unit = false;  ///< the document states a unit with the value
  Place place;            ///< empty for standard values
};

struct Bound {
  std::array<std::vector<std::string>, models::axis_count> names;  ///< per axis the scenario names
  std::vector<std::pair<std::string, double>> numbers;             ///< values the document gives
  std::vector<std::pair<std::string, std::vector<double>>> lists;
  std::vector<std::pair<std::string, std::string>> texts;
  std::vector<ParameterValue> values;  ///< every parameter that exists, in table order
};

/// Binds every section of `root` except the run sections. A scenario-named axis below another one
/// (the occupation in "origins.{origin}.{occupation}") exists only where the document has the key;
/// all other combinations exist.
Bound bind(const Node& root, const Language& language, const RunSettings& run, Faults& faults);

}  // namespace skillscale::scenarios
