// Indicators: what results show. A monthly indicator is a tally in its unit, or follows from
// tallies of the same month; a headline is one number for a whole world, or for a pair of worlds.
//
// One row declares one indicator; the result file, docs/indicators.md, the result table and the
// page are derived from the rows.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "models/authority.h"
#include "models/world.h"

namespace skillscale::models {

/// A monthly indicator that follows from tallies.
struct DerivedRow {
  std::string_view name;
  std::string_view unit;
  std::array<Dim, 4> dims;
  std::string_view meaning;
  /// Fills one value per cell of the axes; NaN where it is not defined.
  void (*fill)(const TallyLayout& layout, std::span<const std::int64_t> cells,
               std::span<double> out);
};

std::span<const DerivedRow> derived_table();

/// A group that loses more than this, in its benchmark per person enrolled, is worse off.
inline constexpr double worse_off_tolerance = -0.01;

/// Which way a headline is better.
enum class Better : std::uint8_t { More, Less, Neither };

/// What a headline is about: a number of a world alone; a position on an axis or in time, of which
/// differences mean nothing; or the world against a reference.
enum class HeadlineKind : std::uint8_t { World, Position, Pair };

/// The last years over which a mean shows where a world has come to.
inline constexpr double late_months = 60;

/// Everything a headline may use of one finished world.
struct Totals {
  double months = 0;
  double arrivals = 0, late_arrivals = 0, arrivals_by_partnership = 0;
  double early_by_partnership = 0, late_by_partnership = 0;  ///< of the first and last five years
  std::array<double, land_count> arrivals_by_land{};
  double settlements = 0, families_joined = 0;
  double own_cost = 0, wages = 0;  ///< of migrants, EUR
  double months_at_work = 0;
  double past_cliff = 0, ended_at_cliff = 0;
  double months_below_density = 0;  ///< summed over origins whose density is known
  double seats_squared = 0;         ///< sum of squared shares of seats over active partnerships
  double seats_gini = 0;            ///< Gini coefficient of seats over active partnerships
  double enrolments = 0, recognitions = 0;
  /// Posts promised to candidates of partnerships and of other channels, filled by domestic
  /// workers, open at the end.
  double posts_by_partnership = 0, posts_by_others = 0, posts_domestic = 0, posts_open = 0;
  double retained_36 = 0, arrivals_for_36 = 0;  ///< arrivals whose 36 months lie within the horizon
  double qualified_months = 0, late_programme_cost = 0;
  double origin_stock_end = 0, origin_employed_end = 0, origin_preparing_end = 0;
  double home_graduates = 0;
  double partnerships_end = 0, last_partnership_month = 0;
  std::array<double, office_kind_count> waited{}, served{};
  std::array<double, group_count> welfare{};    ///< EUR, discounted, end stocks valued
  std::array<double, group_count> within{};     ///< EUR, discounted, of the horizon alone
  std::array<double, group_count> last_year{};  ///< EUR of the last twelve months
  int bottleneck = -1;                          ///< stage, -1 without partnerships
  FateCounts fates{};     ///< in the reference, of those who came through partnerships; for a pair
  EnrolledGains gains{};  ///< against the reference; for a pair
};

/// Gathers totals month by month; reads, never changes the world.
class TotalsRecorder {
 public:
  /// What counts only in some months, which ones depends on where the run ends.
  struct MonthFlows {
    Month month = 0;                            ///< as counted after the step: 1 is the first
    double arrivals = 0, programme_cost = 0;    ///< the latter in EUR
    double by_partnership = 0;                  ///< of the arrivals
    std::array<double, group_count> welfare{};  ///< EUR
  };

  explicit TotalsRecorder(const World& world);
  void observe(const World& world);
  Totals finish(const World& world) const;

  /// For a checkpoint: visit(name, member) for everything gathered so far.
  template <class Recorder, class Visit>
  static void state_of(Recorder& recorder, Visit&& visit) {
    auto& [totals, discount, flows] = recorder;
    visit("so_far", totals), visit("discount", discount), visit("flows", flows);
  }

 private:
  Totals totals_;
  double discount_ = 1;
  std::vector<MonthFlows> flows_;  ///< by month
};

/// What turns gains into comparable numbers: persons enrolled in `pilots_as_today`, mean over all
/// runs, and one year's benchmark per actor. Where nobody enrols, gains per person are not defined.
struct Benchmarks {
  double enrolled = 1;
  double gap = 0;                                   ///< persons missing, over all occupations
  double migrant = 1, origin = 1, destination = 1;  ///< EUR
};
Benchmarks benchmarks(const Parameters& parameters, double enrolled);

struct HeadlineRow {
  std::string_view name;
  std::string_view unit;
  std::string_view long_name;
  std::string_view meaning;
  HeadlineKind kind;
  Better better;
  /// For a pair, `against` is the reference; for a world it is the world itself.
  double (*value)(const Totals& world, const Totals& against, const Benchmarks& benchmarks);
};

std::span<const HeadlineRow> headline_table();

}  // namespace skillscale::models
