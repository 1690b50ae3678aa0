#include "cli/target_files.h"

#include <fstream>
#include <string>

#include "experiments/checkpoint.h"
#include "output/temporary_file.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

bool is_same_file(const fs::path& first, const fs::path& second) {
  std::error_code ignored;
  const auto one = output::through_links(first), other = output::through_links(second);
  if (fs::equivalent(one, other, ignored)) return true;
  return fs::weakly_canonical(fs::absolute(one, ignored), ignored) ==
         fs::weakly_canonical(fs::absolute(other, ignored), ignored);
}

[[noreturn]] void refuse(const fs::path& target, const std::string& why, const std::string& next) {
  throw sim::InputError(target.string() + why + "\n  next: " + next);
}

/// A page carries its result under this mark, near its end.
bool is_our_page(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  return text.find("id=\"skillscale-result\"") != std::string::npos;
}

void check_regular(const fs::path& target) {
  std::error_code ignored;
  const auto status = fs::status(target, ignored);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    refuse(target, " exists and is no regular file", "name another file");
  }
}

void check_target(const scenarios::Scenario& scenario, const fs::path& target) {
  for (const auto& file : scenario.files) {
    if (is_same_file(target, file.name))
      refuse(target, " is a file the scenario is read from", "name another file");
  }
  check_regular(target);
}

/// Only a page of ours is replaced unasked, and the folder must take a new file.
void check_page(const fs::path& html, bool force) {
  std::error_code ignored;
  if (fs::exists(html, ignored) && !force && !is_our_page(html)) {
    refuse(html, " exists and is not a page of this program",
           "name another file, or use --force to replace it");
  }
  const output::TemporaryFile trial(html);
}

}  // namespace

void check_targets(const scenarios::Scenario& scenario, const fs::path& output,
                   const fs::path& html, bool force) {
  check_target(scenario, output);
  // A missing folder and a name too long are noticed now.
  const output::TemporaryFile result(output);
  const fs::path checkpoint = experiments::checkpoint_path(output);
  const output::TemporaryFile kept(checkpoint);
  if (html.empty()) return;
  check_target(scenario, html);
  if (is_same_file(output, html))
    refuse(html, " is to hold the result and the page", "give --html a name of its own");
  if (is_same_file(checkpoint, html))
    refuse(html, " is to hold the checkpoint and the page", "give --html a name of its own");
  check_page(html, force);
}

void check_page_target(const std::vector<fs::path>& read, const fs::path& html, bool force) {
  for (const auto& file : read) {
    if (is_same_file(html, file)) refuse(html, " is a file that is read", "name another file");
  }
  check_regular(html);
  check_page(html, force);
}

}  // namespace skillscale::cli
