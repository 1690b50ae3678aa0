#include "experiments/analysis/prim_peeling.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace skillscale::experiments::analysis {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<std::size_t> inside(const Box& box, const Samples& samples) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (contains(box, samples, i)) found.push_back(i);
  }
  return found;
}

struct Tally {
  double count = 0, cases = 0;
  void add(double y) {
    count += 1;
    cases += y;
  }
  double density() const { return count == 0 ? 0 : cases / count; }
};

Tally tally(const std::vector<std::size_t>& rows, const Samples& samples) {
  Tally all;
  for (const auto row : rows) all.add(samples.y[row]);
  return all;
}

/// A changed limit, and what it is worth a point: density won per point given up, or lost per
/// point taken in.
struct Change {
  double worth = -infinity;
  std::size_t factor = 0;
  Limits limits;
};

double middle(double below, double above) {
  const double half = below + (above - below) / 2;
  return half > below ? half : above;
}

class Peeler {
 public:
  Peeler(const Samples& samples, const Box& box, double least)
      : samples_(samples), box_(box), rows_(inside(box, samples)), least_(least) {
    all_ = tally(rows_, samples);
  }

  /// The best slice to take off; nothing where none leaves enough points.
  bool best(double share, Change& change) {
    const double slice = std::max(1.0, std::floor(share * all_.count));
    for (std::size_t f = 0; f < samples_.factors(); ++f) {
      if (samples_.choices[f] == 0) {
        numbers(f, slice, change);
      } else {
        choices(f, change);
      }
    }
    return change.worth > -infinity;
  }

 private:
  void consider(std::size_t factor, const Tally& left, const Limits& limits, Change& change) {
    if (left.count < least_ || left.count == all_.count) return;
    const double worth = (left.density() - all_.density()) / (all_.count - left.count);
    if (worth > change.worth) change = {worth, factor, limits};
  }

  void numbers(std::size_t factor, double slice, Change& change) {
    const auto& column = samples_.columns[factor];
    std::sort(rows_.begin(), rows_.end(), [&](std::size_t a, std::size_t b) {
      return column[a] != column[b] ? column[a] < column[b] : a < b;
    });
    const auto off = static_cast<std::size_t>(slice);
    if (off >= rows_.size()) return;
    // Equal numbers go or stay together: at least one slice goes, if need be all of a tie.
    std::size_t first = off;
    while (first > 0 && column[rows_[first - 1]] == column[rows_[first]]) --first;
    if (first == 0) {
      first = off;
      while (first < rows_.size() && column[rows_[first]] == column[rows_.front()]) ++first;
    }
    if (first < rows_.size()) {
      Tally left = all_;
      for (std::size_t i = 0; i < first; ++i) remove(left, rows_[i]);
      Limits limits = box_[factor];
      limits.low = middle(column[rows_[first - 1]], column[rows_[first]]);
      consider(factor, left, limits, change);
    }
    std::size_t end = rows_.size() - off;
    while (end < rows_.size() && column[rows_[end - 1]] == column[rows_[end]]) ++end;
    if (end == rows_.size()) {
      end = rows_.size() - off;
      while (end > 0 && column[rows_[end - 1]] == column[rows_.back()]) --end;
    }
    if (end > 0) {
      Tally left = all_;
      for (std::size_t i = end; i < rows_.size(); ++i) remove(left, rows_[i]);
      Limits limits = box_[factor];
      // A limit belongs to the inside: the middle may not be the first number outside.
      limits.high = column[rows_[end - 1]] + (column[rows_[end]] - column[rows_[end - 1]]) / 2;
      if (limits.high >= column[rows_[end]]) limits.high = column[rows_[end - 1]];
      consider(factor, left, limits, change);
    }
  }

  void choices(std::size_t factor, Change& change) {
    std::vector<Tally> of_choice(samples_.choices[factor]);
    for (const auto row : rows_)
      of_choice[static_cast<std::size_t>(samples_.columns[factor][row])].add(samples_.y[row]);
    for (std::size_t c = 0; c < of_choice.size(); ++c) {
      if (of_choice[c].count == 0) continue;
      Limits limits = box_[factor];
      limits.refused.resize(of_choice.size());
      limits.refused[c] = true;
      consider(factor, {all_.count - of_choice[c].count, all_.cases - of_choice[c].cases}, limits,
               change);
    }
  }

