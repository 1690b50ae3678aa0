#include "output/series.h"

#include <algorithm>

namespace skillscale::output {
namespace {

struct FormText {
  const char* suffix;
  const char* long_name;  // appended to the indicator's
  const char* role;
  std::vector<std::string> leading;
};

const FormText& text_of(Form form) {
  static const FormText values{"", "", "indicator", {"draw", "replicate"}};
  static const FormText quantile{
      "_quantile", ", quantiles over draws and replicates", "quantile", {"quantile"}};
  static const FormText difference{"_difference",
                                   ", scenario minus reference, paired on draw and replicate",
                                   "difference",
                                   {"reference", "draw", "replicate"}};
  static const FormText difference_quantile{"_difference_quantile",
                                            ", quantiles of the paired differences",
                                            "difference_quantile",
                                            {"reference", "quantile"}};
  static const FormText reference_quantile{"_reference_quantile",
                                           ", quantiles of the reference itself",
                                           "reference_quantile",
                                           {"reference", "quantile"}};
  switch (form) {
    case Form::Quantile:
      return quantile;
    case Form::Difference:
      return difference;
    case Form::DifferenceQuantile:
      return difference_quantile;
    case Form::ReferenceQuantile:
      return reference_quantile;
    default:
      return values;
  }
}

bool is_whole(const Variable& variable, Form form) {
  return variable.storage == Storage::Whole && (form == Form::Values || form == Form::Difference);
}

Attributes attributes_of(const Variable& variable, const FormText& text) {
  Attributes attributes{{"units", variable.units},
                        {"long_name", variable.long_name + text.long_name},
                        {"description", variable.description},
                        {"role", text.role},
                        {"indicator", variable.name}};
  if (variable.monthly) attributes.emplace_back("coordinates", "month_label");
  return attributes;
}

}  // namespace

std::string series_name(const Variable& variable, Form form) {
  return variable.name + text_of(form).suffix;
}

NumberSpec series_spec(const Layout& layout, const Variable& variable, Form form) {
  const FormText& text = text_of(form);
  NumberSpec spec;
  spec.path = series_name(variable, form);
  spec.dimensions = text.leading;
  spec.chunk.assign(text.leading.size(), 1);
  if (variable.monthly) {
    spec.dimensions.emplace_back("month");
    spec.chunk.push_back(12);
  }
  spec.dimensions.insert(spec.dimensions.end(), variable.axes.begin(), variable.axes.end());
  const auto shape = cell_shape(layout, variable);
  const auto cells = shape.begin() + (variable.monthly ? 1 : 0);
  spec.chunk.insert(spec.chunk.end(), cells, shape.end());
  spec.type = is_whole(variable, form) ? NumberType::Int64 : NumberType::Double;
  spec.attributes = attributes_of(variable, text);
  return spec;
}

std::vector<std::size_t> cell_shape(const Layout& layout, const Variable& variable) {
  std::vector<std::size_t> shape;
  if (variable.monthly) shape.push_back(static_cast<std::size_t>(layout.months));
  for (const auto& name : variable.axes) {
    const auto axis = std::find_if(layout.axes.begin(), layout.axes.end(),
                                   [&](const Axis& candidate) { return candidate.name == name; });
    shape.push_back(axis->labels.size());
  }
  return shape;
}

std::vector<std::size_t> joined(std::vector<std::size_t> head,
                                const std::vector<std::size_t>& tail) {
  head.insert(head.end(), tail.begin(), tail.end());
  return head;
}

}  // namespace skillscale::output
