#include "cli/input_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "scenarios/document.h"
#include "scenarios/run_settings.h"
#include "sim/error.h"
#include "viz/report/parameter_rows.h"

namespace skillscale::cli {
namespace {

using Row = report::ParameterRow;
using scenarios::Node;

std::string field(const Row& row, const char* column) {
  const auto found = row.find(column);
  return found == row.end() ? "" : found->second;
}

/// The parameter table by path, and all paths that lead to one of its rows.
struct Table {
  explicit Table(const std::string& csv) : rows(report::parameter_rows(csv)) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto path = field(rows[i], "path");
      position[path] = i;
      for (auto dot = path.find('.'); dot != path.npos; dot = path.find('.', dot + 1))
        branches.insert(path.substr(0, dot));
    }
  }
  const Row* find(const std::string& path) const {
    const auto found = position.find(path);
    return found == position.end() ? nullptr : &rows[found->second];
  }
  bool has(const std::string& path) const {
    return position.contains(path) || branches.contains(path);
  }
  std::vector<Row> rows;
  std::map<std::string, std::size_t> position;
  std::set<std::string> branches;
};

/// The shortest front of the path, its section not alone, that the other side does not have.
std::string first_unknown(const std::string& path, const Table& other) {
  for (auto dot = path.find('.', path.find('.') + 1); dot != path.npos;
       dot = path.find('.', dot + 1)) {
    if (!other.has(path.substr(0, dot))) return path.substr(0, dot);
  }
  return path;
}

std::string with_unit(const std::string& value, const std::string& unit) {
  return unit.empty() || unit == "1" || unit == "month" ? value : value + " " + unit;
}

/// What one side alone has, its entries gathered: "strength 0.5, start 2026-01".
void add_alone(const Table& here, const Table& other, bool is_left,
               std::vector<InputDifference>& into) {
  std::map<std::string, std::size_t> entries;
  for (const auto& row : here.rows) {
    const auto path = field(row, "path");
    if (other.find(path) != nullptr) continue;
    const auto front = first_unknown(path, other);
    const auto [entry, is_new] = entries.try_emplace(front, into.size());
    if (is_new) into.push_back({front, is_left ? "only left" : "only right", "", "", "", ""});
    if (field(row, "standard") == "yes" && path != front) continue;
    auto& words = is_left ? into[entry->second].left : into[entry->second].right;
    const auto rest = path == front ? "" : path.substr(front.size() + 1) + " ";
    words +=
        (words.empty() ? "" : ", ") + rest + with_unit(field(row, "value"), field(row, "unit"));
  }
}

void add_changed(const Table& left, const Table& right, std::vector<InputDifference>& into) {
  for (const auto& row : left.rows) {
    const auto path = field(row, "path");
    const auto* other = right.find(path);
    if (other == nullptr) continue;
    const auto unit = field(row, "unit"), meaning = field(row, "meaning");
    const auto range = [](const Row& of) { return field(of, "low") + " to " + field(of, "high"); };
    if (field(row, "value") != field(*other, "value")) {
      into.push_back({path, "changed", field(row, "value"), field(*other, "value"), unit, meaning});
    } else if (range(row) != range(*other)) {
      into.push_back({path, "range", range(row), range(*other), unit, meaning});
    }
    if (field(row, "source") != field(*other, "source"))
      into.push_back({path, "source", field(row, "source"), field(*other, "source"), "", ""});
  }
}

/// "[a, b]" for a list, the text for a scalar.
std::string value_text(const Node& node) {
  if (!node.is_sequence()) return node.text;
  std::string text;
  for (const auto& item : node.children) text += (text.empty() ? "" : ", ") + value_text(item);
  return "[" + text + "]";
}

using Leaves = std::vector<std::pair<std::string, std::string>>;

void gather(const Node& node, const std::string& path, Leaves& into) {
  if (!node.is_map()) {
    into.emplace_back(path, value_text(node));
    return;
  }
  for (const auto& child : node.children)
    gather(child, path.empty() ? child.key : path + "." + child.key, into);
}

Leaves leaves_of(const InputSide& side) {
  scenarios::Faults faults;
  const auto root = scenarios::parse_document(side.effective_yaml, side.name, faults);
  Leaves leaves;
  if (root) gather(*root, "", leaves);
  return leaves;
}

