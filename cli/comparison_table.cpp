#include "cli/comparison_table.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/indicators.h"

namespace skillscale::cli {
namespace {

constexpr std::string_view gain_ending = "_gain", group_front = "gain_",
                           value_ending = "_present_value";

bool is_party_gain(const Quantity& q) {
  return !q.against.empty() && q.name.ends_with(gain_ending);
}
bool is_group_gain(const Quantity& q) {
  return !q.against.empty() && q.name.starts_with(group_front);
}
/// Told in words, run by run, because a difference of shares of runs or of least gains says little.
bool is_told_in_words(const Quantity& q) {
  return q.name == "triple_win" || q.name == "nobody_worse_off";
}

std::string party_of(const Quantity& q) {
  if (q.name.ends_with(gain_ending)) return q.name.substr(0, q.name.size() - gain_ending.size());
  return q.name.starts_with("gain_origin_") ? "origin" : "destination";
}

/// What one EUR of a party is on its gain's scale; NaN where nothing flows.
double scale_of(const std::vector<Quantity>& all, const std::string& party,
                const std::string& against) {
  Quantity like;
  like.span = "headline";
  like.against = against;
  like.name = party + std::string(gain_ending);
  const auto* gain = find(all, like);
  like.name = party + std::string(value_ending);
  const auto* value = find(all, like);
  double most = 0, scale = std::numeric_limits<double>::quiet_NaN();
  if (gain == nullptr || value == nullptr) return scale;
  for (std::size_t run = 0; run < value->values.size(); ++run) {
    if (!(std::fabs(value->values[run]) > most)) continue;
    most = std::fabs(value->values[run]);
    scale = gain->values[run] / value->values[run];
  }
  return scale;
}

/// Gains are counted per person enrolled and in benchmarks that may differ from result to result.
void bring_to_yardstick(std::vector<Quantity>& all, const std::vector<Quantity>& reference) {
  const auto before = all;
  for (auto& q : all) {
    if (!is_party_gain(q) && !is_group_gain(q)) continue;
    const double factor =
        scale_of(reference, party_of(q), q.against) / scale_of(before, party_of(q), q.against);
    constexpr double rounding = 1e-9;
    if (!std::isfinite(factor) || std::fabs(factor - 1) < rounding) continue;
    for (double& value : q.values) value *= factor;
  }
}

/// Whether the world of that name ran alike in all runs of both.
bool is_same_world(const output::ResultReader& left, const output::ResultReader& right,
                   const std::string& world) {
  const auto trail = [&](const output::ResultReader& of) {
    const auto& worlds = of.layout().worlds;
    const auto found = std::find(worlds.begin(), worlds.end(), world);
    const auto digests = of.digests();
    std::vector<output::DigestWords> own;
    for (auto at = static_cast<std::size_t>(found - worlds.begin()); at < digests.size();
         at += worlds.size())
      own.push_back(digests[at]);
    return own;
  };
  return trail(left) == trail(right);
}

std::string group_words(const Quantity& q) {
  constexpr std::string_view front = "Gain of ";
  const auto& name = q.long_name;
  const auto words = name.starts_with(front) ? name.substr(front.size()) : name;
  return q.name == "gain_origin_households" ? words + " (not among the seven)" : words;
}

class Parties {
 public:
  Parties(const std::vector<Quantity>& left, const std::vector<Quantity>& right,
          const experiments::Pairing& pairing)
      : left_(left), right_(right), pairing_(pairing) {}

  /// Nothing where the world is not among those of both.
  PartyVerdict verdict(const std::string& against) const {
    PartyVerdict verdict;
    verdict.against = against;
    std::vector<double> least(pairing_.runs.size(), std::numeric_limits<double>::infinity());
    auto least_group = least;
    int parties = 0;
    for (const auto& q : left_) {
      const auto* other = find(right_, q);
      const bool is_value = q.name.ends_with(value_ending);
      if (q.against != against || other == nullptr) continue;
      if (!is_value && !is_group_gain(q) && q.name != "migrant_gain") continue;
      const auto gain = experiments::differences(pairing_, q.values, other->values);
      if (is_value) {
        ++parties;
        lower(least, gain);
        continue;
      }
      if (q.name != "gain_origin_households") lower(least_group, gain);
      sort_in(q.name == "migrant_gain" ? "migrants" : group_words(q), gain, verdict);
    }
    if (parties == 0) return verdict;
    for (std::size_t run = 0; run < least.size(); ++run) {
      if (std::isnan(least[run]) || std::isnan(least_group[run])) continue;
      ++verdict.runs;
      verdict.triple_wins += least[run] > 0 ? 1 : 0;
      verdict.nobody_worse += least_group[run] >= models::worse_off_tolerance ? 1 : 0;
    }
    return verdict;
  }

 private:
  static void lower(std::vector<double>& least, const std::vector<double>& gain) {
    for (std::size_t run = 0; run < least.size(); ++run) {
      if (std::isnan(gain[run]) || gain[run] < least[run]) least[run] = gain[run];
    }
  }
  static void sort_in(const std::string& who, const std::vector<double>& gain,
                      PartyVerdict& verdict) {
    const auto interval = experiments::interval_of(gain);
    if (interval.runs == 0) return;
    const bool is_zero = std::all_of(gain.begin(), gain.end(), [](double v) { return v == 0; });
    auto& into = interval.low > 0    ? verdict.gaining
                 : interval.high < 0 ? verdict.losing
                 : is_zero           ? verdict.same
                                     : verdict.open;
    into.push_back(who);
  }
  const std::vector<Quantity>& left_;
  const std::vector<Quantity>& right_;
  const experiments::Pairing& pairing_;
};

}  // namespace

Comparison compare_results(const std::vector<Compared>& all, std::size_t reference) {
  Comparison comparison;
  comparison.reference = reference;
  std::vector<std::vector<Quantity>> quantities;
  const auto& base = *all[reference].result;
  for (const auto& one : all) {
    comparison.names.push_back(one.name);
    comparison.pairing.push_back(experiments::pairing_of(one.result->layout(), base.layout()));
    quantities.push_back(headline_quantities(*one.result));
  }
  const auto base_quantities = quantities[reference];
  for (auto& of_one : quantities) bring_to_yardstick(of_one, base_quantities);
  for (const auto& q : base_quantities) {
    if (is_told_in_words(q)) continue;
    ComparisonRow row{q, {}};
    row.quantity.values.clear();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto* own = find(quantities[i], q);
      const std::vector<double> none;
      const auto& values = own == nullptr ? none : own->values;
      auto& cell = row.cells.emplace_back();
      cell.own = experiments::interval_of(values);
      cell.difference = experiments::interval_of(
          own == nullptr ? none
                         : experiments::differences(comparison.pairing[i], values, q.values));
    }
    comparison.rows.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto& verdicts = comparison.verdicts.emplace_back();
    if (i == reference) continue;
    const auto& worlds = base.layout().worlds;
    const Parties parties(quantities[i], base_quantities, comparison.pairing[i]);
    for (std::size_t w = 1; w < worlds.size(); ++w) {
      auto verdict = parties.verdict(worlds[w]);
      if (verdict.runs == 0) continue;
      verdict.is_same_world = is_same_world(*all[i].result, base, worlds[w]);
      verdicts.push_back(std::move(verdict));
    }
  }
  return comparison;
}

std::string pairing_word(const Comparison& comparison, std::size_t which) {
  if (which == comparison.reference) return "reference";
  return comparison.pairing[which].is_paired ? "paired" : "unpaired";
}

}  // namespace skillscale::cli
