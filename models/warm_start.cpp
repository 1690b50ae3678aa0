#include "models/warm_start.h"

#include <algorithm>

#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

namespace math = sim::math;
using sim::Key;

double months_of_language(const Parameters& p, const TypeParameters& channel) {
  double months = 0;
  for (int level = static_cast<int>(channel.start_level) + 1;
       level <= static_cast<int>(channel.language_target); ++level) {
    const double failures = 1 / std::max(p.language.pass, 0.01) - 1;
    months +=
        p.language.months_to[static_cast<std::size_t>(level)] + failures * p.language.retake_months;
  }
  return months;
}

double months_of_recognition(const Parameters& p, const TypeParameters& channel) {
  const auto& rule = p.recognition;
  const double case_work = rule.case_median * math::exp(0.5 * rule.case_sigma * rule.case_sigma);
  return (1 - channel.completeness) * rule.return_months + case_work + 1;
}

/// How far a candidate has come in its stage, 0 to 1.
struct Progress {
  Stage stage;
  double share;
};

/// Draws where on the way a candidate is: everywhere as likely as it takes time.
Progress place_on_route(const std::vector<double>& route,
                        const std::array<double, stage_count>& stay, double uniform) {
  double all = 0;
  for (const double stage : route) all += stay[static_cast<std::size_t>(stage)];
  double left = uniform * all;
  for (const double stage : route) {
    const double here = stay[static_cast<std::size_t>(stage)];
    if (left < here) return {static_cast<Stage>(static_cast<int>(stage)), left / here};
    left -= here;
  }
  return {static_cast<Stage>(static_cast<int>(route.back())), 1};
}

bool comes_before(const std::vector<double>& route, Stage first, Stage second) {
  const auto at = [&](Stage stage) {
    return std::find(route.begin(), route.end(), static_cast<double>(static_cast<int>(stage)));
  };
  return at(first) != route.end() && at(first) < at(second);
}

/// What lies behind a candidate: the decision on recognition, the choice of the track.
void remember_the_way(World& w, Row row, Stage stage) {
  auto& p = w.persons;
  const auto& channel = w.now.types[p.type[row]];
  if (comes_before(channel.route, Stage::Recognition, stage) &&
      decision_on(w, 0, row) == RecognitionDecision::Full)
    p.set(row, FullyRecognised);
  const Key key{p.key[row]};
  if (w.draws.uniform({key, event_of(w.month), purpose::track}) < channel.home_share &&
      stage <= Stage::Training)
    p.set(row, HomeTrackSeat);
}

/// Back-dates the stay, and gives the language that goes with it.
void set_back(World& w, Row row, Progress progress, double months) {
  auto& p = w.persons;
  const auto& channel = w.now.types[p.type[row]];
  const auto behind = static_cast<int>(progress.share * months);
  p.since[row] = static_cast<std::int16_t>(w.month - behind);
  if (progress.stage == Stage::Training)
    p.due[row] = static_cast<std::int16_t>(std::max<int>(w.month + 1, p.due[row] - behind));
  const double levels = channel.language_target - channel.start_level;
  const bool learns_now = progress.stage == Stage::Language;
  const bool has_learned = comes_before(channel.route, Stage::Language, progress.stage);
  const double learned = learns_now ? progress.share : has_learned ? 1 : 0;
  p.level[row] = static_cast<std::uint8_t>(channel.start_level + learned * levels);
}

void put_on_the_way(World& w, std::size_t k) {
  const auto& partnership = w.partnerships[k];
  const auto& route = w.now.types[static_cast<std::size_t>(partnership.type)].route;
  const auto count = static_cast<std::int64_t>(w.now.partnerships[k].preparing);
  if (route.empty() || partnership.state != PartnershipState::Active) return;
  const auto stay = expected_stay(w.now, partnership.type);
  const auto group = static_cast<std::uint16_t>(
      partnership.cell * 2 + static_cast<int>(group_of(partnership.type)) + outside_group);
  for (std::int64_t i = 0; i < count; ++i) {
    // Beside the persons put into stages: those have ordinals below.
    constexpr std::uint32_t on_the_way = 0x80000000U, most_of_one = 1U << 20U;
    const auto ordinal =
        on_the_way + static_cast<std::uint32_t>(k) * most_of_one + static_cast<std::uint32_t>(i);
    const Key key = sim::make_key(group, -1, ordinal);
    const auto progress =
        place_on_route(route, stay, w.draws.uniform({key, event_of(w.month), purpose::on_the_way}));
    const Row row = add_person(w, key, partnership.cell, partnership.type, progress.stage);
    w.persons.partnership[row] = static_cast<std::uint16_t>(k);
    ++w.partnerships[k].preparing;
    set_back(w, row, progress, stay[static_cast<std::size_t>(progress.stage)]);
    remember_the_way(w, row, progress.stage);
    if (holds_centre_seat(w, row))
      ++w.centres[static_cast<std::size_t>(partnership.centre)].occupied;
  }
}

}  // namespace

std::array<double, stage_count> expected_stay(const Parameters& p, PartnershipType type) {
  const auto& channel = p.types[static_cast<std::size_t>(type)];
  std::array<double, stage_count> stay{};
  constexpr double search = 2;
  for (const double number : channel.route) {
    const auto stage = static_cast<Stage>(static_cast<int>(number));
    double& months = stay[static_cast<std::size_t>(number)];
    if (stage == Stage::Language) months = months_of_language(p, channel);
    if (stage == Stage::Training) months = channel.training_months;
    if (stage == Stage::Recognition) months = months_of_recognition(p, channel);
    if (stage == Stage::Visa) months = p.visa.case_months + 1;
    if (stage == Stage::Matching) months = search;
    if (stage == Stage::Visa) break;  // the rest of the route lies in Germany
  }
  return stay;
}

void init_pipelines(World& w) {
  if (w.now.on.partnerships == 0) return;
  w.month = -1;
  for (std::size_t k = 0; k < w.now.partnerships.size(); ++k) put_on_the_way(w, k);
  w.month = 0;
}

}  // namespace skillscale::models
