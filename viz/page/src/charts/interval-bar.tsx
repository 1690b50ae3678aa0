// A median with its interval against a zero line, on a scale shared by several bars.
import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import type { Spread } from "../result";
import { ink, sideColour, soft, type Side } from "./colours";

interface Props {
  spread: Spread;
  domain: readonly [number, number];
  side: Side;
  label: string;
}

export function IntervalBar({ spread, domain, side, label }: Props): JSX.Element {
  const x = scaleLinear([domain[0], domain[1]], [8, 292]);
  const zero = x(0);
  const at = (value: number | null): number => x(value ?? 0);
  const shape = { origin: "M0-8 9 7H-9Z", destination: "M-7.5-7.5H7.5V7.5H-7.5Z", other: "M0-8 8 0 0 8-8 0Z" };
  return (
    <svg class="interval-bar" viewBox="0 0 300 44" role="img" aria-label={label}>
      <line x1="8" x2="292" y1="22" y2="22" stroke="#d4d9e2" />
      <line x1={zero} x2={zero} y1="3" y2="41" stroke={ink} stroke-width="2" />
      <text x={zero} y="42" dx="5" font-size="11" fill={soft}>0</text>
      <line x1={at(spread.low)} x2={at(spread.high)} y1="22" y2="22" stroke={sideColour[side]} stroke-width="8"
        stroke-opacity="0.45" stroke-linecap="round" />
      <g transform={`translate(${at(spread.median)} 22)`} fill={sideColour[side]} stroke="#fff" stroke-width="1.5">
        {side === "migrants" ? <circle r="8" /> : <path d={shape[side]} />}
      </g>
    </svg>
  );
}
