// What a saved state may hold: every number within its range, every index within what it points
// to.
//
// A checkpoint has passed its checksums before this is asked, so what fails here was written by
// another program, or by one that erred. The month loop trusts its state (it never throws on data),
// so whatever could lead it outside of a table is refused here.
#pragma once

#include <string>
#include <vector>

#include "models/world.h"
#include "sim/archive.h"

namespace skillscale::models {

/// What is wrong with the arrays of a state for this world, before it is taken up: "persons.stage
/// is 14 at 3, allowed 0 to 13". Empty if nothing is.
///
/// @param world  just made from the parameters of the run
std::string state_problem(const World& world, const sim::Archive& state);

/// What is wrong with the fates of a world; empty if nothing is.
std::string fates_problem(const std::vector<CellFates>& fates);

/// What does not fit together in a state that was taken up; empty if all does.
std::string coherence_problem(const World& world);

/// Arrays of the state for which there is no rule.
std::vector<std::string> arrays_without_rule(const sim::Archive& state);

}  // namespace skillscale::models
