#include "viz/report/file_samples.h"

#include <algorithm>

namespace skillscale::report {
namespace {

/// All months and cells of a variable at the first axes' position `start`.
std::vector<double> read_at(const output::ResultReader& result, const std::string& name,
                            std::vector<std::size_t> start) {
  auto count = result.shape(name);
  std::fill_n(count.begin(), start.size(), 1);
  start.resize(count.size(), 0);
  return result.read(name, start, count);
}

}  // namespace

std::vector<double> FileSamples::level(const output::Variable& variable, std::size_t draw,
                                       std::size_t replicate) const {
  return read_at(result_, variable.name, {draw, replicate});
}

std::vector<double> FileSamples::difference(const output::Variable& variable, std::size_t reference,
                                            std::size_t draw, std::size_t replicate) const {
  return read_at(result_, variable.name + "_difference", {reference, draw, replicate});
}

std::vector<double> FileSamples::headline(const output::Variable& variable) const {
  return result_.read(variable.name);
}

std::vector<double> FileSamples::headline_difference(const output::Variable& variable) const {
  return result_.read(variable.name + "_difference");
}

}  // namespace skillscale::report
