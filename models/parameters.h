// The numbers of one world, as plain members. Every member is declared once in the parameter table,
// which says its path, unit, range, source and meaning; this file only gives it a place. Money in
// EUR of 2024, time in months, shares in [0, 1].
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "models/declare.h"
#include "models/vocabulary.h"

namespace skillscale::models {

struct Switches {
  double pool, partnerships, formation, growth, funding_cliff, dissolution, platform, diffusion,
      domestic_market, origin_market, induced_training, wage_response, integration, retention,
      circular, remittances, costs, matching, family, debt, stock_flow;
};

struct OriginOccupation {
  bool present = false;  ///< the scenario has this pair
  double stock, school_leavers, school_leavers_per_month, graduates_per_month, unemployed_share,
      wage, attrition, separation, finding, wage_elasticity, training_elasticity, training_lag,
      quality_dilution, training_cost, alignment, competing_attraction, agency_capacity, applicants,
      open_posts;
};

struct Origin {
  std::string name;
  double price_level, remittance_cost, linguistic_distance, distance, tax_share, takes_part,
      formation_weight, health_density, coverage_index;
  std::vector<OriginOccupation> occupation;
  double visa_tokens, visa_background, visa_backlog, language_places, visa_refusal;
};

struct Occupation {
  std::string name, isco, kldb;
  double wage, regulated, assistant_wage_share, vacancies, retirement, domestic_graduates_per_month,
      demand_growth, job_seekers, matching_efficiency, matching_elasticity, displacement,
      full_share, refused_share, alignment_effect, recognition_tokens, recognition_background,
      recognition_backlog, bridging_places, productivity, reference_gap, health;
};

struct Sector {
  std::string name;
  double occupation, establishments, headcount, aware_share, placements, onboarding;
  std::array<double, size_class_count> establishment_share, headcount_share, adopted_share;
};

struct TypeParameters {  // per PartnershipType
  double open, attraction, migrant_fee, employer_fee, agency_capacity, preparation, language_target,
      start_level, alignment, accelerated_share, completeness, training_months, early_drop,
      late_drop, exam_pass, exam_attempts, home_share, bond_months, setup_months, formation_rate,
      merit, equity_share, first_come, bond, work_first, direct_test, switch_months, switch_home,
      switch_away;
  std::array<double, party_count> pays;  ///< who carries the cost of preparation
  std::vector<double> route;             ///< stages in order, as numbers
};

struct StageParameters {  // per Stage
  double complete, drop, cost_once, cost_per_month, entries_per_month, entries_poisson,
      entries_until, initial;
};

struct Migration {
  double hazard, constant_hazard, intention_start, intention_speed, weight_attitude, weight_norm,
      weight_control, wage_effect, cost_effect, language_effect, distance_effect, wait_effect,
      success_effect, choice_scale, satisficing, heterogeneity, ability_spread, savings,
      savings_spread, readmission, debt_interest, debt_repayment;
};

struct Language {
  std::array<double, language_level_count> months_to;
  double pass, retake_months, drop, drop_per_fail, drop_per_waiting_year, decay, at_work, subsidy;
};

struct Recognition {
  double return_months, case_median, case_sigma, withdraw, course_months, exam_pass, exam_attempts,
      exam_wait, fail_return_share, language_effect, title_months;
};

struct Visa {
  double case_months, lapse, one_stop;
};

struct Matching {
  double withdraw, rank_language, rank_experience, noise;
};

struct Integration {
  double social_start, social_speed, economic_start, economic_speed, preparation_effect, welcome,
      contacts_effect, discrimination, assistant_penalty;
};

struct Family {
  double abroad_share, join, wait_months, joined_effect, abroad_effect, social_effect, remit_effect;
};

struct RetentionCause {
  double scale, shape, social_effect, economic_effect;
};

struct Retention {
  std::array<RetentionCause, exit_cause_count> cause;
  double search_window, find_job, settle_months, settle_months_trained, settled_effect,
      adaptation_multiplier, bond_effect, remigration;
};

struct Wages {
  double gap_start, gap_end, closing, tax_share, social_share, remit_participation, remit_share,
      remit_decay, trainee_share, other_work_share;
};

struct Adoption {
  double outreach, neighbours, platform, innovation, imitation, size_effect, benefit_effect,
      vacancy_effect, discontinue, failure_effect, degree, rewire, membership, alone_reach, rule,
      threshold_mean, threshold_spread;
};

struct PartnershipRules {
  double attachment, attachment_offset, homophily, dissolution_scale, dissolution_shape,
      success_effect, trust_effect, progress_ratio, cost_floor, knowledge_retention,
      partner_spillover, platform_spillover, growth_limit, seat_delay, seat_adjustment,
      quality_loss, quality_gain, safety, funding_months, cliff_slope, new_seats, new_trust,
      bridge_share;
};

struct PartnershipParameters {
  std::string name;
  double type, origin, occupation, centre, start, seats_per_month, funding_end, trust, experience,
      members, preparing;
  std::vector<double> sectors;
};

struct Centre {
  std::string name;
  double origin, seats, seats_per_month, quality, alignment;
};

struct Platform {
  double intensity, start, end, cost_per_month;
};

struct Costs {
  double discount, employer_contribution, contribution_gain, service_per_placement,
      integration_cost, benefit, domestic_loss, fast_track_fee, outcome_payment, outcome_share,
      recognition_case, visa_case;
};

/// What protects origins and migrants.
struct Safeguards {
  double who_list, who_density, who_coverage, cap, cap_share, training_compensation, fraud;
};

/// Someone whose consent a lever may need.
struct Actor {
  std::string name, field;
  double commitment, anchor;
  std::vector<double> ties;
};

struct CommitmentRules {
  double exchange, evidence, decay;
};

struct Lever {
  std::string when;
  double lever, start, end, ramp, strength, cost_per_month, payer, adoption, adoption_hazard;
  std::vector<double> needs;
  std::vector<double> origins, occupations, types;
};

struct Parameters {
  std::array<std::vector<std::string>, axis_count> names;  ///< names on the axes the scenario names
  double months = 1;                                       ///< horizon
  double pool_multiplicity;
  double placement_tokens;
  Switches on;
  std::vector<Origin> origins;
  std::vector<Occupation> occupations;
  std::vector<Sector> sectors;
  std::array<TypeParameters, partnership_type_count> types;
  std::array<StageParameters, stage_count> stages;
  double entries_type, entries_origin, entries_occupation;
  std::array<double, land_count> land_share, land_arrivals;
  Migration migration;
  Language language;
  Recognition recognition;
  Visa visa;
  Matching matching;
  Integration integration;
  Family family;
  Retention retention;
  Wages wages;
  Adoption adoption;
  PartnershipRules partnership;
  std::vector<PartnershipParameters> partnerships;
  std::vector<Centre> centres;
  Platform platform;
  Costs costs;
  Safeguards safeguards;
  std::vector<Actor> actors;
  CommitmentRules commitment;
  std::vector<Lever> levers;
};

/// One concrete parameter: a row of the table and the position on its axes.
struct Address {
  const ParameterDecl* decl = nullptr;
  Index index;
};

/// Values as they come from a scenario or the page: concrete paths such as
/// "origins.PHL.nursing.stock".
struct ParameterValues {
  std::array<std::vector<std::string>, axis_count> names;
  std::vector<std::pair<std::string, double>> numbers;
  std::vector<std::pair<std::string, std::vector<double>>> lists;
  std::vector<std::pair<std::string, std::string>> texts;
};

/// Parameters with every standard value set and `values` applied.
/// @throws sim::InputError for a path that no row declares or a value of another kind (scenarios
/// are checked before, so this guards other callers)
Parameters build_parameters(const ParameterValues& values, int months);

/// Every (row, index) combination that exists for these names, in table order.
std::vector<Address> all_addresses(const Parameters& parameters);

/// Concrete path of an address, e.g. "origins.PHL.nursing.stock".
std::string path_of(const Address& address, const Parameters& parameters);

}  // namespace skillscale::models
