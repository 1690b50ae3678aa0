// Numbers as people read them: rounded by their size, and intervals with the decimals of their median.
import type { Catalogue } from "./en";

/** What a number counts, which decides on its sign, its unit and its decimals. */
export type NumberKind = "plain" | "share" | "points" | "euros" | "months";

/** A median with its interval as one number each. */
export interface Interval {
  low: number | null;
  median: number | null;
  high: number | null;
}

/** The same as texts; `isTiny` where the median is not zero but too small to be told, and so is all of the interval. */
export interface Told {
  low: string;
  median: string;
  high: string;
  isTiny: boolean;
}

export interface Numbers {
  /** Rounded to three significant digits, large numbers in words: for sentences and axes. */
  short(value: number | null): string;
  /** Up to six significant digits, as stored: for tables. */
  exact(value: number | null): string;
  /** 0.9 -> "90 %". */
  percent(share: number | null, digits?: number): string;
  /** With exactly so many decimals. */
  decimals(value: number | null, digits: number): string;
  /** "€412 million", "412 Mio. €". */
  euros(value: number | null): string;
  /** Two or three significant digits of the median, and as many decimals in the interval. */
  interval(of: Interval, kind: NumberKind): Told;
}

/** Smaller medians are told as "below 0.01". */
const least = 0.01;
const mostDecimals = 3;
const minus = "\u2212";

/** With a true minus; a mark that keeps it before its number in Arabic stays. */
function signed(text: string): string {
  return text.replace(/^(\u200e?)-/, `$1${minus}`);
}

const made = new Map<string, Intl.NumberFormat>();

/** A format with least and most decimals; making one takes longer than a hundred numbers. */
function formatOf(locale: string, least: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${least} ${most}`;
  const known = made.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
  made.set(key, known);
  return known;
}

function fixed(locale: string, value: number, digits: number): string {
  const shown = formatOf(locale, digits, digits);
  const text = shown.format(value);
  return /[1-9]/.test(text) ? signed(text) : text.replace(/^\u200e?-/, "");
}

/** One decimal more where an interval that excludes zero would seem to reach it. */
function keepingSign({ low, high }: Interval, digits: number): number {
  if (low === null || high === null || low * high <= 0) return digits;
  return rounded(low, digits) === 0 || rounded(high, digits) === 0 ? digits + 1 : digits;
}

/** Rounded as counts in sentences are: whole from a median of ten on, else with two significant digits of it. */
export function asCounts(of: Interval): Interval {
  const size = Math.abs(of.median ?? 0);
  const digits = keepingSign(of, size >= 10 ? 0 : size >= 1 || size === 0 ? 1 : 2);
  const tidy = (value: number | null): number | null => value === null ? null : rounded(value, digits);
  return { low: tidy(of.low), median: tidy(of.median), high: tidy(of.high) };
}

/** `digits` below zero rounds to tens, hundreds and so on. */
function rounded(value: number, digits: number): number {
  const step = 10 ** -digits;
  return digits < 0 ? Math.round(value / step) * step : Number(value.toFixed(digits));
}

/** Decimals that give the median three significant digits; fewer where they would all be zero. */
function digitsOf(values: readonly number[], median: number): number {
  const size = Math.abs(median) || Math.max(...values.map(Math.abs));
  if (size < least) return size === 0 ? 0 : 2;
  let digits = Math.min(mostDecimals, 2 - Math.floor(Math.log10(size)));
  while (digits > 0 && values.every((value) => rounded(value, digits) === rounded(value, digits - 1))) --digits;
  return digits;
}

function scaleOf(text: Catalogue, median: number): { size: number; word: string } {
  const scales: [number, string][] = [[1e12, text.trillion], [1e9, text.billion], [1e6, text.million]];
  const found = scales.find(([size]) => Math.abs(median) >= size);
  return found ? { size: found[0], word: `\u00a0${found[1]}` } : { size: 1, word: "" };
}

/** The number with what stands before and after it in its kind. */
function dress(text: Catalogue, isAfter: boolean, kind: NumberKind, number: string): string {
  if (kind === "share") return `${number}\u00a0%`;
  if (kind === "points") return `${number}\u00a0${text.key.pointsShort}`;
  if (kind !== "euros") return number;
  if (isAfter) return `${number}\u00a0€`;
  return number.startsWith(minus) ? `${minus}€${number.slice(1)}` : `€${number}`;
}

function tellInterval(text: Catalogue, locale: string, of: Interval, kind: NumberKind): Told {
  const factor = kind === "share" || kind === "points" ? 100 : 1;
  const known = [of.low, of.median, of.high].flatMap((value) => (value === null ? [] : [value * factor]));
  const median = (of.median ?? 0) * factor;
  const scale = scaleOf(text, median || Math.max(0, ...known.map(Math.abs)));
  const scaled = known.map((value) => value / scale.size);
  const [low = null, high = null] = [scaled[0], scaled[scaled.length - 1]];
  const digits = kind === "months" ? 1 : keepingSign({ low, median, high }, digitsOf(scaled, median / scale.size));
  const put = (number: string): string => dress(text, !locale.startsWith("en"), kind, number);
  const tell = (value: number | null): string => {
    if (value === null) return text.chart.noData;
    const number = rounded((value * factor) / scale.size, digits);
    return put(`${fixed(locale, number, Math.max(0, digits))}${scale.word}`);
  };
  const told = { low: tell(of.low), median: tell(of.median), high: tell(of.high), isTiny: false };
  const isSmall = (value: number): boolean => Math.abs(value) < least;
  if (kind === "months" || median === 0 || !isSmall(median)) return told;
  const bound = put(fixed(locale, median < 0 ? -least : least, 2));
  const words = median < 0 ? text.above(bound) : text.below(bound);
  return { ...told, median: words, isTiny: known.every(isSmall) };
}

export function numbersOf(locale: string, text: Catalogue): Numbers {
  const isAfter = !locale.startsWith("en");
  const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const compact = new Intl.NumberFormat(locale, {
    maximumSignificantDigits: 3,
    notation: "compact",
    compactDisplay: isAfter ? "short" : "long",
  });
  const full = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 });
  const none = text.chart.noData;
  const short = (value: number | null): string => {
    if (value === null) return none;
    const large = Math.abs(value) >= 1e6;
    return signed((large ? compact : plain).format(value === 0 ? 0 : value));
  };
  return {
    short,
    euros: (value) => (value === null ? none : dress(text, isAfter, "euros", short(value))),
    decimals: (value, digits) => (value === null ? none : fixed(locale, value, digits)),
    exact: (value) => (value === null ? none : signed(full.format(value === 0 ? 0 : value))),
    percent: (share, digits = 0) => {
      if (share === null) return none;
      const scaled = formatOf(locale, 0, digits).format(share * 100);
      return `${signed(scaled === "-0" ? "0" : scaled)}\u00a0%`;
    },
    interval: (of, kind) => tellInterval(text, locale, of, kind),
  };
}
