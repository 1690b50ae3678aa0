// The steps of the patient rule induction method.
#pragma once

#include "experiments/analysis/prim.h"

namespace skillscale::experiments::analysis {

/// Boxes from the whole space down to the smallest allowed, each a slice less than the one before.
std::vector<PeelingStep> peeling_path(const Samples& samples, const PrimOptions& options,
                                      double all_cases);

/// The box widened slice by slice, as long as its density does not fall.
Box pasted(Box box, const Samples& samples, const PrimOptions& options);

/// The box without faces that chance explains, the least significant dropped first.
Box without_chance(Box box, const Samples& samples, const PrimOptions& options);

/// Position in the path of the best balance of coverage and density. Where further boxes may
/// follow, coverage weighs half: what one box leaves out is the next one's task.
std::size_t best_balanced(const std::vector<PeelingStep>& path, const PrimOptions& options);

}  // namespace skillscale::experiments::analysis
