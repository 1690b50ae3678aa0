#include "viz/server/settings.h"

#include "sim/error.h"

namespace skillscale::server {

scenarios::Scenario load_order(const Settings& settings, const RunOrder& order) {
  scenarios::LoadOptions options;
  options.library = settings.library;
  scenarios::Faults faults;
  for (const auto& change : order.changes) {
    if (auto parsed = scenarios::parse_override(change, faults))
      options.overrides.push_back(std::move(*parsed));
  }
  if (!faults.empty()) throw sim::InputError(faults.text());
  auto loaded = scenarios::load(order.scenario, options, scenarios::model_language());
  if (!loaded.scenario) throw sim::InputError(loaded.faults.text());
  return std::move(*loaded.scenario);
}

experiments::RunOptions run_options(const Settings& settings, const RunOrder& order,
                                    const scenarios::Scenario& scenario) {
  experiments::RunOptions options;
  const auto& ensemble = scenario.run.ensemble;
  options.replicates = order.replicates > 0 ? order.replicates : ensemble.replicates;
  options.seed = ensemble.seed;
  options.months = scenario.run.months;
  options.command_line = settings.command(order);
  options.sources_csv = settings.sources_csv;
  return options;
}

}  // namespace skillscale::server
