// Predict, then reveal: the result stays hidden until the tables have guessed, and the guesses are held against the
// ensemble.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { saveText } from "../charts/export";
import { usePage } from "../context";
import { findHeadline } from "../series";
import { changeSentences } from "./changes";
import { guessed, guessesCsv, guessesJson, scored, type Answer, type Guess } from "./round";

interface FormProps {
  guesses: readonly Guess[];
  /** Presenter mode asks before anything has moved and reveals later. */
  isEarly?: boolean;
  onGuess(guesses: Guess[]): void;
}

/** The question, one line a table. */
export function GuessForm({ guesses, isEarly = false, onGuess }: FormProps): JSX.Element {
  const { stored, speech } = usePage();
  const words = speech.text.live.guess;
  const room = speech.text.facilitate;
  const headline = findHeadline(stored, guessed);
  const before = Math.round(headline?.scenario.median ?? 0);
  const first: Guess[] = guesses.length > 0 ? [...guesses] : [{ name: room.tableNumber("1"), value: before }];
  const [rows, setRows] = useState(first);
  const unit = speech.unit(headline?.units ?? "");
  const set = (at: number, part: Partial<Guess>): void => setRows(rows.map((row, each) => (each === at ? { ...row, ...part } : row)));
  const question = `${speech.short(before)} ${unit}`;
  return (
    <form class="guess" onSubmit={(event) => {
      event.preventDefault();
      onGuess(rows.filter((row) => Number.isFinite(row.value)));
    }}>
      {!isEarly && <h2>{words.title}</h2>}
      <p class="lead">{isEarly ? room.guessQuestion(question) : words.question(question)}</p>
      <ul class="guess-rows">
        {rows.map((row, at) => (
          <li key={at}>
            <input type="text" aria-label={room.table} value={row.name} maxLength={60} required data-field="table"
              onInput={(event) => set(at, { name: event.currentTarget.value })} />
            <input id={at === 0 ? "guess" : `guess-${at + 1}`} type="number" min="0" step="any" required value={Number.isFinite(row.value) ? row.value : ""}
              aria-label={`${words.label}, ${row.name}`} onInput={(event) => set(at, { value: event.currentTarget.valueAsNumber })} />
            <span>{unit}</span>
            {rows.length > 1 && (
              <button type="button" class="quiet" aria-label={room.removeTable(row.name)} onClick={() => setRows(rows.filter((_, each) => each !== at))}>
                <span aria-hidden="true">×</span></button>
            )}
          </li>
        ))}
      </ul>
      <p class="guess-actions">
        <button type="button" class="plain" data-action="add-table" disabled={rows.length >= 20}
          onClick={() => setRows([...rows, { name: room.tableNumber(String(rows.length + 1)), value: before }])}>{room.addTable}</button>
        <button type="submit" data-action="reveal">{isEarly ? room.keepGuesses : words.reveal}</button>
      </p>
    </form>
  );
}

/** The ensemble as a band with its median, every table a mark below it. */
function Strip({ guesses, answer }: { guesses: readonly Guess[]; answer: Answer }): JSX.Element {
  const { speech } = usePage();
  const { low, median, high } = answer.spread;
  const all = [low ?? 0, high ?? 0, ...guesses.map((guess) => guess.value)];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const pad = (most - least || 1) * 0.08;
  const width = 1000;
  const x = (value: number): number => ((value - least + pad) / (most - least + 2 * pad)) * width;
  const lines = [...guesses].sort((a, b) => a.value - b.value);
  const anchor = (at: number): "start" | "middle" | "end" => (at < 120 ? "start" : at > width - 120 ? "end" : "middle");
  const height = 92 + lines.length * 30;
  return (
    <svg class="guess-strip" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={speech.text.facilitate.guessTitle} direction="ltr">
      <rect x={x(low ?? 0)} width={Math.max(3, x(high ?? 0) - x(low ?? 0))} y="34" height={height - 34} class="strip-band" />
      <line x1={x(median ?? 0)} x2={x(median ?? 0)} y1="34" y2={height} class="strip-median" />
      <text x={x(median ?? 0)} y="24" text-anchor={anchor(x(median ?? 0))} class="strip-value">{speech.short(median)}</text>
      {lines.map(({ name, value }, at) => {
        const y = 66 + at * 30;
        const isRight = x(value) < 260 || (value >= (median ?? 0) && x(value) < width - 260);
        return (
          <g key={at}>
            <path d={`M${x(value)} ${y - 9}l8 9l-8 9l-8 -9z`} class="strip-guess" />
            <text x={x(value) + (isRight ? 16 : -16)} y={y + 7} text-anchor={isRight ? "start" : "end"}>{name}: {speech.short(value)}</text>
          </g>
        );
      })}
    </svg>
  );
}

