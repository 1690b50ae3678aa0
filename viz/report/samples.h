// Where the extract of a page takes its numbers from: a result file, or the worlds that the live
// model has simulated. One implementation of sums, quantiles and differences serves both.
#pragma once

#include <cstddef>
#include <vector>

#include "output/layout.h"

namespace skillscale::report {

class Samples {
 public:
  Samples() = default;
  Samples(const Samples&) = delete;
  Samples& operator=(const Samples&) = delete;
  virtual ~Samples() = default;

  virtual const output::Layout& layout() const = 0;

  /// One replicate of a monthly variable in the scenario, month-major.
  virtual std::vector<double> level(const output::Variable& variable, std::size_t draw,
                                    std::size_t replicate) const = 0;
  /// The same, scenario minus reference.
  virtual std::vector<double> difference(const output::Variable& variable, std::size_t reference,
                                         std::size_t draw, std::size_t replicate) const = 0;

  /// A headline of the scenario: [sample], or [sample][reference] for a pair.
  virtual std::vector<double> headline(const output::Variable& variable) const = 0;
  /// Scenario minus reference: [reference][sample].
  virtual std::vector<double> headline_difference(const output::Variable& variable) const = 0;
};

}  // namespace skillscale::report
