// Analyses of experiments that stand in the page, as `skillscale analyse --json` and `robustness --json` print them.

export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface Finding {
  outcome: string;
  unit: string;
  year: number;
  is_constant: boolean;
  is_enough?: boolean;
  units_wanted?: number;
  /** Most important first; beside its name and the parameter that it sets a factor has an estimate by measure. */
  factors: ({ factor: string; path?: string } & Record<string, Estimate | string>)[];
}

export interface Sensitivity {
  method: string;
  points: number;
  replicates: number;
  findings: Finding[];
}

export interface PackageRow {
  package: string;
  worst: number | null;
  mean: number | null;
  best: number | null;
  largest_regret: number | null;
  /** Share of the futures in which the package is the best. */
  no_regret: number | null;
}

export interface Robustness {
  futures: number;
  goals: { outcome: string; unit: string; aim: string; packages: PackageRow[] }[];
  pareto: string[];
}

export interface Analyses {
  sensitivities: Sensitivity[];
  robustness: Robustness[];
}

/** Of a page that holds no experiment. */
export const noAnalyses: Analyses = { sensitivities: [], robustness: [] };

export function readAnalyses(text: string): Analyses {
  const all = text.trim() === "" ? [] : (JSON.parse(text) as object[]);
  return {
    sensitivities: all.filter((one): one is Sensitivity => "findings" in one),
    robustness: all.filter((one): one is Robustness => "goals" in one),
  };
}

export function hasAny(analyses: Analyses): boolean {
  return analyses.sensitivities.length + analyses.robustness.length > 0;
}

/** The last year of every outcome, in the order of the file. */
export function lastYears(findings: readonly Finding[]): Finding[] {
  const last = new Map<string, Finding>();
  for (const one of findings) {
    const known = last.get(one.outcome);
    if (!known || one.year > known.year) last.set(one.outcome, one);
  }
  return [...last.values()];
}

/** Names of the measures, the first decides about the order. */
export function measuresOf(finding: Finding): string[] {
  return Object.keys(finding.factors[0] ?? {}).filter((name) => name !== "factor" && name !== "path");
}

export function estimateOf(row: Finding["factors"][number], measure: string): Estimate {
  const found = row[measure];
  return typeof found === "object" ? found : { value: null, low: null, high: null };
}

export interface Rank {
  method: string;
  outcome: string;
  /** 1 matters most. */
  rank: number;
  of: number;
}

/** The best rank that a parameter has for any outcome; null if no analysis varied it. */
export function bestRank(analyses: Analyses, path: string): Rank | null {
  let best: Rank | null = null;
  for (const { method, findings } of analyses.sensitivities) {
    for (const { outcome, factors, is_constant } of lastYears(findings)) {
      const at = is_constant ? -1 : factors.findIndex((one) => (one.path ?? one.factor) === path);
      if (at >= 0 && (!best || at + 1 < best.rank)) best = { method, outcome, rank: at + 1, of: factors.length };
    }
  }
  return best;
}
