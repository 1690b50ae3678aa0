// Packages in many futures: how far each stays behind the best, and how it does at worst, on average and at best.
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { PackageRow, Robustness } from "../analyses";
import { originOfExperiment } from "../charts/export";
import { ExportButtons } from "../charts/export-buttons";
import type { NumberTable } from "../charts/number-table";
import { PackageRanges } from "../charts/package-ranges";
import { useShown } from "../context";
import type { Speech } from "../i18n/index";
import { readable } from "../i18n/labels";

const nameOf = (row: PackageRow, speech: Speech): string => readable(speech.reference(row.package));

function tableOf(rows: readonly PackageRow[], speech: Speech): NumberTable {
  const words = speech.text.influence;
  const columns = [
    ["largest_regret", words.regret], ["no_regret", words.noRegret], ["worst", words.worst], ["mean", words.mean], ["best", words.best],
  ] as const;
  return {
    rowsAre: { label: words.package, name: "package" },
    groups: [{ label: words.robust, columns: columns.map(([name, label]) => ({ name, label })) }],
    rows: rows.map((row) => ({ key: row.package, label: nameOf(row, speech), cells: columns.map(([name]) => row[name]) })),
    from: 0,
  };
}

function Goal({ goal, of }: { goal: Robustness["goals"][number]; of: Robustness }): JSX.Element {
  const { speech, stored } = useShown();
  const words = speech.text.influence;
  const figure = useRef<HTMLElement>(null);
  const rows = [...goal.packages].sort((a, b) => (a.largest_regret ?? Infinity) - (b.largest_regret ?? Infinity));
  const [first] = rows;
  const unit = speech.unit(goal.unit);
  const lead = first
    ? words.robustLead(nameOf(first, speech), speech.outcome(goal.outcome), `${speech.short(first.largest_regret)} ${unit}`.trim())
    : speech.outcome(goal.outcome);
  const reading = [unit, words.ranges].filter(Boolean).join(" · ");
  return (
    <section class="card" data-goal={goal.outcome} ref={figure}>
      <h3>{lead}</h3>
      <p class="unit">{reading}</p>
      <PackageRanges packages={rows} nameOf={(row) => nameOf(row, speech)} label={lead} />
      <div class="scroll wide" tabIndex={0} role="group" aria-label={lead}>
        <table class="headline">
          <thead>
            <tr>
              {[words.package, words.regret, words.noRegret, words.worst, words.mean, words.best].map((one) => (
                <th key={one} scope="col">{one}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.package} data-label={row.package}>
                <th scope="row">{nameOf(row, speech)}{of.pareto.includes(row.package) && " ★"}</th>
                <td><strong>{speech.short(row.largest_regret)}</strong></td>
                <td>{speech.percent(row.no_regret)}</td>
                <td>{speech.short(row.worst)}</td>
                <td>{speech.short(row.mean)}</td>
                <td>{speech.short(row.best)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="small-print">★ {words.unbeaten}</p>
      <div class="figure-foot">
        <ExportButtons figure={figure} table={() => tableOf(rows, speech)} picture={{
          origin: originOfExperiment(stored, speech, `${words.robust}, ${words.futures(speech.short(of.futures))}`,
            `skillscale robustness SWEEP --${goal.aim} ${goal.outcome}`),
          speech, name: `packages ${goal.outcome}`, title: lead, unit: reading,
        }} />
      </div>
    </section>
  );
}

export function Packages({ of }: { of: Robustness }): JSX.Element {
  const { speech } = useShown();
  const words = speech.text.influence;
  return (
    <>
      <h3>{words.robust}</h3>
      <p class="small-print">{words.futures(speech.short(of.futures))}</p>
      {of.goals.map((goal) => <Goal key={goal.outcome} goal={goal} of={of} />)}
    </>
  );
}
