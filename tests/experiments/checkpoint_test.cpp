#include "experiments/checkpoint.h"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>

#include "experiments/bisect.h"
#include "output/result_file.h"
#include "sim/error.h"
#include "sim/parallel.h"
#include "tests/experiments/tiny.h"

namespace skillscale::experiments {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> with(std::vector<std::string> more) {
  more.emplace_back("horizon.months=30");
  return more;
}

RunSummary run(const scenarios::Scenario& scenario, const RunOptions& options,
               const fs::path& path) {
  Progress progress;
  return run_to_file(scenario, options, path, progress);
}

std::string straight(const std::vector<std::string>& overrides = {}) {
  const Folder folder;
  const auto scenario = tiny(with(overrides));
  return run(scenario, options_of(scenario), folder / "r.h5").digest;
}

/// Leaves r.h5 and r.ckpt.h5 with the states of that month.
void stand_at(const Folder& folder, int month, const std::vector<std::string>& overrides = {},
              const std::string& name = "r.h5") {
  const auto scenario = tiny(with(overrides));
  auto options = options_of(scenario);
  options.months = month;
  options.checkpoint_every = 1;
  const auto summary = run(scenario, options, folder / name);
  ASSERT_EQ(summary.checkpoint, checkpoint_path(folder / name));
}

std::string resumed(const Folder& folder, const std::vector<std::string>& overrides = {},
                    int replicates = 3) {
  const auto scenario = tiny(with(overrides));
  auto options = options_of(scenario);
  options.replicates = replicates;
  options.resume = folder / "r.ckpt.h5";
  options.force = true;
  return run(scenario, options, folder / "r.h5").digest;
}

std::string refusal(const std::function<void()>& action) {
  try {
    action();
  } catch (const sim::InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Resume, FromAnyMonthGivesTheUninterruptedDigest) {
  const auto whole = straight();
  for (int month = 1; month < 30; month += 4) {
    const Folder folder;
    stand_at(folder, month);
    EXPECT_EQ(resumed(folder), whole) << month;
    EXPECT_FALSE(fs::exists(folder / "r.ckpt.h5"));
  }
}

TEST(Resume, ThreadsAreFree) {
  const auto whole = straight();
  for (const int threads : {1, 3}) {
    const Folder folder;
    {
      const sim::ThreadLimit limit(4 - threads);
      stand_at(folder, 11);
    }
    const sim::ThreadLimit limit(threads);
    EXPECT_EQ(resumed(folder), whole);
  }
}

TEST(Resume, WhatIsStoredIsFreeAndWholeFromTheFirstMonth) {
  const Folder one, other;
  stand_at(one, 13, {"outputs.variables=[arrivals]"});
  const auto digest = resumed(one);
  const auto scenario = tiny(with({}));
  EXPECT_EQ(run(scenario, options_of(scenario), other / "r.h5").digest, digest);
  const output::ResultReader got(one / "r.h5"), expected(other / "r.h5");
  const auto same = [](const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](double x, double y) {
             return x == y || (std::isnan(x) && std::isnan(y));
           });
  };
  EXPECT_EQ(got.names(), expected.names());
  for (const auto& name : expected.names())
    EXPECT_TRUE(same(got.read(name), expected.read(name))) << name;
  ASSERT_FALSE(expected.graph_moments().empty());
  EXPECT_EQ(got.graph_moments(), expected.graph_moments());
  for (const auto& moment : expected.graph_moments())
    EXPECT_EQ(got.graph(moment), expected.graph(moment));
}

TEST(Resume, ReplicatesMayBeAddedButNotTaken) {
  const Folder folder;
  stand_at(folder, 9);
  EXPECT_NE(refusal([&] { resumed(folder, {}, 2); }).find("3 replicates"), std::string::npos);
  EXPECT_EQ(resumed(folder, {}, 5), straight({"ensemble.replicates=5"}));
}

TEST(Resume, OfUncertainDrawsGoesOnWithTheSameValues) {
  const std::vector<std::string> drawn{"ensemble.draws=2", "ensemble.replicates=2"};
  const Folder folder;
  stand_at(folder, 10, drawn);
  EXPECT_EQ(resumed(folder, drawn, 2), straight(drawn));
}

TEST(Resume, AnotherScenarioIsRefusedByItsFirstValue) {
  const Folder folder;
  stand_at(folder, 5);
  EXPECT_NE(refusal([&] {
              resumed(folder, {"language.pass=0.61"});
            }).find("language.pass is 0.61 here, 0.7 there"),
            std::string::npos);
  EXPECT_NE(refusal([&] { resumed(folder, {"ensemble.seed=10"}); }).find("the seed is 10"),
            std::string::npos);
  EXPECT_NE(refusal([&] {
              resumed(folder, {"ensemble.references=[no_partnerships]"});
            }).find("ensemble.references"),
            std::string::npos);
  EXPECT_NE(refusal([&] { resumed(folder, {"horizon.start=2024-02"}); }).find("horizon.start"),
            std::string::npos);
}

