#include "models/authority.h"

#include <algorithm>

#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "models/table_rows.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

using sim::Key;
using sim::Request;

constexpr double monthly_smoothing = 1.0 / 12;

double background_of(const World& w, const OfficeName& name) {
  if (name.kind == OfficeKind::Recognition)
    return w.now.occupations[name.position].recognition_background;
  if (name.kind == OfficeKind::Visa) return w.now.origins[name.position].visa_background;
  return 0;
}

bool holds_places(OfficeKind kind) {
  return kind == OfficeKind::Language || kind == OfficeKind::Bridging;
}

/// Units free this month.
std::int64_t free_units(World& w, std::size_t office, const OfficeName& name) {
  const double capacity = office_capacity(w, office);
  auto& state = w.offices[office];
  if (capacity >= rows::unlimited) return std::numeric_limits<std::int64_t>::max() / 2;
  if (holds_places(name.kind))
    return std::max<std::int64_t>(0, static_cast<std::int64_t>(capacity) - state.occupied);
  state.token_carry += capacity;
  const auto whole = static_cast<std::int64_t>(state.token_carry);
  state.token_carry -= static_cast<double>(whole);
  return whole;
}

double case_months(const World& w, Key key) {
  const auto& rule = w.now.recognition;
  if (rule.case_median <= 0) return 0;
  return rule.case_median *
         sim::math::exp(rule.case_sigma *
                        w.draws.normal({key, event_of(w.month), purpose::case_months}));
}

void take_up_case(World& w, const Request& request, const OfficeName& name) {
  auto& p = w.persons;
  const Row row = request.row;
  if (name.kind == OfficeKind::Placement) {
    p.due[row] = no_month;
    w.applications.propose(0, {0, 0, 0, request.lottery, request.key, row});
    return;
  }
  if (name.kind == OfficeKind::Housing) {
    complete_stage(w, 0, row);
    return;
  }
  if (name.kind == OfficeKind::Recognition && p.stage_of(row) == Stage::Adaptation) {
    p.step[row] = static_cast<std::uint8_t>(Step::Decision);
    p.due[row] = month_after(w, case_months(w, request.key));
    return;
  }
  p.step[row] = static_cast<std::uint8_t>(Step::InWork);
  switch (name.kind) {
    case OfficeKind::Recognition:
      p.due[row] = month_after(w, case_months(w, request.key));
      break;
    case OfficeKind::Visa:
      p.due[row] = month_after(w, visa_case_months(w, request.key));
      break;
    case OfficeKind::Bridging:
      p.due[row] = month_after(w, w.now.recognition.course_months);
      break;
    default:
      p.due[row] = no_month;
      break;
  }
}

/// One office's line for one month.
class Line {
 public:
  Line(World& world, std::size_t office, std::span<const Request> requests)
      : w_(world), office_(office), name_(name_of_office(world, office)), requests_(requests) {}

  void serve() {
    auto& state = w_.offices[office_];
    add_background(state);
    units_ = free_units(w_, office_, name_);
    std::size_t next = 0;
    while (next < requests_.size() && requests_[next].priority == 0 && units_ > 0)
      grant(requests_[next++]);
    while (next < requests_.size() && requests_[next].priority == 0) ++next;
    if (background_of(w_, name_) > 0 || !state.anonymous.empty()) {
      serve_in_turn(state, next);
    } else {
      while (next < requests_.size() && units_ > 0) grant(requests_[next++]);
    }
    count();
  }

 private:
  void add_background(Office& state) {
    const double mean = background_of(w_, name_);
    if (mean <= 0) return;
    const Key key = sim::make_key(office_cell, 0, static_cast<std::uint32_t>(office_));
    const auto cases = w_.draws.poisson({key, event_of(w_.month), purpose::background}, mean);
    if (cases > 0) state.anonymous.push_back({w_.month, cases});
  }

  void grant(const Request& request) {
    --units_;
    ++served_;
    if (w_.persons.type_of(request.row) > PartnershipType::DualTrack) ++private_;
    waited_ += w_.month - request.since;
    if (holds_places(name_.kind)) ++w_.offices[office_].occupied;
    take_up_case(w_, request, name_);
  }

  /// Normal cases, oldest month first; within a month persons and anonymous cases in proportion.
  void serve_in_turn(Office& state, std::size_t next) {
    while (units_ > 0 && (next < requests_.size() || !state.anonymous.empty())) {
      const Month oldest_person = next < requests_.size() ? requests_[next].since : no_month;
      const Month oldest_case = state.anonymous.empty() ? no_month : state.anonymous.front().since;
      const Month month = std::min(oldest_person, oldest_case);
      std::size_t last = next;
      while (last < requests_.size() && requests_[last].since == month) ++last;
      const auto persons = static_cast<std::int64_t>(last - next);
      const std::int64_t cases = oldest_case == month ? state.anonymous.front().cases : 0;
      const std::int64_t for_persons = share_for_persons(persons, cases, month);
      const std::int64_t for_cases = std::min(cases, units_ - for_persons);
      for (std::int64_t i = 0; i < for_persons; ++i)
        grant(requests_[next + static_cast<std::size_t>(i)]);
      next = last;
      units_ -= for_cases;
      if (cases > 0) {
        state.anonymous.front().cases -= for_cases;
        if (state.anonymous.front().cases == 0) state.anonymous.pop_front();
      }
      if (for_persons < persons || for_cases < cases) break;
    }
  }

