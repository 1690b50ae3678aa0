// What the reader has changed: levers and assumptions. From there to parameter lines for the model, to text for the
// address, and to a scenario file that the program runs to the same digest.
import { parseLines, type LeverRow, type LiveInput } from "./input";

/** A lever as it stands: of the scenario, or one the reader could switch on. */
export interface LeverSetting {
  /** Name in the scenario file. */
  name: string;
  row: LeverRow;
  on: boolean;
  strength: number;
  /** Months from the start of the horizon. */
  start: number;
  /** Months to full strength. */
  ramp: number;
  /** EUR a month at full strength. */
  cost: number;
}

export type LeverValues = Pick<LeverSetting, "on" | "strength" | "start" | "ramp" | "cost">;

/** Only what differs from the base stands here. */
export interface Edits {
  levers: Record<string, LeverValues>;
  values: Record<string, number>;
}

export const noEdits: Edits = { levers: {}, values: {} };

export function isUnchanged(edits: Edits): boolean {
  return Object.keys(edits.levers).length === 0 && Object.keys(edits.values).length === 0;
}

export function sameEdits(a: Edits, b: Edits): boolean {
  return writeEdits(a) === writeEdits(b);
}

const keys = { strength: "strength", start: "start", ramp: "ramp", cost: "cost_per_month" } as const;

/** Strength that a lever has when it is switched on for the first time: between a little and the usual. */
function firstStrength(row: LeverRow): number {
  return Math.round((row.zones[0] + row.zones[1]) * 10) / 20;
}

function settingOf(input: LiveInput, numbers: Map<string, number>, name: string, row: LeverRow): LeverSetting {
  const value = (key: keyof typeof keys): number =>
    numbers.get(`levers.${name}.${keys[key]}`) ?? input.lever_keys[keys[key]]?.standard ?? 0;
  return { name, row, on: true, strength: value("strength"), start: value("start"), ramp: value("ramp"), cost: value("cost") };
}

const knownBase = new WeakMap<LiveInput, LeverSetting[]>();

/** The levers of the base, row by row: those of the scenario, and for every other row one that is off. */
export function baseLevers(input: LiveInput): LeverSetting[] {
  const known = knownBase.get(input) ?? readBaseLevers(input);
  knownBase.set(input, known);
  return known;
}

function readBaseLevers(input: LiveInput): LeverSetting[] {
  const { numbers, names } = parseLines(input.worlds[0]?.lines ?? "");
  const known = names.get("lever") ?? [];
  return input.levers.flatMap((row): LeverSetting[] => {
    const own = known.filter((name) => numbers.get(`levers.${name}.lever`) === row.number);
    if (own.length > 0) return own.map((name) => settingOf(input, numbers, name, row));
    const plain = row.lever.replace(/\./g, "_");
    const name = known.includes(plain) ? `page_${plain}` : plain;
    const start = input.months > 36 ? 24 : 0;
    return [{ name, row, on: false, strength: firstStrength(row), start, ramp: 12, cost: 0 }];
  });
}

/** The levers with the edits applied. */
export function levers(base: readonly LeverSetting[], edits: Edits): LeverSetting[] {
  return base.map((lever) => ({ ...lever, ...edits.levers[lever.name] }));
}

function valuesOf({ on, strength, start, ramp, cost }: LeverSetting): LeverValues {
  return { on, strength, start, ramp, cost };
}

const sameValues = (a: LeverValues, b: LeverValues): boolean =>
  a.on === b.on && (!a.on || (a.strength === b.strength && a.start === b.start && a.ramp === b.ramp && a.cost === b.cost));

/** The edits with a lever changed; a lever that is again as in the base leaves them. */
export function withLever(base: readonly LeverSetting[], edits: Edits, name: string, change: Partial<LeverValues>): Edits {
  const own = base.find((lever) => lever.name === name);
  if (!own) return edits;
  const next = { ...valuesOf({ ...own, ...edits.levers[name] }), ...change };
  const { [name]: _, ...others } = edits.levers;
  return { ...edits, levers: sameValues(next, valuesOf(own)) ? others : { ...others, [name]: next } };
}

/** Step of a strength slider. */
export const strengthStep = 0.05;

/** How many steps to either side are worth simulating ahead. */
const stepsAhead = 4;

