// What a calibration is about, free of scenarios and files: parameters on the unit cube, observed
// targets, and a simulator. The caller says what a coordinate means.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace skillscale::experiments::calibration {

/// A number that the simulator should come near.
struct Observation {
  std::string name;
  double value = 0;
  double deviation = 0;    ///< standard deviation of the observation, above 0 with discrepancy
  double discrepancy = 0;  ///< standard deviation of what the model is stated to miss
  double weight = 1;       ///< in the distance

  double variance() const { return deviation * deviation + discrepancy * discrepancy; }
};

struct Problem {
  std::vector<std::string> parameters;  ///< names; a point has a coordinate in (0, 1) for each,
                                        ///< uniform before anything is learnt
  std::vector<Observation> targets;     ///< the first outputs of the simulator
};

/// One run: all outputs, those of `Problem::targets` first, then others that are only reported.
/// What is not defined is NaN. Called from several threads; equal arguments give equal outputs.
///
/// @param replicate  another number for every run of a calibration: it names the random numbers
using Simulator =
    std::function<std::vector<double>(std::span<const double> point, std::uint32_t replicate)>;

struct Settings {
  std::uint64_t seed = 1;
  int replicates = 4;  ///< runs at each point
  // history matching
  int design_points = 60;  ///< of every wave
  int waves = 2;
  double cut = 3;  ///< largest implausibility that stays
  // approximate Bayesian computation
  int particles = 100;
  int generations = 6;                ///< at most
  double quantile = 0.5;              ///< of the distances, the next tolerance
  double tolerance = 0.5;             ///< goal; in standard deviations of a target
  double smallest_acceptance = 0.02;  ///< ends the generations
  double effective_share = 0.25;      ///< a generation with fewer effective particles is not taken
  int most_points = 5000;             ///< points simulated in all
};

}  // namespace skillscale::experiments::calibration
