// Several results against one of them: every headline, and who gains or loses.
#pragma once

#include <string>
#include <vector>

#include "cli/compared_results.h"
#include "cli/result_quantities.h"
#include "experiments/comparison.h"

namespace skillscale::cli {

/// A headline of one result.
struct ComparisonCell {
  experiments::Interval own;         ///< over its runs
  experiments::Interval difference;  ///< to the reference; not for the reference itself
};

struct ComparisonRow {
  Quantity quantity;                  ///< without its values
  std::vector<ComparisonCell> cells;  ///< one per result; NaN where it lacks the headline
};

/// Parties of one result compared with the reference. Gains of both are against the same world
/// without the policy, so that their difference is the gain of one against the other.
struct PartyVerdict {
  std::string against;
  bool is_same_world = false;  ///< that world ran alike in both; else each has its own
  long long triple_wins = 0, nobody_worse = 0, runs = 0;  ///< runs, or pairs of runs if unpaired
  std::vector<std::string> gaining, losing, same;         ///< same: no difference in any run
  std::vector<std::string> open;                          ///< the interval holds zero
};

struct Comparison {
  std::vector<std::string> names;
  std::size_t reference = 0;
  std::vector<experiments::Pairing> pairing;  ///< of each with the reference
  std::vector<ComparisonRow> rows;
  std::vector<std::vector<PartyVerdict>> verdicts;  ///< per result; none for the reference
};

/// All results must have run. Gains per person are brought to the reference's yardstick.
Comparison compare_results(const std::vector<Compared>& all, std::size_t reference);

/// In blocks of at most 100 columns.
std::string comparison_text(const Comparison& comparison, const std::vector<Compared>& all);
std::string comparison_json(const Comparison& comparison, const std::vector<Compared>& all);
/// One line per headline and result, with a header.
std::string comparison_csv(const Comparison& comparison);

/// "paired", "unpaired" or "reference"
std::string pairing_word(const Comparison& comparison, std::size_t which);

}  // namespace skillscale::cli
