// Purposes of random draws. The numbers are frozen: they address random numbers and so are part of
// every digest.
#pragma once

#include "sim/draw.h"

namespace skillscale::models::purpose {

inline constexpr auto of = [](std::uint16_t number) { return static_cast<sim::Purpose>(number); };

// pool and decision
inline constexpr sim::Purpose pool_budget = of(1);
inline constexpr sim::Purpose personal_factor = of(2);
inline constexpr sim::Purpose choice = of(3);
inline constexpr sim::Purpose savings = of(4);
inline constexpr sim::Purpose aptitude = of(5);
inline constexpr sim::Purpose sex = of(6);
inline constexpr sim::Purpose remits = of(7);
inline constexpr sim::Purpose present = of(8);
inline constexpr sim::Purpose which_partnership = of(9);
inline constexpr sim::Purpose track = of(10);
inline constexpr sim::Purpose readmission = of(11);
inline constexpr sim::Purpose alignment = of(12);
inline constexpr sim::Purpose family = of(13);
inline constexpr sim::Purpose fraud = of(14);
inline constexpr sim::Purpose recognition_path = of(15);
inline constexpr sim::Purpose on_the_way = of(16);
// stages of a person
inline constexpr sim::Purpose stage_budget = of(20);
inline constexpr sim::Purpose lottery = of(21);
inline constexpr sim::Purpose language_exam = of(22);
inline constexpr sim::Purpose training_exam = of(23);
inline constexpr sim::Purpose file_complete = of(24);
inline constexpr sim::Purpose accelerated = of(25);
inline constexpr sim::Purpose case_months = of(26);
inline constexpr sim::Purpose decision = of(27);
inline constexpr sim::Purpose visa_decision = of(28);
inline constexpr sim::Purpose pick_vacancy = of(29);
inline constexpr sim::Purpose employer_view = of(30);
inline constexpr sim::Purpose measure_exam = of(31);
inline constexpr sim::Purpose after_failure = of(32);
inline constexpr sim::Purpose merit = of(33);
inline constexpr sim::Purpose language_at_work = of(34);
inline constexpr sim::Purpose family_joins = of(35);
inline constexpr sim::Purpose change_of_track = of(36);
inline constexpr sim::Purpose one_stop = of(37);
// markets
inline constexpr sim::Purpose attrition = of(50);
inline constexpr sim::Purpose separations = of(51);
inline constexpr sim::Purpose findings = of(52);
inline constexpr sim::Purpose entries = of(53);
inline constexpr sim::Purpose retirements = of(54);
inline constexpr sim::Purpose which_employer = of(55);
inline constexpr sim::Purpose which_vacancy = of(56);
inline constexpr sim::Purpose was_employed = of(57);
inline constexpr sim::Purpose background = of(58);
inline constexpr sim::Purpose tie = of(59);
inline constexpr sim::Purpose leavers_attrition = of(60);
// employers
inline constexpr sim::Purpose awareness = of(80);
inline constexpr sim::Purpose adoption = of(81);
inline constexpr sim::Purpose discontinuance = of(82);
inline constexpr sim::Purpose initial_state = of(83);
inline constexpr sim::Purpose membership = of(84);
inline constexpr sim::Purpose which_membership = of(85);
inline constexpr sim::Purpose neighbours = of(86);
inline constexpr sim::Purpose threshold = of(87);
// partnerships
inline constexpr sim::Purpose formation = of(100);
inline constexpr sim::Purpose dissolution = of(101);
inline constexpr sim::Purpose cliff = of(102);
inline constexpr sim::Purpose setup = of(103);
inline constexpr sim::Purpose which_centre = of(104);
inline constexpr sim::Purpose lead_employer = of(105);
// policy
inline constexpr sim::Purpose lever_adoption = of(120);

}  // namespace skillscale::models::purpose
