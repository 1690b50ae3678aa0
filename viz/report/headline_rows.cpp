#include "viz/report/headline_rows.h"

#include <algorithm>
#include <functional>
#include <span>

namespace skillscale::report {
namespace {

/// Every `stride`-th number from `first` on.
std::vector<double> every(const std::vector<double>& values, std::size_t first,
                          std::size_t stride) {
  std::vector<double> chosen;
  for (std::size_t at = first; at < values.size(); at += stride) chosen.push_back(values[at]);
  return chosen;
}

/// A gain against each reference: its only axis names the references.
void add_pair(const Samples& samples, const output::Variable& variable,
              std::span<const std::string> references, Json& headline) {
  const auto values = samples.headline(variable);
  for (std::size_t r = 0; r < references.size(); ++r) {
    headline["difference"][references[r]] = spread_json(every(values, r, references.size()));
  }
  headline["scenario"] = spread_json(every(values, 0, references.size()));
}

void add_world(const Samples& samples, const output::Variable& variable,
               std::span<const std::string> references, Json& headline) {
  const auto values = samples.headline(variable);
  headline["scenario"] = spread_json(values);
  if (!output::has_difference(samples.layout(), variable)) return;
  const auto changes = samples.headline_difference(variable);
  for (std::size_t r = 0; r < references.size(); ++r) {
    std::vector<double> change(
        changes.begin() + static_cast<std::ptrdiff_t>(r * values.size()),
        changes.begin() + static_cast<std::ptrdiff_t>((r + 1) * values.size()));
    std::vector<double> other(values.size());
    std::transform(values.begin(), values.end(), change.begin(), other.begin(), std::minus<>());
    headline["reference"][references[r]] = spread_json(std::move(other));
    headline["difference"][references[r]] = spread_json(std::move(change));
  }
}

}  // namespace

Json headlines_json(const Samples& samples) {
  const auto& layout = samples.layout();
  const std::span<const std::string> references(layout.worlds.data() + 1, layout.worlds.size() - 1);
  const std::vector<std::string> against{"against"};
  Json all = Json::array();
  for (const auto& variable : layout.variables) {
    const bool is_pair = variable.axes == against;
    if (variable.monthly || (!variable.axes.empty() && !is_pair)) continue;
    Json headline{{"name", variable.name},
                  {"units", variable.units},
                  {"long_name", variable.long_name},
                  {"description", variable.description},
                  {"pair", is_pair},
                  {"scenario", nullptr},
                  {"reference", Json::object()},
                  {"difference", Json::object()}};
    if (is_pair) {
      add_pair(samples, variable, references, headline);
    } else {
      add_world(samples, variable, references, headline);
    }
    all.push_back(std::move(headline));
  }
  return all;
}

}  // namespace skillscale::report
