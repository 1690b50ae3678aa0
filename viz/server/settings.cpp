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

}  // namespace skillscale::server
