// Sentences about series: titles with numbers, and what the band says about zero.
import type { Speech } from "../i18n/index";
import { asCounts, type Interval } from "../i18n/numbers";
import type { Result } from "../result";
import {
  clearnessOf, coverage, fewestClearRuns, lastMonth, leastClearShare, middle, pointAt, runsOf, zeroVerdict, type Bands,
  type Pace,
} from "../series";

export interface Subject {
  name: string;
  units: string;
  /** Whether the unit counts things ("fewer") or measures them ("less"). */
  isCount: boolean;
  pace: Pace;
}

/** "in December 2044" or "in the 12 months to December 2044". */
function during(speech: Speech, subject: Subject, month: string): string {
  const when = speech.month(month);
  return subject.pace === "year" ? speech.text.chart.inYear(when) : speech.text.by(when);
}

function tidy(subject: Subject, of: Interval): Interval {
  return subject.isCount ? asCounts(of) : of;
}

function amountOfChange(speech: Speech, subject: Subject, change: number): string {
  const words = speech.text.chart;
  const { median } = tidy(subject, { low: null, median: Math.abs(change), high: null });
  const size = speech.amount(median, subject.units);
  if (change === 0) return words.equal;
  if (change > 0) return words.moreThan(size);
  return subject.isCount ? words.fewerThan(size) : words.lessThan(size);
}

/** "Arrivals: 812 people a month in December 2044, 640 more than with pilots as today". */
export function levelSentence(
  result: Result, speech: Speech, subject: Subject, main: Bands, difference: Bands | undefined, reference: string,
): string {
  const words = speech.text.chart;
  const at = lastMonth(main);
  const when = during(speech, subject, result.months[Math.max(0, at)] ?? "");
  const value = tidy(subject, pointAt(main, at)).median;
  const start = words.titleLevel(subject.name, speech.amount(value, subject.units), when);
  const change = difference && pointAt(difference, at).median;
  if (change === undefined || change === null) return start;
  const size = amountOfChange(speech, { ...subject, units: "1" }, change);
  return `${start}, ${size} ${words.than(speech.reference(reference))}`;
}

/** "Arrivals: 640 people a month more than with pilots as today in December 2044 (510 to 770)". */
export function differenceSentence(
  result: Result, speech: Speech, subject: Subject, difference: Bands, reference: string,
): string {
  const words = speech.text.chart;
  const at = lastMonth(difference);
  const point = pointAt(difference, at);
  if (point.median === null) return `${subject.name}: ${words.noData}`;
  const change = amountOfChange(speech, subject, point.median);
  const told = speech.interval(tidy(subject, point), "plain");
  const range = speech.text.to(told.low, told.high);
  const when = during(speech, subject, result.months[at] ?? "");
  return `${subject.name} ${when}: ${change} ${words.than(speech.reference(reference))} (${range})`;
}

/** "It is less than 1 % of the comparison's value", where that holds at the end. */
function sizeSentence(result: Result, speech: Speech, difference: Bands, other: Bands | undefined): string {
  const end = result.months.length - 1;
  const base = other && middle(other)?.[end];
  const isSmall = clearnessOf(pointAt(difference, end), base ?? null, runsOf(result)) === "small";
  return isSmall ? ` ${speech.text.chart.tooSmall(speech.percent(leastClearShare))}` : "";
}

/** Whether and since when the outer band of a difference keeps clear of zero, and whether it is large enough to matter. */
export function zeroSentence(
  result: Result, speech: Speech, difference: Bands, other: Bands | undefined, reference: string,
): string {
  const words = speech.text.chart;
  if (difference.every((band) => band.every((value) => value === 0 || value === null))) {
    return words.identical(speech.reference(reference));
  }
  if (runsOf(result) < fewestClearRuns) return words.few(String(fewestClearRuns));
  const verdict = zeroVerdict(result, difference);
  const share = speech.percent(coverage(result));
  const end = speech.month(result.months[result.months.length - 1] ?? "");
  if (verdict.atEnd === "zero") return words.includes(share, end);
  const side = verdict.atEnd;
  const main =
    verdict.since === 0 || verdict.since === undefined
      ? words.excludesAlways(share, side)
      : words.excludesSince(share, side, speech.month(result.months[verdict.since] ?? ""));
  const opposite = side === "above" ? "below" : "above";
  const size = sizeSentence(result, speech, difference, other);
  return `${main}${verdict.everOpposite ? ` ${words.opposite(opposite)}` : ""}${size}`;
}

/** Reading of one month: "May 2030: This scenario 812 (700 to 905); pilots as today 230". */
export function reading(
  result: Result, speech: Speech, month: number, main: Bands, mainLabel: string,
  other: Bands | undefined, otherLabel: string, pace: Pace,
): string {
  const point = pointAt(main, month);
  const named = speech.month(result.months[month] ?? "");
  const when = pace === "year" ? speech.text.chart.yearTo(named) : named;
  if (point.median === null) return `${when}: ${speech.text.chart.noData}`;
  const told = speech.interval(point, "plain");
  const first = `${mainLabel} ${told.median} (${speech.text.to(told.low, told.high)})`;
  if (!other) return `${when}: ${first}`;
  return `${when}: ${first}; ${otherLabel} ${speech.short(pointAt(other, month).median)}`;
}
