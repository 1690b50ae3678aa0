#include "models/structure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "models/world_state.h"
#include "tests/models/whole_world.h"

namespace skillscale::models {
namespace {

using Stated = std::shared_ptr<const Parameters>;
using Shared = std::shared_ptr<const ReplicateSetup>;

constexpr int months = 60, taken_up_in = 12;
constexpr int most_runs = 8;  // of a parameter without effect

Shared setup_of(const Parameters& p) {
  constexpr std::uint64_t seed = 20240101;
  return std::make_shared<const ReplicateSetup>(p, seed, 0U, 0U);
}

sim::Archive saved(const World& world) {
  sim::Archive archive;
  save_state(world, archive);
  return archive;
}

sim::Hash128 digest_at_end(World& world) {
  while (world.month < months) world.step();
  return world.digest.value();
}

bool is_same(const PoolSetup& one, const PoolSetup& other) {
  const auto thresholds = [](const PoolSetup& setup) {
    std::vector<float> all;
    if (setup.thresholds == nullptr) return all;
    for (const auto& entry : *setup.thresholds) all.push_back(entry.threshold);
    return all;
  };
  return one.persons == other.persons && one.multiplicity == other.multiplicity &&
         one.heterogeneity == other.heterogeneity && thresholds(one) == thresholds(other);
}

bool is_same(const EmployerSetup& one, const EmployerSetup& other) {
  return one.first == other.first && one.neighbour == other.neighbour && one.land == other.land &&
         one.size_class == other.size_class && one.sector == other.sector &&
         one.group == other.group && one.headcount == other.headcount;
}

/// The immutable start.
bool is_same(const ReplicateSetup& one, const ReplicateSetup& other) {
  return is_same(*one.employers, *other.employers) &&
         std::equal(one.pools.begin(), one.pools.end(), other.pools.begin(), other.pools.end(),
                    [](const auto& a, const auto& b) { return is_same(*a, *b); });
}

Stated with_number(const Parameters& from, const Address& address, double number) {
  auto changed = std::make_shared<Parameters>(from);
  *address.decl->number(*changed, address.index) = number;
  return changed;
}

/// The same parameters with another value at the address: some less, some more.
std::vector<Stated> neighbours(const Parameters& p, const Address& address) {
  const auto& decl = *address.decl;
  std::vector<Stated> all;
  Parameters copy = p;
  if (decl.list != nullptr) {
    auto& list = *decl.list(copy, address.index);
    list.empty() ? list.push_back(0) : list.pop_back();
    all.push_back(std::make_shared<const Parameters>(copy));
  }
  if (decl.number == nullptr) return all;
  const double now = *decl.number(copy, address.index);
  double high = std::min(decl.allowed_high, std::max(10.0, 10 * now));
  if (decl.kind == ValueKind::Reference)
    high = double(p.names[static_cast<std::size_t>(decl.axis)].size()) - 1;
  if (decl.kind == ValueKind::Choice)
    high = double(std::count(decl.choices.begin(), decl.choices.end(), ' '));
  for (double number : {1.25 * now + 0.01, 0.8 * now, now + 1, now - 1, decl.allowed_low, high}) {
    if (decl.kind != ValueKind::Real) number = std::floor(number);
    if (number != now && number >= decl.allowed_low && number <= high)
      all.push_back(with_number(p, address, number));
  }
  return all;
}

/// What a parameter of the table does, over all its places in the world.
struct Role {
  bool shapes_start = false;   ///< the immutable start differs, or no state can be taken up
  bool acts_at_start = false;  ///< the world differs before its first month
  bool acts_later = false;     ///< a state taken up goes on in another way
  bool is_structural = false;  ///< as models/structure.h says
  bool is_start_only = false;
  int runs = 0;
};

class Roles {
 public:
  Roles() : base_(std::make_shared<const Parameters>(everything().parameters(months))) {
    setup_ = setup_of(*base_);
    World world(base_, setup_);
    at_start_ = saved(world);
    while (world.month < taken_up_in) world.step();
    state_ = saved(world);
    at_end_ = digest_at_end(world);
    for (const auto& address : all_addresses(*base_)) {
      // Levers are handed over by name (experiments/branch.h).
      if (address.index[Axis::Lever] >= 0) continue;
      for (const auto& changed : neighbours(*base_, address))
        look(changed, found[std::string(address.decl->path)]);
    }
  }

  std::map<std::string, Role> found;

 private:
  void look(const Stated& changed, Role& role) const {
    role.is_structural |= structure_difference(*base_, *changed).has_value();
    role.is_start_only |= !start_differences(*base_, *changed).empty();
    const auto setup = setup_of(*changed);
    const bool is_setup_same = is_same(*setup, *setup_);
    role.shapes_start |= !is_setup_same;
    const bool is_start_same = saved(World(changed, setup)) == at_start_;
    role.acts_at_start |= !is_start_same || !is_setup_same;
    if (is_start_same && is_setup_same) return;
    World resumed(changed, setup);
    if (!restore_state(resumed, state_).empty()) {
      role.shapes_start = true;
    } else if (!role.acts_later && role.runs++ < most_runs) {
      role.acts_later = digest_at_end(resumed) != at_end_;
    }
  }

  Stated base_;
  Shared setup_;
  sim::Archive at_start_, state_;
  sim::Hash128 at_end_;
};

TEST(Structure, AgreesWithWhatSetUpDependsOn) {
  const Roles roles;
  ASSERT_GT(roles.found.size(), 150U);
  int structural = 0, start_only = 0;
  for (const auto& [path, role] : roles.found) {
    SCOPED_TRACE(path);
    structural += role.is_structural ? 1 : 0;
    start_only += role.is_start_only ? 1 : 0;
    EXPECT_FALSE(role.is_structural && role.is_start_only);
    // What would be taken up silently and do nothing must be known.
    const bool does_nothing_later = role.acts_at_start && !role.acts_later;
    EXPECT_TRUE(role.is_structural || !role.shapes_start);
    EXPECT_TRUE(role.is_structural || role.is_start_only || !does_nothing_later);
    EXPECT_TRUE(role.acts_at_start || !role.is_structural);
    EXPECT_TRUE(does_nothing_later || !role.is_start_only);
  }
  EXPECT_GT(structural, 0);
  EXPECT_GT(start_only, 0);
}

TEST(Structure, NamesTheFirstValueThatDiffers) {
  Given other = everything();
  other.set("pool.multiplicity", 4).set("lands.BY.share", 0.5);
  const auto found =
      structure_difference(everything().parameters(months), other.parameters(months));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->path, "pool.multiplicity");
  EXPECT_EQ(found->one, "3");
  EXPECT_EQ(found->other, "4");
}

TEST(NewLevers, AreThoseOfAnotherNameOrAnotherValue) {
  const auto past = everything().parameters(months);
  EXPECT_TRUE(new_levers(past, past).empty());
  Given later = everything();
  later.set("levers.staff.strength", 0.6).lever("third", "recognition.staff", 0.1);
  const auto names = later.parameters(months).names[static_cast<std::size_t>(Axis::Lever)];
  std::vector<std::string> found;
  for (const auto at : new_levers(past, later.parameters(months))) found.push_back(names[at]);
  EXPECT_EQ(found, (std::vector<std::string>{"staff", "third"}));
}

}  // namespace
}  // namespace skillscale::models
