// Synthetic test data: a made-up result in the page's format, used for development and for the page's own tests.
// Nothing in it was simulated by skillscale; it only has the right shape and a plausible look. Always the same numbers.
import type { Headline, Lever, Parameter, QuantileSeries, Result, Slice, Spread, Variable } from "../src/result";
import { parameters } from "./sample-parameters";
import { simulate, type WorldSeries } from "./sample-world";

export const replicates = 24;
export const worlds = ["scenario", "pilots_as_today", "no_partnerships"];
const quantiles = [0.05, 0.25, 0.5, 0.75, 0.95];

export const axes: Record<string, string[]> = {
  origin: ["PHL", "TUN"],
  occupation: ["nursing"],
  stage: [
    "applicant", "language", "training", "recognition", "visa", "matching", "adaptation",
    "employed", "searching", "other_work", "returned", "onward", "home_track", "left",
  ],
  partnership_type: [
    "recruit_and_bridge", "train_at_destination", "train_at_origin", "dual_track", "private_agency", "alone",
  ],
  exit_cause: ["change_employer", "leave_occupation", "return", "onward", "job_loss"],
  authority: ["recognition.nursing", "visa.PHL", "visa.TUN", "language.exam"],
  land: ["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"],
  size_class: ["micro", "small", "medium", "large"],
  party: [
    "migrant", "employer", "german_state", "origin_state", "donor", "centre", "agency",
    "origin_households", "resource",
  ],
};

function round(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
}

/** Linear quantile of the replicates' values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (high - low) * (place - below);
}

function subsets(names: readonly string[]): string[][] {
  const singles = names.map((name) => [name]);
  const pairs = names.flatMap((a, at) => names.slice(at + 1).map((b) => [a, b]));
  return [[], ...singles, ...pairs];
}

function size(names: readonly string[]): number {
  return names.reduce((product, axis) => product * (axes[axis]?.length ?? 1), 1);
}

/** For each full cell its position among the kept axes. */
function projection(all: readonly string[], kept: readonly string[]): number[] {
  return Array.from({ length: size(all) }, (_, flat) => {
    const place: Record<string, number> = {};
    let rest = flat;
    for (const axis of [...all].reverse()) {
      const length = axes[axis]?.length ?? 1;
      place[axis] = rest % length;
      rest = Math.floor(rest / length);
    }
    return kept.reduce((sum, axis) => sum * (axes[axis]?.length ?? 1) + (place[axis] ?? 0), 0);
  });
}

type Cube = number[][][]; // [replicate][cell][month]

function project(series: WorldSeries[], name: string, all: string[], kept: string[], months: number): Cube {
  const target = projection(all, kept);
  return series.map((replicate) => {
    const cells = Array.from({ length: size(kept) }, () => new Array<number>(months).fill(0));
    (replicate[name] ?? []).forEach((values, cell) => {
      const sums = cells[target[cell] ?? 0];
      values.forEach((value, month) => sums && (sums[month] = (sums[month] ?? 0) + value));
    });
    return cells;
  });
}

function minus(a: Cube, b: Cube): Cube {
  return a.map((rep, r) => rep.map((cell, c) => cell.map((value, m) => value - (b[r]?.[c]?.[m] ?? 0))));
}

function overReplicates(cube: Cube, cells: number[], months: number, shares: number[]): QuantileSeries {
  return shares.map((share) =>
    cells.map((cell) =>
      Array.from({ length: months }, (_, month) =>
        round(quantile(cube.map((rep) => rep[cell]?.[month] ?? 0), share)),
      ),
    ),
  );
}

function overHorizon(cube: Cube, cells: number[], shares: number[]): (number | null)[][] {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return shares.map((share) =>
    cells.map((cell) => round(quantile(cube.map((rep) => sum(rep[cell] ?? [])), share))),
  );
}

function slice(runs: WorldSeries[][], variable: Omit<Variable, "slices">, kept: string[], months: number): Slice {
  const cubes = runs.map((series) => project(series, variable.name, variable.axes, kept, months));
  const all = Array.from({ length: size(kept) }, (_, cell) => cell);
  const cells = all.filter((cell) =>
    cubes.some((cube) => cube.some((rep) => rep[cell]?.some((value) => value !== 0))),
  );
  const references = worlds.slice(1);
  const shares = kept.length === 0 ? quantiles : [0.05, 0.5, 0.95];
  const base = cubes[0] as Cube;
  const named = <T,>(make: (cube: Cube) => T, difference: boolean): Record<string, T> =>
    Object.fromEntries(
      references.map((name, at) => {
        const cube = cubes[at + 1] as Cube;
        return [name, make(difference ? minus(base, cube) : cube)];
      }),
    );
  const made: Slice = {
    axes: kept,
    quantiles: shares,
    quantile: overReplicates(base, cells, months, shares),
    reference_median: named((cube) => overReplicates(cube, cells, months, [0.5])[0] ?? [], false),
    difference_quantile: named((cube) => overReplicates(cube, cells, months, shares), true),
  };
  if (cells.length < all.length) made.cells = cells;
  if (variable.kind === "flow") {
    made.horizon = {
      quantile: overHorizon(base, cells, shares),
      reference_median: named((cube) => overHorizon(cube, cells, [0.5])[0] ?? [], false),
      difference_quantile: named((cube) => overHorizon(cube, cells, shares), true),
    };
  }
  return made;
}

