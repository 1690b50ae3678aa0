// What the reader has chosen on the page of a comparison; it stands in the address.
import { useEffect, useState } from "preact/hooks";
import { written, type Written } from "../i18n/index";
import type { Comparison } from "./comparison";

export const modes = ["level", "difference", "ratio"] as const;
export type Mode = (typeof modes)[number];

export interface CompareState {
  language: Written;
  /** Position among the results. */
  reference: number;
  variable: string;
  mode: Mode;
  /** The world that gains are measured from. */
  world: string;
}

function wanted(): Written {
  const tags = navigator.languages.map((tag) => tag.slice(0, 2) as Written);
  return tags.find((tag) => written.includes(tag)) ?? "en";
}

/** Worlds that some gain is measured from, in the order of the rows. */
export function worldsOf(comparison: Comparison): string[] {
  const rows = comparison.against[comparison.reference]?.headlines ?? [];
  return [...new Set(rows.flatMap((row) => row.against ?? []))];
}

/** Reads an address; whatever it names that the page does not have is dropped. */
export function readAddress(hash: string, comparison: Comparison): CompareState {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const names = comparison.variables.map((variable) => variable.name);
  const start = names.includes("arrivals") ? "arrivals" : (names[0] ?? "");
  const pick = <T extends string>(key: string, among: readonly T[], otherwise: T): T =>
    among.find((one) => one === given.get(key)) ?? otherwise;
  const reference = comparison.results.findIndex((result) => result.name === given.get("ref"));
  const worlds = worldsOf(comparison);
  return {
    language: pick("lang", written, wanted()),
    reference: reference < 0 ? comparison.reference : reference,
    variable: pick("var", names, start),
    mode: pick("mode", modes, "level"),
    world: pick("world", worlds, worlds[0] ?? ""),
  };
}

export function writeAddress(state: CompareState, comparison: Comparison): string {
  return new URLSearchParams({
    lang: state.language, ref: comparison.results[state.reference]?.name ?? "", var: state.variable, mode: state.mode,
    ...(state.world ? { world: state.world } : {}),
  }).toString();
}

export function useCompareState(comparison: Comparison): [CompareState, (part: Partial<CompareState>) => void] {
  const [state, setState] = useState(() => readAddress(location.hash, comparison));
  useEffect(() => {
    const follow = (): void => setState(readAddress(location.hash, comparison));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [comparison]);
  const change = (part: Partial<CompareState>): void => {
    const next = { ...state, ...part };
    window.history.replaceState(null, "", `#${writeAddress(next, comparison)}`);
    setState(next);
  };
  return [state, change];
}
