// Undo and redo of edits. A slider that is being drawn makes one step, however many values it passes.
import { sameEdits, type Edits } from "./edits";

export interface History {
  past: Edits[];
  now: Edits;
  future: Edits[];
  /** The last step may still grow: it came from a control of this name that has not been let go. */
  open: string;
}

export function historyOf(now: Edits): History {
  return { past: [], now, future: [], open: "" };
}

/** @param control  name of the control while it is being moved; "" for a step of its own */
export function step(history: History, edits: Edits, control = ""): History {
  if (sameEdits(history.now, edits)) return { ...history, open: control };
  const grows = control !== "" && history.open === control;
  const past = grows ? history.past : [...history.past, history.now].slice(-200);
  return { past, now: edits, future: [], open: control };
}

export function undo(history: History): History {
  const before = history.past[history.past.length - 1];
  if (!before) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], open: "" };
}

export function redo(history: History): History {
  const next = history.future[0];
  if (!next) return history;
  return { past: [...history.past, history.now], now: next, future: history.future.slice(1), open: "" };
}

/** To the place `at` in the whole of past, now and future. */
export function jump(history: History, at: number): History {
  const all = [...history.past, history.now, ...history.future];
  const now = all[at];
  return now ? { past: all.slice(0, at), now, future: all.slice(at + 1), open: "" } : history;
}
