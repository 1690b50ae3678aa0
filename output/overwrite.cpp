#include "output/overwrite.h"

#include <cstdlib>
#include <map>
#include <string>

#include "output/netcdf_reader.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

constexpr const char* next = "\n  next: choose another --output, or replace it with --force";

using Attributes = std::map<std::string, std::string>;

std::string text_of(const Attributes& attributes, const std::string& name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? "" : found->second;
}

/// What the present result has that the new one would lose, as a list for people.
std::string loss(const std::filesystem::path& target, const Attributes& present,
                 const Layout& layout) {
  std::string list;
  const auto add = [&](const std::string& what, const std::string& now, const std::string& then) {
    list += (list.empty() ? "" : ", ") + what + " " + now + " (this run: " + then + ")";
  };
  const auto replicates = std::strtoll(text_of(present, "replicates").c_str(), nullptr, 10);
  if (replicates > layout.replicates)
    add("replicates", std::to_string(replicates), std::to_string(layout.replicates));
  const auto months = NetcdfReader(target).shape("month").front();
  if (months > static_cast<std::size_t>(layout.months))
    add("stored months", std::to_string(months), std::to_string(layout.months));
  const auto seed = text_of(present, "seed");
  if (seed != std::to_string(layout.seed)) add("seed", seed, std::to_string(layout.seed));
  return list;
}

}  // namespace

void check_overwrite(const std::filesystem::path& target, const Layout& layout) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(target, error))) return;
  if (std::filesystem::is_directory(target, error)) {
    throw sim::InputError(target.string() + ": is a folder\n  next: give a file name to --output");
  }
  const auto present = probe_attributes(target);
  const auto digest = text_of(present, "scenario_digest");
  if (digest.empty()) {
    throw sim::InputError(target.string() + ": exists and is not a readable result file" + next);
  }
  if (digest != layout.scenario_digest) {
    throw sim::InputError(target.string() + ": holds the result of another scenario (digest " +
                          digest + ", not " + layout.scenario_digest + ")" + next);
  }
  const auto past = text_of(present, branched_from);
  const auto own = layout.extra_attributes.find(branched_from);
  const std::string own_past = own == layout.extra_attributes.end() ? "" : own->second;
  if (past != own_past) {
    const auto words = [](const std::string& of) {
      return of.empty() ? std::string("a run from the start") : "a branch of " + of;
    };
    throw sim::InputError(target.string() + ": holds the result of " + words(past) +
                          ", and this is " + words(own_past) + next);
  }
  const auto lost = loss(target, present, layout);
  if (!lost.empty()) {
    throw sim::InputError(
        target.string() + ": holds a result of this scenario that would be lost: " + lost +
        "\n  allowed: the same seed, and at least as many replicates and months" + next);
  }
}

}  // namespace skillscale::output
