// One world: the state of the skills-partnership model under one set of parameters and one stream
// of random numbers.
//
// A world steps month by month. Worlds share nothing but the immutable setup (pool thresholds,
// employer graph), so many run at once; inside a world only the persons' and employers' phases run
// in parallel blocks. Nothing here reads files or throws on data.
#pragma once

#include <deque>
#include <memory>
#include <vector>

#include "models/fates.h"
#include "models/parameters.h"
#include "models/person.h"
#include "models/policy.h"
#include "models/tallies.h"
#include "sim/digest.h"
#include "sim/draw.h"
#include "sim/graph.h"
#include "sim/requests.h"
#include "sim/tally.h"
#include "sim/threshold_queue.h"

namespace skillscale::models {

// ---- pool
// ------------------------------------------------------------------------------------------------------------------

/// The two pools of a cell: qualified persons, and young people who could train.
enum class PoolGroup : std::uint8_t { Qualified, SchoolLeavers };

/// Immutable start of a pool, shared by all worlds of a replicate.
struct PoolSetup {
  std::int64_t persons = 0;
  std::int64_t multiplicity = 1;
  double heterogeneity = 0;
  sim::SortedPool thresholds;
};

struct Pool {
  /// Alike persons with following ordinals who came after the start.
  struct LaterRow {
    sim::Key next;        ///< person whose turn it is next
    std::uint32_t after;  ///< how many come after that one
    double survival;      ///< of the pool when they came
  };

  /// Persons who entered while the pool was closed and have no threshold yet.
  struct Cohort {
    Month month;
    std::uint32_t persons;
    double survival;
  };

  std::uint16_t cell = 0;
  PoolGroup group = PoolGroup::Qualified;
  std::shared_ptr<const PoolSetup> setup;
  sim::ThresholdQueue queue;
  std::vector<std::uint32_t>
      next_ordinal;                        ///< per coarse row: persons already past their threshold
  std::vector<LaterRow> later;             ///< who came later; queue id = rows + position
  std::vector<std::uint32_t> free_places;  ///< positions in `later` that may be used again
  std::vector<Cohort> pending;
  std::int64_t present = 0;  ///< persons in the pool now
  double survival = 1;       ///< share that attrition has left of those present at the start
  double cumulative = 0;     ///< cumulative hazard so far
  double carry = 0;          ///< fraction of a person due to enter
};

// ---- origin
// ----------------------------------------------------------------------------------------------------------------

struct OriginMarket {
  bool present = false;
  std::uint16_t cell = 0;
  int origin = 0, occupation = 0;
  std::int64_t employed = 0;
  std::int64_t posts = 0;  ///< jobs in the occupation at the origin
  std::int64_t stock_at_start = 0;
  std::int64_t abroad = 0;
  std::int64_t home_graduates = 0;
  std::int64_t elsewhere = 0;  ///< qualified persons who live in another destination
  double wage = 0;
  double intention = 0;
  double expected_migration = 0;  ///< yearly share of the stock that leaves, smoothed
  double success = 0.5;           ///< perceived chance of completing, smoothed
  double wait_years = 2;          ///< perceived years until work
  std::array<double, partnership_type_count> applications{};  ///< smoothed, per month
  double graduate_carry = 0, applicant_carry = 0;
  std::deque<double> expected_history;
  std::int64_t departures_this_month = 0, finished = 0, failed = 0;
  std::uint32_t born_this_month = 0;
};

// ---- destination
// -----------------------------------------------------------------------------------------------------------

struct EmployerSetup {
  std::vector<std::uint32_t> first;  ///< CSR offsets of neighbours
  std::vector<std::uint32_t> neighbour;
  std::vector<std::uint8_t> land, size_class;
  std::vector<std::uint16_t> sector;
  std::vector<std::uint16_t> group;  ///< occupation * size classes + size class
  std::vector<float> headcount;
  std::vector<double> weight_up_to;  ///< running sum of headcount within the market
  std::vector<std::uint32_t> guide;  ///< where to look in it: as many entries as a market has
                                     ///< employers, each for an equal part of the headcount
  struct Market {
    std::uint32_t first, last;
    int occupation, land;
    double headcount;
  };
  std::vector<Market> markets;  ///< employers of an occupation and Land stand together
};

enum class AdoptionState : std::uint8_t { Unaware, Aware, Adopted };

struct Employers {
  std::shared_ptr<const EmployerSetup> setup;
  std::vector<std::uint8_t> state;
  std::vector<std::uint16_t> open, stale, failures;
  std::vector<std::uint16_t> fresh;  ///< open posts that candidates have not seen yet
  std::vector<std::uint8_t> adopted_neighbours;
  std::vector<std::uint16_t> membership;
  std::vector<float> awareness_budget, adoption_budget;
  std::vector<float> threshold;        ///< share of neighbours, with the rule of thresholds only
  std::vector<std::uint32_t> adopted;  ///< ascending
  std::vector<std::int64_t> aware_count, adopted_count,
      all_count;  ///< [occupation * size classes + size class]
};

struct DestinationMarket {
  std::vector<std::uint32_t>
      bag;  ///< one entry per open post (stale entries are skipped when drawn)
  std::int64_t open = 0, seekers = 0, employed = 0;
  double share = 0;  ///< of the occupation's posts
  double growth_carry = 0, graduate_carry = 0, displacement_carry = 0;
};

// ---- programme
// -------------------------------------------------------------------------------------------------------------

enum class PartnershipState : std::uint8_t { Planned, Active, Ended };

struct Partnership {
  sim::Key key;  ///< for ever, whatever else forms before
  PartnershipType type;
  int origin, occupation, centre;
  std::uint16_t cell;
  PartnershipState state = PartnershipState::Planned;
  Month start = 0, funding_end = 0;
  bool self_financed = false;
  double seats = 0;  ///< per month
  double seat_carry = 0;
  double trust = 0.5, experience = 1;
  double placed = 0, failed = 0;  ///< smoothed counts
  double quality = 1;
  std::int64_t preparing = 0, members = 0, placed_this_month = 0, open_posts = 0;
  double life_budget = 0;
  double given_seats = 0;      ///< the scenario's seats as of last month, levers included
  std::deque<double> ordered;  ///< seats on order by month of arrival
  std::vector<int> sectors;
};

struct CentreState {
  double quality = 1;
  std::int64_t occupied = 0;
  double intake_carry = 0;
};

/// A monthly token queue or a pool of places, with anonymous cases from outside the model in the
/// same line.
struct Office {
  struct Cohort {
    Month since;
    std::int64_t cases;
  };
  std::deque<Cohort> anonymous;
  double token_carry = 0;
  std::int64_t occupied = 0;  ///< places in use (language, bridging)
  // means of the last twelve months, smoothed
  double served = 0;            ///< cases of the model a month
  double served_privately = 0;  ///< those of agencies and of persons who go alone
  double held = 0;              ///< places in use
};

// ---- the world
// -------------------------------------------------------------------------------------------------------------

struct ReplicateSetup;

/// A month's wage, what taxes and contributions leave of it, and what someone who sends money home
/// sends; cents.
struct Pay {
  std::int64_t wage = 0, net = 0, sent = 0;
  std::int64_t sent_with_family = 0;  ///< when the family has joined
};

/// Values that follow from this month's parameters, computed once a month.
struct MonthTables {
  std::vector<float> exit_hazard[exit_cause_count];   ///< by months since arrival
  std::array<double, 3> exit_rule[exit_cause_count];  ///< what these hazards were made from
  std::vector<Pay> pay[wage_kind_count];              ///< [WageKind][occupation * months + tau]
  std::vector<std::int64_t>
      output_cents[wage_kind_count];  ///< value of a month's work [kind][occupation]
  std::vector<double> social_pace;    ///< of integration, [cell][language level]
  std::array<double, 61> waiting{};   ///< of hazards of giving up, by months since application
  std::array<double, 128> failing{};  ///< the same by failed examinations of language
  double discount = 1;                ///< what an amount of this month is worth at the start
  std::size_t horizon = 0;
  std::array<std::array<double, 2>, stage_count>
      constant{};  ///< hazards when a stage has constant probabilities
  std::array<bool, stage_count> is_constant{};
};

/// Candidates of partnerships, smoothed over twelve months: how many are admitted, how many come
/// into each stage.
struct Passage {
  double admitted = 0;
  std::array<double, stage_count> entered{};
};

/// What the yearly maximum flow found.
struct Bottleneck {
  std::int64_t flow = 0;           ///< thousandths of an admitted candidate per month
  Stage stage = Stage::Applicant;  ///< stage that holds the largest part of the minimal cut
  std::vector<std::int64_t> more;  ///< flow that one more unit of each office would add
};

struct World {
  World(std::shared_ptr<const Parameters> parameters, std::shared_ptr<const ReplicateSetup> shared);
  /// Advances one month: the ten phases in order.
  void step();

