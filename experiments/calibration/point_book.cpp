#include "experiments/calibration/point_book.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::experiments::calibration {

double Point::mean(std::size_t output) const {
  double sum = 0;
  for (const auto& run : runs) sum += run[output];
  return sum / static_cast<double>(runs.size());
}

double Point::variance(std::size_t output) const {
  if (runs.size() < 2) return 0;
  const double centre = mean(output);
  double sum = 0;
  for (const auto& run : runs) sum += (run[output] - centre) * (run[output] - centre);
  return sum / static_cast<double>(runs.size() - 1);
}

PointBook::PointBook(Simulator simulator, int replicates, std::vector<Point> known, Keep keep,
                     const std::atomic<bool>* stop)
    : simulator_(std::move(simulator)),
      replicates_(replicates),
      known_(std::move(known)),
      keep_(std::move(keep)),
      stop_(stop) {}

bool PointBook::take_known(const std::vector<double>& at) {
  const std::size_t number = points_.size();
  if (number >= known_.size()) return false;
  if (known_[number].at != at) {
    throw sim::InputError("the points kept are those of another calibration: number " +
                          std::to_string(number) +
                          " is not the one that is due\n  allowed: points of this very file and "
                          "seed\n  next: begin anew without --resume");
  }
  points_.push_back(known_[number]);
  return true;
}

bool PointBook::simulate(const Design& points) {
  std::size_t at = 0;
  while (at < points.size() && take_known(points[at])) ++at;
  while (at < points.size()) {
    if (is_stopped()) return false;
    const auto count = std::min(batch, points.size() - at);
    if (!simulate_batch(std::span(points).subspan(at, count))) return false;
    if (keep_) keep_(points_);
    at += count;
  }
  return !is_stopped();
}

bool PointBook::simulate_batch(std::span<const std::vector<double>> points) {
  const auto replicates = static_cast<std::size_t>(replicates_);
  std::vector<Point> made(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    made[i].at = points[i];
    made[i].runs.resize(replicates);
  }
  const std::size_t first = points_.size();
  sim::for_each_task(points.size() * replicates, [&](std::size_t run) {
    if (is_stopped()) return;
    const std::size_t point = run / replicates, replicate = run % replicates;
    const auto number = static_cast<std::uint32_t>((first + point) * replicates + replicate);
    made[point].runs[replicate] = simulator_(made[point].at, number);
  });
  if (is_stopped()) return false;
  std::move(made.begin(), made.end(), std::back_inserter(points_));
  return true;
}

}  // namespace skillscale::experiments::calibration
