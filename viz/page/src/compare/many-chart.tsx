// Several results over months in one drawing: a median line, a pale band and a label at the end for each.
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { grid, ink, soft } from "../charts/colours";
import { setCursor, useCursor } from "../charts/cursor";
import { bandPath, linePath, makeScales, monthAt, spreadLabels, yearTicks, type Frame, type Scales } from "../charts/geometry";
import type { Speech } from "../i18n/index";
import { lastMonth } from "../series";
import type { Line } from "./compare-words";
import { colourOf, dashOf } from "./palette";

interface Props {
  lines: readonly Line[];
  months: readonly string[];
  speech: Speech;
  width: number;
  height: number;
  /** Sentence that a screen reader hears for the drawing. */
  label: string;
  /** Where "no difference" lies, with its words; null in a chart of levels. */
  neutral: { value: number; words: string } | null;
}

const letter = 7.4;

function frameOf({ lines, width, height, neutral }: Props): Frame {
  const longest = Math.max(...lines.map((line) => line.name.length), neutral?.words.length ?? 0);
  const right = width >= 560 ? Math.min(0.32 * width, 24 + longest * letter) : 14;
  return { width, height, left: 70, right, top: 14, bottom: 30 };
}

function Axes({ frame, scales, months, speech }: { frame: Frame; scales: Scales; months: readonly string[]; speech: Speech }): JSX.Element {
  return (
    <g font-size="13" fill={soft}>
      {scales.y.ticks(6).map((tick) => (
        <g key={tick}>
          <line x1={frame.left} x2={frame.width - frame.right} y1={scales.y(tick)} y2={scales.y(tick)} stroke={grid} />
          <text x={frame.left - 8} y={scales.y(tick)} dy="0.35em" text-anchor="end">{speech.short(tick)}</text>
        </g>
      ))}
      {yearTicks(months, scales, 52).map((month) => (
        <text key={month} x={scales.x(month)} y={frame.height - 10} text-anchor="middle">{months[month]?.slice(0, 4)}</text>
      ))}
    </g>
  );
}

function shortened(text: string, room: number): string {
  const most = Math.max(4, Math.floor(room / letter));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function EndLabels({ lines, scales, frame, neutral }: Pick<Props, "lines" | "neutral"> & { scales: Scales; frame: Frame }): JSX.Element {
  const labels = lines.map((line) => ({
    text: line.name, colour: colourOf(line.at), y: scales.y(line.band[1]?.[lastMonth(line.band)] ?? 0),
  }));
  if (neutral) labels.push({ text: neutral.words, colour: ink, y: scales.y(neutral.value) });
  const y = spreadLabels(labels.map((label) => label.y), 18, frame.top, frame.height - frame.bottom);
  return (
    <g font-size="14" font-weight="600">
      {labels.map((label, at) => (
        <text key={label.text} class="end-label" x={frame.width - frame.right + 8} y={y[at]} dy="0.35em" fill={label.colour}>
          {shortened(label.text, frame.right - 12)}
        </text>
      ))}
    </g>
  );
}

function CursorMark({ lines, scales, frame }: { lines: readonly Line[]; scales: Scales; frame: Frame }): JSX.Element {
  const month = useCursor();
  if (month === null) return <g />;
  const x = scales.x(month);
  return (
    <g pointer-events="none">
      <line x1={x} x2={x} y1={frame.top} y2={frame.height - frame.bottom} stroke={ink} stroke-dasharray="2 3" />
      {lines.map((line) => {
        const value = line.band[1]?.[month];
        return value === null || value === undefined ? null
          : <circle key={line.at} cx={x} cy={scales.y(value)} r="4" fill={colourOf(line.at)} stroke="#fff" stroke-width="1.5" />;
      })}
    </g>
  );
}

export function ManyChart(props: Props): JSX.Element {
  const { lines, months, speech, width, height, label, neutral } = props;
  const frame = frameOf(props);
  const scales = useMemo(() => {
    const flat = neutral ? [[[neutral.value]]] : [];
    return makeScales(frame, months.length, [...lines.map((line) => line.band), ...flat], 6);
  }, [lines, width, height]);
  const move = (event: PointerEvent): void => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    setCursor(monthAt(scales, months.length, ((event.clientX - box.left) / box.width) * width));
  };
  const still = useMemo(() => (
    <g>
      <Axes frame={frame} scales={scales} months={months} speech={speech} />
      {lines.map((line) => (
        <path key={line.at} class="band-of-many" fill={colourOf(line.at)} fill-opacity="0.13"
          d={bandPath(scales, line.band[0] ?? [], line.band[2] ?? [])} />
      ))}
      {neutral && (
        <line class="zero-line" x1={frame.left} x2={frame.width - frame.right} y1={scales.y(neutral.value)}
          y2={scales.y(neutral.value)} stroke={ink} stroke-width="2" />
      )}
      {lines.map((line) => (
        <path key={line.at} class="median" data-result={line.name} fill="none" stroke={colourOf(line.at)} stroke-width="2.4"
          stroke-dasharray={dashOf(line.at)} stroke-linejoin="round" d={linePath(scales, line.band[1] ?? [])} />
      ))}
      {width >= 560 && <EndLabels lines={lines} scales={scales} frame={frame} neutral={neutral} />}
    </g>
  ), [scales, speech]);
  return (
    <svg class="time-chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}
      onPointerMove={move} onPointerLeave={() => setCursor(null)}
      font-family="'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif">
      {still}
      <CursorMark lines={lines} scales={scales} frame={frame} />
    </svg>
  );
}
