// The page: header with badge and choices, navigation, the chosen view. The reader's state lives in the address.
import type { FunctionComponent, JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { PageContext } from "./context";
import { catalogues, languages, speak, type Language } from "./i18n/index";
import { baseLevers, noEdits, readEdits, withLever, withValue, writeEdits, type Edits } from "./live/edits";
import { GuessForm, Revealed, type Guess } from "./live/guess";
import { historyOf, redo, step, undo, type History } from "./live/history";
import type { LiveInput } from "./live/input";
import type { LivePage } from "./live/page-part";
import { Panel } from "./live/panel";
import { storedWorld, useLive } from "./live/use-live";
import type { Result } from "./result";
import { askedFor } from "./series";
import { initialState, readHash, views, writeHash, type State, type View } from "./state";
import { About } from "./views/about";
import { Assumptions } from "./views/assumptions";
import { Explore } from "./views/explore";
import { Header } from "./header";
import { PanelButton } from "./live/panel-button";
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
  const references = [...result.worlds.slice(1), storedWorld];
  const defaults = useMemo(() => initialState(preferredLanguage(), references[0] ?? ""), [result]);
  const [state, setState] = useState(() => readHash(location.hash, defaults, references));
  useEffect(() => {
    const follow = (): void => setState(readHash(location.hash, defaults, references));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [result]);
  // Two changes may come before the page is drawn again.
  const latest = useRef(state);
  latest.current = state;
  const change = (part: Partial<State>): void => {
    const before = latest.current;
    const next = { ...before, ...part };
    latest.current = next;
    const address = `#${writeHash(next, defaults)}`;
    if (part.view && part.view !== before.view) window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
    setState(next);
  };
  return [state, change];
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y), unless the reader is writing text. */
function useUndoKeys(live: LivePage): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isText = event.target instanceof HTMLInputElement && /^(text|search)$/.test(event.target.type);
      if (isText || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) live.redo();
      else live.undo();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [live]);
}

/** The reader's changes with their history; the address follows them, and they follow the address. */
function useEdits(
  stored: Result, input: LiveInput | null, state: State, change: (part: Partial<State>) => void,
): [History, (make: (history: History) => History) => void] {
  const [history, setHistory] = useState(() => historyOf(readEdits(state.edits, input)));
  // Several steps may come before the page is drawn again: a slider that is let go also says where it stands.
  const latest = useRef(history);
  // What was written to the address and has not come back as state yet is no wish of the reader's.
  const underway = useRef(new Set<string>());
  const keep = (next: History): void => {
    latest.current = next;
    setHistory(next);
  };
  const apply = (make: (history: History) => History): void => {
    const before = writeEdits(latest.current.now);
    keep(make(latest.current));
    const edits = writeEdits(latest.current.now);
    if (edits === before) return;
    underway.current.add(edits);
    const ends = edits === "" && state.reference === storedWorld;
    const reference = before === "" ? { reference: storedWorld } : ends ? { reference: stored.worlds[1] ?? "" } : {};
    change({ edits, of: stored.digest.slice(0, 8), ...reference });
  };
  useEffect(() => {
    const shown = writeEdits(latest.current.now);
    if (state.edits === shown) underway.current.clear();
    else if (!underway.current.has(state.edits)) keep(step(latest.current, readEdits(state.edits, input)));
  }, [state.edits]);
  return [history, apply];
}

function useLivePage(
  stored: Result, input: LiveInput | null, state: State, change: (part: Partial<State>) => void,
): LivePage {
  const [history, apply] = useEdits(stored, input, state, change);
  const edits = history.now;
  const base = useMemo(() => (input ? baseLevers(input) : []), [input]);
  const full = state.view === "explore" ? [state.variable || stored.variables[0]?.name || ""] : [];
  const live = useLive(stored, input, edits, `${state.view} ${full.join()}`, full);
  const edit = (make: (edits: Edits) => Edits, control = ""): void => apply((now) => step(now, make(now.now), control));
  return {
    ...live, input, base, edits,
    isForeignLink: state.edits !== "" && state.of !== "" && !stored.digest.startsWith(state.of),
    setLever: (name, values, control) => edit((now) => withLever(base, now, name, values), control),
    setValue: (path, value, control) => edit((now) => withValue(now, path, value), control),
    settle: () => apply((now) => ({ ...now, open: "" })),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => apply(undo),
    redo: () => apply(redo),
    resetAll: () => edit(() => noEdits),
    resetValues: () => edit((now) => ({ ...now, values: {} })),
  };
}

/** What tests and other programs read off the page. */
function tellRoot(state: State, stored: Result, live: LivePage): void {
  const root = document.documentElement;
  const set = (name: string, value: string): void => {
    if (value === "") delete root.dataset[name];
    else root.dataset[name] = value;
  };
  root.lang = state.language;
  set("language", state.language);
  set("view", state.view);
  set("digest", stored.digest);
  set("liveDigest", live.progress.digest);
  set("live", live.absence === "" ? (live.isRunning ? "running" : "ready") : live.absence);
  set("liveReplicates", live.result ? String(live.replicates) : "");
  set("panel", state.panel ? "open" : "");
  set("firstPicture", live.firstPicture === null ? "" : String(live.firstPicture));
  root.dataset.ready = "true";
  document.title = `${stored.title} · skillscale`;
}

export function App({ stored, input }: { stored: Result; input: LiveInput | null }): JSX.Element {
  const [chosen, change] = useAddressState(stored);
  const opened = useRef("");
  if (opened.current !== chosen.view) {
    opened.current = chosen.view;
    askedFor.clear();
  }
  const live = useLivePage(stored, input, chosen, change);
  const result = live.result ?? stored;
  const reference = result.worlds.slice(1).includes(chosen.reference) ? chosen.reference : (stored.worlds[1] ?? "");
  const state = { ...chosen, reference };
  const [guess, setGuess] = useState<Guess | null>(null);
  const edits = writeEdits(live.edits);
  const isHidden = state.guess && live.absence === "" && edits !== "" && guess?.edits !== edits;
  const speech = useMemo(() => speak(state.language), [state.language]);
  const page = { result, stored, live, speech, state, change };
  useUndoKeys(live);
  useLayoutEffect(() => tellRoot(state, stored, live));
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
        <PanelButton />
      </nav>
      <div class={state.panel ? "stage with-panel" : "stage"}>
        {state.panel && <Panel />}
        <main id="content" tabIndex={-1}>
          {isHidden
            ? <GuessForm key={edits} onGuess={(value) => setGuess({ edits, value })} />
            : <>{state.guess && guess?.edits === edits && edits !== "" && <Revealed guess={guess} />}<Chosen key={state.view} /></>}
        </main>
      </div>
      <footer>
        <p>{catalogues[state.language].about.noClaim}</p>
        <p class="mono">{result.command}</p>
      </footer>
    </PageContext.Provider>
  );
}
