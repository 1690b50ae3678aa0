// The tables from which the scenario language is derived. Every function takes them as an argument,
// so that tests and other tools can bind a small table of their own.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/declare.h"

namespace skillscale::scenarios {

/// Shares that must fit together. Without `other`, the last axis of `pattern` runs over the
/// summands; with it, two rows of one part are summed ("occupations.{occupation}.full_share" and
/// "...refused_share").
struct SumRule {
  enum class Kind : unsigned char { AtMostOne, ExactlyOne };
  std::string_view pattern;
  Kind kind = Kind::ExactlyOne;
  std::string_view other = {};
};

struct Bound;

/// What the model itself finds wrong or doubtful in bound values, such as a condition it cannot
/// read. The path may also be that of a map.
struct Finding {
  std::string path, problem, allowed, next;
};

struct Language {
  std::span<const models::ParameterDecl> table;
  std::span<const std::string_view> (*fixed_names)(models::Axis) = nullptr;
  std::string_view (*axis_word)(models::Axis) = nullptr;
  std::span<const SumRule> sums = {};
  /// Names that `outputs.variables` may list; empty: any.
  std::span<const std::string_view> output_variables = {};
  /// Called with a document that has no other faults; may be null.
  std::vector<Finding> (*examine)(const Bound& bound, int months) = nullptr;
  /// Called with a document that has no faults at all; its findings are warnings. May be null.
  std::vector<Finding> (*advise)(const Bound& bound, int months) = nullptr;
};

/// Top-level key whose map names the parts on an axis ("origins" for Axis::Origin); empty for a
/// fixed axis.
std::string_view naming_section(models::Axis axis);

/// The language of the shipped model.
Language model_language();

}  // namespace skillscale::scenarios
