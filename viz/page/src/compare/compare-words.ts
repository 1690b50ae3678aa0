// The sentences of the comparison's chart: what stands out in the last month, and what the interval leaves open.
import type { Speech } from "../i18n/index";
import { clearnessOf, fewestClearRuns, lastMonth, pointAt, signOf, type Point } from "../series";
import { runsOf, type Band, type ComparedVariable, type Comparison } from "./comparison";
import type { Mode } from "./compare-state";

export interface Line {
  /** Position among the results. */
  at: number;
  name: string;
  band: Band;
}

/** What is drawn: every result's own level, or every other result against the reference. */
export function linesOf(comparison: Comparison, variable: ComparedVariable, mode: Mode, reference: number): Line[] {
  const bands: readonly (Band | null)[] = mode === "level" ? variable.level : (variable[mode][reference] ?? []);
  return comparison.results.flatMap((result, at) => {
    const band = bands[at];
    return band ? [{ at, name: result.name, band }] : [];
  });
}

/** The last month in which any line has a value. */
export function shownMonth(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map((line) => lastMonth(line.band)));
}

function told(speech: Speech, point: Point, units: string): string {
  return `${speech.amount(point.median, units)} (${speech.text.to(speech.short(point.low), speech.short(point.high))})`;
}

function during(speech: Speech, variable: ComparedVariable, month: string): string {
  const when = speech.month(month);
  return variable.year_mean ? speech.text.chart.inYear(when) : speech.text.by(when);
}

/** "Arrivals in the 12 months to December 2044: most with A, 812 people a month (700 to 900); least with B, ..." */
export function message(
  comparison: Comparison, speech: Speech, variable: ComparedVariable, mode: Mode, reference: number,
): string {
  const words = speech.text.compare;
  const lines = linesOf(comparison, variable, mode, reference);
  const month = shownMonth(lines);
  const when = during(speech, variable, comparison.months[month] ?? "");
  const name = speech.variable(variable.name, variable.long_name);
  const known = lines.map((line) => ({ ...line, point: pointAt(line.band, month) }))
    .filter((line) => line.point.median !== null);
  const value = (line: { point: Point }): number => line.point.median ?? 0;
  const base = comparison.results[reference]?.name ?? "";
  const [first] = known;
  if (!first) return `${name}: ${speech.text.chart.noData}`;
  if (mode === "level") {
    const most = known.reduce((best, line) => (value(line) > value(best) ? line : best), first);
    const least = known.reduce((best, line) => (value(line) < value(best) ? line : best), first);
    if (value(most) === value(least)) return words.allEqual(name, when, told(speech, most.point, variable.units));
    return words.mostLeast(name, when, most.name, told(speech, most.point, variable.units), least.name,
      told(speech, least.point, variable.units));
  }
  const neutral = mode === "ratio" ? 1 : 0;
  const distance = (line: { point: Point }): number =>
    mode === "ratio" && value(line) > 0 ? Math.abs(Math.log(value(line))) : Math.abs(value(line) - neutral);
  const far = known.reduce((best, line) => (distance(line) > distance(best) ? line : best), first);
  if (mode === "ratio") return words.ratioIs(name, when, far.name, base, told(speech, far.point, ""));
  if (value(far) === 0) return words.noneDiffers(name, when, base);
  const plus = value(far) > 0 ? "+" : "";
  return words.differenceIs(name, when, far.name, base, `${plus}${told(speech, far.point, variable.units)}`);
}

/** Which results do not stand out clearly from the reference in the last month, and why; empty where all do. */
export function doubts(comparison: Comparison, speech: Speech, variable: ComparedVariable, reference: number): string {
  const words = speech.text.compare;
  const lines = linesOf(comparison, variable, "difference", reference);
  const month = shownMonth(lines);
  const base = comparison.results[reference]?.name ?? "";
  const level = pointAt(variable.level[reference] ?? [], month).median;
  const runs = Math.min(...comparison.results.map(runsOf));
  if (runs < fewestClearRuns) return speech.text.chart.few(String(fewestClearRuns));
  const named = (which: (point: Point) => boolean): string[] =>
    lines.filter((line) => which(pointAt(line.band, month))).map((line) => line.name);
  const open = named((point) => signOf(point.low, point.high) === "zero");
  const small = named((point) => clearnessOf(point, level, runs) === "small");
  return [
    ...(open.length > 0 ? [words.open(open.join(", "), base)] : []),
    ...(small.length > 0 ? [words.small(small.join(", "), base)] : []),
  ].join(" ");
}
