// The numbers behind a chart, once for the table below it and for the file that is saved.
import type { Speech } from "../i18n/index";

/** A number, a word of the model, or nothing. */
export type Cell = number | string | null;

export interface NumberTable {
  /** What the rows are: words for readers, and a plain name for files. */
  rowsAre: { label: string; name: string };
  groups: { label: string; columns: { label: string; name: string }[] }[];
  rows: { key: string; label: string; cells: Cell[] }[];
  /** The first row worth reading; a file has all. */
  from: number;
}

/** Months as rows, and for every group of bands its quantiles as columns. */
export function tableOfBands(
  speech: Speech, months: readonly string[], groups: readonly { label: string; shares: readonly number[]; bands: (number | null)[][] }[], from: number,
): NumberTable {
  return {
    rowsAre: { label: speech.text.chart.month, name: "month" },
    groups: groups.map(({ label, shares }) => ({ label, columns: shares.map((q) => ({ label: speech.percent(q), name: `${label} q${q}` })) })),
    rows: months.map((month, at) => ({ key: month, label: month, cells: groups.flatMap(({ bands }) => bands.map((band) => band[at] ?? null)) })),
    from,
  };
}
