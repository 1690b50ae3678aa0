// Short makers for rows of the parameter table, and the accessors that find a row's member. Used by
// the table files only.
#pragma once

#include "models/parameters.h"

namespace skillscale::models::rows {

inline constexpr double unlimited = 1e9;
inline constexpr double never = 1e9;

template <auto Member>
double* top(Parameters& p, const Index&) {
  return &(p.*Member);
}
template <auto Part, auto Member>
double* part(Parameters& p, const Index&) {
  return &((p.*Part).*Member);
}
template <auto Part, auto Member, Axis A>
double* part_array(Parameters& p, const Index& i) {
  return &((p.*Part).*Member)[static_cast<std::size_t>(i[A])];
}
template <auto Member, Axis A>
double* top_array(Parameters& p, const Index& i) {
  return &(p.*Member)[static_cast<std::size_t>(i[A])];
}
template <auto Vector, Axis A, auto Member>
double* item(Parameters& p, const Index& i) {
  return &((p.*Vector)[static_cast<std::size_t>(i[A])].*Member);
}
template <auto Vector, Axis A, auto Member, Axis B>
double* item_array(Parameters& p, const Index& i) {
  return &((p.*Vector)[static_cast<std::size_t>(i[A])].*Member)[static_cast<std::size_t>(i[B])];
}
template <auto Vector, Axis A, auto Member>
std::vector<double>* item_list(Parameters& p, const Index& i) {
  return &((p.*Vector)[static_cast<std::size_t>(i[A])].*Member);
}
template <auto Vector, Axis A, auto Member>
std::string* item_text(Parameters& p, const Index& i) {
  return &((p.*Vector)[static_cast<std::size_t>(i[A])].*Member);
}
template <auto Member>
double* pair(Parameters& p, const Index& i) {
  return &(p.origins[static_cast<std::size_t>(i[Axis::Origin])]
               .occupation[static_cast<std::size_t>(i[Axis::Occupation])].*
           Member);
}
template <auto Member>
double* origin(Parameters& p, const Index& i) {
  return item<&Parameters::origins, Axis::Origin, Member>(p, i);
}
template <auto Member>
double* occupation(Parameters& p, const Index& i) {
  return item<&Parameters::occupations, Axis::Occupation, Member>(p, i);
}
template <auto Member>
double* sector(Parameters& p, const Index& i) {
  return item<&Parameters::sectors, Axis::Sector, Member>(p, i);
}
template <auto Member>
double* sector_size(Parameters& p, const Index& i) {
  return item_array<&Parameters::sectors, Axis::Sector, Member, Axis::SizeClass>(p, i);
}
template <auto Member>
double* type(Parameters& p, const Index& i) {
  return item<&Parameters::types, Axis::PartnershipType, Member>(p, i);
}
template <auto Member>
double* stage(Parameters& p, const Index& i) {
  return item<&Parameters::stages, Axis::Stage, Member>(p, i);
}
template <ExitCause Cause, auto Member>
double* exit_cause(Parameters& p, const Index&) {
  return &(p.retention.cause[static_cast<std::size_t>(Cause)].*Member);
}

using Number = double* (*)(Parameters&, const Index&);

struct Allowed {
  double low, high;
};
struct Standard {
  double value, low, high;
  Confidence confidence;
  std::string_view source;
};
/// A value that is ours alone: an estimate with its range.
constexpr Standard assume(double value, double low, double high) {
  return {value, low, high, Confidence::Estimate, "assumption"};
}
/// A value that is a convention or a neutral setting, not a claim about the world.
constexpr Standard define(double value) {
  return {value, value, value, Confidence::Definition, "definition"};
}
constexpr Standard cite(double value, double low, double high, Confidence confidence,
                        std::string_view source) {
  return {value, low, high, confidence, source};
}

// A row of the table is read in one line, so its seven parts are given in one call.
// NOLINTNEXTLINE(readability-function-size)
constexpr ParameterDecl real(std::string_view path, std::string_view unit, Allowed allowed,
                             Standard s, Number number, std::string_view meaning,
                             TimeKind time = TimeKind::None) {
  ParameterDecl d;
  d.path = path;
  d.unit = unit;
  d.time = time;
  d.allowed_low = allowed.low;
  d.allowed_high = allowed.high;
  d.standard = s.value;
  d.range_low = s.low;
  d.range_high = s.high;
  d.confidence = s.confidence;
  d.source = s.source;
  d.meaning = meaning;
  d.number = number;
  return d;
}
constexpr ParameterDecl whole(std::string_view path, std::string_view unit, Allowed allowed,
                              Standard s, Number number, std::string_view meaning) {
  auto d = real(path, unit, allowed, s, number, meaning);
  d.kind = ValueKind::Whole;
  return d;
}
constexpr ParameterDecl required(ParameterDecl d) {
  d.required = true;
  return d;
}
constexpr ParameterDecl on_off(std::string_view path, bool standard, Number number,
                               std::string_view meaning) {
  auto d = real(path, "1", {0, 1}, define(standard ? 1 : 0), number, meaning);
  d.kind = ValueKind::Switch;
  return d;
}
constexpr ParameterDecl choice(std::string_view path, std::string_view words, double standard,
                               Number number, std::string_view meaning) {
  auto d = real(path, "1", {0, 0}, define(standard), number, meaning);
  d.kind = ValueKind::Choice;
  d.choices = words;
  return d;
}
constexpr ParameterDecl reference(std::string_view path, Axis axis, bool may_be_none, Number number,
                                  std::string_view meaning) {
  auto d = real(path, "1", {may_be_none ? -1.0 : 0.0, 1e9}, define(may_be_none ? -1 : 0), number,
                meaning);
  d.kind = ValueKind::Reference;
  d.axis = axis;
  return d;
}
constexpr ParameterDecl month(std::string_view path, double standard, Number number,
                              std::string_view meaning) {
  auto d = real(path, "month", {-100000, never}, define(standard), number, meaning);
  d.kind = ValueKind::Month;
  return d;
}
using ListMember = std::vector<double>* (*)(Parameters&, const Index&);
constexpr ParameterDecl list(std::string_view path, std::string_view words, ListMember member,
                             std::string_view meaning) {
  ParameterDecl d = real(path, "1", {0, 0}, define(0), nullptr, meaning);
  d.kind = ValueKind::List;
  d.choices = words;
  d.list = member;
  return d;
}
constexpr ParameterDecl references(std::string_view path, Axis axis, ListMember member,
                                   std::string_view meaning) {
  ParameterDecl d = real(path, "1", {0, 1e9}, define(0), nullptr, meaning);
  d.kind = ValueKind::References;
  d.axis = axis;
  d.list = member;
  return d;
}
constexpr ParameterDecl text(std::string_view path,
                             std::string* (*member)(Parameters&, const Index&),
                             std::string_view meaning) {
  ParameterDecl d = real(path, "1", {0, 0}, define(0), nullptr, meaning);
  d.kind = ValueKind::Text;
  d.text = member;
  return d;
}

inline constexpr std::string_view stage_words =
    "applicant language training recognition visa matching adaptation employed searching "
    "other_work returned onward home_track left";
inline constexpr std::string_view type_words =
    "recruit_and_bridge train_at_destination train_at_origin dual_track private_agency alone";
inline constexpr std::string_view party_words =
    "migrant employer german_state origin_state donor centre agency origin_households resource";

/// Parts of the table, in the order of documentation.
std::span<const ParameterDecl> run_rows();
std::span<const ParameterDecl> origin_rows();
std::span<const ParameterDecl> destination_rows();
std::span<const ParameterDecl> programme_rows();
std::span<const ParameterDecl> person_rows();
std::span<const ParameterDecl> money_rows();

}  // namespace skillscale::models::rows
