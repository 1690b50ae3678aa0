// Numbers over runs as a page of findings says them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace skillscale::cli {

/// How a number is written; Points is a change of a share, in percentage points with a sign.
enum class Form { Plain, Signed, Percent, Points };

/// "850 (790 to 920)": median and the range of 90 % of the runs; "not defined" without any.
std::string median_and_range(std::vector<double> values, Form form = Form::Plain);
/// The same with an extra scale, such as 1e-6 for millions.
std::string median_and_range(std::vector<double> values, Form form, double scale);

/// "28 of 32": runs in which a value is above a threshold, of those in which it is defined.
std::string runs_above(const std::vector<double>& values, double threshold);
std::string runs_below(const std::vector<double>& values, double threshold);

/// Element by element; the shorter length counts.
std::vector<double> difference(const std::vector<double>& a, const std::vector<double>& b);
std::vector<double> ratio(const std::vector<double>& a, const std::vector<double>& b);

/// A table of Markdown.
class MarkdownTable {
 public:
  explicit MarkdownTable(std::vector<std::string> head);
  void add(const std::vector<std::string>& cells);
  std::string text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace skillscale::cli
