#include "experiments/calibration/abc_smc.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "experiments/calibration/short_text.h"
#include "experiments/purposes.h"
#include "sim/draw.h"
#include "sim/error.h"
#include "sim/math.h"

namespace skillscale::experiments::calibration {
namespace {

namespace math = sim::math;

constexpr double infinity = std::numeric_limits<double>::infinity();
// Draws of the space for the first generation stand apart from those of the waves.
constexpr std::uint32_t first_generation_stage = 1000;

class Sampler {
 public:
  Sampler(const Problem& problem, const Settings& settings, PlausibleSpace& space, PointBook& book)
      : problem_(problem),
        settings_(settings),
        space_(space),
        book_(book),
        draws_(settings.seed, 0) {}

  Posterior sample(const std::function<void(const std::string&)>& tell) {
    Posterior posterior;
    double tolerance = infinity;
    for (int number = 0; number < settings_.generations; ++number) {
      auto next = generation(static_cast<std::uint32_t>(number), tolerance,
                             number == 0 ? nullptr : &posterior.generations.back());
      posterior.is_stopped = book_.is_stopped();
      if (posterior.is_stopped) return posterior;
      posterior.end = reason_to_refuse(next);
      if (!posterior.end.empty() && number > 0) break;
      posterior.generations.push_back(std::move(next));
      if (tell) tell(line_of(posterior.generations.back(), number));
      posterior.end = reason_to_end(posterior.generations.back(), number);
      if (!posterior.end.empty()) break;
      tolerance = next_tolerance(posterior.generations.back());
    }
    check_not_empty(posterior);
    return posterior;
  }

 private:
  static std::string line_of(const Generation& generation, int number) {
    return "generation " + std::to_string(number + 1) + ": tolerance " +
           short_text(generation.tolerance) + ", " + short_text(100 * generation.acceptance) +
           " % taken, " + short_text(generation.effective) + " effective particles";
  }

  std::string reason_to_refuse(const Generation& next) const {
    const auto wanted = static_cast<std::size_t>(settings_.particles);
    if (next.particles.size() < wanted) return "as many points as allowed were simulated";
    if (next.effective < settings_.effective_share * settings_.particles)
      return "the next tolerance left fewer effective particles than wanted";
    return "";
  }

  std::string reason_to_end(const Generation& last, int number) const {
    if (number > 0 && last.tolerance <= settings_.tolerance) return "the tolerance was reached";
    if (last.acceptance < settings_.smallest_acceptance) return "few proposals were taken";
    if (number + 1 == settings_.generations) return "as many generations as allowed were made";
    return "";
  }

  double next_tolerance(const Generation& last) const {
    std::vector<double> distances;
    for (const auto& particle : last.particles) distances.push_back(particle.distance);
    std::sort(distances.begin(), distances.end());
    const auto at = static_cast<std::size_t>(settings_.quantile * double(distances.size() - 1));
    return std::max(distances[at], settings_.tolerance);
  }

  /// Deviations of a point's outputs with the observation's error from the observations.
  std::vector<double> deviations(std::size_t number) const {
    std::vector<double> off;
    const auto& point = book_.points()[number];
    for (std::size_t t = 0; t < problem_.targets.size(); ++t) {
      const auto& target = problem_.targets[t];
      const double one_run = space_.replicate_variance(t);
      // The world was one run: the mean over replicates varies less than it.
      const double missing = one_run * (1 - 1.0 / settings_.replicates);
      const double error = math::sqrt(target.variance() + missing) *
                           draws_.normal({sim::Key{number}, 0, purpose::observation_error,
                                          static_cast<std::uint16_t>(t)});
      off.push_back((point.mean(t) + error - target.value) /
                    math::sqrt(target.variance() + one_run));
    }
    return off;
  }

  double distance(std::size_t number) const {
    const auto off = deviations(number);
    double sum = 0, weights = 0;
    for (std::size_t t = 0; t < off.size(); ++t) {
      sum += problem_.targets[t].weight * off[t] * off[t];
      weights += problem_.targets[t].weight;
    }
    const double distance = math::sqrt(sum / weights);
    return std::isfinite(distance) ? distance : infinity;
  }

  struct Kernel {
    std::vector<double> deviation;   ///< by parameter
    std::vector<double> cumulative;  ///< weights of the ancestors
  };

  Kernel kernel_of(const Generation& from) const {
    Kernel kernel;
    double sum = 0;
    for (const auto& particle : from.particles) kernel.cumulative.push_back(sum += particle.weight);
    for (std::size_t d = 0; d < problem_.parameters.size(); ++d) {
      double mean = 0, square = 0;
      for (const auto& particle : from.particles) {
        const double x = book_.points()[particle.point].at[d];
        mean += particle.weight * x;
        square += particle.weight * x * x;
      }
      // A parameter on which all agree still moves a little.
      kernel.deviation.push_back(math::sqrt(2 * std::max(square - mean * mean, 1e-8)));
    }
    return kernel;
  }

  /// A particle of the last generation, moved; nothing if it leaves the space.
  std::vector<double> propose(const Generation& from, const Kernel& kernel, std::uint32_t number,
                              std::uint64_t trial) const {
    const auto address = [&](sim::Purpose of, std::size_t index) {
      return sim::Address{sim::Key{trial}, number, of, static_cast<std::uint16_t>(index)};
    };
    const double u = draws_.uniform(address(purpose::ancestor, 0)) * kernel.cumulative.back();
    const auto at = std::lower_bound(kernel.cumulative.begin(), kernel.cumulative.end(), u);
    auto point =
        book_.points()[from.particles[std::size_t(at - kernel.cumulative.begin())].point].at;
    for (std::size_t d = 0; d < point.size(); ++d) {
      point[d] += kernel.deviation[d] * draws_.normal(address(purpose::kernel_step, d));
      if (!(point[d] > 0 && point[d] < 1)) return {};
    }
    return space_.contains(point) ? point : std::vector<double>{};
  }

