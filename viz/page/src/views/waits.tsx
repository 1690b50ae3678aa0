// How long people wait at each office, and how long they are in each stage with everything counted.
import type { JSX } from "preact";
import { useShown } from "../context";
import type { Spread, Wait } from "../result";
import { waitsOf } from "../series";

/** Stages on the way to work; later ones last as long as a life and are no waiting. */
const preparing = ["applicant", "language", "training", "recognition", "visa", "matching", "adaptation"];

function Cell({ spread, strong }: { spread: Spread | undefined; strong: boolean }): JSX.Element {
  const { speech } = useShown();
  if (!spread || spread.median === null) return <td>{speech.text.chart.noData}</td>;
  const median = speech.decimals(spread.median, 1);
  const range = speech.text.to(speech.decimals(spread.low, 1), speech.decimals(spread.high, 1));
  return <td>{strong ? <strong>{median}</strong> : median} <span class="range">({range})</span></td>;
}

function Table({ rows, axis, title, text }: { rows: Wait[]; axis: string; title: string; text: string }): JSX.Element {
  const { speech, state } = useShown();
  const words = speech.text.pipeline;
  return (
    <div data-waits={axis}>
      <h4>{title}</h4>
      <p class="small-print">{text}</p>
      <div class="scroll wide" tabIndex={0} role="group" aria-label={title}>
        <table class="headline">
          <thead>
            <tr>
              <th scope="col">{axis === "authority" ? words.office : words.stage}</th>
              <th scope="col">{speech.text.scenario}</th>
              {state.reference && <th scope="col">{speech.reference(state.reference)}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label} data-label={row.label}>
                <th scope="row">{speech.value(axis, row.label)}</th>
                <Cell spread={row.scenario} strong />
                {state.reference && <Cell spread={row.reference[state.reference]} strong={false} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Rows in which any world has a number. */
function told(rows: Wait[]): Wait[] {
  return rows.filter((row) => [row.scenario, ...Object.values(row.reference)].some((spread) => spread.known > 0));
}

export function Waits(): JSX.Element | null {
  const { result, speech } = useShown();
  const words = speech.text.pipeline;
  const waits = waitsOf(result);
  const offices = told(waits.offices);
  const stages = told(waits.stages).filter((row) => preparing.includes(row.label));
  return (
    <div class="pair tables">
      {offices.length > 0 && <Table rows={offices} axis="authority" title={words.waits} text={words.waitsText} />}
      {stages.length > 0 && <Table rows={stages} axis="stage" title={words.stays} text={words.staysText} />}
    </div>
  );
}
