// The runs that an array of tasks was begun for: a file of the sweep that all its tasks read.
//
// Every task of N takes each N-th line. The lines stand in no order of the design, so that slow
// points fall to all tasks alike, and what was finished before is not in it, so that a lost part of
// an earlier array is shared by all tasks of the next one. Tasks need to know nothing of each
// other.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

#include "experiments/sweep/engine.h"
#include "experiments/sweep/store.h"

namespace skillscale::experiments::sweep {

class DueList {
 public:
  /// Lists units of one run each under a new name in the folder `due` of the store, or of one point
  /// each where the runs of a point decide on further ones. An equal last list is taken again.
  ///
  /// @return the file
  /// @throws sim::StorageError  if the disk fails
  static std::filesystem::path write(const Store& store, const std::vector<WorkUnit>& units);

  /// @throws sim::StorageError  if the file cannot be read or has a line that is no run
  explicit DueList(const std::filesystem::path& file);

  /// The line of a unit of one run; nothing if it is not in the list.
  std::optional<std::size_t> line_of(const WorkUnit& unit) const;

 private:
  struct Entry {
    std::size_t point = 0;
    int replicate = 0;
    std::size_t line = 0;
  };

  bool is_by_point_ = false;
  std::vector<Entry> entries_;  ///< by point and replicate
};

}  // namespace skillscale::experiments::sweep
