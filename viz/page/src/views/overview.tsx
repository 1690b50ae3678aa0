// First view: the main message, the triple win, arrivals against the comparison, the bottleneck, the key results.
import type { JSX } from "preact";
import { VariableFigure } from "../charts/variable-figure";
import { useShown } from "../context";
import type { Speech } from "../i18n/index";
import { asCounts } from "../i18n/numbers";
import type { Result, Spread } from "../result";
import { coverage, fewestClearRuns, findHeadline, signOf } from "../series";
import { bottleneckAgreement, bottleneckStage, bottleneckTitle } from "./bottleneck";
import { GainsTable, HeadlineTable } from "./headline-table";
import { partnershipsEnded } from "./partnership-words";
import { WinCards } from "./win-cards";

/** "90 % interval of the difference: 12 to 64.", how sure its sign is, and what it is a median of. */
export function certainty(result: Result, speech: Speech, difference: Spread): string {
  const words = speech.text.headlineStory;
  const share = speech.text.interval(speech.percent(coverage(result)));
  const told = speech.interval(asCounts(difference), "plain");
  const parts = [words.range(share, speech.text.to(told.low, told.high))];
  if (difference.known < fewestClearRuns) parts.push(words.few(String(fewestClearRuns)));
  else if (signOf(difference.low, difference.high) === "zero") parts.push(words.includesZero);
  return [...parts, words.paired].join(" ");
}

function Story(): JSX.Element | null {
  const { result, speech, state } = useShown();
  const arrivals = findHeadline(result, "arrivals_per_year");
  if (!arrivals) return null;
  const words = speech.text.headlineStory;
  const difference = arrivals.difference[state.reference];
  const change = difference?.median ?? 0;
  const whole = (people: number): string => speech.short(asCounts({ low: null, median: people, high: null }).median);
  const size = whole(Math.abs(change));
  const more = change === 0 ? words.same : change > 0 ? words.more(size) : words.fewer(size);
  const unit = speech.unit(arrivals.units);
  return (
    <>
      <p class="story">
        {words.arrivals(whole(arrivals.scenario.median ?? 0), unit, more, speech.reference(state.reference))}
      </p>
      {difference && change !== 0 && <p class="lead">{certainty(result, speech, difference)}</p>}
    </>
  );
}

/** What became of the partnerships; nothing where they all last. */
function Ended(): JSX.Element | null {
  const { result, speech } = useShown();
  const sentence = partnershipsEnded(result, speech);
  if (!sentence) return null;
  return (
    <div class="callout" data-headline="last_partnership_end">
      <p><strong>{sentence}</strong> {speech.text.partnerships.dissolve}</p>
    </div>
  );
}

function Bottleneck(): JSX.Element | null {
  const { result, speech } = useShown();
  const title = bottleneckTitle(result, speech);
  if (!title) return null;
  return (
    <aside class="callout" data-headline="bottleneck_stage">
      <h2>{title}</h2>
      <p>{bottleneckStage(result) && speech.text.bottleneck.text} {bottleneckAgreement(result, speech)}</p>
    </aside>
  );
}

export function Overview(): JSX.Element {
  return (
    <>
      <Story />
      <Ended />
      <WinCards />
      <div class="pair">
        <VariableFigure variable="arrivals" />
        <VariableFigure variable="arrivals" start="difference" />
      </div>
      <Bottleneck />
      <HeadlineTable />
      <GainsTable />
    </>
  );
}
