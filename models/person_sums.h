// One pass over all persons at the month's end: stocks go to the board, money is summed for the
// ledger.
#pragma once

#include "models/world.h"

namespace skillscale::models {

/// What one pass over all persons finds.
struct PersonSums {
  std::vector<std::int64_t> preparation;  ///< cents [self-financed][type][stage]
  std::int64_t wages = 0, output = 0, remitted = 0;
  std::vector<std::int64_t> remitted_by_origin, at_work;
  std::vector<std::int64_t> home_trainees;            ///< by cell
  std::vector<std::int64_t> working_at_origin, away;  ///< engaged qualified persons by cell
  std::int64_t searching = 0;
  double forgone = 0;  ///< EUR at purchasing power that the engaged would have earned at home
};

inline std::size_t preparation_index(bool self_financed, std::size_t type, std::size_t stage) {
  return (std::size_t{self_financed} * partnership_type_count + type) * stage_count + stage;
}

/// Income without the qualification against the occupation's wage.
inline constexpr double unqualified_share = 0.5;

/// Monthly cost in cents [partnership][stage]; of no partnership behind the last.
std::vector<std::int64_t> preparation_costs(const World& world);

/// Whether a person of the stage costs money of preparation.
bool is_paid_for(Stage stage);

bool gives_up_origin_income(Stage stage, bool is_abroad);

/// Expected monthly income at home in EUR at purchasing power [cell * 2 + pool group].
std::vector<double> home_income(const World& world);

/// Share of the qualified persons at the origin who work in the occupation.
double share_at_work(const World& world, const OriginMarket& market);

PersonSums sum_persons(World& world);

}  // namespace skillscale::models
