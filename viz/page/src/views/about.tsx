// How the result came about and how to get it again.
import type { JSX } from "preact";
import { useShown } from "../context";

export function About(): JSX.Element {
  const { result, speech } = useShown();
  const words = speech.text.about;
  const badge = speech.text.badge;
  const first = speech.month(result.months[0] ?? "");
  const last = speech.month(result.months[result.months.length - 1] ?? "");
  const facts: [string, string][] = [
    [words.created, speech.dateTime(result.created)],
    [words.horizon, speech.text.to(first, last)],
    [words.worlds, result.worlds.map((name) => speech.reference(name)).join(", ")],
    [badge.stored, [badge.replicates(String(result.replicates)), badge.draws(String(result.draws)), badge.seed(String(result.seed))].join(", ")],
    ["skillscale", `${badge.version(result.program_version)} (${result.git_id})`],
    [badge.digest, result.digest],
    ...(result.branched_from ? [[words.branched, result.branched_from] as [string, string]] : []),
  ];
  return (
    <>
      <h2>{words.title}</h2>
      <p class="lead" lang="en">{result.description}</p>
      <h3 class="section">{words.again}</h3>
      <p>{words.againText}</p>
      <pre tabIndex={0}><code>{result.command}</code></pre>
      <h3 class="section">{words.facts}</h3>
      <dl class="facts">
        {facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      <h3 class="section">{words.reading}</h3>
      {words.readingText.map((text) => <p key={text}>{text}</p>)}
      <p class="callout">{words.noClaim}</p>
    </>
  );
}
