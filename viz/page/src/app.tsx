// The page: header with badge and choices, navigation, the chosen view. The reader's state lives in the address.
import type { FunctionComponent, JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { PageContext } from "./context";
import { catalogues, languages, speak, type Language } from "./i18n/index";
import type { Result } from "./result";
import { initialState, readHash, views, writeHash, type State, type View } from "./state";
import { About } from "./views/about";
import { Assumptions } from "./views/assumptions";
import { Explore } from "./views/explore";
import { Header } from "./header";
import { Ledger } from "./views/ledger";
import { Origin } from "./views/origin";
import { Overview } from "./views/overview";
import { Pipeline } from "./views/pipeline";

const viewParts: Record<View, FunctionComponent> = {
  overview: Overview,
  pipeline: Pipeline,
  ledger: Ledger,
  origin: Origin,
  explore: Explore,
  assumptions: Assumptions,
  about: About,
};

function preferredLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2) as Language);
  return wanted.find((tag) => languages.includes(tag)) ?? "en";
}

function useAddressState(result: Result): [State, (part: Partial<State>) => void] {
  const references = result.worlds.slice(1);
  const defaults = useMemo(() => initialState(preferredLanguage(), references[0] ?? ""), [result]);
  const [state, setState] = useState(() => readHash(location.hash, defaults, references));
  useEffect(() => {
    const follow = (): void => setState(readHash(location.hash, defaults, references));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [result]);
  const change = (part: Partial<State>): void => {
    const next = { ...state, ...part };
    const address = `#${writeHash(next, defaults)}`;
    if (part.view && part.view !== state.view) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    setState(next);
  };
  return [state, change];
}

export function App({ result }: { result: Result }): JSX.Element {
  const [state, change] = useAddressState(result);
  const speech = useMemo(() => speak(state.language), [state.language]);
  const page = useMemo(() => ({ result, speech, state, change }), [result, speech, state]);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = state.language;
    root.dataset.language = state.language;
    root.dataset.view = state.view;
    root.dataset.digest = result.digest;
    root.dataset.ready = "true";
    document.title = `${result.title} · skillscale`;
  }, [state, result]);
  const Chosen = viewParts[state.view];
  return (
    <PageContext.Provider value={page}>
      <a class="skip" href="#content" onClick={(event) => {
        event.preventDefault();
        document.getElementById("content")?.focus();
      }}>{speech.text.skip}</a>
      <Header />
      <nav aria-label={speech.text.navigation}>
        <ul>
          {views.map((view) => (
            <li key={view}>
              <a href={`#${writeHash({ ...state, view }, state)}`} aria-current={view === state.view ? "page" : undefined}
                data-view={view} onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  change({ view });
                  scrollTo({ top: 0 });
                }}>{speech.text.views[view]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1}><Chosen key={state.view} /></main>
      <footer>
        <p>{catalogues[state.language].about.noClaim}</p>
        <p class="mono">{result.command}</p>
      </footer>
    </PageContext.Provider>
  );
}
