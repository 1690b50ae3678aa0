#include "cli/load_scenario.h"

#include "cli/library_folder.h"
#include "sim/error.h"

namespace skillscale::cli {

scenarios::LoadOptions load_options(const std::vector<std::string>& changes) {
  scenarios::LoadOptions options;
  options.library = library_folder();
  scenarios::Faults faults;
  for (const auto& text : changes) {
    if (auto change = scenarios::parse_override(text, faults)) {
      options.overrides.push_back(std::move(*change));
    }
  }
  if (!faults.empty()) throw sim::InputError(faults.text());
  return options;
}

scenarios::Scenario load_scenario(const std::filesystem::path& file,
                                  const scenarios::LoadOptions& options) {
  auto loaded = scenarios::load(file, options, scenarios::model_language());
  if (!loaded.scenario) throw sim::InputError(loaded.faults.text());
  return std::move(*loaded.scenario);
}

}  // namespace skillscale::cli
