#include "cli/result_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/estimates.h"
#include "cli/gains_block.h"
#include "cli/table_text.h"
#include "cli/world_block.h"

namespace skillscale::cli {
namespace {

std::string scope_words(const Table& table) {
  if (table.runs < 2) return "One run: there are no ranges, and chance is not told apart.\n";
  std::string text =
      table.has_draws
          ? "A range holds 90 % of the runs: chance and uncertain parameters together.\n"
          : "A range holds 90 % of the runs, over replicates only: it shows chance, not how sure\n"
            "the assumptions are.\n";
  constexpr long long enough = 20;
  if (table.runs < enough) text += "With so few runs the ranges are rough.\n";
  return text;
}

std::string head(const scenarios::Scenario& scenario, const experiments::RunOptions& options,
                 const std::string& branched_from, const Table& table) {
  const auto& start = scenario.run.start;
  auto text = fmt::format("{}\n{} to {}; {} replicate{}, seed {}", scenario.run.name,
                          to_text(start), to_text(later(start, options.months - 1)),
                          options.replicates, options.replicates == 1 ? "" : "s", options.seed);
  if (table.has_draws) text += fmt::format(", {} parameter draws", scenario.run.ensemble.draws);
  text += "\n";
  if (!branched_from.empty()) {
    text += fmt::format("Branch: the months to {} are those of the run with digest\n{}.\n",
                        branched_from.substr(0, branched_from.find(' ')),
                        branched_from.substr(branched_from.find(' ') + 1));
  }
  return text + scope_words(table);
}

/// Whose enrolment the gains are counted by.
std::string gain_units(const Table& table) {
  const auto names = references_of(table);
  const bool has_pilots = std::find(names.begin(), names.end(), "pilots_as_today") != names.end();
  return fmt::format(
      "\nGains are discounted sums per person enrolled in {} (mean over all runs).\n"
      "1 is, for migrants, a yearly wage at the origin; for the origin, the training of one\n"
      "graduate; for the destination, a yearly wage of a recognised worker. What flows after the\n"
      "horizon is what those in Germany at its end are expected to yield.\n"
      "The seven: migrants, German employers, German state, domestic workers; origin state,\n"
      "employers and patients, workers. Households at the origin live on money that migrants "
      "send.\n",
      has_pilots ? "pilots_as_today" : "the scenario");
}

}  // namespace

std::string result_table(const scenarios::Scenario& scenario,
                         const experiments::RunOptions& options,
                         const experiments::RunSummary& summary) {
  const int draws = scenario.run.ensemble.draws;
  const Table table{summary.headlines,
                    static_cast<long long>(options.replicates) * std::max(1, draws), draws > 0,
                    scenario.run.start.year, scenario.run.start.month};
  std::string text = head(scenario, options, summary.branched_from, table) + world_block(table);
  std::string gains;
  for (const auto& reference : references_of(table)) gains += gains_block(table, reference);
  if (!gains.empty()) text += gains + gain_units(table);
  return text + "\n" + estimates_text(scenario.bound);
}

}  // namespace skillscale::cli
