#include "experiments/point_table_csv.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "experiments/analysis/layout.h"
#include "experiments/designs/plan_csv.h"
#include "scenarios/nearest.h"
#include "scenarios/number.h"

namespace skillscale::experiments {
namespace {

using analysis::PointTable;
using scenarios::Faults;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Numbers texts in the order in which they are met.
class Labels {
 public:
  std::size_t of(const std::string& text) {
    return numbers_.try_emplace(text, numbers_.size()).first->second;
  }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::map<std::string, std::size_t> numbers_;
};

class Reader {
 public:
  Reader(const Plan& plan, const std::vector<std::string>& factors, Faults& faults)
      : plan_(plan), faults_(faults) {
    for (std::size_t c = 0; c < plan.names.size(); ++c) {
      const auto& name = plan.names[c].text;
      if (std::find(factors.begin(), factors.end(), name) != factors.end()) {
        factor_columns_.push_back(c);
      } else if (name == "point") {
        point_ = c;
      } else if (name == "replicate") {
        replicate_ = c;
      } else if (name == "year") {
        year_ = c;
      } else {
        outcome_columns_.push_back(c);
      }
    }
    for (const auto& factor : factors) refuse_unknown(factor);
  }

  PointTable read() {
    if (!faults_.empty()) return {};
    refuse_empty();
    place_lines();
    for (const auto c : factor_columns_) add_factor(c);
    for (const auto c : outcome_columns_) table_.outcomes.push_back({plan_.names[c].text, "", ""});
    if (!faults_.empty()) return {};
    fill_values();
    fill_results();
    table_.layout = analysis::recognised_layout(table_);
    return std::move(table_);
  }

 private:
  struct Where {
    std::size_t point = 0, replicate = 0, year = 0;
  };

  void refuse_unknown(const std::string& factor) {
    std::vector<std::string> names;
    for (const auto& name : plan_.names) names.push_back(name.text);
    if (std::find(names.begin(), names.end(), factor) != names.end()) return;
    const auto near = scenarios::nearest_name(factor, names);
    faults_.add(
        {scenarios::whole_file(plan_.file), "", "has no column " + factor,
         "one of the names in its first line",
         near.empty() ? "look at the first line of the file" : "did you mean " + near + "?"});
  }

  void refuse_empty() {
    const auto add = [&](const char* problem, const char* next) {
      faults_.add({scenarios::whole_file(plan_.file), "", problem, "", next});
    };
    if (factor_columns_.empty()) add("has no factors", "name its columns with --factors a,b");
    if (outcome_columns_.empty()) add("has no outcomes", "leave a column out of --factors");
    if (plan_.points.size() < 2) add("holds fewer than two runs", "add a line per run");
  }

  void place_lines() {
    Labels points, replicates;
    std::set<int> years;
    const bool is_alone = !point_ && !replicate_ && !year_;
    for (std::size_t line = 0; line < plan_.points.size(); ++line) {
      const auto& cells = plan_.points[line];
      // Without a name a point is what its factors say.
      std::string name = is_alone ? std::to_string(line) : "";
      if (point_) name = cells[*point_].text;
      for (const auto c : factor_columns_) {
        if (!point_ && !is_alone) name += cells[c].text + '\n';
      }
      Where where;
      where.point = points.of(name);
      where.replicate = replicate_ ? replicates.of(cells[*replicate_].text) : 0;
      if (year_) {
        years.insert(static_cast<int>(number_of(plan_, cells[*year_], "year", faults_)));
      }
      if (where.point == first_line_.size()) first_line_.push_back(line);
      where_.push_back(where);
    }
    table_.points = points.size();
    table_.replicates = std::max<std::size_t>(replicates.size(), 1);
    table_.years.assign(years.begin(), years.end());
    if (!year_) table_.years = {0};
    for (std::size_t line = 0; year_ && faults_.empty() && line < where_.size(); ++line) {
      const int year =
          static_cast<int>(number_of(plan_, plan_.points[line][*year_], "year", faults_));
      where_[line].year = static_cast<std::size_t>(std::distance(years.begin(), years.find(year)));
    }
  }

  void add_factor(std::size_t column) {
    analysis::Factor factor{plan_.names[column].text, "1", {}};
    bool is_number = true;
    std::set<std::string> seen;
    for (std::size_t line = 0; line < plan_.points.size(); ++line) {
      const auto& cell = plan_.points[line][column];
      const auto reading = scenarios::read_number(cell.text);
      is_number = is_number && reading.value && reading.length == cell.text.size();
      if (seen.insert(cell.text).second) factor.choices.push_back(cell.text);
      const auto& first = plan_.points[first_line_[where_[line].point]][column];
      if (cell.text == first.text) continue;
      faults_.add({plan_.place(cell), factor.name,
                   "is " + cell.text + ", and " + first.text + " in line " +
                       std::to_string(first.line) + " of the same point",
                   "one value a point", "give the lines different points"});
    }
    if (is_number) factor.choices.clear();
    table_.factors.push_back(std::move(factor));
  }

  double value(std::size_t factor, std::size_t point) const {
    const auto& text = plan_.points[first_line_[point]][factor_columns_[factor]].text;
    const auto& choices = table_.factors[factor].choices;
    if (choices.empty()) return *scenarios::read_number(text).value;
    return static_cast<double>(std::find(choices.begin(), choices.end(), text) - choices.begin());
  }

  void fill_values() {
    const std::size_t factors = table_.factors.size();
    table_.values.resize(table_.points * factors);
    table_.shares.resize(table_.points * factors);
    for (std::size_t f = 0; f < factors; ++f) {
      double low = std::numeric_limits<double>::infinity(), high = -low;
      for (std::size_t p = 0; p < table_.points; ++p) {
        const double one = value(f, p);
        table_.values[p * factors + f] = one;
        low = std::min(low, one);
        high = std::max(high, one);
      }
      for (std::size_t p = 0; p < table_.points; ++p) {
        table_.shares[p * factors + f] =
            high > low ? (table_.values[p * factors + f] - low) / (high - low) : 0.5;
      }
    }
  }

  void fill_results() {
    const std::size_t outcomes = table_.outcomes.size(), years = table_.years.size();
    table_.results.assign(table_.points * table_.replicates * outcomes * years, undefined);
    for (std::size_t line = 0; line < where_.size(); ++line) {
      const auto& where = where_[line];
      for (std::size_t o = 0; o < outcomes; ++o) {
        const auto& cell = plan_.points[line][outcome_columns_[o]];
        const std::size_t run = where.point * table_.replicates + where.replicate;
        if (!cell.text.empty()) {
          table_.results[(run * outcomes + o) * years + where.year] =
              number_of(plan_, cell, table_.outcomes[o].name, faults_);
        }
      }
    }
  }

  const Plan& plan_;
  Faults& faults_;
  PointTable table_;
  std::vector<std::size_t> factor_columns_, outcome_columns_;
  std::optional<std::size_t> point_, replicate_, year_;
  std::vector<Where> where_;             ///< of every line
  std::vector<std::size_t> first_line_;  ///< of every point
};

}  // namespace

PointTable read_point_table_csv(std::string_view text, std::string_view file,
                                const std::vector<std::string>& factors, Faults& faults) {
  const Plan plan = read_plan(text, file, faults);
  return Reader(plan, factors, faults).read();
}

}  // namespace skillscale::experiments
