// What every view receives: the result, the language, the reader's choices and how to change them.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Analyses } from "./analyses";
import type { Speech } from "./i18n/index";
import type { Headline, Result } from "./result";
import type { LivePage } from "./live/page-part";
import type { Round } from "./live/round";
import type { State } from "./state";

export interface Page {
  /** What the views show: the stored result, or the live one once a lever has moved. */
  result: Result;
  /** The result that stands in the page. */
  stored: Result;
  live: LivePage;
  /** Analyses of experiments that stand in the page. */
  analyses: Analyses;
  speech: Speech;
  state: State;
  change(part: Partial<State>): void;
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

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("a view was drawn outside the page");
  return page;
}
