// Scenario discovery by the patient rule induction method (Friedman and Fisher 1999): under which
// conditions do the cases of interest arise?
//
// Peeling takes a thin slice off the box wherever that raises the density most, again and again.
// The path from the widest box to the narrowest trades coverage for density; one box of it is
// chosen, then widened where that costs nothing, and freed of limits that chance explains.
#pragma once

#include <cstdint>
#include <string>

#include "experiments/analysis/prim_box.h"

namespace skillscale::experiments::analysis {

struct PrimOptions {
  double peel = 0.05;             ///< share of the points inside that a slice holds
  double paste = 0.01;            ///< the same when widening
  double smallest_mass = 0.02;    ///< share of all points that a box holds at least
  double largest_quasi_p = 0.05;  ///< limits above are dropped
  std::size_t most_boxes = 1;     ///< further boxes describe the cases that earlier ones miss
  std::size_t resamples = 20;     ///< to see whether the same limits come again; 0: do not look
  std::size_t chosen = 0;         ///< step of the path to take; 0: the best balanced one
};

struct PeelingStep {
  Box box;
  Standing standing;
};

/// A face of the final box and what speaks for it.
struct Evidence {
  Face face;
  double quasi_p = 1;
  std::size_t found_again = 0;  ///< resamples whose box has this face, too
  double low = 0, high = 0;     ///< 5 % and 95 % of where it stood there
};

struct DiscoveredBox {
  std::vector<PeelingStep> path;  ///< from all points to the smallest box
  std::size_t chosen = 0;         ///< step of the path that the final box grew from
  Box box;
  Standing standing;
  std::vector<Evidence> evidence;  ///< per face
  std::size_t resamples = 0;
};

struct Discovery {
  std::vector<DiscoveredBox> boxes;
  std::size_t points = 0, cases = 0;
  Standing together;  ///< of what lies in any of the boxes
};

/// @param samples  with outcomes of 0 and 1; without cases, or with nothing else, no box is found
Discovery discover(const Samples& samples, std::uint64_t seed, const PrimOptions& options = {});

}  // namespace skillscale::experiments::analysis
