#include "viz/report/slices.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

namespace skillscale::report {
namespace {

using Axes = std::vector<std::string>;

constexpr std::array<double, 5> fan{0.05, 0.25, 0.5, 0.75, 0.95};
constexpr std::array<double, 3> band{0.05, 0.5, 0.95};
constexpr std::size_t largest_pair = 120;

struct Breakdown {
  std::string_view variable, axis;
};

/// What the page's own views draw beside totals.
constexpr std::array<Breakdown, 13> designed{{
    {"stock", "stage"},
    {"departures", "exit_cause"},
    {"queue_length", "authority"},
    {"net_flow", "party"},
    {"partnerships_active", "partnership_type"},
    {"arrivals", "partnership_type"},
    {"origin_skilled_stock", "origin"},
    {"origin_employed", "origin"},
    {"origin_unemployed", "origin"},
    {"origin_preparing", "origin"},
    {"home_track_graduates", "origin"},
    {"remittances", "origin"},
    {"arrivals", "origin"},
}};

/// What they draw as sums over the whole horizon.
constexpr std::array<Breakdown, 1> summed{{{"arrivals_by_land", "land"}}};

bool is_designed(const output::Variable& variable, const std::string& axis) {
  return std::any_of(designed.begin(), designed.end(), [&](const Breakdown& one) {
    return one.variable == variable.name && one.axis == axis;
  });
}

std::size_t length_of(const output::Layout& layout, const std::string& name) {
  for (const auto& axis : layout.axes) {
    if (axis.name == name) return axis.labels.size();
  }
  return 0;
}

/// Axes that tell anything apart.
Axes long_axes(const output::Layout& layout, const output::Variable& variable) {
  Axes axes;
  std::copy_if(variable.axes.begin(), variable.axes.end(), std::back_inserter(axes),
               [&](const std::string& axis) { return length_of(layout, axis) > 1; });
  return axes;
}

std::vector<Axes> needed(const output::Layout& layout, const output::Variable& variable) {
  if (kind_of(variable) == "intensity") return {variable.axes};
  std::vector<Axes> all{{}};
  for (const auto& axis : long_axes(layout, variable)) {
    if (is_designed(variable, axis)) all.push_back({axis});
  }
  return all;
}

std::vector<Axes> single(const output::Layout& layout, const output::Variable& variable) {
  std::vector<Axes> all;
  if (kind_of(variable) == "intensity") return all;
  for (const auto& axis : long_axes(layout, variable)) {
    if (!is_designed(variable, axis)) all.push_back({axis});
  }
  return all;
}

std::vector<Axes> pairs(const output::Layout& layout, const output::Variable& variable) {
  std::vector<Axes> all;
  if (kind_of(variable) == "intensity") return all;
  const auto axes = long_axes(layout, variable);
  for (std::size_t a = 0; a < axes.size(); ++a) {
    for (std::size_t b = a + 1; b < axes.size(); ++b) {
      if (length_of(layout, axes[a]) * length_of(layout, axes[b]) <= largest_pair) {
        all.push_back({axes[a], axes[b]});
      }
    }
  }
  return all;
}

/// Stored months of a year; 0 where a year is not a whole number of them.
std::size_t year_length(const output::Layout& layout) {
  constexpr int months = 12;
  return months % layout.month_step == 0 ? static_cast<std::size_t>(months / layout.month_step) : 0;
}

class Collector {
 public:
  Collector(const Samples& samples, std::size_t budget)
      : samples_(samples),
        budget_(budget),
        year_(year_length(samples.layout())),
        references_(samples.layout().worlds.begin() + 1, samples.layout().worlds.end()) {}

  /// Adds the sums over the horizon that views draw without their months.
  void add_sums(const output::Variable& variable, Json& slices) const {
    for (const auto& one : summed) {
      const bool is_axis =
          std::find(variable.axes.begin(), variable.axes.end(), one.axis) != variable.axes.end();
      const bool is_there = std::any_of(slices.begin(), slices.end(), [&](const Json& slice) {
        return slice["axes"] == Json{one.axis};
      });
      if (variable.name != one.variable || !is_axis || is_there) continue;
      for (const auto& marginal : read_marginals(samples_, variable, {{std::string(one.axis)}}))
        slices.push_back(slice_json(marginal, references_, band, {true, 0, false, false}));
    }
  }

  /// Adds the slices of one variable; beyond the budget only when `is_needed`. What is not needed
  /// goes without the single months of flows, which take as much room as the means of a year.
  void add(const output::Variable& variable, const std::vector<Axes>& kept, bool is_needed,
           Json& slices) {
    if (kept.empty() || (!is_needed && used_ >= budget_)) return;
    const bool is_flow = kind_of(variable) == "flow";
    for (const auto& marginal : read_marginals(samples_, variable, kept)) {
      const bool is_total = marginal.axes.empty();
      const auto shares = is_total ? std::span<const double>(fan) : std::span<const double>(band);
      auto slice = slice_json(marginal, references_, shares, {is_flow, year_, is_needed});
      const auto size = slice.dump().size();
      if (!is_needed && used_ + size > budget_) continue;
      used_ += size;
      slices.push_back(std::move(slice));
    }
  }

 private:
  const Samples& samples_;
  std::size_t budget_;
  std::size_t used_ = 0;
  std::size_t year_;
  std::vector<std::string> references_;
};

}  // namespace

std::string_view kind_of(const output::Variable& variable) {
  const auto& units = variable.units;
  const bool is_price = variable.name.ends_with("_wage");
  const bool is_sum_of_months = units == "person-months" || variable.name == "waited_months";
  if (units.ends_with("/month") && !is_price) return "flow";
  if (is_sum_of_months) return "flow";
  if (units == "1" || units == "months" || is_price) return "intensity";
  return "stock";
}

Json variables_json(const Samples& samples, std::size_t budget,
                    std::span<const std::string> whole) {
  const auto& layout = samples.layout();
  std::vector<const output::Variable*> monthly;
  for (const auto& variable : layout.variables) {
    if (variable.monthly) monthly.push_back(&variable);
  }
  std::vector<Json> slices(monthly.size(), Json::array());
  Collector collector(samples, budget);
  // Small breakdowns first, so that one large variable does not spend what many could use.
  std::vector<std::size_t> order(monthly.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return output::cell_count(layout, *monthly[a]) < output::cell_count(layout, *monthly[b]);
  });
  using Choice = std::vector<Axes> (*)(const output::Layout&, const output::Variable&);
  for (const Choice choose : {&needed, &single, &pairs}) {
    for (const auto v : order) {
      const bool is_whole = std::find(whole.begin(), whole.end(), monthly[v]->name) != whole.end();
      const bool is_sure = choose == &needed || is_whole;
      collector.add(*monthly[v], choose(layout, *monthly[v]), is_sure, slices[v]);
    }
  }
  for (std::size_t v = 0; v < monthly.size(); ++v) collector.add_sums(*monthly[v], slices[v]);
  Json all = Json::array();
  for (std::size_t v = 0; v < monthly.size(); ++v) {
    const auto& variable = *monthly[v];
    all.push_back({{"name", variable.name},
                   {"units", variable.units},
                   {"long_name", variable.long_name},
                   {"description", variable.description},
                   {"axes", variable.axes},
                   {"kind", kind_of(variable)},
                   {"slices", std::move(slices[v])}});
  }
  return all;
}

}  // namespace skillscale::report
