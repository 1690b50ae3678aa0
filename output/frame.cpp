#include "output/frame.h"

#include <chrono>
#include <ctime>
#include <numeric>

#include "output/calendar.h"

namespace skillscale::output {
namespace {

std::string now_utc() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

std::vector<std::int32_t> counted(int length) {
  std::vector<std::int32_t> numbers(static_cast<std::size_t>(length));
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

Attributes described(const std::string& units, const std::string& long_name,
                     const std::string& description) {
  return {{"units", units}, {"long_name", long_name}, {"description", description}};
}

void write_months(const Layout& layout, NetcdfWriter& file) {
  file.add_dimension("month", month_days(layout),
                     {{"units", "days since 1970-01-01"},
                      {"calendar", "proleptic_gregorian"},
                      {"standard_name", "time"},
                      {"axis", "T"},
                      {"long_name", "month"},
                      {"description", "first day of the month a value belongs to"}});
  const std::vector<std::string> labels = month_labels(layout);
  file.add_texts("month_label", {"month"}, labels,
                 described("1", "month label", "the month as YYYY-MM"));
}

}  // namespace

void write_root_attributes(const Layout& layout, NetcdfWriter& file) {
  const std::string program = "skillscale " + layout.program_version;
  file.set_attribute("Conventions", std::string("CF-1.10"));
  file.set_attribute("title", layout.title);
  file.set_attribute("source", program + " (git " + layout.git_id + ")");
  file.set_attribute("history", now_utc() + ": " + layout.provenance.command_line);
  file.set_attribute("file_format", std::string(file_format));
  file.set_attribute("scenario", layout.scenario_name);
  file.set_attribute("scenario_digest", layout.scenario_digest);
  file.set_attribute("program_version", layout.program_version);
  file.set_attribute("git_id", layout.git_id);
  file.set_attribute("random_scheme", layout.random_scheme);
  file.set_attribute("seed", layout.seed);
  file.set_attribute("draws", static_cast<std::int64_t>(layout.draws));
  file.set_attribute("replicates", static_cast<std::int64_t>(layout.replicates));
  for (const auto& [name, value] : layout.extra_attributes) file.set_attribute(name, value);
}

void write_dimensions(const Layout& layout, NetcdfWriter& file) {
  file.add_dimension(
      "draw", counted(layout.draws),
      described("1", "parameter draw", "number of the draw of uncertain parameters, from 0"));
  file.add_dimension("replicate", counted(layout.replicates),
                     described("1", "replicate", "number of the random replicate, from 0"));
  write_months(layout, file);
  const std::span<const std::string> worlds(layout.worlds);
  if (worlds.size() > 1) {
    file.add_dimension("reference", worlds.subspan(1),
                       described("1", "reference", "world the scenario is compared with"));
  }
  file.add_dimension("world", worlds, described("1", "world", "the scenario, then its references"));
  if (!layout.quantiles.empty()) {
    file.add_dimension(
        "quantile", std::span<const double>(layout.quantiles),
        described("1", "quantile", "share of draws and replicates at or below the value"));
  }
  for (const auto& axis : layout.axes) {
    file.add_dimension(axis.name, std::span<const std::string>(axis.labels),
                       described("1", axis.long_name, "labels along the axis " + axis.name));
  }
}

void write_provenance(const Layout& layout, NetcdfWriter& file) {
  const Provenance& provenance = layout.provenance;
  std::vector<std::string> names, texts;
  for (const auto& [name, text] : provenance.sources) {
    names.push_back(name);
    texts.push_back(text);
  }
  const auto add = [&](const std::string& name, const std::string& text,
                       const std::string& long_name) {
    const std::vector<std::string> single{text};
    file.add_texts("provenance/" + name, {}, single, described("1", long_name, long_name));
  };
  file.add_group("provenance");
  add("effective_yaml", provenance.effective_yaml, "the scenario after extends, as YAML");
  add("parameter_table", provenance.parameter_table_csv,
      "every parameter with value, unit and source, as CSV");
  add("command_line", provenance.command_line, "the command that made this file");
  file.add_dimension("provenance/source", std::span<const std::string>(names),
                     described("1", "source file", "name of a file the scenario was read from"));
  file.add_texts("provenance/source_text", {"provenance/source"}, texts,
                 described("1", "source text", "text of each source file"));
}

}  // namespace skillscale::output
