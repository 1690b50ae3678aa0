#include "viz/report/analyses.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/error.h"

namespace skillscale::report {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& problem) {
  throw sim::InputError(file.string() + ": " + problem +
                        "\n  allowed: what `skillscale analyse` or `robustness` prints with --json"
                        "\n  next: skillscale analyse SWEEP --json > " +
                        file.filename().string());
}

bool is_sensitivity(const Json& one) {
  return one.is_object() && one.contains("method") && one.contains("findings") &&
         one["findings"].is_array();
}

bool is_robustness(const Json& one) {
  return one.is_object() && one.contains("packages") && one.contains("goals") &&
         one["goals"].is_array();
}

}  // namespace

std::string read_analyses(std::span<const std::filesystem::path> files) {
  Json all = Json::array();
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    if (!std::filesystem::is_regular_file(file) || !stream)
      refuse(file, "there is no such file to read");
    const auto read = Json::parse(stream, nullptr, false);
    if (read.is_discarded()) refuse(file, "is no JSON");
    for (const auto& one : read.is_array() ? read : Json::array({read})) {
      if (!is_sensitivity(one) && !is_robustness(one)) refuse(file, "is JSON of something else");
      all.push_back(one);
    }
  }
  return all.dump();
}

}  // namespace skillscale::report
