// The rows of the parameter table arranged by the segments of their paths, to walk a document
// beside it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/language.h"

namespace skillscale::scenarios {

/// One segment of a row's path: a word, or an axis in braces.
struct Segment {
  std::string_view word;
  std::optional<models::Axis> axis;
};

/// "origins.{origin}.name" as segments.
/// @throws sim::BugError for an axis that the language does not have
std::vector<Segment> segments_of(std::string_view path, const Language& language);

/// What may stand at one place of the document.
struct PatternNode {
  struct Word;
  std::vector<Word> words;                     ///< fixed keys, in table order
  std::optional<models::Axis> axis;            ///< names of this axis may stand here too
  std::unique_ptr<PatternNode> below_axis;     ///< set with `axis`
  const models::ParameterDecl* row = nullptr;  ///< a parameter ends here

  const PatternNode* find(std::string_view word) const;
};

struct PatternNode::Word {
  std::string_view word;
  PatternNode node;
};

/// The whole table as a tree.
/// @throws sim::BugError if a path is declared twice or is both a parameter and a section
PatternNode pattern_tree(const Language& language);

/// True for an axis whose names the scenario gives as keys of a section.
bool is_named_by_scenario(models::Axis axis);

}  // namespace skillscale::scenarios
