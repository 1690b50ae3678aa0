// A commented corridor to start from: every part a corridor has, with numbers to be replaced.
#include "scenarios/scenario.h"

namespace skillscale::scenarios {
namespace {

// All that is a corridor's own is stated, so that the file gives no warning; the numbers are of a
// plausible size and belong to no country.
constexpr std::string_view corridor =
    R"(# yaml-language-server: $schema=scenario.schema.json
# The line above gives completion and checks in editors; that file is written by the command
# skillscale schema > scenario.schema.json
#
# A whole corridor to start from. Every number is an example of a plausible size and belongs to no
# country: replace it, and say where yours is from. Change AAA to the code of your country
# everywhere. skillscale check FILE says what is wrong or doubtful, skillscale params explains every
# key, skillscale show FILE --effective --origin shows the whole with all that is extended.
schema: 1
name: My corridor
description: What the scenario is about, for the reader of its results.
extends: FROM
# This key marks a file that states a corridor. Its partnerships, centres and platform count as
# the policy of today, which the reference pilots_as_today keeps; write new policy as levers below,
# or in a second file with "extends: this-file.yaml".
corridor: Country of origin, nursing

# First month and number of months.
horizon: {start: 2024-01, months: 120}
# Runs on different random numbers, their seed, and what to compare with: packages of the library
# on the same corridor and random numbers. A pool row stands for 20 persons; 1 is exact and slower.
ensemble: {replicates: 4, seed: 20240101, references: [pilots_as_today, no_partnerships]}
pool: {multiplicity: 20}

# The German side knows nursing and electrics; null removes what the corridor does not need.
occupations: {electrics: null}
employers: {electrical_crafts: null}

origins:
  AAA:
    name: Country of origin
    # A value may be a plain number in the unit of skillscale params, a number with a unit, or a map
    # with the range it may lie in and where it is from. confidence: high, medium, estimate or
    # definition; source: assumption for what is yours alone.
    price_level: {value: 0.4, low: 0.35, high: 0.45, unit: "1", source: assumption, year: 2024,
      confidence: estimate, note: "PPP factor over exchange rate, against Germany"}
    linguistic_distance: {value: 0.8, low: 0.6, high: 1, unit: "1", source: assumption, confidence: estimate}
    distance: {value: 2, low: 1.5, high: 3, unit: 1000 km, source: assumption, confidence: estimate}
    # An occupation that people of this origin have.
    nursing:
      # Qualified persons, employed or not, and young people who could train.
      stock: {value: 20000, low: 15000, high: 25000, unit: persons, source: assumption, confidence: estimate}
      school_leavers: {value: 60000, low: 30000, high: 120000, unit: persons, source: assumption,
        confidence: estimate}
      school_leavers_per_month: {value: 300, low: 150, high: 600, unit: persons/month, source: assumption,
        confidence: estimate}
      # A number of a year needs its unit; without one it counts per month.
      graduates_per_month: {value: 2000, low: 1500, high: 2500, unit: persons/year, source: assumption,
        confidence: estimate}
      unemployed_share: {value: 10, low: 5, high: 15, unit: "%", source: assumption, confidence: estimate}
      wage: {value: 500, low: 400, high: 650, unit: EUR/month, source: assumption, confidence: estimate}
      attrition: {value: 6, low: 4, high: 9, unit: "%/year", source: assumption, confidence: estimate}
      training_cost: {value: 6000, low: 4000, high: 10000, unit: EUR/person, source: assumption,
        confidence: estimate}
      # How far the curriculum covers the German one, 0 to 1.
      alignment: {value: 0.35, low: 0.2, high: 0.5, unit: "1", source: assumption, confidence: estimate}
      # What private agencies can take up beside the partnership.
      agency_capacity_per_month: {value: 20, low: 10, high: 40, unit: persons/month, source: assumption,
        confidence: estimate}

# Offices and courses: what they can take up at one time or decide in a month.
authorities:
  recognition: {electrics: null}
  bridging:
    electrics: null
    nursing:
      places: {value: 300, low: 150, high: 600, unit: places, source: assumption, confidence: estimate}
  visa:
    AAA:
      tokens_per_month: {value: 200, low: 150, high: 300, unit: cases/month, source: assumption,
        confidence: estimate}
      # Cases from outside the scenario that wait in the same queue.
      background_per_month: {value: 150, low: 100, high: 180, unit: cases/month, source: assumption,
        confidence: estimate}
      refusal: {value: 5, low: 2, high: 12, unit: "%", source: assumption, confidence: estimate}
  language:
    AAA:
      places: {value: 500, low: 250, high: 1000, unit: places, source: assumption, confidence: estimate}
  placement:
    tokens_per_month: {value: 20, low: 10, high: 30, unit: cases/month, source: assumption, confidence: estimate}

# Where a partnership trains: 5 a month for three years take 180 places.
centres:
  school:
    origin: AAA
    seats: {value: 180, low: 90, high: 360, unit: places, source: assumption, confidence: estimate}
    quality: {value: 0.7, low: 0.5, high: 0.9, unit: share, source: assumption, confidence: estimate}
    alignment: {value: 0.6, low: 0.4, high: 0.8, unit: share, source: assumption, confidence: estimate}

# recruit_and_bridge, train_at_destination, train_at_origin or dual_track.
partnerships:
  programme:
    type: dual_track
    origin: AAA
    occupation: nursing
    centre: school
    start: 2023-01
    # The month in which project money ends, or never for lasting finance.
    funding_end: never
    seats_per_month: {value: 5, low: 2, high: 10, unit: persons/month, source: assumption, confidence: estimate}
    trust: {value: 0.6, low: 0.3, high: 0.9, unit: share, source: assumption, confidence: estimate}
    member_share: {value: 0.03, low: 0.01, high: 0.08, unit: share, source: assumption, confidence: estimate}

# A lever moves a parameter from a month on; skillscale odd says what strength 1 means for each.
# Here more files are complete when they reach the recognition office, half of the distance to all
# within a year, for those who come by the programme or an agency.
levers:
  help_with_documents:
    lever: recognition.complete_files
    start: 2025-01
    ramp: 12 months
    strength: 0.5
    only: {types: [dual_track, private_agency]}
    cost_per_month: {value: 12000, low: 6000, high: 20000, unit: EUR/month, source: assumption,
      confidence: estimate, note: about two advisers}
    payer: german_state
)";

}  // namespace

std::string new_corridor(std::string_view from) {
  return filled_in(std::string(corridor), "FROM", from);
}

}  // namespace skillscale::scenarios
