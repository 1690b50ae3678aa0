// How many runs say what about the gains: sentences with counts, no drawing.
import type { Speech } from "../i18n/index";
import type { Result, Spread } from "../result";
import { coverage, findHeadline, spreadAgainst } from "../series";

/** "Nobody is worse off" is said from this share of the runs on. */
export const nobodyLimit = 0.9;
const toleratedLoss = -0.01;

export interface Verdict {
  title: string;
  text: string[];
  holds: boolean;
}

export function gainOf(result: Result, name: string, reference: string): Spread | undefined {
  const headline = findHeadline(result, name);
  return headline && spreadAgainst(headline, reference);
}

/** In how many runs all three gain, and what the smallest gain is; undefined where no run has a number. */
export function allThreeVerdict(
  result: Result, speech: Speech, reference: string, least: { who: string; median: number | null },
): Verdict | undefined {
  const words = speech.text.win;
  const smallest = gainOf(result, "triple_win", reference);
  if (!smallest || smallest.known === 0) return undefined;
  const range = speech.text.to(speech.short(smallest.low), speech.short(smallest.high));
  return {
    title: words.allThree(String(smallest.above), String(smallest.known)),
    text: [
      words.typical(speech.short(smallest.median), speech.text.interval(speech.percent(coverage(result))), range),
      words.smallestMedian(least.who, speech.short(least.median)),
    ],
    holds: smallest.above >= nobodyLimit * smallest.known,
  };
}

/** "domestic workers (20 of 20), migrants (3 of 20)": the groups of the seven that lose in any run, most often first. */
export function losersOf(result: Result, speech: Speech, reference: string): string {
  const words = speech.text.win;
  const found = Object.entries(words.groups).flatMap(([headline, name]) => {
    const spread = gainOf(result, headline, reference);
    return spread && spread.losing > 0 ? [{ name, spread }] : [];
  });
  found.sort((a, b) => b.spread.losing - a.spread.losing);
  return found.map(({ name, spread }) => words.loser(name, String(spread.losing), String(spread.known))).join(", ");
}

/** In how many runs nobody is worse off, or somebody is; undefined where no run has a number. */
export function nobodyVerdict(result: Result, speech: Speech, reference: string): Verdict | undefined {
  const words = speech.text.win;
  const nobody = gainOf(result, "nobody_worse_off", reference);
  if (!nobody || nobody.known === 0) return undefined;
  const all = nobody.known;
  const holds = nobody.above >= nobodyLimit * all;
  const losers = losersOf(result, speech, reference);
  return {
    title: holds
      ? words.nobodyYes(String(nobody.above), String(all))
      : words.nobodyNo(String(all - nobody.above), String(all)),
    text: [...(losers ? [words.losers(losers)] : []), words.rule(speech.short(toleratedLoss), speech.short(nobodyLimit))],
    holds,
  };
}
