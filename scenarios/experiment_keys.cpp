#include "scenarios/experiment_keys.h"

#include <array>

#include "scenarios/experiment.h"
#include "scenarios/measure_keys.h"

namespace skillscale::scenarios {
namespace {

using Key = FileKey;

constexpr auto keys = joined(
    std::array{
        Key{"", "schema", "integer", 1, 1, "", "Version of the language."},
        Key{"", "name", "text", 0, 0, "", "Title."},
        Key{"", "description", "text", 0, 0, "", "What is asked."},
        Key{"", "scenario", "text", 0, 0, "", "Base scenario; beside this file or in the library."},
        Key{"", "scenarios", "names", 0, 0, "",
            "Several base scenarios instead; every point is run with each of them."},
        Key{"", "package", "text", 0, 0, "",
            "Package of the library whose policy the base scenarios take."},
        Key{"", "seed", "integer", 0, 9007199254740991.0, "",
            "Seed of the design and of all random numbers."},
        Key{"", "replicates", "integer or map", 1, most_replicates, "",
            "Runs at each point, or a map that says until when."},
        Key{"", "random_numbers", "choice", 0, 0, "common independent",
            "common: a replicate has the same random numbers at every point, so that points differ "
            "by "
            "their factors alone."},
        Key{"", "on_failure", "choice", 0, 0, "continue stop retry",
            "What a failed run means for the others; retry tries it a second time."},
        Key{"", "design", "map", 0, 0, "", "How points are laid out."},
        Key{"", "factors", "factors", 0, 0, "", "What is varied, by name: a path, or a map."},
        Key{"", "constraints", "names", 0, 0, "",
            "Sums of factors compared, such as a + 2 * b <= 1; points that break one are left "
            "out."},
        Key{"", "outcomes", "outcomes", 0, 0, "", "Numbers kept of every run, by name."},
        Key{"design", "method", "choice", 0, 0,
            "latin_hypercube sobol morris saltelli grid one_at_a_time list csv posterior",
            "How points are laid out."},
        Key{"design", "points", "integer", 1, most_points, "",
            "Points; of morris the paths, of saltelli the base points."},
        Key{"design", "levels", "integer", 2, 1000, "",
            "Levels of a range, for grid, one_at_a_time "
            "and morris."},
        Key{"design", "candidates", "integer", 0, 100000, "",
            "Of morris: random paths from which those far apart are chosen."},
        Key{"design", "rows", "rows", 0, 0, "",
            "Of list: a list of values for each point, in the order of the factors."},
        Key{"design", "file", "text", 0, 0, "",
            "Of csv a table with a column per factor, of posterior what `skillscale calibrate` "
            "wrote."},
        Key{"factor", "path", "text", 0, 0, "", "Path of a parameter."},
        Key{"factor", "low", "quantity", 0, 0, "", "Smallest value; without it the scenario's."},
        Key{"factor", "high", "quantity", 0, 0, "", "Largest value; without it the scenario's."},
        Key{"factor", "unit", "text", 0, 0, "", "Unit of low, high and values."},
        Key{"factor", "distribution", "choice", 0, 0, "two_sided uniform log_uniform",
            "How values spread over the range; two_sided has half of the mass on each side of the "
            "scenario's value. Without it uniform."},
        Key{"factor", "values", "names", 0, 0, "", "A list of values or words instead of a range."},
        Key{"factor", "packages", "names", 0, 0, "", "Packages of the library instead of a path."},
        Key{"factor", "note", "text", 0, 0, "", "Why it is varied."}},
    measure_keys("outcome"),
    std::array{
        Key{"outcome", "headline", "text", 0, 0, "",
            "Instead of an indicator: one number of a run."},
        Key{"outcome", "each_year", "switch", 0, 0, "",
            "A number for each calendar year instead of one for all."},
        Key{"outcome", "per", "map", 0, 0, "", "A second measure that divides the first."},
        Key{"outcome", "against", "text", 0, 0, "",
            "A reference of the scenario; its value in the same replicate is taken off."},
        Key{"outcome", "unit", "text", 0, 0, "", "In which it is kept; without it the model's."},
        Key{"outcome", "note", "text", 0, 0, "", "What it says."}},
    measure_keys("per", "sum mean end"),
    std::array{
        Key{"replicates", "least", "integer", 2, most_replicates, "",
            "Runs that every point gets."},
        Key{"replicates", "until", "map", 0, 0, "", "When a point has enough."},
        Key{"until", "outcome", "text", 0, 0, "", "Of which the mean shall be known."},
        Key{"until", "rel_se", "number", 0.000001, 10, "",
            "Standard error of the mean divided by the mean."},
        Key{"until", "at_most", "integer", 2, most_replicates, "", "Runs that no point passes."}});

}  // namespace

std::span<const FileKey> experiment_keys() { return keys; }

}  // namespace skillscale::scenarios
