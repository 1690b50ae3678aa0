// A quantile fan over months with a dashed comparison line, or a difference with its zero line. Drawing only.
import type { JSX } from "preact";
import { useId, useMemo } from "preact/hooks";
import { useShown } from "../context";
import { middle, type Bands, type Pace } from "../series";
import { bandInner, bandOuter, grid, ink, referenceColour, scenarioColour, soft } from "./colours";
import { setCursor, useCursor } from "./cursor";
import {
  bandPath, linePath, makeScales, monthAt, spreadLabels, yearTicks, type Frame, type Scales,
} from "./geometry";

export interface TimeSeries {
  /** The fan. */
  main: Bands;
  mainLabel: string;
  /** Dashed line; undefined in a difference chart. */
  other?: Bands | undefined;
  otherLabel: string;
  /** A difference: strong zero line, the part of the band below zero hatched. */
  isDifference: boolean;
  units: string;
  pace: Pace;
}

interface Props {
  series: TimeSeries;
  width: number;
  height: number;
  /** Sentence that a screen reader hears for the drawing. */
  label: string;
  small?: boolean;
}

function frameFor({ width, height, small, series }: Props): Frame {
  if (small) return { width, height, left: 4, right: 4, top: 6, bottom: 18 };
  const roomy = width >= 520;
  const longest = Math.max(series.mainLabel.length, series.otherLabel.length);
  const right = roomy ? Math.min(190, 24 + longest * 7.2) : 14;
  return { width, height, left: 64, right, top: 14, bottom: 30 };
}

function Axes({ frame, scales, small }: { frame: Frame; scales: Scales; small: boolean }): JSX.Element {
  const { result, speech } = useShown();
  const years = yearTicks(result.months, scales, small ? 44 : 52);
  const base = frame.height - frame.bottom;
  const shownYears = small ? [years[0] ?? 0, years[years.length - 1] ?? 0] : years;
  return (
    <g font-size={small ? 11 : 13} fill={soft}>
      {!small && scales.y.ticks(5).map((tick) => (
        <g key={tick}>
          <line x1={frame.left} x2={frame.width - frame.right} y1={scales.y(tick)} y2={scales.y(tick)} stroke={grid} />
          <text x={frame.left - 8} y={scales.y(tick)} dy="0.35em" text-anchor="end">{speech.short(tick)}</text>
        </g>
      ))}
      {shownYears.map((month, at) => (
        <text key={month} x={scales.x(month)} y={base + (small ? 14 : 20)}
          text-anchor={small ? (at === 0 ? "start" : "end") : "middle"}>
          {result.months[month]?.slice(0, 4)}
        </text>
      ))}
    </g>
  );
}

function Fan({ series, scales, frame }: { series: TimeSeries; scales: Scales; frame: Frame }): JSX.Element {
  const id = useId().replace(/[^\w-]/g, "");
  const bands = series.main;
  const last = bands.length - 1;
  const zero = scales.y(0);
  const pairs = Array.from({ length: Math.floor(bands.length / 2) }, (_, at) => at);
  return (
    <g>
      {pairs.map((at) => (
        <path key={at} class={at === 0 ? "band-outer" : "band-inner"} fill={at === 0 ? bandOuter : bandInner}
          d={bandPath(scales, bands[at] ?? [], bands[last - at] ?? [])} />
      ))}
      {series.isDifference && zero < frame.height - frame.bottom - 1 && (
        <g>
          <defs>
            <pattern id={`h${id}`} width="6" height="6" patternUnits="userSpaceOnUse">
              <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" stroke={scenarioColour} stroke-width="1.1" stroke-opacity="0.55" />
            </pattern>
            <clipPath id={`c${id}`}>
              <rect x="0" y={zero} width={frame.width} height={Math.max(0, frame.height - zero)} />
            </clipPath>
          </defs>
          <path class="band-below-zero" clip-path={`url(#c${id})`} fill={`url(#h${id})`}
            d={bandPath(scales, bands[0] ?? [], bands[last] ?? [])} />
        </g>
      )}
      {zero <= frame.height - frame.bottom && zero >= frame.top - 1 && <line class="zero-line" x1={frame.left} x2={frame.width - frame.right} y1={zero} y2={zero}
        stroke={series.isDifference ? ink : soft} stroke-width={series.isDifference ? 2 : 1} />}
      {series.other && (
        <path fill="none" stroke={referenceColour} stroke-width="2" stroke-dasharray="6 4"
          d={linePath(scales, middle(series.other) ?? [])} />
      )}
      <path class="median" fill="none" stroke={scenarioColour} stroke-width="2.6" stroke-linejoin="round"
        d={linePath(scales, middle(bands) ?? [])} />
    </g>
  );
}

