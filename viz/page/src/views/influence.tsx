// What experiments say: which factor moves an outcome, and which package is safe to choose.
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { estimateOf, hasAny, lastYears, measuresOf, type Finding, type Sensitivity } from "../analyses";
import { originOfExperiment } from "../charts/export";
import { ExportButtons } from "../charts/export-buttons";
import type { NumberTable } from "../charts/number-table";
import { Tornado } from "../charts/tornado";
import { useShown } from "../context";
import type { Speech } from "../i18n/index";
import { readable } from "../i18n/labels";
import { Packages } from "./packages";

/** Factors that a picture shows; the table has all. */
const mostDrawn = 12;

/** All factors of an outcome for a file: every measure with its interval. */
function tableOf(finding: Finding, speech: Speech): NumberTable {
  const ends = ["value", "low", "high"] as const;
  const measures = measuresOf(finding);
  return {
    rowsAre: { label: speech.text.influence.factor, name: "factor" },
    groups: measures.map((name) => ({
      label: speech.text.influence.measures[name] ?? readable(name), columns: ends.map((end) => ({ label: end, name: `${name} ${end}` })),
    })),
    rows: finding.factors.map((row) => ({
      key: row.factor, label: speech.factor(row.factor, row.path),
      cells: measures.flatMap((name) => ends.map((end) => estimateOf(row, name)[end])),
    })),
    from: 0,
  };
}

function Influences({ finding, of }: { finding: Finding; of: Sensitivity }): JSX.Element {
  const { speech, stored } = useShown();
  const words = speech.text.influence;
  const figure = useRef<HTMLElement>(null);
  const { method } = of;
  const measures = measuresOf(finding);
  const [measure = ""] = measures;
  const behind = method === "sobol" ? measures[1] : undefined;
  const first = finding.factors[0];
  const outcome = speech.outcome(finding.outcome);
  const unit = (name: string): string => (["mu_star", "mu", "sigma"].includes(name) ? speech.unit(finding.unit) : "");
  if (finding.is_constant || !first) return <section class="card"><h3>{words.constant(outcome)}</h3></section>;
  const best = estimateOf(first, measure);
  const isOpen = (best.low ?? 0) <= 0 && (best.high ?? 0) >= 0;
  const lead = isOpen ? words.unclear(outcome)
    : words.lead(speech.factor(first.factor, first.path), outcome, `${speech.short(best.value)} ${unit(measure)}`.trim());
  const sign = measures.includes("mu") && measure !== "mu" ? "mu" : undefined;
  const name = (one: string): string => words.measures[one] ?? readable(one);
  const reading = [name(measure), unit(measure), behind ? `${words.lighter}: ${name(behind)}` : "", sign ? words.signs : ""].filter(Boolean).join(" · ");
  const experiment = `${words.methods[method] ?? readable(method)}, ${words.runs(speech.short(of.points), speech.short(of.replicates))}`;
  return (
    <section class="card" data-outcome={finding.outcome} data-method={method} ref={figure}>
      <h3>{lead}</h3>
      <p class="unit">{reading}</p>
      <Tornado finding={{ ...finding, factors: finding.factors.slice(0, mostDrawn) }} measure={measure} behind={behind} sign={sign} label={lead} />
      {finding.is_enough === false && <p class="note">{words.notEnough(speech.short(finding.units_wanted ?? null))}</p>}
      <details>
        <summary>{speech.text.chart.table}</summary>
        <div class="scroll wide" tabIndex={0} role="group" aria-label={lead}>
          <table class="headline">
            <thead>
              <tr>
                <th scope="col">{words.factor}</th>
                {measures.map((one) => <th key={one} scope="col">{name(one)}</th>)}
              </tr>
            </thead>
            <tbody>
              {finding.factors.map((row) => (
                <tr key={row.factor} data-label={row.factor}>
                  <th scope="row">{speech.factor(row.factor, row.path)}</th>
                  {measures.map((one) => {
                    const told = speech.interval({ ...estimateOf(row, one), median: estimateOf(row, one).value }, "plain");
                    return <td key={one}><strong>{told.median}</strong> <span class="range">({speech.text.to(told.low, told.high)})</span></td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <div class="figure-foot">
        <ExportButtons figure={figure} table={() => tableOf(finding, speech)} picture={{
          origin: originOfExperiment(stored, speech, experiment, `skillscale analyse SWEEP --method ${method}`),
          speech, name: `${method} ${finding.outcome}`, title: lead, unit: reading,
        }} />
      </div>
    </section>
  );
}

function Method({ of }: { of: Sensitivity }): JSX.Element {
  const { speech } = useShown();
  const words = speech.text.influence;
  return (
    <>
      <h3>{words.methods[of.method] ?? readable(of.method)}</h3>
      <p class="small-print">{words.runs(speech.short(of.points), speech.short(of.replicates))}</p>
      <div class="pair">
        {lastYears(of.findings).map((finding) => <Influences key={finding.outcome} finding={finding} of={of} />)}
      </div>
    </>
  );
}

export function Influence(): JSX.Element {
  const { analyses, speech } = useShown();
  const words = speech.text.influence;
  return (
    <>
      <h2>{words.title}</h2>
      <p class="lead">{hasAny(analyses) ? words.intro : words.none}</p>
      {analyses.sensitivities.map((one) => <Method key={one.method} of={one} />)}
      {analyses.robustness.map((one, at) => <Packages key={at} of={one} />)}
    </>
  );
}
