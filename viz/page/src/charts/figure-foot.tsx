// What stands below every chart: its numbers as a table, and the buttons that save it.
import type { JSX } from "preact";
import type { RefObject } from "preact";
import { saveCsv, savePng, saveSvg, type Picture } from "./export";
import type { NumberTable } from "./number-table";
import { TableTwin } from "./table-twin";

interface Props {
  figure: RefObject<HTMLElement | null>;
  picture: Picture;
  table: () => NumberTable;
}

export function FigureFoot({ figure, picture, table }: Props): JSX.Element {
  const { speech, title } = picture;
  const words = speech.text.chart;
  const withChart = (use: (svg: SVGSVGElement) => void) => () => {
    const svg = figure.current?.querySelector<SVGSVGElement>("svg.time-chart");
    if (svg) use(svg);
  };
  return (
    <div class="figure-foot">
      <TableTwin table={table} speech={speech} title={title} />
      <div class="export" role="group" aria-label={`${words.export}: ${title}`}>
        <button type="button" data-export="png" onClick={withChart((svg) => savePng(svg, picture))}>{words.png}</button>
        <button type="button" data-export="svg" onClick={withChart((svg) => saveSvg(svg, picture))}>{words.svg}</button>
        <button type="button" data-export="csv" onClick={() => saveCsv(picture, table())}>{words.csv}</button>
      </div>
    </div>
  );
}
