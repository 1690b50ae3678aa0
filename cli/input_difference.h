// How the input of one result differs from that of another, in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace skillscale::cli {

/// What a result or a scenario says about its input.
struct InputSide {
  std::string name;
  std::string effective_yaml;
  std::string parameter_csv;  ///< the table that results carry, experiments/parameters_csv.h
  /// Seed, replicates and the like, as they were run: a name and a value each.
  std::vector<std::pair<std::string, std::string>> settings;
};

/// One difference. `left` or `right` is empty where there is nothing of that path.
struct InputDifference {
  std::string path;  ///< "levers.more_staff", "authorities.recognition.nursing.tokens_per_month"
  std::string kind;  ///< "changed", "only left", "only right", "range", "source" or "setting"
  std::string left, right;
  std::string unit, meaning;
};

/// Settings first, then parameters in the order of the table, then what the table does not hold,
/// such as `when` of levers and the references. A lever, partnership or other entry that only one
/// side has is one difference.
std::vector<InputDifference> input_differences(const InputSide& left, const InputSide& right);

/// Lines of at most 100 columns where paths and values allow it.
std::string input_words(const std::vector<InputDifference>& differences, const InputSide& left,
                        const InputSide& right);

}  // namespace skillscale::cli
