#include <gmock/gmock.h>

#include <thread>

#include "output/result_file.h"
#include "output/verify.h"
#include "sim/error.h"
#include "tests/output/sample.h"

namespace skillscale::output {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ResultFile, GivesBackItsLayout) {
  const Folder folder;
  write_sample(folder / "r.h5");
  Layout expected = sample_layout();
  expected.extra_attributes["wall_time_s"] = "1.5";
  expected.extra_attributes["threads"] = "2";
  const ResultReader reader(folder / "r.h5");
  EXPECT_EQ(reader.layout(), expected);
  EXPECT_EQ(reader.effective_yaml(), expected.provenance.effective_yaml);
  EXPECT_EQ(reader.attributes().at("seed"), "18446744073709551615");
  EXPECT_THAT(verify(folder / "r.h5"), IsEmpty());
}

TEST(ResultFile, GivesBackEveryValue) {
  const Folder folder;
  write_sample(folder / "r.h5");
  const Layout layout = sample_layout();
  const ResultReader reader(folder / "r.h5");
  for (std::size_t variable = 0; variable < layout.variables.size(); ++variable) {
    SCOPED_TRACE(layout.variables[variable].name);
    std::vector<double> expected;
    for (int draw = 0; draw < layout.draws; ++draw) {
      for (int replicate = 0; replicate < layout.replicates; ++replicate) {
        const auto values = sample_values(layout, draw, replicate, 0, variable);
        expected.insert(expected.end(), values.begin(), values.end());
      }
    }
    EXPECT_THAT(reader.read(layout.variables[variable].name),
                testing::Pointwise(testing::NanSensitiveDoubleEq(), expected));
  }
}

TEST(ResultFile, NamesItsDimensionsEvenOfEqualLength) {
  const Folder folder;
  write_sample(folder / "r.h5");
  const ResultReader reader(folder / "r.h5");
  EXPECT_THAT(reader.dimensions("wait"),
              ElementsAre("draw", "replicate", "month", "origin", "party"));
  EXPECT_THAT(reader.dimensions("net_gain_difference"),
              ElementsAre("reference", "draw", "replicate", "party"));
  EXPECT_THAT(reader.shape("persons_difference_quantile"), ElementsAre(2, 3, 14, 2, 3));
  EXPECT_THAT(reader.labels("party"), ElementsAre("Migrant", "Träger"));
  EXPECT_THAT(reader.labels("reference"), ElementsAre("pilots_as_today", "no_partnerships"));
  EXPECT_THAT(reader.labels("quantile"), ElementsAre("0.05", "0.5", "0.95"));
  EXPECT_EQ(reader.labels("month").front(), "2024-11");
}

TEST(ResultFile, ReadsABox) {
  const Folder folder;
  write_sample(folder / "r.h5");
  const ResultReader reader(folder / "r.h5");
  const std::vector<std::size_t> start{1, 2, 3};
  const std::vector<std::size_t> count{1, 1, 2};
  EXPECT_THAT(reader.read("backlog", start, count),
              ElementsAre(sample_value(1, 2, 0, 4, 3), sample_value(1, 2, 0, 4, 4)));
  const std::vector<std::size_t> outside{1, 3, 3};
  EXPECT_THROW(reader.read("backlog", outside, count), sim::BugError);
}

TEST(ResultFile, KeepsDigestsInOrderAndTheirTotal) {
  const Folder folder;
  write_sample(folder / "r.h5");
  const Layout layout = sample_layout();
  std::vector<DigestWords> expected;
  for (int draw = 0; draw < layout.draws; ++draw) {
    for (int replicate = 0; replicate < layout.replicates; ++replicate) {
      for (int world = 0; world < 3; ++world) {
        expected.push_back(sample_digest(draw, replicate, world));
      }
    }
  }
  const ResultReader reader(folder / "r.h5");
  EXPECT_EQ(reader.digests(), expected);
  EXPECT_EQ(reader.digest(), digest_hex(total_digest(expected)));
  std::swap(expected.front(), expected.back());
  EXPECT_NE(reader.digest(), digest_hex(total_digest(expected)));
}

