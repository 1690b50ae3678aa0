// What experiments say: which factor moves an outcome, and which package is safe to choose.
import type { JSX } from "preact";
import { estimateOf, hasAny, lastYears, measuresOf, type Finding, type Robustness, type Sensitivity } from "../analyses";
import { Tornado } from "../charts/tornado";
import { usePage } from "../context";
import { readable } from "../i18n/labels";

/** Factors that a picture shows; the table has all. */
const mostDrawn = 12;

function Influences({ finding, method }: { finding: Finding; method: string }): JSX.Element {
  const { speech } = usePage();
  const words = speech.text.influence;
  const measures = measuresOf(finding);
  const [measure = ""] = measures;
  const behind = method === "sobol" ? measures[1] : undefined;
  const first = finding.factors[0];
  const outcome = readable(finding.outcome);
  const unit = (name: string): string => (["mu_star", "mu", "sigma"].includes(name) ? speech.unit(finding.unit) : "");
  if (finding.is_constant || !first) return <section class="card"><h3>{words.constant(outcome)}</h3></section>;
  const best = estimateOf(first, measure);
  const isOpen = (best.low ?? 0) <= 0 && (best.high ?? 0) >= 0;
  const lead = isOpen ? words.unclear(outcome)
    : words.lead(speech.lever(first.factor), outcome, `${speech.short(best.value)} ${unit(measure)}`.trim());
  const sign = measures.includes("mu") && measure !== "mu" ? "mu" : undefined;
  const name = (one: string): string => words.measures[one] ?? readable(one);
  return (
    <section class="card" data-outcome={finding.outcome} data-method={method}>
      <h3>{lead}</h3>
      <p class="unit">{[name(measure), unit(measure), behind ? `${words.lighter}: ${name(behind)}` : "", sign ? words.signs : ""].filter(Boolean).join(" · ")}</p>
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
                  <th scope="row">{speech.lever(row.factor)}</th>
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
    </section>
  );
}

function Method({ of }: { of: Sensitivity }): JSX.Element {
  const { speech } = usePage();
  const words = speech.text.influence;
  return (
    <>
      <h3>{words.methods[of.method] ?? readable(of.method)}</h3>
      <p class="small-print">{words.runs(speech.short(of.points), speech.short(of.replicates))}</p>
      <div class="pair">
        {lastYears(of.findings).map((finding) => <Influences key={finding.outcome} finding={finding} method={of.method} />)}
      </div>
    </>
  );
}

function Packages({ of }: { of: Robustness }): JSX.Element {
  const { speech } = usePage();
  const words = speech.text.influence;
  return (
    <>
      <h3>{words.robust}</h3>
      <p class="small-print">{words.futures(speech.short(of.futures))}</p>
      {of.goals.map((goal) => {
        const rows = [...goal.packages].sort((a, b) => (a.largest_regret ?? Infinity) - (b.largest_regret ?? Infinity));
        const [first] = rows;
        const unit = speech.unit(goal.unit);
        const lead = first
          ? words.robustLead(readable(speech.reference(first.package)), readable(goal.outcome), `${speech.short(first.largest_regret)} ${unit}`.trim())
          : readable(goal.outcome);
        return (
          <section key={goal.outcome} class="card" data-goal={goal.outcome}>
            <h3>{lead}</h3>
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
                      <th scope="row">{readable(speech.reference(row.package))}{of.pareto.includes(row.package) && " ★"}</th>
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
          </section>
        );
      })}
    </>
  );
}

export function Influence(): JSX.Element {
  const { analyses, speech } = usePage();
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