const described: Omit<Variable, "slices" | "description">[] = [
  { name: "stock", units: "persons", long_name: "People in each stage", kind: "stock",
    axes: ["origin", "occupation", "stage", "partnership_type"] },
  { name: "applications", units: "persons/month", long_name: "Applications", kind: "flow", axes: ["origin"] },
  { name: "enrolments", units: "persons/month", long_name: "Enrolments", kind: "flow", axes: ["origin"] },
  { name: "arrivals", units: "persons/month", long_name: "Arrivals at the destination", kind: "flow",
    axes: ["origin", "partnership_type"] },
  { name: "recognitions", units: "persons/month", long_name: "Full recognitions", kind: "flow", axes: ["origin"] },
  { name: "departures", units: "persons/month", long_name: "Departures from employment", kind: "flow",
    axes: ["exit_cause"] },
  { name: "queue_length", units: "cases", long_name: "Cases waiting", kind: "stock", axes: ["authority"] },
  { name: "waiting_months", units: "months", long_name: "Waiting time", kind: "intensity", axes: ["authority"] },
  { name: "vacancies", units: "posts", long_name: "Open vacancies", kind: "stock", axes: ["occupation", "land"] },
  { name: "employers_aware", units: "employers", long_name: "Employers who know the partnerships", kind: "stock",
    axes: ["occupation", "size_class"] },
  { name: "employers_adopted", units: "employers", long_name: "Employers who take part", kind: "stock",
    axes: ["size_class"] },
  { name: "partnerships_active", units: "partnerships", long_name: "Active partnerships", kind: "stock",
    axes: ["partnership_type"] },
  { name: "seats", units: "seats", long_name: "Training seats", kind: "stock", axes: [] },
  { name: "origin_employed", units: "persons", long_name: "Employed at the origin", kind: "stock",
    axes: ["origin", "occupation"] },
  { name: "origin_unemployed", units: "persons", long_name: "Unemployed at the origin", kind: "stock",
    axes: ["origin", "occupation"] },
  { name: "origin_skilled_stock", units: "persons", long_name: "Skilled people at the origin", kind: "stock",
    axes: ["origin", "occupation"] },
  { name: "home_track_graduates", units: "persons/month", long_name: "Home-track graduates", kind: "flow",
    axes: ["origin"] },
  { name: "remittances", units: "EUR/month", long_name: "Remittances", kind: "flow", axes: ["origin"] },
  { name: "net_flow", units: "EUR/month", long_name: "Net payments by party", kind: "flow", axes: ["party"] },
  { name: "retained", units: "persons", long_name: "Retained in the occupation", kind: "stock", axes: [] },
  { name: "qualified_worker_months", units: "person-months/month", long_name: "Qualified worker-months",
    kind: "flow", axes: [] },
];

function spread(values: number[]): Spread {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return {
    low: round(quantile(values, 0.05)),
    median: round(quantile(values, 0.5)),
    high: round(quantile(values, 0.95)),
    mean: round(mean),
  };
}

function headline(
  runs: WorldSeries[][],
  words: [string, string, string],
  of: (run: WorldSeries, pilot: WorldSeries) => number,
): Headline {
  const pilots = runs[1] as WorldSeries[];
  const values = runs.map((series) => series.map((run, r) => of(run, pilots[r] as WorldSeries)));
  const base = values[0] as number[];
  const byReference = (make: (v: number[]) => Spread): Record<string, Spread> =>
    Object.fromEntries(worlds.slice(1).map((name, at) => [name, make(values[at + 1] as number[])]));
  return {
    name: words[0],
    units: words[1],
    long_name: words[2],
    description: `${words[2]} (synthetic test data).`,
    pair: false,
    scenario: spread(base),
    reference: byReference(spread),
    difference: byReference((other) => spread(base.map((value, r) => value - (other[r] ?? 0)))),
  };
}

const total = (run: WorldSeries, name: string): number =>
  (run[name] ?? []).reduce((sum, cell) => sum + cell.reduce((a, b) => a + b, 0), 0);
const flowOf = (run: WorldSeries, party: string): number =>
  (run.net_flow?.[axes.party?.indexOf(party) ?? 0] ?? []).reduce((a, b) => a + b, 0);
const last = (run: WorldSeries, name: string): number =>
  (run[name] ?? []).reduce((sum, cell) => sum + (cell[cell.length - 1] ?? 0), 0);

