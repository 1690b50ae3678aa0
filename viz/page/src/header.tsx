// Title, the badge that says what kind of numbers these are, the choice of comparison and of language.
import type { JSX } from "preact";
import { usePage } from "./context";
import { languages } from "./i18n/index";
import { LanguageChoice } from "./i18n/language-choice";

/** Always says what the numbers are: the stored result, or the live model and how far it has come. */
function Badge(): JSX.Element {
  const { result, stored, live, speech } = usePage();
  const words = speech.text.badge;
  const isLive = live.result !== null;
  const pool = result.multiplicity === 1 ? words.everyone : words.pool(String(result.multiplicity));
  const all = String(stored.replicates);
  const digest = isLive ? live.progress.digest : result.digest;
  return (
    <ul class={isLive ? "badge live" : "badge"} aria-label={words.label}>
      <li class="kind"><span aria-hidden="true">{isLive ? "◆" : "●"}</span> {isLive ? words.live : words.stored}</li>
      <li>{isLive && live.replicates < stored.replicates ? words.replicatesOf(String(live.replicates), all) : words.replicates(all)}</li>
      {result.draws > 0 && <li>{words.draws(String(result.draws))}</li>}
      <li>{words.seed(String(result.seed))}</li>
      <li title={result.multiplicity === 1 ? undefined : words.poolHint(String(result.multiplicity))}>{pool}</li>
      <li>{words.version(result.program_version)} <code>{result.git_id.slice(0, 14)}</code></li>
      <li>{words.digest} {digest ? <code title={digest}>{digest.slice(0, 8)}</code> : words.pending}</li>
      {result.branched_from && (
        <li title={speech.text.about.branched}>{words.branched} <code title={result.branched_from}>{result.branched_from.slice(0, 8)}</code></li>
      )}
      {live.agrees !== null && (
        <li class={live.agrees ? "agrees" : "differs"} title={live.agrees ? words.agreesHint : words.differsHint}>
          <span aria-hidden="true">{live.agrees ? "✓" : "!"}</span>{" "}
          {live.agrees ? words.agrees(String(live.compared), all) : words.differs}
        </li>
      )}
    </ul>
  );
}

export function Header(): JSX.Element {
  const { result, speech, state, change } = usePage();
  const references = result.worlds.slice(1);
  return (
    <header>
      <div class="top">
        <p class="brand">skillscale</p>
        <div class="choices">
          {references.length > 0 && (
            <label>
              {speech.text.reference.choose}{" "}
              <select value={state.reference} data-choice="reference"
                onChange={(event) => change({ reference: event.currentTarget.value })}>
                {references.map((name) => <option key={name} value={name}>{speech.reference(name)}</option>)}
              </select>
            </label>
          )}
          <LanguageChoice label={speech.text.switchTo} languages={languages} chosen={state.language}
            onChoose={(language) => change({ language })} />
        </div>
      </div>
      <h1>{result.title}</h1>
      <Badge />
    </header>
  );
}
