// A dropped result file -> the extract that the page shows, as a WebAssembly module beside the HDF5
// reader of the browser. The caller says what the file holds (as JSON) and hands over numbers when
// they are asked for; sums, quantiles and the seal are those of the program.
#include <cstdint>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/layout.h"
#include "sim/digest.h"
#include "viz/report/page_extract.h"

/// Numbers of a variable at the leading positions `at`, `count` of them, into `into`.
__attribute__((import_module("file"), import_name("read"))) extern "C" void file_read(
    const char* name, std::uint32_t bytes, const std::uint32_t* at, std::uint32_t axes,
    double* into, std::uint32_t count);

namespace {

using namespace skillscale;
using Json = nlohmann::json;
using Values = std::vector<double>;

std::vector<std::byte> input;
std::string left;
sim::Digest seal;

std::string_view text_of_input() {
  return {reinterpret_cast<const char*>(input.data()), input.size()};
}

std::uint32_t leave(std::string text) {
  left = std::move(text);
  return static_cast<std::uint32_t>(left.size());
}

/// What `output::read_layout` reads, as far as an extract needs it.
output::Layout layout_of(const Json& file) {
  output::Layout layout;
  const auto& root = file.at("attributes");
  const auto text = [&](const char* name) { return root.at(name).get<std::string>(); };
  layout.title = text("title");
  layout.program_version = text("program_version");
  layout.git_id = text("git_id");
  layout.seed = std::stoull(text("seed"));
  layout.draws = std::stoi(text("draws"));
  layout.replicates = std::stoi(text("replicates"));
  file.at("start_year").get_to(layout.start_year);
  file.at("start_month").get_to(layout.start_month);
  file.at("months").get_to(layout.months);
  file.at("month_step").get_to(layout.month_step);
  file.at("worlds").get_to(layout.worlds);
  for (const auto& axis : file.at("axes"))
    layout.axes.push_back({axis.at("name"), axis.at("name"), axis.at("labels")});
  for (const auto& row : file.at("variables")) {
    output::Variable variable;
    row.at("name").get_to(variable.name);
    row.at("units").get_to(variable.units);
    row.at("long_name").get_to(variable.long_name);
    row.at("description").get_to(variable.description);
    row.at("axes").get_to(variable.axes);
    row.at("monthly").get_to(variable.monthly);
    row.at("compared").get_to(variable.compared);
    layout.variables.push_back(std::move(variable));
  }
  return layout;
}

/// The numbers of a file that the caller reads.
class HandedSamples : public report::Samples {
 public:
  explicit HandedSamples(const Json& file) : layout_(layout_of(file)) {}

  const output::Layout& layout() const override { return layout_; }

  Values level(const output::Variable& variable, std::size_t draw,
               std::size_t replicate) const override {
    return read(variable.name, {draw, replicate}, output::value_count(layout_, variable));
  }

  Values difference(const output::Variable& variable, std::size_t reference, std::size_t draw,
                    std::size_t replicate) const override {
    return read(variable.name + "_difference", {reference, draw, replicate},
                output::value_count(layout_, variable));
  }

  Values headline(const output::Variable& variable) const override {
    return read(variable.name, {}, runs() * output::cell_count(layout_, variable));
  }

  Values headline_difference(const output::Variable& variable) const override {
    const auto references = layout_.worlds.size() - 1;
    return read(variable.name + "_difference", {},
                references * runs() * output::cell_count(layout_, variable));
  }

 private:
  std::size_t runs() const {
    return static_cast<std::size_t>(layout_.draws) * static_cast<std::size_t>(layout_.replicates);
  }

  static Values read(const std::string& name, const std::vector<std::size_t>& at,
                     std::size_t count) {
    const std::vector<std::uint32_t> place(at.begin(), at.end());
    Values values(count);
    file_read(name.data(), static_cast<std::uint32_t>(name.size()), place.data(),
              static_cast<std::uint32_t>(place.size()), values.data(),
              static_cast<std::uint32_t>(count));
    return values;
  }

  output::Layout layout_;
};

}  // namespace

extern "C" {

/// Memory for `bytes` of input.
__attribute__((export_name("allocate"))) std::byte* allocate(std::uint32_t bytes) {
  input.assign(bytes, std::byte{0});
  return input.data();
}

/// What the last call left.
__attribute__((export_name("output"))) const char* output_at() { return left.data(); }

/// Begins the digest of a file of so many bytes without its seal (output/seal.h).
__attribute__((export_name("begin_seal"))) void begin_seal(std::uint32_t high, std::uint32_t low) {
  seal = sim::Digest();
  seal.add((std::uint64_t{high} << 32) | low);
}

/// Adds the bytes in memory; all but the last time a multiple of eight.
__attribute__((export_name("add_to_seal"))) void add_to_seal() {
  input.resize((input.size() + 7) / 8 * 8);
  seal.add_bytes(input);
}

/// Leaves the digest, as the seal of a whole file spells it; returns its bytes.
__attribute__((export_name("end_seal"))) std::uint32_t end_seal() {
  return leave(seal.value().hex());
}

/// Leaves the extract of the file that the JSON in memory describes; returns its bytes.
__attribute__((export_name("extract"))) std::uint32_t extract() {
  const auto file = Json::parse(text_of_input());
  const HandedSamples samples(file);
  report::FileFacts facts;
  file.at("attributes").get_to(facts.attributes);
  facts.digest = facts.attributes.at("trajectory_digest");
  file.at("parameter_table").get_to(facts.parameter_table_csv);
  file.at("command_line").get_to(facts.command_line);
  return leave(report::page_extract(samples, facts));
}
}
