// The points simulated so far, in order. Everything a calibration decides follows from them and its
// seed, so whoever hands them in again goes on where they end.
#pragma once

#include <atomic>
#include <functional>
#include <vector>

#include "experiments/calibration/problem.h"
#include "experiments/designs/latin_hypercube.h"

namespace skillscale::experiments::calibration {

/// One point and its runs.
struct Point {
  std::vector<double> at;
  std::vector<std::vector<double>> runs;  ///< [replicate][output]

  /// Mean over replicates; NaN where one of them is not defined.
  double mean(std::size_t output) const;
  /// Unbiased variance over replicates; 0 for a single one.
  double variance(std::size_t output) const;
};

class PointBook {
 public:
  /// Called with all points after every batch, from the calling thread.
  using Keep = std::function<void(const std::vector<Point>&)>;

  /// @param known  points of an earlier try, in their order
  PointBook(Simulator simulator, int replicates, std::vector<Point> known, Keep keep,
            const std::atomic<bool>* stop);

  /// Simulates points, batch by batch and all runs of a batch in parallel. What is known is taken
  /// as it is.
  ///
  /// @return false if stopped; batches that were complete by then are kept
  /// @throws InputError  if a known point is another one than is due: they belong to another
  ///                     calibration
  bool simulate(const Design& points);

  const std::vector<Point>& points() const { return points_; }
  bool is_stopped() const { return stop_ != nullptr && *stop_; }

  /// Points of a batch: what is lost at most when the program is killed.
  static constexpr std::size_t batch = 32;

 private:
  bool take_known(const std::vector<double>& at);
  bool simulate_batch(std::span<const std::vector<double>> points);

  Simulator simulator_;
  int replicates_;
  std::vector<Point> known_, points_;
  Keep keep_;
  const std::atomic<bool>* stop_;
};

}  // namespace skillscale::experiments::calibration
