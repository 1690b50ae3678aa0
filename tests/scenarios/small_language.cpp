#include "tests/scenarios/small_language.h"

#include <unistd.h>

#include <array>
#include <fstream>
#include <limits>

namespace skillscale::scenarios::testing {
namespace {

using models::Axis;
using models::ParameterDecl;
using models::TimeKind;
using models::ValueKind;

constexpr ParameterDecl real(std::string_view path, std::string_view unit, double low, double high,
                             double standard, TimeKind time = TimeKind::None) {
  ParameterDecl row;
  row.path = path;
  row.unit = unit;
  row.time = time;
  row.allowed_low = low;
  row.allowed_high = high;
  row.standard = row.range_low = row.range_high = standard;
  row.source = "assumption";
  row.meaning = "A number.";
  return row;
}

constexpr ParameterDecl kind(std::string_view path, ValueKind value, std::string_view choices = {},
                             Axis axis = Axis::Origin, double low = 0) {
  ParameterDecl row = real(path, "1", low, 1e9, low);
  row.kind = value;
  row.choices = choices;
  row.axis = axis;
  return row;
}

constexpr ParameterDecl required(ParameterDecl row) {
  row.required = true;
  return row;
}

constexpr std::array table{
    kind("switches.pool", ValueKind::Switch),
    kind("occupations.{occupation}.name", ValueKind::Text),
    real("occupations.{occupation}.full_share", "1", 0, 1, 0.3),
    real("occupations.{occupation}.refused_share", "1", 0, 1, 0.02),
    real("occupations.{occupation}.demand_growth", "1/month", -0.1, 0.1, 0, TimeKind::Growth),
    kind("origins.{origin}.name", ValueKind::Text),
    real("origins.{origin}.price_level", "1", 0.01, 5, 0.4),
    required(real("origins.{origin}.{occupation}.stock", "persons", 0, 1e8, 0)),
    real("origins.{origin}.{occupation}.wage", "EUR/month", 10, 20000, 500, TimeKind::Hazard),
    real("origins.{origin}.{occupation}.attrition", "1/month", 0, 1, 0.004, TimeKind::Hazard),
    real("authorities.recognition.{occupation}.tokens_per_month", "cases/month", 0, 100000, 1500,
         TimeKind::Hazard),
    real("authorities.visa.{origin}.tokens_per_month", "cases/month", 0, 1e9, 400,
         TimeKind::Hazard),
    real("stages.complete", "1", -1, 1, -1, TimeKind::Probability),
    kind("employers.{sector}.occupation", ValueKind::Reference, {}, Axis::Occupation),
    real("employers.{sector}.headcount_share.{size_class}", "1", 0, 1, 0.25),
    real("lands.{land}.share", "1", 0, 1, 0.5),
    [] {
      auto row = real("training.months", "months", 1, 72, 36);
      row.kind = ValueKind::Whole;
      return row;
    }(),
    real("training.cost", "EUR/person", 0, 1e6, 5000),
    kind("partnerships.{partnership}.type", ValueKind::Choice, "bridge origin dual"),
    kind("partnerships.{partnership}.centre", ValueKind::Reference, {}, Axis::Centre, -1),
    kind("partnerships.{partnership}.start", ValueKind::Month, {}, Axis::Origin, -100000),
    real("centres.{centre}.seats", "places", 0, 1e9, 200),
    kind("levers.{lever}.lever", ValueKind::Choice, "recognition.staff visa.fast_track_share"),
    real("levers.{lever}.strength", "1", -1, 100, 0),
    real("levers.{lever}.ramp", "months", 0, 600, 0),
    kind("levers.{lever}.only.occupations", ValueKind::References, {}, Axis::Occupation),
    kind("levers.{lever}.only.types", ValueKind::List, "bridge origin dual"),
    real("platform.intensity", "1", 0, 1, 0),
};

constexpr std::array sums{
    SumRule{"employers.{sector}.headcount_share.{size_class}", SumRule::Kind::ExactlyOne},
    SumRule{"lands.{land}.share", SumRule::Kind::ExactlyOne},
    SumRule{"occupations.{occupation}.full_share", SumRule::Kind::AtMostOne,
            "occupations.{occupation}.refused_share"},
};

constexpr std::array<std::string_view, 3> outputs{"employed", "arrivals", "vacancies"};

std::span<const std::string_view> fixed_names(Axis axis) {
  static constexpr std::array<std::string_view, 2> lands{"BY", "NW"};
  static constexpr std::array<std::string_view, 2> sizes{"small", "large"};
  if (axis == Axis::Land) return lands;
  if (axis == Axis::SizeClass) return sizes;
  return {};
}

std::string_view axis_word(Axis axis) {
  constexpr std::array<std::string_view, models::axis_count> words{
      "origin", "occupation", "sector",           "centre", "partnership",    "lever", "actor",
      "land",   "size_class", "partnership_type", "stage",  "language_level", "party"};
  return words[static_cast<std::size_t>(axis)];
}

}  // namespace

Language small_language() { return {table, fixed_names, axis_word, sums, outputs}; }

Folder::Folder() {
  static int count = 0;
  path_ = std::filesystem::temp_directory_path() /
          ("skillscale-scenarios-" + std::to_string(getpid()) + "-" + std::to_string(++count));
  std::filesystem::create_directories(path_);
}

Folder::~Folder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::filesystem::path Folder::write(std::string_view name, std::string_view text) const {
  const auto file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

Loaded load_text(std::string_view text) {
  const Folder folder;
  return load(folder.write("test.yaml", text), {}, small_language());
}

double number_at(const Bound& bound, std::string_view path) {
  for (const auto& [name, number] : bound.numbers) {
    if (name == path) return number;
  }
  return std::numeric_limits<double>::quiet_NaN();
}

const ParameterValue* value_at(const Bound& bound, std::string_view path) {
  for (const auto& value : bound.values) {
    if (value.path == path) return &value;
  }
  return nullptr;
}

std::string sound_scenario(std::string_view more) {
  return "schema: 1\n"
         "name: Test\n"
         "occupations: {nursing: {}, crafts: {}}\n"
         "origins: {PHL: {nursing: {stock: 1000}}, MAR: {crafts: {stock: 2000}}}\n" +
         std::string(more);
}

}  // namespace skillscale::scenarios::testing
