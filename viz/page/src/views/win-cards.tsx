// The three sides of the triple win, the smallest gain, and whether anyone is worse off.
import type { JSX } from "preact";
import { sideText, type Side } from "../charts/colours";
import { IntervalBar } from "../charts/interval-bar";
import { SideMark } from "../charts/side-mark";
import { useShown } from "../context";
import type { Spread } from "../result";
import { coverage, fewestClearRuns, runsOf, signOf } from "../series";
import { allThreeVerdict, gainOf, nobodyVerdict, presentValueOf, sideVerdict, type Verdict } from "./verdict-words";

type WinSide = Exclude<Side, "other">;
const sides: { side: WinSide; group: string }[] = [
  { side: "origin", group: "origin" },
  { side: "destination", group: "destination" },
  { side: "migrants", group: "migrant" },
];

interface Gain {
  side: WinSide;
  name: string;
  spread: Spread;
  euros: Spread | undefined;
  /** The part of `euros` within the horizon. */
  within: Spread | undefined;
}

function PresentValue({ gain, euros }: { gain: Gain; euros: Spread }): JSX.Element {
  const { result, speech } = useShown();
  const words = speech.text.win;
  const told = speech.interval(euros, "euros");
  const share = speech.text.interval(speech.percent(coverage(result)));
  return (
    <div class="win-euros">
      <p>
        {words.presentValue}: <strong>{told.median}</strong>{presentValueOf(speech, euros, gain.within)}.
      </p>
      <p class="win-unit">{share}: {speech.text.to(told.low, told.high)}; {gain.side === "migrants" ? words.presentPower : words.presentText}</p>
    </div>
  );
}

function PerPerson({ gain, domain }: { gain: Gain; domain: [number, number] }): JSX.Element {
  const { result, speech } = useShown();
  const words = speech.text.win;
  const spread = gain.spread;
  const units = { origin: words.originUnit, destination: words.destinationUnit, migrants: words.migrantsUnit };
  const told = speech.interval(spread, "plain");
  const isClear = spread.known >= fewestClearRuns && signOf(spread.low, spread.high) !== "zero";
  const range = speech.text.to(told.low, told.high);
  const share = speech.text.interval(speech.percent(coverage(result)));
  return (
    <>
      <p class={`win-value${isClear ? "" : " open"}`} style={isClear ? { color: sideText[gain.side] } : {}}>
        {told.median} <span class="verdict">{sideVerdict(speech, spread)}</span>
      </p>
      <p class="win-unit">{units[gain.side]}</p>
      <IntervalBar spread={spread} domain={domain} side={gain.side} label={`${words[gain.side]}: ${range}`} />
      <p class="win-range">{share}: {range}</p>
      <p class="win-range">{words.inRuns(String(spread.above), String(spread.known))}</p>
    </>
  );
}

function Card({ gain, domain }: { gain: Gain; domain: [number, number] }): JSX.Element {
  const { speech, state } = useShown();
  const words = speech.text.win;
  return (
    <li class={`win ${gain.side}`} data-headline={gain.name}>
      <h3><SideMark side={gain.side} /> {words[gain.side]}</h3>
      {gain.spread.known > 0
        ? <PerPerson gain={gain} domain={domain} />
        : <p class="win-range">{words.noRuns(speech.reference(state.reference))}</p>}
      {gain.euros && <PresentValue gain={gain} euros={gain.euros} />}
    </li>
  );
}

/** A mark and a colour where the claim holds, or where `warns` and somebody loses; neither with few runs. */
function Box({ verdict, name, warns = false }: { verdict: Verdict; name: string; warns?: boolean }): JSX.Element {
  const fails = warns && verdict.fails;
  const mark = verdict.holds ? "✓" : fails ? "!" : "";
  const tone = verdict.holds ? "holds" : fails ? "fails" : "";
  return (
    <div class={`verdict-box ${tone}`} data-headline={name}>
      <h3>{mark && <span aria-hidden="true">{mark}</span>} {verdict.title}</h3>
      <p>{verdict.text.join(" ")}</p>
    </div>
  );
}

function Verdicts({ gains }: { gains: Gain[] }): JSX.Element {
  const { result, speech, state } = useShown();
  const words = speech.text.win;
  const names = { origin: words.originOf, destination: words.destinationOf, migrants: words.migrantsOf };
  const value = (gain: Gain): number => gain.spread.median ?? Infinity;
  const smallest = gains.reduce((a, b) => (value(b) < value(a) ? b : a));
  const least = { who: names[smallest.side], spread: smallest.spread };
  const together = allThreeVerdict(result, speech, state.reference, least);
  const nobody = nobodyVerdict(result, speech, state.reference);
  return (
    <div class="verdicts">
      {together && <Box verdict={together} name="triple_win" />}
      {nobody && <Box verdict={nobody} name="nobody_worse_off" warns />}
    </div>
  );
}

export function WinCards(): JSX.Element | null {
  const { result, speech, state } = useShown();
  const gains = sides.flatMap(({ side, group }): Gain[] => {
    const against = (what: string): Spread | undefined => gainOf(result, `${group}_${what}`, state.reference);
    const spread = against("gain");
    const amounts = { euros: against("present_value"), within: against("value_within_horizon") };
    return spread ? [{ side, name: `${group}_gain`, spread, ...amounts }] : [];
  });
  if (gains.length < 3) return null;
  const ends = gains.flatMap(({ spread }) => [spread.low ?? 0, spread.high ?? 0, 0]);
  const pad = (Math.max(...ends) - Math.min(...ends) || 1) * 0.06;
  const domain: [number, number] = [Math.min(...ends) - pad, Math.max(...ends) + pad];
  return (
    <section aria-labelledby="win-title">
      <h2 id="win-title">{speech.text.win.title}</h2>
      <p class="lead">
        {speech.text.win.intro(speech.reference(state.reference))}{" "}
        {runsOf(result) < fewestClearRuns && speech.text.headlineStory.few(String(fewestClearRuns))}
      </p>
      <ul class="wins">
        {gains.map((gain) => <Card key={gain.side} gain={gain} domain={domain} />)}
      </ul>
      <Verdicts gains={gains} />
    </section>
  );
}
