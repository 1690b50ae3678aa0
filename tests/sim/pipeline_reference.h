// The six-state pipeline, slow and readable: every person is looked at every month.
//
// The same draws at the same addresses as bench/pipeline.h, but no calendar, no blocks, no request
// book and no tallies. The fast model must agree with it bit for bit.
#pragma once

#include <map>
#include <vector>

#include "bench/pipeline.h"

namespace skillscale::bench {

class PipelineReference {
 public:
  PipelineReference(std::uint32_t persons, sim::Month months, const sim::Draws& draws,
                    const PipelineRules& rules);

  void step();
  std::vector<std::int64_t> counts() const;
  const std::vector<PersonView>& persons() const { return persons_; }

 private:
  struct Wait {
    sim::Month began = 0;    // month in which the budget was drawn
    sim::Month entered = 0;  // first month in the state
    std::size_t employed_before = 0;
  };

  sim::Key key(std::uint32_t n) const { return sim::make_key(persons_[n].origin, 0, n); }
  bool wait_is_over(std::uint32_t n) const;
  void enter(std::uint32_t n, State state);
  void learn(std::uint32_t n);
  void hire(std::vector<std::uint32_t> applicants);

  sim::Draws draws_;
  PipelineRules rules_;
  StayRules stays_;
  sim::Month now_ = 0;
  std::vector<PersonView> persons_;
  std::vector<Wait> waits_;
  std::vector<double> skills_;
  std::vector<std::int64_t> vacancies_;
};

}  // namespace skillscale::bench
