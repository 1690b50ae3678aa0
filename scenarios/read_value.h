// One value of the document read as its row of the table demands: number with unit, word, list,
// month, text.
#pragma once

#include <optional>
#include <string>

#include "scenarios/axis_names.h"
#include "scenarios/bind.h"

namespace skillscale::scenarios {

/// What reading a value needs besides the value.
struct ReadContext {
  const AxisNames& names;
  const RunSettings& run;
  Faults& faults;
};

/// Fills value, range, list, text and source of `into` (whose path and decl are set) from `node`,
/// which is the bare value or a map with `value`. False, with a fault added, if the value is not
/// usable.
bool read_value(const Node& node, ParameterValue& into, const ReadContext& context);

/// "0 to 100000 cases/month", as messages and listings show the range of a row.
std::string allowed_text(const models::ParameterDecl& row);

/// The words of a blank-separated list.
std::vector<std::string_view> words_of(std::string_view choices);

/// Keys of a value that is written as a map.
std::span<const std::string_view> value_keys();
std::span<const std::string_view> confidence_words();
std::string_view confidence_word(models::Confidence confidence);

/// What `unlimited` and `never` stand for.
inline constexpr double unlimited = 1e9;

}  // namespace skillscale::scenarios
