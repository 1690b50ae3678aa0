#include "scenarios/calibration_keys.h"

#include <array>

#include "scenarios/measure_keys.h"

namespace skillscale::scenarios {
namespace {

using Key = FileKey;

constexpr auto keys = joined(
    std::array{
        Key{"", "schema", "integer", 1, 1, "", "Version of the language."},
        Key{"", "name", "text", 0, 0, "", "Title."},
        Key{"", "description", "text", 0, 0, "", "What is calibrated, and to what."},
        Key{"", "scenario", "text", 0, 0, "",
            "Base scenario; beside this file or in the library. Its first world is simulated."},
        Key{"", "seed", "integer", 0, 9007199254740991.0, "", "Seed of all random numbers."},
        Key{"", "replicates", "integer", 2, 1000, "", "Runs at each point."},
        Key{"", "design", "map", 0, 0, "", "History matching."},
        Key{"", "posterior", "map", 0, 0, "", "The sampler."},
        Key{"", "parameters", "list", 0, 0, "", "Free parameters."},
        Key{"", "targets", "map", 0, 0, "", "Observed numbers by name."},
        Key{"design", "points", "integer", 8, 100000, "", "Points of every wave."},
        Key{"design", "waves", "integer", 1, 20, "", "Waves."},
        Key{"design", "cut", "number", 1, 20, "", "Largest implausibility that stays."},
        Key{"posterior", "particles", "integer", 10, 100000, "", "Weighted particles."},
        Key{"posterior", "generations", "integer", 1, 100, "", "Most generations."},
        Key{"posterior", "quantile", "number", 0.05, 0.95, "",
            "Quantile of the distances that becomes the next tolerance."},
        Key{"posterior", "tolerance", "number", 0, 10, "",
            "Distance, in standard deviations of a target, at which it ends."},
        Key{"posterior", "smallest_acceptance", "number", 0, 1, "",
            "It ends when a smaller share of the proposals is taken."},
        Key{"posterior", "effective_share", "number", 0, 1, "",
            "A generation with fewer effective particles, as a share of all, is not taken."},
        Key{"posterior", "most_points", "integer", 10, 10000000, "",
            "Points simulated at most, those of the waves included."},
        Key{"parameter", "path", "text", 0, 0, "", "Path of a number of the scenario."},
        Key{"parameter", "low", "quantity", 0, 0, "", "Smallest value; without it the scenario's."},
        Key{"parameter", "high", "quantity", 0, 0, "", "Largest value; without it the scenario's."},
        Key{"parameter", "unit", "text", 0, 0, "", "Unit of low and high."},
        Key{"parameter", "distribution", "choice", 0, 0, "two_sided uniform log_uniform",
            "What is believed beforehand; two_sided has half of the mass on each side of the "
            "value."},
        Key{"parameter", "note", "text", 0, 0, "", "Why it is free."}},
    measure_keys("target"),
    std::array{
        Key{"target", "per", "map", 0, 0, "", "A second measure that divides the first."},
        Key{"target", "value", "number", -1e15, 1e15, "", "What was observed."},
        Key{"target", "standard_deviation", "number", 0, 1e15, "",
            "How unsure the observation is."},
        Key{"target", "low", "number", -1e15, 1e15, "",
            "With high instead of standard_deviation: the range that holds 90 %."},
        Key{"target", "high", "number", -1e15, 1e15, "", "See low."},
        Key{"target", "at_least", "number", -1e15, 1e15, "", "Instead of a value, in a check."},
        Key{"target", "at_most", "number", -1e15, 1e15, "", "Instead of a value, in a check."},
        Key{"target", "discrepancy", "number", 0, 1e15, "",
            "Standard deviation of what the model is known to miss."},
        Key{"target", "weight", "number", 0.000001, 1000000, "", "In the distance."},
        Key{"target", "unit", "text", 0, 0, "", "Unit of all numbers of the target."},
        Key{"target", "source", "text", 0, 0, "", "Key into the list of sources."},
        Key{"target", "confidence", "choice", 0, 0, "high medium estimate definition",
            "How sure the source is."},
        Key{"target", "note", "text", 0, 0, "", "What is counted, how the number came about."},
        Key{"target", "use", "choice", 0, 0, "calibrated structural_check held_out",
            "Only calibrated targets enter the distance; the others are reported."}},
    measure_keys("per", "sum mean end"));

}  // namespace

std::span<const FileKey> calibration_keys() { return keys; }

}  // namespace skillscale::scenarios
