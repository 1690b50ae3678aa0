// Factors by influence: a bar for the first measure with its interval, a lighter one behind it for a second. An arrow tells the
// sign of a third, where the first has none.
import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import { estimateOf, type Estimate, type Finding } from "../analyses";
import { useShown } from "../context";
import { bandInner, ink, scenarioColour } from "./colours";
import { halo, namedRows } from "./named-rows";
import { ValueAxis } from "./value-axis";
import { useWidth } from "./width";

export function Tornado({ finding, measure, behind, sign, label }: {
  finding: Finding; measure: string; behind?: string | undefined; sign?: string | undefined; label: string;
}): JSX.Element {
  const { speech } = useShown();
  const [box, width] = useWidth(760);
  const shown = finding.factors;
  const rows = namedRows(shown.length, width, 228);
  const of = (at: number, name: string): Estimate => estimateOf(shown[at]!, name);
  const numbers = shown.flatMap((_, at) => [measure, ...(behind ? [behind] : [])].flatMap((name) => {
    const one = of(at, name);
    return [one.value ?? 0, one.low ?? 0, one.high ?? 0];
  }));
  const x = scaleLinear([Math.min(0, ...numbers), Math.max(0, ...numbers)], [rows.left, width - 70]).nice(rows.ticks);
  const { height } = rows;
  const arrow = (at: number): string => (sign ? ((of(at, sign).value ?? 0) < 0 ? " ↓" : " ↑") : "");
  const bar = (one: Estimate, top: number, thick: number, fill: string): JSX.Element => (
    <rect x={Math.min(x(0), x(one.value ?? 0))} width={Math.max(1, Math.abs(x(one.value ?? 0) - x(0)))} y={top - thick / 2}
      height={thick} fill={fill} />
  );
  return (
    <div ref={box}>
      <svg class="time-chart tornado" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}
        font-family="'Inter Variable', Inter, Arial, sans-serif">
        <ValueAxis x={x} ticks={rows.ticks} height={height} words={(value) => speech.short(value)} />
        {shown.map((one, at) => {
          const middle = rows.middleOf(at);
          const main = of(at, measure);
          const end = Math.max(x(0), x(main.high ?? main.value ?? 0), behind ? x(of(at, behind).value ?? 0) : 0);
          return (
            <g key={one.factor} data-factor={one.factor}>
              <text {...rows.nameOf(at)} {...halo} dy="0.35em" font-size="15" fill={ink}>{speech.factor(one.factor, one.path)}</text>
              {behind && bar(of(at, behind), middle, 22, bandInner)}
              {bar(main, middle, behind ? 12 : 20, scenarioColour)}
              <line x1={x(main.low ?? main.value ?? 0)} x2={x(main.high ?? main.value ?? 0)} y1={middle} y2={middle} stroke="#fff"
                stroke-width="5" />
              <line x1={x(main.low ?? main.value ?? 0)} x2={x(main.high ?? main.value ?? 0)} y1={middle} y2={middle} stroke={ink}
                stroke-width="2" />
              <text x={end + 8} y={middle} dy="0.35em" font-size="14" fill={ink}>{speech.short(main.value) + arrow(at)}</text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
