// What each person gains month by month: the account of the group of migrants, person by person.
//
// The account of a month is what posting money adds to the group (models/ledger.cpp): net wage and
// benefits, less the own part of preparation, fees, what is sent home, debt served, bonds, and what
// the person would have earned at the origin. Amounts are discounted to the start and kept in whole
// cents. The sum over persons is the group's, but for the rounding of each amount.
#pragma once

#include "models/world.h"

namespace skillscale::models {

/// Adds cents of this month to a person's account. Touches the person's own row only.
void credit(World& world, Row row, std::int64_t flow);

/// Takes the own part of the one-off cost of the stage that the person has just entered.
void pay_for_entry(World& world, Row row);

/// A person has enrolled: pays the fee, and is marked when a partnership is to lead it to Germany.
void note_enrolment(World& world, Row row);

/// Keeps the account of a person whose row goes.
void close_account(World& world, Row row);

/// What a month brings to each person, looked up in tables; whole cents.
class MonthFlows {
 public:
  /// Of the month whose parameters the world holds.
  explicit MonthFlows(const World& world);

  /// What comes beside pay to the persons of a range of rows.
  void before_pay(std::size_t first, std::size_t last, double* flows) const;
  /// All, in a month that has been.
  double of(Row row, Month month) const;

 private:
  const World& w_;
  std::vector<double> in_stage_;  ///< benefits less own preparation [PreparationIndex]
  std::vector<double> at_home_;   ///< expected income at home [cell * types + type]
  std::vector<double> forgoes_;   ///< 1 for who gives it up [stage][has arrived][on home track]
};

/// Adds flows of this month to the accounts of a range of rows.
void post_flows(World& world, std::size_t first, std::size_t last, const double* flows);

/// Fates as of the end of the horizon: with the accounts of those who still have a row. What those
/// in Germany are expected to gain later is part of theirs: the mean flow of their cell in the last
/// month over the hazard of leaving and the discount rate.
std::vector<CellFates> closed_fates(const World& world);

/// Months over which a stock at the end goes on giving, discounted.
double remaining_months(const Parameters& parameters);

/// What an amount of a month is worth at the start.
double discount_of(const Parameters& parameters, Month month);

}  // namespace skillscale::models
