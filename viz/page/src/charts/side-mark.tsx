// Shape of each side: triangle for the origin, square for the destination, circle for the migrants.
import type { JSX } from "preact";
import { sideColour, type Side } from "./colours";

export function SideMark({ side, size = 18 }: { side: Side; size?: number }): JSX.Element {
  const fill = sideColour[side];
  return (
    <svg class="side-mark" width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
      {side === "origin" && <path d="M9 1.5 17 16.5H1Z" fill={fill} />}
      {side === "destination" && <rect x="2" y="2" width="14" height="14" fill={fill} />}
      {side === "migrants" && <circle cx="9" cy="9" r="7.6" fill={fill} />}
      {side === "other" && <path d="M9 1 17 9 9 17 1 9Z" fill={fill} />}
    </svg>
  );
}

/** Pattern that fills a bar of a side, so that sides differ without colour. */
export function SidePattern({ id, side }: { id: string; side: Side }): JSX.Element {
  const colour = sideColour[side];
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={colour} fill-opacity={side === "other" ? 0.45 : 0.78} />
      {side === "origin" && <path d="M-2 10 10 -2M-6 6 6 -6M2 14 14 2" stroke="#fff" stroke-width="1.6" />}
      {side === "migrants" && <circle cx="4" cy="4" r="1.5" fill="#fff" />}
      {side === "other" && <path d="M0 4H8" stroke="#fff" stroke-width="1.6" />}
    </pattern>
  );
}
