// The page of a comparison: choices, the three parties, all trajectories in one chart, all headline numbers.
import type { JSX } from "preact";
import { useLayoutEffect, useMemo } from "preact/hooks";
import { speak, written, type Speech } from "../i18n/index";
import { LanguageChoice } from "../i18n/language-choice";
import type { Comparison } from "./comparison";
import { useCompareState, type CompareState } from "./compare-state";
import { OtherTable, PartyTable } from "./party-table";
import { Trajectories } from "./trajectories";

interface Props {
  comparison: Comparison;
  speech: Speech;
  state: CompareState;
  change: (part: Partial<CompareState>) => void;
}

function Head({ comparison, speech, state, change }: Props): JSX.Element {
  const words = speech.text.compare;
  return (
    <header>
      <div class="top">
        <p class="brand">skillscale</p>
        <div class="choices">
          <label>
            {speech.text.reference.choose}{" "}
            <select value={String(state.reference)} data-choice="reference"
              onChange={(event) => change({ reference: Number(event.currentTarget.value) })}>
              {comparison.results.map((result, at) => <option key={result.name} value={String(at)}>{result.name}</option>)}
            </select>
          </label>
          <LanguageChoice label={speech.text.switchTo} languages={written} chosen={state.language}
            onChoose={(language) => change({ language })} />
        </div>
      </div>
      <h1>{words.title(String(comparison.results.length))}</h1>
      <ul class="badge compared" aria-label={speech.text.badge.label}>
        {comparison.results.map((result) => (
          <li key={result.name}>
            <strong>{result.name}</strong>: {result.title}; {speech.text.badge.replicates(String(result.replicates))},{" "}
            {result.draws > 0 && `${speech.text.badge.draws(String(result.draws))}, `}
            {speech.text.badge.seed(result.seed)}, {speech.text.badge.digest}{" "}
            <code title={result.digest}>{result.digest.slice(0, 8)}</code>
          </li>
        ))}
      </ul>
    </header>
  );
}

export function CompareApp({ comparison }: { comparison: Comparison }): JSX.Element {
  const [state, change] = useCompareState(comparison);
  const speech = useMemo(() => speak(state.language), [state.language]);
  const props = { comparison, speech, state, change };
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = state.language;
    root.dataset.language = state.language;
    root.dataset.view = "compare";
    root.dataset.ready = "true";
    document.title = `${speech.text.compare.title(String(comparison.results.length))} · skillscale`;
  });
  return (
    <>
      <Head {...props} />
      <main id="content" tabIndex={-1}>
        <PartyTable {...props} />
        <Trajectories {...props} />
        <OtherTable {...props} />
      </main>
      <footer><p>{speech.text.about.noClaim}</p></footer>
    </>
  );
}
