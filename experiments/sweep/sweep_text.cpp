#include "experiments/sweep/sweep_text.h"

#include <cstdlib>

#include "models/parameter_lines.h"
#include "sim/error.h"
#include "sim/number_text.h"

namespace skillscale::experiments {
namespace {

using scenarios::Measure;

/// A line: a word, then fields behind tabs. Line ends and tabs within a field are written as \n,
/// \t.
class LineWriter {
 public:
  LineWriter& line(std::string_view word) {
    if (!text_.empty()) text_ += '\n';
    text_ += word;
    return *this;
  }
  LineWriter& text(std::string_view field) {
    text_ += '\t';
    for (const char letter : field) {
      if (letter == '\\')
        text_ += "\\\\";
      else if (letter == '\n')
        text_ += "\\n";
      else if (letter == '\t')
        text_ += "\\t";
      else
        text_ += letter;
    }
    return *this;
  }
  LineWriter& number(double value) { return text(sim::number_text(value)); }
  std::string take() { return std::move(text_) + '\n'; }

 private:
  std::string text_;
};

template <class List>
std::string joined(const List& list) {
  std::string text;
  for (const auto& item : list) {
    if (!text.empty()) text += ' ';
    text += std::to_string(item);
  }
  return text;
}

void write_measure(LineWriter& out, std::string_view word, const Measure& measure) {
  out.line(word).number(static_cast<double>(measure.indicator));
  out.number(static_cast<double>(measure.take)).number(measure.years_apart);
  out.text(joined(measure.cells)).text(joined(measure.months));
}

void write_outcome(LineWriter& out, const SweepOutcome& outcome) {
  out.line("outcome").text(outcome.outcome.name).text(outcome.outcome.unit);
  out.text(outcome.outcome.long_name).text(outcome.headline);
  out.number(static_cast<double>(outcome.against));
  for (const auto& of : outcome.of) write_measure(out, "of", of);
  for (const auto& per : outcome.per) write_measure(out, "per", per);
}

void write_factor(LineWriter& out, const SweepFactor& factor) {
  out.line("factor").text(factor.factor.name).text(factor.factor.unit).text(factor.path);
  out.number(factor.is_policy);
  for (const auto& choice : factor.factor.choices) out.text(choice);
}

class LineReader {
 public:
  explicit LineReader(std::string_view line) : line_(line), rest_(line) { word_ = take(); }

  const std::string& word() const { return word_; }
  bool is_at_end() const { return is_at_end_; }
  std::string text() {
    if (is_at_end_) fail();
    return take();
  }
  double number() {
    const auto field = text();
    char* end = nullptr;
    const double value = std::strtod(field.c_str(), &end);
    if (field.empty() || *end != '\0') fail();
    return value;
  }
  template <class Number>
  std::vector<Number> numbers() {
    const auto field = text();
    std::vector<Number> all;
    const char* at = field.c_str();
    while (*at != '\0') {
      char* end = nullptr;
      all.push_back(static_cast<Number>(std::strtoll(at, &end, 10)));
      if (end == at) fail();
      at = *end == ' ' ? end + 1 : end;
    }
    return all;
  }
  [[noreturn]] void fail() const {
    throw sim::StorageError("the sweep cannot be read at \"" + std::string(line_.substr(0, 60)) +
                            "\"\n  next: use the program that began it");
  }

 private:
  std::string take() {
    const auto end = rest_.find('\t');
    const auto field = rest_.substr(0, end);
    is_at_end_ = end == std::string_view::npos;
    rest_.remove_prefix(is_at_end_ ? rest_.size() : end + 1);
    std::string plain;
    for (std::size_t i = 0; i < field.size(); ++i) {
      const bool is_escaped = field[i] == '\\' && i + 1 < field.size();
      if (!is_escaped) {
        plain += field[i];
        continue;
      }
      ++i;
      plain += field[i] == 'n' ? '\n' : field[i] == 't' ? '\t' : field[i];
    }
    return plain;
  }

