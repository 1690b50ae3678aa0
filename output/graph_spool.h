// Collects graph snapshots on disk and writes them into /graph in the order of their moments.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "output/graph_snapshot.h"
#include "output/netcdf_writer.h"
#include "output/scratch_file.h"

namespace skillscale::output {

/// One thread at a time.
class GraphSpool {
 public:
  GraphSpool(const std::filesystem::path& folder, std::string shown);

  /// @throws BugError  if the arrays do not fit each other or the moment was put before
  void put(const GraphMoment& moment, const GraphSnapshot& graph);

  /// Writes the group: all snapshots one after the other along the dimensions node, row and edge
  /// (contiguous ragged arrays), with the counts of each along the dimension snapshot. Nothing
  /// without snapshots.
  void write(NetcdfWriter& file) const;

 private:
  struct Entry {
    std::uint64_t offset = 0;
    std::size_t nodes = 0;
    std::size_t edges = 0;
  };

  GraphSnapshot load(const Entry& entry) const;

  ScratchFile scratch_;
  std::uint64_t end_ = 0;
  std::map<GraphMoment, Entry> entries_;
};

}  // namespace skillscale::output
