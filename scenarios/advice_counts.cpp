// Numbers of a year written where the number of a month is due.
//
// Statistics are published by the year, so a plain number in a "..._per_month" is twelve times too
// large more often than any other mistake. A count is doubted only if it is beyond what the shipped
// corridors reach by a factor that the mistake makes and the spread between corridors does not; and
// never if a unit stands with it. The same holds for wages and other money by the month.
#include <algorithm>
#include <array>
#include <optional>

#include "scenarios/json_text.h"
#include "scenarios/model_advice.h"
#include "scenarios/read_value.h"

namespace skillscale::scenarios {
namespace {

/// A flow and the stock beside it that bounds it: `most` of the stock in a month.
struct Flow {
  std::string_view pattern;
  std::string_view stock;  ///< pattern of the stock; its braces take the flow's names
  double most;
};

// A year's graduates are 4 to 12 % of those at work in the shipped corridors, school leavers 6 %
// of their pool, agencies' recruits up to 3 %. Files from outside fill an office to nine tenths,
// and a centre's yearly intake is a part of its places when a course takes more than a year.
constexpr std::array flows{
    Flow{"origins.{origin}.{occupation}.graduates_per_month", "origins.{origin}.{occupation}.stock",
         0.25 / 12},
    Flow{"origins.{origin}.{occupation}.school_leavers_per_month",
         "origins.{origin}.{occupation}.school_leavers", 0.25 / 12},
    Flow{"origins.{origin}.{occupation}.agency_capacity_per_month",
         "origins.{origin}.{occupation}.stock", 0.1 / 12},
    Flow{"authorities.visa.{origin}.background_per_month",
         "authorities.visa.{origin}.tokens_per_month", 2},
    Flow{"authorities.recognition.{occupation}.background_per_month",
         "authorities.recognition.{occupation}.tokens_per_month", 2},
    Flow{"centres.{centre}.seats_per_month", "centres.{centre}.seats", 2.0 / 12},
};

constexpr std::string_view domestic = "occupations.{occupation}.domestic_graduates_per_month";
constexpr double most_domestic = 0.25 / 12;  // of the workers at the start; shipped: 4 % a year

/// Above the top of the table's own range by this factor a count is doubted.
constexpr double beyond_range = 2;
/// Money spreads further than counts: wages of rich and poor corridors differ five times.
constexpr double money_beyond_range = 5;

std::string last_key(std::string_view pattern) {
  return std::string(pattern.substr(pattern.rfind('.') + 1));
}

std::optional<double> number_at(const ValueIndex& values, const std::string& path) {
  const auto* value = values.find(path);
  if (value == nullptr || value->value <= 0 || value->value >= unlimited) return std::nullopt;
  return value->value;
}

/// Workers of the sectors that employ the occupation.
std::optional<double> headcount(const Bound& bound, const ValueIndex& values, int occupation) {
  double sum = 0;
  for (const auto& sector : bound.names[static_cast<std::size_t>(models::Axis::Sector)]) {
    const auto* employs = values.find("employers." + sector + ".occupation");
    if (employs == nullptr || employs->value != occupation) continue;
    sum += number_at(values, "employers." + sector + ".headcount").value_or(0);
  }
  return sum > 0 ? std::optional(sum) : std::nullopt;
}

/// The largest number that passes for that of a month; nothing where no size is too large.
std::optional<double> most_per_month(const Bound& bound, const ValueIndex& values,
                                     const ParameterValue& value) {
  const auto& row = *value.decl;
  if (row.path == domestic) {
    const auto workers = headcount(bound, values, value.index[models::Axis::Occupation]);
    return workers ? std::optional(*workers * most_domestic) : std::nullopt;
  }
  for (const auto& flow : flows) {
    if (row.path != flow.pattern) continue;
    const auto beside = value.path.substr(0, value.path.rfind('.') + 1) + last_key(flow.stock);
    const auto stock = number_at(values, beside);
    return stock ? std::optional(*stock * flow.most) : std::nullopt;
  }
  const bool has_range = row.range_high > row.range_low && row.range_high < unlimited;
  return has_range && row.range_high > 0 ? std::optional(row.range_high * beyond_range)
                                         : std::nullopt;
}

/// The same for money.
std::optional<double> most_money(const ParameterValue& value) {
  const double high = value.decl->range_high;
  return high > 0 && high < unlimited ? std::optional(high * money_beyond_range) : std::nullopt;
}

bool is_money_by_month(const ParameterValue& value) { return value.decl->unit == "EUR/month"; }

bool counts_by_month(const ParameterValue& value) {
  const auto& row = *value.decl;
  return row.kind == models::ValueKind::Real && row.path.ends_with("_per_month") &&
         (row.unit == "persons/month" || row.unit == "cases/month");
}

}  // namespace

void advise_on_counts(const Bound& bound, const ValueIndex& values,
                      std::vector<Finding>& findings) {
  for (const auto& value : bound.values) {
    const bool is_money = is_money_by_month(value);
    if (value.is_default || value.has_unit || !(is_money || counts_by_month(value))) continue;
    const auto most = is_money ? most_money(value) : most_per_month(bound, values, value);
    if (!most || value.value <= *most || value.value >= unlimited) continue;
    const std::string number = number_text(value.value);
    const std::string unit(value.decl->unit);
    const std::string yearly = unit.substr(0, unit.find('/')) + "/year";
    findings.push_back({value.path,
                        "is " + number + ", which looks like the " +
                            (is_money ? "amount" : "number") + " of a year",
                        "usually up to " + rounded_text(*most) + " " + unit,
                        "write " + number + " " + yearly + " if a year is meant, and " + number +
                            " " + unit + " if a month is"});
  }
}

}  // namespace skillscale::scenarios
