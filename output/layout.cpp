#include "output/layout.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "sim/error.h"

namespace skillscale::output {
namespace {

[[noreturn]] void refuse(const std::string& fault) {
  throw sim::BugError("result layout: " + fault);
}

bool is_identifier(const std::string& name) {
  const auto is_word = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; };
  return !name.empty() && std::isalpha(static_cast<unsigned char>(name.front())) != 0 &&
         std::all_of(name.begin(), name.end(), is_word);
}

void claim(std::set<std::string>& taken, const std::string& name) {
  if (!is_identifier(name)) refuse("'" + name + "' is not a letter followed by letters, digits, _");
  if (!taken.insert(name).second) refuse("the name '" + name + "' is used twice");
}

const Axis& axis_of(const Layout& layout, const std::string& name) {
  const auto found = std::find_if(layout.axes.begin(), layout.axes.end(),
                                  [&](const Axis& axis) { return axis.name == name; });
  if (found == layout.axes.end()) refuse("there is no axis '" + name + "'");
  return *found;
}

void check_numbers(const Layout& layout) {
  if (layout.month_step < 1) refuse("month_step must be at least 1");
  if (layout.months < 1 || layout.draws < 1 || layout.replicates < 1) {
    refuse("months, draws and replicates must be at least 1");
  }
  if (layout.start_month < 1 || layout.start_month > 12) refuse("start_month must be 1 to 12");
  if (layout.start_year < 1583) refuse("start_year must be 1583 or later");
  if (layout.worlds.empty()) refuse("there is no world");
  for (const double quantile : layout.quantiles) {
    if (!(quantile >= 0.0 && quantile <= 1.0)) refuse("a quantile lies outside [0, 1]");
  }
  if (!std::is_sorted(layout.quantiles.begin(), layout.quantiles.end())) {
    refuse("quantiles must ascend");
  }
}

void check_variable(const Layout& layout, const Variable& variable, std::set<std::string>& taken) {
  for (const char* suffix :
       {"", "_quantile", "_difference", "_difference_quantile", "_reference_quantile"}) {
    claim(taken, variable.name + suffix);
  }
  if (variable.units.empty() || variable.long_name.empty() || variable.description.empty()) {
    refuse("'" + variable.name + "' needs units, a long_name and a description");
  }
  std::set<std::string> own;
  for (const auto& axis : variable.axes) {
    axis_of(layout, axis);
    if (!own.insert(axis).second) refuse("'" + variable.name + "' has the axis " + axis + " twice");
  }
}

}  // namespace

bool has_difference(const Layout& layout, const Variable& variable) {
  return layout.worlds.size() > 1 && variable.compared;
}

std::size_t cell_count(const Layout& layout, const Variable& variable) {
  std::size_t cells = 1;
  for (const auto& axis : variable.axes) cells *= axis_of(layout, axis).labels.size();
  return cells;
}

std::size_t value_count(const Layout& layout, const Variable& variable) {
  const std::size_t months = variable.monthly ? static_cast<std::size_t>(layout.months) : 1;
  return months * cell_count(layout, variable);
}

void check_layout(const Layout& layout) {
  check_numbers(layout);
  std::set<std::string> taken{"draw",     "replicate", "month",  "month_label", "reference",
                              "quantile", "world",     "digest", "provenance",  "graph"};
  for (const auto& axis : layout.axes) claim(taken, axis.name);
  for (const auto& variable : layout.variables) check_variable(layout, variable, taken);
}

}  // namespace skillscale::output
