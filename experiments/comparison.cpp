#include "experiments/comparison.h"

#include <algorithm>

#include "scenarios/document.h"

namespace skillscale::experiments {
namespace {

std::string multiplicity_of(const output::Layout& layout) {
  const auto found = layout.extra_attributes.find("pool_multiplicity");
  return found == layout.extra_attributes.end() ? "unknown" : found->second;
}

/// Parameter draws; a result of one draw and one of the stated values both have one on their axis.
std::string draws_of(const output::Layout& layout) {
  if (layout.draws > 1) return std::to_string(layout.draws);
  scenarios::Faults faults;
  const auto root = scenarios::parse_document(layout.provenance.effective_yaml, "", faults);
  const auto* ensemble = root ? root->find("ensemble") : nullptr;
  const auto* draws = ensemble == nullptr ? nullptr : ensemble->find("draws");
  return draws == nullptr ? "0" : draws->text;
}

std::size_t runs_of(const output::Layout& layout) {
  return static_cast<std::size_t>(layout.draws) * static_cast<std::size_t>(layout.replicates);
}

/// Every run of one side against equally many of the other, spread evenly over all.
void cross(std::size_t left, std::size_t right, Pairing& pairing) {
  constexpr std::size_t most_pairs = 250'000;
  const std::size_t shifts =
      std::clamp<std::size_t>(most_pairs / std::max<std::size_t>(left, 1), 1, right);
  for (std::size_t run = 0; run < left; ++run) {
    for (std::size_t shift = 0; shift < shifts; ++shift)
      pairing.runs.emplace_back(run, (run + shift * right / shifts) % right);
  }
}

std::string month_text(int months_since_year_0) {
  const int month = months_since_year_0 % 12 + 1;
  return std::to_string(months_since_year_0 / 12) + (month < 10 ? "-0" : "-") +
         std::to_string(month);
}

}  // namespace

Pairing pairing_of(const output::Layout& left, const output::Layout& right) {
  Pairing pairing;
  const auto expect_equal = [&](const char* what, const std::string& a, const std::string& b) {
    if (a != b) pairing.reasons.push_back(std::string(what) + " " + a + " and " + b);
  };
  expect_equal("seed", std::to_string(left.seed), std::to_string(right.seed));
  expect_equal("replicates", std::to_string(left.replicates), std::to_string(right.replicates));
  expect_equal("draws", draws_of(left), draws_of(right));
  expect_equal("horizon", horizon_words(left), horizon_words(right));
  expect_equal("multiplicity", multiplicity_of(left), multiplicity_of(right));
  expect_equal("random numbers", left.random_scheme, right.random_scheme);
  pairing.is_paired = pairing.reasons.empty();
  if (!pairing.is_paired) {
    cross(runs_of(left), runs_of(right), pairing);
    return pairing;
  }
  for (std::size_t run = 0; run < runs_of(left); ++run) pairing.runs.emplace_back(run, run);
  return pairing;
}

std::string horizon_words(const output::Layout& layout) {
  const int first = layout.start_year * 12 + layout.start_month - 1;
  return month_text(first - (layout.month_step - 1)) + " to " +
         month_text(first + (layout.months - 1) * layout.month_step);
}

std::vector<double> differences(const Pairing& pairing, std::span<const double> left,
                                std::span<const double> right) {
  std::vector<double> all;
  all.reserve(pairing.runs.size());
  for (const auto& [l, r] : pairing.runs) all.push_back(left[l] - right[r]);
  return all;
}

}  // namespace skillscale::experiments
