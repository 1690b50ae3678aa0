// The rows of one block, gathered by stage in the order of rows, so that a stage rule runs over all
// its persons in one go.
#pragma once

#include <array>
#include <span>

#include "models/person.h"
#include "sim/population.h"

namespace skillscale::models {

class StageLists {
 public:
  /// @param first, last  rows of one block; last is one past the end
  StageLists(const Persons& persons, std::size_t first, std::size_t last) {
    const std::uint8_t* stage = persons.stage.data();
    std::array<std::uint32_t, stage_count> next{};
    for (std::size_t row = first; row < last; ++row) ++next[stage[row]];
    std::uint32_t before = 0;
    for (std::size_t s = 0; s < stage_count; ++s) {
      begin_[s] = before;
      before += next[s];
      next[s] = begin_[s];
    }
    begin_[stage_count] = before;
    for (std::size_t row = first; row < last; ++row)
      rows_[next[stage[row]]++] = static_cast<Row>(row);
  }

  std::span<const Row> of(std::size_t stage) const {
    return {rows_.data() + begin_[stage], rows_.data() + begin_[stage + 1]};
  }

 private:
  std::array<std::uint32_t, stage_count + 1> begin_{};
  std::array<Row, sim::block_rows> rows_;
};

}  // namespace skillscale::models
