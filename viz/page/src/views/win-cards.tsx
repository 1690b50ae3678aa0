// The three sides of the triple win, the smallest gain, and whether anyone is worse off.
import type { JSX } from "preact";
import { sideText, type Side } from "../charts/colours";
import { IntervalBar } from "../charts/interval-bar";
import { SideMark } from "../charts/side-mark";
import { usePage } from "../context";
import type { Spread } from "../result";
import { coverage, findHeadline, signOf, spreadAgainst } from "../series";

type WinSide = Exclude<Side, "other">;
const sides: { side: WinSide; headline: string }[] = [
  { side: "origin", headline: "origin_gain" },
  { side: "destination", headline: "destination_gain" },
  { side: "migrants", headline: "migrant_gain" },
];

interface Gain {
  side: WinSide;
  name: string;
  spread: Spread;
}

function Card({ gain, domain }: { gain: Gain; domain: [number, number] }): JSX.Element {
  const { result, speech } = usePage();
  const words = speech.text.win;
  const spread = gain.spread;
  const sign = signOf(spread.low, spread.high);
  const verdict = sign === "above" ? words.gains : sign === "below" ? words.loses : words.open;
  const units = { origin: words.originUnit, destination: words.destinationUnit, migrants: words.migrantsUnit };
  const range = speech.text.to(speech.short(spread.low), speech.short(spread.high));
  const share = speech.text.interval(speech.percent(coverage(result)));
  return (
    <li class={`win ${gain.side}`} data-headline={gain.name}>
      <h3><SideMark side={gain.side} /> {words[gain.side]}</h3>
      <p class="win-value" style={{ color: sideText[gain.side] }}>
        {speech.short(spread.median)} <span class="verdict">{verdict}</span>
      </p>
      <IntervalBar spread={spread} domain={domain} side={gain.side} label={`${words[gain.side]}: ${range}`} />
      <p class="win-range">{share}: {range}</p>
      <p class="win-unit">{units[gain.side]}</p>
    </li>
  );
}

function Verdicts({ gains }: { gains: Gain[] }): JSX.Element {
  const { result, speech, state } = usePage();
  const words = speech.text.win;
  const value = (gain: Gain): number => gain.spread.median ?? 0;
  const smallest = gains.reduce((a, b) => (value(b) < value(a) ? b : a));
  const names = { origin: words.originOf, destination: words.destinationOf, migrants: words.migrantsOf };
  const clear = gains.every(({ spread }) => (spread.low ?? -1) > 0);
  const triple = clear ? words.tripleYes : value(smallest) > 0 ? words.tripleLikely : words.tripleNo;
  const found = (name: string): Spread | undefined => {
    const headline = findHeadline(result, name);
    return headline && spreadAgainst(headline, state.reference);
  };
  const together = found("triple_win")?.median ?? value(smallest);
  const nobody = found("nobody_worse_off")?.mean ?? null;
  const holds = nobody !== null && nobody >= 0.9;
  return (
    <div class="verdicts">
      <div class="verdict-box">
        <h3>{words.smallest}: {speech.short(together)}</h3>
        <p>{words.smallestOf(names[smallest.side], speech.short(value(smallest)))} {triple}</p>
      </div>
      {nobody !== null && (
        <div class={`verdict-box ${holds ? "holds" : "fails"}`} data-headline="nobody_worse_off">
          <h3><span aria-hidden="true">{holds ? "✓" : "!"}</span> {holds ? words.nobodyYes : words.nobodyNo}</h3>
          <p>{words.nobodyText(speech.percent(nobody), speech.percent(0.9))}</p>
        </div>
      )}
    </div>
  );
}

export function WinCards(): JSX.Element | null {
  const { result, speech, state } = usePage();
  const gains = sides.flatMap(({ side, headline }) => {
    const found = findHeadline(result, headline);
    return found ? [{ side, name: headline, spread: spreadAgainst(found, state.reference) }] : [];
  });
  if (gains.length < 3) return null;
  const ends = gains.flatMap(({ spread }) => [spread.low ?? 0, spread.high ?? 0, 0]);
  const pad = (Math.max(...ends) - Math.min(...ends) || 1) * 0.06;
  const domain: [number, number] = [Math.min(...ends) - pad, Math.max(...ends) + pad];
  return (
    <section aria-labelledby="win-title">
      <h2 id="win-title">{speech.text.win.title}</h2>
      <p class="lead">{speech.text.win.intro(speech.reference(state.reference))}</p>
      <ul class="wins">
        {gains.map((gain) => <Card key={gain.side} gain={gain} domain={domain} />)}
      </ul>
      <Verdicts gains={gains} />
    </section>
  );
}
