#include "tests/verification/comparison.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace skillscale::verification {
namespace {

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

struct Line {
  std::string what, kind, reference, result, standard_error;
  bool holds;
};

std::string name_of_test() {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  return std::string(test->test_suite_name()) + "." + test->name();
}

/// One file per test; the first comparison of a test starts it afresh.
std::ofstream record_of(const std::string& test) {
  static std::string last;
  const std::filesystem::path folder = SKILLSCALE_RECORDS;
  std::filesystem::create_directories(folder);
  const auto mode = last == test ? std::ios::app : std::ios::trunc;
  last = test;
  return std::ofstream(folder / (test + ".tsv"), mode);
}

void note(const Line& line) {
  const std::string verdict = line.holds ? "holds" : "FAILS";
  record_of(name_of_test()) << line.what << '\t' << line.kind << '\t' << line.reference << '\t'
                            << line.result << '\t' << line.standard_error << '\t' << verdict
                            << '\n';
  std::printf("%-58s %s reference %s result %s SE %s: %s\n", line.what.c_str(), line.kind.c_str(),
              line.reference.c_str(), line.result.c_str(), line.standard_error.c_str(),
              verdict.c_str());
  EXPECT_TRUE(line.holds) << line.what << "\n  reference " << line.reference << "\n  result    "
                          << line.result << "\n  SE        " << line.standard_error;
}

}  // namespace

double Sample::mean() const {
  double sum = 0;
  for (double value : values_) sum += value;
  return sum / static_cast<double>(values_.size());
}

double Sample::variance() const {
  const double middle = mean();
  double sum = 0;
  for (double value : values_) sum += (value - middle) * (value - middle);
  return sum / static_cast<double>(values_.size() - 1);
}

double Sample::standard_error() const {
  return std::sqrt(variance() / static_cast<double>(values_.size()));
}

double correlation(const Sample& a, const Sample& b) {
  const double mean_a = a.mean(), mean_b = b.mean();
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += (a.values()[i] - mean_a) * (b.values()[i] - mean_b);
  return sum / static_cast<double>(a.size() - 1) / std::sqrt(a.variance() * b.variance());
}

void expect_within_error(const std::string& what, double reference, double result,
                         double standard_error, double bias) {
  note({what, "S", number(reference), number(result), number(standard_error),
        std::abs(result - reference) <= 4 * standard_error + bias});
}

void expect_within_error(const std::string& what, double reference, const Sample& sample,
                         double bias) {
  expect_within_error(what, reference, sample.mean(), sample.standard_error(), bias);
}

void expect_share(const std::string& what, double reference, std::int64_t hits,
                  std::int64_t trials) {
  const auto n = static_cast<double>(trials);
  expect_within_error(what, reference, static_cast<double>(hits) / n,
                      std::sqrt(reference * (1 - reference) / n));
}

void expect_identical(const std::string& what, std::int64_t reference, std::int64_t result) {
  note({what, "X", std::to_string(reference), std::to_string(result), "0", reference == result});
}

void expect_identical(const std::string& what, const std::string& reference,
                      const std::string& result) {
  note({what, "X", reference, result, "0", reference == result});
}

void expect_at_most(const std::string& what, double limit, double result) {
  note({what, "X", "<= " + number(limit), number(result), "0", result <= limit});
}

void expect_at_least(const std::string& what, double limit, double result) {
  note({what, "X", ">= " + number(limit), number(result), "0", result >= limit});
}

}  // namespace skillscale::verification
