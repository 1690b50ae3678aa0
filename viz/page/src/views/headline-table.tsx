// All headline indicators with intervals, and their paired differences to each reference; then the gains, group by group.
import type { ComponentChildren, JSX } from "preact";
import { useShown } from "../context";
import type { Speech } from "../i18n/index";
import type { NumberKind } from "../i18n/numbers";
import type { Headline, Result, Spread } from "../result";
import {
  clearnessOf, coverage, fewestClearRuns, findHeadline, leastClearShare, runsOf, saysNothing,
} from "../series";

/** Indicators whose number is a position, a month or a yes/no, told in words elsewhere. */
const inWords = new Set(["bottleneck_stage", "nobody_worse_off", "last_partnership_end", "triple_win"]);

/** Gains in the order of the table; the groups of a side stand below it. */
const gainRows = [
  "migrant_gain", "origin_gain", "gain_origin_state", "gain_origin_employers", "gain_origin_workers",
  "gain_origin_households", "destination_gain", "gain_german_employers", "gain_german_state", "gain_domestic_workers",
  "migrant_present_value", "migrant_value_within_horizon", "origin_present_value", "origin_value_within_horizon",
  "destination_present_value", "destination_value_within_horizon",
];
const isPart = (name: string): boolean =>
  name.startsWith("gain_") || name.endsWith("_value_within_horizon") || name === "origin_preparing_to_leave";

/** What tells how a headline reads. */
type Kin = Pick<Headline, "name" | "units" | "pair">;

export function isShare(headline: Kin): boolean {
  return headline.units === "1" && headline.name.includes("share");
}

/** How the numbers of a headline read; the difference of two shares is in percentage points. */
export function kindOf(headline: Kin, isDifference: boolean): NumberKind {
  if (isShare(headline)) return isDifference && !headline.pair ? "points" : "share";
  if (headline.units === "months") return "months";
  return headline.units === "EUR" ? "euros" : "plain";
}

function Value({ spread, kind, plus = "", note = "" }: {
  spread: Spread; kind: NumberKind; plus?: string; note?: string;
}): JSX.Element {
  const { speech } = useShown();
  const told = speech.interval(spread, kind);
  return (
    <td class={note ? "open" : ""}>
      <strong>{plus}{told.median}</strong>{" "}
      {!told.isTiny && <span class="range">({speech.text.to(told.low, told.high)})</span>}
      {note && <span class="open-note">{note}</span>}
    </td>
  );
}

function Difference({ headline, reference }: { headline: Headline; reference: string }): JSX.Element {
  const { speech } = useShown();
  const spread = headline.difference[reference];
  if (!spread) return <td>–</td>;
  if (spread.median === null) return <td>{speech.text.chart.noData}</td>;
  const kind = kindOf(headline, true);
  const told = speech.interval(spread, kind);
  const isNothing = [told.low, told.median, told.high].every((text) => !/[1-9]/.test(text));
  if (isNothing) return <td>{speech.text.chart.noDifference}</td>;
  const base = headline.pair ? null : (headline.reference[reference]?.median ?? null);
  const words = speech.text.key;
  const notes = {
    clear: "",
    few: words.few(String(fewestClearRuns)),
    zero: words.includesZero,
    small: words.small(speech.percent(leastClearShare)),
  };
  const plus = spread.median > 0 && /^\D?[\d.,]*[1-9]/.test(told.median) ? "+" : "";
  return <Value spread={spread} kind={kind} plus={plus} note={notes[clearnessOf(spread, base, spread.known)]} />;
}

function Level({ headline }: { headline: Headline }): JSX.Element {
  const { speech } = useShown();
  if (headline.pair) return <td>–</td>;
  if (headline.scenario.median === null) return <td>{speech.text.chart.noData}</td>;
  return <Value spread={headline.scenario} kind={kindOf(headline, false)} />;
}

function Row({ headline, unit, children }: {
  headline: Headline; unit: string; children: ComponentChildren;
}): JSX.Element {
  const { speech } = useShown();
  const note = speech.text.key.notes[headline.name];
  return (
    <tr data-headline={headline.name} class={isPart(headline.name) ? "part" : ""}>
      <th scope="row">
        {speech.variable(headline.name, headline.long_name)}
        {note && <span class="head-note">{note}</span>}
      </th>
      <td class="words">{unit}</td>
      {children}
    </tr>
  );
}

function Table({ id, heads, children }: { id: string; heads: string[]; children: ComponentChildren }): JSX.Element {
  return (
    <div class="scroll wide" tabIndex={0} role="group" aria-labelledby={id}>
      <table class="headline">
        <thead>
          <tr>{heads.map((head, at) => <th key={head} scope="col" class={at < 2 ? "words" : ""}>{head}</th>)}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** When a difference is called clear; with too few runs, that none is. */
export function clearRule(result: Result, speech: Speech): string {
  const words = speech.text.key;
  return runsOf(result) < fewestClearRuns
    ? words.fewRule(String(fewestClearRuns))
    : words.clearRule(speech.percent(leastClearShare));
}

export function HeadlineTable(): JSX.Element {
  const { result, speech } = useShown();
  const words = speech.text.key;
  const references = result.worlds.slice(1);
  const share = speech.percent(coverage(result));
  const rows = result.headline.filter(
    ({ name }) => !inWords.has(name) && !gainRows.includes(name)).filter((headline) => !saysNothing(headline));
  const differences = references.map((name) => words.difference(speech.reference(name)));
  return (
    <section aria-labelledby="key-title">
      <h2 id="key-title">{words.title}</h2>
      <p class="lead">
        {words.caption(share)} {references.length > 0 && clearRule(result, speech)}{" "}
        {speech.text.spreadOver(share, result.draws)}
      </p>
      <Table id="key-title" heads={[words.indicator, words.unit, words.scenario, ...differences]}>
        {rows.map((headline) => (
          <Row key={headline.name} headline={headline} unit={isShare(headline) ? "%" : speech.unit(headline.units)}>
            <Level headline={headline} />
            {references.map((name) => <Difference key={name} headline={headline} reference={name} />)}
          </Row>
        ))}
      </Table>
    </section>
  );
}

/** What a gain per person is counted in, or the unit of a sum. */
function unitOfGain(speech: Speech, headline: Headline): string {
  const words = speech.text.win;
  if (headline.units !== "1") return speech.unit(headline.units);
  if (headline.name === "migrant_gain") return words.migrantsUnit;
  return headline.name.includes("origin") ? words.originUnit : words.destinationUnit;
}

export function GainsTable(): JSX.Element | null {
  const { result, speech } = useShown();
  const words = speech.text.key;
  const references = result.worlds.slice(1);
  const rows = gainRows.flatMap((name) => findHeadline(result, name) ?? []);
  if (rows.length === 0) return null;
  const heads = [words.group, words.unit, ...references.map((name) => words.against(speech.reference(name)))];
  return (
    <section aria-labelledby="gains-title">
      <h2 id="gains-title">{words.gains}</h2>
      <p class="lead">{words.gainsCaption}</p>
      <Table id="gains-title" heads={heads}>
        {rows.map((headline) => (
          <Row key={headline.name} headline={headline} unit={unitOfGain(speech, headline)}>
            {references.map((name) => <Difference key={name} headline={headline} reference={name} />)}
          </Row>
        ))}
      </Table>
    </section>
  );
}
