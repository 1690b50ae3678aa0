// The sixteen Laender as tiles of equal size, roughly where they lie: what is small on a map counts as much here.
import type { JSX } from "preact";
import { useShown } from "../context";
import { ink } from "./colours";

/** Column and row of each Land's tile. */
export const tiles: Readonly<Record<string, readonly [number, number]>> = {
  SH: [2, 0],
  HB: [1, 1], HH: [2, 1], MV: [3, 1],
  NI: [1, 2], ST: [2, 2], BB: [3, 2], BE: [4, 2],
  NW: [0, 3], HE: [1, 3], TH: [2, 3], SN: [3, 3],
  RP: [0, 4], BW: [1, 4], BY: [2, 4],
  SL: [0, 5],
};

/** From few to many, each with a colour of text that is readable on it. */
const shades = [["#f1f0fa", ink], ["#d9d7ef", ink], ["#b5b1dd", ink], ["#5b549e", "#fff"], ["#3b3486", "#fff"]] as const;

export function shadeOf(value: number, most: number): readonly [string, string] {
  const step = most > 0 ? Math.min(shades.length - 1, Math.floor((value / most) * shades.length)) : 0;
  return shades[step] ?? shades[0];
}

const size = 76;
const gap = 4;

export function LandTiles({ values, label }: { values: ReadonlyMap<string, number>; label: string }): JSX.Element {
  const { speech } = useShown();
  const most = Math.max(0, ...values.values());
  return (
    <svg class="time-chart land-tiles" viewBox={`0 0 ${5 * size} ${6 * size}`} role="img" aria-label={label}
      font-family="'Inter Variable', Inter, Arial, sans-serif">
      {Object.entries(tiles).map(([land, [column, row]]) => {
        const value = values.get(land) ?? 0;
        const [fill, text] = shadeOf(value, most);
        return (
          <g key={land} data-land={land} transform={`translate(${column * size} ${row * size})`}>
            <title>{`${speech.value("land", land)}: ${speech.short(value)}`}</title>
            <rect width={size - gap} height={size - gap} rx="6" fill={fill} stroke="#c9c6e6" />
            <text x={(size - gap) / 2} y="31" text-anchor="middle" font-size="20" font-weight="700" fill={text}>{land}</text>
            <text x={(size - gap) / 2} y="55" text-anchor="middle" font-size="16" fill={text}>{speech.short(value)}</text>
          </g>
        );
      })}
    </svg>
  );
}
