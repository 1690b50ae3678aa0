// Who pays and who receives, over the whole horizon and over time.
import type { JSX } from "preact";
import { PartyBars, type PartyAmount } from "../charts/party-bars";
import { SmallMultiples } from "../charts/small-multiples";
import { useShown } from "../context";
import type { Interval } from "../i18n/numbers";
import type { Result, Variable } from "../result";
import { coverage, findVariable, hasBothPaces, horizonOf, livingLabels, middle, scenario } from "../series";

interface Row extends PartyAmount {
  difference: Interval;
}

function rowsOf(result: Result, flow: Variable, reference: string): Row[] {
  return livingLabels(result, flow, "party").map((party) => {
    const cell = { party };
    const own = horizonOf(result, flow, cell, scenario) ?? [];
    const other = horizonOf(result, flow, cell, { kind: "reference", name: reference }) ?? [];
    const difference = horizonOf(result, flow, cell, { kind: "difference", name: reference }) ?? [];
    return {
      party,
      low: own[0] ?? null,
      median: middle(own) ?? null,
      high: own[own.length - 1] ?? null,
      reference: middle(other) ?? null,
      difference: {
        low: difference[0] ?? null, median: middle(difference) ?? null, high: difference[difference.length - 1] ?? null,
      },
    };
  });
}

function Amount({ of }: { of: Interval }): JSX.Element {
  const { speech } = useShown();
  const told = speech.interval(of, "plain");
  return <td><strong>{told.median}</strong> <span class="range">({speech.text.to(told.low, told.high)})</span></td>;
}

function Table({ rows }: { rows: Row[] }): JSX.Element {
  const { speech, state } = useShown();
  const words = speech.text.ledger;
  return (
    <div class="scroll wide" tabIndex={0} role="group" aria-label={words.total}>
      <table class="headline">
        <thead>
          <tr>
            <th scope="col">{words.paysColumn}</th>
            <th scope="col">{words.net} (€)</th>
            <th scope="col">{words.difference(speech.reference(state.reference))} (€)</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.party}>
              <th scope="row">{speech.value("party", row.party)}</th>
              <Amount of={row} />
              <Amount of={row.difference} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Ledger(): JSX.Element {
  const { result, speech, state } = useShown();
  const words = speech.text.ledger;
  const flow = findVariable(result, "net_flow");
  const rows = flow ? rowsOf(result, flow, state.reference) : [];
  const value = (row: Row): number => row.median ?? 0;
  const sorted = [...rows].sort((a, b) => value(b) - value(a));
  const people = sorted.filter((row) => row.party !== "resource");
  const receiver = people[0];
  const payer = people[people.length - 1];
  if (!flow || !receiver || !payer) return <h2>{words.title}</h2>;
  const euros = (amount: number): string => speech.amount(Math.abs(amount), "EUR");
  const message = words.both(
    speech.value("party", payer.party), euros(value(payer)), speech.value("party", receiver.party), euros(value(receiver)),
  );
  return (
    <>
      <h2>{message}</h2>
      <p class="lead">{words.intro}</p>
      <figure class="card" data-variable="net_flow">
        <figcaption>
          <h3>{words.total}</h3>
          <p class="unit">{speech.unit("EUR")}</p>
        </figcaption>
        <PartyBars amounts={sorted} label={message} />
        <p class="legend">
          <span><i class="swatch tick" /> {speech.reference(state.reference)}</span>
          <span><i class="swatch thin" /> {speech.text.interval(speech.percent(coverage(result)))}</span>
        </p>
        <p class="note">{words.resourceNote}</p>
        <Table rows={sorted} />
      </figure>
      <h3 class="section">{words.time}</h3>
      <p class="lead">{hasBothPaces(flow, { party: "" }) ? "" : `${speech.unit(flow.units)}. `}{speech.text.pipeline.stagesText}</p>
      <SmallMultiples variable={flow} axis="party" labels={sorted.map((row) => row.party)} />
    </>
  );
}
