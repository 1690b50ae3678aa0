// Every value that went in, with its source; estimates are marked. Levers of the scenario stand first.
import type { JSX } from "preact";
import { bestRank } from "../analyses";
import { useShown } from "../context";
import type { Parameter } from "../result";

/** What stands in the table for a capacity without a limit. */
const unlimited = 1e9;

/** The month in which a partnership's project money ends, or never. */
const endsFunding = /^partnerships\..+\.funding_end$/;

/** @param meaning  as the reader sees it */
export function matches(parameter: Parameter, meaning: string, search: string, onlyEstimates: boolean): boolean {
  if (onlyEstimates && parameter.confidence !== "estimate") return false;
  const text = `${parameter.path} ${meaning} ${parameter.meaning} ${parameter.source} ${parameter.source_title}`.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function Source({ parameter }: { parameter: Parameter }): JSX.Element {
  const title = parameter.source_title || parameter.source;
  if (!/^https?:\/\//.test(parameter.source_url)) return <>{title}</>;
  return <a href={parameter.source_url} target="_blank" rel="noopener noreferrer">{title}</a>;
}

/** The place of a parameter among those that an analysis in the page has varied. */
function InfluenceOf({ path }: { path: string }): JSX.Element {
  const { analyses, speech } = useShown();
  const best = bestRank(analyses, path);
  return <td class="words" data-rank={best?.rank}>{best && speech.text.influence.rank(String(best.rank), String(best.of), speech.outcome(best.outcome))}</td>;
}

function Row({ parameter }: { parameter: Parameter }): JSX.Element {
  const { analyses, speech } = useShown();
  const words = speech.text.assumptions;
  const meaning = speech.meaning(parameter.meaning);
  const isUnlimited = typeof parameter.value === "number" && parameter.value >= unlimited && !parameter.unit.startsWith("EUR");
  const number = typeof parameter.value === "number" ? speech.exact(parameter.value) : parameter.value;
  const shown = isUnlimited ? words.unlimited : number;
  const hasRange = parameter.low !== null && parameter.high !== null && parameter.low < parameter.high;
  const range = !hasRange ? "" : speech.text.to(speech.exact(parameter.low), speech.exact(parameter.high));
  return (
    <tr class={parameter.confidence === "estimate" ? "estimate" : ""}>
      <th scope="row"><code>{parameter.path}</code><span class="meaning" lang={meaning.language}>{meaning.text}</span>
        {endsFunding.test(parameter.path) && <span class="meaning caution">{words.dissolve}</span>}
      </th>
      <td>{shown}</td>
      <td>{range}</td>
      <td class="words">{speech.text.units[parameter.unit] === undefined ? parameter.unit : speech.unit(parameter.unit)}</td>
      <td class="words"><Source parameter={parameter} /></td>
      <td class="words">
        <span class={`confidence ${parameter.confidence}`}>{words.levels[parameter.confidence] ?? parameter.confidence}</span>
      </td>
      {analyses.sensitivities.length > 0 && <InfluenceOf path={parameter.path} />}
    </tr>
  );
}

function Levers(): JSX.Element {
  const { result, speech } = useShown();
  const words = speech.text.assumptions;
  if (result.levers.length === 0) return <p>{words.noLevers}</p>;
  return (
    <div class="scroll wide" tabIndex={0} role="group" aria-label={words.levers}>
      <table class="headline">
        <thead>
          <tr><th scope="col">{words.name}</th><th scope="col" class="words">{words.lever}</th><th scope="col" class="words">{words.effect}</th></tr>
        </thead>
        <tbody>
          {result.levers.map((lever) => (
            <tr key={lever.name}>
              <th scope="row">{lever.name}</th><td class="words"><code>{lever.lever}</code></td><td class="words" lang="en">{lever.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Assumptions(): JSX.Element {
  const { result, analyses, speech, state, change } = useShown();
  const words = speech.text.assumptions;
  const shown = result.parameters.filter((parameter) => matches(parameter, speech.meaning(parameter.meaning).text, state.search, state.onlyEstimates));
  const guesses = result.parameters.filter((parameter) => parameter.confidence === "estimate").length;
  return (
    <>
      <h2>{words.title}</h2>
      <p class="lead">{words.intro(String(result.parameters.length), String(guesses))}</p>
      <h3 class="section">{words.levers}</h3>
      <Levers />
      <p class="controls">
        <label>
          {words.search}{" "}
          <input type="search" value={state.search} placeholder={words.searchHint}
            onInput={(event) => change({ search: event.currentTarget.value })} />
        </label>
        <label class="check">
          <input type="checkbox" checked={state.onlyEstimates}
            onChange={(event) => change({ onlyEstimates: event.currentTarget.checked })} />
          {words.onlyEstimates}
        </label>
        <output aria-live="polite">{shown.length > 0 ? words.found(String(shown.length)) : words.none}</output>
      </p>
      <div class="scroll wide" tabIndex={0} role="group" aria-label={words.title}>
        <table class="headline assumptions">
          <thead>
            <tr>
              <th scope="col">{words.path}</th><th scope="col">{words.value}</th><th scope="col">{words.range}</th>
              <th scope="col" class="words">{words.unit}</th><th scope="col" class="words">{words.source}</th><th scope="col" class="words">{words.confidence}</th>
              {analyses.sensitivities.length > 0 && <th scope="col" class="words">{speech.text.influence.title}</th>}
            </tr>
          </thead>
          <tbody>{shown.map((parameter) => <Row key={parameter.path} parameter={parameter} />)}</tbody>
        </table>
      </div>
    </>
  );
}
