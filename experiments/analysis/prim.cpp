#include "experiments/analysis/prim.h"

#include <algorithm>
#include <numeric>

#include "experiments/analysis/prim_peeling.h"
#include "experiments/analysis/resample.h"
#include "sim/parallel.h"

namespace skillscale::experiments::analysis {
namespace {

double cases_of(const Samples& samples) {
  return std::accumulate(samples.y.begin(), samples.y.end(), 0.0);
}

bool has_both_kinds(const Samples& samples) {
  const double cases = cases_of(samples);
  return cases > 0 && cases < static_cast<double>(samples.size());
}

/// The samples as often as they stand in a resample.
Samples drawn_again(const Samples& samples, std::span<const std::uint16_t> weights) {
  Samples again;
  again.choices = samples.choices;
  again.columns.resize(samples.factors());
  for (std::size_t i = 0; i < samples.size(); ++i) {
    for (std::uint16_t n = 0; n < weights[i]; ++n) {
      again.y.push_back(samples.y[i]);
      for (std::size_t f = 0; f < samples.factors(); ++f)
        again.columns[f].push_back(samples.columns[f][i]);
    }
  }
  return again;
}

Box box_from(const PeelingStep& step, const Samples& samples, const PrimOptions& options) {
  return without_chance(pasted(step.box, samples, options), samples, options);
}

double place_of(const Box& box, const Face& face) {
  if (face.side == Face::Side::Low) return box[face.factor].low;
  return box[face.factor].high;
}

bool is_same(const Face& one, const Face& other) {
  return one.factor == other.factor && one.side == other.side;
}

/// Which faces come again when the points are drawn again from themselves.
void add_reproducibility(DiscoveredBox& found, const Samples& samples, std::uint64_t seed,
                         const PrimOptions& options) {
  const Resamples drawn(samples.size(), options.resamples, seed);
  std::vector<Box> boxes(drawn.size());
  sim::for_each_task(drawn.size(), [&](std::size_t b) {
    const Samples again = drawn_again(samples, drawn.weights(b));
    if (!has_both_kinds(again)) return;
    const auto path = peeling_path(again, options, cases_of(again));
    boxes[b] = box_from(path[best_balanced(path, options)], again, options);
  });
  found.resamples = drawn.size();
  for (auto& evidence : found.evidence) {
    std::vector<double> places;
    for (const auto& box : boxes) {
      for (const Face& face : faces(box)) {
        if (is_same(face, evidence.face)) places.push_back(place_of(box, face));
      }
    }
    evidence.found_again = places.size();
    evidence.low = quantile(places, 0.05);
    evidence.high = quantile(places, 0.95);
  }
}

DiscoveredBox one_box(const Samples& samples, double all_cases, std::uint64_t seed,
                      const PrimOptions& options) {
  DiscoveredBox found;
  found.path = peeling_path(samples, options, all_cases);
  found.chosen = options.chosen == 0 ? best_balanced(found.path, options)
                                     : std::min(options.chosen, found.path.size() - 1);
  found.box = box_from(found.path[found.chosen], samples, options);
  found.standing = standing(found.box, samples, all_cases);
  for (const Face& face : faces(found.box))
    found.evidence.push_back({face, quasi_p(found.box, face, samples), 0, undefined, undefined});
  if (options.resamples > 0) add_reproducibility(found, samples, seed, options);
  return found;
}

Samples outside(const Box& box, const Samples& samples) {
  std::vector<std::uint16_t> weights(samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i) weights[i] = contains(box, samples, i) ? 0 : 1;
  return drawn_again(samples, weights);
}

}  // namespace

Discovery discover(const Samples& samples, std::uint64_t seed, const PrimOptions& options) {
  Discovery found;
  found.points = samples.size();
  const double all_cases = cases_of(samples);
  found.cases = static_cast<std::size_t>(all_cases);
  Samples rest = samples;
  while (found.boxes.size() < options.most_boxes && has_both_kinds(rest)) {
    const auto box = one_box(rest, all_cases, seed, options);
    // A box without limits says that nothing among the factors tells the cases from the others.
    if (limited(box.box) == 0) break;
    rest = outside(box.box, rest);
    found.together.inside += box.standing.inside;
    found.together.cases += box.standing.cases;
    found.boxes.push_back(box);
  }
  if (found.together.inside > 0) {
    const auto inside = static_cast<double>(found.together.inside);
    const auto cases = static_cast<double>(found.together.cases);
    found.together.coverage = cases / all_cases;
    found.together.density = cases / inside;
    found.together.mass = inside / static_cast<double>(samples.size());
  }
  return found;
}

}  // namespace skillscale::experiments::analysis
