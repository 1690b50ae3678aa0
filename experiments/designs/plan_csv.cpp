#include "experiments/designs/plan_csv.h"

#include <charconv>
#include <limits>
#include <memory>
#include <set>
#include <utility>

#include "scenarios/number.h"

namespace skillscale::experiments {
namespace {

using scenarios::Fault;
using scenarios::Faults;
using scenarios::Place;

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// Goes through a text letter by letter and knows where it is.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  }
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return text_[at_]; }
  bool at_line_end() const { return at_end() || peek() == '\n' || text_.substr(at_, 2) == "\r\n"; }
  char take() {
    const char letter = text_[at_++];
    if (letter == '\n') {
      ++line_;
      column_ = 1;
    } else if (begins_character(letter)) {
      ++column_;
    }
    return letter;
  }
  void take_line_end() {
    if (!at_end() && peek() == '\r') take();
    if (!at_end()) take();
  }
  int line() const { return line_; }
  int column() const { return column_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;
};

class PlanReader {
 public:
  PlanReader(std::string_view text, Plan& plan, Faults& faults)
      : cursor_(text), plan_(plan), faults_(faults) {}

  void read() {
    bool has_header = false;
    while (!cursor_.at_end()) {
      auto cells = line();
      if (cells.empty()) continue;
      if (has_header) {
        point(std::move(cells));
      } else {
        header(std::move(cells));
      }
      has_header = true;
    }
    if (!has_header) {
      faults_.add({scenarios::whole_file(plan_.file), "", "holds no line with names",
                   "a first line with the names of the factors, then a line per point",
                   "skillscale design --method sobol --factors a,b --points 8 prints an example"});
    }
  }

 private:
  std::vector<PlanCell> line() {
    std::vector<PlanCell> cells;
    if (cursor_.at_line_end() || cursor_.peek() == '#') {
      while (!cursor_.at_line_end()) cursor_.take();
      cursor_.take_line_end();
      return cells;
    }
    while (true) {
      cells.push_back(cell());
      if (cursor_.at_line_end()) break;
      cursor_.take();  // the comma
    }
    cursor_.take_line_end();
    return cells;
  }

  PlanCell cell() {
    while (!cursor_.at_line_end() && cursor_.peek() == ' ') cursor_.take();
    PlanCell cell{"", cursor_.line(), cursor_.column()};
    if (!cursor_.at_line_end() && cursor_.peek() == '"') read_quoted(cell);
    while (!cursor_.at_line_end() && cursor_.peek() != ',') cell.text += cursor_.take();
    while (cell.text.ends_with(' ')) cell.text.pop_back();
    return cell;
  }

  void read_quoted(PlanCell& cell) {
    cursor_.take();
    while (!cursor_.at_end()) {
      const char letter = cursor_.take();
      if (letter != '"') {
        cell.text += letter;
        continue;
      }
      if (cursor_.at_end() || cursor_.peek() != '"') return;
      cell.text += cursor_.take();
    }
    add(cell, "has a quote that does not end", "a quote at both ends", "write the second quote");
  }

  void header(std::vector<PlanCell> cells) {
    std::set<std::string> seen;
    for (const auto& name : cells) {
      if (name.text.empty()) {
        add(name, "is a column without a name", "the name of a factor", "name it or take it out");
      } else if (!seen.insert(name.text).second) {
        add(name, "stands twice: " + name.text, "each name once", "take one column out");
      }
    }
    plan_.names = std::move(cells);
  }

  void point(std::vector<PlanCell> cells) {
    if (cells.size() != plan_.names.size()) {
      add(cells.back(),
          "the line has " + std::to_string(cells.size()) + " cells, the header " +
              std::to_string(plan_.names.size()),
          "as many cells as names", "look for a missing or spare comma");
      return;
    }
    plan_.points.push_back(std::move(cells));
  }

  void add(const PlanCell& cell, std::string problem, std::string allowed, std::string next) {
    faults_.add({plan_.place(cell), "", std::move(problem), std::move(allowed), std::move(next)});
  }

  Cursor cursor_;
  Plan& plan_;
  Faults& faults_;
};

}  // namespace

Place Plan::place(const PlanCell& cell) const {
  return {std::make_shared<const std::string>(file), cell.line, cell.column};
}

Plan read_plan(std::string_view text, std::string_view file, Faults& faults) {
  Plan plan;
  plan.file = file;
  PlanReader(text, plan, faults).read();
  return plan;
}

double number_of(const Plan& plan, const PlanCell& cell, const std::string& factor,
                 Faults& faults) {
  const auto reading = scenarios::read_number(cell.text);
  if (reading.value && reading.length == cell.text.size()) return *reading.value;
  Fault fault{plan.place(cell), factor, reading.problem, "a number without a unit", reading.next};
  if (reading.value) {
    fault.problem = "is \"" + cell.text + "\", a number with something behind it";
    fault.next = "write the number alone, in the unit of the factor";
  }
  faults.add(std::move(fault));
  return std::numeric_limits<double>::quiet_NaN();
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\n\r#") == std::string_view::npos && !text.starts_with(' '))
    return std::string(text);
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + "\"";
}

std::string plan_csv(const std::vector<std::string>& names, const Design& points) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ",") + csv_field(name);
  text += '\n';
  for (const auto& point : points) {
    for (std::size_t d = 0; d < point.size(); ++d) {
      std::string digits(32, '\0');
      const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), point[d]);
      if (d > 0) text += ',';
      text.append(digits.data(), done.ptr);
    }
    text += '\n';
  }
  return text;
}

}  // namespace skillscale::experiments