  std::shared_ptr<const Parameters> base;
  Parameters now;  ///< base with this month's levers
  std::shared_ptr<const ReplicateSetup> setup;
  sim::Draws draws;
  Month month = 0;
  PolicyState policy;
  TallyLayout layout;
  sim::TallyBoard tally;
  sim::Digest digest;

  Persons persons;
  std::vector<Pool> pools;            ///< [cell * 2 + group]
  std::vector<OriginMarket> origins;  ///< [cell]
  Employers employers;
  std::vector<DestinationMarket> destination;  ///< [market of the employer setup]
  std::vector<Partnership> partnerships;
  std::vector<CentreState> centres;
  std::vector<Office> offices;         ///< in the order of the authority axis
  std::vector<std::int64_t> absorbed;  ///< persons whose rows are gone, on the board's stock cells
  std::vector<std::uint32_t>
      entry_ordinal;  ///< next ordinal of persons put in from outside, by cell
  MonthTables tables;

  sim::RequestBook cases, applications;
  std::vector<std::vector<Effect>> effects;  ///< by block
  double platform_intensity = 0;
  Passage passage;
  Bottleneck bottleneck;
  std::vector<double> commitment;  ///< by actor
  std::vector<CellFates> fates;    ///< by cell

  std::size_t occupations() const { return now.occupations.size(); }
  std::size_t cell(int origin, int occupation) const {
    return static_cast<std::size_t>(origin) * occupations() + static_cast<std::size_t>(occupation);
  }
  // positions on the authority axis
  std::size_t recognition_office(std::size_t occupation) const { return occupation; }
  std::size_t visa_office(std::size_t origin) const { return occupations() + origin; }
  std::size_t language_office(std::size_t origin) const {
    return occupations() + now.origins.size() + origin;
  }
  std::size_t bridging_office(std::size_t occupation) const {
    return occupations() + 2 * now.origins.size() + occupation;
  }
  std::size_t placement_office() const { return 2 * occupations() + 2 * now.origins.size(); }
  std::size_t housing_office(std::size_t land) const { return placement_office() + 1 + land; }
};

/// What all worlds of one replicate share: the draws and the immutable start.
struct ReplicateSetup {
  ReplicateSetup(const Parameters& parameters, std::uint64_t seed, std::uint32_t replicate,
                 std::uint32_t draw_set);
  sim::Draws draws;
  std::vector<std::shared_ptr<const PoolSetup>> pools;  ///< [cell * 2 + group]
  std::shared_ptr<const EmployerSetup> employers;
};

}  // namespace skillscale::models