TEST(Stop, KeepsWhatThereIsAndGoesOnFromThere) {
  const auto whole = straight();
  const Folder folder;
  const auto scenario = tiny(with({}));
  auto options = options_of(scenario);
  std::int64_t kept = 0;
  int stops = 0;
  // Each round goes on for a moment, stops, and the last one comes to the end.
  for (int round = 0; round < 200; ++round) {
    Progress progress;
    std::thread stopper([&] {
      while (progress.months_done < std::min<std::int64_t>(kept + 40, 270))
        std::this_thread::yield();
      progress.stop = true;
    });
    const auto summary = run_to_file(scenario, options, folder / "r.h5", progress);
    progress.months_done = 1000;
    stopper.join();
    if (!summary.stopped) {
      EXPECT_EQ(summary.digest, whole);
      break;
    }
    ASSERT_EQ(summary.checkpoint, folder / "r.ckpt.h5");
    EXPECT_FALSE(fs::exists(folder / "r.h5"));
    EXPECT_GE(summary.months_kept, kept);
    kept = summary.months_kept;
    options.resume = folder / "r.ckpt.h5";
    ++stops;
    if (kept == 270) {
      EXPECT_EQ(run(scenario, options, folder / "r.h5").digest, whole);
      break;
    }
  }
  EXPECT_GT(stops, 2);
  EXPECT_TRUE(fs::exists(folder / "r.h5"));
  EXPECT_FALSE(fs::exists(folder / "r.ckpt.h5"));
}

TEST(Stop, ACheckpointThatHadComeFurtherStays) {
  const Folder folder;
  stand_at(folder, 20);
  const auto scenario = tiny(with({}));
  const auto options = options_of(scenario);
  Progress progress;
  progress.stop = true;
  const auto before = fs::last_write_time(folder / "r.ckpt.h5");
  const auto summary = run_to_file(scenario, options, folder / "r.h5", progress);
  EXPECT_TRUE(summary.is_checkpoint_older);
  EXPECT_EQ(fs::last_write_time(folder / "r.ckpt.h5"), before);
}

TEST(Checkpoint, OfAnotherRunIsNotReplacedWithoutForce) {
  const Folder folder;
  stand_at(folder, 5);
  const auto other = tiny(with({"language.pass=0.61"}));
  auto options = options_of(other);
  EXPECT_NE(refusal([&] { run(other, options, folder / "r.h5"); }).find("of another run"),
            std::string::npos);
  options.force = true;
  EXPECT_FALSE(run(other, options, folder / "r.h5").digest.empty());
}

// The lever raises what the offices can do, so it shows.
const std::vector<std::string> late_lever{
    "levers.late={lever: recognition.staff, strength: -0.9, start: 2025-03}"};

std::string branched(const Folder& folder, const std::vector<std::string>& overrides) {
  const auto scenario = tiny(with(overrides));
  auto options = options_of(scenario);
  options.branch = folder / "r.ckpt.h5";
  return run(scenario, options, folder / "branch.h5").digest;
}

TEST(Branch, OfTheSameScenarioIsTheStraightRun) {
  const Folder folder;
  stand_at(folder, 12);
  EXPECT_EQ(branched(folder, {}), straight());
}

TEST(Branch, WithALeverThatStartsLaterIsTheStraightRunOfThatScenario) {
  const Folder folder;
  stand_at(folder, 12);
  const auto expected = straight(late_lever);
  EXPECT_NE(expected, straight());
  EXPECT_EQ(branched(folder, late_lever), expected);
}

TEST(Branch, AppliesItsOwnValuesFromItsMonthOn) {
  const Folder folder;
  stand_at(folder, 12);
  const auto digest = branched(folder, {"language.pass=0.61"});
  EXPECT_NE(digest, straight());
  EXPECT_NE(digest, straight({"language.pass=0.61"}));
  const output::ResultReader file(folder / "branch.h5");
  EXPECT_EQ(file.shape("stock")[2], 30U);
}

TEST(Branch, AnotherStructureIsToldByName) {
  const Folder folder;
  stand_at(folder, 12);
  const auto told = [&](const std::string& change) {
    return refusal([&] { branched(folder, {change}); });
  };
  EXPECT_NE(told("pool.multiplicity=250").find("pool.multiplicity"), std::string::npos);
  EXPECT_NE(told("origins.BIH.nursing.stock=99").find("origins.BIH.nursing.stock"),
            std::string::npos);
  EXPECT_NE(told("ensemble.seed=4").find("seed"), std::string::npos);
  EXPECT_NE(told("ensemble.replicates=4").find("3 replicates"), std::string::npos);
}

