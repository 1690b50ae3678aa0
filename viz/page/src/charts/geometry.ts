// Scales and paths of a chart over months. Pure numbers and path strings.
import { scaleLinear, type ScaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { extent, type Bands } from "../series";

export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Scales {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
}

/** Whether an axis over these series should show zero: not when they use less than a fifth of the height. */
export function startsAtZero(shown: readonly Bands[]): boolean {
  const [low, high] = extent(shown, false);
  return !(low > 0 && high - low < 0.2 * high) && !(high < 0 && high - low < -0.2 * low);
}

/** Scales over all months and all given series; zero is on the axis unless that would flatten them. */
export function makeScales(frame: Frame, months: number, shown: readonly Bands[], ticks = 5): Scales {
  const [low, high] = extent(shown, startsAtZero(shown));
  return {
    x: scaleLinear([0, Math.max(1, months - 1)], [frame.left, frame.width - frame.right]),
    y: scaleLinear([low, high], [frame.height - frame.bottom, frame.top]).nice(ticks),
  };
}

type Values = readonly (number | null)[];

/** Area between two quantiles; months without a value leave a gap. */
export function bandPath(scales: Scales, low: Values, high: Values): string {
  const draw = area<number>()
    .defined((month) => low[month] !== null && high[month] !== null)
    .x((month) => scales.x(month))
    .y0((month) => scales.y(low[month] ?? 0))
    .y1((month) => scales.y(high[month] ?? 0))
    .digits(1);
  return draw(low.map((_, month) => month)) ?? "";
}

export function linePath(scales: Scales, values: Values): string {
  const draw = line<number>()
    .defined((month) => values[month] !== null)
    .x((month) => scales.x(month))
    .y((month) => scales.y(values[month] ?? 0))
    .digits(1);
  return draw(values.map((_, month) => month)) ?? "";
}

/** Months that carry a year label: Januaries, thinned so that labels keep `room` pixels. */
export function yearTicks(months: readonly string[], scales: Scales, room: number): number[] {
  const januaries = months.flatMap((month, at) => (month.endsWith("-01") ? [at] : []));
  if (januaries.length < 2) return januaries.length > 0 ? januaries : [0];
  const step = scales.x(12) - scales.x(0);
  const every = [1, 2, 5, 10, 20, 50].find((years) => years * step >= room) ?? 100;
  const thinned = januaries.filter((at) => Number(months[at]?.slice(0, 4)) % every === 0);
  return thinned.length > 1 ? thinned : januaries.filter((_, at) => at % every === 0);
}

/** Moves labels apart so that neighbours keep `room`; the order stays. */
export function spreadLabels(wanted: readonly number[], room: number, low: number, high: number): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let floor = low;
  for (const at of order) {
    placed[at] = Math.max(placed[at] ?? 0, floor);
    floor = (placed[at] ?? 0) + room;
  }
  let ceiling = high;
  for (const at of [...order].reverse()) {
    placed[at] = Math.min(placed[at] ?? 0, ceiling);
    ceiling = (placed[at] ?? 0) - room;
  }
  return placed;
}

/** The month nearest to a horizontal position. */
export function monthAt(scales: Scales, months: number, x: number): number {
  return Math.max(0, Math.min(months - 1, Math.round(scales.x.invert(x))));
}