function ScoreTable({ guesses, answer }: { guesses: readonly Guess[]; answer: Answer }): JSX.Element {
  const { speech } = usePage();
  const words = speech.text.facilitate;
  const deviation = (value: number): string => `${value > 0 ? "+" : ""}${speech.short(value)}`;
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={words.guessTitle}>
      <table class="scores">
        <thead><tr>
          {[words.place, words.table, words.guessColumn, words.deviation, words.inside].map((name) => <th key={name} scope="col">{name}</th>)}
        </tr></thead>
        <tbody>
          {scored(guesses, answer.spread).map((row, at) => (
            <tr key={at}>
              <td>{row.place}</td>
              <th scope="row">{row.name}</th>
              <td>{speech.short(row.value)}</td>
              <td>{deviation(row.deviation)}</td>
              <td>{row.isInside ? words.yes : words.no}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Guesses and answer side by side, once the live model has one. */
export function Revealed({ guesses, withStrip = false }: { guesses: readonly Guess[]; withStrip?: boolean }): JSX.Element {
  const { live, stored, result, speech } = usePage();
  const words = speech.text.live.guess;
  const room = speech.text.facilitate;
  const headline = live.result ? findHeadline(result, guessed) : undefined;
  const spread = headline?.scenario;
  const first = guesses[0];
  if (!first) return <div class="callout revealed" role="status" data-part="revealed"><p>{room.noGuesses}</p></div>;
  const isKnown = spread !== undefined && spread.low !== null && spread.high !== null && spread.median !== null;
  if (!isKnown) return <div class="callout revealed" role="status" data-part="revealed"><p>{words.yours(speech.short(first.value))}</p></div>;
  const [low, median, high] = [spread.low ?? 0, spread.median ?? 0, spread.high ?? 0];
  const place = first.value < low ? words.tooLow : first.value > high ? words.tooHigh : words.inside;
  const best = scored(guesses, spread)[0];
  const answer: Answer = {
    stored, spread, units: headline?.units ?? "", replicates: live.replicates, liveDigest: live.progress.digest, edits: live.resultOf,
    changes: changeSentences(live, stored, speech), link: location.hash,
  };
  const name = `skillscale-guesses-${(answer.liveDigest || stored.digest).slice(0, 8)}`;
  const model = words.model(speech.short(median), speech.text.to(speech.short(low), speech.short(high)));
  return (
    <div class="callout revealed" data-part="revealed">
      <p role="status">
        {guesses.length === 1 && <><strong>{words.yours(speech.short(first.value))}</strong> {model} {place}</>}
        {guesses.length > 1 && best && <><strong>{best.deviation === 0 ? room.exactly(best.name) : room.closest(best.name, speech.short(Math.abs(best.deviation)))}</strong> {model}</>}
      </p>
      <div class="against">
        {(withStrip || guesses.length > 1) && <Strip guesses={guesses} answer={answer} />}
        {guesses.length > 1 && <ScoreTable guesses={guesses} answer={answer} />}
      </div>
      <p class="export" role="group" aria-label={room.saveGuesses}>
        <span>{room.saveGuesses}:</span>
        <button type="button" data-action="guesses-csv" onClick={() => saveText(`${name}.csv`, "text/csv", guessesCsv(guesses, answer))}>CSV</button>
        <button type="button" data-action="guesses-json" onClick={() => saveText(`${name}.json`, "application/json", guessesJson(guesses, answer))}>JSON</button>
      </p>
    </div>
  );
}
