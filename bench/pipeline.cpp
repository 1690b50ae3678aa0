#include "bench/pipeline.h"

#include <algorithm>

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
  for (Row row = 0; row < persons; ++row) {
    persons_.origin[row] = static_cast<std::uint8_t>(row % origin_count);
    persons_.employer[row] = nobody;
    ++counts_[cell_of(State::Pool, persons_.origin[row])];
  }
  sim::for_each_task(shards_.size(), [&](std::size_t shard) {
    const std::size_t end =
        std::min<std::size_t>(persons, sim::block_rows * block_of_shard(shard + 1));
    for (auto row = static_cast<Row>(sim::block_rows * block_of_shard(shard)); row < end; ++row) {
      shards_[shard].movers.push_back(row);
    }
    begin_stays(shards_[shard], 0);
  });
}

std::size_t Pipeline::block_of_shard(std::size_t shard) const {
  return sim::first_block_of_run(shard, sim::block_count(persons_.state.size()));
}

void Pipeline::step() {
  requests_.clear(shards_.size());
  changes_.begin_month(sim::block_count(persons_.state.size()));
  sim::for_each_task(shards_.size(), [&](std::size_t shard) { finish_stays(shard); });
  grant_vacancies();
  sim::for_each_task(shards_.size(), [&](std::size_t shard) {
    hire(shard);
    begin_stays(shards_[shard], now_ + 1);
  });
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
  shard.freed.clear();
  shard.applicants.clear();
  const std::vector<Exit> exits = shard.calendar.take(now_);
  finish_courses(shard, exits);
  for (const auto [row, next] : exits) {
    const State state = persons_.state[row];
    if (state == State::Recognition) {
      apply(shard_index, row);
      continue;
    }
    if (state == State::Employed) {
      shard.freed.push_back(persons_.employer[row]);
      persons_.employer[row] = nobody;
      persons_.employed_months[row] = static_cast<std::uint16_t>(persons_.employed_months[row] +
                                                                 now_ + 1 - persons_.since[row]);
    }
    change_state(shard_index, row, next);
  }
}

// A course gives one random gain a month. They are drawn together when the course is over, two from
// each block of random bits.
void Pipeline::finish_courses(Shard& shard, std::span<const Exit> exits) {
  shard.addresses.clear();
  const auto months_of = [&](Row row) { return now_ + 1 - persons_.since[row]; };
  for (const auto [row, next] : exits) {
    if (persons_.state[row] != State::Language) continue;
    const auto since = static_cast<std::uint32_t>(persons_.since[row]);
    for (Month pair = 0; 2 * pair < months_of(row); ++pair) {
      shard.addresses.push_back(
          {key(row), since, purpose(PipelineDraw::Skill), static_cast<std::uint16_t>(pair)});
    }
  }
  draw_bits(shard);
  std::size_t block = 0;
  for (const auto [row, next] : exits) {
    if (persons_.state[row] != State::Language) continue;
    double gain = 0.0;
    for (Month month = 0; month < months_of(row); ++month) {
      gain += sim::unit_of_bits(month % 2 == 0 ? shard.first[block] : shard.second[block]);
      if (month % 2 == 1 || month + 1 == months_of(row)) ++block;
    }
    persons_.skill[row] += static_cast<float>(rules_.most_skill_per_month * gain);
  }
}

void Pipeline::apply(std::size_t shard, Row row) {
  const auto bits =
      draws_.bits({key(row), static_cast<std::uint32_t>(now_), purpose(PipelineDraw::Employer)});
  const auto employer = static_cast<std::uint32_t>(sim::unit_of_bits(bits[0]) *
                                                   static_cast<double>(vacancies_.size()));
  requests_.propose(shard, {employer, 0, persons_.since[row], bits[1], key(row), row});
  shards_[shard].applicants.push_back(row);
}

void Pipeline::change_state(std::size_t shard, Row row, State to) {
  const std::size_t block = block_of_shard(shard);
  changes_.add(block, cell_of(persons_.state[row], persons_.origin[row]), -1);
  changes_.add(block, cell_of(to, persons_.origin[row]), 1);
  persons_.state[row] = to;
  persons_.since[row] = static_cast<std::int16_t>(now_ + 1);
  shards_[shard].movers.push_back(row);
}

void Pipeline::grant_vacancies() {
  for (const Shard& shard : shards_) {
    for (const std::uint32_t employer : shard.freed) ++vacancies_[employer];
  }
  granted_.clear();
  requests_.settle(vacancies_, granted_);
  for (const sim::Request& request : granted_) persons_.employer[request.row] = request.target;
}

void Pipeline::hire(std::size_t shard) {
  for (const Row row : shards_[shard].applicants) {
    if (persons_.employer[row] != nobody) {
      change_state(shard, row, State::Employed);
    } else {
      shards_[shard].movers.push_back(row);
    }
  }
}

// The stay of someone refused goes on; only the wait for the next application begins anew.
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
    const State state = persons_.state[row];
    const Month length = stays_.length(state, shard.budgets[i], persons_.employed_months[row]);
    const Month last = first_month + length - 1;
    if (last >= months_) continue;
    shard.calendar.schedule(last, {row, stays_.next(state, sim::unit_of_bits(shard.second[i]))});
  }
  shard.movers.clear();
}

PersonView Pipeline::person(Row row) const {
  PersonView view{};
  view.state = persons_.state[row];
  view.origin = persons_.origin[row];
  view.employer = persons_.employer[row];
  view.months_in_state = now_ - persons_.since[row];
  view.skill = persons_.skill[row];
  const double u = draws_.uniform({key(row), 0, purpose(PipelineDraw::Age)});
  view.age = static_cast<float>(20.0 + 20.0 * u + now_ / 12.0);
  const Month employed = view.state == State::Employed ? view.months_in_state : 0;
  view.integration = static_cast<float>(
      stays_.integration(persons_.employed_months[row] + static_cast<std::size_t>(employed)));
  return view;
}

}  // namespace skillscale::bench
