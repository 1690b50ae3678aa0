// What stands below a chart: its numbers as a table, and the buttons that save it.
import type { JSX } from "preact";
import { ExportButtons, type Exported } from "./export-buttons";
import { TableTwin } from "./table-twin";

export function FigureFoot(exported: Exported): JSX.Element {
  const { speech, title } = exported.picture;
  return (
    <div class="figure-foot">
      <TableTwin table={exported.table} speech={speech} title={title} />
      <ExportButtons {...exported} />
    </div>
  );
}
