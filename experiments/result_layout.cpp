#include "experiments/result_layout.h"

#include <algorithm>
#include <array>

#include "experiments/parameters_csv.h"
#include "sim/error.h"
#include "version.h"

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

Recording recording_for(const scenarios::Scenario& scenario) {
  const auto& wanted = scenario.run.outputs.variables;
  Recording recording;
  recording.every = scenario.run.outputs.every;
  for (std::size_t i = 0; i < indicator_count(); ++i) {
    const bool asked = wanted.empty() ||
                       std::find(wanted.begin(), wanted.end(), indicator_name(i)) != wanted.end();
    if (asked) recording.indicators.push_back(i);
  }
  return recording;
}

output::Layout make_layout(const scenarios::Scenario& scenario, const RunOptions& options,
                           const WorldSet& worlds, const Recording& recording) {
  if (recording.every > options.months) {
    sim::fail_input(
        "outputs.every is " + std::to_string(recording.every) + "\n  allowed: 1 to " +
        std::to_string(options.months) +
        " months, the length of the run\n  next: lower outputs.every, or lengthen horizon.months");
  }
  output::Layout layout;
  layout.title = scenario.run.name;
  layout.scenario_name = scenario.run.name;
  layout.program_version = version();
  layout.git_id = git_id();
  layout.random_scheme = "threefry2x64-20/1";
  const int first_stored = scenario.run.start.month - 1 + recording.every - 1;
  layout.start_year = scenario.run.start.year + first_stored / 12;
  layout.start_month = first_stored % 12 + 1;
  layout.months = options.months / recording.every;
  layout.month_step = recording.every;
  layout.draws = std::max(1, scenario.run.ensemble.draws);
  layout.replicates = options.replicates;
  layout.seed = options.seed;
  layout.worlds = worlds.names;
  layout.quantiles = scenario.run.ensemble.quantiles;
  add_axes(layout, *worlds.parameters.front());
  if (worlds.names.size() > 1) {
    layout.axes.push_back({against_axis,
                           "Reference of the comparison",
                           {worlds.names.begin() + 1, worlds.names.end()}});
  }
  for (const auto indicator : recording.indicators)
    layout.variables.push_back(monthly_variable(indicator));
  for (const auto& row : models::headline_table()) {
    if (row.kind != models::HeadlineKind::Pair || worlds.names.size() > 1)
      layout.variables.push_back(headline_variable(row));
  }
  layout.scenario_digest = scenario.digest;
  layout.extra_attributes["description"] = scenario.run.description;
  layout.extra_attributes["pool_multiplicity"] =
      std::to_string(static_cast<long long>(worlds.parameters.front()->pool_multiplicity));
  if (!options.branched_from.empty())
    layout.extra_attributes[output::branched_from] = options.branched_from;
  layout.provenance.effective_yaml = scenario.effective_yaml;
  for (const auto& file : scenario.files)
    layout.provenance.sources.emplace_back(file.name, file.text);
  layout.provenance.parameter_table_csv = parameters_csv(scenario, options.sources_csv);
  layout.provenance.command_line = options.command_line;
  return layout;
}

}  // namespace skillscale::experiments
