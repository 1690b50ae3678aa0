#include "cli/findings_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "cli/number_words.h"
#include "experiments/interval.h"

namespace skillscale::cli {
namespace {

bool is_percent(Form form) { return form == Form::Percent || form == Form::Points; }
bool has_sign(Form form) { return form == Form::Signed || form == Form::Points; }

std::string written(double value, Form form, int decimals) {
  return has_sign(form) ? with_sign(value, decimals) : grouped(value, decimals);
}

template <class Keeps>
std::string runs_that(const std::vector<double>& values, Keeps keeps) {
  const auto defined =
      std::count_if(values.begin(), values.end(), [](double v) { return !std::isnan(v); });
  return fmt::format("{} of {}", std::count_if(values.begin(), values.end(), keeps), defined);
}

template <class Join>
std::vector<double> joined(const std::vector<double>& a, const std::vector<double>& b, Join join) {
  std::vector<double> all;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) all.push_back(join(a[i], b[i]));
  return all;
}

}  // namespace

std::string median_and_range(std::vector<double> values, Form form) {
  return median_and_range(std::move(values), form, 1);
}

std::string median_and_range(std::vector<double> values, Form form, double scale) {
  for (double& value : values) value *= is_percent(form) ? 100 * scale : scale;
  const auto over = experiments::interval_of(std::move(values));
  if (over.runs == 0) return "not defined";
  constexpr int most_decimals = 2;
  const double size = std::max({std::abs(over.median), std::abs(over.low), std::abs(over.high)});
  const int decimals = std::min(most_decimals, decimals_for(size));
  const char* unit = form == Form::Percent ? " %" : form == Form::Points ? " points" : "";
  return fmt::format("{}{} ({} to {})", written(over.median, form, decimals), unit,
                     written(over.low, form, decimals), written(over.high, form, decimals));
}

std::string runs_above(const std::vector<double>& values, double threshold) {
  return runs_that(values, [&](double v) { return v > threshold; });
}

std::string runs_below(const std::vector<double>& values, double threshold) {
  return runs_that(values, [&](double v) { return v < threshold; });
}

std::vector<double> difference(const std::vector<double>& a, const std::vector<double>& b) {
  return joined(a, b, [](double x, double y) { return x - y; });
}

std::vector<double> ratio(const std::vector<double>& a, const std::vector<double>& b) {
  return joined(a, b, [](double x, double y) {
    return y > 0 ? x / y : std::numeric_limits<double>::quiet_NaN();
  });
}

MarkdownTable::MarkdownTable(std::vector<std::string> head) {
  add(head);
  text_ += "|";
  for (std::size_t i = 0; i < head.size(); ++i) text_ += "---|";
  text_ += "\n";
}

void MarkdownTable::add(const std::vector<std::string>& cells) {
  text_ += "|";
  for (const auto& cell : cells) text_ += " " + cell + " |";
  text_ += "\n";
}

}  // namespace skillscale::cli
