// A chart with everything that belongs to it: message as title, unit, reading under the cursor, what the band says
// about zero, the table twin, and the export buttons.
import type { JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { usePage } from "../context";
import { coverage, firstMonth, quantilesOf } from "../series";
import { setCursor, useCursor } from "./cursor";
import { saveCsv, savePng, saveSvg, type Picture } from "./export";
import { TimeChart, type TimeSeries } from "./time-chart";
import { useWidth } from "./width";
import { reading } from "./words";

interface Props {
  name: string;
  title: string;
  note?: string | undefined;
  series: TimeSeries;
  height?: number;
  actions?: JSX.Element | undefined;
}

/** Keyboard handle of the cursor: a slider over months whose text is the reading. */
function Cursor({ series, title }: { series: TimeSeries; title: string }): JSX.Element {
  const { result, speech } = usePage();
  const months = result.months.length;
  const month = useCursor();
  const shown = month ?? months - 1;
  const hint = useId();
  const text = reading(result, speech, shown, series.main, series.mainLabel, series.other, series.otherLabel, series.pace);
  const steps: Record<string, number> = {
    ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -months, End: months,
  };
  const press = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setCursor(Math.max(0, Math.min(months - 1, shown + step)));
  };
  return (
    <div class="reading" role="slider" tabIndex={0} aria-label={title} aria-describedby={hint} aria-valuemin={0}
      aria-valuemax={months - 1} aria-valuenow={shown} aria-valuetext={text} onKeyDown={press}
      onBlur={() => setCursor(null)}>
      <span>{text}</span>
      <span id={hint} class="visually-hidden">{speech.text.chart.cursorHint}</span>
    </div>
  );
}

function Legend({ series }: { series: TimeSeries }): JSX.Element {
  const { result, speech } = usePage();
  const words = speech.text.chart;
  return (
    <p class="legend">
      <span><i class="swatch line" /> {series.mainLabel} ({speech.text.median}{series.pace === "year" && `, ${words.yearMean}`})</span>
      {series.main.length > 3 && <span><i class="swatch inner" /> {words.halfLegend}</span>}
      <span><i class="swatch outer" /> {words.bandLegend(speech.percent(coverage(result)))}</span>
      {series.other && <span><i class="swatch dashed" /> {series.otherLabel}</span>}
    </p>
  );
}

function TableTwin({ series, title }: { series: TimeSeries; title: string }): JSX.Element {
  const { result, speech } = usePage();
  const [open, setOpen] = useState(false);
  const words = speech.text.chart;
  const groups = [{ label: series.mainLabel, bands: series.main }];
  if (series.other) groups.push({ label: series.otherLabel, bands: series.other });
  const first = series.pace === "year" ? firstMonth(series.main) : 0;
  return (
    <details onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>{words.table}</summary>
      {open && (
        <div class="scroll" tabIndex={0} role="group" aria-label={`${words.table}: ${title}`}>
          <table class="numbers">
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>{words.month}</th>
                {groups.map((group) => (
                  <th key={group.label} scope="colgroup" colSpan={group.bands.length}>{group.label}</th>
                ))}
              </tr>
              <tr>
                {groups.flatMap((group) => quantilesOf(result, group.bands.length).map((q) => (
                  <th key={`${group.label}${q}`} scope="col">{speech.percent(q)}</th>
                )))}
              </tr>
            </thead>
            <tbody>
              {result.months.map((month, at) => at >= first && (
                <tr key={month} data-month={month}>
                  <th scope="row">{month}</th>
                  {groups.flatMap((group) => group.bands.map((band, q) => (
                    <td key={`${group.label}${q}`}>{speech.exact(band[at] ?? null)}</td>
                  )))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

/** A whole figure over months. */
export function TimeFigure({ name, title, note, series, height = 300, actions }: Props): JSX.Element {
  const page = usePage();
  const { speech } = page;
  const [box, width] = useWidth(640);
  const figure = useRef<HTMLElement>(null);
  const isMean = series.pace === "year";
  const unit = [speech.unit(series.units), ...(isMean ? [speech.text.chart.yearMean] : [])].filter(Boolean).join(", ");
  const picture: Picture = { result: page.result, speech, name, title, unit };
  const chart = (): SVGSVGElement | null => figure.current?.querySelector("svg.time-chart") ?? null;
  const withChart = (use: (svg: SVGSVGElement) => void) => () => {
    const svg = chart();
    if (svg) use(svg);
  };
  const words = speech.text.chart;
  return (
    <figure class="card" ref={figure} data-variable={name} data-mode={series.isDifference ? "difference" : "level"}
      data-pace={series.pace}>
      <figcaption>
        <h3>{title}</h3>
        <p class="unit"><span>{speech.unit(series.units)}</span>{actions}</p>
      </figcaption>
      <Cursor series={series} title={title} />
      <div ref={box} class="chart-box">
        <TimeChart series={series} width={width} height={height} label={note ? `${title}. ${note}` : title} />
      </div>
      <Legend series={series} />
      {note && <p class="note">{note}</p>}
      <div class="figure-foot">
        <TableTwin series={series} title={title} />
        <div class="export" role="group" aria-label={`${words.export}: ${title}`}>
          <button type="button" onClick={withChart((svg) => savePng(svg, picture))}>{words.png}</button>
          <button type="button" onClick={withChart((svg) => saveSvg(svg, picture))}>{words.svg}</button>
          <button type="button" onClick={() => saveCsv(picture, series)}>{words.csv}</button>
        </div>
      </div>
    </figure>
  );
}
