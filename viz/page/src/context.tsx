// What every part receives: the result, the language, the reader's choices and how to change them. Views and charts see what is
// shown and nothing of the live model, so that a lever being moved draws them again only with a new result.
import { createContext, type ComponentChildren, type JSX } from "preact";
import { useContext, useRef } from "preact/hooks";
import type { Analyses } from "./analyses";
import type { Speech } from "./i18n/index";
import type { Headline, Result } from "./result";
import type { LivePage } from "./live/page-part";
import type { Round } from "./live/round";
import type { State } from "./state";

/** What views and charts draw. */
export interface Shown {
  /** What the views show: the stored result, or the live one once a lever has moved. */
  result: Result;
  /** The result that stands in the page. */
  stored: Result;
  /** Analyses of experiments that stand in the page. */
  analyses: Analyses;
  speech: Speech;
  state: Omit<State, "edits" | "of">;
  change(part: Partial<State>): void;
}

export interface Page extends Shown {
  state: State;
  live: LivePage;
  /** What the room has guessed. */
  round: Round;
  setRound(round: Round): void;
  /** Key numbers of every setting that was simulated, by its edits. */
  outcomes: ReadonlyMap<string, Outcome>;
}

export interface Outcome {
  headline: Headline[];
  replicates: number;
}

const PageContext = createContext<Page | null>(null);
const ShownContext = createContext<Shown | null>(null);

function isEqual(one: object, other: object): boolean {
  const [a, b] = [Object.entries(one), other as Record<string, unknown>];
  return a.length === Object.keys(b).length && a.every(([key, value]) => b[key] === value);
}

/** The same object as long as nothing that is drawn has changed. */
function useShownPart({ result, stored, analyses, speech, state, change }: Page): Shown {
  const { edits: _edits, of: _of, ...rest } = state;
  const latest = useRef(change);
  latest.current = change;
  const kept = useRef<Shown | null>(null);
  const before = kept.current;
  const next = {
    result, stored, analyses, speech, state: before && isEqual(before.state, rest) ? before.state : rest,
    change: before?.change ?? ((part: Partial<State>) => latest.current(part)),
  };
  if (!before || !isEqual(before, next)) kept.current = next;
  return kept.current ?? next;
}

export function PageProvider({ value, children }: { value: Page; children: ComponentChildren }): JSX.Element {
  const shown = useShownPart(value);
  return <PageContext.Provider value={value}><ShownContext.Provider value={shown}>{children}</ShownContext.Provider></PageContext.Provider>;
}

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("a part was drawn outside the page");
  return page;
}

export function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (!shown) throw new Error("a view was drawn outside the page");
  return shown;
}
