#include "cli/point_source.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <fstream>
#include <sstream>

#include "cli/number_words.h"
#include "cli/tell.h"
#include "experiments/point_table_csv.h"
#include "experiments/sweep/collect.h"
#include "scenarios/nearest.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

using experiments::analysis::PointTable;

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  if (!std::filesystem::is_regular_file(file) || !(text << stream.rdbuf())) {
    throw sim::InputError(fmt::format(
        "{}: there is no folder or file to read\n  allowed: the folder of a sweep, or a table of "
        "points as CSV with --factors\n  next: check the path",
        file.string()));
  }
  return text.str();
}

template <class Named>
std::size_t position(const std::vector<Named>& all, const std::string& name, const char* kind) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].name == name) return i;
    names.push_back(all[i].name);
  }
  const auto near = scenarios::nearest_name(name, names);
  const std::vector<std::string_view> views(names.begin(), names.end());
  throw sim::InputError(fmt::format(
      "there is no {} {}\n  allowed: {}\n  next: {}", kind, name, scenarios::name_list(views),
      near.empty() ? "choose one of them" : "did you mean " + near + "?"));
}

}  // namespace

void add_point_options(CLI::App& command, PointOptions& options) {
  command
      .add_option(
          "RUNS", options.source,
          "The folder of a sweep, or its results.h5; or a table of points as CSV (F.csv), a "
          "line per run, with columns point, replicate and year where they are needed.")
      ->type_name("")
      ->required();
  command
      .add_option("--factors", options.factors,
                  "Columns of F.csv that were varied: a,b,c. All others are outcomes.")
      ->type_name("LIST")
      ->delimiter(',');
}

PointTable read_points(const PointOptions& options) {
  const bool is_folder = std::filesystem::is_directory(options.source);
  if (is_folder || options.source.extension() == ".h5") {
    if (!options.factors.empty()) {
      throw sim::InputError(
          fmt::format("--factors is given for {}\n  allowed: for a table of points as CSV\n"
                      "  next: leave it out; a sweep knows its factors",
                      options.source.string()));
    }
    const auto folder = std::filesystem::absolute(options.source);
    auto found = experiments::sweep::read_point_table(is_folder ? folder : folder.parent_path());
    if (found.runs.finished < found.runs.due)
      tell("{}: {} of {} runs are finished; what follows rests on these\n", options.source.string(),
           found.runs.finished, found.runs.due);
    return std::move(found.table);
  }
  scenarios::Faults faults;
  auto table = experiments::read_point_table_csv(text_of(options.source), options.source.string(),
                                                 options.factors, faults);
  if (!faults.empty()) throw sim::InputError(faults.text());
  return table;
}

std::size_t outcome_of(const PointTable& table, const std::string& name) {
  return position(table.outcomes, name, "outcome");
}

std::size_t factor_of(const PointTable& table, const std::string& name) {
  return position(table.factors, name, "factor");
}

std::size_t year_of(const PointTable& table, const std::string& year) {
  if (year.empty()) return table.years.size() - 1;
  for (std::size_t y = 0; y < table.years.size(); ++y) {
    if (std::to_string(table.years[y]) == year) return y;
  }
  throw sim::InputError(fmt::format("--year is {}\n  allowed: {}\n  next: choose one of them", year,
                                    fmt::join(table.years, ", ")));
}

std::string in_year(const PointTable& table, std::size_t outcome, std::size_t year) {
  const bool has_years =
      table.years.size() > 1 ? table.differs_by_year(outcome) : table.years[year] != 0;
  return has_years ? fmt::format(" in {}", table.years[year]) : "";
}

std::string in_unit(const std::string& unit) {
  return unit.empty() || unit == "1" ? "" : " [" + unit + "]";
}

void write_text(const std::filesystem::path& file, const std::string& text) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << text;
  stream.close();
  if (stream) return;
  throw sim::StorageError(fmt::format(
      "{}: cannot be written\n  next: check that its folder exists and the disk has room",
      file.string()));
}

std::string in_short(double value) {
  if (std::isnan(value)) return "-";
  if (value == 0) return "0";
  const double size = std::abs(value);
  if (size >= 1e15 || size < 1e-4) return fmt::format("{:.2e}", value);
  const int digits = 2 - static_cast<int>(std::floor(std::log10(size)));
  return grouped(value, std::max(0, std::min(digits, 6)));
}

}  // namespace skillscale::cli
