#include "tests/experiments/tiny.h"

#include <stdlib.h>

#include "sim/error.h"

namespace skillscale::experiments {

scenarios::Scenario tiny(const std::vector<std::string>& overrides) {
  const std::filesystem::path root = SKILLSCALE_SOURCE_DIR;
  scenarios::LoadOptions options;
  options.library = root / "scenarios/library";
  scenarios::Faults faults;
  for (const auto& text : overrides)
    options.overrides.push_back(scenarios::parse_override(text, faults).value());
  auto loaded = scenarios::load(root / "tests/experiments/scenarios/tiny.yaml", options,
                                scenarios::model_language());
  if (!loaded.scenario) throw sim::InputError(loaded.faults.text());
  return std::move(*loaded.scenario);
}

RunOptions options_of(const scenarios::Scenario& scenario) {
  RunOptions options;
  options.replicates = scenario.run.ensemble.replicates;
  options.seed = scenario.run.ensemble.seed;
  options.months = scenario.run.months;
  return options;
}

Folder::Folder() {
  auto name = (std::filesystem::temp_directory_path() / "skillscale_XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw sim::StorageError("no folder could be made");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace skillscale::experiments