function lastKnown(values: readonly (number | null)[]): number {
  for (let at = values.length - 1; at >= 0; --at) {
    const value = values[at];
    if (value !== null && value !== undefined) return value;
  }
  return 0;
}

function EndLabels({ series, scales, frame }: { series: TimeSeries; scales: Scales; frame: Frame }): JSX.Element {
  const labels = [{ text: series.mainLabel, y: scales.y(lastKnown(middle(series.main) ?? [])), colour: scenarioColour }];
  if (series.other) {
    labels.push({ text: series.otherLabel, y: scales.y(lastKnown(middle(series.other) ?? [])), colour: referenceColour });
  } else if (series.isDifference) {
    labels.push({ text: series.otherLabel, y: scales.y(0), colour: ink });
  }
  const y = spreadLabels(labels.map((label) => label.y), 18, frame.top, frame.height - frame.bottom);
  return (
    <g font-size="14" font-weight="600">
      {labels.map((label, index) => (
        <text key={label.text} x={frame.width - frame.right + 8} y={y[index]} dy="0.35em" fill={label.colour}>
          {label.text}
        </text>
      ))}
    </g>
  );
}

function CursorMark({ series, scales, frame }: { series: TimeSeries; scales: Scales; frame: Frame }): JSX.Element {
  const month = useCursor();
  if (month === null) return <g />;
  const x = scales.x(month);
  const main = middle(series.main)?.[month];
  const other = series.other && middle(series.other)?.[month];
  return (
    <g class="cursor-mark" pointer-events="none">
      <line x1={x} x2={x} y1={frame.top} y2={frame.height - frame.bottom} stroke={ink} stroke-dasharray="2 3" />
      {other !== null && other !== undefined && (
        <circle cx={x} cy={scales.y(other)} r="4" fill="#fff" stroke={referenceColour} stroke-width="2" />
      )}
      {main !== null && main !== undefined && (
        <circle cx={x} cy={scales.y(main)} r="4.5" fill={scenarioColour} stroke="#fff" stroke-width="1.5" />
      )}
    </g>
  );
}

/** The drawing of one time chart; moving over it sets the cursor of all charts. */
export function TimeChart(props: Props): JSX.Element {
  const { series, width, height, label, small = false } = props;
  const { result } = useShown();
  const months = result.months.length;
  const frame = frameFor(props);
  const scales = useMemo(() => {
    const shown = series.other ? [series.main, series.other] : [series.main];
    return makeScales(frame, months, shown);
  }, [series, width, height]);
  const still = useMemo(
    () => (
      <g>
        <Axes frame={frame} scales={scales} small={small} />
        <Fan series={series} scales={scales} frame={frame} />
        {!small && width >= 520 && <EndLabels series={series} scales={scales} frame={frame} />}
      </g>
    ),
    [scales, small, result],
  );
  const move = (event: PointerEvent): void => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    setCursor(monthAt(scales, months, ((event.clientX - box.left) / box.width) * width));
  };
  return (
    <svg class="time-chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img"
      aria-label={label} onPointerMove={move} onPointerLeave={() => setCursor(null)}
      font-family="'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif">
      {still}
      <CursorMark series={series} scales={scales} frame={frame} />
    </svg>
  );
}
