// Packages side by side: as stored, as set now, and every bookmark that has been simulated, against one reference.
import type { JSX } from "preact";
import { IntervalBar } from "../charts/interval-bar";
import type { Side } from "../charts/colours";
import { usePage, type Outcome } from "../context";
import { AddBookmark } from "../live/bookmarks";
import { writeEdits } from "../live/edits";
import type { Spread } from "../result";

interface Package {
  name: string;
  edits: string;
  outcome: Outcome | undefined;
}

const columns: { name: string; side: Side; isGain: boolean }[] = [
  { name: "arrivals_per_year", side: "other", isGain: false },
  { name: "origin_gain", side: "origin", isGain: true },
  { name: "destination_gain", side: "destination", isGain: true },
  { name: "migrant_gain", side: "migrants", isGain: true },
];

function spreadOf(outcome: Outcome | undefined, column: (typeof columns)[number], reference: string): Spread | undefined {
  const found = outcome?.headline.find((headline) => headline.name === column.name);
  return column.isGain ? found?.difference[reference] : found?.scenario;
}

/** From the smallest to the largest number of a column, zero included. */
function domainOf(spreads: (Spread | undefined)[]): [number, number] {
  const ends = spreads.flatMap((spread) => [spread?.low ?? 0, spread?.high ?? 0, 0]);
  const pad = (Math.max(...ends) - Math.min(...ends) || 1) * 0.05;
  return [Math.min(...ends) - pad, Math.max(...ends) + pad];
}

export function Compare(): JSX.Element {
  const { live, stored, speech, state, outcomes } = usePage();
  const words = speech.text.facilitate;
  const reference = stored.worlds[1] ?? "";
  const now = writeEdits(live.edits);
  const outcomeOf = (edits: string): Outcome | undefined => edits === "" ? { headline: stored.headline, replicates: stored.replicates } : outcomes.get(edits);
  const marked = state.marks.filter((mark) => mark.edits !== "");
  const packages: Package[] = [
    { name: words.asStored, edits: "", outcome: outcomeOf("") },
    ...marked.map((mark) => ({ ...mark, outcome: outcomeOf(mark.edits) })),
    ...(now === "" || marked.some((mark) => mark.edits === now) ? [] : [{ name: words.now, edits: now, outcome: outcomeOf(now) }]),
  ];
  const domains = columns.map((column) => domainOf(packages.map(({ outcome }) => spreadOf(outcome, column, reference))));
  return (
    <>
      <p class="lead">{words.compareIntro(speech.reference(reference))}</p>
      <div class="scroll" tabIndex={0} role="group" aria-label={words.package}>
        <table class="packages">
          <thead>
            <tr><th scope="col">{words.package}</th>
              {columns.map(({ name }) => <th key={name} scope="col">{speech.variable(name, name)}</th>)}</tr>
          </thead>
          <tbody>
            {packages.map((each) => (
              <tr key={each.name} data-package={each.name}>
                <th scope="row">
                  <button type="button" class="quiet" aria-current={each.edits === now ? "true" : undefined} aria-label={words.openBookmark(each.name)}
                    onClick={() => live.open(each.edits)}>{each.name}</button>
                </th>
                {columns.map((column, at) => {
                  const spread = spreadOf(each.outcome, column, reference);
                  if (!spread || spread.median === null) return <td key={column.name}>{words.notComputed}</td>;
                  const told = speech.interval(spread, "plain");
                  return (
                    <td key={column.name}>
                      <strong>{told.median}</strong> <span class="range">{speech.text.to(told.low, told.high)}</span>
                      <IntervalBar spread={spread} domain={domains[at] ?? [0, 1]} side={column.side} label={`${each.name}: ${told.median}`} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {now !== "" && <AddBookmark />}
    </>
  );
}
