#include "output/layout_reader.h"

#include <charconv>
#include <set>

#include "output/frame.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

using AttributeMap = std::map<std::string, std::string>;

std::string need(const NetcdfReader& file, const AttributeMap& attributes, const std::string& name,
                 const std::string& path) {
  const auto found = attributes.find(name);
  if (found == attributes.end()) fail(file.place(), path, "it lacks the attribute " + name);
  return found->second;
}

std::uint64_t number_of(const NetcdfReader& file, const std::string& text) {
  std::uint64_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc{}) fail(file.place(), "'" + text + "'", "it should be a number");
  return value;
}

void check_format(const NetcdfReader& file, const AttributeMap& root) {
  const auto found = root.find("file_format");
  if (found == root.end()) {
    throw sim::InputError(file.place().file +
                          ": is HDF5, but not a result file of skillscale\n  next: name a file "
                          "that `skillscale run` wrote");
  }
  if (found->second != file_format) {
    throw sim::InputError(file.place().file + ": has the format '" + found->second +
                          "', this program reads '" + file_format +
                          "'\n  next: use the program version that wrote it");
  }
}

void read_root(const NetcdfReader& file, const AttributeMap& root, Layout& layout) {
  const auto text = [&](const char* name) { return need(file, root, name, "the root group"); };
  layout.title = text("title");
  layout.scenario_name = text("scenario");
  layout.scenario_digest = text("scenario_digest");
  layout.program_version = text("program_version");
  layout.git_id = text("git_id");
  layout.random_scheme = text("random_scheme");
  layout.seed = number_of(file, text("seed"));
  layout.draws = static_cast<int>(number_of(file, text("draws")));
  layout.replicates = static_cast<int>(number_of(file, text("replicates")));
  const std::set<std::string> own{
      "Conventions", "title",           "source",          "history",          "file_format",
      "scenario",    "scenario_digest", "program_version", "git_id",           "random_scheme",
      "seed",        "draws",           "replicates",      "trajectory_digest"};
  for (const auto& [name, value] : root) {
    if (!own.contains(name)) layout.extra_attributes.emplace(name, value);
  }
}

void read_months(const NetcdfReader& file, Layout& layout) {
  const auto labels = file.texts("month_label");
  if (labels.empty() || labels.front().size() != 7) fail(file.place(), "month_label", "no YYYY-MM");
  layout.months = static_cast<int>(labels.size());
  layout.start_year = static_cast<int>(number_of(file, labels.front().substr(0, 4)));
  layout.start_month = static_cast<int>(number_of(file, labels.front().substr(5)));
  if (labels.size() < 2) return;
  const auto later = [&](std::size_t from, std::size_t length) {
    return static_cast<int>(number_of(file, labels[1].substr(from, length)));
  };
  layout.month_step = 12 * (later(0, 4) - layout.start_year) + later(5, 2) - layout.start_month;
}

Variable read_variable(const NetcdfReader& file, const std::string& name,
                       const AttributeMap& attributes) {
  Variable variable;
  variable.name = name;
  variable.units = need(file, attributes, "units", name);
  variable.long_name = need(file, attributes, "long_name", name);
  variable.description = need(file, attributes, "description", name);
  // Only reals carry a fill value of their own.
  variable.storage = attributes.contains("_FillValue") ? Storage::Real : Storage::Whole;
  const auto dimensions = file.dimensions(name);
  variable.monthly = dimensions.size() > 2 && dimensions[2] == "month";
  const auto first = dimensions.begin() + (variable.monthly ? 3 : 2);
  if (dimensions.size() < 2) fail(file.place(), name, "an indicator needs draw and replicate");
  variable.axes.assign(first, dimensions.end());
  variable.compared = !file.has("reference") || file.has(name + "_difference");
  return variable;
}

void read_variables(const NetcdfReader& file, Layout& layout) {
  const std::set<std::string> fixed{"month_label", "reference", "world", "digest"};
  for (const auto& name : file.variables("/")) {
    if (fixed.contains(name)) continue;
    const auto attributes = file.attributes(name);
    const auto role = attributes.find("role");
    if (role != attributes.end() && role->second == "indicator") {
      layout.variables.push_back(read_variable(file, name, attributes));
    } else if (role == attributes.end() && file.is_text(name)) {
      layout.axes.push_back({name, need(file, attributes, "long_name", name), file.texts(name)});
    }
  }
}

std::string single(const NetcdfReader& file, const std::string& path) {
  const auto texts = file.texts(path);
  if (texts.size() != 1) fail(file.place(), path, "it should hold one text");
  return texts.front();
}

Provenance read_provenance(const NetcdfReader& file) {
  Provenance provenance;
  provenance.effective_yaml = single(file, "provenance/effective_yaml");
  provenance.parameter_table_csv = single(file, "provenance/parameter_table");
  provenance.command_line = single(file, "provenance/command_line");
  const auto names = file.texts("provenance/source");
  const auto texts = file.texts("provenance/source_text");
  if (names.size() != texts.size()) fail(file.place(), "provenance", "sources lack their text");
  for (std::size_t at = 0; at < names.size(); ++at) {
    provenance.sources.emplace_back(names[at], texts[at]);
  }
  return provenance;
}

}  // namespace

Layout read_layout(const NetcdfReader& file) {
  Layout layout;
  const auto root = file.attributes("/");
  check_format(file, root);
  read_root(file, root, layout);
  read_months(file, layout);
  layout.worlds = file.texts("world");
  if (file.has("quantile")) layout.quantiles = file.numbers("quantile");
  read_variables(file, layout);
  layout.provenance = read_provenance(file);
  return layout;
}

}  // namespace skillscale::output
