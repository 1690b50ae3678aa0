// Synthetic test data: a made-up result in the page's format, used for development and for the page's own tests.
// Nothing in it was simulated by skillscale; it only has the right shape and a plausible look. Always the same numbers.
import type { Headline, Lever, Parameter, QuantileSeries, Result, SeriesOfWorlds, Slice, Spread, Variable, Wait } from "../src/result";
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
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
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

/** Means of each month and the eleven before it; null before there are as many. */
function trailing(cube: Cube): Cube {
  return cube.map((rep) => rep.map((cell) => cell.map((_, month) =>
    month < 11 ? NaN : cell.slice(month - 11, month + 1).reduce((a, b) => a + b, 0) / 12)));
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
  const series = (pace: (cube: Cube) => Cube): SeriesOfWorlds => ({
    quantile: overReplicates(pace(base), cells, months, shares),
    reference_median: named((cube) => overReplicates(pace(cube), cells, months, [0.5])[0] ?? [], false),
    difference_quantile: named((cube) => overReplicates(pace(cube), cells, months, shares), true),
  });
  const made: Slice = { axes: kept, quantiles: shares, ...series((cube) => cube) };
  if (cells.length < all.length) made.cells = cells;
  if (variable.kind === "flow") {
    if (months >= 12) made.year_mean = series(trailing);
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
  { name: "arrivals_by_land", units: "persons/month", long_name: "Arrivals by Land", kind: "flow", axes: ["land"] },
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

function spread(all: number[]): Spread {
  const values = all.filter((value) => !Number.isNaN(value));
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return {
    low: round(quantile(values, 0.05)),
    median: round(quantile(values, 0.5)),
    high: round(quantile(values, 0.95)),
    mean: round(mean),
    known: values.length,
    above: values.filter((value) => value > 0).length,
    losing: values.filter((value) => value < -0.01).length,
  };
}

function headline(
  runs: WorldSeries[][],
  words: [string, string, string],
  of: (run: WorldSeries) => number,
): Headline {
  const values = runs.map((series) => series.map((run) => of(run)));
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

type Gain = (run: WorldSeries, other: WorldSeries) => number;

/** A gain of the scenario against each reference. */
function pair(runs: WorldSeries[][], words: [string, string, string], of: Gain): Headline {
  const base = runs[0] as WorldSeries[];
  const against = worlds.slice(1).map((name, at): [string, Spread] => {
    const other = runs[at + 1] as WorldSeries[];
    return [name, spread(base.map((run, r) => of(run, other[r] as WorldSeries)))];
  });
  return {
    name: words[0],
    units: words[1],
    long_name: words[2],
    description: `${words[2]} (synthetic test data).`,
    pair: true,
    scenario: (against[0] as [string, Spread])[1],
    reference: {},
    difference: Object.fromEntries(against),
  };
}

/** A position on an axis or in time, of which differences mean nothing; NaN where a run has none. */
function position(
  runs: WorldSeries[][], words: [string, string, string], of: (run: WorldSeries, replicate: number) => number,
): Headline {
  const values = (runs[0] as WorldSeries[]).map(of);
  const made = headline(runs, words, () => 0);
  return { ...made, scenario: spread(values), reference: {}, difference: {} };
}

const total = (run: WorldSeries, name: string): number =>
  (run[name] ?? []).reduce((sum, cell) => sum + cell.reduce((a, b) => a + b, 0), 0);
const flowOf = (run: WorldSeries, party: string): number =>
  (run.net_flow?.[axes.party?.indexOf(party) ?? 0] ?? []).reduce((a, b) => a + b, 0);
const last = (run: WorldSeries, name: string): number =>
  (run[name] ?? []).reduce((sum, cell) => sum + (cell[cell.length - 1] ?? 0), 0);

const migrant: Gain = (run, other) => flowOf(run, "migrant") - flowOf(other, "migrant");
const households: Gain = (run, other) => flowOf(run, "origin_households") - flowOf(other, "origin_households");
const stayed: Gain = (run, other) => (last(run, "origin_skilled_stock") - last(other, "origin_skilled_stock")) * 40000;
const destination: Gain = (run, other) =>
  (total(run, "qualified_worker_months") - total(other, "qualified_worker_months")) * 700;
const origin: Gain = (run, other) => households(run, other) + stayed(run, other);
const per = (gain: Gain, unit: number): Gain => (run, other) => gain(run, other) / unit;
const smallest: Gain = (run, other) =>
  Math.min(per(migrant, 4.1e9)(run, other), per(origin, 2.2e9)(run, other), per(destination, 4.2e9)(run, other));

function gains(runs: WorldSeries[][]): Headline[] {
  const loss: Gain = (run, other) => -per(destination, 9e10)(run, other);
  return [
    pair(runs, ["migrant_gain", "1", "Gain of the migrants"], per(migrant, 4.1e9)),
    pair(runs, ["origin_gain", "1", "Gain of the origin"], per(origin, 2.2e9)),
    pair(runs, ["destination_gain", "1", "Gain of the destination"], per(destination, 4.2e9)),
    pair(runs, ["triple_win", "1", "Smallest of the three gains"], smallest),
    pair(runs, ["nobody_worse_off", "1", "Nobody worse off"], (r, p) => (loss(r, p) >= -0.01 ? 1 : 0)),
    pair(runs, ["gain_domestic_workers", "1", "Gain of domestic workers"], loss),
    pair(runs, ["gain_origin_workers", "1", "Gain of origin workers"], per(stayed, 2.2e9)),
    pair(runs, ["gain_origin_households", "1", "Gain of origin households"], per(households, 2.2e9)),
    pair(runs, ["migrant_present_value", "EUR", "Present value for the migrants"], migrant),
    pair(runs, ["origin_present_value", "EUR", "Present value for the origin"], origin),
    pair(runs, ["destination_present_value", "EUR", "Present value for the destination"], destination),
    pair(runs, ["migrant_value_within_horizon", "EUR", "Of this within the horizon, migrants"], per(migrant, 4)),
    pair(runs, ["origin_value_within_horizon", "EUR", "Of this within the horizon, origin"], per(origin, 5)),
    pair(runs, ["destination_value_within_horizon", "EUR", "Of this within the horizon, destination"], per(destination, -9)),
  ];
}

function headlines(runs: WorldSeries[][], months: number): Headline[] {
  const years = months / 12;
  return [
    headline(runs, ["arrivals_per_year", "persons/year", "Arrivals per year"], (r) => total(r, "arrivals") / years),
    headline(runs, ["recognised_share", "1", "Share recognised"], (r) =>
      Math.min(1, total(r, "recognitions") / Math.max(1, total(r, "arrivals")))),
    headline(runs, ["retained_share_36", "1", "Share retained after 36 months"], (r) =>
      0.86 - total(r, "departures") / Math.max(1, total(r, "qualified_worker_months")) * 2),
    headline(runs, ["cost_per_retained_worker", "EUR/person", "Cost per retained worker"], (r) =>
      -(flowOf(r, "employer") + flowOf(r, "german_state")) / Math.max(1, last(r, "retained"))),
    headline(runs, ["visa_wait_months", "months", "Wait for the visa post"], (r) => last(r, "waiting_months") / 4),
    headline(runs, ["language_wait_months", "months", "Wait for a language place"], () => 0),
    headline(runs, ["origin_net_skilled_stock", "persons", "Skilled stock at the origin, end of horizon"], (r) =>
      last(r, "origin_skilled_stock")),
    pair(runs, ["gap_share", "1", "Contribution to closing the gap"], (r, p) =>
      (total(r, "arrivals") - total(p, "arrivals")) / 2e7),
    headline(runs, ["partnerships_at_end", "partnerships", "Partnerships at work at the end"], (r) =>
      last(r, "partnerships_active")),
    position(runs, ["last_partnership_end", "months", "Months until the last partnership had ended"], (_, replicate) =>
      replicate % 4 === 0 ? 90 + replicate : NaN),
    position(runs, ["bottleneck_stage", "1", "Bottleneck stage"], (r) => {
      const queue = r.queue_length ?? [];
      const end = (cell: number): number => queue[cell]?.[months - 1] ?? 0;
      return end(0) >= end(1) ? 3 : 4;
    }),
    ...gains(runs),
  ];
}

function waits(runs: WorldSeries[][], axis: string, of: (run: WorldSeries, at: number) => number): Wait[] {
  return (axes[axis] ?? []).map((label, at) => {
    const [own, ...others] = runs.map((series) => spread(series.map((run) => of(run, at))));
    return {
      label,
      scenario: own as Spread,
      reference: Object.fromEntries(worlds.slice(1).map((name, r) => [name, others[r] as Spread])),
      cases: axis === "stage" ? { completed: spread([900 - 90 * at]), dropped: spread([90 - 5 * at]) } : { served: spread([700]) },
    };
  });
}

function meanWait(run: WorldSeries, office: number): number {
  const months = run.waiting_months?.[office] ?? [];
  return months.reduce((a, b) => a + b, 0) / months.length;
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
    waits: {
      offices: waits(runs, "authority", meanWait),
      stages: waits(runs, "stage", (run, at) => 2 + at + meanWait(run, 0)),
    },
    parameters: parameters as Parameter[],
    levers,
  };
}
