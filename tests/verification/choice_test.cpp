// Mechanisms 5.20: shares of a discrete choice.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/verification/comparison.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

using models::PartnershipType;
using models::Tally;

struct Choices {
  std::int64_t stay = 0, other = 0, agency = 0, alone = 0;
  std::int64_t all() const { return stay + other + agency + alone; }
};

Choices choices(const std::vector<Change>& changes) {
  const Study study("choice.yaml", changes);
  Choices sum;
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    const auto w = study.run(r);
    const auto applied = [&](PartnershipType type) {
      return w.tally
          .cells()[w.layout.of_cell(Tally::Applications, 0, static_cast<std::size_t>(type))];
    };
    sum.stay += total(w, Tally::StayChoices);
    sum.other += total(w, Tally::OtherChoices);
    sum.agency += applied(PartnershipType::PrivateAgency);
    sum.alone += applied(PartnershipType::Alone);
  }
  return sum;
}

TEST(DiscreteChoice, SharesAreThoseOfTheLogit) {
  const auto c = choices({});
  expect_share("share that stays, V = 0", 0.167537, c.stay, c.all());
  expect_share("share to another destination, V = 0.5", 0.276221, c.other, c.all());
  expect_share("share of the agency, V = 1.2", 0.556242, c.agency, c.all());
}

/// Staying has utility 0 always; far below the others it plays no part, so that a constant can be
/// added to all that do.
TEST(DiscreteChoice, AConstantAddedToAllChangesNothing) {
  const auto shifted = [](const std::string& low, const std::string& middle,
                          const std::string& high) {
    return choices({{"origins.PHL.nursing.competing_attraction", low},
                    {"partnership_types.private_agency.attraction", middle},
                    {"partnership_types.alone.open", "on"},
                    {"partnership_types.alone.attraction", high}});
  };
  const auto before = shifted("16", "16.5", "17.2"), after = shifted("18", "18.5", "19.2");
  expect_identical("choices at V + 18 against V + 16, first option", before.other, after.other);
  expect_identical("second option", before.agency, after.agency);
  expect_identical("third option", before.alone, after.alone);
  expect_share("share of the second option, V = 0.5", 0.276221, after.agency, after.all());
}

TEST(DiscreteChoice, ARemovedOptionLeavesTheRatioOfTheOthers) {
  const auto c = choices({{"partnership_types.private_agency.open", "off"}});
  expect_identical("choices of the closed option", 0, c.agency);
  expect_share("share that stays of the two left", 1 / (1 + std::exp(0.5)), c.stay, c.all());
}

TEST(DiscreteChoice, WithoutRandomUtilityTheBestOptionIsTaken) {
  const auto c = choices({{"migration.choice_scale", "1e-6"}});
  expect_identical("choices of the best option", c.all(), c.agency);
}

}  // namespace
}  // namespace skillscale::verification
