// The numbers of a chart as a table, below it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Speech } from "../i18n/index";
import type { NumberTable } from "./number-table";

export function TableTwin({ table, speech, title }: { table: () => NumberTable; speech: Speech; title: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  const words = speech.text.chart;
  return (
    <details onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>{words.table}</summary>
      {open && <Rows table={table()} speech={speech} label={`${words.table}: ${title}`} />}
    </details>
  );
}

function Rows({ table, speech, label }: { table: NumberTable; speech: Speech; label: string }): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={label}>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>{table.rowsAre.label}</th>
            {table.groups.map((group) => <th key={group.label} scope="colgroup" colSpan={group.columns.length}>{group.label}</th>)}
          </tr>
          <tr>
            {table.groups.flatMap(({ columns }) => columns.map((column) => <th key={column.name} scope="col">{column.label}</th>))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(table.from).map((row) => (
            <tr key={row.key} data-month={table.rowsAre.name === "month" ? row.key : undefined} data-row={row.key}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, at) => <td key={at}>{typeof cell === "string" ? cell : speech.exact(cell)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
