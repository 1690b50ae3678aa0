#include "bench/by_hand.h"

#include <algorithm>
#include <cstring>

#include "sim/vector.h"

namespace skillscale::bench {

namespace {

/// Philox4x32-10 for persons first .. first + count - 1 of one month; three of the four words.
SKILLSCALE_VECTORISED
// NOLINTNEXTLINE(readability-function-size) columns of a block, one by one
void philox_block(std::uint64_t seed, std::uint32_t month, std::uint32_t first,
                  std::uint32_t* __restrict a, std::uint32_t* __restrict b,
                  std::uint32_t* __restrict c, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t x0 = first + static_cast<std::uint32_t>(i);
    std::uint32_t x1 = month;
    std::uint32_t x2 = 0;
    std::uint32_t x3 = 0;
    auto k0 = static_cast<std::uint32_t>(seed);
    auto k1 = static_cast<std::uint32_t>(seed >> 32);
    for (int round = 0; round < 10; ++round) {
      const std::uint64_t p0 = std::uint64_t{0xD2511F53U} * x0;
      const std::uint64_t p1 = std::uint64_t{0xCD9E8D57U} * x2;
      x0 = static_cast<std::uint32_t>(p1 >> 32) ^ x1 ^ k0;
      x1 = static_cast<std::uint32_t>(p1);
      x2 = static_cast<std::uint32_t>(p0 >> 32) ^ x3 ^ k1;
      x3 = static_cast<std::uint32_t>(p0);
      k0 += 0x9E3779B9U;
      k1 += 0xBB67AE85U;
    }
    a[i] = x0;
    b[i] = x1;
    c[i] = x2;
  }
}

constexpr std::uint32_t scaled(double probability) {
  return static_cast<std::uint32_t>(probability * 4294967296.0);
}

/// The part of the rules that grows with time in a state, for the columns of one block.
SKILLSCALE_VECTORISED
// NOLINTNEXTLINE(readability-function-size) columns of a block, one by one
void grow_block(const std::uint8_t* __restrict state, const std::uint32_t* __restrict gain,
                float most_skill, float* __restrict age, float* __restrict skill,
                std::uint16_t* __restrict months_in_state, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    age[i] += 1.0F / 12.0F;
    ++months_in_state[i];
    const float gained = most_skill * static_cast<float>(static_cast<std::int32_t>(gain[i] >> 1));
    skill[i] += state[i] == 1 ? gained : 0.0F;
  }
}

/// Marks who may move: a random word below what the state allows at most.
SKILLSCALE_VECTORISED
void mark_block(const std::uint8_t* __restrict state, const std::uint32_t* __restrict change,
                const std::array<std::uint32_t, state_count> limits, std::uint8_t* __restrict marks,
                std::size_t count) {
  const auto [pool, language, training, recognition, employed, returned] = limits;
  // Masks instead of choices: the compiler turns only these into vector code.
  const auto mask = [](bool is_set) { return 0U - static_cast<std::uint32_t>(is_set); };
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t s = state[i];
    const std::uint32_t limit = (mask(s == 0) & pool) | (mask(s == 1) & language) |
                                (mask(s == 2) & training) | (mask(s == 3) & recognition) |
                                (mask(s == 4) & employed) | (mask(s == 5) & returned);
    marks[i] = static_cast<std::uint8_t>(change[i] < limit);
  }
}

/// Integration of those who were abroad before this month's moves and still are.
SKILLSCALE_VECTORISED
void integrate_block(const std::uint8_t* __restrict state,
                     const std::uint16_t* __restrict months_in_state, float rate,
                     float* __restrict integration, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const float growth = rate * (1.0F - integration[i]);
    integration[i] += state[i] == 4 && months_in_state[i] > 0 ? growth : 0.0F;
  }
}

}  // namespace

