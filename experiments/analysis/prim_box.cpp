#include "experiments/analysis/prim_box.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>

namespace skillscale::experiments::analysis {

bool contains(const Box& box, const Samples& samples, std::size_t sample) {
  for (std::size_t f = 0; f < box.size(); ++f) {
    if (!box[f].admits(samples.columns[f][sample])) return false;
  }
  return true;
}

std::size_t limited(const Box& box) {
  return static_cast<std::size_t>(
      std::count_if(box.begin(), box.end(), [](const Limits& one) { return one.any(); }));
}

double Standing::balance(double weight_of_coverage) const {
  if (coverage == 0 || density == 0) return 0;
  const double weight = weight_of_coverage * weight_of_coverage;
  return (1 + weight) * coverage * density / (coverage + weight * density);
}

Standing standing(const Box& box, const Samples& samples, double all_cases) {
  Standing found;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (!contains(box, samples, i)) continue;
    ++found.inside;
    if (samples.y[i] > 0) ++found.cases;
  }
  const auto inside = static_cast<double>(found.inside), cases = static_cast<double>(found.cases);
  found.coverage = all_cases > 0 ? cases / all_cases : 0;
  found.density = found.inside > 0 ? cases / inside : 0;
  found.mass = samples.size() > 0 ? inside / static_cast<double>(samples.size()) : 0;
  return found;
}

std::vector<Face> faces(const Box& box) {
  std::vector<Face> all;
  for (std::size_t f = 0; f < box.size(); ++f) {
    if (box[f].has_low()) all.push_back({f, Face::Side::Low});
    if (box[f].has_high()) all.push_back({f, Face::Side::High});
    if (!box[f].refused.empty()) all.push_back({f, Face::Side::Choices});
  }
  return all;
}

Box without(const Box& box, const Face& face) {
  Box wider = box;
  const Limits none;
  if (face.side == Face::Side::Low) wider[face.factor].low = none.low;
  if (face.side == Face::Side::High) wider[face.factor].high = none.high;
  if (face.side == Face::Side::Choices) wider[face.factor].refused.clear();
  return wider;
}

double quasi_p(const Box& box, const Face& face, const Samples& samples) {
  const Standing inside = standing(box, samples, 1);
  const Standing wider = standing(without(box, face), samples, 1);
  if (inside.cases == 0) return 1;
  const boost::math::binomial chance(static_cast<double>(inside.inside), wider.density);
  // At least as many: more than one fewer.
  return boost::math::cdf(boost::math::complement(chance, static_cast<double>(inside.cases) - 1));
}

}  // namespace skillscale::experiments::analysis
