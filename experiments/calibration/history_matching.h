// History matching: emulators rule out the part of the cube where some target cannot be met.
//
// The implausibility of a point for a target is |observed - emulated| over the root of all
// variances that stand between the two: observation, stated discrepancy, emulator, replicate. What
// exceeds the cut for any target and wave goes. Literature: Craig et al. 1997; Vernon et al. 2010;
// Andrianakis et al. 2015; McCulloch et al. 2022.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiments/calibration/emulator.h"
#include "experiments/calibration/point_book.h"
#include "experiments/calibration/problem.h"

namespace skillscale::experiments::calibration {

/// The emulators of one wave.
struct Wave {
  std::vector<Emulator> emulators;         ///< one per target
  std::vector<double> replicate_variance;  ///< of one run, per target
};

/// How near a target comes anywhere.
struct Reach {
  std::string target;
  double emulated = 0, observed = 0, deviation = 0;  ///< the last of observation and discrepancy
  double implausibility = 0;
};

/// The part of the cube that no wave has ruled out.
class PlausibleSpace {
 public:
  explicit PlausibleSpace(const Problem& problem, const Settings& settings);

  /// Fits emulators to the points and rules out by them.
  /// @throws InputError  if a target is not defined at enough points
  void add_wave(const std::vector<Point>& points);

  bool contains(std::span<const double> point) const;
  double implausibility(const Wave& wave, std::size_t target, std::span<const double> point) const;

  /// Points drawn evenly from the space, in the order of their keys, at most `wanted`.
  ///
  /// @param stage  keeps draws of different uses apart
  /// @throws InputError  naming the target that cannot be reached, if none is found
  Design draw(std::size_t wanted, std::uint32_t stage);

  const std::vector<Wave>& waves() const { return waves_; }
  /// Part of the cube that is left, by the last draw.
  double share() const { return share_; }
  /// Replicate variance of one run by the last wave; 0 before.
  double replicate_variance(std::size_t target) const;

 private:
  [[noreturn]] void refuse_empty(const Design& tried) const;
  Reach farthest_target(const Design& tried) const;
  Reach hardest_together(const Design& tried) const;
  Reach reach(std::size_t target, std::span<const double> point) const;
  void narrow_box(const Design& found);

  const Problem& problem_;
  const Settings& settings_;
  std::vector<Wave> waves_;
  std::vector<std::pair<double, double>> box_;  ///< around all that is left
  double share_ = 1;
};

}  // namespace skillscale::experiments::calibration
