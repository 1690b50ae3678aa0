// Finds series in a result and says in numbers what a reader wants to know about them. No drawing, no words.
import { cellCount } from "./load";
import type { Headline, QuantileSeries, Result, SeriesOfWorlds, Slice, Spread, Variable } from "./result";

/** One line with its spread: `bands[quantile][month]`, an odd number of quantiles with the median in the middle. */
export type Bands = (number | null)[][];

export type World = { kind: "scenario" } | { kind: "reference" | "difference"; name: string };

export const scenario: World = { kind: "scenario" };

/** Names that the open view has asked for; the live model computes these first. */
export const askedFor = new Set<string>();

export function findVariable(result: Result, name: string): Variable | undefined {
  askedFor.add(name);
  return result.variables.find((variable) => variable.name === name);
}

/** The tables of waits, which the live model makes for views that ask for them. */
export function waitsOf(result: Result): Result["waits"] {
  askedFor.add("waits");
  return result.waits;
}

export function findHeadline(result: Result, name: string): Headline | undefined {
  return result.headline.find((headline) => headline.name === name);
}

/** The slice that keeps exactly these axes, in any order. */
export function findSlice(variable: Variable, axes: readonly string[]): Slice | undefined {
  return variable.slices.find(
    (slice) => slice.axes.length === axes.length && axes.every((axis) => slice.axes.includes(axis)),
  );
}

/** Flat position of a cell named by its labels; -1 if a label is unknown. */
export function cellAt(result: Result, slice: Slice, labels: Record<string, string>): number {
  let flat = 0;
  for (const axis of slice.axes) {
    const names = result.axes[axis]?.labels ?? [];
    const position = names.indexOf(labels[axis] ?? "");
    if (position < 0) return -1;
    flat = flat * names.length + position;
  }
  return flat;
}

interface Worlds<Cells> {
  quantile?: Cells[];
  reference_median?: Record<string, Cells>;
  difference_quantile?: Record<string, Cells[]>;
}

function ofWorld<Cells>(world: World, from: Worlds<Cells>): Cells[] | undefined {
  if (world.kind === "scenario") return from.quantile;
  if (world.kind === "difference") return from.difference_quantile?.[world.name];
  const median = from.reference_median?.[world.name];
  return median && [median];
}

function storedAt(slice: Slice, cell: number): number {
  return slice.cells ? slice.cells.indexOf(cell) : cell;
}

/** As stored month by month, or as means of each month and the eleven before it. */
export type Pace = "month" | "year";

/** The pace to draw: means of a year for flows that have them, unless the reader asks for single months. */
export function paceOf(variable: Variable, labels: Record<string, string>, monthly: boolean): Pace {
  const slice = findSlice(variable, Object.keys(labels));
  return slice?.year_mean && (!monthly || !slice.quantile) ? "year" : "month";
}

/** Whether the reader can choose between means of a year and single months. */
export function hasBothPaces(variable: Variable, labels: Record<string, string>): boolean {
  const slice = findSlice(variable, Object.keys(labels));
  return slice?.year_mean !== undefined && slice.quantile !== undefined;
}

/** The series of one cell; zeros for a cell that was left out, undefined when the world or slice is not stored. */
export function bandsOf(
  result: Result,
  variable: Variable,
  labels: Record<string, string>,
  world: World,
  pace: Pace = "month",
): Bands | undefined {
  const slice = findSlice(variable, Object.keys(labels));
  const worlds: Partial<SeriesOfWorlds> | undefined = pace === "year" ? slice?.year_mean : slice;
  const series: QuantileSeries | undefined = worlds && ofWorld(world, worlds);
  if (!slice || !series) return undefined;
  const cell = cellAt(result, slice, labels);
  if (cell < 0) return undefined;
  const stored = storedAt(slice, cell);
  if (stored < 0) return series.map(() => result.months.map(() => 0));
  return series.map((quantile) => quantile[stored] ?? []);
}

/** Sum over the horizon of one cell, one number per quantile. */
export function horizonOf(
  result: Result,
  variable: Variable,
  labels: Record<string, string>,
  world: World,
): (number | null)[] | undefined {
  const slice = findSlice(variable, Object.keys(labels));
  const totals = slice?.horizon && ofWorld(world, slice.horizon);
  if (!slice || !totals) return undefined;
  const cell = cellAt(result, slice, labels);
  const stored = storedAt(slice, cell);
  if (cell < 0) return undefined;
  return totals.map((quantile) => (stored < 0 ? 0 : (quantile[stored] ?? null)));
}

/** Whether nothing of the variable happens in any world, so that there is nothing to show. */
export function isEverywhereZero(variable: Variable): boolean {
  return findSlice(variable, [])?.cells?.length === 0;
}

/** Labels of an axis that have a stored cell in the one-axis slice, in the order of the axis. */
export function livingLabels(result: Result, variable: Variable, axis: string): string[] {
  const slice = findSlice(variable, [axis]);
  const labels = result.axes[axis]?.labels ?? [];
  if (!slice) return [];
  return slice.cells ? slice.cells.map((cell) => labels[cell] ?? "") : labels;
}

/** The median among values that are ordered by quantile. */
export function middle<T>(bands: readonly T[]): T | undefined {
  return bands[Math.floor(bands.length / 2)];
}