TEST(Branch, AReferenceThatWasNotRunIsToldByName) {
  const Folder folder;
  stand_at(folder, 12, {"ensemble.references=[no_partnerships]"});
  EXPECT_NE(refusal([&] { branched(folder, {}); }).find("pilots_as_today"), std::string::npos);
  EXPECT_EQ(branched(folder, {"ensemble.references=[]"}), straight({"ensemble.references=[]"}));
}

TEST(Bisect, EqualRunsHaveNoDifference) {
  const Folder folder;
  stand_at(folder, 8);
  stand_at(folder, 14, {}, "s.h5");
  const output::CheckpointReader one(folder / "r.ckpt.h5"), other(folder / "s.ckpt.h5");
  const auto found = bisect(one, other);
  EXPECT_FALSE(found.unit);
  EXPECT_EQ(found.months_compared, 8);
}

TEST(Bisect, NamesTheMonthALeverBeginsToAct) {
  const Folder folder;
  stand_at(folder, 20);
  stand_at(folder, 20, late_lever, "s.h5");
  const output::CheckpointReader one(folder / "r.ckpt.h5"), other(folder / "s.ckpt.h5");
  const auto found = bisect(one, other);
  ASSERT_TRUE(found.unit);
  EXPECT_TRUE(found.parameter);
  EXPECT_EQ(found.month, 15);  // March of the second year
  ASSERT_TRUE(found.state);
  EXPECT_FALSE(found.state->entity.empty());
  EXPECT_NE(found.state->one, found.state->other);
  EXPECT_FALSE(found.is_in_files_alone);
}

/// The same checkpoint with one number of one array changed, as a machine that erred would leave.
void err(const fs::path& from, const fs::path& to, const std::string& name, std::size_t at) {
  const output::CheckpointReader reader(from);
  output::CheckpointWriter writer(to, reader.head(), reader.units());
  for (std::size_t unit = 0; unit < reader.units().size(); ++unit) {
    auto bytes = reader.read(unit);
    sim::Archive state;
    ASSERT_TRUE(sim::decode(bytes, state));
    for (auto& array : state) {
      if (unit == 1 && array.name == name)
        array.bytes.at(at * sim::bytes_of(array.type)) ^= std::byte{1};
    }
    writer.append(sim::encode(state));
  }
  writer.commit();
}

TEST(Bisect, NamesTheEntityAndFieldThatAMachineGotWrong) {
  const Folder folder;
  stand_at(folder, 9);
  const output::CheckpointReader one(folder / "r.ckpt.h5");
  const std::vector<std::array<std::string, 2>> cases{
      {"persons.stage", "person BIH/nursing, "},
      {"pools.cumulative", "pool BIH/nursing, "},
      {"origins.wage", "market at the origin BIH/nursing"},
      {"offices.served", "office "},
      {"origins.applications", "market at the origin BIH/nursing"},
      {"employers.open", "establishment 0"},
      {"partnerships.trust", "partnership "}};
  for (const auto& [field, entity] : cases) {
    err(folder / "r.ckpt.h5", folder / "wrong.ckpt.h5", field, 0);
    const output::CheckpointReader other(folder / "wrong.ckpt.h5");
    const auto found = bisect(one, other);
    ASSERT_TRUE(found.unit) << field;
    EXPECT_EQ(found.world, "pilots_as_today");
    EXPECT_EQ(found.month, 9);
    EXPECT_TRUE(found.is_in_files_alone);
    ASSERT_TRUE(found.state) << field;
    EXPECT_EQ(found.state->field, field);
    EXPECT_TRUE(found.state->entity.starts_with(entity)) << found.state->entity;
  }
}

/// The same checkpoint with other entries and states, and checksums that fit them.
void forge(const fs::path& from, const fs::path& to,
           const std::function<void(output::CheckpointHead&)>& change_head,
           const std::function<void(std::size_t, sim::Archive&)>& change_state) {
  const output::CheckpointReader reader(from);
  auto head = reader.head();
  change_head(head);
  auto units = reader.units();
  std::vector<std::vector<std::byte>> states;
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    sim::Archive state;
    ASSERT_TRUE(sim::decode(reader.read(unit), state));
    change_state(unit, state);
    states.push_back(sim::encode(state));
    units[unit].bytes = states.back().size();
  }
  output::CheckpointWriter writer(to, head, units);
  for (const auto& state : states) writer.append(state);
  writer.commit();
}

