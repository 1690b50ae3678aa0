// Sections of the catalogue that are shown in English in a language that is not complete. A section that is neither
// translated nor named here fails a test, and so does one that is both.
import type { Catalogue } from "./en";
import type { Added } from "./vocabulary";

type Section = keyof Catalogue;

const withoutSentences: readonly Section[] = [
  "compare", "facilitate", "badge", "spreadOver", "win", "key", "bottleneck", "partnerships", "pipeline", "ledger",
  "origin", "places", "network", "explore", "influence", "assumptions", "about", "files", "errorTitle",
];

export const stillEnglish: Record<Added, readonly Section[]> = { fr: withoutSentences, ar: withoutSentences };
