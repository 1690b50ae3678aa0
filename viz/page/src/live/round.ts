// A round of predict, then reveal: what each table guessed, held against the ensemble, as numbers and as a file.
import type { Result, Spread } from "../result";

/** What the room guesses. */
export const guessed = "arrivals_per_year";

export interface Guess {
  name: string;
  value: number;
}

export interface Round {
  guesses: Guess[];
  /** The edits whose result has been revealed; null while none has. */
  revealedFor: string | null;
}

export const noRound: Round = { guesses: [], revealedFor: null };

export interface Scored extends Guess {
  /** Guess minus median. */
  deviation: number;
  isInside: boolean;
  /** 1 for the closest; equal deviations share a place. */
  place: number;
}

/** The guesses by their distance from the median; none where the ensemble has no number. */
export function scored(guesses: readonly Guess[], spread: Spread): Scored[] {
  const { low, median, high } = spread;
  if (low === null || median === null || high === null) return [];
  const off = (guess: Guess): number => Math.abs(guess.value - median);
  return guesses
    .map((guess) => ({
      ...guess,
      deviation: guess.value - median,
      isInside: guess.value >= low && guess.value <= high,
      place: 1 + guesses.filter((other) => off(other) < off(guess)).length,
    }))
    .sort((a, b) => a.place - b.place);
}

export interface Answer {
  stored: Result;
  spread: Spread;
  units: string;
  /** Replicates that the answer rests on, and the digest once they are all there. */
  replicates: number;
  liveDigest: string;
  edits: string;
  changes: string[];
  link: string;
}

export function guessesJson(guesses: readonly Guess[], answer: Answer): string {
  const { stored, spread } = answer;
  return `${JSON.stringify({
    format: "skillscale-guesses/1",
    title: stored.title,
    indicator: guessed,
    units: answer.units,
    stored_digest: stored.digest,
    live_digest: answer.liveDigest || null,
    seed: stored.seed,
    replicates: answer.replicates,
    command: stored.command,
    edits: answer.edits,
    changes: answer.changes,
    link: answer.link,
    interval: { low: spread.low, median: spread.median, high: spread.high },
    guesses: scored(guesses, spread).map(({ name, value, deviation, isInside, place }) =>
      ({ table: name, guess: value, deviation, inside: isInside, place })),
  }, null, 2)}\n`;
}

/** As a cell of a CSV file; a name cannot become a formula. */
function cell(text: string): string {
  const plain = text.replace(/[\r\n]+/g, " ");
  return `"${(/^[=+\-@\t]/.test(plain) ? `'${plain}` : plain).replace(/"/g, '""')}"`;
}

export function guessesCsv(guesses: readonly Guess[], answer: Answer): string {
  const { stored, spread } = answer;
  const head = [
    `# ${stored.title}`,
    `# stored digest ${stored.digest}, live digest ${answer.liveDigest || "not complete"}`,
    `# seed ${stored.seed}, ${answer.replicates} replicates`,
    `# ${stored.command}`,
    ...answer.changes.map((text) => `# ${text}`),
  ];
  const rows = scored(guesses, spread).map(({ name, value, deviation, isInside, place }) =>
    [cell(name), value, spread.low, spread.median, spread.high, deviation, isInside ? 1 : 0, place].join(","));
  return `${[...head, "table,guess,low,median,high,deviation,inside,place", ...rows].join("\n")}\n`;
}
