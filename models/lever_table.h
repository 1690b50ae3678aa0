// The levers: each row names a lever of policy, its field of action, and how its strength acts on
// parameters.
//
// A lever never touches the model's code. It changes this month's value of the parameters that its
// row names, so strength 0 leaves every parameter, and with it the whole run, exactly as it was.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace skillscale::models {

/// How strength s (ramped from 0) changes a parameter with base value b.
enum class LeverEffect : unsigned char {
  Scale,   ///< b (1 + s)
  Shrink,  ///< b / (1 + s)
  ToOne,   ///< b + s (1 - b)
  ToZero,  ///< b (1 - s)
  Move,    ///< takes s b away and gives it to the parameter in `gives_to`
};

/// What a lever does to the parameters of one pattern.
struct LeverAct {
  std::string_view path;  ///< pattern of the parameters it changes; empty where there is no act
  LeverEffect effect = LeverEffect::Scale;
  std::string_view gives_to = {};
};

struct LeverRow {
  std::string_view name;
  std::string_view field;    ///< field of action of the think tank, or `shock`
  std::string_view meaning;  ///< one sentence; says what strength 1 means
  std::array<LeverAct, 3> all_acts;

  constexpr std::span<const LeverAct> acts() const {
    std::size_t count = 0;
    while (count < all_acts.size() && !all_acts[count].path.empty()) ++count;
    return {all_acts.data(), count};
  }
};

/// Upper ends of what is a little, what is usual and what is much of a strength.
struct StrengthZones {
  double low = 0, standard = 0, high = 0;
};

constexpr StrengthZones strength_zones(LeverEffect effect) {
  if (effect == LeverEffect::Scale) return {0.5, 2, 5};
  if (effect == LeverEffect::Shrink) return {0.3, 1, 3};
  return {0.3, 0.6, 1};  // a share cannot be moved beyond the whole
}

/// Those of the act that bears least.
constexpr StrengthZones strength_zones(const LeverRow& row) {
  StrengthZones zones = strength_zones(row.acts().front().effect);
  for (const auto& act : row.acts()) {
    const auto other = strength_zones(act.effect);
    if (other.high < zones.high) zones = other;
  }
  return zones;
}

