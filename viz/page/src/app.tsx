// The page: header with badge and choices, navigation, the chosen view. The reader's state lives in the address.
import { options, type FunctionComponent, type JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { hasAny, type Analyses } from "./analyses";
import { PageProvider, type Outcome } from "./context";
import { catalogues, directionOf, speak, written, type Language, type Speech } from "./i18n/index";
import { baseLevers, misreadEdits, nextEdits, noEdits, readEdits, withLever, withValue, writeEdits, type Edits } from "./live/edits";
import { GuessForm, Revealed } from "./live/guess";
import { historyOf, jump, redo, step, undo, type History } from "./live/history";
import type { LiveInput } from "./live/input";
import type { LivePage } from "./live/page-part";
import { Panel } from "./live/panel";
import { noRound } from "./live/round";
import { storedWorld, useLive } from "./live/use-live";
import { PresentButton } from "./present/present-button";
import { Presentation } from "./present/presentation";
import type { Result } from "./result";
import { askedFor } from "./series";
import { initialState, lastStep, readHash, views, writeHash, type State, type View } from "./state";
import { About } from "./views/about";
import { Assumptions } from "./views/assumptions";
import { Explore } from "./views/explore";
import { Header } from "./header";
import { isFree } from "./keys";
import { PanelButton } from "./live/panel-button";
import { Influence } from "./views/influence";
import { Ledger } from "./views/ledger";
import { PartnershipNetwork } from "./views/network";
import { Origin } from "./views/origin";
import { Overview } from "./views/overview";
import { Pipeline } from "./views/pipeline";
import { Places } from "./views/places";

const viewParts: Record<View, FunctionComponent> = {
  overview: Overview,
  pipeline: Pipeline,
  ledger: Ledger,
  origin: Origin,
  places: Places,
  network: PartnershipNetwork,
  explore: Explore,
  influence: Influence,
  assumptions: Assumptions,
  about: About,
};

function preferredLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return written.find((tag) => tag === wanted.find((one) => (written as readonly string[]).includes(one))) ?? "en";
}

/** The step that "?present" or "?present=3" asks for. */
function askedToPresent(): number {
  const words = new URLSearchParams(location.search);
  return words.has("present") ? Math.max(1, Math.min(lastStep, Math.trunc(Number(words.get("present"))) || 1)) : 0;
}

/** Milliseconds between two addresses while a slider is held; a browser refuses more than a few in a second. */
const addressPace = 150;

/** Changes the state; of what comes while a slider is held the address takes the last. */
type Change = (part: Partial<State>, isHeld?: boolean) => void;

function useAddressState(result: Result): [State, Change] {
  const references = [...result.worlds.slice(1), storedWorld];
  const defaults = useMemo(() => ({ ...initialState(preferredLanguage(), references[0] ?? ""), present: askedToPresent() }), [result]);
  const [state, setState] = useState(() => readHash(location.hash, defaults, references));
  useEffect(() => {
    const follow = (): void => {
      clearTimeout(waiting.current);
      waiting.current = 0;
      setState(readHash(location.hash, defaults, references));
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [result]);
  // Two changes may come before the page is drawn again.
  const latest = useRef(state);
  latest.current = state;
  const written = useRef(0);
  const waiting = useRef(0);
  const write = (): void => {
    clearTimeout(waiting.current);
    waiting.current = 0;
    written.current = performance.now();
    window.history.replaceState(null, "", `#${writeHash(latest.current, defaults)}`);
  };
  const change: Change = (part, isHeld = false) => {
    const before = latest.current;
    const next = { ...before, ...part };
    latest.current = next;
    if (part.view && part.view !== before.view) window.history.pushState(null, "", location.href);
    if (!isHeld || performance.now() - written.current >= addressPace) write();
    else if (waiting.current === 0) waiting.current = window.setTimeout(write, addressPace);
    setState(next);
  };
  return [state, change];
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y), and R for the last change once more, unless the reader is writing text. */
function useUndoKeys(live: LivePage): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isText = event.target instanceof HTMLInputElement && /^(text|search)$/.test(event.target.type);
      const key = event.key.toLowerCase();
      if (key === "r" && isFree(event)) live.replay();
      if (isText || !(event.ctrlKey || event.metaKey) || event.altKey) return;
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
  stored: Result, input: LiveInput | null, state: State, change: Change, early: { current: (edits: Edits) => void },
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
    early.current(latest.current.now);
    underway.current.add(edits);
    const ends = edits === "" && state.reference === storedWorld;
    const reference = before === "" ? { reference: storedWorld } : ends ? { reference: stored.worlds[1] ?? "" } : {};
    change({ edits, of: stored.digest.slice(0, 8), ...reference }, latest.current.open !== "");
  };
  useEffect(() => {
    const shown = writeEdits(latest.current.now);
    if (state.edits === shown) underway.current.clear();
    else if (!underway.current.has(state.edits)) keep(step(latest.current, readEdits(state.edits, input)));
  }, [state.edits]);
  return [history, apply];
}

