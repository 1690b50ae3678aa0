// What the server answers; viz/server writes it.

export interface Lever {
  lever: string;
  field: string;
  meaning: string;
  /** Of a little, usual and much. */
  strengths: [number, number, number];
}

/** Lever to zone: 1 a little, 2 usual, 3 much. Levers that are off are not in it. */
export type Package = Record<string, number>;

export interface Interval {
  low: number | null;
  median: number | null;
  high: number | null;
  runs: number;
}

export interface Table {
  name: string;
  state: string;
  runs: number;
  problem: string;
  levers: Package;
  gains: Record<string, Interval>;
}

export interface Wall {
  code: string;
  scenario: string;
  reference: string;
  replicates: number;
  address: string;
  qr: string[];
  tables: Table[];
  inputs: { lever: string; tables: number; least: number; median: number; most: number }[];
}

export interface Listing {
  /** Whether a file of the browser's machine can be opened. */
  opens_files: boolean;
  room: boolean;
  scenarios: { id: number; name: string; title: string }[];
  results: { id: number; name: string }[];
}

export interface Partial {
  runs: number;
  headlines: { name: string; title: string; difference: Record<string, Interval> }[];
}
