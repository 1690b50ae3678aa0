// Headlines of all runs: from the totals of every world to values and to intervals over runs.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "experiments/ensemble.h"
#include "experiments/headline_values.h"
#include "experiments/worlds.h"

namespace skillscale::experiments {

/// Whether a headline is a share of one, which people read in percent.
bool is_share(std::string_view headline);

/// Keeps the totals of every run until all are there, because gains are counted per person
/// enrolled today and that number is the mean over all runs. Not for several threads at once,
/// except that different runs may be taken at the same time.
class HeadlineBook {
 public:
  HeadlineBook(const WorldSet& worlds, std::size_t runs)
      : names_(worlds.names), values_(worlds.names, *worlds.parameters.front(), runs) {}

  /// @param run  draw * replicates + replicate
  void take(std::size_t run, const std::vector<WorldRecord>& records);

  /// Values of all headlines; once after the last run.
  void close() { values_.close(); }

  std::span<const double> values(std::size_t run, std::size_t headline, std::size_t world) const {
    return values_.of(run, headline, world);
  }

  std::vector<Headline> summary() const;

 private:
  Interval over_runs(std::size_t headline, std::size_t world, std::size_t reference,
                     bool paired) const;
  void name_stage(std::size_t headline, Headline& out) const;

  std::vector<std::string> names_;
  HeadlineValues values_;
};

}  // namespace skillscale::experiments
