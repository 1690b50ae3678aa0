#include "models/declare.h"

#include "models/vocabulary.h"

namespace skillscale::models {

std::span<const std::string_view> fixed_names(Axis axis) {
  switch (axis) {
    case Axis::Land:
      return land_names;
    case Axis::SizeClass:
      return size_class_names;
    case Axis::PartnershipType:
      return partnership_type_names;
    case Axis::Stage:
      return stage_names;
    case Axis::LanguageLevel:
      return language_level_names;
    case Axis::Party:
      return party_names;
    default:
      return {};
  }
}

std::string_view axis_word(Axis axis) {
  constexpr std::array<std::string_view, axis_count> words{
      "origin", "occupation", "sector",           "centre", "partnership",    "lever", "actor",
      "land",   "size_class", "partnership_type", "stage",  "language_level", "party"};
  return words[static_cast<std::size_t>(axis)];
}

}  // namespace skillscale::models
