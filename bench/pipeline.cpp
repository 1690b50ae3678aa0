#include "bench/pipeline.h"

#include <algorithm>
#include <atomic>

#include "sim/parallel.h"

namespace skillscale::bench {

using sim::Month;
using sim::Row;

Pipeline::Pipeline(std::uint32_t persons, Month months, const sim::Draws& draws,
                   const PipelineRules& rules)
    : draws_(draws),
      rules_(rules),
      stays_(rules, months),
      months_(months),
      shards_(sim::run_count(sim::block_count(persons))),
      vacancies_(persons / rules.persons_per_employer, rules.vacancies_per_employer),
      changes_(cell_count),
      counts_(cell_count) {
  sim::grow(persons_, persons);
  const std::size_t blocks = sim::block_count(persons);
  sim::for_each_task(shards_.size(), [&](std::size_t index) {
    Shard& shard = shards_[index];
    shard.block = sim::first_block_of_run(index, blocks);
    const std::size_t end = sim::block_rows * sim::first_block_of_run(index + 1, blocks);
    for (std::size_t i = sim::block_rows * shard.block; i < std::min<std::size_t>(end, persons);
         ++i) {
      const auto row = static_cast<Row>(i);
      persons_.stay[row].origin = static_cast<std::uint8_t>(row % origin_count);
      persons_.employer[row] = nobody;
      shard.movers.push_back(row);
    }
    begin_stays(shard, 0);
  });
  for (std::size_t origin = 0; origin < origin_count; ++origin) {
    const std::size_t here = (persons + origin_count - 1 - origin) / origin_count;
    counts_[cell_of(State::Pool, static_cast<std::uint8_t>(origin))] =
        static_cast<std::int64_t>(here);
  }
}

void Pipeline::step() {
  requests_.clear(shards_.size());
  changes_.begin_month(sim::block_count(persons_.stay.size()));
  sim::for_each_task(shards_.size(), [&](std::size_t shard) { finish_stays(shard); });
  grant_vacancies();
  sim::for_each_task(shards_.size(), [&](std::size_t shard) { hire(shards_[shard]); });
  changes_.end_month();
  for (std::size_t cell = 0; cell < cell_count; ++cell) counts_[cell] += changes_.cells()[cell];
  ++now_;
}

void Pipeline::draw_bits(Shard& shard) {
  shard.first.resize(shard.addresses.size());
  shard.second.resize(shard.addresses.size());
  draws_.bits(shard.addresses, shard.first, shard.second);
}

void Pipeline::finish_stays(std::size_t shard_index) {
  Shard& shard = shards_[shard_index];
  shard.applicants.clear();
  const std::vector<Row> rows = shard.calendar.take(now_);
  // The rows of a month lie anywhere in the shard: asking for all of them at once hides the
  // waiting.
  for (const Row row : rows) __builtin_prefetch(&persons_.stay[row]);
  finish_courses(shard, rows);
  for (const Row row : rows) {
    const Stay stay = persons_.stay[row];
    if (stay.state == State::Recognition) {
      shard.applicants.push_back(row);
      continue;
    }
    if (stay.state == State::Employed) finish_employment(row);
    change_state(shard, row, stay.next);
  }
  begin_stays(shard, now_ + 1);
  apply(shard_index);
}

void Pipeline::finish_employment(Row row) {
  // Nobody reads vacancies before all stays of the month are over, and a sum has no order.
  std::atomic_ref(vacancies_[persons_.employer[row]]).fetch_add(1, std::memory_order_relaxed);
  persons_.employer[row] = nobody;
  Stay& stay = persons_.stay[row];
  stay.employed_months = static_cast<std::uint16_t>(stay.employed_months + now_ + 1 - stay.since);
}

// A course gives one random gain a month. They are drawn together when the course is over, two from
// each block of random bits.
void Pipeline::finish_courses(Shard& shard, std::span<const Row> rows) {
  shard.addresses.clear();
  for (const Row row : rows) {
    const Stay& stay = persons_.stay[row];
    if (stay.state != State::Language) continue;
    __builtin_prefetch(&persons_.skill[row]);
    const auto since = static_cast<std::uint32_t>(stay.since);
    for (Month pair = 0; 2 * pair < now_ + 1 - stay.since; ++pair) {
      shard.addresses.push_back(
          {key(row), since, purpose(PipelineDraw::Skill), static_cast<std::uint16_t>(pair)});
    }
  }
  draw_bits(shard);
  std::size_t block = 0;
  for (const Row row : rows) {
    const Stay& stay = persons_.stay[row];
    if (stay.state != State::Language) continue;
    double gain = 0.0;
    for (Month left = now_ + 1 - stay.since; left > 0; left -= 2, ++block) {
      gain += sim::unit_of_bits(shard.first[block]);
      if (left > 1) gain += sim::unit_of_bits(shard.second[block]);
    }
    persons_.skill[row] += static_cast<float>(rules_.most_skill_per_month * gain);
  }
}

void Pipeline::apply(std::size_t shard_index) {
  Shard& shard = shards_[shard_index];
  shard.addresses.clear();
  for (const Row row : shard.applicants) {
    shard.addresses.push_back(
        {key(row), static_cast<std::uint32_t>(now_), purpose(PipelineDraw::Employer)});
  }
  draw_bits(shard);
  for (std::size_t i = 0; i < shard.applicants.size(); ++i) {
    const Row row = shard.applicants[i];
    const double place = sim::unit_of_bits(shard.first[i]) * static_cast<double>(vacancies_.size());
    requests_.propose(shard_index, {static_cast<std::uint32_t>(place), 0, persons_.stay[row].since,
                                    shard.second[i], key(row), row});
  }
}

void Pipeline::change_state(Shard& shard, Row row, State to) {
  Stay& stay = persons_.stay[row];
  changes_.add(shard.block, cell_of(stay.state, stay.origin), -1);
  changes_.add(shard.block, cell_of(to, stay.origin), 1);
  stay.state = to;
  stay.since = static_cast<std::int16_t>(now_ + 1);
  shard.movers.push_back(row);
}

void Pipeline::grant_vacancies() {
  granted_.clear();
  requests_.settle(vacancies_, granted_);
  sim::for_each_block(granted_.size(), [&](std::size_t, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i)
      persons_.employer[granted_[i].row] = granted_[i].target;
  });
}

