// Packages side by side: a bar from the worst to the best future, with a tick at the mean.
import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import type { PackageRow } from "../analyses";
import { useShown } from "../context";
import { bandInner, ink, scenarioColour } from "./colours";
import { halo, namedRows } from "./named-rows";
import { ValueAxis } from "./value-axis";
import { useWidth } from "./width";

export function PackageRanges({ packages, nameOf, label }: {
  packages: readonly PackageRow[]; nameOf(row: PackageRow): string; label: string;
}): JSX.Element {
  const { speech } = useShown();
  const [box, width] = useWidth(760);
  const rows = namedRows(packages.length, width, 248);
  const ends = packages.flatMap((one) => [one.worst ?? 0, one.best ?? 0]);
  const x = scaleLinear([Math.min(0, ...ends), Math.max(0, ...ends)], [rows.left, width - 16]).nice(rows.ticks);
  const { height } = rows;
  return (
    <div ref={box}>
      <svg class="time-chart package-ranges" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img"
        aria-label={label} font-family="'Inter Variable', Inter, Arial, sans-serif">
        <ValueAxis x={x} ticks={rows.ticks} height={height} words={(value) => speech.short(value)} />
        {packages.map((one, at) => {
          const middle = rows.middleOf(at);
          const [from, to] = [x(one.worst ?? 0), x(one.best ?? 0)];
          return (
            <g key={one.package} data-package={one.package}>
              <text {...rows.nameOf(at)} {...halo} dy="0.35em" font-size="14" fill={ink}>{nameOf(one)}</text>
              <rect x={Math.min(from, to)} width={Math.max(2, Math.abs(to - from))} y={middle - 8} height="16" rx="3" fill={bandInner} />
              <line x1={x(one.mean ?? 0)} x2={x(one.mean ?? 0)} y1={middle - 12} y2={middle + 12} stroke={scenarioColour} stroke-width="4" />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