  Design proposals(const Generation& from, const Kernel& kernel, std::uint32_t number,
                   std::uint64_t& trial) const {
    constexpr std::uint64_t most_trials = 1'000'000;
    const auto wanted = std::min(PointBook::batch * 2, points_left());
    Design design;
    while (design.size() < wanted && trial < most_trials) {
      auto point = propose(from, kernel, number, trial++);
      if (!point.empty()) design.push_back(std::move(point));
    }
    return design;
  }

  std::size_t points_left() const {
    const auto most = static_cast<std::size_t>(settings_.most_points);
    return most - std::min(most, book_.points().size());
  }

  Generation generation(std::uint32_t number, double tolerance, const Generation* from) {
    Generation next;
    next.tolerance = tolerance;
    const auto wanted = static_cast<std::size_t>(settings_.particles);
    const Kernel kernel = from == nullptr ? Kernel{} : kernel_of(*from);
    std::size_t simulated = 0;
    std::uint64_t trial = 0;
    while (next.particles.size() < wanted && points_left() > 0) {
      const Design design = from == nullptr
                                ? space_.draw(std::min(wanted, points_left()),
                                              first_generation_stage + std::uint32_t(trial++))
                                : proposals(*from, kernel, number, trial);
      const std::size_t first = book_.points().size();
      if (design.empty() || !book_.simulate(design)) break;
      for (std::size_t i = 0; i < design.size() && next.particles.size() < wanted; ++i) {
        ++simulated;
        const double off = distance(first + i);
        if (off < infinity && off <= tolerance) next.particles.push_back({first + i, 1, off});
      }
      if (next.particles.empty() && from == nullptr && trial >= 3) break;
    }
    if (simulated > 0) next.acceptance = double(next.particles.size()) / double(simulated);
    weigh(next, from, kernel);
    return next;
  }

  void weigh(Generation& next, const Generation* from, const Kernel& kernel) const {
    double sum = 0;
    for (auto& particle : next.particles) {
      if (from != nullptr) particle.weight = 1 / density(*from, kernel, particle.point);
      sum += particle.weight;
    }
    for (auto& particle : next.particles) particle.weight /= sum;
    next.effective = effective_size(next.particles);
  }

  /// Of the proposals at a point, up to a constant factor; every point of the space is equally
  /// probable beforehand.
  double density(const Generation& from, const Kernel& kernel, std::size_t number) const {
    const auto& to = book_.points()[number].at;
    double sum = 0;
    for (const auto& particle : from.particles) {
      const auto& at = book_.points()[particle.point].at;
      double square = 0;
      for (std::size_t d = 0; d < to.size(); ++d) {
        const double step = (to[d] - at[d]) / kernel.deviation[d];
        square += step * step;
      }
      sum += particle.weight * math::exp(-square / 2);
    }
    return sum;
  }

  void check_not_empty(const Posterior& posterior) const {
    std::size_t best = 0;
    double least = infinity;
    if (!posterior.generations.empty()) {
      for (const auto& particle : posterior.generations.back().particles) {
        if (particle.distance < least) {
          least = particle.distance;
          best = particle.point;
        }
      }
    }
    if (least <= settings_.cut) return;
    if (least == infinity)
      throw sim::InputError(
          "the posterior is empty: no simulated point gives every target\n  "
          "allowed: targets that the model gives\n  next: choose other months "
          "or labels, or narrow the ranges");
    refuse_far(best, least);
  }

  [[noreturn]] void refuse_far(std::size_t best, double least) const {
    std::size_t worst = 0;
    double most = -1;
    for (std::size_t t = 0; t < problem_.targets.size(); ++t) {
      const double off = math::abs(book_.points()[best].mean(t) - problem_.targets[t].value) /
                         math::sqrt(problem_.targets[t].variance());
      if (off > most) {
        most = off;
        worst = t;
      }
    }
    const auto& target = problem_.targets[worst];
    throw sim::InputError(
        "targets." + target.name +
        ": cannot be reached, the posterior is empty: where all targets come nearest it is " +
        short_text(book_.points()[best].mean(worst)) + ", observed " + short_text(target.value) +
        " with a standard deviation of " + short_text(math::sqrt(target.variance())) +
        "\n  allowed: a distance up to " + short_text(settings_.cut) + ", here at least " +
        short_text(least) + "\n  next: widen the ranges or state a discrepancy");
  }

  const Problem& problem_;
  const Settings& settings_;
  PlausibleSpace& space_;
  PointBook& book_;
  sim::Draws draws_;
};

}  // namespace

double effective_size(const std::vector<Particle>& particles) {
  double squares = 0;
  for (const auto& particle : particles) squares += particle.weight * particle.weight;
  return squares > 0 ? 1 / squares : 0;
}

Posterior sample_posterior(const Problem& problem, const Settings& settings, PlausibleSpace& space,
                           PointBook& book, const std::function<void(const std::string&)>& tell) {
  return Sampler(problem, settings, space, book).sample(tell);
}

}  // namespace skillscale::experiments::calibration