/// Whether the table speaks of the leaf: of itself, or of the value that it describes.
bool is_in_table(const std::string& path, const Table& left, const Table& right) {
  const auto knows = [&](const std::string& p) {
    return left.find(p) != nullptr || right.find(p) != nullptr;
  };
  const auto last = path.rfind('.');
  return knows(path) || (last != path.npos && knows(path.substr(0, last)));
}

/// Whether an entry that only one side has was told with all its parts.
bool is_told(const std::string& path, const std::vector<InputDifference>& told) {
  return std::any_of(told.begin(), told.end(), [&](const InputDifference& difference) {
    return difference.kind.starts_with("only") && path.starts_with(difference.path + ".");
  });
}

/// Seed, replicates and horizon are told as they were run.
bool is_setting(const std::string& path) {
  return path == "ensemble.seed" || path == "ensemble.replicates" || path.starts_with("horizon.");
}

void add_texts(const InputSide& left, const InputSide& right, const Table& left_table,
               const Table& right_table, std::vector<InputDifference>& into) {
  const auto left_leaves = leaves_of(left), right_leaves = leaves_of(right);
  const std::map<std::string, std::string> other(right_leaves.begin(), right_leaves.end());
  const std::map<std::string, std::string> here(left_leaves.begin(), left_leaves.end());
  const auto is_of_interest = [&](const std::string& path) {
    return !is_setting(path) && !is_in_table(path, left_table, right_table);
  };
  const auto told = into;
  const auto add = [&](const std::string& path, const char* kind, const std::string& a,
                       const std::string& b) {
    if (!is_told(path, told)) {
      into.push_back({path, kind, a, b, "", ""});
      return;
    }
    for (auto& difference : into) {
      if (!difference.kind.starts_with("only") || !path.starts_with(difference.path + "."))
        continue;
      auto& words = difference.kind == "only left" ? difference.left : difference.right;
      words += (words.empty() ? "" : ", ") + path.substr(difference.path.size() + 1) + " " + a + b;
      return;
    }
  };
  for (const auto& [path, value] : left_leaves) {
    if (!is_of_interest(path)) continue;
    const auto found = other.find(path);
    if (found == other.end())
      add(path, "only left", value, "");
    else if (found->second != value)
      add(path, "changed", value, found->second);
  }
  for (const auto& [path, value] : right_leaves) {
    if (is_of_interest(path) && !here.contains(path)) add(path, "only right", "", value);
  }
}

void add_settings(const InputSide& left, const InputSide& right,
                  std::vector<InputDifference>& into) {
  for (std::size_t i = 0; i < std::min(left.settings.size(), right.settings.size()); ++i) {
    const auto& [name, value] = left.settings[i];
    const auto& other = right.settings[i].second;
    if (value != other) into.push_back({name, "setting", value, other, "", ""});
  }
}

}  // namespace

std::vector<InputDifference> input_differences(const InputSide& left, const InputSide& right) {
  std::vector<InputDifference> all;
  add_settings(left, right, all);
  const Table left_table(left.parameter_csv), right_table(right.parameter_csv);
  add_changed(left_table, right_table, all);
  add_alone(left_table, right_table, true, all);
  add_alone(right_table, left_table, false, all);
  add_texts(left, right, left_table, right_table, all);
  return all;
}

std::string input_words(const std::vector<InputDifference>& differences, const InputSide& left,
                        const InputSide& right) {
  std::string text =
      fmt::format("What differs in the input, from {} to {}\n", left.name, right.name);
  if (differences.empty()) return text + "  nothing\n";
  const auto said = [](const std::string& value) { return value.empty() ? "nothing" : value; };
  for (const auto& d : differences) {
    if (d.kind.starts_with("only")) {
      const bool is_left = d.kind == "only left";
      text += fmt::format("  {}: only in {}\n", d.path, is_left ? left.name : right.name);
      const auto& words = is_left ? d.left : d.right;
      if (!words.empty()) text += "      " + words + "\n";
      continue;
    }
    const bool has_word = d.kind == "range" || d.kind == "source";
    text += fmt::format("  {}{}: {} -> {}\n", d.path, has_word ? ", " + d.kind : "", said(d.left),
                        with_unit(said(d.right), d.unit));
    if (d.kind == "changed" && !d.meaning.empty()) text += "      " + d.meaning + "\n";
  }
  return text;
}

}  // namespace skillscale::cli