ByHand::ByHand(std::uint32_t persons, std::uint64_t seed, const PipelineRules& rules)
    : rules_(rules),
      seed_(seed),
      state_(persons),
      origin_(persons),
      age_(persons),
      skill_(persons),
      integration_(persons),
      employer_(persons, nobody),
      months_in_state_(persons),
      vacancies_(persons / rules.persons_per_employer,
                 static_cast<std::int32_t>(rules.vacancies_per_employer)) {
  for (std::uint32_t row = 0; row < persons; ++row) {
    origin_[row] = static_cast<std::uint8_t>(row % origin_count);
    age_[row] = 20.0F + 20.0F * static_cast<float>(row % 1000) / 1000.0F;
  }
}

void ByHand::step() {
  for (std::size_t first = 0; first < state_.size(); first += block) {
    step_block(first, std::min(block, state_.size() - first));
  }
  count();
  ++month_;
}

void ByHand::step_block(std::size_t first, std::size_t rows) {
  philox_block(seed_, month_, static_cast<std::uint32_t>(first), change_.data(), gain_.data(),
               choice_.data(), rows);
  const auto most_skill = static_cast<float>(rules_.most_skill_per_month) * 0x1p-31F;
  grow_block(&state_[first], gain_.data(), most_skill, &age_[first], &skill_[first],
             &months_in_state_[first], rows);
  const std::array<std::uint32_t, state_count> limits{
      scaled(rules_.start_language),
      scaled(rules_.pass_language + rules_.leave_language),
      scaled(rules_.pass_training + rules_.leave_training),
      scaled(rules_.apply),
      scaled(rules_.return_home),
      scaled(rules_.rejoin_pool)};
  mark_block(&state_[first], change_.data(), limits, marks_.data(), rows);
  for (std::size_t place = 0; place < rows; place += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, &marks_[place], sizeof eight);
    if (eight == 0) continue;
    for (std::size_t p = place; p < std::min(place + 8, rows); ++p) {
      if (marks_[p]) step_person(first + p, p);
    }
  }
  integrate_block(&state_[first], &months_in_state_[first], static_cast<float>(rules_.integrate),
                  &integration_[first], rows);
}

void ByHand::step_person(std::size_t row, std::size_t place) {
  const std::uint32_t u = change_[place];
  const std::uint8_t now = state_[row];
  std::uint8_t next = now;
  if (now == 0 && u < scaled(rules_.start_language)) next = 1;
  if (now == 1 && u < scaled(rules_.pass_language + rules_.leave_language)) {
    next = u < scaled(rules_.pass_language) ? 2 : 0;
  }
  if (now == 2 && u < scaled(rules_.pass_training + rules_.leave_training)) {
    next = u < scaled(rules_.pass_training) ? 3 : 0;
  }
  if (now == 3 && u < scaled(rules_.apply)) {
    const auto employer =
        static_cast<std::uint32_t>((std::uint64_t{choice_[place]} * vacancies_.size()) >> 32);
    if (vacancies_[employer] > 0) {
      --vacancies_[employer];
      employer_[row] = employer;
      next = 4;
    }
  }
  if (now == 4 && u < scaled(rules_.return_home * (1.0 - static_cast<double>(integration_[row])))) {
    ++vacancies_[employer_[row]];
    employer_[row] = nobody;
    next = 5;
  }
  if (now == 5 && u < scaled(rules_.rejoin_pool)) next = 0;
  if (next == now) return;
  state_[row] = next;
  months_in_state_[row] = 0;
}

void ByHand::count() {
  std::array<std::uint32_t, 4 * cell_count> parts{};
  const std::size_t rows = state_.size();
  for (std::size_t row = 0; row < rows; ++row) {
    // Four tables, because neighbours often fall into the same cell and would wait for each other.
    ++parts[(row % 4) * cell_count + state_[row] * origin_count + origin_[row]];
  }
  for (std::size_t cell = 0; cell < cell_count; ++cell) {
    counts_[cell] = 0;
    for (std::size_t part = 0; part < 4; ++part) counts_[cell] += parts[part * cell_count + cell];
  }
}

}  // namespace skillscale::bench
