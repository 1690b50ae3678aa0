#include "output/verify.h"

#include <algorithm>

#include "output/digest_total.h"
#include "output/layout_reader.h"
#include "output/netcdf_reader.h"
#include "output/result_file.h"
#include "output/series.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

class Inspection {
 public:
  explicit Inspection(const std::filesystem::path& path)
      : file_(path), layout_(read_layout(file_)), path_(path) {}

  std::vector<std::string> run() {
    for (const auto& group : {"", "provenance", "graph"}) {
      attempt([&] { inspect_group(group); });
    }
    for (const auto& variable : layout_.variables) {
      attempt([&] { inspect_forms(variable); });
    }
    attempt([&] { inspect_digests(); });
    return faults_;
  }

 private:
  void report(const std::string& what) { faults_.push_back(file_.place().file + ": " + what); }

  // Damage in one place must not hide damage in another.
  template <typename Step>
  void attempt(Step step) {
    try {
      step();
    } catch (const std::runtime_error& fault) {
      faults_.emplace_back(fault.what());
    }
  }

  void inspect_group(const std::string& group) {
    if (!group.empty() && !file_.has(group)) {
      if (group == "provenance") report("has no provenance");
      return;
    }
    for (const auto& name : file_.variables("/" + group)) {
      const std::string path = group.empty() ? name : group + "/" + name;
      attempt([&] { inspect_variable(path); });
    }
  }

  void inspect_variable(const std::string& path) {
    const bool is_scale = file_.is_scale(path);
    if (file_.is_text(path)) {
      file_.texts(path);
    } else {
      read_all(path);
    }
    file_.dimensions(path);
    const auto attributes = file_.attributes(path);
    // A dimension that is only a length is no variable to netCDF: it needs no attributes.
    const auto scale_name = attributes.find("NAME");
    const bool is_length = is_scale && scale_name != attributes.end() &&
                           scale_name->second.starts_with("This is a netCDF dimension but not");
    for (const char* needed : {"units", "long_name", "description"}) {
      if (!is_length && !attributes.contains(needed)) report(path + " lacks " + needed);
    }
  }

  // Along the first axis piece by piece, so that a large file needs little memory.
  void read_all(const std::string& path) {
    if (const auto missing = file_.missing_chunks(path); missing > 0) {
      report(path + " lacks " + std::to_string(missing) + " of its chunks");
    }
    const auto shape = file_.shape(path);
    std::vector<std::size_t> start(shape.size(), 0);
    std::vector<std::size_t> count = shape;
    if (shape.size() < 2) {
      file_.numbers(path);
      return;
    }
    const std::size_t leading = std::min<std::size_t>(2, shape.size() - 1);
    std::fill_n(count.begin(), leading, 1);
    const std::size_t second = leading > 1 ? shape[1] : 1;
    for (std::size_t piece = 0; piece < shape[0] * second; ++piece) {
      start[0] = piece / second;
      if (leading > 1) start[1] = piece % second;
      file_.numbers(path, start, count);
    }
  }

  void inspect_forms(const Variable& variable) {
    std::vector<Form> forms{Form::Values};
    const bool has_references = has_difference(layout_, variable);
    if (has_references) forms.push_back(Form::Difference);
    if (!layout_.quantiles.empty()) forms.push_back(Form::Quantile);
    if (!layout_.quantiles.empty() && has_references) {
      forms.push_back(Form::DifferenceQuantile);
      forms.push_back(Form::ReferenceQuantile);
    }
    for (const Form form : forms) {
      const NumberSpec expected = series_spec(layout_, variable, form);
      if (!file_.has(expected.path)) {
        report("has no " + expected.path);
      } else if (file_.dimensions(expected.path) != expected.dimensions) {
        report(expected.path + " stands on other dimensions than it should");
      }
    }
  }

  void inspect_digests() {
    const ResultReader reader(path_);
    const auto digests = reader.digests();
    const std::size_t expected = static_cast<std::size_t>(layout_.draws) *
                                 static_cast<std::size_t>(layout_.replicates) *
                                 layout_.worlds.size();
    if (digests.size() != expected) report("has not one digest for every world");
    if (digest_hex(total_digest(digests)) != reader.digest()) {
      report("its trajectory digest does not follow from those of its worlds");
    }
  }

  NetcdfReader file_;
  Layout layout_;
  std::filesystem::path path_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> verify(const std::filesystem::path& path) {
  try {
    return Inspection(path).run();
  } catch (const std::runtime_error& fault) {
    return {fault.what()};
  }
}

}  // namespace skillscale::output
