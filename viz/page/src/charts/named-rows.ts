// Rows of bars with a name each: beside the bar where there is room, above it on a phone.
export interface NamedRows {
  /** Where the bars begin. */
  left: number;
  height: number;
  /** Ticks that fit below the bars. */
  ticks: number;
  /** Middle of a row's bar. */
  middleOf(at: number): number;
  /** Where a row's name is written. */
  nameOf(at: number): { x: number; y: number; "text-anchor": "start" | "end" };
}

/** Lines that pass behind a name leave it readable. */
export const halo = { stroke: "#fff", "stroke-width": 4, "paint-order": "stroke" } as const;

export function namedRows(count: number, width: number, column: number): NamedRows {
  const isNarrow = width < 560;
  const row = isNarrow ? 54 : 34;
  const left = isNarrow ? 12 : column;
  return {
    left,
    height: count * row + 30,
    ticks: isNarrow ? 3 : 5,
    middleOf: (at) => at * row + (isNarrow ? 36 : row / 2),
    nameOf: (at) => (isNarrow ? { x: 2, y: at * row + 13, "text-anchor": "start" } : { x: left - 8, y: at * row + row / 2, "text-anchor": "end" }),
  };
}
