// All headline indicators with intervals, and their paired differences to each reference.
import type { JSX } from "preact";
import { usePage } from "../context";
import type { Headline, Spread } from "../result";
import { coverage, signOf } from "../series";

/** Indicators whose number is a position or a yes/no, shown in words elsewhere. */
const inWords = new Set(["bottleneck_stage", "nobody_worse_off"]);

export function isShare(headline: Headline): boolean {
  return headline.units === "1" && headline.name.includes("share");
}

function Value({ spread, share, isDifference }: { spread: Spread | undefined; share: boolean; isDifference: boolean }): JSX.Element {
  const { speech } = usePage();
  if (!spread || spread.median === null) return <td>{speech.text.chart.noData}</td>;
  const points = (value: number | null): string =>
    value === null ? speech.short(null) : `${speech.short(Math.round(value * 1000) / 10)}\u00a0${speech.text.key.pointsShort}`;
  const percent = (value: number | null): string => speech.percent(value, 1);
  const show = share ? (isDifference ? points : percent) : speech.short;
  const plus = isDifference && (spread.median ?? 0) > 0 ? "+" : "";
  const none = isDifference && spread.low === 0 && spread.high === 0;
  const open = isDifference && !none && signOf(spread.low, spread.high) === "zero";
  if (none) return <td>{speech.text.chart.noDifference}</td>;
  return (
    <td class={open ? "open" : ""}>
      <strong>{plus}{show(spread.median)}</strong>{" "}
      <span class="range">({speech.text.to(show(spread.low), show(spread.high))})</span>
      {open && <span class="open-note">{speech.text.key.includesZero}</span>}
    </td>
  );
}

export function HeadlineTable(): JSX.Element {
  const { result, speech } = usePage();
  const words = speech.text.key;
  const references = result.worlds.slice(1);
  const rows = result.headline.filter((headline) => !inWords.has(headline.name));
  return (
    <section aria-labelledby="key-title">
      <h2 id="key-title">{words.title}</h2>
      <p class="lead">{words.caption(speech.percent(coverage(result)))} {speech.text.spreadOver(speech.percent(coverage(result)), result.draws)}</p>
      <div class="scroll wide" tabIndex={0} role="group" aria-labelledby="key-title">
        <table class="headline">
          <thead>
            <tr>
              <th scope="col">{words.indicator}</th>
              <th scope="col" class="words">{words.unit}</th>
              <th scope="col">{words.scenario}</th>
              {references.map((name) => <th key={name} scope="col">{words.difference(speech.reference(name))}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((headline) => (
              <tr key={headline.name} data-headline={headline.name}>
                <th scope="row">{speech.variable(headline.name, headline.long_name)}</th>
                <td class="words">{isShare(headline) ? "%" : speech.unit(headline.units)}</td>
                {headline.pair
                  ? <td>–</td>
                  : <Value spread={headline.scenario} share={isShare(headline)} isDifference={false} />}
                {references.map((name) => (
                  <Value key={name} spread={headline.difference[name]} share={isShare(headline)} isDifference />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
