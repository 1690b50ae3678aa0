// One run of a sweep.
#include <unistd.h>

#include <array>
#include <chrono>
#include <exception>
#include <limits>

#include "experiments/headline_values.h"
#include "experiments/measure.h"
#include "experiments/sweep/sweep.h"
#include "output/digest_total.h"
#include "sim/error.h"

namespace skillscale::experiments {
namespace {

using Clock = std::chrono::system_clock;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return "host";
  return name.data();
}

double seconds_since_1970(Clock::time_point at) {
  return std::chrono::duration<double>(at.time_since_epoch()).count();
}

/// Points with random numbers of their own have seeds that no other point has.
std::uint64_t seed_of(const Sweep& sweep, std::uint32_t point) {
  constexpr std::uint64_t step = 0x9e3779b97f4a7c15U;
  return sweep.has_common_random_numbers ? sweep.seed : sweep.seed + step * (point + 1ULL);
}

Recording recording_of(const Sweep& sweep) {
  Recording recording;
  for (const auto& outcome : sweep.outcomes) {
    for (const auto& of : outcome.of) record(of, recording);
    for (const auto& per : outcome.per) record(per, recording);
  }
  return recording;
}

std::size_t position_of(std::string_view headline) {
  const auto table = models::headline_table();
  for (std::size_t h = 0; h < table.size(); ++h)
    if (table[h].name == headline) return h;
  throw sim::InputError("this program has no headline " + std::string(headline) +
                        "\n  next: go on with the program that began the sweep");
}

class Results {
 public:
  Results(const Sweep& sweep, const Recording& recording, const std::vector<WorldRecord>& records,
          const HeadlineValues& headlines)
      : sweep_(sweep), recording_(recording), records_(records), headlines_(headlines) {}

  std::vector<double> all() const {
    const std::size_t years = sweep_.years_or_one();
    std::vector<double> values;
    for (const auto& outcome : sweep_.outcomes) {
      for (std::size_t year = 0; year < years; ++year) {
        const bool is_yearly = outcome.of.size() > 1 || (outcome.of.size() == 1 && years == 1);
        values.push_back(value(outcome, is_yearly ? year : 0));
      }
    }
    return values;
  }

 private:
  double value(const SweepOutcome& outcome, std::size_t year) const {
    if (!outcome.headline.empty()) return headline(outcome);
    const double here = measured(outcome, 0, year);
    return outcome.against == 0 ? here : here - measured(outcome, outcome.against, year);
  }

  double headline(const SweepOutcome& outcome) const {
    const std::size_t h = position_of(outcome.headline);
    const bool is_pair = models::headline_table()[h].kind == models::HeadlineKind::Pair;
    if (is_pair) return headlines_.of(0, h, 0)[outcome.against - 1];
    const double here = headlines_.of(0, h, 0)[0];
    return outcome.against == 0 ? here : here - headlines_.of(0, h, outcome.against)[0];
  }

  double measured(const SweepOutcome& outcome, std::size_t world, std::size_t year) const {
    const auto& monthly = records_[world].monthly;
    const double of = measure(outcome.of[year], recording_, monthly, sweep_.months);
    if (outcome.per.empty()) return of;
    const double by = measure(outcome.per.front(), recording_, monthly, sweep_.months);
    return by != 0 ? of / by : undefined;
  }

  const Sweep& sweep_;
  const Recording& recording_;
  const std::vector<WorldRecord>& records_;
  const HeadlineValues& headlines_;
};

void carry_out(const Sweep& sweep, Progress& progress, RunRecord& run) {
  const auto values = worlds_of(sweep, run.key.point);
  const auto worlds = make_worlds(values, sweep.months, sweep.seed, 0);
  const auto recording = recording_of(sweep);
  const auto records = run_replicate(worlds, {seed_of(sweep, run.key.point), run.key.replicate, 0},
                                     recording, progress);
  if (progress.stop) return;
  HeadlineValues headlines(worlds.names, *worlds.parameters.front(), 1);
  std::vector<output::DigestWords> digests;
  for (const auto& record : records) {
    headlines.add(0, record.totals, record.fates);
    digests.push_back({record.digest.high, record.digest.low});
  }
  headlines.close();
  run.results = Results(sweep, recording, records, headlines).all();
  run.digest = output::digest_hex(output::total_digest(digests));
}

}  // namespace

std::vector<WorldValues> worlds_of(const Sweep& sweep, std::size_t point) {
  const double* const at = &sweep.values[point * sweep.factors.size()];
  std::size_t base = 0;
  for (std::size_t f = 0; f < sweep.factors.size(); ++f)
    if (sweep.factors[f].path.empty()) base = static_cast<std::size_t>(at[f]);
  auto worlds = sweep.bases[base];
  for (std::size_t f = 0; f < sweep.factors.size(); ++f) {
    const auto& factor = sweep.factors[f];
    if (factor.path.empty()) continue;
    const std::size_t changed = factor.is_policy ? 1 : worlds.size();
    for (std::size_t w = 0; w < changed; ++w)
      worlds[w].values.numbers.emplace_back(factor.path, at[f]);
  }
  return worlds;
}

RunRecord simulate(const Sweep& sweep, RunKey key, Progress& progress) {
  static const std::string host = host_name();
  RunRecord run;
  run.key = key;
  run.host = host;
  const auto begin = Clock::now();
  run.started = seconds_since_1970(begin);
  // A point that cannot be run must not end the others; what it is about stays with it.
  try {
    carry_out(sweep, progress, run);
  } catch (const std::exception& error) {
    run.status = RunStatus::Failed;
    run.message = error.what();
    run.results.assign(sweep.results(), undefined);
  }
  run.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  return run;
}

std::string digest_of_runs(const Sweep& sweep, const std::vector<RunRecord>& runs) {
  std::vector<output::DigestWords> digests(sweep.runs());
  std::size_t done = 0;
  for (const auto& run : runs) {
    if (run.status != RunStatus::Done) continue;
    digests[run.key.point * sweep.replicates + run.key.replicate] =
        output::digest_from_hex(run.digest);
    ++done;
  }
  return done == sweep.runs() ? output::digest_hex(output::total_digest(digests)) : "";
}

}  // namespace skillscale::experiments
