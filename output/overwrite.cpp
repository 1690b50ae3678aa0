#include "output/overwrite.h"

#include <optional>

#include "output/netcdf_reader.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

// Nothing when the file is no readable result of ours: then only --force may replace it.
std::optional<std::string> digest_at(const std::filesystem::path& target) {
  const auto attributes = probe_attributes(target);
  const auto found = attributes.find("scenario_digest");
  if (found == attributes.end()) return std::nullopt;
  return found->second;
}

}  // namespace

void check_overwrite(const std::filesystem::path& target, const std::string& scenario_digest) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(target, error))) return;
  const std::string next = "\n  next: choose another --output, or replace it with --force";
  if (std::filesystem::is_directory(target, error)) {
    throw sim::InputError(target.string() + ": is a folder\n  next: give a file name to --output");
  }
  const auto present = digest_at(target);
  if (!present) {
    throw sim::InputError(target.string() + ": exists and is not a readable result file" + next);
  }
  if (*present != scenario_digest) {
    throw sim::InputError(target.string() + ": holds the result of another scenario (digest " +
                          *present + ", not " + scenario_digest + ")" + next);
  }
}

}  // namespace skillscale::output