TEST(ResultFile, WithoutReferencesHasNoDifferences) {
  const Folder folder;
  Layout layout = sample_layout();
  layout.worlds = {"scenario"};
  ResultWriter writer(folder / "r.h5", layout);
  fill(writer, layout);
  writer.finish();
  const ResultReader reader(folder / "r.h5");
  EXPECT_TRUE(reader.has("persons_quantile"));
  EXPECT_FALSE(reader.has("persons_difference"));
  EXPECT_FALSE(reader.has("persons_reference_quantile"));
  EXPECT_EQ(reader.layout(), layout);
  EXPECT_THAT(verify(folder / "r.h5"), IsEmpty());
}

TEST(ResultFile, TakesEmptyAxesAndNoQuantiles) {
  const Folder folder;
  Layout layout = sample_layout();
  layout.axes[1].labels.clear();
  layout.quantiles.clear();
  layout.provenance.sources.clear();
  ResultWriter writer(folder / "r.h5", layout);
  fill(writer, layout);
  writer.finish();
  const ResultReader reader(folder / "r.h5");
  EXPECT_THAT(reader.read("wait"), IsEmpty());
  EXPECT_FALSE(reader.has("persons_quantile"));
  EXPECT_EQ(reader.layout(), layout);
  EXPECT_THAT(verify(folder / "r.h5"), IsEmpty());
}

TEST(ResultFile, MayBeFilledByManyThreads) {
  const Folder folder;
  const Layout layout = sample_layout();
  ResultWriter writer(folder / "threads.h5", layout);
  std::vector<std::thread> threads;
  for (int member = 0; member < 6; ++member) {
    threads.emplace_back([&writer, &layout, member] {
      for (int world = 0; world < 3; ++world) {
        writer.put_digest(member / 3, member % 3, world,
                          sample_digest(member / 3, member % 3, world));
        for (std::size_t variable = 0; variable < layout.variables.size(); ++variable) {
          writer.put(member / 3, member % 3, world, variable,
                     sample_values(layout, member / 3, member % 3, world, variable));
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  writer.finish();
  write_sample(folder / "serial.h5");
  const ResultReader threaded(folder / "threads.h5");
  const ResultReader serial(folder / "serial.h5");
  EXPECT_EQ(threaded.digest(), serial.digest());
  for (const auto& name : serial.names()) {
    EXPECT_THAT(threaded.read(name),
                testing::Pointwise(testing::NanSensitiveDoubleEq(), serial.read(name)))
        << name;
  }
}

TEST(ResultFile, NamesWhatItHasWhenAskedForSomethingElse) {
  const Folder folder;
  write_sample(folder / "r.h5");
  const ResultReader reader(folder / "r.h5");
  EXPECT_THAT(fault_of<sim::InputError>([&] { reader.read("person"); }), HasSubstr("persons"));
  EXPECT_FALSE(reader.has("month"));
}

TEST(ResultWriter, RefusesWrongValues) {
  const Folder folder;
  const Layout layout = sample_layout();
  ResultWriter writer(folder / "r.h5", layout);
  const std::vector<double> one{1.0};
  const std::vector<double> half{0.5};
  EXPECT_THROW(writer.put(0, 0, 0, 3, half), sim::BugError) << "a fraction where whole";
  EXPECT_THROW(writer.put(0, 0, 0, 0, one), sim::BugError) << "too few values";
  EXPECT_THROW(writer.put(2, 0, 0, 3, one), sim::BugError) << "no such draw";
  EXPECT_THROW(writer.put(0, 0, 3, 3, one), sim::BugError) << "no such world";
  EXPECT_THROW(writer.put(0, 0, 0, 9, one), sim::BugError) << "no such variable";
  writer.put(0, 0, 0, 3, one);
  EXPECT_THROW(writer.put(0, 0, 0, 3, one), sim::BugError) << "put twice";
  EXPECT_THAT(fault_of<sim::BugError>([&] { writer.finish(); }), HasSubstr("missing"));
}

}  // namespace
}  // namespace skillscale::output
