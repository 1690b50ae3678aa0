// A comparison for other programs: JSON and CSV.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/comparison_table.h"

namespace skillscale::cli {
namespace {

using Json = nlohmann::ordered_json;

// nlohmann-json writes NaN as null.
Json interval(const experiments::Interval& of) {
  return {{"low", of.low}, {"median", of.median}, {"high", of.high}, {"mean", of.mean}};
}

Json scenario_object(const Comparison& comparison, const Compared& one, std::size_t which) {
  const auto& layout = one.result->layout();
  return {{"name", one.name},
          {"file", one.file.string()},
          {"digest", one.result->digest()},
          {"horizon", experiments::horizon_words(layout)},
          {"seed", layout.seed},
          {"replicates", layout.replicates},
          {"draws", layout.draws},
          {"pairing", pairing_word(comparison, which)},
          {"unpaired_because", comparison.pairing[which].reasons}};
}

Json row_object(const Comparison& comparison, const ComparisonRow& row) {
  const auto& q = row.quantity;
  Json object = {{"name", q.name}, {"long_name", q.long_name}, {"units", q.units}};
  if (!q.against.empty()) object["against"] = q.against;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    Json cell = {{"scenario", comparison.names[i]},
                 {"pairing", pairing_word(comparison, i)},
                 {"own", interval(row.cells[i].own)}};
    if (i != comparison.reference) cell["difference"] = interval(row.cells[i].difference);
    object["scenarios"].push_back(std::move(cell));
  }
  return object;
}

Json verdict_object(const Comparison& comparison, std::size_t which, const PartyVerdict& verdict) {
  return {{"scenario", comparison.names[which]},
          {"pairing", pairing_word(comparison, which)},
          {"measured_from", verdict.against},
          {"same_world", verdict.is_same_world},
          {"runs", verdict.runs},
          {"triple_win", verdict.triple_wins},
          {"nobody_worse_off", verdict.nobody_worse},
          {"gaining", verdict.gaining},
          {"losing", verdict.losing},
          {"same", verdict.same},
          {"open", verdict.open}};
}

std::string csv_number(double value) { return std::isnan(value) ? "" : fmt::format("{}", value); }

std::string csv_text(const std::string& text) {
  if (text.find_first_of(",\"\n") == text.npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted += letter == '"' ? "\"\"" : std::string(1, letter);
  return quoted + "\"";
}

}  // namespace

std::string comparison_json(const Comparison& comparison, const std::vector<Compared>& all) {
  Json root = {{"reference", comparison.names[comparison.reference]},
               {"scenarios", Json::array()},
               {"headlines", Json::array()},
               {"parties", Json::array()}};
  for (std::size_t i = 0; i < all.size(); ++i)
    root["scenarios"].push_back(scenario_object(comparison, all[i], i));
  for (const auto& row : comparison.rows) root["headlines"].push_back(row_object(comparison, row));
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const auto& verdict : comparison.verdicts[i])
      root["parties"].push_back(verdict_object(comparison, i, verdict));
  }
  return root.dump(1) + "\n";
}

std::string comparison_csv(const Comparison& comparison) {
  std::string csv =
      "headline,against,units,scenario,reference,pairing,low,median,high,mean,difference_low,"
      "difference_median,difference_high,difference_mean\n";
  for (const auto& row : comparison.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto& q = row.quantity;
      csv += fmt::format(
          "{},{},{},{},{},{}", q.name, q.against, csv_text(q.units), csv_text(comparison.names[i]),
          csv_text(comparison.names[comparison.reference]), pairing_word(comparison, i));
      const auto& own = row.cells[i].own;
      const auto& d = row.cells[i].difference;
      for (const double value : {own.low, own.median, own.high, own.mean})
        csv += "," + csv_number(value);
      for (const double value : {d.low, d.median, d.high, d.mean})
        csv += "," + (i == comparison.reference ? "" : csv_number(value));
      csv += "\n";
    }
  }
  return csv;
}

}  // namespace skillscale::cli