  std::string_view line_, rest_;
  std::string word_;
  bool is_at_end_ = false;
};

Measure read_measure(LineReader& line) {
  Measure measure;
  measure.indicator = static_cast<std::size_t>(line.number());
  measure.take = static_cast<scenarios::Take>(static_cast<int>(line.number()));
  measure.years_apart = static_cast<int>(line.number());
  measure.cells = line.numbers<std::size_t>();
  measure.months = line.numbers<int>();
  return measure;
}

void read_line(LineReader& line, Sweep& sweep) {
  const auto& word = line.word();
  if (word == "name")
    sweep.name = line.text();
  else if (word == "description")
    sweep.description = line.text();
  else if (word == "digest")
    sweep.digest = line.text();
  else if (word == "seed")
    sweep.seed = std::strtoull(line.text().c_str(), nullptr, 10);
  else if (word == "months")
    sweep.months = static_cast<int>(line.number());
  else if (word == "replicates")
    sweep.replicates = static_cast<std::uint32_t>(line.number());
  else if (word == "common")
    sweep.has_common_random_numbers = line.number() != 0;
  else if (word == "on_failure")
    sweep.on_failure = static_cast<scenarios::OnFailure>(static_cast<int>(line.number()));
  else if (word == "layout")
    sweep.layout = static_cast<analysis::Layout>(static_cast<int>(line.number()));
  else if (word == "refused")
    sweep.refused_points = static_cast<std::size_t>(line.number());
  else if (word == "years")
    sweep.years = line.numbers<int>();
  else if (word == "factor") {
    auto& factor = sweep.factors.emplace_back();
    factor.factor.name = line.text();
    factor.factor.unit = line.text();
    factor.path = line.text();
    factor.is_policy = line.number() != 0;
    while (!line.is_at_end()) factor.factor.choices.push_back(line.text());
  } else if (word == "outcome") {
    auto& outcome = sweep.outcomes.emplace_back();
    outcome.outcome.name = line.text();
    outcome.outcome.unit = line.text();
    outcome.outcome.long_name = line.text();
    outcome.headline = line.text();
    outcome.against = static_cast<std::size_t>(line.number());
  } else if (word == "of" && !sweep.outcomes.empty()) {
    sweep.outcomes.back().of.push_back(read_measure(line));
  } else if (word == "per" && !sweep.outcomes.empty()) {
    sweep.outcomes.back().per.push_back(read_measure(line));
  } else if (word == "base") {
    sweep.bases.emplace_back();
  } else if (word == "world" && !sweep.bases.empty()) {
    WorldValues world;
    world.name = line.text();
    world.values = models::from_lines(line.text()).values;
    sweep.bases.back().push_back(std::move(world));
  } else {
    line.fail();
  }
}

}  // namespace

std::string to_text(const Sweep& sweep) {
  LineWriter out;
  out.line("name").text(sweep.name).line("description").text(sweep.description);
  out.line("digest").text(sweep.digest).line("seed").text(std::to_string(sweep.seed));
  out.line("months").number(sweep.months).line("replicates").number(sweep.replicates);
  out.line("common").number(sweep.has_common_random_numbers);
  out.line("on_failure").number(static_cast<double>(sweep.on_failure));
  out.line("layout").number(static_cast<double>(sweep.layout));
  out.line("refused").number(static_cast<double>(sweep.refused_points));
  if (!sweep.years.empty()) out.line("years").text(joined(sweep.years));
  for (const auto& factor : sweep.factors) write_factor(out, factor);
  for (const auto& outcome : sweep.outcomes) write_outcome(out, outcome);
  for (const auto& base : sweep.bases) {
    out.line("base");
    for (const auto& world : base)
      out.line("world").text(world.name).text(models::to_lines({sweep.months, world.values}));
  }
  return out.take();
}

Sweep sweep_from_text(std::string_view text) {
  Sweep sweep;
  while (!text.empty()) {
    const auto end = text.find('\n');
    LineReader line(text.substr(0, end));
    read_line(line, sweep);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return sweep;
}

}  // namespace skillscale::experiments
