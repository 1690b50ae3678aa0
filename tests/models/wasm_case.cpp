// Prints what the WebAssembly build must reproduce: for every world of replicate 0 its parameter
// lines and its native digest, as JSON.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "experiments/worlds.h"
#include "models/parameter_lines.h"
#include "scenarios/language.h"
#include "scenarios/scenario.h"

using namespace skillscale;

namespace {

models::ParameterLines lines_of(const scenarios::Bound& bound, int months) {
  return {months, {bound.names, bound.numbers, bound.lists, bound.texts}};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  scenarios::LoadOptions options;
  options.library = arguments[2];
  const auto loaded = scenarios::load(arguments[1], options, scenarios::model_language());
  if (!loaded.scenario) return 2;
  const auto& scenario = *loaded.scenario;
  const auto seed = scenario.run.ensemble.seed;
  const auto worlds = experiments::make_worlds(scenario, scenario.run.months, seed, 0);
  experiments::Progress progress;
  const auto records = experiments::run_replicate(worlds, {seed, 0, 0}, {}, progress);
  nlohmann::json out;
  out["seed"] = {seed >> 32, seed & 0xFFFFFFFF};
  out["months"] = scenario.run.months;
  for (std::size_t w = 0; w < records.size(); ++w) {
    const auto& bound = w == 0 ? scenario.bound : scenario.references[w - 1].bound;
    out["worlds"].push_back({{"name", worlds.names[w]},
                             {"lines", models::to_lines(lines_of(bound, scenario.run.months))},
                             {"digest", records[w].digest.hex()}});
  }
  std::printf("%s\n", out.dump().c_str());
}