/** Milliseconds that a replay shows the picture before the change. */
const replayPause = 1500;

function useLivePage(
  stored: Result, input: LiveInput | null, state: State, change: Change,
): LivePage {
  // The model hears of a change before the page is drawn with it.
  const early = useRef<(edits: Edits) => void>(() => undefined);
  const [history, apply] = useEdits(stored, input, state, change, early);
  const edits = history.now;
  const base = useMemo(() => (input ? baseLevers(input) : []), [input]);
  const misread = useMemo(() => misreadEdits(state.edits, input), [state.edits, input]);
  const [near, approach] = useState("");
  const ahead = useMemo(() => nextEdits(base, edits, near), [base, edits, near]);
  const full = state.view === "explore" ? [state.variable || stored.variables[0]?.name || ""] : [];
  const live = useLive(stored, input, edits, `${state.view} ${state.present} ${full.join()}`, full, ahead);
  early.current = live.tell;
  const replaying = useRef(0);
  useEffect(() => () => clearTimeout(replaying.current), []);
  const edit = (make: (edits: Edits) => Edits, control = ""): void => apply((now) => step(now, make(now.now), control));
  return {
    ...live, input, base, edits,
    misread,
    isForeignLink: state.edits !== "" && state.of !== "" && !stored.digest.startsWith(state.of),
    setLever: (name, values, control) => {
      edit((now) => withLever(base, now, name, values), control);
      approach(name);
    },
    setValue: (path, value, control) => edit((now) => withValue(now, path, value), control),
    approach,
    settle: () => apply((now) => ({ ...now, open: "" })),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => apply(undo),
    redo: () => apply(redo),
    resetAll: () => edit(() => noEdits),
    resetValues: () => edit((now) => ({ ...now, values: {} })),
    history,
    jump: (at) => apply((now) => jump(now, at)),
    replay: () => {
      if (history.past.length === 0 || replaying.current !== 0) return;
      apply(undo);
      replaying.current = window.setTimeout(() => {
        replaying.current = 0;
        apply(redo);
      }, replayPause);
    },
    open: (text) => edit(() => readEdits(text, input)),
    startAgain: () => apply(() => historyOf(noEdits)),
  };
}

/** Key numbers of every setting that has been simulated since the page was opened. */
function useOutcomes(live: LivePage): ReadonlyMap<string, Outcome> {
  const known = useRef(new Map<string, Outcome>());
  if (live.result && live.resultOf !== "")
    known.current.set(live.resultOf, { headline: live.result.headline, replicates: live.replicates });
  return known.current;
}

/** What tests and other programs read off the page. Nothing is written that stands there: the browser would style the whole page anew. */
function tellRoot(state: State, stored: Result, live: LivePage): void {
  const root = document.documentElement;
  const set = (name: string, value: string): void => {
    if ((root.dataset[name] ?? "") === value) return;
    if (value === "") delete root.dataset[name];
    else root.dataset[name] = value;
  };
  if (root.lang !== state.language) root.lang = state.language;
  const direction = directionOf(state.language);
  if (root.dir !== direction) root.dir = direction;
  set("language", state.language);
  set("view", state.view);
  set("digest", stored.digest);
  set("liveDigest", live.progress.digest);
  set("live", live.absence === "" ? (live.isRunning ? "running" : "ready") : live.absence);
  set("liveReplicates", live.result ? String(live.replicates) : "");
  set("panel", state.panel && state.present === 0 ? "open" : "");
  set("present", state.present > 0 ? String(state.present) : "");
  set("firstPicture", live.firstPicture === null ? "" : String(live.firstPicture));
  set("ready", "true");
  const title = `${stored.title} · skillscale`;
  if (document.title !== title) document.title = title;
}

