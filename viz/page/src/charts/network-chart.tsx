// The partnerships of one year: rows of origins, circles by seats and trust, lines to training centres.
import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import { useShown } from "../context";
import type { NetworkYear, Partner } from "../result";
import { grid, ink, learningColour, scenarioColour, soft } from "./colours";
import { layoutOf, learningOf, leftOf, radiusOf, type Place } from "./network-layout";
import { useWidth } from "./width";

/** Fill by trust; the rim is always dark, so that low trust is seen, too. */
const fillOf = scaleLinear<string>([0, 1], ["#ffffff", scenarioColour]).clamp(true);

/** A bow from teacher to pupil, so that lines of one row do not hide each other. */
function bow(from: Place, to: Place): string {
  const [x, y] = [to.x - from.x, to.y - from.y];
  return `M${from.x} ${from.y}Q${from.x + x / 2 - y * 0.18} ${from.y + y / 2 + x * 0.18} ${to.x} ${to.y}`;
}

/** A name in up to two lines, the longer as short as can be. */
function linesOf(name: string): string[] {
  const words = name.split(" ");
  if (name.length <= 14 || words.length < 2) return [name];
  const splits = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(" "), words.slice(at + 1).join(" ")]);
  const longest = (lines: string[]): number => Math.max(...lines.map((line) => line.length));
  return splits.reduce((best, one) => (longest(one) < longest(best) ? one : best));
}

export function NetworkChart({ years, shown, nameOf, label }: {
  years: readonly NetworkYear[]; shown: NetworkYear; nameOf(one: Partner): string; label: string;
}): JSX.Element {
  const { speech } = useShown();
  const words = speech.text.network;
  const [box, width] = useWidth(760);
  const layout = layoutOf(years, width);
  const mostSeats = Math.max(...years.flatMap((year) => year.partnerships.map((one) => one.seats)), 0);
  const learning = learningOf(shown.partnerships);
  const best = learning.best && layout.places.get(learning.best.partnership);
  const mostTaken = Math.max(0, ...shown.partnerships.flatMap((one) => one.lessons.map((lesson) => lesson.placements)));
  const told = (one: Partner): string => `${nameOf(one)}: ${speech.short(one.seats)} ${words.seats}, ${words.trust} ${speech.short(one.trust)}`;
  return (
    <div ref={box}>
      <svg class="time-chart network-chart" viewBox={`0 0 ${width} ${layout.height}`} width={width} height={layout.height} role="img"
        aria-label={label} font-family="'Inter Variable', Inter, Arial, sans-serif">
        {[...layout.origins].map(([origin, y]) => (
          <text key={origin} text-anchor="end" font-size={width < 500 ? 11 : 14} font-weight="600" fill={ink}>
            {linesOf(speech.value("origin", origin)).map((line, at, all) => (
              <tspan key={at} x={leftOf(width) - 10} y={y + 17 * (at - (all.length - 1) / 2)} dy="0.35em">{line}</tspan>
            ))}
          </text>
        ))}
        {shown.partnerships.map((one) => {
          const from = layout.places.get(one.partnership);
          const to = one.centre === null ? undefined : layout.centres.get(one.centre);
          return from && to && (
            <path key={one.partnership} d={`M${from.x} ${from.y}C${(from.x + to.x) / 2} ${from.y} ${(from.x + to.x) / 2} ${to.y} ${to.x} ${to.y}`}
              fill="none" stroke={soft} stroke-width="1.5" opacity="0.55" />
          );
        })}
        <g data-part="learning" fill="none" stroke={learningColour} stroke-linecap="round">
          {best && learning.lent.map((one) => {
            const to = layout.places.get(one.partnership);
            return to && (
              <path key={one.partnership} data-lent={one.partnership} d={bow(best, to)}
                stroke-width={0.6 + 3 * Math.sqrt(one.lent / learning.mostLent)} opacity={learning.lent.length > 12 ? 0.16 : 0.5} />
            );
          })}
          {shown.partnerships.flatMap((one) => one.lessons.map((lesson) => {
            const [from, to] = [layout.places.get(lesson.from), layout.places.get(one.partnership)];
            return from && to && (
              <path key={`${lesson.from}-${one.partnership}`} data-lesson={one.partnership} d={bow(from, to)} stroke-dasharray="7 4"
                stroke-width={0.8 + 3 * Math.sqrt(lesson.placements / mostTaken)} opacity="0.7" />
            );
          }))}
        </g>
        {[...layout.places].map(([number, { x, y }]) => <circle key={number} cx={x} cy={y} r="2" fill={grid} />)}
        {shown.partnerships.map((one) => {
          const place = layout.places.get(one.partnership);
          if (!place) return null;
          const radius = radiusOf(one.seats, mostSeats, layout.most);
          return (
            <g key={one.partnership} data-partnership={one.partnership} transform={`translate(${place.x} ${place.y})`}>
              <title>{told(one)}</title>
              {one === learning.best && <circle r={radius + 5} fill="none" stroke={learningColour} stroke-width="3" />}
              <circle r={radius} fill={fillOf(one.trust)} stroke={ink} stroke-width="1.6" stroke-dasharray={one.name ? undefined : "3 2"} />
              {layout.isNamed && linesOf(nameOf(one)).map((line, at) => (
                <text key={at} y={layout.most + 16 + at * 16} text-anchor="middle" font-size="13" fill={ink}>{line}</text>
              ))}
              {layout.isNamed && (
                <text y={layout.most + 16 + linesOf(nameOf(one)).length * 16} text-anchor="middle" font-size="13" fill={soft}>
                  {`${speech.short(one.seats)} · ${speech.short(one.trust)}`}
                </text>
              )}
            </g>
          );
        })}
        {[...layout.centres].map(([number, { x, y }]) => (
          <g key={number} transform={`translate(${x} ${y})`}>
            <rect x="-9" y="-9" width="18" height="18" fill="#fff" stroke={ink} stroke-width="1.6" transform="rotate(45)" />
            <text y="28" text-anchor="middle" font-size="12" fill={ink}>{words.centreName(String(number + 1))}</text>
          </g>
        ))}
      </svg>
    </div>
  );
}