/** The quantiles that `count` bands stand for: all, the outermost with the median, or the median. */
export function quantilesOf(result: Result, count: number): number[] {
  const all = result.quantiles;
  if (count === all.length) return all;
  return count === 1 ? [0.5] : [all[0] ?? 0, 0.5, all[all.length - 1] ?? 1];
}

/** The spread to show: of the scenario, or of a gain against the chosen reference. */
export function spreadAgainst(headline: Headline, reference: string): Spread {
  return (headline.pair ? headline.difference[reference] : undefined) ?? headline.scenario;
}

/** Share of replicates between the outermost quantiles, e.g. 0.9. */
export function coverage(result: Result): number {
  const last = result.quantiles[result.quantiles.length - 1] ?? 1;
  return Math.round((last - (result.quantiles[0] ?? 0)) * 1000) / 1000;
}

/** Low, median and high of a series in one month. */
export interface Point {
  low: number | null;
  median: number | null;
  high: number | null;
}

export function pointAt(bands: Bands, month: number): Point {
  return {
    low: bands[0]?.[month] ?? null,
    median: middle(bands)?.[month] ?? null,
    high: bands[bands.length - 1]?.[month] ?? null,
  };
}

/** The first month that has a median; 0 if none has. */
export function firstMonth(bands: Bands): number {
  return Math.max(0, (middle(bands) ?? []).findIndex((value) => value !== null));
}

/** The last month that has a median; -1 if none has. */
export function lastMonth(bands: Bands): number {
  const median = middle(bands) ?? [];
  for (let month = median.length - 1; month >= 0; --month) {
    if (median[month] !== null && median[month] !== undefined) return month;
  }
  return -1;
}

export type Sign = "above" | "below" | "zero";

/** Where an interval lies: above zero, below zero, or with zero inside (or nothing known). */
export function signOf(low: number | null, high: number | null): Sign {
  if (low !== null && low > 0) return "above";
  if (high !== null && high < 0) return "below";
  return "zero";
}

/** A difference smaller than this share of the comparison's value is not called clear. */
export const leastClearShare = 0.01;

/** With fewer runs no difference is called clear, nor drawn as if it were. */
export const fewestClearRuns = 10;

/** Whether a difference stands out from chance and is large enough to matter; if not, why not. */
export type Clearness = "clear" | "few" | "zero" | "small";

/** @param runs  runs that have the difference */
export function clearnessOf(difference: Point, reference: number | null, runs: number): Clearness {
  if (runs < fewestClearRuns) return "few";
  if (signOf(difference.low, difference.high) === "zero") return "zero";
  const size = Math.abs(difference.median ?? 0);
  return size < leastClearShare * Math.abs(reference ?? 0) ? "small" : "clear";
}

/** Runs behind every spread: replicates, of every parameter draw. */
export function runsOf(result: Result): number {
  return result.replicates * Math.max(1, result.draws);
}

function isZero(spread: Spread): boolean {
  return spread.low === 0 && spread.high === 0;
}

/** Whether a headline is zero in every world, like the home track where there is none. */
export function saysNothing(headline: Headline): boolean {
  return isZero(headline.scenario) && Object.values(headline.difference).every(isZero);
}

/** "YYYY-MM" of the month in which `count` months have passed since the start of the run. */
export function monthAfter(result: Result, count: number): string {
  const position = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const first = position(result.months[0] ?? "2000-01");
  const step = result.months[1] === undefined ? 1 : position(result.months[1]) - first;
  const at = first - step + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** What the band of a difference says about zero. */
export interface ZeroVerdict {
  atEnd: Sign;
  /** First month from which the band stays on the side it has at the end; undefined when it ends around zero. */
  since: number | undefined;
  /** Whether the band lies on the other side, or the median does, in at least one earlier month. */
  everOpposite: boolean;
}

export function zeroVerdict(result: Result, bands: Bands): ZeroVerdict {
  const low = bands[0] ?? [];
  const high = bands[bands.length - 1] ?? [];
  const signs = result.months.map((_, month) => signOf(low[month] ?? null, high[month] ?? null));
  const atEnd = signs[signs.length - 1] ?? "zero";
  const opposite = atEnd === "above" ? "below" : "above";
  const everOpposite = atEnd !== "zero" && signs.includes(opposite);
  if (atEnd === "zero") return { atEnd, since: undefined, everOpposite };
  let since = signs.length - 1;
  while (since > 0 && signs[since - 1] === atEnd) --since;
  return { atEnd, since, everOpposite };
}

/** Smallest and largest finite number of several series, zero included on demand. */
export function extent(many: readonly Bands[], withZero: boolean): [number, number] {
  let low = withZero ? 0 : Infinity;
  let high = withZero ? 0 : -Infinity;
  for (const bands of many) {
    for (const quantile of bands) {
      for (const value of quantile) {
        if (value === null || !Number.isFinite(value)) continue;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
  }
  if (low > high) return [0, 1];
  return low === high ? [low, low + 1] : [low, high];
}

/** Cells over the axes of a slice with their labels, stored ones only. */
export function cellsOf(result: Result, slice: Slice): Record<string, string>[] {
  const positions = slice.cells ?? Array.from({ length: cellCount(result, slice.axes) }, (_, cell) => cell);
  return positions.map((position) => {
    const labels: Record<string, string> = {};
    let rest = position;
    for (const axis of [...slice.axes].reverse()) {
      const names = result.axes[axis]?.labels ?? [];
      labels[axis] = names[rest % names.length] ?? "";
      rest = Math.floor(rest / names.length);
    }
    return labels;
  });
}