void Pipeline::hire(Shard& shard) {
  for (const Row row : shard.applicants) {
    if (persons_.employer[row] != nobody) {
      change_state(shard, row, State::Employed);
    } else {
      // The stay goes on; only the wait for the next application begins anew.
      shard.movers.push_back(row);
    }
  }
  begin_stays(shard, now_ + 1);
}

void Pipeline::begin_stays(Shard& shard, Month first_month) {
  shard.addresses.clear();
  for (const Row row : shard.movers) {
    shard.addresses.push_back(
        {key(row), static_cast<std::uint32_t>(first_month), purpose(PipelineDraw::Stay)});
  }
  draw_bits(shard);
  shard.budgets.resize(shard.first.size());
  sim::exponentials_of_bits(shard.first, shard.budgets);
  for (std::size_t i = 0; i < shard.movers.size(); ++i) {
    const Row row = shard.movers[i];
    Stay& stay = persons_.stay[row];
    stay.next = stays_.next(stay.state, sim::unit_of_bits(shard.second[i]));
    const Month length = stays_.length(stay.state, shard.budgets[i], stay.employed_months);
    if (first_month + length <= months_) shard.calendar.schedule(first_month + length - 1, row);
  }
  shard.movers.clear();
}

PersonView Pipeline::person(Row row) const {
  const Stay& stay = persons_.stay[row];
  const Month in_state = now_ - stay.since;
  const double u = draws_.uniform({key(row), 0, purpose(PipelineDraw::Age)});
  const auto abroad = static_cast<std::size_t>(stay.state == State::Employed ? in_state : 0);
  PersonView view{};
  view.state = stay.state;
  view.origin = stay.origin;
  view.employer = persons_.employer[row];
  view.months_in_state = in_state;
  view.age = static_cast<float>(20.0 + 20.0 * u + now_ / 12.0);
  view.skill = persons_.skill[row];
  view.integration = static_cast<float>(stays_.integration(stay.employed_months + abroad));
  return view;
}

}  // namespace skillscale::bench
