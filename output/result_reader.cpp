#include <algorithm>

#include "output/graph_reader.h"
#include "output/layout_reader.h"
#include "output/number_text.h"
#include "output/result_file.h"
#include "sim/error.h"

namespace skillscale::output {

struct ResultReader::State {
  explicit State(const std::filesystem::path& opened)
      : path(opened), file(opened), layout(read_layout(file)), attributes(file.attributes("/")) {
    for (const auto& name : file.variables("/")) {
      if (file.attributes(name).contains("role")) names.push_back(name);
    }
  }

  std::string known(std::string_view name) const {
    if (std::find(names.begin(), names.end(), name) != names.end()) return std::string(name);
    std::string message =
        path.string() + ": has no variable '" + std::string(name) + "'\n  allowed:";
    for (const auto& variable : layout.variables) message += " " + variable.name;
    message += ", each also with _quantile, _difference, _difference_quantile, _reference_quantile";
    throw sim::InputError(message + "\n  next: choose one of these names");
  }

  std::filesystem::path path;
  NetcdfReader file;
  Layout layout;
  std::map<std::string, std::string> attributes;
  std::vector<std::string> names;
};

ResultReader::ResultReader(const std::filesystem::path& path)
    : state_(std::make_unique<State>(path)) {}

ResultReader::~ResultReader() = default;
ResultReader::ResultReader(ResultReader&&) noexcept = default;
ResultReader& ResultReader::operator=(ResultReader&&) noexcept = default;

const std::filesystem::path& ResultReader::path() const { return state_->path; }

const Layout& ResultReader::layout() const { return state_->layout; }

bool ResultReader::has(std::string_view name) const {
  return std::find(state_->names.begin(), state_->names.end(), name) != state_->names.end();
}

std::vector<std::string> ResultReader::names() const { return state_->names; }

std::vector<double> ResultReader::read(std::string_view name) const {
  return state_->file.numbers(state_->known(name));
}

std::vector<double> ResultReader::read(std::string_view name, std::span<const std::size_t> start,
                                       std::span<const std::size_t> count) const {
  const auto lengths = shape(name);
  bool fits = start.size() == lengths.size() && count.size() == lengths.size();
  for (std::size_t axis = 0; fits && axis < lengths.size(); ++axis) {
    fits = start[axis] <= lengths[axis] && count[axis] <= lengths[axis] - start[axis];
  }
  if (!fits) throw sim::BugError("a box outside the variable " + std::string(name));
  return state_->file.numbers(std::string(name), start, count);
}

std::vector<std::size_t> ResultReader::shape(std::string_view name) const {
  return state_->file.shape(state_->known(name));
}

std::vector<std::string> ResultReader::dimensions(std::string_view name) const {
  return state_->file.dimensions(state_->known(name));
}

std::vector<std::string> ResultReader::labels(std::string_view dimension) const {
  if (dimension == "month") return state_->file.texts("month_label");
  const std::string name(dimension);
  if (!state_->file.has(name) || !state_->file.is_scale(name)) {
    throw sim::InputError(state_->path.string() + ": has no dimension '" + name +
                          "'\n  next: choose one that `ncdump -h` shows");
  }
  if (state_->file.is_text(name)) return state_->file.texts(name);
  std::vector<std::string> labels;
  for (const double value : state_->file.numbers(name)) labels.push_back(number_text(value));
  return labels;
}

std::string ResultReader::attribute(std::string_view variable, std::string_view name) const {
  const auto attributes = state_->file.attributes(state_->known(variable));
  const auto found = attributes.find(std::string(name));
  return found == attributes.end() ? "" : found->second;
}

const std::map<std::string, std::string>& ResultReader::attributes() const {
  return state_->attributes;
}

std::string ResultReader::digest() const {
  const auto found = state_->attributes.find("trajectory_digest");
  if (found == state_->attributes.end()) fail(state_->file.place(), "its digest", "there is none");
  return found->second;
}

std::vector<DigestWords> ResultReader::digests() const {
  std::vector<DigestWords> digests;
  for (const auto& text : state_->file.texts("digest")) digests.push_back(digest_from_hex(text));
  return digests;
}

std::vector<GraphMoment> ResultReader::graph_moments() const {
  return read_graph_moments(state_->file);
}

GraphSnapshot ResultReader::graph(const GraphMoment& moment) const {
  return read_graph(state_->file, moment);
}

std::string ResultReader::effective_yaml() const {
  return state_->layout.provenance.effective_yaml;
}

std::string ResultReader::parameter_table_csv() const {
  return state_->layout.provenance.parameter_table_csv;
}

std::string ResultReader::command_line() const { return state_->layout.provenance.command_line; }

std::vector<std::pair<std::string, std::string>> ResultReader::sources() const {
  return state_->layout.provenance.sources;
}

}  // namespace skillscale::output