/** Where the reader may move a lever next, the likeliest first: switched, or a few steps to either side. */
export function nextEdits(base: readonly LeverSetting[], edits: Edits, name: string): Edits[] {
  const lever = levers(base, edits).find((each) => each.name === name);
  if (!lever) return [];
  if (!lever.on) return [withLever(base, edits, name, { on: true })];
  const low = Math.min(0, lever.strength), high = Math.max(lever.row.zones[2], lever.strength);
  const strengths = Array.from({ length: stepsAhead }, (_, at) => [at + 1, -at - 1]).flat()
    .map((steps) => Math.round((lever.strength + steps * strengthStep) / strengthStep) * strengthStep)
    .map((strength) => Number(strength.toFixed(10)))
    .filter((strength) => strength >= low && strength <= high);
  const next = strengths.map((strength) => withLever(base, edits, name, { strength }));
  next.splice(2, 0, withLever(base, edits, name, { on: false }));
  return next;
}

/** The edits with an assumption changed; `null` takes it back. */
export function withValue(edits: Edits, path: string, value: number | null): Edits {
  const { [path]: _, ...others } = edits.values;
  return { ...edits, values: value === null ? others : { ...others, [path]: value } };
}

// ---- the model

const sectionOf = (path: string): string => path.slice(0, path.indexOf("."));

/** Parameter lines of a world with the edits. Policy changes world 0 alone, assumptions change all. */
export function linesOf(input: LiveInput, world: number, edits: Edits): string {
  const isSame = Object.keys(edits.values).length === 0 && (world > 0 || Object.keys(edits.levers).length === 0);
  const known = isSame ? unchangedLines.get(input)?.[world] : undefined;
  if (known !== undefined) return known;
  const text = changedLines(input, world, edits);
  if (isSame) {
    const all = unchangedLines.get(input) ?? [];
    all[world] = text;
    unchangedLines.set(input, all);
  }
  return text;
}

/** The base's own lines, world by world. */
const unchangedLines = new WeakMap<LiveInput, string[]>();

interface Rows {
  /** But for the names of levers. */
  rows: { kind: string; path: string; line: string }[];
  levers: string[];
}

/** Lines of a world, taken apart once. */
const takenApart = new WeakMap<LiveInput, Rows[]>();

function rowsOf(input: LiveInput, world: number): Rows {
  const all = takenApart.get(input) ?? [];
  takenApart.set(input, all);
  return (all[world] ??= (() => {
    const text = input.worlds[world]?.lines ?? "";
    const rows = text.split("\n").filter((line) => line !== "").map((line) => {
      const [kind = "", path = ""] = line.split(" ", 2);
      return { kind, path, line };
    });
    return { rows: rows.filter(({ kind, path }) => kind !== "names" || path !== "lever"), levers: parseLines(text).names.get("lever") ?? [] };
  })());
}

function changedLines(input: LiveInput, world: number, edits: Edits): string {
  const { rows, levers: before } = rowsOf(input, world);
  const values = Object.entries(edits.values).filter(
    ([path]) => world === 0 || !input.policy_sections.includes(sectionOf(path)));
  const set = new Map(values.map(([path, value]) => [path, value]));
  const changed = world === 0 ? edits.levers : {};
  const settings = levers(baseLevers(input), edits).filter((lever) => changed[lever.name]);
  for (const lever of settings.filter((each) => each.on)) {
    set.set(`levers.${lever.name}.lever`, lever.row.number);
    for (const key of Object.keys(keys) as (keyof typeof keys)[]) set.set(`levers.${lever.name}.${keys[key]}`, lever[key]);
  }
  const isOff = (path: string): boolean =>
    settings.some((lever) => !lever.on && path.startsWith(`levers.${lever.name}.`));
  const kept = rows.flatMap(({ kind, path, line }) => (isOff(path) || (kind === "number" && set.has(path)) ? [] : [line]));
  const names = before.filter((name) => settings.every((lever) => lever.on || lever.name !== name));
  for (const lever of settings) if (lever.on && !names.includes(lever.name)) names.push(lever.name);
  if (names.length > 0) kept.push(`names lever ${names.join(" ")}`);
  for (const [path, value] of set) kept.push(`number ${path} ${value}`);
  return `${kept.join("\n")}\n`;
}

// ---- the address

export function writeEdits(edits: Edits): string {
  const parts = Object.entries(edits.levers).map(([name, lever]) =>
    ["l", name, lever.on ? 1 : 0, lever.strength, lever.start, lever.ramp, lever.cost].join("~"));
  for (const [path, value] of Object.entries(edits.values)) parts.push(["s", path, value].join("~"));
  return parts.join("!");
}

