// Gains of the parties with their intervals, on scales shared by all rows of a table.
import type { JSX } from "preact";
import { IntervalBar } from "../charts/interval-bar";
import type { Side } from "../charts/colours";
import type { Interval } from "./answers";
import { numberText, type Speaking } from "./frame";

export const gainNames = ["origin_gain", "destination_gain", "migrant_gain", "triple_win"];

const sides: Record<string, Side> = { origin_gain: "origin", destination_gain: "destination", migrant_gain: "migrants" };

/** Smallest and largest end of the intervals of a gain, zero included, with some air for the label of zero. */
export function domainOf(gains: readonly (Interval | undefined)[]): [number, number] {
  let low = 0;
  let high = 0;
  for (const gain of gains) {
    low = Math.min(low, gain?.low ?? 0);
    high = Math.max(high, gain?.high ?? 0);
  }
  const air = (high - low) / 10;
  return low === high ? [-1, 1] : [low - air, high + air];
}

interface Props extends Speaking {
  name: string;
  gain: Interval | undefined;
  domain: [number, number];
}

export function GainCell({ name, gain, domain, language, text }: Props): JSX.Element {
  if (!gain || gain.median === null) return <td class="gain" data-gain={name}>–</td>;
  const told = (value: number | null): string => numberText(language, value);
  const { low, median, high, runs } = gain;
  const spread = { low, median, high, mean: median, mode: null, mode_share: null, known: runs, above: 0, losing: 0 };
  const range = `${told(low)} … ${told(high)}`;
  return (
    <td class="gain" data-gain={name} data-median={median}>
      <strong>{told(median)}</strong> <span class="range">{range}</span>
      <IntervalBar spread={spread} domain={domain} side={sides[name] ?? "other"} label={`${text.parties[name]}: ${range}`} />
    </td>
  );
}
