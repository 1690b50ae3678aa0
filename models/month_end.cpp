#include "models/month_end.h"

#include <algorithm>

#include "models/ledger.h"
#include "models/month_tables.h"
#include "models/person_sums.h"
#include "models/pool.h"
#include "models/safeguards.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

namespace math = sim::math;

void count_origins(World& w) {
  for (auto& m : w.origins) {
    if (!m.present) continue;
    const auto put = [&](Tally tally, std::int64_t amount) {
      w.tally.add(w.layout.of_cell(tally, m.cell), amount);
    };
    const auto cells = w.tally.cells();
    const auto in_stage = [&](std::size_t type, Stage stage) {
      return cells[w.layout.of_cell(Tally::Stock, m.cell, type, static_cast<std::size_t>(stage))];
    };
    const auto pool = pool_of(w, m.cell, PoolGroup::Qualified).present;
    std::int64_t preparing = 0, returned = 0;
    for (std::size_t t = 0; t < partnership_type_count; ++t) {
      returned += in_stage(t, Stage::Returned);
      if (group_of(static_cast<PartnershipType>(t)) != PoolGroup::Qualified) continue;
      for (const Stage stage :
           {Stage::Applicant, Stage::Language, Stage::Recognition, Stage::Visa, Stage::Matching})
        preparing += in_stage(t, stage);
    }
    const double works = share_at_work(w, m);
    put(Tally::OriginStock, pool + preparing + returned);
    put(Tally::OriginPreparing, preparing);
    put(Tally::OriginEmployed,
        m.employed + math::round_to_integer(works * static_cast<double>(returned)));
    put(Tally::OriginUnemployed, std::max<std::int64_t>(0, pool - m.employed));
    put(Tally::Pool, pool);
    put(Tally::SchoolLeavers, pool_of(w, m.cell, PoolGroup::SchoolLeavers).present);
    put(Tally::OriginWage, cents(m.wage));
    put(Tally::Intention, math::round_to_integer(m.intention * 1e6));
    put(Tally::Abroad, m.abroad);
    for (std::size_t t = 0; t < partnership_type_count; ++t) {
      const auto applied =
          static_cast<double>(cells[w.layout.of_cell(Tally::Applications, m.cell, t)]);
      m.applications[t] += (applied - m.applications[t]) / 12;
    }
  }
}

void count_densities(World& w) {
  for (std::size_t o = 0; o < w.now.origins.size(); ++o) {
    w.tally.add(w.layout.at(Tally::HealthDensity, o),
                math::round_to_integer(health_density(w, o) * 1000));
  }
}

void count_destination(World& w) {
  const auto& setup = *w.employers.setup;
  for (std::size_t i = 0; i < setup.markets.size(); ++i) {
    const auto occupation = static_cast<std::size_t>(setup.markets[i].occupation);
    w.tally.add(
        w.layout.at(Tally::Vacancies, occupation, static_cast<std::size_t>(setup.markets[i].land)),
        w.destination[i].open);
    w.tally.add(w.layout.at(Tally::DomesticSeekers, occupation), w.destination[i].seekers);
  }
  for (std::size_t j = 0; j < w.occupations(); ++j) {
    for (std::size_t size = 0; size < size_class_count; ++size) {
      w.tally.add(w.layout.at(Tally::EmployersAware, j, size),
                  w.employers.aware_count[j * size_class_count + size]);
      w.tally.add(w.layout.at(Tally::EmployersAdopted, j, size),
                  w.employers.adopted_count[j * size_class_count + size]);
    }
  }
}

}  // namespace

void post_month(World& w) {
  const PersonSums sums = sum_persons(w);
  for (std::size_t i = 0; i < w.absorbed.size(); ++i) {
    if (w.absorbed[i] != 0) w.tally.add(w.layout.first(Tally::Stock) + i, w.absorbed[i]);
  }
  count_origins(w);
  count_densities(w);
  count_destination(w);
  if (w.now.on.costs == 0) return;
  post_money(w, sums);
}

}  // namespace skillscale::models
