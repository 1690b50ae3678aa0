// Sentences about series: titles with numbers, and what the band says about zero.
import type { Speech } from "../i18n/index";
import type { Result } from "../result";
import { coverage, lastMonth, pointAt, zeroVerdict, type Bands } from "../series";

export interface Subject {
  name: string;
  units: string;
  /** Whether the unit counts things ("fewer") or measures them ("less"). */
  isCount: boolean;
}

/** Counts of ten and more are told as whole numbers. */
function tidy(subject: Subject, value: number): number {
  return subject.isCount && Math.abs(value) >= 10 ? Math.round(value) : value;
}

function amountOfChange(speech: Speech, subject: Subject, change: number): string {
  const words = speech.text.chart;
  const size = speech.amount(Math.abs(tidy(subject, change)), subject.units);
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
  const when = speech.month(result.months[Math.max(0, at)] ?? "");
  const value = pointAt(main, at).median;
  const start = words.titleLevel(subject.name, speech.amount(value === null ? null : tidy(subject, value), subject.units), when);
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
  const range = speech.text.to(speech.short(point.low), speech.short(point.high));
  const when = speech.text.by(speech.month(result.months[at] ?? ""));
  return `${subject.name} ${when}: ${change} ${words.than(speech.reference(reference))} (${range})`;
}

/** Whether and since when the outer band of a difference keeps clear of zero. */
export function zeroSentence(result: Result, speech: Speech, difference: Bands, reference: string): string {
  const words = speech.text.chart;
  if (difference.every((band) => band.every((value) => value === 0))) {
    return words.identical(speech.reference(reference));
  }
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
  return verdict.everOpposite ? `${main} ${words.opposite(opposite)}` : main;
}

/** Reading of one month: "May 2030: This scenario 812 (700 to 905); pilots as today 230". */
export function reading(
  result: Result, speech: Speech, month: number, main: Bands, mainLabel: string,
  other: Bands | undefined, otherLabel: string,
): string {
  const point = pointAt(main, month);
  const range = speech.text.to(speech.short(point.low), speech.short(point.high));
  const first = `${mainLabel} ${speech.short(point.median)} (${range})`;
  const when = speech.month(result.months[month] ?? "");
  if (!other) return `${when}: ${first}`;
  return `${when}: ${first}; ${otherLabel} ${speech.short(pointAt(other, month).median)}`;
}
