#include <gmock/gmock.h>

#include "output/result_file.h"
#include "sim/error.h"
#include "tests/output/sample.h"

namespace skillscale::output {
namespace {

TEST(Graph, SnapshotsComeBackByMoment) {
  const Folder folder;
  write_sample(folder / "r.h5");
  const ResultReader reader(folder / "r.h5");
  EXPECT_THAT(reader.graph_moments(),
              testing::ElementsAre(GraphMoment{0, 0, 0, 2024}, GraphMoment{0, 0, 0, 2025}));
  EXPECT_EQ(reader.graph({0, 0, 0, 2024}), sample_graph(4));
  EXPECT_EQ(reader.graph({0, 0, 0, 2025}), sample_graph(7));
  EXPECT_THROW(reader.graph({0, 0, 1, 2025}), sim::InputError);
}

TEST(Graph, OfNoNodesIsKept) {
  const Folder folder;
  const Layout layout = sample_layout();
  ResultWriter writer(folder / "r.h5", layout);
  fill(writer, layout);
  GraphSnapshot empty;
  empty.row_offsets = {0};
  writer.put_graph(1, 2, 2, 2024, empty);
  writer.finish();
  const ResultReader reader(folder / "r.h5");
  EXPECT_EQ(reader.graph({1, 2, 2, 2024}), empty);
  EXPECT_EQ(reader.graph({0, 0, 0, 2025}), sample_graph(7));
}

TEST(Graph, ThatDoesNotFitIsRefused) {
  const Folder folder;
  ResultWriter writer(folder / "r.h5", sample_layout());
  GraphSnapshot graph = sample_graph(3);
  graph.targets[0] = 3;
  EXPECT_THROW(writer.put_graph(0, 0, 0, 2024, graph), sim::BugError);
  graph = sample_graph(3);
  graph.trust.pop_back();
  EXPECT_THROW(writer.put_graph(0, 0, 0, 2024, graph), sim::BugError);
  writer.put_graph(0, 0, 0, 2024, sample_graph(3));
  EXPECT_THROW(writer.put_graph(0, 0, 0, 2024, sample_graph(3)), sim::BugError);
}

}  // namespace
}  // namespace skillscale::output
