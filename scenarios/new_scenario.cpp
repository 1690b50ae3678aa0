// A commented scenario to start from.
#include "scenarios/scenario.h"

namespace skillscale::scenarios {
namespace {

constexpr std::string_view head =
    "# yaml-language-server: $schema=scenario.schema.json\n"
    "# The line above gives completion and checks in editors; the file is written by\n"
    "#   skillscale schema > scenario.schema.json\n"
    "schema: 1\n";

constexpr std::string_view settings =
    "\n# First month and number of months.\n"
    "horizon: {start: 2024-01, months: 120}\n"
    "\n# Runs on different random numbers, and the seed of all of them.\n"
    "ensemble: {replicates: 20, seed: 20240101}\n";

constexpr std::string_view extending =
    "\n# State below only what differs from the extended file. Maps merge, lists replace, null "
    "removes.\n"
    "# skillscale params lists every key; skillscale show FILE --effective --origin shows the "
    "whole.\n"
    "# A value is a number, a number with a unit (3 %/year, 18 months), or a map:\n"
    "#   {value: 420, low: 350, high: 500, unit: cases/month, source: KEY, confidence: medium}\n";

constexpr std::string_view small =
    "\n# Occupations in Germany and the countries where people come from. Everything not stated "
    "stands at\n"
    "# its standard value; skillscale params lists every key.\n"
    "occupations:\n"
    "  nursing:\n"
    "    name: Nursing\n"
    "\n"
    "origins:\n"
    "  PHL:\n"
    "    name: Philippines\n"
    "    # An occupation that people of this origin have.\n"
    "    nursing:\n"
    "      stock: 10000 persons\n";

}  // namespace

std::string new_scenario(std::string_view from) {
  std::string text(head);
  text += "name: My scenario\n";
  if (from.empty()) return text + std::string(settings) + std::string(small);
  text += "extends: " + std::string(from) + "\n" + std::string(extending);
  return text;
}

}  // namespace skillscale::scenarios
