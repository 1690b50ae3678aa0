// level_bits SCENARIO LIBRARY MONTHS [SHUFFLE_SEED]: hashes that see the last bit, where tallies
// would hide it.
//
// Prints three lines: the version of the loops in use; a hash of what the vectorised functions
// give, and one of every world's reals and rows after every month, of replicate 0 with stated
// values.
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <type_traits>
#include <vector>

#include "experiments/worlds.h"
#include "scenarios/language.h"
#include "scenarios/scenario.h"
#include "sim/digest.h"
#include "sim/draw.h"
#include "sim/math.h"
#include "sim/parallel.h"
#include "sim/vector.h"

namespace experiments = skillscale::experiments;
namespace models = skillscale::models;
namespace scenarios = skillscale::scenarios;
namespace sim = skillscale::sim;

namespace {

void add(sim::Digest& digest, double value) { digest.add(std::bit_cast<std::uint64_t>(value)); }

void add_all(sim::Digest& digest, std::span<const double> values) {
  for (const double value : values) add(digest, value);
}

/// Arrays of all lengths up to some vectors, and a long one.
std::string hash_of_functions() {
  sim::Digest digest;
  const sim::Draws draws(20240101, 3, 1);
  std::vector<std::size_t> lengths(40);
  for (std::size_t i = 0; i < lengths.size(); ++i) lengths[i] = i;
  lengths.push_back(100'003);
  for (const std::size_t n : lengths) {
    std::vector<sim::Key> keys(n);
    for (std::size_t i = 0; i < n; ++i)
      keys[i] = sim::make_key(3, 5, static_cast<std::uint32_t>(i));
    std::vector<double> out(n);
    draws.uniforms(keys, 7, sim::Purpose{11}, 2, out);
    add_all(digest, out);
    draws.exponentials(keys, 7, sim::Purpose{11}, 3, out);
    add_all(digest, out);
    std::vector<std::uint64_t> words(n);
    draws.words(keys, 7, sim::Purpose{11}, 4, words);
    for (const auto word : words) digest.add(word);
    sim::exponentials_of_bits(words, out);
    add_all(digest, out);
    // exp from what underflows to what overflows
    for (std::size_t i = 0; i < n; ++i)
      out[i] = 1500.0 * (static_cast<double>(words[i] >> 11) * 0x1p-53 - 0.5);
    sim::math::exp_all(out);
    add_all(digest, out);
    draws.uniforms(keys, 7, sim::Purpose{11}, 5, out);
    sim::math::inverse_normal_all(out);
    add_all(digest, out);
  }
  return digest.value().hex();
}

void add_reals(sim::Digest& digest, const models::World& w) {
  for (const auto& market : w.origins) {
    for (const double value : {market.wage, market.intention, market.expected_migration,
                               market.success, market.wait_years, market.graduate_carry})
      add(digest, value);
    add_all(digest, market.applications);
  }
  for (const auto& pool : w.pools) {
    for (const double value : {pool.survival, pool.cumulative, pool.carry}) add(digest, value);
  }
  for (const auto& p : w.partnerships) {
    for (const double value : {p.seats, p.trust, p.experience, p.placed, p.failed, p.quality})
      add(digest, value);
  }
  for (const auto& office : w.offices) {
    for (const double value : {office.token_carry, office.served, office.held}) add(digest, value);
  }
  for (const float value : w.employers.awareness_budget) add(digest, static_cast<double>(value));
  for (const float value : w.employers.adoption_budget) add(digest, static_cast<double>(value));
}

void add_rows(sim::Digest& digest, models::World& w) {
  w.persons.columns([&](auto& column) {
    for (const auto value : column) {
      if constexpr (std::is_floating_point_v<std::decay_t<decltype(value)>>) {
        add(digest, static_cast<double>(value));
      } else {
        digest.add(static_cast<std::uint64_t>(value));
      }
    }
  });
}

std::string hash_of_parameters(const scenarios::Scenario& scenario) {
  sim::Digest digest;
  const auto& run = scenario.run;
  for (const std::uint32_t draw_set : {0U, 1U}) {
    const auto set = experiments::make_worlds(scenario, run.months, run.ensemble.seed, draw_set);
    for (const auto& stated : set.parameters) {
      models::Parameters parameters = *stated;
      for (const auto& at : models::all_addresses(parameters)) {
        if (at.decl->number != nullptr) add(digest, *at.decl->number(parameters, at.index));
      }
    }
  }
  return digest.value().hex();
}

std::string hash_of_worlds(const scenarios::Scenario& scenario, int months) {
  const auto seed = scenario.run.ensemble.seed;
  const auto worlds = experiments::make_worlds(scenario, months, seed, 0);
  const auto setup =
      std::make_shared<const models::ReplicateSetup>(*worlds.parameters.front(), seed, 0, 0);
  std::vector<sim::Digest> digests(worlds.parameters.size());
  sim::for_each_task(digests.size(), [&](std::size_t number) {
    models::World world(worlds.parameters[number], setup);
    while (world.month < months) {
      world.step();
      add_reals(digests[number], world);
      add_rows(digests[number], world);
    }
  });
  sim::Digest all;
  for (const auto& digest : digests) {
    all.add(digest.value().high);
    all.add(digest.value().low);
  }
  return all.value().hex();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4 && count != 5) return 2;
  scenarios::LoadOptions load;
  load.library = arguments[2];
  const auto loaded = scenarios::load(arguments[1], load, scenarios::model_language());
  if (!loaded.scenario) return 2;
  std::optional<sim::ShuffledTasks> shuffled;
  if (count == 5) shuffled.emplace(std::strtoull(arguments[4], nullptr, 10));
  std::printf("%s\n%s\n%s\n%s\n", std::string(sim::vector_level()).c_str(),
              hash_of_functions().c_str(), hash_of_parameters(*loaded.scenario).c_str(),
              hash_of_worlds(*loaded.scenario, std::atoi(arguments[3])).c_str());
}
