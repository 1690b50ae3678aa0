// Headlines of an ensemble that is still running, from the runs that are done.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <vector>

#include "experiments/ensemble.h"
#include "experiments/worlds.h"

namespace skillscale::server {

/// What is known after some runs.
struct Picture {
  std::size_t runs = 0;
  bool is_last = false;  ///< all runs are in it
  std::vector<experiments::Headline> headlines;
};

/// Any thread. Keeps the totals of every run, no monthly values.
class Gathering {
 public:
  /// @param runs  draws times replicates
  Gathering(experiments::WorldSet worlds, std::size_t runs)
      : worlds_(std::move(worlds)), records_(runs) {}

  /// Takes a run that is done. A picture where the number of runs has grown by seven tenths since
  /// the last one, the first after one run and the last with all, as in the page's live model.
  std::optional<Picture> add(std::size_t run, const std::vector<experiments::WorldRecord>& records);

 private:
  Picture picture() const;

  experiments::WorldSet worlds_;
  mutable std::mutex mutex_;
  std::vector<std::vector<experiments::WorldRecord>> records_;
  std::size_t count_ = 0, shown_ = 0;
};

}  // namespace skillscale::server
