#include "tests/verification/flows.h"

#include <functional>
#include <optional>

#include "models/destination_market.h"

namespace skillscale::verification {
namespace {

using models::Row;
using models::Stage;
using models::Step;
using models::Tally;
using models::World;

bool is_at(const World& w, Row row, Step step) {
  return w.persons.step[row] == static_cast<std::uint8_t>(step);
}

/// Office of which a person in this stage may wait for a token or hold a place.
std::optional<std::size_t> office_of(const World& w, Row row) {
  const std::size_t origin = w.persons.cell[row] / w.occupations(),
                    occupation = w.persons.cell[row] % w.occupations();
  switch (w.persons.stage_of(row)) {
    case Stage::Language:
      return w.language_office(origin);
    case Stage::Recognition:
      return w.recognition_office(occupation);
    case Stage::Visa:
      if (is_at(w, row, Step::Housing))
        return w.housing_office(
            models::land_of_employer(w, w.persons.employer[row], sim::Key{w.persons.key[row]}));
      return w.visa_office(origin);
    case Stage::Matching:
      return w.placement_office();
    case Stage::Adaptation:
      return is_at(w, row, Step::Before) ? w.recognition_office(occupation)
                                         : w.bridging_office(occupation);
    default:
      return std::nullopt;
  }
}

bool is_in_line(const World& w, Row row) {
  const auto& p = w.persons;
  if (w.tables.is_constant[p.stage[row]] || p.due[row] == models::no_month) return false;
  if (p.stage_of(row) == Stage::Matching) return p.employer[row] == models::no_employer;
  const bool has_file_in_line = p.stage_of(row) == Stage::Adaptation && is_at(w, row, Step::Before);
  return is_at(w, row, Step::Waiting) || is_at(w, row, Step::Housing) || has_file_in_line;
}

std::vector<std::int64_t> sum_by_office(const World& w, bool (*counts)(const World&, Row),
                                        const std::function<std::int64_t(Row)>& amount) {
  std::vector<std::int64_t> sums(w.offices.size());
  for (Row row = 0; row < w.persons.size(); ++row) {
    const auto office = office_of(w, row);
    if (office && counts(w, row)) sums[*office] += amount(row);
  }
  return sums;
}

bool is_on_a_place(const World& w, Row row) {
  const auto& p = w.persons;
  const bool course = p.stage_of(row) == Stage::Language || p.stage_of(row) == Stage::Adaptation;
  return course && !w.tables.is_constant[p.stage[row]] &&
         p.step[row] == static_cast<std::uint8_t>(Step::InWork);
}

}  // namespace

bool is_final(const World& world, Stage stage) {
  if (stage == Stage::Returned) return world.now.on.circular == 0;
  return stage == Stage::Onward || stage == Stage::HomeTrack || stage == Stage::Left;
}

FlowCheck::FlowCheck(const World& start) : stock_(start.layout.size(Tally::Stock)) {
  const auto& p = start.persons;
  for (Row row = 0; row < p.size(); ++row) {
    ++stock_[start.layout.of_cell(Tally::Stock, p.cell[row], p.type[row], p.stage[row]) -
             start.layout.first(Tally::Stock)];
  }
}

void FlowCheck::add_month(const World& w) {
  const auto cells = w.tally.cells();
  for (std::size_t i = 0; i < stock_.size(); ++i) {
    const auto at = [&](Tally tally) { return cells[w.layout.first(tally) + i]; };
    const auto stage = static_cast<Stage>(i % models::stage_count);
    const bool joins_pool = is_final(w, stage) && stage != Stage::Onward && w.now.on.pool != 0;
    const std::int64_t expected =
        joins_pool ? 0 : stock_[i] + at(Tally::Entered) - at(Tally::Completed) - at(Tally::Dropped);
    violations_ += expected == at(Tally::Stock) ? 0 : 1;
    ++checked_;
    stock_[i] = at(Tally::Stock);
  }
}

std::vector<std::int64_t> persons_in_line(const World& w) {
  return sum_by_office(w, is_in_line, [](Row) { return 1; });
}

std::vector<std::int64_t> months_waited_by_those_in_line(const World& w) {
  return sum_by_office(w, is_in_line, [&](Row row) { return w.month - w.persons.due[row]; });
}

std::vector<std::int64_t> persons_on_places(const World& w) {
  return sum_by_office(w, is_on_a_place, [](Row) { return 1; });
}

}  // namespace skillscale::verification
