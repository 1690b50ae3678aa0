// How long people wait for an office, and how long they are in a stage, over the whole horizon.
#pragma once

#include "viz/report/samples.h"
#include "viz/report/spreads.h"

namespace skillscale::report {

/// The `waits` of the page's format: per label of `authority` the months waited by those served,
/// per label of `stage` the months spent in it by those who left it, case work and all, and in
/// `cases` how many these were in the scenario: `served`, or `completed` and `dropped`. Empty lists
/// where the result does not hold the variables behind them.
Json waits_json(const Samples& samples);

}  // namespace skillscale::report
