// A whole calibration: waves of history matching, then a posterior of weighted particles.
//
// Everything follows from problem, settings and simulator; neither threads nor an earlier end
// matter. The caller's simulator runs in parallel over points and replicates.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "experiments/calibration/abc_smc.h"
#include "experiments/calibration/history_matching.h"
#include "experiments/calibration/point_book.h"
#include "experiments/calibration/problem.h"

namespace skillscale::experiments::calibration {

/// What became of a wave.
struct WaveReport {
  std::size_t points = 0;                  ///< simulated so far
  double share = 1;                        ///< of the cube that is left
  std::vector<CrossValidation> emulators;  ///< one per target
};

struct Outcome {
  std::vector<WaveReport> waves;
  Posterior posterior;
  std::vector<Point> points;
  std::string digest;  ///< 32 hexadecimal digits of all points, particles and weights
  bool is_stopped = false;

  const std::vector<Particle>& particles() const { return posterior.generations.back().particles; }
};

struct Around {
  std::vector<Point> known;  ///< points of an earlier try
  PointBook::Keep keep;      ///< called after every batch; may be empty
  const std::atomic<bool>* stop = nullptr;
  std::function<void(const std::string&)> tell;  ///< takes a line at each step; may be empty
};

/// @throws InputError  if a target cannot be reached, naming it and how far off it is
Outcome calibrate(const Problem& problem, const Settings& settings, const Simulator& simulator,
                  const Around& around = {});

}  // namespace skillscale::experiments::calibration
