// The headline numbers of every result beside each other, those of the three parties first.
import type { JSX } from "preact";
import type { Speech } from "../i18n/index";
import { clearnessOf, fewestClearRuns, leastClearShare } from "../series";
import { kindOf } from "../views/headline-table";
import { runsOf, type Cell, type Comparison, type Row } from "./comparison";
import { worldsOf, type CompareState } from "./compare-state";

const parties = ["migrant_gain", "origin_gain", "destination_gain"] as const;

interface Props {
  comparison: Comparison;
  speech: Speech;
  state: CompareState;
  change: (part: Partial<CompareState>) => void;
}

function Value({ comparison, speech, row, cell, base, at }: {
  comparison: Comparison; speech: Speech; row: Row; cell: Cell; base: Cell | undefined; at: number;
}): JSX.Element {
  const like = { name: row.name, units: row.units, pair: row.against !== undefined };
  if (cell.own.median === null) return <td data-result={cell.scenario}>{speech.text.chart.noData}</td>;
  const own = speech.interval(cell.own, kindOf(like, false));
  const { difference } = cell;
  const words = speech.text.key;
  const notes = {
    clear: "", few: words.few(String(fewestClearRuns)), zero: words.includesZero, small: words.small(speech.percent(leastClearShare)),
  };
  const isNothing = difference !== undefined && difference.low === 0 && difference.high === 0;
  const told = difference && difference.median !== null ? speech.interval(difference, kindOf(like, true)) : null;
  const result = comparison.results[at];
  const clearness = difference && result
    ? clearnessOf(difference, like.pair ? null : (base?.own.median ?? null), runsOf(result)) : "clear";
  const plus = (difference?.median ?? 0) > 0 && /^\D?[\d.,]*[1-9]/.test(told?.median ?? "") ? "+" : "";
  return (
    <td data-result={cell.scenario}>
      <strong class="own">{own.median}</strong>{" "}
      {!own.isTiny && <span class="range">({speech.text.to(own.low, own.high)})</span>}
      {isNothing && <span class="against">{speech.text.chart.noDifference}</span>}
      {told && !isNothing && (
        <span class={clearness === "clear" ? "against" : "against open"}>
          <span aria-hidden="true">Δ </span><span class="visually-hidden">{speech.text.chart.differenceShort} </span>
          {plus}{told.median} {!told.isTiny && `(${speech.text.to(told.low, told.high)})`}
          {notes[clearness] && <span class="open-note">{notes[clearness]}</span>}
        </span>
      )}
    </td>
  );
}

function Table({ comparison, speech, state, rows, id }: Omit<Props, "change"> & { rows: readonly Row[]; id: string }): JSX.Element {
  const words = speech.text.compare;
  const unitOf = (row: Row): string => {
    const own = speech.text.win;
    const ofParty: Record<string, string> = {
      migrant_gain: own.migrantsUnit, origin_gain: own.originUnit, destination_gain: own.destinationUnit,
    };
    return ofParty[row.name] ?? speech.unit(row.units);
  };
  return (
    <div class="scroll wide" tabIndex={0} role="group" aria-labelledby={id}>
      <table class="headline compared">
        <thead>
          <tr>
            <th scope="col" class="words">{speech.text.key.indicator}</th>
            {comparison.results.map((result, at) => (
              <th key={result.name} scope="col">
                {result.name}{at === state.reference && <span class="head-note">{words.reference}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.name} ${row.against ?? ""}`} data-headline={row.name} data-against={row.against}>
              <th scope="row">
                {speech.variable(row.name, row.long_name)}
                <span class="head-note">
                  {[unitOf(row), ...(row.against && id !== "party-title" ? [speech.text.key.against(speech.reference(row.against))] : [])]
                    .filter(Boolean).join("; ")}
                </span>
              </th>
              {row.scenarios.map((cell, at) => (
                <Value key={cell.scenario} comparison={comparison} speech={speech} row={row} cell={cell} at={at}
                  base={row.scenarios[state.reference]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isParty = (row: Row): boolean => parties.some((name) => name === row.name);

/** Gains of migrants, origin and destination, measured from a chosen world. */
export function PartyTable({ comparison, speech, state, change }: Props): JSX.Element | null {
  const words = speech.text.compare;
  const all = comparison.against[state.reference]?.headlines ?? [];
  const rows = parties.flatMap((name) => all.filter((row) => row.name === name && row.against === state.world));
  if (rows.length === 0) return null;
  const base = comparison.results[state.reference]?.name ?? "";
  return (
    <section aria-labelledby="party-title">
      <h2 id="party-title">{words.parties}</h2>
      <p class="lead">{words.partiesIntro(base, speech.percent(0.9))}</p>
      <p class="controls">
        <label>
          {words.measuredFrom}{" "}
          <select value={state.world} data-choice="world" onChange={(event) => change({ world: event.currentTarget.value })}>
            {worldsOf(comparison).map((name) => <option key={name} value={name}>{speech.reference(name)}</option>)}
          </select>
        </label>
      </p>
      <Table comparison={comparison} speech={speech} state={state} rows={rows} id="party-title" />
    </section>
  );
}

/** All other headline numbers that are not zero in every result. */
export function OtherTable({ comparison, speech, state }: Props): JSX.Element {
  const rows = (comparison.against[state.reference]?.headlines ?? []).filter((row) => !isParty(row) &&
    row.scenarios.some(({ own }) => own.low !== null && (own.low !== 0 || own.high !== 0)));
  return (
    <section aria-labelledby="others-title">
      <h2 id="others-title">{speech.text.compare.others}</h2>
      <Table comparison={comparison} speech={speech} state={state} rows={rows} id="others-title" />
    </section>
  );
}
