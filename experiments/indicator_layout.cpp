#include "experiments/indicator_layout.h"

#include <algorithm>
#include <array>

namespace skillscale::experiments {
namespace {

using models::Dim;

std::vector<std::string> axes_of(const std::array<Dim, 4>& dims) {
  std::vector<std::string> axes;
  for (const Dim dim : dims) {
    if (dim != Dim::None) axes.emplace_back(models::dim_word(dim));
  }
  return axes;
}

std::string title_of(std::string_view name) {
  std::string title(name);
  std::replace(title.begin(), title.end(), '_', ' ');
  if (!title.empty())
    title.front() = static_cast<char>(
        title.front() >= 'a' && title.front() <= 'z' ? title.front() - 32 : title.front());
  return title;
}

output::Variable monthly_variable(std::size_t indicator) {
  output::Variable v;
  v.name = indicator_name(indicator);
  v.long_name = title_of(v.name);
  if (indicator < models::tally_count) {
    const auto& row = models::tally_table()[indicator];
    v.units = row.unit;
    v.description = row.meaning;
    v.axes = axes_of(row.dims);
    v.storage = row.scale == 1 ? output::Storage::Whole : output::Storage::Real;
  } else {
    const auto& row = models::derived_table()[indicator - models::tally_count];
    v.units = row.unit;
    v.description = row.meaning;
    v.axes = axes_of(row.dims);
  }
  return v;
}

output::Variable headline_variable(const models::HeadlineRow& row) {
  output::Variable v;
  v.name = row.name;
  v.units = row.unit;
  v.long_name = row.long_name;
  v.description = row.meaning;
  v.monthly = false;
  if (row.kind == models::HeadlineKind::Pair) v.axes = {against_axis};
  v.compared = row.kind == models::HeadlineKind::World;
  return v;
}

void add_axes(output::Layout& layout, const models::Parameters& p) {
  for (int d = 1; d < models::dim_count; ++d) {
    const auto dim = static_cast<Dim>(d);
    const std::string name(models::dim_word(dim));
    layout.axes.push_back({name, title_of(name), models::dim_labels(dim, p)});
  }
}

}  // namespace

std::size_t indicator_count() {
  return static_cast<std::size_t>(models::tally_count) + models::derived_table().size();
}

std::string_view indicator_name(std::size_t indicator) {
  if (indicator < models::tally_count) return models::tally_table()[indicator].name;
  return models::derived_table()[indicator - models::tally_count].name;
}

void describe_indicators(output::Layout& layout, const models::Parameters& parameters,
                         const Recording& recording) {
  add_axes(layout, parameters);
  if (layout.worlds.size() > 1) {
    layout.axes.push_back({against_axis,
                           "Reference of the comparison",
                           {layout.worlds.begin() + 1, layout.worlds.end()}});
  }
  for (const auto indicator : recording.indicators)
    layout.variables.push_back(monthly_variable(indicator));
  for (const auto& row : models::headline_table()) {
    if (row.kind != models::HeadlineKind::Pair || layout.worlds.size() > 1)
      layout.variables.push_back(headline_variable(row));
  }
}

}  // namespace skillscale::experiments
