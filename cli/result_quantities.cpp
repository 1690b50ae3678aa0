#include "cli/result_quantities.h"

#include <algorithm>
#include <numeric>

#include "experiments/headlines.h"
#include "viz/report/slices.h"

namespace skillscale::cli {
namespace {

constexpr std::size_t months_of_year = 12;

Quantity quantity(const output::Variable& variable, const char* span) {
  Quantity q;
  q.name = variable.name;
  q.span = span;
  q.long_name = variable.long_name;
  q.units = variable.units;
  return q;
}

/// A headline about pairs has one value per reference world behind each other.
void add_headline(const output::ResultReader& result, const output::Variable& variable,
                  std::vector<Quantity>& into) {
  const auto values = result.read(variable.name);
  const auto& layout = result.layout();
  const bool is_pair = !variable.axes.empty();
  const std::size_t width = output::cell_count(layout, variable);
  for (std::size_t cell = 0; cell < width; ++cell) {
    auto q = quantity(variable, "headline");
    q.is_share = experiments::is_share(q.name);
    if (is_pair) q.against = layout.worlds[cell + 1];
    for (std::size_t at = cell; at < values.size(); at += width) q.values.push_back(values[at]);
    into.push_back(std::move(q));
  }
}

/// One run of a monthly variable, summed over its cells.
std::vector<double> months_of(const output::ResultReader& result, const output::Variable& variable,
                              std::size_t run) {
  const auto replicates = static_cast<std::size_t>(result.layout().replicates);
  auto count = result.shape(variable.name);
  std::vector<std::size_t> start(count.size(), 0);
  start[0] = run / replicates;
  start[1] = run % replicates;
  count[0] = count[1] = 1;
  const auto values = result.read(variable.name, start, count);
  const std::size_t cells = output::cell_count(result.layout(), variable);
  std::vector<double> months;
  for (auto at = values.begin(); at != values.end(); at += static_cast<std::ptrdiff_t>(cells)) {
    months.push_back(std::accumulate(at, at + static_cast<std::ptrdiff_t>(cells), 0.0));
  }
  return months;
}

/// "persons/month" summed over months is "persons".
std::string units_of_sum(const std::string& units) {
  constexpr std::string_view per_month = "/month";
  return units.ends_with(per_month) ? units.substr(0, units.size() - per_month.size()) : units;
}

void add_flow(const output::ResultReader& result, const output::Variable& variable,
              std::vector<Quantity>& into) {
  const auto& layout = result.layout();
  auto year = quantity(variable, "last year"), whole = quantity(variable, "whole horizon");
  year.units = whole.units = units_of_sum(variable.units);
  const auto runs =
      static_cast<std::size_t>(layout.draws) * static_cast<std::size_t>(layout.replicates);
  for (std::size_t run = 0; run < runs; ++run) {
    const auto months = months_of(result, variable, run);
    const auto last = std::min(months_of_year, months.size());
    whole.values.push_back(std::accumulate(months.begin(), months.end(), 0.0));
    year.values.push_back(
        std::accumulate(months.end() - static_cast<std::ptrdiff_t>(last), months.end(), 0.0));
  }
  if (static_cast<std::size_t>(layout.months) > months_of_year) into.push_back(std::move(year));
  into.push_back(std::move(whole));
}

void add_stock(const output::ResultReader& result, const output::Variable& variable,
               std::vector<Quantity>& into) {
  const auto& layout = result.layout();
  auto end = quantity(variable, "at the end");
  const auto runs =
      static_cast<std::size_t>(layout.draws) * static_cast<std::size_t>(layout.replicates);
  for (std::size_t run = 0; run < runs; ++run)
    end.values.push_back(months_of(result, variable, run).back());
  into.push_back(std::move(end));
}

}  // namespace

std::vector<Quantity> headline_quantities(const output::ResultReader& result) {
  std::vector<Quantity> all;
  for (const auto& variable : result.layout().variables) {
    // Positions on an axis are neither compared nor about a pair.
    const bool adds_up = variable.compared || !variable.axes.empty();
    if (!variable.monthly && adds_up) add_headline(result, variable, all);
  }
  return all;
}

std::vector<Quantity> total_quantities(const output::ResultReader& result) {
  std::vector<Quantity> all;
  for (const auto& variable : result.layout().variables) {
    if (!variable.monthly) continue;
    const auto kind = report::kind_of(variable);
    if (kind == "flow" && result.layout().month_step == 1) add_flow(result, variable, all);
    if (kind == "stock") add_stock(result, variable, all);
  }
  return all;
}

const Quantity* find(const std::vector<Quantity>& among, const Quantity& like) {
  const auto found = std::find_if(among.begin(), among.end(),
                                  [&](const Quantity& q) { return q.is_same_as(like); });
  return found == among.end() ? nullptr : &*found;
}

}  // namespace skillscale::cli