class Forged : public testing::Test {
 protected:
  Forged() { stand_at(folder, 28, single); }

  /// What a run that goes on from the forged checkpoint says; empty if it comes to its end.
  std::string told() {
    const auto scenario = tiny(with(single));
    auto options = options_of(scenario);
    options.resume = folder / "forged.ckpt.h5";
    options.force = true;
    try {
      run(scenario, options, folder / "s.h5");
    } catch (const sim::StorageError& error) {
      return error.what();
    }
    return "";
  }
  void forge_state(const std::string& name, const std::function<void(sim::NamedArray&)>& change) {
    forge(
        folder / "r.ckpt.h5", folder / "forged.ckpt.h5", [](auto&) {},
        [&](std::size_t unit, sim::Archive& state) {
          for (auto& array : state) {
            if (unit == 0 && array.name == name) change(array);
          }
        });
  }
  void forge_entry(const std::string& name, const std::string& text) {
    forge(
        folder / "r.ckpt.h5", folder / "forged.ckpt.h5", [&](auto& head) { head[name] = text; },
        [](std::size_t, sim::Archive&) {});
  }
  const std::vector<std::string> single{"ensemble.references=[]", "ensemble.replicates=1"};
  Folder folder;
};

TEST_F(Forged, StatesAreRefusedByWorldAndArray) {
  constexpr std::size_t words = 8;
  const auto all_bits = [](sim::NamedArray& array) {
    std::fill_n(array.bytes.begin(), sim::bytes_of(array.type), std::byte{255});
  };
  for (const std::string name :
       {"persons.stage", "persons.cell", "persons.employer", "partnerships.type", "month",
        "destination.bag", "employers.adopted", "pools.survival", "origins.employed",
        "partnerships.count", "persons.key.count", "offices.anonymous.count"}) {
    forge_state(name, [&](sim::NamedArray& array) {
      all_bits(array);
      // Not every pattern of bits stands for "none".
      if (array.bytes.size() >= words && name == "persons.employer") array.bytes[0] = std::byte{1};
    });
    const auto said = told();
    EXPECT_NE(said.find("the checkpoint is damaged: the state of draw 0, replicate 0, world 0: "),
              std::string::npos)
        << name << ": " << said;
    EXPECT_NE(said.find("\n  next: "), std::string::npos);
  }
}

TEST_F(Forged, HistoriesAndGraphsAreRefused) {
  forge_state("history",
              [](sim::NamedArray& array) { array.bytes.resize(array.bytes.size() / 2); });
  EXPECT_NE(told().find("history has other months or tallies"), std::string::npos);
  forge(
      folder / "r.ckpt.h5", folder / "forged.ckpt.h5", [](auto&) {},
      [](std::size_t, sim::Archive& state) {
        for (auto& array : state) {
          if (array.name == "graphs.years.targets" && !array.bytes.empty())
            array.bytes[2] = std::byte{255};
        }
      });
  EXPECT_NE(told().find("graphs are no yearly graphs"), std::string::npos);
}

TEST_F(Forged, EntriesAreRefusedByName) {
  const std::vector<std::array<std::string, 2>> cases{
      {"replicates", "-3"},
      {"replicates", "99999999999999999999"},
      {"worlds", "1000000000"},
      {"months", "0"},
      {"horizon", "x"},
      {"draws", "-1"},
      {"start", "2024-13"},
      {"checkpoint_every", ""},
      {"seed", "-1"},
      {"parameters_0", "nonsense"},
      {"parameters_0", "number migration.hazard nan\n"}};
  for (const auto& [name, text] : cases) {
    forge_entry(name, text);
    const auto said = told();
    EXPECT_NE(said.find("is damaged: its entry " + name), std::string::npos) << name << said;
  }
}

TEST_F(Forged, AnyNumberOfAnyStateIsRefusedOrGoesOn) {
  std::uint64_t chance = 88172645463325252U;
  const auto below = [&](std::size_t count) {
    chance ^= chance << 13U, chance ^= chance >> 7U, chance ^= chance << 17U;
    return static_cast<std::size_t>(chance % count);
  };
  int refused = 0;
  constexpr int tries = 25;
  for (int number = 0; number < tries; ++number) {
    forge(
        folder / "r.ckpt.h5", folder / "forged.ckpt.h5", [](auto&) {},
        [&](std::size_t, sim::Archive& state) {
          auto& array = state[below(state.size())];
          if (!array.bytes.empty())
            array.bytes[below(array.bytes.size())] ^= static_cast<std::byte>(1U << below(8));
        });
    refused += told().empty() ? 0 : 1;
  }
  EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace skillscale::experiments
