#include "experiments/measured.h"

#include <algorithm>
#include <limits>

#include "sim/math.h"

namespace skillscale::experiments {
namespace {

using scenarios::Take;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t months_a_year = 12;

/// Growth a year between the first and the last twelve of these months.
double growth(const std::vector<double>& months, int years) {
  double first = 0, last = 0;
  for (std::size_t i = 0; i < months_a_year; ++i) {
    first += months[i];
    last += months[months.size() - 1 - i];
  }
  return first > 0 ? sim::math::pow(last / first, 1.0 / years) - 1 : undefined;
}

double aggregate(const scenarios::Measure& of, const std::vector<double>& months) {
  if (of.take == Take::End) return months.back();
  if (of.take == Take::Growth) return growth(months, of.years_apart);
  double sum = 0;
  for (const double value : months) sum += value;
  return of.take == Take::Mean ? sum / static_cast<double>(months.size()) : sum;
}

}  // namespace

void record_for(const scenarios::Measure& measure, Recording& recording) {
  auto& known = recording.indicators;
  if (std::find(known.begin(), known.end(), measure.indicator) == known.end())
    known.push_back(measure.indicator);
}

double measured(const scenarios::Measure& of, const Recording& recording,
                const std::vector<std::vector<double>>& monthly, int run_months) {
  const auto& known = recording.indicators;
  const auto at = std::find(known.begin(), known.end(), of.indicator) - known.begin();
  const auto& values = monthly[static_cast<std::size_t>(at)];
  const std::size_t width = values.size() / static_cast<std::size_t>(run_months);
  std::vector<double> months;
  months.reserve(of.months.size());
  for (const int month : of.months) {
    double sum = 0;
    for (const auto cell : of.cells) sum += values[static_cast<std::size_t>(month) * width + cell];
    months.push_back(sum);
  }
  return aggregate(of, months);
}

}  // namespace skillscale::experiments
