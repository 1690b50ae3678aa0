#include "experiments/sweep/run_record.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "experiments/designs/plan_csv.h"
#include "sim/number_text.h"

namespace skillscale::experiments::sweep {
namespace {

/// The next field of a line, without its quotes; takes it off the line.
std::string next_field(std::string_view& line) {
  std::string field;
  std::size_t at = 0;
  bool is_quoted = false;
  for (; at < line.size(); ++at) {
    const char letter = line[at];
    if (letter == '"' && is_quoted && at + 1 < line.size() && line[at + 1] == '"') {
      field += letter;
      ++at;
    } else if (letter == '"') {
      is_quoted = !is_quoted;
    } else if (letter == ',' && !is_quoted) {
      break;
    } else {
      field += letter;
    }
  }
  line.remove_prefix(std::min(at + 1, line.size()));
  return field;
}

/// The next field as it stands, for fields that are never quoted.
std::string_view plain_field(std::string_view& line) {
  const auto at = std::min(line.find(','), line.size());
  const auto field = line.substr(0, at);
  line.remove_prefix(std::min(at + 1, line.size()));
  return field;
}

template <class Number>
bool read(std::string_view text, Number& into) {
  const auto end = std::from_chars(text.data(), text.data() + text.size(), into);
  return end.ec == std::errc() && end.ptr == text.data() + text.size();
}

std::string on_one_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
    text.replace(at, 1, " |");
  return text;
}

}  // namespace

std::string_view status_word(RunStatus status) {
  return status == RunStatus::Finished ? "finished" : "failed";
}

const std::vector<std::string>& record_columns() {
  static const std::vector<std::string> names{"point",   "replicate", "status", "attempt",
                                              "seed",    "digest",    "host",   "started",
                                              "seconds", "message"};
  return names;
}

std::string to_line(const RunRecord& record) {
  std::string line = std::to_string(record.point) + "," + std::to_string(record.replicate) + "," +
                     std::string(status_word(record.status)) + "," +
                     std::to_string(record.attempt) + "," + std::to_string(record.seed) + "," +
                     record.digest + "," + csv_field(record.host) + "," + record.started + "," +
                     sim::number_text(record.seconds) + "," +
                     csv_field(on_one_line(record.message));
  for (const double value : record.values)
    line += std::isnan(value) ? "," : "," + sim::number_text(value);
  return line;
}

bool from_line(std::string_view line, std::size_t values, RunRecord& into) {
  bool is_good = read(plain_field(line), into.point) && read(plain_field(line), into.replicate);
  const auto status = plain_field(line);
  into.status =
      status == status_word(RunStatus::Finished) ? RunStatus::Finished : RunStatus::Failed;
  is_good = is_good && status == status_word(into.status) &&
            read(plain_field(line), into.attempt) && read(plain_field(line), into.seed);
  if (!is_good) return false;
  into.digest = plain_field(line);
  into.host = next_field(line);
  into.started = plain_field(line);
  if (!read(plain_field(line), into.seconds)) return false;
  into.message = next_field(line);
  into.values.assign(values, std::numeric_limits<double>::quiet_NaN());
  for (auto& value : into.values) {
    const auto text = plain_field(line);
    if (!text.empty() && !read(text, value)) return false;
  }
  return line.empty();
}

}  // namespace skillscale::experiments::sweep
