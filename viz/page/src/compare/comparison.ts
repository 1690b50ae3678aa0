// The extract of a comparison that the page shows, format "skillscale-comparison/1". cli/comparison_page and
// viz/report/comparison_series write it.
import { ResultError } from "../load";

/** Quantiles of 5, 50 and 95 %, one number per month each; null stands for "no value". */
export type Band = (number | null)[][];

export interface Spread {
  low: number | null;
  median: number | null;
  high: number | null;
}

export interface ComparedResult {
  name: string;
  title: string;
  digest: string;
  seed: string;
  replicates: number;
  draws: number;
  program_version: string;
  git_id: string;
  /** When the file was written. */
  created: string;
  command: string;
  /** Titles of what its parameters cite. */
  sources: string[];
  worlds: string[];
}

export interface Cell {
  scenario: string;
  pairing: "reference" | "paired" | "unpaired";
  own: Spread;
  /** To the reference; absent for the reference itself. */
  difference?: Spread;
}

export interface Row {
  name: string;
  long_name: string;
  units: string;
  /** The world that a gain is measured from. */
  against?: string;
  /** One cell per result, in the order of the results. */
  scenarios: Cell[];
}

/** What `skillscale compare --json` says with one result as the reference. */
export interface Against {
  reference: string;
  scenarios: { name: string; pairing: string; unpaired_because: string[] }[];
  headlines: Row[];
}

export interface ComparedVariable {
  name: string;
  long_name: string;
  description: string;
  units: string;
  /** Whether each number is the mean of twelve months. */
  year_mean: boolean;
  /** One per result. */
  level: Band[];
  /** [reference][result], null where both are the same. */
  difference: (Band | null)[][];
  ratio: (Band | null)[][];
}

export interface Comparison {
  format: "skillscale-comparison/1";
  months: string[];
  /** Position of the reference to begin with. */
  reference: number;
  results: ComparedResult[];
  against: Against[];
  variables: ComparedVariable[];
}

/** The comparison in the text, or null where the text holds something else. @throws ResultError for a broken one */
export function parseComparison(text: string): Comparison | null {
  let value: Partial<Comparison> | null;
  try {
    value = JSON.parse(text) as Partial<Comparison> | null;
  } catch {
    return null;
  }
  if (!value || value.format !== "skillscale-comparison/1") return null;
  const comparison = value as Comparison;
  const size = comparison.results.length;
  const fits = (bands: readonly (Band | null)[]): boolean => bands.length === size &&
    bands.every((band) => band === null || (band.length === 3 && band.every((q) => q.length === comparison.months.length)));
  const isWhole = size > 1 && comparison.against.length === size && comparison.variables.every((variable) =>
    [variable.level, ...variable.difference, ...variable.ratio].every(fits));
  if (!isWhole) throw new ResultError("The comparison is incomplete. Write it again with skillscale compare --html.");
  return comparison;
}

/** Runs of a result: replicates times draws of parameters. */
export function runsOf(result: ComparedResult): number {
  return result.replicates * Math.max(1, result.draws);
}
