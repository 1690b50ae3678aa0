// Ticks with lines through all rows, numbers below them, and a strong line at nothing.
import type { ScaleLinear } from "d3-scale";
import type { JSX } from "preact";
import { grid, ink, soft } from "./colours";

export function ValueAxis({ x, ticks, height, words }: {
  x: ScaleLinear<number, number>; ticks: number; height: number; words(value: number): string;
}): JSX.Element {
  return (
    <g>
      {x.ticks(ticks).map((tick) => (
        <g key={tick} font-size="13" fill={soft}>
          <line x1={x(tick)} x2={x(tick)} y1="0" y2={height - 26} stroke={grid} />
          <text x={x(tick)} y={height - 8} text-anchor="middle">{words(tick)}</text>
        </g>
      ))}
      <line x1={x(0)} x2={x(0)} y1="0" y2={height - 26} stroke={ink} stroke-width="2" />
    </g>
  );
}