function headlines(runs: WorldSeries[][], months: number): Headline[] {
  const years = months / 12;
  const migrant = (run: WorldSeries, pilot: WorldSeries): number =>
    (flowOf(run, "migrant") - flowOf(pilot, "migrant")) / 4.1e9;
  const origin = (run: WorldSeries, pilot: WorldSeries): number =>
    (flowOf(run, "origin_households") - flowOf(pilot, "origin_households")) / 2.2e9 +
    (last(run, "origin_skilled_stock") - last(pilot, "origin_skilled_stock")) / 60000;
  const destination = (run: WorldSeries, pilot: WorldSeries): number =>
    (total(run, "qualified_worker_months") - total(pilot, "qualified_worker_months")) / 6e6;
  const smallest = (run: WorldSeries, pilot: WorldSeries): number =>
    Math.min(migrant(run, pilot), origin(run, pilot), destination(run, pilot));
  return [
    headline(runs, ["arrivals_per_year", "persons/year", "Arrivals per year"], (r) => total(r, "arrivals") / years),
    headline(runs, ["recognised_share", "1", "Share recognised"], (r) =>
      Math.min(1, total(r, "recognitions") / Math.max(1, total(r, "arrivals")))),
    headline(runs, ["retained_share_36", "1", "Share retained after 36 months"], (r) =>
      0.86 - total(r, "departures") / Math.max(1, total(r, "qualified_worker_months")) * 2),
    headline(runs, ["cost_per_retained_worker", "EUR/person", "Cost per retained worker"], (r) =>
      -(flowOf(r, "employer") + flowOf(r, "german_state")) / Math.max(1, last(r, "retained"))),
    headline(runs, ["origin_net_skilled_stock", "persons", "Skilled stock at the origin, end of horizon"], (r) =>
      last(r, "origin_skilled_stock")),
    headline(runs, ["migrant_gain", "1", "Gain of the migrants"], migrant),
    headline(runs, ["origin_gain", "1", "Gain of the origin"], origin),
    headline(runs, ["destination_gain", "1", "Gain of the destination"], destination),
    headline(runs, ["triple_win", "1", "Smallest of the three gains"], smallest),
    headline(runs, ["nobody_worse_off", "1", "Nobody worse off"], (r, p) => (smallest(r, p) >= -0.01 ? 1 : 0)),
    headline(runs, ["bottleneck_stage", "1", "Bottleneck stage"], (r) => {
      const queue = r.queue_length ?? [];
      const end = (cell: number): number => queue[cell]?.[months - 1] ?? 0;
      return end(0) >= end(1) ? 3 : 4;
    }),
  ];
}

const levers: Lever[] = [
  { name: "more_staff", lever: "recognition.staff", text: "from 2026-01, over 18 months, strength 0.5, nursing" },
  { name: "aligned_curriculum", lever: "qualification.alignment", text: "from 2026-07, over 36 months, strength 0.4" },
  { name: "pooling", lever: "network.sme_pooling", text: "from 2025-07, over 24 months, strength 0.3" },
  { name: "home_track", lever: "qualification.home_track_quota", text: "from 2026-01, strength 0.5" },
];

/** The whole made-up result. @param months  length of the horizon from January 2024 */
export function sampleResult(months = 252): Result {
  const runs = worlds.map((world) =>
    Array.from({ length: replicates }, (_, replicate) => simulate(world, replicate, months)),
  );
  const variables: Variable[] = described.map((words) => {
    const variable = { ...words, description: `${words.long_name} (synthetic test data).` };
    const keep = variable.kind === "intensity" ? [variable.axes] : subsets(variable.axes);
    const small = keep.filter((kept) => kept.length < 2 || size(kept) <= 28);
    return { ...variable, slices: small.map((kept) => slice(runs, variable, kept, months)) };
  });
  return {
    format: "skillscale-page/1",
    title: "Nursing, Philippines and Tunisia to Germany: recognition reform (synthetic test data)",
    description: "Made-up numbers in the shape of a result, for developing and testing the page.",
    program_version: "0.1.0",
    git_id: "0000000",
    seed: 20240101,
    replicates,
    draws: 0,
    multiplicity: 10,
    digest: "5e1f0c0ffee05a4d9b7c3a2e8d6f4b10",
    command: "skillscale run scenarios/library/nursing-reform.yaml --replicates 24 --seed 20240101 --html page.html",
    created: "2026-01-15T09:30:00Z",
    months: Array.from({ length: months }, (_, at) => {
      const year = 2024 + Math.floor(at / 12);
      return `${year}-${String((at % 12) + 1).padStart(2, "0")}`;
    }),
    worlds,
    quantiles,
    axes: Object.fromEntries(Object.entries(axes).map(([name, labels]) => [name, { labels }])),
    variables,
    headline: headlines(runs, months),
    parameters: parameters as Parameter[],
    levers,
  };
}
