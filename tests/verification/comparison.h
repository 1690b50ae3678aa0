// What a verification test compares: the simulation's result with a number known beforehand.
//
// Every comparison is printed and written as one line of a record file, from which
// docs/verification.md is made. A comparison that does not hold fails the running test.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace skillscale::verification {

/// Mean and spread over independent samples (replicates, never months of one run).
class Sample {
 public:
  void add(double value) { values_.push_back(value); }
  std::size_t size() const { return values_.size(); }
  double mean() const;
  double variance() const;  ///< of one sample
  double standard_error() const;
  const std::vector<double>& values() const { return values_; }

 private:
  std::vector<double> values_;
};

/// Correlation of paired samples.
double correlation(const Sample& a, const Sample& b);

/// Statistical: holds when |result - reference| <= 4 standard errors + bias.
/// @param what  e.g. "mean queue, 9 cases to 10 tokens"
/// @param bias  how far the reference itself may be off
void expect_within_error(const std::string& what, double reference, double result,
                         double standard_error, double bias = 0);
void expect_within_error(const std::string& what, double reference, const Sample& sample,
                         double bias = 0);

/// Share of `hits` among `trials` independent trials against a known probability.
void expect_share(const std::string& what, double reference, std::int64_t hits,
                  std::int64_t trials);

/// Exact: whole numbers that must be equal.
void expect_identical(const std::string& what, std::int64_t reference, std::int64_t result);

/// Exact: texts that must be equal, such as digests.
void expect_identical(const std::string& what, const std::string& reference,
                      const std::string& result);

/// Bound that must hold: result <= limit, or result >= limit.
void expect_at_most(const std::string& what, double limit, double result);
void expect_at_least(const std::string& what, double limit, double result);

}  // namespace skillscale::verification