inline constexpr std::array lever_table{
    LeverRow{"preparation.orientation",
             "preparation",
             "Orientation before departure; 1 prepares everyone fully.",
             {{{"partnership_types.{partnership_type}.preparation", LeverEffect::ToOne}}}},
    LeverRow{"preparation.welcome",
             "preparation",
             "Standard for welcome and mentoring at work; 1 brings all employers to full quality.",
             {{{"integration.welcome", LeverEffect::ToOne}}}},
    LeverRow{"preparation.anti_discrimination",
             "preparation",
             "Measures against discrimination; 1 ends it.",
             {{{"integration.discrimination", LeverEffect::ToZero}}}},
    LeverRow{"preparation.settlement",
             "preparation",
             "Faster settlement; 1 halves the time.",
             {{{"retention.settle_months", LeverEffect::Shrink}}}},
    LeverRow{"preparation.family_reunification",
             "preparation",
             "Families may join sooner and more easily; 1 doubles the pace and halves the wait.",
             {{LeverAct{"family.join", LeverEffect::Scale},
               LeverAct{"family.wait_months", LeverEffect::Shrink}}}},
    LeverRow{"preparation.housing",
             "preparation",
             "Housing for arrivals; 1 doubles how many each Land can house.",
             {{LeverAct{"lands.{land}.arrivals_per_month", LeverEffect::Scale}}}},
    LeverRow{"preparation.free_change",
             "preparation",
             "Free change of employer; 1 ends service bonds.",
             {{LeverAct{"partnership_types.{partnership_type}.bond_months", LeverEffect::ToZero}}}},
    LeverRow{"language.places",
             "language",
             "Course places abroad; 1 doubles them.",
             {{{"authorities.language.{origin}.places", LeverEffect::Scale}}}},
    LeverRow{"language.intensity",
             "language",
             "Intensity of courses; 1 halves the months per level.",
             {{{"language.months_to.{language_level}", LeverEffect::Shrink}}}},
    LeverRow{"language.exam_quality",
             "language",
             "Preparation for examinations; 1 lets everyone pass.",
             {{{"language.pass", LeverEffect::ToOne}}}},
    LeverRow{"language.exam_capacity",
             "language",
             "Examination dates; 1 halves the wait for a retake.",
             {{LeverAct{"language.retake_months", LeverEffect::Shrink}}}},
    LeverRow{"language.course_subsidy",
             "language",
             "The German state pays for courses; 1 all of it.",
             {{LeverAct{"language.subsidy", LeverEffect::ToOne}}}},
    LeverRow{"language.courses_at_work",
             "language",
             "Language at work after arrival; 1 doubles the pace.",
             {{LeverAct{"language.at_work", LeverEffect::Scale}}}},
    LeverRow{"recognition.staff",
             "recognition",
             "Staff of the recognition offices; 1 doubles the files decided.",
             {{{"authorities.recognition.{occupation}.tokens_per_month", LeverEffect::Scale}}}},
    LeverRow{"recognition.complete_files",
             "recognition",
             "Help with documents; 1 makes every file complete.",
             {{{"partnership_types.{partnership_type}.complete_files", LeverEffect::ToOne}}}},
    LeverRow{"recognition.digital_files",
             "recognition",
             "Digital files; 1 halves the time until documents arrive.",
             {{{"recognition.return_months", LeverEffect::Shrink}}}},
    LeverRow{"recognition.central_office",
             "recognition",
             "One office for all Laender; 1 halves the months of case work.",
             {{LeverAct{"recognition.case_median", LeverEffect::Shrink}}}},
    LeverRow{"recognition.work_first",
             "recognition",
             "Recognition partnership: work as an assistant first; 1 for everyone.",
             {{LeverAct{"partnership_types.{partnership_type}.work_first", LeverEffect::ToOne}}}},
    LeverRow{"recognition.direct_test",
             "recognition",
             "Knowledge test without a test of equivalence; 1 for everyone.",
             {{LeverAct{"partnership_types.{partnership_type}.direct_test", LeverEffect::ToOne}}}},
    LeverRow{"qualification.alignment",
             "qualification",
             "Alignment of curricula; 1 aligns them fully.",
             {{{"partnership_types.{partnership_type}.alignment_gain", LeverEffect::ToOne}}}},
    LeverRow{"qualification.home_track",
             "qualification",
             "Seats on the home track; 1 gives it all seats.",
             {{{"partnership_types.{partnership_type}.home_share", LeverEffect::ToOne}}}},
    LeverRow{"qualification.bridging_places",
             "qualification",
             "Places in bridging courses; 1 doubles them.",
             {{{"authorities.bridging.{occupation}.places", LeverEffect::Scale}}}},
    LeverRow{"qualification.modular_bridging",
             "qualification",
             "Modular bridging courses; 1 halves their length.",
             {{LeverAct{"recognition.course_months", LeverEffect::Shrink}}}},
    LeverRow{"qualification.teachers",
             "qualification",
             "Teachers trained ahead; 1 lets partnerships grow without loss of quality.",
             {{LeverAct{"partnership.quality_loss", LeverEffect::ToZero}}}},
    LeverRow{"qualification.equipment",
             "qualification",
             "Equipment and methods; 1 doubles the pace at which quality recovers.",
             {{LeverAct{"partnership.quality_gain", LeverEffect::Scale}}}},
    LeverRow{"qualification.centre_seats",
             "qualification",
             "Places in training centres; 1 doubles them and their intake.",
             {{LeverAct{"centres.{centre}.seats", LeverEffect::Scale},
               LeverAct{"centres.{centre}.seats_per_month", LeverEffect::Scale}}}},
    LeverRow{"financing.state_for_employer",
             "financing",
             "The state carries the employer's share of preparation; 1 all of it.",
             {{{"partnership_types.{partnership_type}.pays.employer", LeverEffect::Move,
                "partnership_types.{partnership_type}.pays.german_state"}}}},
    LeverRow{"financing.employer_for_migrant",
             "financing",
             "The employer carries the migrant's share of preparation; 1 all of it.",
             {{{"partnership_types.{partnership_type}.pays.migrant", LeverEffect::Move,
                "partnership_types.{partnership_type}.pays.employer"}}}},
    LeverRow{"financing.state_for_migrant",
             "financing",
             "The state carries the migrant's share of preparation; 1 all of it.",
             {{LeverAct{"partnership_types.{partnership_type}.pays.migrant", LeverEffect::Move,
                        "partnership_types.{partnership_type}.pays.german_state"}}}},
    LeverRow{
        "financing.revolving_fund",
        "financing",
        "A revolving fund lends to candidates; 1 doubles what they can raise and ends interest.",
        {{LeverAct{"migration.savings", LeverEffect::Scale},
          LeverAct{"migration.debt_interest", LeverEffect::ToZero}}}},
    LeverRow{"financing.outcome_payment",
             "financing",
             "The state pays employers for partnership workers retained twelve months; 1 for all.",
             {{LeverAct{"costs.outcome_share", LeverEffect::ToOne}}}},
    LeverRow{"financing.bridge_money",
             "financing",
             "The state bridges the end of project money; 1 takes over all that donors paid.",
             {{LeverAct{"partnership.bridge_share", LeverEffect::ToOne}}}},
    LeverRow{"policy.visa_staff",
             "policy coherence",
             "Staff of the visa posts; 1 doubles the cases decided.",
             {{{"authorities.visa.{origin}.tokens_per_month", LeverEffect::Scale}}}},
    LeverRow{"policy.placement_staff",
             "policy coherence",
             "Public placement staff; 1 doubles the matches carried through.",
             {{{"authorities.placement.tokens_per_month", LeverEffect::Scale}}}},
    LeverRow{"visa.fast_track_share",
             "policy coherence",
             "Use of the accelerated procedure; 1 puts every case on it.",
             {{{"partnership_types.{partnership_type}.accelerated_share", LeverEffect::ToOne}}}},
    LeverRow{"policy.one_stop_shop",
             "policy coherence",
             "One file for recognition and visa; 1 spares every case the visa post's line.",
             {{LeverAct{"visa.one_stop", LeverEffect::ToOne}}}},
    LeverRow{"policy.country_portfolio",
             "policy coherence",
             "Weight of the covered origins in the portfolio of partner countries; 1 doubles the "
             "number of new partnerships there.",
             {{LeverAct{"origins.{origin}.formation_weight", LeverEffect::Scale}}}},
    LeverRow{"network.platform",
             "network and knowledge",
             "Exchange on the national platform; 1 is full intensity.",
             {{{"platform.intensity", LeverEffect::ToOne}}}},
    LeverRow{"network.awareness",
             "network and knowledge",
             "Campaigns among employers; 1 doubles outreach.",
             {{{"adoption.outreach", LeverEffect::Scale}}}},
    LeverRow{"network.pooling",
             "network and knowledge",
             "Chambers pool small firms; 1 removes their disadvantage of size.",
             {{{"adoption.size_effect", LeverEffect::ToZero}}}},
    LeverRow{"partnership.formation",
             "policy coherence",
             "Support for new partnerships; 1 doubles their number.",
             {{{"partnership_types.{partnership_type}.formation_rate", LeverEffect::Scale}}}},
    LeverRow{"partnership.seats",
             "qualification",
             "Seats of the named partnerships; 1 doubles them.",
             {{{"partnerships.{partnership}.seats_per_month", LeverEffect::Scale}}}},
    LeverRow{"fairness.no_fees",
             "fairness and safeguards",
             "No fees for migrants; 1 ends them.",
             {{{"partnership_types.{partnership_type}.migrant_fee", LeverEffect::ToZero}}}},
    LeverRow{"fairness.seal",
             "fairness and safeguards",
             "Seal for fair recruitment; 1 ends fraud and the fees of private agencies.",
             {{LeverAct{"safeguards.fraud", LeverEffect::ToZero},
               LeverAct{"partnership_types.private_agency.migrant_fee", LeverEffect::ToZero}}}},
    LeverRow{
        "fairness.who_list",
        "fairness and safeguards",
        "The safeguards list is respected; 1 ends organised recruitment where an origin is on it.",
        {{LeverAct{"safeguards.who_list", LeverEffect::ToOne}}}},
    LeverRow{"fairness.recruitment_cap",
             "fairness and safeguards",
             "A cap on organised recruitment; 1 binds all recruiters.",
             {{LeverAct{"safeguards.cap", LeverEffect::ToOne}}}},
    LeverRow{"fairness.training_compensation",
             "fairness and safeguards",
             "Germany pays the origin for the training of those who leave; 1 all of it.",
             {{LeverAct{"safeguards.training_compensation", LeverEffect::ToOne}}}},
    LeverRow{"fairness.oda_for_origin",
             "fairness and safeguards",
             "Development money for the origin's part only; 1 moves all of the donors' share of "
             "preparation to the German state.",
             {{LeverAct{"partnership_types.{partnership_type}.pays.donor", LeverEffect::Move,
                        "partnership_types.{partnership_type}.pays.german_state"}}}},
    LeverRow{"shock.recession",
             "shock",
             "Recession in Germany; 1 ends the growth of posts and doubles the pace of job loss.",
             {{LeverAct{"occupations.{occupation}.demand_growth", LeverEffect::ToZero},
               LeverAct{"retention.job_loss.scale", LeverEffect::Shrink}}}},
    LeverRow{"shock.border_closure",
             "shock",
             "Closed borders or a quota; 1 ends visas.",
             {{LeverAct{"authorities.visa.{origin}.tokens_per_month", LeverEffect::ToZero}}}},
    LeverRow{"shock.partner_exit",
             "shock",
             "The partner leaves; 1 closes its partnerships to newcomers.",
             {{LeverAct{"origins.{origin}.takes_part", LeverEffect::ToZero}}}},
};

namespace detail {
constexpr std::size_t lever_words_length() {
  std::size_t length = 0;
  for (const auto& row : lever_table) length += row.name.size() + 1;
  return length - 1;
}
constexpr auto join_lever_words() {
  std::array<char, lever_words_length()> joined{};
  std::size_t at = 0;
  for (const auto& row : lever_table) {
    if (at > 0) joined[at++] = ' ';
    for (char letter : row.name) joined[at++] = letter;
  }
  return joined;
}
inline constexpr auto lever_letters = join_lever_words();
}  // namespace detail

/// All lever names, blank separated, for the parameter table.
inline constexpr std::string_view lever_words{detail::lever_letters.data(),
                                              detail::lever_letters.size()};

}  // namespace skillscale::models
