// How many runs say what about the gains: sentences with counts, no drawing.
import type { Speech } from "../i18n/index";
import type { Result, Spread } from "../result";
import { coverage, fewestClearRuns, findHeadline, signOf, spreadAgainst } from "../series";

/** "Nobody is worse off" is said from this share of the runs on. */
export const nobodyLimit = 0.9;
const toleratedLoss = -0.01;

export interface Verdict {
  title: string;
  text: string[];
  /** Neither of the two where the runs are too few to say. */
  holds: boolean;
  fails: boolean;
}

export function gainOf(result: Result, name: string, reference: string): Spread | undefined {
  const headline = findHeadline(result, name);
  return headline && spreadAgainst(headline, reference);
}

/** Whether a side gains or loses, where its runs are enough to say. */
export function sideVerdict(speech: Speech, gain: Spread): string {
  const words = speech.text.win;
  if (gain.known < fewestClearRuns) return words.fewRuns;
  const sign = signOf(gain.low, gain.high);
  return sign === "above" ? words.gains : sign === "below" ? words.loses : words.open;
}

/** What follows the present value: the part of it within the horizon, and what the rest is. */
export function presentValueOf(speech: Speech, euros: Spread, within: Spread | undefined): string {
  const words = speech.text.win;
  if (euros.median === null) return "";
  if (!within || within.median === null) return words.unsplit;
  const amount = speech.interval(within, "euros").median;
  const isPart = within.median * euros.median >= 0 && Math.abs(within.median) <= Math.abs(euros.median);
  return isPart ? words.within(amount) : words.withinApart(amount);
}

/** In how many runs all three gain, and what the smallest gain is; undefined where no run has a number. */
export function allThreeVerdict(
  result: Result, speech: Speech, reference: string, least: { who: string; spread: Spread },
): Verdict | undefined {
  const words = speech.text.win;
  const smallest = gainOf(result, "triple_win", reference);
  if (!smallest || smallest.known === 0) return undefined;
  const told = speech.interval(smallest, "plain");
  return {
    title: words.allThree(String(smallest.above), String(smallest.known)),
    text: [
      words.typical(told.median, speech.text.interval(speech.percent(coverage(result))), speech.text.to(told.low, told.high)),
      words.smallestMedian(least.who, speech.interval(least.spread, "plain").median),
    ],
    ...judged(smallest),
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

function judged(claim: Spread): Pick<Verdict, "holds" | "fails"> {
  const isEnough = claim.known >= fewestClearRuns;
  const holds = claim.above >= nobodyLimit * claim.known;
  return { holds: isEnough && holds, fails: isEnough && !holds };
}

/** Families at the origin stand outside the seven; they are named, and with their runs where they lose. */
function householdsOf(result: Result, speech: Speech, reference: string): string {
  const words = speech.text.win;
  const spread = gainOf(result, "gain_origin_households", reference);
  if (!spread || spread.losing === 0) return words.households;
  return words.householdsLose(String(spread.losing), String(spread.known));
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
    text: [
      ...(losers ? [words.losers(losers)] : []),
      words.seven(Object.values(words.groups).join(", ")),
      householdsOf(result, speech, reference),
      words.rule(speech.short(toleratedLoss), speech.short(nobodyLimit)),
    ],
    ...judged(nobody),
  };
}