/** Views of what not every page holds are not offered without it. */
function isFilled(view: View, stored: Result, analyses: Analyses): boolean {
  if (view === "influence") return hasAny(analyses);
  return view !== "network" || (stored.network ?? []).length > 0;
}

/** What stands in a printed report, in the order of the navigation; a single chart can be explored on the screen alone. */
const printed: readonly View[] = views.filter((view) => view !== "explore");

/** Whether the page is being printed; then all views stand below each other. */
function useIsPrinted(): boolean {
  const [isPrinted, setIsPrinted] = useState(false);
  useEffect(() => {
    // A browser takes the page as it stands when the event is over.
    const now = (value: boolean) => (): void => {
      const usual = options.debounceRendering;
      options.debounceRendering = (draw) => draw();
      setIsPrinted(value);
      if (usual) options.debounceRendering = usual;
      else delete options.debounceRendering;
    };
    const begin = now(true), end = now(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinted;
}

/** Sentences about settings of a link that could not be taken as they stood. */
function Misreadings({ live, speech }: { live: LivePage; speech: Speech }): JSX.Element {
  const words = speech.text.facilitate;
  const { adjusted, unknown } = live.misread;
  return (
    <>
      {adjusted.length > 0 && <p class="callout" data-part="adjusted">{words.linkAdjusted(adjusted.join(", "))}</p>}
      {unknown.length > 0 && <p class="callout" data-part="unknown">{words.linkUnknown(unknown.join(", "))}</p>}
    </>
  );
}

export function App({ stored, input, analyses }: { stored: Result; input: LiveInput | null; analyses: Analyses }): JSX.Element {
  const [chosen, change] = useAddressState(stored);
  const opened = useRef("");
  if (opened.current !== `${chosen.view} ${chosen.present}`) {
    opened.current = `${chosen.view} ${chosen.present}`;
    askedFor.clear();
  }
  const live = useLivePage(stored, input, chosen, change);
  const result = live.result ?? stored;
  const reference = result.worlds.slice(1).includes(chosen.reference) ? chosen.reference : (stored.worlds[1] ?? "");
  const state = { ...chosen, reference };
  const [round, setRound] = useState(noRound);
  const edits = writeEdits(live.edits);
  const isHidden = state.guess && live.absence === "" && edits !== "" && round.revealedFor !== edits;
  const outcomes = useOutcomes(live);
  const speech = useMemo(() => speak(state.language), [state.language]);
  const page = { result, stored, live, analyses, speech, state, change, round, setRound, outcomes };
  useUndoKeys(live);
  useLayoutEffect(() => tellRoot(state, stored, live));
  const isPrinted = useIsPrinted();
  // The same node for as long as the view stays: it draws itself again when what it shows has changed, not with the page around it.
  const chosenView = useMemo(() => {
    const Chosen = viewParts[state.view];
    return <Chosen key={state.view} />;
  }, [state.view]);
  if (state.present > 0) return <PageProvider value={page}><Presentation /></PageProvider>;
  return (
    <PageProvider value={page}>
      <a class="skip" href="#content" onClick={(event) => {
        event.preventDefault();
        document.getElementById("content")?.focus();
      }}>{speech.text.skip}</a>
      <Header />
      <nav aria-label={speech.text.navigation}>
        <ul>
          {views.filter((view) => isFilled(view, stored, analyses)).map((view) => (
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
        <PresentButton />
        <PanelButton />
      </nav>
      <div class={state.panel ? "stage with-panel" : "stage"}>
        {state.panel && <Panel />}
        <main id="content" tabIndex={-1}>
          <Misreadings live={live} speech={speech} />
          {state.isNewer && <p class="callout">{speech.text.facilitate.newerLink}</p>}
          {isHidden
            ? <GuessForm key={edits} guesses={round.guesses} onGuess={(guesses) => setRound({ guesses, revealedFor: edits })} />
            : <>{state.guess && round.revealedFor === edits && edits !== "" && <Revealed guesses={round.guesses} />}{isPrinted
              ? printed.filter((view) => isFilled(view, stored, analyses)).map((view) => {
                const Part = viewParts[view];
                return <section key={view} class="printed" data-printed={view}><h2 class="printed-head">{speech.text.views[view]}</h2><Part /></section>;
              })
              : chosenView}</>}
        </main>
      </div>
      <footer>
        <p>{catalogues[state.language].about.noClaim}</p>
        <p class="mono">{result.command}</p>
      </footer>
    </PageProvider>
  );
}
