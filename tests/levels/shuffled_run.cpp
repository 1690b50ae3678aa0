// shuffled_run SCENARIO LIBRARY RESULT.h5 SEED: runs a scenario with all tasks and blocks in an
// order drawn from the seed and prints the digest of the file.
#include <cstdio>
#include <cstdlib>

#include "experiments/ensemble.h"
#include "scenarios/language.h"
#include "scenarios/scenario.h"
#include "sim/parallel.h"

namespace experiments = skillscale::experiments;
namespace scenarios = skillscale::scenarios;
namespace sim = skillscale::sim;

int main(int count, char** arguments) {
  if (count != 5) return 2;
  scenarios::LoadOptions load;
  load.library = arguments[2];
  const auto loaded = scenarios::load(arguments[1], load, scenarios::model_language());
  if (!loaded.scenario) return 2;
  const auto& settings = loaded.scenario->run;
  experiments::RunOptions options;
  options.replicates = settings.ensemble.replicates;
  options.seed = settings.ensemble.seed;
  options.months = settings.months;
  options.force = true;
  const sim::ShuffledTasks shuffled(std::strtoull(arguments[4], nullptr, 10));
  experiments::Progress progress;
  const auto summary = experiments::run_to_file(*loaded.scenario, options, arguments[3], progress);
  std::printf("%s\n", summary.digest.c_str());
}
