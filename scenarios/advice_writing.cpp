#include <algorithm>
#include <cmath>

#include "scenarios/document_advice.h"
#include "scenarios/json_text.h"
#include "scenarios/number.h"

namespace skillscale::scenarios {
namespace {

const Node* node_at(const Node& root, std::string_view path) {
  const Node* node = &root;
  while (node != nullptr && !path.empty()) {
    const auto dot = std::min(path.find('.'), path.size());
    node = node->find(path.substr(0, dot));
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return node;
}

/// A number of the document and the largest that is allowed in its place, in the same unit.
class Writing {
 public:
  explicit Writing(Faults& warnings) : warnings_(warnings) {}

  /// `most` in the unit of `given`; a number that would be refused without its points needs none
  /// of them to be doubted.
  void on_points(const Node* given, const std::string& path, double value, double most) {
    if (given == nullptr || !given->is_scalar()) return;
    const auto whole = without_thousands_points(given->text);
    if (!whole) return;
    const auto as_written = *read_number(given->text).value;
    const auto meant = *read_number(*whole).value;
    if (value * (meant / as_written) > most) return;
    const auto unit = given->text.substr(std::min(given->text.find(' '), given->text.size()));
    const auto points = given->text.substr(0, given->text.size() - unit.size());
    const bool is_whole = number_text(as_written).find('.') == std::string::npos;
    add(*given, path, "is " + given->text + ", which is read as " + number_text(as_written) + unit,
        "numbers without a thousands separator",
        "for " + in_words(meant) + " write " + *whole + unit + "; for " + number_text(as_written) +
            " write " + (is_whole ? number_text(as_written) : points + "0") + unit);
  }

  void on_percent(const Node& given, const Node* unit, const ParameterValue& value) {
    const auto& row = *value.decl;
    if (row.unit != "1" || row.time != models::TimeKind::None || value.value <= 0) return;
    if (!is_percent(given.text) && (unit == nullptr || !is_percent(unit->text))) return;
    const bool is_far_below = value.value * far_below < row.range_low;
    if (!is_far_below || value.value * 100 > row.allowed_high) return;
    const auto percent = rounded_text(value.value * 100);
    add(given, value.path, "is " + percent + " %, that is " + rounded_text(value.value),
        "usually " + number_text(row.range_low) + " to " + number_text(row.range_high),
        "for " + rounded_text(value.value * 10000) + " % write " +
            rounded_text(value.value * 10000) + " %; for " + percent + " % write " +
            rounded_text(value.value));
  }

 private:
  /// Ten times below the lower end of the table's range: a hundredth of a share within it.
  static constexpr double far_below = 10;

  static bool is_percent(std::string_view text) {
    return text.find('%') != std::string_view::npos ||
           text.find("percent") != std::string_view::npos;
  }

  static std::string in_words(double number) {
    const bool is_thousands = number < 1e6 || number / 1e6 != std::floor(number / 1e6);
    return is_thousands ? number_text(number / 1e3) + " thousand"
                        : number_text(number / 1e6) + " million";
  }

  void add(const Node& at, const std::string& path, std::string problem, std::string allowed,
           std::string next) {
    warnings_.add({at.place, path, std::move(problem), std::move(allowed), std::move(next),
                   Severity::Warning});
  }

  Faults& warnings_;
};

bool is_number(const ParameterValue& value) {
  return !value.is_default && (value.decl->kind == models::ValueKind::Real ||
                               value.decl->kind == models::ValueKind::Whole);
}

void advise_on_run_keys(const Node& root, Writing& writing) {
  for (const auto& key : run_keys()) {
    if (key.type != "integer") continue;
    const auto* given = node_at(root, key.path);
    if (given == nullptr || !given->is_scalar()) continue;
    const auto reading = read_number(given->text);
    if (reading.value) writing.on_points(given, std::string(key.path), *reading.value, key.high);
  }
}

}  // namespace

void advise_on_writing(const Node& root, const Bound& bound, Faults& warnings) {
  Writing writing(warnings);
  advise_on_run_keys(root, writing);
  for (const auto& value : bound.values) {
    if (!is_number(value)) continue;
    const Node* given = node_at(root, value.path);
    if (given == nullptr) continue;
    const double most = value.decl->allowed_high;
    const Node* number = given->is_map() ? given->find("value") : given;
    if (number == nullptr || !number->is_scalar()) continue;
    writing.on_points(number, value.path, value.value, most);
    writing.on_points(given->find("low"), value.path + ".low", value.low, most);
    writing.on_points(given->find("high"), value.path + ".high", value.high, most);
    writing.on_percent(*number, given->find("unit"), value);
  }
}

}  // namespace skillscale::scenarios
