// Corridors as arcs from capitals to Berlin on a sheet of degrees: a sketch of distances, no map of borders.
import { scaleLinear, scaleSqrt } from "d3-scale";
import type { JSX } from "preact";
import { useShown } from "../context";
import { countries } from "../i18n/countries";
import { grid, ink, sideColour, sideText, soft } from "./colours";
import { useWidth } from "./width";

export interface Corridor {
  /** ISO 3166 alpha-3 code. */
  origin: string;
  /** Arrivals a year. */
  arrivals: number;
}

interface Box { left: number; top: number; right: number; bottom: number }

/** Longitudes and latitudes to show: all capitals with room around them, at the shape of the sheet. */
export function frameOf(origins: readonly string[], shape: number): { west: number; east: number; south: number; north: number } {
  const shown = [...origins, "DEU"].flatMap((code) => countries[code] ?? []);
  const longitudes = shown.map((one) => one.longitude);
  const latitudes = shown.map((one) => one.latitude);
  const middle = (all: number[]): number => (Math.min(...all) + Math.max(...all)) / 2;
  const span = (all: number[]): number => Math.max(...all) - Math.min(...all);
  const room = (all: number[]): number => span(all) + Math.max(12, 0.3 * span(all));
  const height = Math.max(room(latitudes), room(longitudes) / shape);
  const width = height * shape;
  return {
    west: middle(longitudes) - width / 2, east: middle(longitudes) + width / 2,
    south: middle(latitudes) - height / 2, north: middle(latitudes) + height / 2,
  };
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export function CorridorMap({ corridors, label }: { corridors: readonly Corridor[]; label: string }): JSX.Element {
  const { speech } = useShown();
  const [box, width] = useWidth(900);
  const known = corridors.filter((one) => countries[one.origin]);
  const height = known.length > 1 ? Math.round(Math.min(460, Math.max(260, width * 0.46))) : 240;
  const frame = frameOf(known.map((one) => one.origin), width / height);
  const x = scaleLinear([frame.west, frame.east], [0, width]);
  const y = scaleLinear([frame.south, frame.north], [height, 0]);
  const thickness = scaleSqrt([0, Math.max(1, ...known.map((one) => one.arrivals))], [1, 14]);
  const home = countries.DEU!;
  const goal = [x(home.longitude), y(home.latitude)] as const;
  const taken: Box[] = [];
  const largest = [...known].sort((a, b) => b.arrivals - a.arrivals);
  const words = new Map<string, { text: string; at: number; top: number; end: boolean }>();
  const place = (code: string, text: string, from: readonly [number, number]): void => {
    const long = text.length * 8.4 + 6;
    for (const [dx, end] of [[14, false], [-14, true]] as const) {
      const left = end ? from[0] + dx - long : from[0] + dx;
      const found = { left, right: left + long, top: from[1] - 12, bottom: from[1] + 12 };
      if (found.left < 0 || found.right > width || taken.some((other) => overlaps(other, found))) continue;
      taken.push(found);
      words.set(code, { text, at: from[0] + dx, top: from[1], end });
      return;
    }
  };
  taken.push({ left: goal[0] - 10, right: goal[0] + 10, top: goal[1] - 10, bottom: goal[1] + 10 });
  place("DEU", speech.value("origin", "DEU"), goal);
  for (const one of largest) {
    const at = countries[one.origin]!;
    place(one.origin, `${speech.value("origin", one.origin)} ${speech.short(one.arrivals)}`, [x(at.longitude), y(at.latitude)]);
  }
  const lines = (from: number, to: number): number[] => {
    const all = [];
    for (let degree = Math.ceil(from / 30) * 30; degree <= to; degree += 30) all.push(degree);
    return all;
  };
  return (
    <div ref={box}>
      <svg class="time-chart corridor-map" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img"
        aria-label={label} font-family="'Inter Variable', Inter, Arial, sans-serif">
        <rect width={width} height={height} fill="#f7f8fb" />
        {lines(frame.west, frame.east).map((degree) => (
          <line key={`x${degree}`} x1={x(degree)} x2={x(degree)} y1="0" y2={height} stroke={grid} />
        ))}
        {lines(frame.south, frame.north).map((degree) => (
          <line key={`y${degree}`} y1={y(degree)} y2={y(degree)} x1="0" x2={width} stroke={degree === 0 ? soft : grid}
            stroke-dasharray={degree === 0 ? "2 5" : undefined} />
        ))}
        {[...largest].map((one) => {
          const from = countries[one.origin]!;
          const [x0, y0] = [x(from.longitude), y(from.latitude)];
          const bend = Math.min(90, Math.hypot(goal[0] - x0, goal[1] - y0) * 0.22);
          return (
            <g key={one.origin} data-origin={one.origin}>
              <path d={`M${x0} ${y0}Q${(x0 + goal[0]) / 2} ${(y0 + goal[1]) / 2 - bend} ${goal[0]} ${goal[1]}`} fill="none"
                stroke={sideColour.origin} stroke-opacity="0.5" stroke-linecap="round" stroke-width={thickness(one.arrivals)}>
                <title>{`${speech.value("origin", one.origin)}: ${speech.short(one.arrivals)}`}</title>
              </path>
              <circle cx={x0} cy={y0} r="5" fill={sideColour.origin} stroke="#fff" stroke-width="1.5" />
            </g>
          );
        })}
        <rect x={goal[0] - 7} y={goal[1] - 7} width="14" height="14" fill={sideColour.destination} stroke="#fff" stroke-width="1.5" />
        {[...words].map(([code, word]) => (
          <text key={code} x={word.at} y={word.top} dy="0.35em" font-size="15" font-weight={code === "DEU" ? 700 : 600}
            text-anchor={word.end ? "end" : "start"} fill={code === "DEU" ? ink : sideText.origin} stroke="#f7f8fb" stroke-width="4"
            paint-order="stroke">{word.text}</text>
        ))}
      </svg>
    </div>
  );
}
