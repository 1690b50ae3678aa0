#include "cli/calibration_report.h"

#include <fmt/format.h>

#include <cmath>
#include <fstream>

#include "output/temporary_file.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

using experiments::Spread;
using experiments::Verdict;

std::string number(double value) {
  if (std::isnan(value)) return "-";
  if (value != 0 && std::abs(value) < 1000) return fmt::format("{:.3g}", value);
  return fmt::format("{:.0f}", value);
}

std::string range(double low, double high) {
  if (std::isinf(low)) return "at most " + number(high);
  if (std::isinf(high)) return "at least " + number(low);
  return number(low) + " to " + number(high);
}

const char* word(Verdict verdict) {
  return verdict == Verdict::Hit ? "hit" : verdict == Verdict::Miss ? "miss" : "not defined";
}

std::string spread(const Spread& s) {
  return fmt::format("{} ({})", number(s.median), range(s.low, s.high));
}

void write_text(const fs::path& file, const std::string& text) {
  output::TemporaryFile temporary(file);
  {
    std::ofstream stream(temporary.path(), std::ios::binary);
    stream << text;
    stream.close();
    if (!stream) {
      throw sim::StorageError(file.string() +
                              ": cannot be written\n  next: check the disk behind it");
    }
  }
  temporary.commit();
}

std::string use_heading(scenarios::Use use) {
  switch (use) {
    case scenarios::Use::Calibrated:
      return "Calibrated: the parameters were chosen to meet these";
    case scenarios::Use::StructuralCheck:
      return "Structural checks: must follow from mechanisms, never tuned to";
    default:
      return "Held out: never seen by the calibration";
  }
}

std::string target_rows(const experiments::CalibrationSummary& summary, scenarios::Use use) {
  std::string text;
  for (const auto& t : summary.targets) {
    if (t.target->use != use) continue;
    text += fmt::format("| `{}` | {} | {} | {} | **{}** | {} | {} |\n", t.target->name,
                        range(t.observed_low, t.observed_high), spread(t.predicted), t.target->unit,
                        word(t.verdict), t.target->source, t.target->note);
  }
  return text;
}

std::string emulator_rows(const experiments::calibration::Outcome& outcome,
                          const scenarios::Calibration& calibration) {
  std::string text;
  const auto& last = outcome.waves.back().emulators;
  for (std::size_t i = 0; i < last.size(); ++i) {
    text += fmt::format("| `{}` | {:.2f} | {:.2f} |\n", calibration.targets[i].name,
                        last[i].explained, last[i].standardised);
  }
  return text;
}

std::string how_it_went(const scenarios::Calibration& calibration,
                        const experiments::calibration::Outcome& outcome) {
  const auto& last = outcome.posterior.generations.back();
  std::string text = fmt::format(
      "{} points of {} runs each were simulated. History matching left {:.2g} % of the space after "
      "{} waves; the sampler made {} generations, the last with tolerance {} (standard deviations "
      "of a target, root mean square; 1.4 is what a model that is right has, as observation and "
      "prediction err both) and {:.0f} effective particles of {}. It ended because {}.\n\n",
      outcome.points.size(), calibration.settings.replicates, 100 * outcome.waves.back().share,
      outcome.waves.size(), outcome.posterior.generations.size(), number(last.tolerance),
      last.effective, last.particles.size(), outcome.posterior.end);
  text +=
      "How well each target's emulator predicts left-out points (share of the variance "
      "explained; errors over their expected size, ideally 1):\n\n";
  text += "| target | explained | standardised error |\n|---|---|---|\n";
  return text + emulator_rows(outcome, calibration);
}

std::string parameter_rows(const experiments::CalibrationSummary& summary) {
  std::string text;
  for (const auto& p : summary.parameters) {
    text += fmt::format("| `{}` | {} | {} | {} |\n", p.parameter->path,
                        range(p.parameter->low, p.parameter->high), spread(p.learnt),
                        p.parameter->unit);
  }
  return text;
}

int count(const experiments::CalibrationSummary& summary, scenarios::Use use, bool only_hits) {
  int number = 0;
  for (const auto& t : summary.targets)
    number += t.target->use == use && (!only_hits || t.verdict == Verdict::Hit) ? 1 : 0;
  return number;
}

}  // namespace

std::string calibration_table(const experiments::CalibrationSummary& summary) {
  std::string text =
      fmt::format("{:<52} {:>24} {:>32}\n", "parameter", "range before", "median (90 %) after");
  for (const auto& p : summary.parameters) {
    text += fmt::format("{:<52} {:>24} {:>32} {}\n", p.parameter->path,
                        range(p.parameter->low, p.parameter->high), spread(p.learnt),
                        p.parameter->unit);
  }
  text += fmt::format("\n{:<36} {:<16} {:>20} {:>28}\n", "target", "use", "observed (90 %)",
                      "predicted (90 %)");
  for (const auto& t : summary.targets) {
    text += fmt::format("{:<36} {:<16} {:>20} {:>28} {} {}\n", t.target->name,
                        use_word(t.target->use), range(t.observed_low, t.observed_high),
                        spread(t.predicted), word(t.verdict), t.target->unit);
  }
  return text;
}

void write_report(const fs::path& file, const scenarios::Calibration& calibration,
                  const experiments::calibration::Outcome& outcome,
                  const experiments::CalibrationSummary& summary, const std::string& command) {
  auto picture = file;
  picture.replace_extension(".svg");
  std::string text = fmt::format(
      "# Validation: {}\n\nGenerated by `{}`; digest `{}`.\n\n{}\n\n"
      "A target is hit where the 90 % interval of the prediction (particles by weight, each the "
      "mean of its replicates) meets that of the observation; against a bound the median counts. "
      "Parameters that are not free stand at their stated values here.\n\n![Observed and "
      "predicted]({})\n\n",
      calibration.name, command, outcome.digest, calibration.description,
      picture.filename().string());
  for (const auto use :
       {scenarios::Use::Calibrated, scenarios::Use::StructuralCheck, scenarios::Use::HeldOut}) {
    if (count(summary, use, false) == 0) continue;
    text += fmt::format(
        "## {}\n\n{} of {} hit.\n\n| target | observed, 90 % | predicted: median "
        "(90 %) | unit | | source | what it is |\n|---|---|---|---|---|---|---|\n",
        use_heading(use), count(summary, use, true), count(summary, use, false));
    text += target_rows(summary, use) + "\n";
  }
  text +=
      "## Parameters\n\n| parameter | range before | median (90 %) after | unit |\n|---|---|---|"
      "---|\n" +
      parameter_rows(summary) + "\n## How it went\n\n" + how_it_went(calibration, outcome);
  write_text(file, text);
  write_text(picture, calibration_picture(summary));
}

}  // namespace skillscale::cli