  void remove(Tally& tally, std::size_t row) const {
    tally.count -= 1;
    tally.cases -= samples_.y[row];
  }

  const Samples& samples_;
  const Box& box_;
  std::vector<std::size_t> rows_;
  Tally all_;
  double least_;
};

/// The next wider limit of a face: as many points more as a slice holds.
Limits widened(const Box& box, const Face& face, const Samples& samples, double share) {
  Limits limits = box[face.factor];
  const auto& column = samples.columns[face.factor];
  const auto rows = inside(without(box, face), samples);
  std::vector<double> outside;
  for (const auto row : rows) {
    if (!limits.admits(column[row])) outside.push_back(column[row]);
  }
  const std::size_t within = rows.size() - outside.size();
  const auto slice =
      static_cast<std::size_t>(std::max(1.0, std::floor(share * static_cast<double>(within))));
  const Limits none;
  if (face.side == Face::Side::Low) {
    std::sort(outside.begin(), outside.end(), std::greater<>());
    if (outside.size() <= slice) {
      limits.low = none.low;
    } else {
      limits.low = middle(outside[slice], outside[slice - 1]);
    }
  } else {
    std::sort(outside.begin(), outside.end());
    limits.high = outside.size() <= slice
                      ? none.high
                      : outside[slice - 1] + (outside[slice] - outside[slice - 1]) / 2;
  }
  return limits;
}

/// Every way to widen a face by one slice.
std::vector<Limits> ways_to_widen(const Box& box, const Face& face, const Samples& samples,
                                  double share) {
  if (face.side != Face::Side::Choices) return {widened(box, face, samples, share)};
  std::vector<Limits> ways;
  const auto& refused = box[face.factor].refused;
  for (std::size_t c = 0; c < refused.size(); ++c) {
    if (!refused[c]) continue;
    Limits limits = box[face.factor];
    limits.refused[c] = false;
    if (std::find(limits.refused.begin(), limits.refused.end(), true) == limits.refused.end())
      limits.refused.clear();
    ways.push_back(limits);
  }
  return ways;
}

}  // namespace

std::vector<PeelingStep> peeling_path(const Samples& samples, const PrimOptions& options,
                                      double all_cases) {
  std::vector<PeelingStep> path;
  Box box(samples.factors());
  path.push_back({box, standing(box, samples, all_cases)});
  const double least = std::max(1.0, options.smallest_mass * static_cast<double>(samples.size()));
  while (path.back().standing.density < 1) {
    Change change;
    if (!Peeler(samples, box, least).best(options.peel, change)) break;
    box[change.factor] = change.limits;
    path.push_back({box, standing(box, samples, all_cases)});
  }
  return path;
}

Box pasted(Box box, const Samples& samples, const PrimOptions& options) {
  while (true) {
    const double density = standing(box, samples, 1).density;
    Box best = box;
    double best_density = density;
    bool is_wider = false;
    for (const Face& face : faces(box)) {
      for (const Limits& limits : ways_to_widen(box, face, samples, options.paste)) {
        Box wider = box;
        wider[face.factor] = limits;
        const double its = standing(wider, samples, 1).density;
        if (its < best_density || (its == best_density && is_wider)) continue;
        best = wider;
        best_density = its;
        is_wider = true;
      }
    }
    if (!is_wider) return box;
    box = best;
  }
}

Box without_chance(Box box, const Samples& samples, const PrimOptions& options) {
  while (true) {
    double worst = options.largest_quasi_p;
    Face face;
    bool is_found = false;
    for (const Face& one : faces(box)) {
      const double p = quasi_p(box, one, samples);
      if (p <= worst) continue;
      worst = p;
      face = one;
      is_found = true;
    }
    if (!is_found) return box;
    box = without(box, face);
  }
}

std::size_t best_balanced(const std::vector<PeelingStep>& path, const PrimOptions& options) {
  const double weight = options.most_boxes > 1 ? 0.5 : 1;
  const auto best = std::max_element(path.begin(), path.end(), [&](const auto& a, const auto& b) {
    return a.standing.balance(weight) < b.standing.balance(weight);
  });
  return static_cast<std::size_t>(best - path.begin());
}

}  // namespace skillscale::experiments::analysis
