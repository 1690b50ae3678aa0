// Runs in a worker: simulates worlds month by month, or puts records together. The page decides which.
import type { FromWorker, Simulate, ToWorker } from "./messages";

interface Model {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  allocate(bytes: number): number;
  output(): number;
  start(high: number, low: number, replicate: number, draws: number, sameReplicate: number): void;
  step(): number;
  trajectory_digest(): number;
  record(): number;
  add_world(number: number): void;
  drop_world(number: number): void;
  keep(world: number, replicate: number): number;
  extract(): number;
  total(): number;
}

const scope = self as unknown as {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};
const encoder = new TextEncoder();
const decoder = new TextDecoder();

let model: Model;
let written = "";
/** What the start in memory was drawn for. */
let standing = "";
const cancelled = new Set<number>();

/** The model's only way to say something: the message of a fault, before it stops. */
function write(_: number, list: number, count: number, done: number): number {
  const view = new DataView(model.memory.buffer);
  let bytes = 0;
  for (let at = 0; at < count; ++at) {
    const from = view.getUint32(list + 8 * at, true);
    const length = view.getUint32(list + 8 * at + 4, true);
    written += decoder.decode(new Uint8Array(model.memory.buffer, from, length));
    bytes += length;
  }
  view.setUint32(done, bytes, true);
  return 0;
}

function give(bytes: Uint8Array): void {
  const at = model.allocate(bytes.length);
  new Uint8Array(model.memory.buffer, at, bytes.length).set(bytes);
}

function taken(bytes: number): Uint8Array {
  return new Uint8Array(model.memory.buffer, model.output(), bytes).slice();
}

const hex = (word: bigint): string => word.toString(16).padStart(16, "0");

function digest(): string {
  const words = new BigUint64Array(model.memory.buffer, model.trajectory_digest(), 2);
  return hex(words[0] ?? 0n) + hex(words[1] ?? 0n);
}

/** Lets messages in; a timer would wait longer than a month takes. */
const channel = new MessageChannel();
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(0);
  });
}

/** Worlds of equal start share it; it is drawn once. */
function stand(at: Omit<Simulate, "kind" | "job" | "lines">): void {
  const key = `${at.replicate} ${at.startKey}`;
  if (key === standing) return;
  standing = "";
  give(encoder.encode(at.startLines));
  model.start(at.seed[0], at.seed[1], at.replicate, 0, 0);
  standing = key;
}

async function simulate(job: Simulate): Promise<void> {
  stand(job);
  give(encoder.encode(job.lines));
  model.start(job.seed[0], job.seed[1], job.replicate, 0, 1);
  const months = Number(/^months (\d+)$/m.exec(job.lines)?.[1] ?? 0);
  for (let month = 0, since = performance.now(); month < months; ) {
    month = model.step();
    if (performance.now() - since < 20) continue;
    await breathe();
    since = performance.now();
    if (cancelled.delete(job.job)) {
      scope.postMessage({ kind: "cancelled", job: job.job });
      return;
    }
  }
  cancelled.delete(job.job);
  const record = taken(model.record()).buffer as ArrayBuffer;
  scope.postMessage({ kind: "record", job: job.job, record, digest: digest() }, [record]);
}

async function follow(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case "load": {
      const imports = { fd_write: write, fd_close: () => 0, fd_seek: () => 0 };
      const instance = await WebAssembly.instantiate(message.module, { wasi_snapshot_preview1: imports });
      model = instance.exports as unknown as Model;
      model._initialize?.();
      scope.postMessage({ kind: "ready" });
      break;
    }
    case "simulate":
      await simulate(message);
      break;
    case "warm":
      stand(message);
      break;
    case "cancel":
      cancelled.add(message.job);
      break;
    case "world":
      give(encoder.encode(message.lines));
      model.add_world(message.world);
      break;
    case "drop":
      model.drop_world(message.world);
      break;
    case "keep":
      give(new Uint8Array(message.record));
      if (model.keep(message.world, message.replicate) === 0) throw new Error("a record does not fit its world");
      break;
    case "extract": {
      give(encoder.encode(message.question));
      const text = decoder.decode(taken(model.extract()));
      scope.postMessage({ kind: "extract", ticket: message.ticket, text });
      break;
    }
    case "total": {
      const words = new BigUint64Array(message.digests.flatMap((text) => [text.slice(0, 16), text.slice(16)].map((half) => BigInt(`0x${half}`))));
      give(new Uint8Array(words.buffer));
      scope.postMessage({ kind: "total", ticket: message.ticket, digest: decoder.decode(taken(model.total())) });
      break;
    }
  }
}

scope.onmessage = (event) => {
  follow(event.data).catch((error: unknown) => {
    const message = written.trim() || (error instanceof Error ? error.message : String(error));
    scope.postMessage({ kind: "fault", message });
  });
};
