// libFuzzer target: any bytes as a scenario. It must end in a tree or in faults, and what was read
// must read back the same after it was written.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "scenarios/bind.h"
#include "scenarios/emit_yaml.h"
#include "scenarios/extend.h"
#include "scenarios/migrate.h"
#include "tests/scenarios/small_language.h"

namespace skillscale::scenarios {
namespace {

void require(bool holds, const char* claim) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", claim);
  std::abort();
}

void require_round_trip(const Node& root) {
  const std::string once = emit_yaml(root, false);
  Faults faults;
  const auto again = parse_document(once, "again.yaml", faults);
  if (!root.children.empty()) require(again && faults.empty(), "an emitted document parses");
  if (again) require(emit_yaml(*again, false) == once, "a document reads back as itself");
}

void require_migration(std::string_view text) {
  static constexpr FormerKey rows[] = {
      {"origins.{origin}.name", "", ""}, {"horizon.months", "length", ""}, {"name", "title", ""}};
  Faults faults;
  const auto once = migrate(text, "fuzz.yaml", rows, faults);
  require(once || !faults.empty(), "no migration without a fault");
  if (!once) return;
  const auto twice = migrate(once->text, "fuzz.yaml", rows, faults);
  require(twice && twice->text == once->text, "what is migrated stays as it is");
}

void read(std::string_view text) {
  require_migration(text);
  Faults faults;
  const auto root = parse_document(text, "fuzz.yaml", faults);
  require(root || !faults.empty(), "no tree without a fault");
  if (!root) return;
  const bool is_clean = faults.empty();
  const Node effective = merge(Node{*root}, *root);
  if (is_clean) require_round_trip(effective);
  const auto language = testing::small_language();
  const auto run = read_run_settings(effective, language, faults);
  const auto bound = bind(effective, language, run, faults);
  require(!faults.text().empty() == !faults.empty(), "every fault has a text");
  for (const auto& [path, number] : bound.numbers) {
    require(number == number && number - number == 0, "bound numbers are finite");
  }
}

}  // namespace
}  // namespace skillscale::scenarios

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  skillscale::scenarios::read({reinterpret_cast<const char*>(data), size});
  return 0;
}
