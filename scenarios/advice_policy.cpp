// Levers and partnerships that are sound and yet do nothing.
#include <algorithm>

#include "models/lever_table.h"
#include "models/policy.h"
#include "scenarios/json_text.h"
#include "scenarios/model_advice.h"
#include "scenarios/read_value.h"

namespace skillscale::scenarios {
namespace {

using models::Axis;
using models::Lever;
using models::Parameters;
using models::PartnershipType;

class PolicyAdvice {
 public:
  PolicyAdvice(const Bound& bound, const ValueIndex& values, const Parameters& parameters,
               std::vector<Finding>& findings)
      : bound_(bound), values_(values), parameters_(parameters), findings_(findings) {}

  void on_levers() {
    const auto policy = limited_levers();
    for (std::size_t at = 0; at < parameters_.levers.size(); ++at) {
      const auto& lever = parameters_.levers[at];
      const std::string path = "levers." + name(Axis::Lever, at);
      on_start(path, lever.start, "lever never acts");
      on_strength(path, lever);
      on_large_strength(path, lever);
      // A package alone has no corridor that a lever could cover.
      if (parameters_.origins.empty() || lever.strength == 0) continue;
      on_ignored_coverage(path, lever);
      const auto state = std::find_if(policy.levers.begin(), policy.levers.end(),
                                      [&](const auto& one) { return one.lever == at; });
      on_coverage(path, lever, state != policy.levers.end() && state->targets.empty());
    }
  }

  /// A cost that nobody pays stands in no account.
  void on_payers() {
    if (parameters_.on.costs == 0) return;
    for (std::size_t type = 0; type < models::partnership_type_count; ++type) {
      const auto& channel = parameters_.types[type];
      const bool is_paid = std::any_of(channel.pays.begin(), channel.pays.end(),
                                       [](double share) { return share > 0; });
      if (is_paid || !is_used(type) || !has_cost(channel)) continue;
      const auto word = std::string(models::partnership_type_names[type]);
      add("partnership_types." + word + ".pays",
          "is 0 for every party, so that the preparation of " + word +
              " costs nobody anything: its cost is missing in the ledger and in every gain",
          "shares that sum to 1", "say who pays, such as pays: {employer: 1}");
    }
  }

  void on_partnerships() {
    for (std::size_t at = 0; at < parameters_.partnerships.size(); ++at) {
      on_start("partnerships." + name(Axis::Partnership, at), parameters_.partnerships[at].start,
               "partnership has no seats in this run");
    }
  }

 private:
  bool is_used(std::size_t type) const {
    const auto& all = parameters_.partnerships;
    return parameters_.types[type].open != 0 ||
           std::any_of(all.begin(), all.end(), [&](const auto& partnership) {
             return static_cast<std::size_t>(partnership.type) == type;
           });
  }

  /// Whether a stage on the way of a type costs something.
  bool has_cost(const models::TypeParameters& channel) const {
    return std::any_of(channel.route.begin(), channel.route.end(), [&](double stage) {
      const auto& costs = parameters_.stages[static_cast<std::size_t>(stage)];
      return costs.cost_per_month > 0 || costs.cost_once > 0;
    });
  }

  /// What the levers with a coverage move. The others are left out, because finding that costs
  /// time for every lever and parameter.
  models::PolicyState limited_levers() const {
    auto limited = parameters_;
    bool is_any = false;
    for (auto& lever : limited.levers) {
      if (!is_limited(lever)) lever.strength = 0;
      is_any = is_any || lever.strength != 0;
    }
    return is_any ? models::prepare_policy(limited) : models::PolicyState{};
  }

  static bool is_limited(const Lever& lever) {
    return !lever.origins.empty() || !lever.occupations.empty() || !lever.types.empty();
  }

  const std::string& name(Axis axis, std::size_t at) const {
    return bound_.names[static_cast<std::size_t>(axis)][at];
  }

  void add(std::string path, std::string problem, std::string allowed, std::string next) {
    findings_.push_back({std::move(path), std::move(problem), std::move(allowed), std::move(next)});
  }

  void on_start(const std::string& part, double start, const std::string& so) {
    if (start < parameters_.months) return;
    const bool is_never = start >= unlimited;
    add(part + ".start",
        (is_never ? "is never, so the "
                  : "is " + std::string(values_.text(part + ".start")) +
                        ", after the last month of the run, so the ") +
            so,
        "a month within the horizon",
        is_never ? "remove " + part + ", or give it a month"
                 : "give an earlier month, or lengthen horizon.months");
  }

  void on_strength(const std::string& part, const Lever& lever) {
    if (lever.strength != 0) return;
    const auto* value = values_.find(part + ".strength");
    if (value == nullptr || value->is_default) {
      add(part, "has no strength, so the lever changes nothing", "strength, in the lever's measure",
          "add strength: 0.5, say; skillscale odd tells what 1 means for each lever");
    } else if (lever.cost_per_month > 0) {
      add(part + ".strength",
          "is 0 although the lever has a running cost, so it changes nothing and costs nothing",
          "a strength other than 0", "give a strength, or leave out cost_per_month");
    }
  }

