// The six-state pipeline: a second, tiny model that keeps the kernel honest and comparable.
//
// Persons wait in a pool, learn a language, train, get recognised, work abroad, return, and go back
// to the pool. Every stay draws once how long it lasts and stands in a calendar until then, so a
// month costs the persons who move. What follows from time alone (age, integration, months in a
// state) is worked out when read.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/calendar.h"
#include "sim/draw.h"
#include "sim/population.h"
#include "sim/requests.h"
#include "sim/tally.h"

namespace skillscale::bench {

enum class State : std::uint8_t { Pool, Language, Training, Recognition, Employed, Returned };

inline constexpr std::size_t state_count = 6;
inline constexpr std::size_t origin_count = 20;
inline constexpr std::size_t cell_count = state_count * origin_count;
inline constexpr std::uint32_t nobody = 0xffffffffU;

constexpr std::size_t cell_of(State state, std::uint8_t origin) {
  return static_cast<std::size_t>(state) * origin_count + origin;
}

/// Probabilities per month.
struct PipelineRules {
  double start_language = 0.02;
  double pass_language = 0.10;
  double leave_language = 0.02;
  double pass_training = 0.05;
  double leave_training = 0.01;
  double apply = 0.20;
  double return_home = 0.01;  ///< of someone not integrated at all
  double rejoin_pool = 0.01;
  double integrate = 0.01;  ///< share of the missing integration gained per month abroad
  double most_skill_per_month = 0.1;
  std::int64_t vacancies_per_employer = 50;
  std::uint32_t persons_per_employer = 100;
};

/// What the numbers are drawn for.
enum class PipelineDraw : std::uint16_t { Age = 1, Stay = 2, Employer = 3, Skill = 4 };
constexpr sim::Purpose purpose(PipelineDraw draw) {
  return sim::Purpose{static_cast<std::uint16_t>(draw)};
}

/// One person as an observer sees it.
struct PersonView {
  State state;
  std::uint8_t origin;
  std::uint32_t employer;  ///< nobody outside employment
  sim::Month months_in_state;
  float age;          ///< years
  float skill;        ///< gained in language courses that are over
  float integration;  ///< 0 to 1
};

/// How long stays last and what ends them; shared by the fast model and the slow one of the tests.
class StayRules {
 public:
  StayRules(const PipelineRules& rules, sim::Month months);

  /// Integrated hazard of leaving a state per month; not for employment.
  double hazard(State state) const { return hazards_[static_cast<std::size_t>(state)]; }
  /// Integrated hazard of returning over the first so many months of employment, all stays
  /// together.
  double employed_hazard(std::size_t months) const { return employed_hazard_[months]; }
  /// Integration after so many months of employment.
  double integration(std::size_t months) const { return integration_[months]; }
  /// Where a stay leads.
  /// @param u  uniform number of the stay
  State next(State state, double u) const;
  /// Months until a stay ends, at least 1, for a budget of one unit exponential.
  /// @param employed_before  months of employment before this stay
  sim::Month length(State state, double budget, std::size_t employed_before) const;

 private:
  double hazards_[state_count];
  double mean_months_[state_count] = {};  // 1 / hazard
  double pass_language_share_;
  double pass_training_share_;
  std::vector<double> employed_hazard_;
  std::vector<double> integration_;
};

class Pipeline {
 public:
  /// @param persons  at least 100
  /// @param months   steps that will be made at most
  Pipeline(std::uint32_t persons, sim::Month months, const sim::Draws& draws,
           const PipelineRules& rules = {});

  /// One month.
  void step();
  /// Persons per (state, origin) after the last step, see cell_of.
  std::span<const std::int64_t> counts() const { return counts_; }
  PersonView person(sim::Row row) const;

 private:
  /// What every event of a person reads and writes together: one column, one cache line.
  struct Stay {
    std::int16_t since;             // first month of the stay
    std::uint16_t employed_months;  // before this stay
    State state;
    State next;  // where the stay leads
    std::uint8_t origin;
  };
  struct Persons {
    sim::Column<Stay> stay;
    sim::Column<std::uint32_t> employer;
    sim::Column<float> skill;
    template <class V>
    void columns(V&& visit) {
      visit(stay), visit(employer), visit(skill);
    }
  };
  /// The persons of one run of blocks: one thread at a time works on them.
  struct Shard {
    std::size_t block = 0;  // the first of the run, its row of the tallies
    sim::Calendar<sim::Row> calendar;
    std::vector<sim::Row> movers;      // whose next stay must begin
    std::vector<sim::Row> applicants;  // who hope for a vacancy this month
    std::vector<sim::Address> addresses;
    std::vector<std::uint64_t> first;
    std::vector<std::uint64_t> second;
    std::vector<double> budgets;
  };

  sim::Key key(sim::Row row) const { return sim::make_key(persons_.stay[row].origin, 0, row); }
  void draw_bits(Shard& shard);
  void finish_stays(std::size_t shard);
  void finish_courses(Shard& shard, std::span<const sim::Row> rows);
  void finish_employment(sim::Row row);
  void apply(std::size_t shard);
  void change_state(Shard& shard, sim::Row row, State to);
  void grant_vacancies();
  void hire(Shard& shard);
  void begin_stays(Shard& shard, sim::Month first_month);

  sim::Draws draws_;
  PipelineRules rules_;
  StayRules stays_;
  sim::Month months_;
  sim::Month now_ = 0;
  Persons persons_;
  std::vector<Shard> shards_;
  std::vector<std::int64_t> vacancies_;
  sim::RequestBook requests_;
  std::vector<sim::Request> granted_;
  sim::TallyBoard changes_;
  std::vector<std::int64_t> counts_;
};

}  // namespace skillscale::bench
