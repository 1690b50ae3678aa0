// Assumptions, apart from the levers: what nobody decides and nobody knows exactly, within its range.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "../context";
import type { Parameter } from "../result";
import { matches } from "../views/assumptions";
import type { LivePage } from "./page-part";
import { Slider } from "./slider";

/** Rows drawn at once; the search finds the others. */
const shownAtOnce = 12;

type Ranged = Parameter & { value: number; low: number; high: number };

/** Numbers with a range of their own that stand in the stored result. */
export function ranged(parameters: readonly Parameter[], live: LivePage): Ranged[] {
  return parameters.filter((row): row is Ranged =>
    typeof row.value === "number" && row.low !== null && row.high !== null && row.low < row.high &&
    live.input?.ranges[row.path] !== undefined);
}

function stepOf(row: Ranged): number {
  return 10 ** Math.floor(Math.log10((row.high - row.low) / 50));
}

function Row({ row }: { row: Ranged }): JSX.Element {
  const { live, speech } = usePage();
  const words = speech.text.live;
  const value = live.edits.values[row.path] ?? row.value;
  const isChanged = live.edits.values[row.path] !== undefined;
  const third = (row.high - row.low) / 3;
  const zone = value === row.value ? words.asStated : value < row.low + third ? words.near.low : value > row.high - third ? words.near.high : words.near.middle;
  const unit = speech.unit(row.unit);
  const told = `${speech.exact(value)}${unit ? ` ${unit}` : ""} · ${zone}`;
  const set = (next: number): void => live.setValue(row.path, next === row.value ? null : next, `set-${row.path}`);
  return (
    <li class={`lever ${isChanged ? "changed" : ""}`} data-path={row.path}>
      <Slider id={`set-${row.path}`} label={row.path} value={value} least={Math.min(row.low, value)} most={Math.max(row.high, value)}
        step={stepOf(row)} told={told} onSlide={set} onSettle={live.settle} />
      <p class="meaning"><span lang={speech.meaning(row.meaning).language}>{speech.meaning(row.meaning).text}</span>{" "}
        <span class={`confidence ${row.confidence}`}>{speech.text.assumptions.levels[row.confidence] ?? row.confidence}</span>{" "}
        {row.source_title || row.source}</p>
      {isChanged && (
        <button type="button" class="quiet" onClick={() => live.setValue(row.path, null)}>{words.back(speech.exact(row.value))}</button>
      )}
    </li>
  );
}

export function AssumptionRows(): JSX.Element {
  const { stored, live, speech } = usePage();
  const [search, setSearch] = useState("");
  const words = speech.text.live;
  const all = ranged(stored.parameters, live);
  const isChanged = (row: Ranged): boolean => live.edits.values[row.path] !== undefined;
  const found = all.filter((row) => isChanged(row) || matches(row, speech.meaning(row.meaning).text, search, false)).sort((a, b) => Number(isChanged(b)) - Number(isChanged(a)));
  const shown = found.slice(0, shownAtOnce);
  return (
    <details class="assumption-rows" open={Object.keys(live.edits.values).length > 0}>
      <summary>{words.assumptions}</summary>
      <p class="meaning">{words.assumptionsIntro}</p>
      <p class="controls">
        <label>{speech.text.assumptions.search}{" "}
          <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
        </label>
        <button type="button" disabled={Object.keys(live.edits.values).length === 0} onClick={live.resetValues}>{words.resetAssumptions}</button>
      </p>
      <ul class="levers">{shown.map((row) => <Row key={row.path} row={row} />)}</ul>
      {found.length > shown.length && <p class="meaning">{words.more(String(found.length - shown.length))}</p>}
    </details>
  );
}