  /// "strength: 50" is read as 50 times as much more, and rarely meant.
  void on_large_strength(const std::string& part, const Lever& lever) {
    const auto& row = models::lever_table[static_cast<std::size_t>(lever.lever)];
    const auto* value = values_.find(part + ".strength");
    const double most = most_strength(row);
    if (value == nullptr || lever.strength <= most || (is_factor(row) && value->has_unit)) return;
    const auto number = number_text(lever.strength);
    const auto in_percent = number_text(100 * lever.strength) + " %";
    const bool is_dividing = row.acts().front().effect == models::LeverEffect::Shrink;
    const auto factor = number_text(1 + lever.strength);
    add(part + ".strength",
        "is " + number + ", which " +
            (!is_factor(row) ? "is beyond the whole effect"
             : is_dividing   ? "divides by " + factor
                             : "means " + factor + " times as much") +
            ": " + std::string(row.meaning),
        "usually up to " + number_text(most),
        "for " + number + " % write " + number + " %, which is " +
            number_text(lever.strength / 100) +
            (is_factor(row) ? "; if " + factor + " times is meant write " + in_percent : ""));
  }

  static bool is_factor(const models::LeverRow& row) {
    return std::ranges::all_of(row.acts(), [](const models::LeverAct& act) {
      return act.effect == models::LeverEffect::Scale || act.effect == models::LeverEffect::Shrink;
    });
  }

  static double most_strength(const models::LeverRow& row) {
    if (!is_factor(row)) return 1;
    // Partnerships form so rarely today that a policy may well multiply their number.
    return row.name == "partnership.formation" ? 25 : 10;
  }

  /// The part of a lever's coverage that its parameters do not have is read and not used.
  void on_ignored_coverage(const std::string& part, const Lever& lever) {
    const auto& row = models::lever_table[static_cast<std::size_t>(lever.lever)];
    const auto moves = [&](std::string_view axis) {
      return std::ranges::any_of(row.acts(), [&](const models::LeverAct& act) {
        return act.path.find(axis) != std::string_view::npos;
      });
    };
    const auto check = [&](const char* key, const std::vector<double>& given, const char* axis) {
      if (given.empty() || moves("{partnership}") || moves(axis)) return;
      add(part + ".only." + key,
          "is without effect: " + std::string(row.name) + " moves " +
              std::string(row.acts().front().path) + ", which is the same for all " + key,
          "coverage that the lever's parameter can tell apart",
          "leave " + std::string(key) + " out; the lever then acts as it does now");
    };
    check("origins", lever.origins, "{origin}");
    check("occupations", lever.occupations, "{occupation}");
    check("types", lever.types, "{partnership_type}");
  }

  void on_coverage(const std::string& part, const Lever& lever, bool has_no_target) {
    if (!is_limited(lever)) return;
    if (has_no_target || !covers_a_corridor(lever) || !covers_a_type_in_use(lever)) {
      add(part + ".only", "matches nothing in this scenario, so the lever changes nothing",
          "origins, occupations and types that occur together",
          "correct the names, or leave only out to cover all");
    }
  }

  bool covers_a_corridor(const Lever& lever) const {
    for (std::size_t o = 0; o < parameters_.origins.size(); ++o) {
      for (std::size_t k = 0; k < parameters_.occupations.size(); ++k) {
        if (parameters_.origins[o].occupation[k].present && names(lever.origins, o) &&
            names(lever.occupations, k))
          return true;
      }
    }
    return false;
  }

  bool covers_a_type_in_use(const Lever& lever) const {
    for (std::size_t t = 0; t < parameters_.types.size(); ++t) {
      if (names(lever.types, t) && is_in_use(t)) return true;
    }
    return false;
  }

  /// Agencies and going alone need nobody; the other types need a partnership, now or to come.
  bool is_in_use(std::size_t type) const {
    if (parameters_.types[type].open == 0) return false;
    if (type == static_cast<std::size_t>(PartnershipType::PrivateAgency) ||
        type == static_cast<std::size_t>(PartnershipType::Alone))
      return true;
    if (parameters_.on.partnerships == 0) return false;
    const bool may_form =
        parameters_.on.formation != 0 && parameters_.types[type].formation_rate > 0;
    return may_form ||
           std::any_of(parameters_.partnerships.begin(), parameters_.partnerships.end(),
                       [&](const auto& one) { return one.type == static_cast<double>(type); });
  }

  static bool names(const std::vector<double>& only, std::size_t position) {
    return only.empty() ||
           std::find(only.begin(), only.end(), static_cast<double>(position)) != only.end();
  }

  const Bound& bound_;
  const ValueIndex& values_;
  const Parameters& parameters_;
  std::vector<Finding>& findings_;
};

}  // namespace

void advise_on_policy(const Bound& bound, const ValueIndex& values, const Parameters& parameters,
                      std::vector<Finding>& findings) {
  PolicyAdvice advice(bound, values, parameters, findings);
  advice.on_levers();
  advice.on_partnerships();
  advice.on_payers();
}

}  // namespace skillscale::scenarios
