#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/comparison_table.h"
#include "cli/number_words.h"
#include "cli/table_text.h"

namespace skillscale::cli {
namespace {

using experiments::Interval;

constexpr std::size_t label_width = 14, column_width = 21, columns = 4;

/// Numbers of a row in the unit that keeps them short.
struct Look {
  double factor = 1;
  std::string unit;
  int decimals = 0;
};

Look look_of(const ComparisonRow& row) {
  double size = 0;
  for (const auto& cell : row.cells) {
    for (const double value : {cell.own.low, cell.own.median, cell.own.high})
      if (!std::isnan(value)) size = std::max(size, std::fabs(value));
  }
  const auto& q = row.quantity;
  Look look{1, q.units == "1" ? "" : q.units, 0};
  constexpr double many = 1e6, percent = 100;
  if (q.is_share) look = {percent, "%", 0};
  if (!q.is_share && size >= many) look = {1 / many, "million " + look.unit, 0};
  look.decimals = q.is_share ? 1 : decimals_for(size * look.factor);
  return look;
}

std::string range(const Interval& of, const Look& look, Words words) {
  if (std::isnan(of.median)) return "";
  return words(of.low * look.factor, look.decimals) + " to " +
         words(of.high * look.factor, look.decimals);
}

/// The reference and up to three others stand beside each other.
using Block = std::vector<std::size_t>;

std::vector<Block> blocks_of(const Comparison& comparison) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < comparison.names.size(); ++i) {
    if (i == comparison.reference) continue;
    if (blocks.empty() || blocks.back().size() == columns) blocks.push_back({comparison.reference});
    blocks.back().push_back(i);
  }
  return blocks;
}

template <class Cell>
std::string text_row(const std::string& label, const Block& block, Cell cell) {
  auto text = fmt::format("{:<{}}", label, label_width);
  for (const auto which : block) text += fmt::format("{:>{}}", cell(which), column_width);
  text.erase(text.find_last_not_of(' ') + 1);
  return text + "\n";
}

/// The end of a name tells more than its beginning when it is a path.
std::string short_name(const std::string& name) {
  constexpr std::size_t longest = column_width - 1;
  return name.size() <= longest ? name : ".." + name.substr(name.size() - longest + 2);
}

bool is_nothing(const Interval& of) { return std::isnan(of.low) || (of.low == 0 && of.high == 0); }

bool is_nothing(const ComparisonRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const ComparisonCell& cell) {
    return is_nothing(cell.own) && is_nothing(cell.difference);
  });
}

std::string rows_text(const Comparison& comparison, const Block& block, bool has_range) {
  std::string text;
  for (const auto& row : comparison.rows) {
    if (is_nothing(row)) continue;
    const auto look = look_of(row);
    const auto& q = row.quantity;
    text += "\n" + q.long_name + (look.unit.empty() ? "" : " (" + look.unit + ")") +
            (q.against.empty() ? "" : ", against " + q.against) + "\n";
    const auto number = [&](double value, Words words) {
      return words(value * look.factor, look.decimals);
    };
    text += text_row("  median", block,
                     [&](std::size_t i) { return number(row.cells[i].own.median, grouped); });
    if (has_range) {
      text += text_row("  90 %", block,
                       [&](std::size_t i) { return range(row.cells[i].own, look, grouped); });
    }
    text += text_row("  difference", block, [&](std::size_t i) {
      return i == comparison.reference ? "" : number(row.cells[i].difference.median, with_sign);
    });
    if (has_range) {
      text += text_row("  90 %", block, [&](std::size_t i) {
        return i == comparison.reference ? "" : range(row.cells[i].difference, look, with_sign);
      });
    }
  }
  return text;
}

std::string parties_text(const Comparison& comparison, std::size_t which) {
  std::string text;
  for (const auto& verdict : comparison.verdicts[which]) {
    const bool is_paired = comparison.pairing[which].is_paired;
    const auto runs = fmt::format("{} {}", verdict.runs, is_paired ? "runs" : "pairs of runs");
    text += fmt::format("\n{} against {}{}\n", comparison.names[which],
                        comparison.names[comparison.reference], is_paired ? "" : " (unpaired)");
    if (verdict.is_same_world) {
      text += fmt::format("  measured from {}, which is the same in both\n", verdict.against);
    } else {
      text += fmt::format(
          "  each measured from its own {0}; these differ, so this compares gains "
          "and not\n  the results themselves\n",
          verdict.against);
    }
    text += fmt::format(
        "  Triple win: migrants, origin and destination all gain in {} of {}.\n"
        "  None of seven groups is worse off in {} of {}.\n",
        verdict.triple_wins, runs, verdict.nobody_worse, runs);
    const auto list = [&](const char* title, const std::vector<std::string>& who) {
      if (!who.empty()) text += fmt::format("  {}\n", title) + wrapped(who, "    ");
    };
    list("Gaining:", verdict.gaining);
    list("Losing:", verdict.losing);
    list("The same in every run:", verdict.same);
    list("Open, as the range holds zero:", verdict.open);
  }
  return text;
}

std::string pairing_text(const Comparison& comparison) {
  std::string text;
  for (std::size_t i = 0; i < comparison.names.size(); ++i) {
    const auto& pairing = comparison.pairing[i];
    if (i == comparison.reference || pairing.is_paired) continue;
    std::vector<std::string> reasons = pairing.reasons;
    text += fmt::format("{} is UNPAIRED with {}: they differ in\n{}", comparison.names[i],
                        comparison.names[comparison.reference], wrapped(reasons, "  "));
  }
  if (text.empty()) {
    return "All are paired: run by run on the same random numbers, so that a difference is what "
           "the\ninput causes.\n";
  }
  return text +
         "Unpaired, every run is held against every run of the other, and the range also "
         "holds the\nchance of both sides.\n";
}

}  // namespace

std::string comparison_text(const Comparison& comparison, const std::vector<Compared>& all) {
  const auto& layout = all[comparison.reference].result->layout();
  const auto runs = static_cast<long long>(layout.draws) * layout.replicates;
  std::string text =
      fmt::format("Reference {}; {}; {} run{}\n", comparison.names[comparison.reference],
                  experiments::horizon_words(layout), runs, runs == 1 ? "" : "s");
  text += runs > 1 ? "A range holds 90 % of the runs.\n"
                   : "One run: there are no ranges, and chance is not told apart.\n";
  text += pairing_text(comparison);
  for (const auto& block : blocks_of(comparison)) {
    text +=
        "\n" + text_row("", block, [&](std::size_t i) { return short_name(comparison.names[i]); });
    text += text_row("", block, [&](std::size_t i) { return pairing_word(comparison, i); });
    text += rows_text(comparison, block, runs > 1);
  }
  std::string parties;
  for (std::size_t i = 0; i < all.size(); ++i) parties += parties_text(comparison, i);
  if (parties.empty()) {
    return text +
           "\nWho gains is not known: the results share no reference world (ensemble."
           "references).\n";
  }
  return text +
         "\nWho gains and who loses. Gains per person are in the yardstick of the "
         "reference.\n" +
         parties;
}

}  // namespace skillscale::cli
