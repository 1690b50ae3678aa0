// Building blocks of the result table: rows with a median and a range, and words about runs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiments/ensemble.h"

namespace skillscale::cli {

/// Everything the blocks need to know about the run.
struct Table {
  const std::vector<experiments::Headline>& headlines;
  long long runs = 1;  ///< replicates times draws
  bool has_draws = false;
  int first_year = 2024, first_month = 1;
};

/// " (over replicates only)" unless parameters were drawn.
std::string scope(const Table& table);

/// The headline of that name; nullptr when there is none.
const experiments::Headline* find(const Table& table, std::string_view name);

/// Its interval against a reference; nullptr when there is none.
const experiments::Interval* against(const experiments::Headline* headline,
                                     const std::string& reference);

std::vector<std::string> references_of(const Table& table);

/// A share that exists only against a reference, such as the contribution to closing the gap.
bool is_share_of_pair(const experiments::Headline& headline);

std::string line(const std::string& label, const std::string& median, const std::string& range);

using Words = std::string (*)(double, int);
std::string row(const Table& table, const experiments::Headline& headline,
                const experiments::Interval& interval, const std::string& label, Words words);

std::string heading(const std::string& title, const Table& table);

/// "a, b, c." in lines of at most 96 letters, each behind the indent.
std::string wrapped(const std::vector<std::string>& items, const std::string& indent);

/// "19 of 20 runs"
std::string of_runs(long long count, long long runs);

}  // namespace skillscale::cli
