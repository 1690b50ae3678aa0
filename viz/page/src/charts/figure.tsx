// A chart with everything that belongs to it: message as title, unit, reading under the cursor, what the band says
// about zero, the table twin, and the export buttons.
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { useShown } from "../context";
import type { Speech } from "../i18n/index";
import type { Result } from "../result";
import { coverage, firstMonth, quantilesOf } from "../series";
import { useCursor } from "./cursor";
import { originOf, type Picture } from "./export";
import { FigureFoot } from "./figure-foot";
import { MonthSlider } from "./month-slider";
import { tableOfBands, type NumberTable } from "./number-table";
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

/** The reading under the cursor, at the last month where there is none. */
function Cursor({ series, title }: { series: TimeSeries; title: string }): JSX.Element {
  const { result, speech } = useShown();
  const months = result.months.length;
  const shown = useCursor() ?? months - 1;
  const text = reading(result, speech, shown, series.main, series.mainLabel, series.other, series.otherLabel, series.pace);
  return <MonthSlider months={months} shown={shown} title={title} text={text} hint={speech.text.chart.cursorHint} />;
}

function Legend({ series }: { series: TimeSeries }): JSX.Element {
  const { result, speech } = useShown();
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

/** The quantiles of what is drawn, month by month. */
export function tableOf(result: Result, speech: Speech, series: TimeSeries): NumberTable {
  const groups = [{ label: series.mainLabel, bands: series.main }];
  if (series.other) groups.push({ label: series.otherLabel, bands: series.other });
  const told = groups.map((group) => ({ ...group, shares: quantilesOf(result, group.bands.length) }));
  return tableOfBands(speech, result.months, told, series.pace === "year" ? firstMonth(series.main) : 0);
}

/** A whole figure over months. */
export function TimeFigure({ name, title, note, series, height = 300, actions }: Props): JSX.Element {
  const page = useShown();
  const { speech } = page;
  const [box, width] = useWidth(640);
  const figure = useRef<HTMLElement>(null);
  const isMean = series.pace === "year";
  const unit = [speech.unit(series.units), ...(isMean ? [speech.text.chart.yearMean] : [])].filter(Boolean).join(", ");
  const picture: Picture = { origin: originOf(page.result, speech), speech, name, title, unit };
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
      <FigureFoot figure={figure} picture={picture} table={() => tableOf(page.result, speech, series)} />
    </figure>
  );
}
