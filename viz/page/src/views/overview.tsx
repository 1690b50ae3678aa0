// First view: the main message, the triple win, arrivals against the comparison, the bottleneck, the key results.
import type { JSX } from "preact";
import { VariableFigure } from "../charts/variable-figure";
import { usePage } from "../context";
import { findHeadline } from "../series";
import { bottleneckAgreement, bottleneckStage } from "./bottleneck";
import { HeadlineTable } from "./headline-table";
import { WinCards } from "./win-cards";

function Story(): JSX.Element | null {
  const { result, speech, state } = usePage();
  const arrivals = findHeadline(result, "arrivals_per_year");
  if (!arrivals) return null;
  const words = speech.text.headlineStory;
  const change = arrivals.difference[state.reference]?.median ?? 0;
  const whole = (people: number): string => speech.short(people >= 10 ? Math.round(people) : people);
  const size = whole(Math.abs(change));
  const more = change === 0 ? words.same : change > 0 ? words.more(size) : words.fewer(size);
  const unit = speech.unit(arrivals.units);
  return (
    <p class="story">
      {words.arrivals(whole(arrivals.scenario.median ?? 0), unit, more, speech.reference(state.reference))}
    </p>
  );
}

function Bottleneck(): JSX.Element | null {
  const { result, speech } = usePage();
  const stage = bottleneckStage(result);
  if (!stage) return null;
  const words = speech.text.bottleneck;
  const agreed = bottleneckAgreement(result);
  return (
    <aside class="callout" data-headline="bottleneck_stage">
      <h2>{words.headline(speech.value("stage", stage))}</h2>
      <p>{words.text}{agreed !== null && ` ${words.agreement(speech.percent(agreed))}`}</p>
    </aside>
  );
}

export function Overview(): JSX.Element {
  return (
    <>
      <Story />
      <WinCards />
      <div class="pair">
        <VariableFigure variable="arrivals" />
        <VariableFigure variable="arrivals" start="difference" />
      </div>
      <Bottleneck />
      <HeadlineTable />
    </>
  );
}
