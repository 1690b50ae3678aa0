// What viz/report writes beside the result for the live model, format "skillscale-live/1": the worlds of the run as
// parameter lines and the tables behind the controls. Nothing here is declared a second time in the page.

export interface LeverRow {
  /** "recognition.staff" */
  lever: string;
  /** How parameter lines name it. */
  number: number;
  /** Field of action. */
  field: string;
  /** One sentence in English that says what strength 1 means. */
  meaning: string;
  /** Upper ends of what is a little, usual and much. */
  zones: [number, number, number];
}

export interface LeverKey {
  unit: string;
  least: number;
  most: number;
  standard: number;
}

export interface LiveInput {
  format: "skillscale-live/1";
  /** "" or why the page cannot simulate this run: "draws", "size". */
  why_not: string;
  file: string;
  changes: string[];
  /** Persons and establishments of a world, mean over its months. */
  agents: number;
  seed: string;
  replicates: number;
  months: number;
  every: number;
  /** Year and month of the first simulated and of the first stored month. */
  start: [number, number];
  first_stored: [number, number];
  /** Sections of a scenario that change the scenario alone; all others are assumptions of every world. */
  policy_sections: string[];
  levers: LeverRow[];
  /** Rows of the parameter table for a lever: "strength", "ramp", "cost_per_month" ... */
  lever_keys: Record<string, LeverKey>;
  /** What a scenario may say: path to least and most. */
  ranges: Record<string, [number, number]>;
  worlds: { name: string; lines: string }[];
  /** Trajectory digests of the stored result, replicate by replicate, world fastest. */
  digests: string[];
}

/** The input that stands in the page; null where the page has none. */
export function readLiveInput(text: string): LiveInput | null {
  try {
    const value = JSON.parse(text) as LiveInput | null;
    return value?.format === "skillscale-live/1" ? value : null;
  } catch {
    return null;
  }
}

/** Path to value of the scenario's parameter lines that are single numbers, and its names by axis. */
export interface ParsedLines {
  numbers: Map<string, number>;
  names: Map<string, string[]>;
}

export function parseLines(lines: string): ParsedLines {
  const numbers = new Map<string, number>();
  const names = new Map<string, string[]>();
  for (const line of lines.split("\n")) {
    const [kind, path = "", ...rest] = line.split(" ");
    if (kind === "number") numbers.set(path, Number(rest[0]));
    if (kind === "names") names.set(path, rest);
  }
  return { numbers, names };
}
