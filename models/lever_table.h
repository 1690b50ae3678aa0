// The levers: each row names a lever of policy, its field of action, and how its strength acts on
// parameters.
//
// A lever never touches the model's code. It changes this month's value of the parameters that its
// row names, so strength 0 leaves every parameter, and with it the whole run, exactly as it was.
#pragma once

#include <array>
#include <cstddef>
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

struct LeverRow {
  std::string_view name;
  std::string_view field;    ///< field of action of the think tank
  std::string_view meaning;  ///< one sentence; says what strength 1 means
  std::string_view path;     ///< pattern of the parameters it changes
  LeverEffect effect;
  std::string_view gives_to = {};
};

inline constexpr std::array lever_table{
    LeverRow{"preparation.orientation", "preparation",
             "Orientation before departure; 1 prepares everyone fully.",
             "partnership_types.{partnership_type}.preparation", LeverEffect::ToOne},
    LeverRow{"preparation.welcome", "preparation",
             "Standard for welcome and mentoring at work; 1 brings all employers to full quality.",
             "integration.welcome", LeverEffect::ToOne},
    LeverRow{"preparation.anti_discrimination", "preparation",
             "Measures against discrimination; 1 ends it.", "integration.discrimination",
             LeverEffect::ToZero},
    LeverRow{"preparation.settlement", "preparation", "Faster settlement; 1 halves the time.",
             "retention.settle_months", LeverEffect::Shrink},
    LeverRow{"language.places", "language", "Course places abroad; 1 doubles them.",
             "authorities.language.{origin}.places", LeverEffect::Scale},
    LeverRow{"language.intensity", "language",
             "Intensity of courses; 1 halves the months per level.",
             "language.months_to.{language_level}", LeverEffect::Shrink},
    LeverRow{"language.exam_quality", "language",
             "Preparation for examinations; 1 lets everyone pass.", "language.pass",
             LeverEffect::ToOne},
    LeverRow{"recognition.staff", "recognition",
             "Staff of the recognition offices; 1 doubles the files decided.",
             "authorities.recognition.{occupation}.tokens_per_month", LeverEffect::Scale},
    LeverRow{"recognition.complete_files", "recognition",
             "Help with documents; 1 makes every file complete.",
             "partnership_types.{partnership_type}.complete_files", LeverEffect::ToOne},
    LeverRow{"recognition.digital_files", "recognition",
             "Digital files; 1 halves the time until documents arrive.",
             "recognition.return_months", LeverEffect::Shrink},
    LeverRow{"qualification.alignment", "qualification",
             "Alignment of curricula; 1 aligns them fully.",
             "partnership_types.{partnership_type}.alignment_gain", LeverEffect::ToOne},
    LeverRow{"qualification.home_track", "qualification",
             "Seats on the home track; 1 gives it all seats.",
             "partnership_types.{partnership_type}.home_share", LeverEffect::ToOne},
    LeverRow{"qualification.bridging_places", "qualification",
             "Places in bridging courses; 1 doubles them.",
             "authorities.bridging.{occupation}.places", LeverEffect::Scale},
    LeverRow{"financing.state_for_employer", "financing",
             "The state carries the employer's share of preparation; 1 all of it.",
             "partnership_types.{partnership_type}.pays.employer", LeverEffect::Move,
             "partnership_types.{partnership_type}.pays.german_state"},
    LeverRow{"financing.employer_for_migrant", "financing",
             "The employer carries the migrant's share of preparation; 1 all of it.",
             "partnership_types.{partnership_type}.pays.migrant", LeverEffect::Move,
             "partnership_types.{partnership_type}.pays.employer"},
    LeverRow{"policy.visa_staff", "policy coherence",
             "Staff of the visa posts; 1 doubles the cases decided.",
             "authorities.visa.{origin}.tokens_per_month", LeverEffect::Scale},
    LeverRow{"policy.placement_staff", "policy coherence",
             "Public placement staff; 1 doubles the matches carried through.",
             "authorities.placement.tokens_per_month", LeverEffect::Scale},
    LeverRow{"visa.fast_track_share", "policy coherence",
             "Use of the accelerated procedure; 1 puts every case on it.",
             "partnership_types.{partnership_type}.accelerated_share", LeverEffect::ToOne},
    LeverRow{"network.platform", "network and knowledge",
             "Exchange on the national platform; 1 is full intensity.", "platform.intensity",
             LeverEffect::ToOne},
    LeverRow{"network.awareness", "network and knowledge",
             "Campaigns among employers; 1 doubles outreach.", "adoption.outreach",
             LeverEffect::Scale},
    LeverRow{"network.pooling", "network and knowledge",
             "Chambers pool small firms; 1 removes their disadvantage of size.",
             "adoption.size_effect", LeverEffect::ToZero},
    LeverRow{"partnership.formation", "policy coherence",
             "Support for new partnerships; 1 doubles their number.",
             "partnership_types.{partnership_type}.formation_rate", LeverEffect::Scale},
    LeverRow{"partnership.seats", "qualification",
             "Seats of the named partnerships; 1 doubles them.",
             "partnerships.{partnership}.seats_per_month", LeverEffect::Scale},
    LeverRow{"fairness.no_fees", "fairness and safeguards", "No fees for migrants; 1 ends them.",
             "partnership_types.{partnership_type}.migrant_fee", LeverEffect::ToZero},
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
