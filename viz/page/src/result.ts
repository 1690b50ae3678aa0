// The JSON extract of a result file that the page shows, format "skillscale-page/1".
//
// viz/report writes it, this page reads it, nothing else is needed. Numbers are rounded to six significant digits.
// `null` stands for "no value" (a waiting time when nobody waited).
//
// Sums are made from the replicates before the quantiles are taken, because quantiles do not add up. A variable
// therefore carries several *slices*: the total, one slice per axis with the others summed, and small pairs of axes.

/** One number per stored cell and month: `series[cell][month]`. */
export type CellSeries = (number | null)[][];
/** One number per quantile, stored cell and month: `series[quantile][cell][month]`. */
export type QuantileSeries = CellSeries[];
/** One number per quantile and stored cell, summed over all months: `totals[quantile][cell]`. */
export type QuantileTotals = (number | null)[][];

export interface SeriesOfWorlds {
  /** The scenario. */
  quantile: QuantileSeries;
  /** Median of the reference worlds by name. */
  reference_median: Record<string, CellSeries>;
  /** Scenario minus reference, paired replicate by replicate on the same random numbers. */
  difference_quantile: Record<string, QuantileSeries>;
}

/** A slice of a flow that the views do not need month by month may have `year_mean` alone, or `horizon` alone. */
export interface Slice extends Partial<SeriesOfWorlds> {
  /** Axes that are kept, in the order of the cells (last axis fastest); all others are summed. [] is the total. */
  axes: string[];
  /** Flat positions of the cells that are stored; cells that are zero in every world are left out. Absent: all. */
  cells?: number[];
  /** Quantiles of `quantile` and `difference_quantile`: all of the result, or low, median and high. */
  quantiles: number[];
  /** Means of each month and the eleven before it, for flows; null in the first eleven months. */
  year_mean?: SeriesOfWorlds;
  /** Sums over the whole horizon, for flows only. */
  horizon?: {
    quantile: QuantileTotals;
    reference_median: Record<string, (number | null)[]>;
    difference_quantile: Record<string, QuantileTotals>;
  };
}

export interface Variable {
  name: string;
  /** Canonical unit, e.g. "persons", "persons/month", "months", "EUR/month", "1". */
  units: string;
  long_name: string;
  description: string;
  /** All axes of the variable in the result file, `month` and `replicate` aside. */
  axes: string[];
  /** A stock adds up over cells, a flow also over months, an intensity (share, waiting time) over neither. */
  kind: "stock" | "flow" | "intensity";
  slices: Slice[];
}

/** Spread over the replicates: `low` and `high` are the outermost quantiles of `Result.quantiles`. */
export interface Spread {
  low: number | null;
  median: number | null;
  high: number | null;
  mean: number | null;
  /** The most frequent value and the share of replicates that have it: for positions on an axis. */
  mode?: number | null;
  mode_share?: number | null;
  /** Runs that have a number; of these, runs above zero, and runs of a gain low enough to be worse off. */
  known: number;
  above: number;
  losing: number;
}

/**
 * An indicator with one number per replicate and world; or, when `pair` is true, per replicate and pair of scenario and
 * reference (a gain *against* a reference): then `difference` holds it for each reference, `reference` is empty and
 * `scenario` repeats the first reference's. Where a difference would mean nothing (a position on an axis or in time),
 * `reference` and `difference` are empty.
 */
export interface Headline {
  name: string;
  units: string;
  long_name: string;
  description: string;
  pair: boolean;
  scenario: Spread;
  reference: Record<string, Spread>;
  difference: Record<string, Spread>;
}

export interface Parameter {
  path: string;
  value: number | string;
  low: number | null;
  high: number | null;
  unit: string;
  source: string;
  source_title: string;
  source_url: string;
  /** "estimate" marks a guess of ours; the page never hides that. */
  confidence: "high" | "medium" | "estimate" | "definition" | "";
  meaning: string;
}

/** Mean months over the whole horizon: waited at an office per case served, or spent in a stage by those who left it. */
export interface Wait {
  label: string;
  scenario: Spread;
  reference: Record<string, Spread>;
  /** Cases of each kind over the horizon in the scenario: completed and dropped, or served. */
  cases: Record<string, Spread>;
}

/** The partnerships at a year's end in the scenario's first run. */
export interface NetworkYear {
  year: number;
  partnerships: readonly Partner[];
  /** False for a result of an earlier version, which does not say who learns from whom. */
  holds_learning: boolean;
}

/** A partnership at a year's end in the scenario's first run. */
export interface Partner {
  /** Number of the partnership; it keeps it from year to year. */
  partnership: number;
  /** Of the scenario; empty for one that formed during the run. */
  name: string;
  type: string;
  origin: string;
  occupation: string;
  /** Persons a year. */
  seats: number;
  /** From 0 to 1. */
  trust: number;
  /** "YYYY-MM"; empty if older than the run. */
  since: string;
  /** Number of its training centre. */
  centre: number | null;
  /** From whom at the same centre it takes over experience, in placements a year. */
  lessons: readonly { from: number; placements: number }[];
  /** What the platform lends it of the experience of the best, in placements. */
  lent: number;
  most_experienced: boolean;
}

export interface Lever {
  name: string;
  lever: string;
  text: string;
}

export interface Result {
  format: "skillscale-page/1";
  title: string;
  description: string;
  program_version: string;
  git_id: string;
  seed: number | string;
  replicates: number;
  /** Parameter draws; 0 means that spreads are over replicates only. */
  draws: number;
  /** Persons that one idle pool row stands for; 1 means that everyone is an agent. */
  multiplicity: number;
  digest: string;
  /** Digest of the run whose first months these are; absent for a run of its own. */
  branched_from?: string;
  command: string;
  /** ISO 8601, UTC. */
  created: string;
  /** "YYYY-MM", without gaps. */
  months: string[];
  /** The first is "scenario", the others are the references. */
  worlds: string[];
  /** Ascending, the median included, e.g. [0.05, 0.25, 0.5, 0.75, 0.95]. */
  quantiles: number[];
  axes: Record<string, { labels: string[] }>;
  variables: Variable[];
  headline: Headline[];
  /** Empty lists where the result lacks the variables behind them. */
  waits: { offices: Wait[]; stages: Wait[] };
  parameters: Parameter[];
  levers: Lever[];
  /** Absent where the result has no graphs; the live model has none either. */
  network?: NetworkYear[];
}
