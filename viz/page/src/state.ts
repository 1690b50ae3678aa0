// What the reader has chosen, kept in the part of the address after "#", so that a link restores it, also from file://.
import { languages, type Language } from "./i18n/index";

export const views = ["overview", "pipeline", "ledger", "origin", "places", "network", "explore", "influence", "assumptions", "about"] as const;
export type View = (typeof views)[number];

/** Steps of the presenter mode. */
export const lastStep = 6;

export interface State {
  view: View;
  language: Language;
  reference: string;
  /** Country of the origin view; "" is all. */
  origin: string;
  /** Variable of the explore view; "" is the first. */
  variable: string;
  /** Chosen cell of the explore view: axis to label; an axis that is missing is summed. */
  cell: Record<string, string>;
  /** Year of the network; 0 is the last. */
  year: number;
  /** Search text of the assumptions. */
  search: string;
  onlyEstimates: boolean;
  /** Flows month by month instead of means over twelve months. */
  monthly: boolean;
  /** The panel of levers is open. */
  panel: boolean;
  /** Results stay hidden until a guess is in. */
  guess: boolean;
  /** What the reader has changed, as written by live/edits, and the result it was changed on. */
  edits: string;
  of: string;
  /** Step of the presenter mode from 1 on; 0 is the page itself. */
  present: number;
  /** Named settings, each as `edits` writes them. */
  marks: Mark[];
  /** The link was made by a newer page than this one. */
  isNewer: boolean;
}

export interface Mark {
  name: string;
  edits: string;
}

export function initialState(language: Language, reference: string): State {
  return {
    view: "overview",
    language,
    reference,
    origin: "",
    variable: "",
    cell: {},
    year: 0,
    search: "",
    onlyEstimates: false,
    monthly: false,
    panel: false,
    guess: false,
    edits: "",
    of: "",
    present: 0,
    marks: [],
    isNewer: false,
  };
}

/** The form of a link. A link of an older form passes through `migrations` first. */
const version = 2;

/** From the form of this number to the next. Form 2 added "present" and "mark" and renamed nothing. */
const migrations: Record<number, (words: URLSearchParams) => void> = { 1: () => undefined };

/** The words of a link in today's form. A link without a number is of the first form. */
export function migrated(hash: string): { words: URLSearchParams; isNewer: boolean } {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const from = Math.max(1, Math.trunc(Number(words.get("v") ?? 1)) || 1);
  for (let form = from; form < version; ++form) migrations[form]?.(words);
  return { words, isNewer: from > version };
}

/** The greatest number of bookmarks in a link; their text is cut at `longestName`. */
const mostMarks = 24;
const longestName = 60;

function readMarks(words: URLSearchParams): Mark[] {
  return words.getAll("mark").slice(0, mostMarks).flatMap((text) => {
    const at = text.indexOf(" ");
    const name = text.slice(at + 1).trim().slice(0, longestName);
    return at < 0 || name === "" ? [] : [{ name, edits: text.slice(0, at) }];
  });
}


/** The state as the text after "#"; values equal to `defaults` are left out. */
export function writeHash(state: State, defaults: State): string {
  const words = new URLSearchParams();
  words.set("v", String(version));
  words.set("view", state.view);
  words.set("lang", state.language);
  if (state.reference !== defaults.reference) words.set("ref", state.reference);
  if (state.origin) words.set("origin", state.origin);
  if (state.variable) words.set("var", state.variable);
  for (const [axis, label] of Object.entries(state.cell)) words.append("cell", `${axis}:${label}`);
  if (state.year) words.set("year", String(state.year));
  if (state.search) words.set("q", state.search);
  if (state.onlyEstimates) words.set("estimates", "1");
  if (state.monthly) words.set("flows", "monthly");
  if (state.panel) words.set("panel", "1");
  if (state.guess) words.set("guess", "1");
  if (state.edits) {
    words.set("edit", state.edits);
    words.set("of", state.of);
  }
  if (state.present !== defaults.present) words.set("present", String(state.present));
  for (const { name, edits } of state.marks) words.append("mark", `${edits} ${name}`);
  return words.toString();
}

/** Reads the text after "#"; anything unknown keeps its default. */
export function readHash(hash: string, defaults: State, references: readonly string[]): State {
  const { words, isNewer } = migrated(hash);
  const one = <T extends string>(key: string, allowed: readonly T[], fallback: T): T => {
    const found = words.get(key) as T | null;
    return found !== null && allowed.includes(found) ? found : fallback;
  };
  const cell: Record<string, string> = {};
  for (const pair of words.getAll("cell")) {
    const at = pair.indexOf(":");
    if (at > 0) cell[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return {
    view: one("view", views, defaults.view),
    language: one("lang", languages, defaults.language),
    reference: one("ref", references, defaults.reference),
    origin: words.get("origin") ?? "",
    variable: words.get("var") ?? "",
    cell,
    year: Math.max(0, Math.trunc(Number(words.get("year"))) || 0),
    search: words.get("q") ?? "",
    onlyEstimates: words.get("estimates") === "1",
    monthly: words.get("flows") === "monthly",
    panel: words.get("panel") === "1",
    guess: words.get("guess") === "1",
    edits: words.get("edit") ?? "",
    of: words.get("of") ?? "",
    present: words.has("present") ? Math.max(0, Math.min(lastStep, Math.trunc(Number(words.get("present"))) || 0)) : defaults.present,
    marks: readMarks(words),
    isNewer,
  };
}
