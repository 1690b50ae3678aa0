// Fixed words of the model: stages, partnership types, exit causes, parties, Laender. Written once;
// results, scenario keys and tallies take them from here. The order is part of the file format.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace skillscale::models {

/// Channel by which a person leaves for work abroad: the four partnership types, the private
/// agency, and alone.
enum class PartnershipType : std::uint8_t {
  RecruitAndBridge,
  TrainAtDestination,
  TrainAtOrigin,
  DualTrack,
  PrivateAgency,
  Alone
};
inline constexpr std::array<std::string_view, 6> partnership_type_names{
    "recruit_and_bridge", "train_at_destination", "train_at_origin",
    "dual_track",         "private_agency",       "alone"};
inline constexpr int partnership_type_count = 6;

/// Where an engaged person stands. A person has exactly one stage.
enum class Stage : std::uint8_t {
  Applicant,    // applied, waits for a seat or an agency's place
  Language,     // learns the language abroad
  Training,     // vocational training (at the origin, or as an apprentice in Germany)
  Recognition,  // file, queue, case work and decision of the recognition office
  Visa,         // queue and case work of the visa post
  Matching,     // ready, looks for an employer
  Adaptation,   // works as an assistant, takes the compensation measure
  Employed,     // works in the trained occupation
  Searching,    // lost the job, looks for another within the residence title's window
  OtherWork,    // left the occupation, works in Germany in another one
  Returned,     // back at the origin with experience abroad
  Onward,       // moved on to another destination
  HomeTrack,    // graduated on the home track, works at the origin
  Left          // gave up before departure, back in the pool
};
inline constexpr std::array<std::string_view, 14> stage_names{
    "applicant", "language",  "training",   "recognition", "visa",   "matching",   "adaptation",
    "employed",  "searching", "other_work", "returned",    "onward", "home_track", "left"};
inline constexpr int stage_count = 14;

/// What somebody in Germany earns by; those behind `AssistantWage` not in a post of the occupation.
enum WageKind : std::size_t { RecognisedWage, AssistantWage, TraineeWage, OtherWage };
inline constexpr std::size_t wage_kind_count = 4;

/// What is scarce when the bottleneck lies at a stage, for people; empty where no capacity stands.
inline constexpr std::array<std::string_view, 14> stage_scarcity{
    "seats of the partnerships", "language places", "training places",
    "the recognition offices",   "the visa posts",  "employers' open posts and placements",
    "bridging courses"};

/// Who pays and who receives in the ledger.
enum class Party : std::uint8_t {
  Migrant,
  Employer,
  GermanState,
  OriginState,
  Donor,
  Centre,
  Agency,
  OriginHouseholds,
  Resource
};
inline constexpr std::array<std::string_view, 9> party_names{
    "migrant", "employer", "german_state",      "origin_state", "donor",
    "centre",  "agency",   "origin_households", "resource"};
inline constexpr int party_count = 9;

inline constexpr std::array<std::string_view, 4> size_class_names{"micro", "small", "medium",
                                                                  "large"};
inline constexpr int size_class_count = 4;

inline constexpr std::array<std::string_view, 6> language_level_names{"A0", "A1", "A2",
                                                                      "B1", "B2", "C1"};
inline constexpr int language_level_count = 6;

/// The 16 Laender by ISO 3166-2:DE.
inline constexpr std::array<std::string_view, 16> land_names{
    "BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"};
inline constexpr int land_count = 16;

/// Why a person leaves employment abroad.
enum class ExitCause : std::uint8_t { ChangeEmployer, LeaveOccupation, Return, Onward, JobLoss };
inline constexpr std::array<std::string_view, 5> exit_cause_names{
    "change_employer", "leave_occupation", "return", "onward", "job_loss"};
inline constexpr int exit_cause_count = 5;

}  // namespace skillscale::models
