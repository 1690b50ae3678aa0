#include "experiments/calibration/calibrate.h"

#include <bit>

#include "experiments/calibration/short_text.h"
#include "experiments/designs/latin_hypercube.h"
#include "sim/digest.h"

namespace skillscale::experiments::calibration {
namespace {

void add(sim::Digest& digest, double value) { digest.add(std::bit_cast<std::uint64_t>(value)); }

std::string digest_of(const Outcome& outcome) {
  sim::Digest digest;
  for (const auto& point : outcome.points) {
    for (const double x : point.at) add(digest, x);
    for (const auto& run : point.runs) {
      // Whatever way a NaN came about, it is the same answer.
      for (const double output : run) add(digest, output == output ? output : -0.0);
    }
  }
  for (const auto& particle : outcome.particles()) {
    digest.add(particle.point);
    add(digest, particle.weight);
    add(digest, particle.distance);
  }
  return digest.value().hex();
}

/// Points of the next wave: far from each other and from those simulated before.
Design next_design(const Settings& settings, PlausibleSpace& space, const PointBook& book,
                   std::uint32_t wave) {
  const auto wanted = static_cast<std::size_t>(settings.design_points);
  const Design candidates = space.draw(10 * wanted, wave);
  Design present, design;
  for (const auto& point : book.points()) present.push_back(point.at);
  for (const auto chosen : farthest_points(candidates, present, wanted))
    design.push_back(candidates[chosen]);
  return design;
}

void tell(const Around& around, const std::string& line) {
  if (around.tell) around.tell(line);
}

bool run_waves(const Problem& problem, const Settings& settings, const Around& around,
               PlausibleSpace& space, PointBook& book, Outcome& outcome) {
  for (int number = 0; number < settings.waves; ++number) {
    const auto wave = static_cast<std::uint32_t>(number);
    const Design design = number == 0
                              ? latin_hypercube(static_cast<std::size_t>(settings.design_points),
                                                problem.parameters.size(), settings.seed)
                              : next_design(settings, space, book, wave);
    if (!book.simulate(design)) return false;
    space.add_wave(book.points());
    // How much is left is known once somebody has looked.
    space.draw(1000, 500 + wave);
    WaveReport report{book.points().size(), space.share(), {}};
    for (const auto& emulator : space.waves().back().emulators)
      report.emulators.push_back(emulator.cross_validation());
    tell(around, "wave " + std::to_string(number + 1) + ": " + std::to_string(report.points) +
                     " points, " + short_text(100 * report.share) +
                     " % of the space is not ruled out");
    outcome.waves.push_back(std::move(report));
  }
  return true;
}

}  // namespace

Outcome calibrate(const Problem& problem, const Settings& settings, const Simulator& simulator,
                  const Around& around) {
  Outcome outcome;
  PointBook book(simulator, settings.replicates, around.known, around.keep, around.stop);
  PlausibleSpace space(problem, settings);
  outcome.is_stopped = !run_waves(problem, settings, around, space, book, outcome);
  if (!outcome.is_stopped) {
    outcome.posterior = sample_posterior(problem, settings, space, book, around.tell);
    outcome.is_stopped = outcome.posterior.is_stopped;
  }
  outcome.points = book.points();
  if (outcome.is_stopped) return outcome;
  tell(around, "ended: " + outcome.posterior.end);
  outcome.digest = digest_of(outcome);
  return outcome;
}

}  // namespace skillscale::experiments::calibration
