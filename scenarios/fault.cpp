#include "scenarios/fault.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "scenarios/json_text.h"

namespace skillscale::scenarios {
namespace {

std::string block(const Fault& fault) {
  std::string text = to_text(fault.place) + ":";
  if (fault.severity == Severity::Warning) text += " warning:";
  if (!fault.path.empty()) text += " " + fault.path;
  text += " " + fault.problem + "\n";
  if (!fault.allowed.empty()) text += "  allowed: " + fault.allowed + "\n";
  if (!fault.next.empty()) text += "  next: " + fault.next + "\n";
  return text;
}

std::string object(const Fault& fault) {
  std::string text = "{\"severity\": ";
  text += fault.severity == Severity::Warning ? "\"warning\"" : "\"error\"";
  text += ", \"file\": ";
  text += json_string(fault.place.file());
  text += ", \"line\": " + std::to_string(fault.place.line);
  text += ", \"column\": " + std::to_string(fault.place.column);
  const auto field = [&](std::string_view name, std::string_view value) {
    text += ", ";
    text += json_string(name) + ": " + json_string(value);
  };
  field("path", fault.path);
  field("problem", fault.problem);
  field("allowed", fault.allowed);
  field("next", fault.next);
  return text + "}";
}

std::string array(std::span<const Fault> faults) {
  std::string text = "[";
  for (std::size_t at = 0; at < faults.size(); ++at) {
    text += (at == 0 ? "\n  " : ",\n  ") + object(faults[at]);
  }
  return text + "]";
}

bool says_the_same(const Fault& one, const Fault& other) {
  return one.path == other.path && one.problem == other.problem &&
         to_text(one.place) == to_text(other.place);
}

}  // namespace

Place whole_file(std::string_view name) {
  return {std::make_shared<const std::string>(name), 0, 0};
}

std::string to_text(const Place& place) {
  std::string text(place.file());
  if (place.line > 0) {
    text += ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
  }
  return text;
}

std::string key_hint(const Place& place, std::string_view path, const std::string& near) {
  const auto above = place.line > 0 ? std::string_view() : path.substr(0, path.rfind('.') + 1);
  return "did you mean " + std::string(above) + near + "?";
}

void Faults::add(Fault fault) {
  ++count_;
  if (faults_.size() < kept) faults_.push_back(std::move(fault));
}

void Faults::add(const Faults& others) {
  const std::size_t uncounted = others.count_ - others.faults_.size();
  for (const auto& fault : others.faults_) add(fault);
  count_ += uncounted;
}

void Faults::add_new(const Faults& others) {
  const std::size_t uncounted = others.count_ - others.faults_.size();
  for (const auto& fault : others.faults_) {
    const bool is_known = std::any_of(faults_.begin(), faults_.end(), [&](const Fault& known) {
      return says_the_same(known, fault);
    });
    if (!is_known) add(fault);
  }
  count_ += uncounted;
}

void Faults::sort() {
  std::map<std::string_view, std::size_t> order;
  for (const auto& fault : faults_) order.emplace(fault.place.file(), order.size());
  const auto rank = [&](const Fault& fault) {
    return std::tuple(order[fault.place.file()], fault.place.line, fault.place.column);
  };
  std::stable_sort(faults_.begin(), faults_.end(),
                   [&](const Fault& left, const Fault& right) { return rank(left) < rank(right); });
}

std::string Faults::text() const {
  std::string text;
  for (const auto& fault : faults_) text += block(fault);
  if (count_ > faults_.size()) {
    text += "and " + std::to_string(count_ - faults_.size()) + " more\n";
  }
  return text;
}

std::string Report::json() const {
  return "{\"faults\": " + array(faults.all()) + ", \"count\": " + std::to_string(faults.size()) +
         ", \"warnings\": " + array(warnings.all()) +
         ", \"warning_count\": " + std::to_string(warnings.size()) + "}\n";
}

}  // namespace skillscale::scenarios
