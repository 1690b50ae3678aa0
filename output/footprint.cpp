#include "output/footprint.h"

#include <algorithm>

#include "output/series.h"
#include "output/summaries.h"

namespace skillscale::output {
namespace {

constexpr std::int64_t number_bytes = 8;
// What the library keeps about a dataset (scales, attributes) and about each of its chunks.
constexpr std::int64_t dataset_bytes = 6000, chunk_bytes = 100;
// The library itself with its tables.
constexpr std::int64_t library_memory = std::int64_t{16} << 20;

struct Sizes {
  std::int64_t values, chunks;
};

std::int64_t axis_length(const Layout& layout, const std::string& dimension) {
  if (dimension == "draw") return layout.draws;
  if (dimension == "replicate") return layout.replicates;
  if (dimension == "month") return layout.months;
  if (dimension == "quantile") return static_cast<std::int64_t>(layout.quantiles.size());
  if (dimension == "reference") return static_cast<std::int64_t>(layout.worlds.size()) - 1;
  for (const auto& axis : layout.axes) {
    if (axis.name == dimension) return static_cast<std::int64_t>(axis.labels.size());
  }
  return 0;
}

/// A chunk is stored whole even where it reaches beyond its dimension.
Sizes sizes_of(const Layout& layout, const NumberSpec& spec) {
  Sizes sizes{1, 1};
  for (std::size_t i = 0; i < spec.dimensions.size(); ++i) {
    const auto length = axis_length(layout, spec.dimensions[i]);
    const auto chunk = std::clamp<std::int64_t>(static_cast<std::int64_t>(spec.chunk[i]), 1,
                                                std::max<std::int64_t>(1, length));
    const auto chunks = (length + chunk - 1) / chunk;
    sizes.chunks *= chunks;
    sizes.values *= chunks * chunk;
  }
  return sizes;
}

std::vector<Form> forms_of(const Layout& layout, const Variable& variable) {
  std::vector<Form> forms{Form::Values, Form::Quantile};
  if (has_difference(layout, variable)) {
    forms.insert(forms.end(),
                 {Form::Difference, Form::DifferenceQuantile, Form::ReferenceQuantile});
  }
  return forms;
}

std::int64_t text_bytes(const Provenance& provenance) {
  std::size_t bytes = provenance.effective_yaml.size() + provenance.parameter_table_csv.size() +
                      provenance.command_line.size();
  for (const auto& [name, text] : provenance.sources) bytes += name.size() + text.size();
  return static_cast<std::int64_t>(bytes);
}

}  // namespace

FileFootprint footprint_of(const Layout& layout) {
  FileFootprint all;
  const auto members = static_cast<std::int64_t>(layout.draws) * layout.replicates;
  const auto worlds = static_cast<std::int64_t>(layout.worlds.size());
  std::int64_t summary = 0;
  all.file_at_most = text_bytes(layout.provenance);
  all.memory = library_memory;
  for (const auto& variable : layout.variables) {
    all.scratch +=
        number_bytes * worlds * members * static_cast<std::int64_t>(value_count(layout, variable));
    summary = std::max(summary, static_cast<std::int64_t>(summary_bytes(layout, variable)));
    for (const Form form : forms_of(layout, variable)) {
      const auto sizes = sizes_of(layout, series_spec(layout, variable, form));
      all.file_at_most += dataset_bytes + sizes.chunks * chunk_bytes + sizes.values * number_bytes;
      all.memory += dataset_bytes + sizes.chunks * chunk_bytes;
    }
  }
  all.memory += summary;
  return all;
}

}  // namespace skillscale::output
