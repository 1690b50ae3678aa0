// Predict, then reveal: the result stays hidden until the room has guessed, and the guess is held against the ensemble.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "../context";
import { findHeadline } from "../series";

/** What the room guesses. */
const guessed = "arrivals_per_year";

export interface Guess {
  /** The edits it was made for. */
  edits: string;
  value: number;
}

/** The question; `onGuess` reveals. */
export function GuessForm({ onGuess }: { onGuess(value: number): void }): JSX.Element {
  const { stored, speech } = usePage();
  const words = speech.text.live.guess;
  const headline = findHeadline(stored, guessed);
  const before = Math.round(headline?.scenario.median ?? 0);
  const [value, setValue] = useState(before);
  const unit = speech.unit(headline?.units ?? "");
  return (
    <form class="guess" onSubmit={(event) => {
      event.preventDefault();
      onGuess(value);
    }}>
      <h2>{words.title}</h2>
      <p class="lead">{words.question(`${speech.short(before)} ${unit}`)}</p>
      <p class="guess-value">
        <label for="guess">{words.label}</label>{" "}
        <input id="guess" type="number" min="0" step="1" required value={value}
          onInput={(event) => setValue(event.currentTarget.valueAsNumber)} /> {unit}
      </p>
      <button type="submit" data-action="reveal">{words.reveal}</button>
    </form>
  );
}

/** Guess and answer side by side, once the live model has one. */
export function Revealed({ guess }: { guess: Guess }): JSX.Element {
  const { live, result, speech } = usePage();
  const words = speech.text.live.guess;
  const spread = live.result ? findHeadline(result, guessed)?.scenario : undefined;
  const low = spread?.low ?? null;
  const high = spread?.high ?? null;
  const isKnown = spread !== undefined && low !== null && high !== null;
  const place = !isKnown ? "" : guess.value < low ? words.tooLow : guess.value > high ? words.tooHigh : words.inside;
  return (
    <div class="callout revealed" role="status" data-part="revealed">
      <p><strong>{words.yours(speech.short(guess.value))}</strong>{" "}
        {isKnown && `${words.model(speech.short(spread.median), speech.text.to(speech.short(low), speech.short(high)))} ${place}`}</p>
    </div>
  );
}
