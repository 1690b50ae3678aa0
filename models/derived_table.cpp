// Monthly indicators that follow from tallies.
#include <limits>

#include "models/indicators.h"

namespace skillscale::models {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) { return whole > 0 ? part / whole : nothing; }

void mean_wait(const TallyLayout& layout, std::span<const std::int64_t> cells,
               std::span<double> out) {
  for (std::size_t a = 0; a < out.size(); ++a) {
    out[a] = ratio(static_cast<double>(cells[layout.at(Tally::WaitedMonths, a)]),
                   static_cast<double>(cells[layout.at(Tally::Served, a)]));
  }
}

/// Sum over types of a (origin, occupation, type, stage) tally at one stage.
double at_stage(const TallyLayout& layout, std::span<const std::int64_t> cells, std::size_t cell,
                Stage stage) {
  double sum = 0;
  for (std::size_t t = 0; t < partnership_type_count; ++t) {
    sum += static_cast<double>(
        cells[layout.of_cell(Tally::Stock, cell, t, static_cast<std::size_t>(stage))]);
  }
  return sum;
}

void mean_of(Tally tally, const TallyLayout& layout, std::span<const std::int64_t> cells,
             std::span<double> out) {
  for (std::size_t cell = 0; cell < out.size(); ++cell) {
    const double at_work = at_stage(layout, cells, cell, Stage::Employed) +
                           at_stage(layout, cells, cell, Stage::Adaptation);
    out[cell] = ratio(static_cast<double>(cells[layout.of_cell(tally, cell)]) * 1e-6, at_work);
  }
}
void mean_social(const TallyLayout& layout, std::span<const std::int64_t> cells,
                 std::span<double> out) {
  mean_of(Tally::SocialIntegration, layout, cells, out);
}
void mean_economic(const TallyLayout& layout, std::span<const std::int64_t> cells,
                   std::span<double> out) {
  mean_of(Tally::EconomicIntegration, layout, cells, out);
}
void balance(const TallyLayout& layout, std::span<const std::int64_t> cells,
             std::span<double> out) {
  for (std::size_t party = 0; party < out.size(); ++party) {
    std::int64_t received = 0;
    for (std::size_t other = 0; other < party_count; ++other) {
      received += cells[layout.at(Tally::Ledger, other, party)] -
                  cells[layout.at(Tally::Ledger, party, other)];
    }
    out[party] = static_cast<double>(received) * 0.01;
  }
}
void skilled_abroad(const TallyLayout& layout, std::span<const std::int64_t> cells,
                    std::span<double> out) {
  for (std::size_t cell = 0; cell < out.size(); ++cell)
    out[cell] = at_stage(layout, cells, cell, Stage::Employed);
}

constexpr DerivedRow derived[] = {
    {"waiting_months",
     "months",
     {Dim::Authority, Dim::None, Dim::None, Dim::None},
     "Mean whole months waited by those served this month.",
     mean_wait},
    {"mean_social_integration",
     "1",
     {Dim::Origin, Dim::Occupation, Dim::None, Dim::None},
     "Social integration of migrants at work, 0 to 1.",
     mean_social},
    {"mean_economic_integration",
     "1",
     {Dim::Origin, Dim::Occupation, Dim::None, Dim::None},
     "Economic integration of migrants at work, 0 to 1.",
     mean_economic},
    {"net_flow",
     "EUR/month",
     {Dim::Party, Dim::None, Dim::None, Dim::None},
     "Money received less money paid by the party; real cost arrives at resource.",
     balance},
    {"skilled_workers_abroad",
     "persons",
     {Dim::Origin, Dim::Occupation, Dim::None, Dim::None},
     "Migrants at work in the trained occupation, recognised.",
     skilled_abroad},
};

}  // namespace

std::span<const DerivedRow> derived_table() { return derived; }

}  // namespace skillscale::models
