// What the page and its workers say to each other.

/** Upper and lower half of a 64-bit number. */
export type Seed = [number, number];

export interface Simulate {
  kind: "simulate";
  job: number;
  seed: Seed;
  replicate: number;
  /** Worlds of equal key and replicate share their start, which is drawn for `startLines`. */
  startKey: string;
  startLines: string;
  lines: string;
}

/** Draws the start that a unit will need. */
export type Warm = Omit<Simulate, "kind" | "job" | "lines"> & { kind: "warm" };

export type ToWorker =
  | { kind: "load"; module: WebAssembly.Module }
  | Simulate
  | Warm
  | { kind: "cancel"; job: number }
  | { kind: "world"; world: number; lines: string }
  | { kind: "drop"; world: number }
  | { kind: "keep"; world: number; replicate: number; record: ArrayBuffer }
  | { kind: "extract"; ticket: number; question: string }
  | { kind: "total"; ticket: number; digests: string[] };

export type FromWorker =
  | { kind: "ready" }
  | { kind: "record"; job: number; record: ArrayBuffer; digest: string }
  | { kind: "cancelled"; job: number }
  | { kind: "extract"; ticket: number; text: string }
  | { kind: "total"; ticket: number; digest: string }
  | { kind: "fault"; message: string };
