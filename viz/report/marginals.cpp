#include "viz/report/marginals.h"

#include <algorithm>

namespace skillscale::report {
namespace {

std::size_t length_of(const output::Layout& layout, const std::string& name) {
  const auto found = std::find_if(layout.axes.begin(), layout.axes.end(),
                                  [&](const output::Axis& axis) { return axis.name == name; });
  return found == layout.axes.end() ? 0 : found->labels.size();
}

/// For every full cell its place among the kept axes.
std::vector<std::size_t> places(const output::Layout& layout, const output::Variable& variable,
                                const std::vector<std::string>& kept) {
  std::vector<std::size_t> place(1, 0);
  for (const auto& axis : variable.axes) {
    const auto length = length_of(layout, axis);
    const bool is_kept = std::find(kept.begin(), kept.end(), axis) != kept.end();
    std::vector<std::size_t> longer;
    longer.reserve(place.size() * length);
    for (const auto before : place) {
      for (std::size_t label = 0; label < length; ++label) {
        longer.push_back(is_kept ? before * length + label : before);
      }
    }
    place = std::move(longer);
  }
  return place;
}

void add(Marginal& marginal, std::vector<double>& into, const std::vector<std::size_t>& place,
         const std::vector<double>& values, std::size_t sample) {
  for (std::size_t month = 0; month < marginal.months; ++month) {
    const double* row = values.data() + month * place.size();
    for (std::size_t cell = 0; cell < place.size(); ++cell) {
      into[marginal.at(place[cell], month) + sample] += row[cell];
    }
  }
}

Marginal empty_marginal(const output::Layout& layout, const std::vector<std::string>& kept) {
  Marginal marginal;
  marginal.axes = kept;
  for (const auto& axis : kept) marginal.cells *= length_of(layout, axis);
  marginal.months = static_cast<std::size_t>(layout.months);
  marginal.samples =
      static_cast<std::size_t>(layout.draws) * static_cast<std::size_t>(layout.replicates);
  const auto size = marginal.cells * marginal.months * marginal.samples;
  marginal.scenario.assign(size, 0.0);
  marginal.difference.assign(layout.worlds.size() - 1, std::vector<double>(size, 0.0));
  return marginal;
}

}  // namespace

std::vector<Marginal> read_marginals(const Samples& samples, const output::Variable& variable,
                                     const std::vector<std::vector<std::string>>& kept) {
  const auto& layout = samples.layout();
  std::vector<Marginal> marginals;
  std::vector<std::vector<std::size_t>> place;
  for (const auto& axes : kept) {
    marginals.push_back(empty_marginal(layout, axes));
    place.push_back(places(layout, variable, axes));
  }
  const auto replicates = static_cast<std::size_t>(layout.replicates);
  const auto count = static_cast<std::size_t>(layout.draws) * replicates;
  for (std::size_t sample = 0; sample < count; ++sample) {
    const std::size_t draw = sample / replicates;
    const std::size_t replicate = sample % replicates;
    const auto level = samples.level(variable, draw, replicate);
    for (std::size_t m = 0; m < marginals.size(); ++m) {
      add(marginals[m], marginals[m].scenario, place[m], level, sample);
    }
    for (std::size_t reference = 0; reference + 1 < layout.worlds.size(); ++reference) {
      const auto change = samples.difference(variable, reference, draw, replicate);
      for (std::size_t m = 0; m < marginals.size(); ++m) {
        add(marginals[m], marginals[m].difference[reference], place[m], change, sample);
      }
    }
  }
  return marginals;
}

}  // namespace skillscale::report
