// Reads the JSON extract out of the page and refuses one that the page would draw wrongly.
import type { Result, SeriesOfWorlds, Slice } from "./result";

export class ResultError extends Error {}

/** Parses and checks an extract. @throws ResultError with a sentence for the reader */
export function parseResult(text: string): Result {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ResultError("The page holds no readable result. Write it again with skillscale run --html.");
  }
  const result = value as Result;
  if (result === null || typeof result !== "object" || result.format !== "skillscale-page/1") {
    const found = result && typeof result === "object" ? String(result.format) : typeof result;
    throw new ResultError(`The result has format ${found}; this page reads skillscale-page/1.`);
  }
  checkShapes(result);
  return result;
}

function checkShapes(result: Result): void {
  if (result.months.length === 0 || !result.quantiles.includes(0.5)) {
    throw new ResultError("The result needs at least one month and the median among its quantiles.");
  }
  for (const variable of result.variables) {
    for (const slice of variable.slices) {
      const hasMonths = slice.quantile ?? slice.reference_median ?? slice.difference_quantile;
      if (hasMonths || !(slice.year_mean ?? slice.horizon)) checkSeries(result, variable.name, slice, slice);
      if (slice.year_mean) checkSeries(result, variable.name, slice, slice.year_mean);
    }
  }
}

function checkSeries(result: Result, name: string, slice: Slice, worlds: Partial<SeriesOfWorlds>): void {
  const fans = [worlds.quantile ?? [], ...Object.values(worlds.difference_quantile ?? {})];
  const medians = Object.values(worlds.reference_median ?? {}).map((median) => [median]);
  const cells = slice.cells?.length ?? cellCount(result, slice.axes);
  if (fans.some((fan) => fan.length !== slice.quantiles.length)) {
    throw new ResultError(`The variable ${name} lacks a quantile it announces.`);
  }
  for (const series of [...fans, ...medians]) {
    const fits =
      series.length % 2 === 1 &&
      series.every((q) => q.length === cells && q.every((c) => c.length === result.months.length));
    if (!fits) throw new ResultError(`The variable ${name} does not have the shape its axes announce.`);
  }
}

/** Number of cells over some axes; 1 for none. */
export function cellCount(result: Result, axes: readonly string[]): number {
  return axes.reduce((product, axis) => product * (result.axes[axis]?.labels.length ?? 0), 1);
}
