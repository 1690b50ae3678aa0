// The buttons that save a chart as picture, drawing and table.
import type { JSX, RefObject } from "preact";
import { saveCsv, savePng, saveSvg, type Picture } from "./export";
import type { NumberTable } from "./number-table";

export interface Exported {
  /** What holds the drawing. */
  figure: RefObject<HTMLElement | null>;
  picture: Picture;
  table: () => NumberTable;
}

export function ExportButtons({ figure, picture, table }: Exported): JSX.Element {
  const { speech, title } = picture;
  const words = speech.text.chart;
  const withChart = (use: (svg: SVGSVGElement) => void) => () => {
    const svg = figure.current?.querySelector<SVGSVGElement>("svg.time-chart");
    if (svg) use(svg);
  };
  return (
    <div class="export" role="group" aria-label={`${words.export}: ${title}`}>
      <button type="button" data-export="png" onClick={withChart((svg) => savePng(svg, picture))}>{words.png}</button>
      <button type="button" data-export="svg" onClick={withChart((svg) => saveSvg(svg, picture))}>{words.svg}</button>
      <button type="button" data-export="csv" onClick={() => saveCsv(picture, table())}>{words.csv}</button>
    </div>
  );
}