/** Reads what writeEdits wrote; what this page does not know is left out. */
export function readEdits(text: string, input: LiveInput | null): Edits {
  let edits = noEdits;
  if (!input || text === "") return edits;
  const base = baseLevers(input);
  for (const part of text.split("!")) {
    const [kind, name = "", ...rest] = part.split("~");
    const [on = NaN, strength = NaN, start = NaN, ramp = NaN, cost = NaN] = rest.map(Number);
    const clamp = (value: number, key: string): number => {
      const range = input.lever_keys[key];
      return range ? Math.min(range.most, Math.max(range.least, value)) : value;
    };
    if (kind === "l" && rest.length === 5 && [on, strength, start, ramp, cost].every(Number.isFinite)) {
      const month = Math.min(input.months, Math.max(0, Math.round(start)));
      edits = withLever(base, edits, name, {
        on: on === 1, strength: clamp(strength, "strength"), start: month, ramp: clamp(ramp, "ramp"), cost: clamp(cost, "cost_per_month"),
      });
    }
    const range = input.ranges[name];
    if (kind === "s" && range && rest.length === 1 && Number.isFinite(on))
      edits = withValue(edits, name, Math.min(range[1], Math.max(range[0], on)));
  }
  return edits;
}

/** Names of settings in a link that are not applied as they stand there. */
export interface Misread {
  /** Beyond what is allowed: the nearest allowed value is taken. */
  adjusted: string[];
  /** Not known to this page, or no numbers: left out. */
  unknown: string[];
}

/** What `readEdits` does not take as it stands in the text. */
export function misreadEdits(text: string, input: LiveInput | null): Misread {
  const told: Misread = { adjusted: [], unknown: [] };
  if (!input || text === "") return told;
  const nameOf = (part: string): string => part.split("~").slice(0, 2).join("~");
  for (const part of text.split("!")) {
    const read = writeEdits(readEdits(part, input));
    const name = part.split("~")[1] || part;
    const isBase = read === "" && baseLevers(input).some((lever) => nameOf(part) === `l~${lever.name}`);
    if (read === "" && !isBase) told.unknown.push(name);
    else if (read !== "" && read !== part) told.adjusted.push(name);
  }
  return told;
}

// ---- the scenario file

type Tree = { [key: string]: Tree | string };

function put(tree: Tree, path: string, text: string): void {
  const words = path.split(".");
  const last = words.pop() ?? "";
  let at = tree;
  for (const word of words) {
    const next = at[word];
    at = typeof next === "object" ? next : (at[word] = {});
  }
  at[last] = text;
}

function yamlLines(tree: Tree, depth: number): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const head = `${"  ".repeat(depth)}${key}:`;
    return typeof value === "string" ? [`${head} ${value}`] : [head, ...yamlLines(value, depth + 1)];
  });
}

/** "2026-01" of a number of months after the start of the horizon. */
export function monthName(input: LiveInput, month: number): string {
  const at = input.start[0] * 12 + input.start[1] - 1 + month;
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** The inverse; NaN for other texts. */
export function monthNumber(input: LiveInput, name: string): number {
  const found = /^(\d{4})-(\d{2})$/.exec(name);
  return found ? Number(found[1]) * 12 + Number(found[2]) - 1 - (input.start[0] * 12 + input.start[1] - 1) : NaN;
}

/** A scenario that the program runs to the digest the page shows. */
export function scenarioFile(input: LiveInput, title: string, edits: Edits): string {
  const file = input.file.replace(/^.*[\\/]/, "");
  const tree: Tree = {};
  for (const change of input.changes) {
    const at = change.indexOf("=");
    put(tree, change.slice(0, at).trim(), change.slice(at + 1).trim());
  }
  put(tree, "horizon.months", String(input.months));
  put(tree, "ensemble.replicates", String(input.replicates));
  put(tree, "ensemble.seed", input.seed);
  for (const lever of levers(baseLevers(input), edits)) {
    if (!edits.levers[lever.name]) continue;
    const path = `levers.${lever.name}`;
    if (!lever.on) {
      put(tree, path, "null");
      continue;
    }
    put(tree, `${path}.lever`, lever.row.lever);
    put(tree, `${path}.start`, monthName(input, lever.start));
    put(tree, `${path}.ramp`, String(lever.ramp));
    put(tree, `${path}.strength`, String(lever.strength));
    put(tree, `${path}.cost_per_month`, String(lever.cost));
  }
  for (const [path, value] of Object.entries(edits.values)) put(tree, path, String(value));
  return [
    "# yaml-language-server: $schema=../schema/scenario.schema.json",
    `# Made on the page of "${title}". Put this file beside ${file}, or name the library's file; then:`,
    "#   skillscale run THIS_FILE.yaml",
    "schema: 1",
    `name: ${JSON.stringify(`${title}, changed on the page`)}`,
    `extends: ${file}`,
    ...yamlLines(tree, 0),
    "",
  ].join("\n");
}
