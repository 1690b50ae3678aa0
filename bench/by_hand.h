// The same pipeline as one columnar loop without our kernel: the yardstick for its speed.
//
// Draws come from Philox4x32-10 in blocks of persons, one block of bits a person and month, in a
// loop the compiler vectorises. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "bench/pipeline.h"

namespace skillscale::bench {

class ByHand {
 public:
  ByHand(std::uint32_t persons, std::uint64_t seed, const PipelineRules& rules = {});

  /// One month.
  void step();
  /// Persons per (state, origin) after the last step, see cell_of.
  const std::array<std::int64_t, cell_count>& counts() const { return counts_; }

 private:
  static constexpr std::size_t block = 1024;
  using Words = std::array<std::uint32_t, block>;

  void step_block(std::size_t first, std::size_t rows);
  void step_person(std::size_t row, std::size_t place);
  void count();

  PipelineRules rules_;
  std::uint64_t seed_;
  std::uint32_t month_ = 0;
  std::vector<std::uint8_t> state_;
  std::vector<std::uint8_t> origin_;
  std::vector<float> age_;
  std::vector<float> skill_;
  std::vector<float> integration_;
  std::vector<std::uint32_t> employer_;
  std::vector<std::uint16_t> months_in_state_;
  std::vector<std::int32_t> vacancies_;
  Words change_{};  // random words of the block: one for exits, one for skill, one for the employer
  Words gain_{};
  Words choice_{};
  std::array<std::uint8_t, block> marks_{};  // who may move
  std::array<std::int64_t, cell_count> counts_{};
};

}  // namespace skillscale::bench
