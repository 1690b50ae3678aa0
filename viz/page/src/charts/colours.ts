// Colours, safe for colour-blind readers; each side also has its own shape and pattern.
export const ink = "#1d2433";
export const soft = "#5a6376";
export const grid = "#e3e6ec";
export const scenarioColour = "#3b3486";
export const bandOuter = "#d9d7ef";
export const bandInner = "#a9a4d8";
export const referenceColour = "#5a6376";
/** Lines from who teaches to who learns. */
export const learningColour = "#c25400";

export type Side = "origin" | "destination" | "migrants" | "other";

export const sideColour: Record<Side, string> = {
  origin: "#D55E00",
  destination: "#0072B2",
  migrants: "#009E73",
  other: "#7a8194",
};

/** Darker twins with enough contrast for text. */
export const sideText: Record<Side, string> = {
  origin: "#a34700",
  destination: "#005a8c",
  migrants: "#00694d",
  other: "#4a5162",
};

const partySides: Record<string, Side> = {
  migrant: "migrants",
  employer: "destination",
  german_state: "destination",
  origin_state: "origin",
  origin_households: "origin",
  centre: "origin",
};

export function partySide(party: string): Side {
  return partySides[party] ?? "other";
}
