#include "viz/report/office_waits.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace skillscale::report {
namespace {

const output::Variable* find(const output::Layout& layout, std::string_view name) {
  for (const auto& variable : layout.variables) {
    if (variable.monthly && variable.name == name) return &variable;
  }
  return nullptr;
}

/// Sums over the horizon of one world by the kept axis: [cell][sample]. World 0 is the scenario.
std::vector<double> horizon_sums(const Marginal& marginal, std::size_t world) {
  std::vector<double> sums(marginal.cells * marginal.samples, 0.0);
  for (std::size_t cell = 0; cell < marginal.cells; ++cell) {
    for (std::size_t month = 0; month < marginal.months; ++month) {
      for (std::size_t sample = 0; sample < marginal.samples; ++sample) {
        const auto at = marginal.at(cell, month) + sample;
        const double change = world == 0 ? 0.0 : marginal.difference[world - 1][at];
        sums[cell * marginal.samples + sample] += marginal.scenario[at] - change;
      }
    }
  }
  return sums;
}

Marginal along(const Samples& samples, const output::Variable& variable, const std::string& axis) {
  return std::move(read_marginals(samples, variable, {{axis}}).front());
}

/// A sum of months and the cases it is divided by, along one axis.
struct Ratio {
  std::string axis;
  Marginal months;
  std::vector<Marginal> cases;
};

/// Mean months per case of one world, [cell][sample]; NaN without a case.
std::vector<double> means_of(const Ratio& ratio, std::size_t world) {
  auto mean = horizon_sums(ratio.months, world);
  std::vector<double> cases(mean.size(), 0.0);
  for (const auto& kind : ratio.cases) {
    const auto more = horizon_sums(kind, world);
    std::transform(cases.begin(), cases.end(), more.begin(), cases.begin(), std::plus<>());
  }
  std::transform(mean.begin(), mean.end(), cases.begin(), mean.begin(), [](double sum, double n) {
    return n > 0 ? sum / n : std::numeric_limits<double>::quiet_NaN();
  });
  return mean;
}

Json rows_of(const output::Layout& layout, const Ratio& ratio) {
  const auto axis = std::find_if(layout.axes.begin(), layout.axes.end(),
                                 [&](const auto& one) { return one.name == ratio.axis; });
  Json rows = Json::array();
  for (const auto& label : axis->labels) {
    rows.push_back({{"label", label}, {"scenario", nullptr}, {"reference", Json::object()}});
  }
  for (std::size_t world = 0; world < layout.worlds.size(); ++world) {
    const auto means = means_of(ratio, world);
    const auto samples = static_cast<std::ptrdiff_t>(ratio.months.samples);
    for (std::size_t cell = 0; cell < rows.size(); ++cell) {
      const auto first = means.begin() + static_cast<std::ptrdiff_t>(cell) * samples;
      auto spread = spread_json({first, first + samples});
      auto& row = rows[cell];
      (world == 0 ? row["scenario"] : row["reference"][layout.worlds[world]]) = std::move(spread);
    }
  }
  return rows;
}

/// Cases of one kind over the horizon, in the scenario.
void add_cases(const Marginal& kind, const std::string& name, Json& rows) {
  const auto sums = horizon_sums(kind, 0);
  for (std::size_t cell = 0; cell < rows.size(); ++cell) {
    const auto first = sums.begin() + static_cast<std::ptrdiff_t>(cell * kind.samples);
    rows[cell]["cases"][name] =
        spread_json({first, first + static_cast<std::ptrdiff_t>(kind.samples)});
  }
}

/// Empty where a variable is not in the result.
Json means_along(const Samples& samples, const std::string& axis, std::string_view months,
                 const std::vector<std::string_view>& cases) {
  const auto* sum = find(samples.layout(), months);
  if (sum == nullptr) return Json::array();
  Ratio ratio{axis, along(samples, *sum, axis), {}};
  for (const auto name : cases) {
    const auto* variable = find(samples.layout(), name);
    if (variable == nullptr) return Json::array();
    ratio.cases.push_back(along(samples, *variable, axis));
  }
  auto rows = rows_of(samples.layout(), ratio);
  for (std::size_t kind = 0; kind < cases.size(); ++kind)
    add_cases(ratio.cases[kind], std::string(cases[kind]), rows);
  return rows;
}

}  // namespace

Json waits_json(const Samples& samples) {
  return {{"offices", means_along(samples, "authority", "waited_months", {"served"})},
          {"stages", means_along(samples, "stage", "stay_months", {"completed", "dropped"})}};
}

}  // namespace skillscale::report
