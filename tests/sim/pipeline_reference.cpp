#include "tests/sim/pipeline_reference.h"

#include <algorithm>
#include <tuple>

namespace skillscale::bench {

PipelineReference::PipelineReference(std::uint32_t persons, sim::Month months,
                                     const sim::Draws& draws, const PipelineRules& rules)
    : draws_(draws),
      rules_(rules),
      stays_(rules, months),
      persons_(persons),
      waits_(persons),
      skills_(persons),
      vacancies_(persons / rules.persons_per_employer, rules.vacancies_per_employer) {
  for (std::uint32_t n = 0; n < persons; ++n) {
    persons_[n] = {State::Pool, static_cast<std::uint8_t>(n % origin_count), nobody, 0, 0, 0, 0};
    const double u = draws_.uniform({key(n), 0, purpose(PipelineDraw::Age)});
    persons_[n].age = static_cast<float>(20.0 + 20.0 * u);
  }
}

/// Adds up the hazards since the wait began and compares them with its budget.
bool PipelineReference::wait_is_over(std::uint32_t n) const {
  const Wait& wait = waits_[n];
  const auto months = static_cast<std::size_t>(now_ - wait.began + 1);
  const double budget = draws_.exponential(
      {key(n), static_cast<std::uint32_t>(wait.began), purpose(PipelineDraw::Stay)});
  if (persons_[n].state != State::Employed) {
    return static_cast<double>(months) * stays_.hazard(persons_[n].state) >= budget;
  }
  const double before = stays_.employed_hazard(wait.employed_before);
  return stays_.employed_hazard(wait.employed_before + months) >= before + budget;
}

void PipelineReference::enter(std::uint32_t n, State state) {
  persons_[n].state = state;
  persons_[n].months_in_state = -1;  // the first whole month is the next one
  waits_[n].began = now_ + 1;
  waits_[n].entered = now_ + 1;
}

void PipelineReference::learn(std::uint32_t n) {
  const sim::Month month = now_ - waits_[n].entered;
  const auto bits =
      draws_.bits({key(n), static_cast<std::uint32_t>(waits_[n].entered),
                   purpose(PipelineDraw::Skill), static_cast<std::uint16_t>(month / 2)});
  skills_[n] += sim::unit_of_bits(bits[static_cast<std::size_t>(month % 2)]);
}

void PipelineReference::step() {
  std::vector<std::uint32_t> applicants;
  std::vector<std::int64_t> vacancies_next = vacancies_;
  for (std::uint32_t n = 0; n < persons_.size(); ++n) {
    PersonView& person = persons_[n];
    if (person.state == State::Language) learn(n);
    if (!wait_is_over(n)) continue;
    const auto bits = draws_.bits(
        {key(n), static_cast<std::uint32_t>(waits_[n].began), purpose(PipelineDraw::Stay)});
    const State next = stays_.next(person.state, sim::unit_of_bits(bits[1]));
    if (person.state == State::Recognition) {
      applicants.push_back(n);
      continue;
    }
    if (person.state == State::Language) {
      person.skill += static_cast<float>(rules_.most_skill_per_month * skills_[n]);
      skills_[n] = 0.0;
    }
    if (person.state == State::Employed) {
      waits_[n].employed_before += static_cast<std::size_t>(now_ + 1 - waits_[n].entered);
      ++vacancies_next[person.employer];
      person.employer = nobody;
    }
    enter(n, next);
  }
  vacancies_ = vacancies_next;
  hire(applicants);
  ++now_;
  for (std::uint32_t n = 0; n < persons_.size(); ++n) {
    ++persons_[n].months_in_state;
    const auto abroad = persons_[n].state == State::Employed ? persons_[n].months_in_state : 0;
    persons_[n].integration = static_cast<float>(
        stays_.integration(waits_[n].employed_before + static_cast<std::size_t>(abroad)));
  }
}

void PipelineReference::hire(std::vector<std::uint32_t> applicants) {
  const auto bits = [&](std::uint32_t n) {
    return draws_.bits({key(n), static_cast<std::uint32_t>(now_), purpose(PipelineDraw::Employer)});
  };
  const auto order = [&](std::uint32_t n) {
    return std::tuple(waits_[n].entered, bits(n)[1], key(n));
  };
  std::sort(applicants.begin(), applicants.end(),
            [&](std::uint32_t a, std::uint32_t b) { return order(a) < order(b); });
  for (const std::uint32_t n : applicants) {
    const double place = sim::unit_of_bits(bits(n)[0]) * static_cast<double>(vacancies_.size());
    const auto employer = static_cast<std::uint32_t>(place);
    if (vacancies_[employer] > 0) {
      --vacancies_[employer];
      persons_[n].employer = employer;
      enter(n, State::Employed);
    } else {
      waits_[n].began = now_ + 1;
    }
  }
}

std::vector<std::int64_t> PipelineReference::counts() const {
  std::vector<std::int64_t> counts(cell_count);
  for (const PersonView& person : persons_) ++counts[cell_of(person.state, person.origin)];
  return counts;
}

}  // namespace skillscale::bench
