#include "scenarios/experiment_keys.h"

#include <array>

namespace skillscale::scenarios {
namespace {

using Key = FileKey;

constexpr std::array keys{
    Key{"", "schema", "integer", 1, 1, "", "Version of the language."},
    Key{"", "name", "text", 0, 0, "", "Title."},
    Key{"", "description", "text", 0, 0, "", "What is asked."},
    Key{"", "scenario", "text", 0, 0, "", "Base scenario; beside this file or in the library."},
    Key{"", "seed", "integer", 0, 9007199254740991.0, "", "Seed of all random numbers."},
    Key{"", "replicates", "integer", 1, 1000000, "", "Runs at each point."},
    Key{"", "random_numbers", "choice", 0, 0, "common independent",
        "Whether all points share the random numbers of a replicate."},
    Key{"", "on_failure", "choice", 0, 0, "continue stop retry",
        "What follows when a point cannot be run."},
    Key{"", "design", "map", 0, 0, "", "How points are laid out."},
    Key{"", "factors", "factors", 0, 0, "", "What is varied, by name."},
    Key{"", "constraints", "names", 0, 0, "",
        "Inequalities between factors that every point satisfies."},
    Key{"", "outcomes", "outcomes", 0, 0, "", "Numbers to keep of every run, by name."},
    Key{"design", "method", "choice", 0, 0,
        "latin_hypercube sobol grid one_at_a_time morris saltelli csv", "Method."},
    Key{"design", "points", "integer", 1, 10000000, "",
        "Points; for morris the paths, for saltelli the groups."},
    Key{"design", "levels", "integer", 1, 1000, "",
        "Levels of a range in a grid, one at a time, or morris."},
    Key{"design", "file", "text", 0, 0, "", "Table of points for csv, beside this file."},
    Key{"factor", "path", "text", 0, 0, "", "Path of a number of the scenario."},
    Key{"factor", "low", "quantity", 0, 0, "", "Smallest value; without it the scenario's."},
    Key{"factor", "high", "quantity", 0, 0, "", "Largest value; without it the scenario's."},
    Key{"factor", "unit", "text", 0, 0, "", "Unit of low, high and values."},
    Key{"factor", "distribution", "choice", 0, 0, "two_sided uniform log_uniform",
        "How values spread over the range; uniform where nothing is said."},
    Key{"factor", "values", "names", 0, 0, "", "Numbers instead of a range."},
    Key{"factor", "packages", "names", 0, 0, "", "Packages of the library instead of a path."},
    Key{"factor", "note", "text", 0, 0, "", "Why it is varied."},
    Key{"outcome", "headline", "text", 0, 0, "", "A headline of the model."},
    Key{"outcome", "against", "text", 0, 0, "",
        "Reference that a headline is about, or that a measure is reduced by."},
    Key{"outcome", "indicator", "text", 0, 0, "", "A monthly indicator of the model."},
    Key{"outcome", "where", "map", 0, 0, "",
        "Labels by axis; labels are summed, axes not named in full."},
    Key{"outcome", "years", "period", 1900, 4600, "", "Calendar years."},
    Key{"outcome", "months", "period", 0, 0, "", "First and last month, YYYY-MM."},
    Key{"outcome", "take", "choice", 0, 0, "sum mean end growth",
        "What becomes of the months; see targets of a calibration."},
    Key{"outcome", "each_year", "choice", 0, 0, "off on", "A number for every calendar year."},
    Key{"outcome", "per", "map", 0, 0, "", "A second measure that divides the first."},
    Key{"per", "indicator", "text", 0, 0, "", "A monthly indicator of the model."},
    Key{"per", "where", "map", 0, 0, "", "Labels by axis."},
    Key{"per", "years", "period", 1900, 4600, "", "Calendar years."},
    Key{"per", "months", "period", 0, 0, "", "First and last month, YYYY-MM."},
    Key{"per", "take", "choice", 0, 0, "sum mean end growth", "What becomes of the months."},
};

}  // namespace

std::span<const FileKey> experiment_keys() { return keys; }

}  // namespace skillscale::scenarios
