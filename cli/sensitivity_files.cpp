#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/sensitivity_report.h"
#include "experiments/designs/plan_csv.h"

namespace skillscale::cli {
namespace {

using experiments::csv_field;
using experiments::analysis::Finding;
using experiments::analysis::Sensitivity;
using Json = nlohmann::ordered_json;

/// What is not defined is null.
Json number(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }

std::string digits(double value) { return std::isnan(value) ? "" : fmt::format("{}", value); }

Json factors_json(const SensitivityReport& report, const Sensitivity& found) {
  Json all = Json::array();
  for (const std::size_t f : ranking(found)) {
    const auto& factor = report.table.factors[f];
    Json one{{"factor", factor.name}};
    if (!factor.path.empty()) one["path"] = factor.path;
    for (const auto& measure : found.measures) {
      const auto& estimate = measure.factors[f];
      one[measure.name] = {{"value", number(estimate.value)},
                           {"low", number(estimate.low)},
                           {"high", number(estimate.high)}};
    }
    all.push_back(std::move(one));
  }
  return all;
}

Json finding_json(const SensitivityReport& report, const Finding& finding) {
  const auto& outcome = report.table.outcomes[finding.column.outcome];
  const auto& found = finding.sensitivity;
  Json one{{"outcome", outcome.name},
           {"unit", outcome.unit},
           {"year", report.table.years[finding.column.year]},
           {"units", found.units},
           {"left_out", found.left_out},
           {"is_constant", found.is_constant},
           {"explained", number(found.explained)},
           {"factors", factors_json(report, found)}};
  if (report.method.is_judged) {
    const auto& c = finding.convergence;
    one["is_enough"] = c.is_enough;
    one["half_width"] = number(c.half_width);
    one["half_width_asked"] = number(c.wanted);
    one["units_wanted"] = c.units_wanted;
  }
  const auto& chance = finding.chance;
  one["chance"] = chance.is_known ? Json{{"replicates", chance.replicates},
                                         {"interaction", chance.interaction},
                                         {"of_means", chance.of_means}}
                                  : Json(nullptr);
  return one;
}

}  // namespace

std::string sensitivity_json(const std::vector<SensitivityReport>& reports) {
  Json all = Json::array();
  for (const auto& report : reports) {
    Json findings = Json::array();
    for (const auto& finding : report.findings) findings.push_back(finding_json(report, finding));
    all.push_back({{"method", report.method.name},
                   {"units", report.method.units},
                   {"points", report.table.points},
                   {"replicates", report.table.replicates},
                   {"findings", std::move(findings)}});
  }
  return all.dump(2) + "\n";
}

std::string sensitivity_csv(const std::vector<SensitivityReport>& reports) {
  std::string text = "method,outcome,unit,year,factor,measure,value,low,high,units,is_enough\n";
  for (const auto& report : reports) {
    for (const auto& finding : report.findings) {
      const auto& outcome = report.table.outcomes[finding.column.outcome];
      const std::string enough =
          !report.method.is_judged ? "" : (finding.convergence.is_enough ? "true" : "false");
      for (const auto& measure : finding.sensitivity.measures) {
        for (std::size_t f = 0; f < measure.factors.size(); ++f) {
          const auto& one = measure.factors[f];
          text += fmt::format(
              "{},{},{},{},{},{},{},{},{},{},{}\n", report.method.name, csv_field(outcome.name),
              csv_field(outcome.unit), report.table.years[finding.column.year],
              csv_field(report.table.factors[f].name), measure.name, digits(one.value),
              digits(one.low), digits(one.high), finding.sensitivity.units, enough);
        }
      }
    }
  }
  return text;
}

}  // namespace skillscale::cli
