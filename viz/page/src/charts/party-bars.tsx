// Net amounts of the parties over the whole horizon: bars from the zero line, interval as a thin line, comparison as a tick.
import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { useShown } from "../context";
import { grid, ink, partySide, referenceColour, sideText, soft, type Side } from "./colours";
import { SidePattern } from "./side-mark";
import { useWidth } from "./width";

export interface PartyAmount {
  party: string;
  low: number | null;
  median: number | null;
  high: number | null;
  reference: number | null;
}

const sides: Side[] = ["origin", "destination", "migrants", "other"];

export function PartyBars({ amounts, label }: { amounts: PartyAmount[]; label: string }): JSX.Element {
  const { speech } = useShown();
  const id = useId().replace(/[^\w-]/g, "");
  const [box, width] = useWidth(760);
  const narrow = width < 560;
  const left = narrow ? 8 : 190;
  const row = narrow ? 58 : 42;
  const every = amounts.flatMap((a) => [a.low ?? 0, a.high ?? 0, a.reference ?? 0, 0]);
  const x = scaleLinear([Math.min(...every), Math.max(...every)], [left + 70, width - 78]).nice(narrow ? 2 : 5);
  const height = amounts.length * row + 34;
  return (
    <div ref={box}>
      <svg class="time-chart party-bars" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img"
        aria-label={label} font-family="'Inter Variable', Inter, Arial, sans-serif">
        <defs>{sides.map((side) => <SidePattern key={side} id={`${id}${side}`} side={side} />)}</defs>
        {x.ticks(narrow ? 2 : 5).map((tick) => (
          <g key={tick} font-size="13" fill={soft}>
            <line x1={x(tick)} x2={x(tick)} y1="0" y2={height - 28} stroke={grid} />
            <text x={x(tick)} y={height - 10} text-anchor="middle">{speech.short(tick)}</text>
          </g>
        ))}
        {amounts.map((amount, at) => (
          <Bar key={amount.party} amount={amount} x={x} top={at * row} row={row} narrow={narrow}
            fill={`url(#${id}${partySide(amount.party)})`} />
        ))}
        <line class="zero-line" x1={x(0)} x2={x(0)} y1="0" y2={height - 28} stroke={ink} stroke-width="2" />
      </svg>
    </div>
  );
}

interface BarProps {
  amount: PartyAmount;
  x: (value: number) => number;
  top: number;
  row: number;
  narrow: boolean;
  fill: string;
}

function Bar({ amount, x, top, row, narrow, fill }: BarProps): JSX.Element {
  const { speech } = useShown();
  const value = amount.median ?? 0;
  const middle = top + (narrow ? 40 : row / 2);
  const end = value < 0 ? Math.min(x(value), x(amount.low ?? 0)) - 6 : Math.max(x(value), x(amount.high ?? 0)) + 6;
  return (
    <g data-party={amount.party}>
      <text x={narrow ? 8 : 0} y={narrow ? top + 18 : middle} dy="0.35em" font-size="15" font-weight="600"
        fill={sideText[partySide(amount.party)]}>{speech.value("party", amount.party)}</text>
      <rect x={Math.min(x(0), x(value))} width={Math.max(1, Math.abs(x(value) - x(0)))} y={middle - 11} height="22" fill={fill} />
      <line x1={x(amount.low ?? 0)} x2={x(amount.high ?? 0)} y1={middle} y2={middle} stroke={ink} stroke-width="1.6" />
      {amount.reference !== null && (
        <line x1={x(amount.reference)} x2={x(amount.reference)} y1={middle - 15} y2={middle + 15} stroke={referenceColour}
          stroke-width="2.5" stroke-dasharray="4 2.5" />
      )}
      <text x={end} y={middle} dy="0.35em" font-size="14" fill={ink} text-anchor={value < 0 ? "end" : "start"}>
        {speech.short(amount.median)}
      </text>
    </g>
  );
}