  std::int64_t share_for_persons(std::int64_t persons, std::int64_t cases, Month month) const {
    if (persons + cases <= units_) return persons;
    const Key key = sim::make_key(office_cell, month, static_cast<std::uint32_t>(office_));
    const double exact = static_cast<double>(units_) * static_cast<double>(persons) /
                         static_cast<double>(persons + cases);
    const auto rounded = static_cast<std::int64_t>(
        exact + w_.draws.uniform({key, event_of(w_.month), purpose::tie}));
    return std::clamp(rounded, std::max<std::int64_t>(0, units_ - cases),
                      std::min(persons, units_));
  }

  void count() {
    auto& state = w_.offices[office_];
    const auto remember = [](double& mean, std::int64_t now) {
      mean += monthly_smoothing * (static_cast<double>(now) - mean);
    };
    remember(state.served, served_);
    remember(state.served_privately, private_);
    remember(state.held, state.occupied);
    std::int64_t waiting = static_cast<std::int64_t>(requests_.size()) - served_;
    for (const auto& cohort : state.anonymous) waiting += cohort.cases;
    w_.tally.add(w_.layout.at(Tally::Queue, office_), waiting);
    w_.tally.add(w_.layout.at(Tally::Served, office_), served_);
    w_.tally.add(w_.layout.at(Tally::WaitedMonths, office_), waited_);
  }

  World& w_;
  std::size_t office_;
  OfficeName name_;
  std::span<const Request> requests_;
  std::int64_t units_ = 0, served_ = 0, private_ = 0, waited_ = 0;
};

}  // namespace

OfficeName name_of_office(const World& w, std::size_t office) {
  const std::size_t occupations = w.occupations(), origins = w.now.origins.size();
  if (office < occupations) return {OfficeKind::Recognition, office};
  if (office < occupations + origins) return {OfficeKind::Visa, office - occupations};
  if (office < occupations + 2 * origins)
    return {OfficeKind::Language, office - occupations - origins};
  if (office < 2 * occupations + 2 * origins)
    return {OfficeKind::Bridging, office - occupations - 2 * origins};
  if (office == w.placement_office()) return {OfficeKind::Placement, 0};
  return {OfficeKind::Housing, office - w.placement_office() - 1};
}

std::int16_t month_after(const World& w, double months) {
  const int whole = static_cast<int>(months);
  return static_cast<std::int16_t>(std::min(w.month + whole + (months > whole ? 1 : 0), 32000));
}

double visa_case_months(const World& w, Key person) {
  return w.now.visa.case_months *
         w.draws.exponential({person, event_of(w.month), purpose::case_months, 1});
}

void init_offices(World& w) {
  w.offices.resize(w.housing_office(land_count));
  for (std::size_t j = 0; j < w.occupations(); ++j) {
    const auto backlog = static_cast<std::int64_t>(w.now.occupations[j].recognition_backlog);
    if (backlog > 0) w.offices[w.recognition_office(j)].anonymous.push_back({-1, backlog});
  }
  for (std::size_t o = 0; o < w.now.origins.size(); ++o) {
    const auto backlog = static_cast<std::int64_t>(w.now.origins[o].visa_backlog);
    if (backlog > 0) w.offices[w.visa_office(o)].anonymous.push_back({-1, backlog});
  }
}

double office_capacity(const World& w, std::size_t office) {
  const auto name = name_of_office(w, office);
  switch (name.kind) {
    case OfficeKind::Recognition:
      return w.now.occupations[name.position].recognition_tokens;
    case OfficeKind::Visa:
      return w.now.origins[name.position].visa_tokens;
    case OfficeKind::Language:
      return w.now.origins[name.position].language_places;
    case OfficeKind::Bridging:
      return w.now.occupations[name.position].bridging_places;
    case OfficeKind::Placement:
      return w.now.placement_tokens;
    case OfficeKind::Housing:
      return w.now.land_arrivals[name.position];
  }
  return 0;
}

double capacity_for_partnerships(const World& w, std::size_t office) {
  const auto name = name_of_office(w, office);
  const auto& state = w.offices[office];
  double per_month = office_capacity(w, office);
  if (per_month >= rows::unlimited) return rows::unlimited;
  if (holds_places(name.kind) && per_month > 0) {
    if (state.held <= 0) return rows::unlimited;
    per_month *= state.served / state.held;
  }
  return std::max(0.0, per_month - background_of(w, name) - state.served_privately);
}

double worth_of_a_unit(const World& w, std::size_t office) {
  const auto& state = w.offices[office];
  if (!holds_places(name_of_office(w, office).kind)) return 1;
  return state.held > 0 ? state.served / state.held : 0;
}

void settle_offices(World& w) {
  const auto all = w.cases.sorted();
  std::size_t first = 0;
  for (std::size_t office = 0; office < w.offices.size(); ++office) {
    std::size_t last = first;
    while (last < all.size() && all[last].target == office) ++last;
    Line(w, office, all.subspan(first, last - first)).serve();
    first = last;
  }
}

}  // namespace skillscale::models
