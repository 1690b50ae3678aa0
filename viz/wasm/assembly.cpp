#include "viz/wasm/assembly.h"

#include <algorithm>
#include <charconv>

#include "experiments/headline_values.h"
#include "experiments/indicator_layout.h"
#include "viz/report/headline_rows.h"
#include "viz/report/office_waits.h"
#include "viz/report/slices.h"

namespace skillscale::live {
namespace {

using experiments::Recording;
using experiments::WorldRecord;
using Values = std::vector<double>;

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A name for all that `waits_json` is made of; it leaves a table empty where one of them is
/// missing.
constexpr const char* waits = "waits";
const std::vector<std::string> of_waits{"waited_months", "served", "stay_months", "completed",
                                        "dropped"};

/// The numbers of simulated worlds as those of a result file.
class SimulatedSamples : public report::Samples {
 public:
  SimulatedSamples(const std::map<std::uint32_t, KeptWorld>& worlds, const Question& question) {
    const auto& scenario = *worlds.at(question.worlds.front().second).parameters;
    recording_.every = question.every;
    const bool has_waits = contains(question.brief, waits);
    for (std::size_t i = 0; i < experiments::indicator_count(); ++i) {
      const auto name = experiments::indicator_name(i);
      if (contains(question.brief, name) || contains(question.full, name) ||
          (has_waits && contains(of_waits, name)))
        recording_.indicators.push_back(i);
    }
    layout_.months = scenario.months / question.every;
    layout_.month_step = question.every;
    layout_.start_year = question.start_year;
    layout_.start_month = question.start_month;
    layout_.replicates = static_cast<int>(question.replicates.size());
    for (const auto& [name, number] : question.worlds) layout_.worlds.push_back(name);
    experiments::describe_indicators(layout_, scenario, recording_);
    read_records(worlds, question);
  }

  const output::Layout& layout() const override { return layout_; }

  Values level(const output::Variable& variable, std::size_t,
               std::size_t replicate) const override {
    return monthly_[replicate][0][place_of(variable)];
  }

  Values difference(const output::Variable& variable, std::size_t reference, std::size_t,
                    std::size_t replicate) const override {
    return minus(monthly_[replicate][0][place_of(variable)],
                 monthly_[replicate][reference + 1][place_of(variable)]);
  }

  Values headline(const output::Variable& variable) const override {
    Values all;
    for (std::size_t run = 0; run < headlines_->runs(); ++run) {
      const auto values = headlines_->of(run, row_of(variable), 0);
      all.insert(all.end(), values.begin(), values.end());
    }
    return all;
  }

  Values headline_difference(const output::Variable& variable) const override {
    const auto row = row_of(variable);
    Values all;
    for (std::size_t world = 1; world < layout_.worlds.size(); ++world) {
      for (std::size_t run = 0; run < headlines_->runs(); ++run)
        all.push_back(headlines_->of(run, row, 0)[0] - headlines_->of(run, row, world)[0]);
    }
    return all;
  }

 private:
  void read_records(const std::map<std::uint32_t, KeptWorld>& worlds, const Question& question) {
    headlines_ = std::make_unique<experiments::HeadlineValues>(
        layout_.worlds, *worlds.at(question.worlds.front().second).parameters,
        question.replicates.size());
    for (std::size_t run = 0; run < question.replicates.size(); ++run) {
      auto& by_world = monthly_.emplace_back();
      for (const auto& [name, number] : question.worlds) {
        const auto& world = worlds.at(number);
        WorldRecord record;
        experiments::restore_record(*world.parameters, world.records.at(question.replicates[run]),
                                    recording_, record);
        headlines_->add(run, record.totals, std::move(record.fates));
        by_world.push_back(std::move(record.monthly));
      }
    }
    headlines_->close();
  }

  std::size_t place_of(const output::Variable& variable) const {
    std::size_t place = 0;
    while (layout_.variables[place].name != variable.name) ++place;
    return place;
  }

  static std::size_t row_of(const output::Variable& variable) {
    const auto table = models::headline_table();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const auto& row) { return row.name == variable.name; });
    return static_cast<std::size_t>(found - table.begin());
  }

  static Values minus(const Values& values, const Values& others) {
    Values change(values.size());
    std::transform(values.begin(), values.end(), others.begin(), change.begin(), std::minus<>());
    return change;
  }

  output::Layout layout_;
  Recording recording_;
  std::vector<std::vector<std::vector<Values>>> monthly_;  ///< [replicate][world][variable]
  std::unique_ptr<experiments::HeadlineValues> headlines_;
};

std::string_view next_word(std::string_view& line) {
  const auto end = line.find(' ');
  const auto word = line.substr(0, end);
  line.remove_prefix(end == line.npos ? line.size() : end + 1);
  return word;
}

template <typename Number>
Number next_number(std::string_view& line) {
  const auto word = next_word(line);
  Number number{};
  std::from_chars(word.data(), word.data() + word.size(), number);
  return number;
}

void read_line(std::string_view line, Question& question) {
  const auto kind = next_word(line);
  if (kind == "start") {
    question.start_year = next_number<int>(line);
    question.start_month = next_number<int>(line);
  } else if (kind == "every") {
    question.every = next_number<int>(line);
  } else if (kind == "world") {
    const std::string name(next_word(line));
    question.worlds.emplace_back(name, next_number<std::uint32_t>(line));
  } else if (kind == "replicates") {
    while (!line.empty()) question.replicates.push_back(next_number<std::uint32_t>(line));
  } else if (kind == "brief" || kind == "full") {
    auto& names = kind == "brief" ? question.brief : question.full;
    while (!line.empty()) names.emplace_back(next_word(line));
  }
}

}  // namespace

void Assembly::add_world(std::uint32_t number, models::ParameterValues values, int months) {
  worlds_[number] = {
      std::make_shared<const models::Parameters>(models::build_parameters(values, months)), {}};
}

bool Assembly::keep(std::uint32_t world, std::uint32_t replicate,
                    std::span<const std::byte> record) {
  const auto found = worlds_.find(world);
  sim::Archive archive;
  if (found == worlds_.end() || !sim::decode(record, archive)) return false;
  WorldRecord whole;
  if (!experiments::restore_record(*found->second.parameters, archive, {}, whole).empty())
    return false;
  found->second.records[replicate] = std::move(archive);
  return true;
}

std::string Assembly::extract(const Question& question) const {
  const SimulatedSamples samples(worlds_, question);
  report::Json page;
  page["replicates"] = samples.layout().replicates;
  page["headline"] = report::headlines_json(samples);
  page["waits"] = report::waits_json(samples);
  page["variables"] = report::variables_json(samples, 0, question.full);
  return page.dump();
}

Question read_question(std::string_view text) {
  Question question;
  while (!text.empty()) {
    const auto end = text.find('\n');
    read_line(text.substr(0, end), question);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return question;
}

}  // namespace skillscale::live
