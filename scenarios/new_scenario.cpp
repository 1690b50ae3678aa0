// A commented change of a scenario to start from.
#include "scenarios/scenario.h"

namespace skillscale::scenarios {
namespace {

// Remove the # in front of an example and it is a sound part of the scenario; tests do so.
constexpr std::string_view change =
    R"(# yaml-language-server: $schema=scenario.schema.json
# The line above gives completion and checks in editors; that file is written by the command
# skillscale schema > scenario.schema.json
schema: 1
name: My scenario
extends: FROM

# State below only what differs from the extended file. Maps merge, lists replace, null removes.
# skillscale params lists every key; skillscale show FILE --effective --origin shows the whole.
# Lines with # and no blank behind it are examples: remove the # and change them.

# What to compare with: packages of the library on the same corridor and random numbers.
#ensemble: {replicates: 10, seed: 20240101, references: [pilots_as_today, no_partnerships]}

# An uncertain value: a number in the stated unit, the range it may lie in, and where it is from.
# high, medium, estimate and definition are the words for confidence; assumption is the source of
# what is yours alone.
#origins:
#  ORIGIN:
#    OCCUPATION:
#      wage: {value: 500, low: 400, high: 700, unit: EUR/month, source: assumption, year: 2024,
#        confidence: estimate, note: say here how you came to it}

# Offices: what they can decide in a month. 5000 cases/year is as good as a number of a month.
#authorities:
#  recognition:
#    OCCUPATION:
#      tokens_per_month: {value: 1500, low: 1200, high: 2000, unit: cases/month, source: assumption,
#        confidence: estimate}

# A place to train and a partnership that fills it: 5 a month for three years take 180 places.
#centres:
#  my_centre:
#    origin: ORIGIN
#    seats: 180 places
#    alignment: {value: 0.6, low: 0.4, high: 0.8, unit: share, source: assumption,
#      confidence: estimate}
#partnerships:
#  my_partnership:
#    type: dual_track
#    origin: ORIGIN
#    occupation: OCCUPATION
#    centre: my_centre
#    start: 2025-01
#    funding_end: never
#    seats_per_month: {value: 5, low: 2, high: 10, unit: persons/month, source: assumption,
#      confidence: estimate}

# A lever moves a parameter from a month on. skillscale odd says what strength 1 means for each.
#levers:
#  more_staff:
#    lever: recognition.staff
#    start: 2025-01
#    ramp: 12 months
#    strength: 0.5
#    only: {occupations: [OCCUPATION]}
)";

}  // namespace

std::string filled_in(std::string text, std::string_view mark, std::string_view word) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + word.size())) {
    text.replace(at, mark.size(), word);
  }
  return text;
}

std::string new_scenario(std::string_view from, std::string_view origin,
                         std::string_view occupation) {
  auto text = filled_in(std::string(change), "FROM", from);
  text = filled_in(std::move(text), "ORIGIN", origin);
  return filled_in(std::move(text), "OCCUPATION", occupation);
}

}  // namespace skillscale::scenarios
