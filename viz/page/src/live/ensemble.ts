// Spreads worlds and replicates over workers, and asks for a picture whenever enough of them are done: first after one
// replicate, then after more and more, at last of all. What is simulated is kept, so going back costs nothing.
import type { FromWorker, Seed, ToWorker } from "./messages";

declare const workerSource: string;

export interface WantedWorld {
  /** As the page names it: "scenario", "stored", or a reference. */
  name: string;
  lines: string;
  startKey: string;
  startLines: string;
}

export interface Wish {
  worlds: WantedWorld[];
  /** Variables of the view that is open; those of `full` with every breakdown. */
  brief: string[];
  full: string[];
  /** Whether a picture is wanted, or the digest alone. */
  isShown: boolean;
  /** What the reader may want next: simulated once in idle time, so that its first picture is there at once. */
  ahead: WantedWorld[];
}

export interface Progress {
  /** Replicates simulated in all wanted worlds. */
  complete: number;
  replicates: number;
  /** Digests of the unchanged worlds, replicate by replicate; undefined where not simulated yet. */
  base: (string | undefined)[];
  /** Total over all replicates and worlds but "stored"; "" until all are there. */
  digest: string;
}

export interface Plan {
  seed: string;
  replicates: number;
  every: number;
  firstStored: [number, number];
  /** The worlds of the stored result. */
  base: WantedWorld[];
}

export interface Listener {
  progress(progress: Progress): void;
  /** JSON of the extract, and of how many replicates it is made. */
  picture(text: string, replicates: number): void;
  fault(message: string): void;
}

/** Worlds kept beside the wanted ones, so that undo and redo are instant. */
const keptWorlds = 12;

/** Replicates after which what may come next is worth a core. */
const roughReplicates = 4;

interface Kept {
  id: number;
  digests: Map<number, string>;
  /** Number of the last wish that wanted it; 0 for what is only ahead. */
  usedAt: number;
}

interface Job {
  number: number;
  world: Kept;
  replicate: number;
}

interface Hand {
  worker: Worker;
  job: Job | null;
}

export function seedHalves(seed: string): Seed {
  const whole = BigInt.asUintN(64, BigInt(seed));
  return [Number(whole >> 32n), Number(whole & 0xffffffffn)];
}

function namesOf(wish: Wish): string {
  return `${wish.brief.join(" ")}|${wish.full.join(" ")}`;
}

export class Ensemble {
  private readonly hands: Hand[] = [];
  private readonly assembler: Worker;
  private readonly address: string;
  private readonly seed: Seed;
  private readonly worlds = new Map<string, Kept>();
  private wish: Wish | null = null;
  private wishNumber = 0;
  private nextId = 1;
  private nextJob = 1;
  private asked: { ticket: number; replicates: number; names: string } | null = null;
  private shown = { replicates: 0, names: "" };
  private digest = "";
  private digestAsked = -1;
  private isClosed = false;
  /** Extracts of whole ensembles by what they are of, so that going back and forth needs none anew. */
  private readonly pictures = new Map<string, string>();
  /** The start that the first worker has drawn ahead. */
  private warmed = "";

  constructor(module: WebAssembly.Module, private readonly plan: Plan, count: number, private readonly listener: Listener) {
    this.address = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
    this.seed = seedHalves(plan.seed);
    this.assembler = this.open(module, (message) => this.hearAssembler(message));
    for (let at = 0; at < Math.min(count, plan.replicates); ++at) {
      const hand: Hand = { worker: this.open(module, (message) => this.hear(hand, message)), job: null };
      this.hands.push(hand);
    }
  }

  close(): void {
    this.isClosed = true;
    for (const { worker } of this.hands) worker.terminate();
    this.assembler.terminate();
    URL.revokeObjectURL(this.address);
  }

  /** Takes a new wish at once; what no wish needs any more stops within a few months of simulation. */
  want(wish: Wish): void {
    const isSame = this.wish !== null && this.keysOf(wish).join() === this.keysOf(this.wish).join();
    this.wish = wish;
    if (!isSame) {
      ++this.wishNumber;
      this.shown = { replicates: 0, names: "" };
      this.digest = "";
      this.digestAsked = -1;
      this.take(wish);
      this.recall(wish);
    }
    this.forget(wish);
    for (const hand of this.hands) {
      const job = hand.job;
      if (job && this.isInTheWay(job)) this.tell(hand.worker, { kind: "cancel", job: job.number });
    }
    this.employAll();
    this.report();
  }

  private pictureKey(wish: Wish): string {
    return [...this.keysOf(wish), ...wish.brief, ...wish.full].join("\n");
  }

  /** Shows a picture that was shown before. */
  private recall(wish: Wish): void {
    const known = wish.isShown ? this.pictures.get(this.pictureKey(wish)) : undefined;
    if (known === undefined) return;
    this.shown = { replicates: this.plan.replicates, names: namesOf(wish) };
    this.listener.picture(known, this.plan.replicates);
  }

  private employAll(): void {
    if (this.isClosed) return;
    for (const hand of this.hands) if (!hand.job) this.employ(hand);
  }

  private open(module: WebAssembly.Module, hear: (message: FromWorker) => void): Worker {
    const worker = new Worker(this.address);
    worker.onmessage = (event: MessageEvent<FromWorker>) => {
      if (this.isClosed) return;
      if (event.data.kind === "fault") this.fail(event.data.message);
      else hear(event.data);
    };
    worker.onerror = (event) => this.fail(event.message || "a worker could not start");
    this.tell(worker, { kind: "load", module });
    return worker;
  }

  private fail(message: string): void {
    if (this.isClosed) return;
    this.close();
    this.listener.fault(message);
  }

  private tell(worker: Worker, message: ToWorker, transfer: Transferable[] = []): void {
    worker.postMessage(message, transfer);
  }

  private keysOf(wish: Wish): string[] {
    return wish.worlds.map((world) => `${world.name}\n${world.startKey}\n${world.lines}`);
  }

  private keyOf(world: WantedWorld): string {
    return `${world.startKey}\n${world.lines}`;
  }

  private take(wish: Wish): void {
    for (const world of wish.worlds) {
      this.known(world).usedAt = this.wishNumber;
    }
    const base = this.plan.base.map((world) => this.keyOf(world));
    const idle = [...this.worlds].filter(([key, { usedAt }]) => usedAt > 0 && usedAt < this.wishNumber && !base.includes(key));
    idle.sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [key, kept] of idle.slice(0, Math.max(0, idle.length - keptWorlds))) this.drop(key, kept);
  }

  /** Drops what was ahead of an earlier wish and is not ahead of this one. */
  private forget(wish: Wish): void {
    const ahead = wish.ahead.map((world) => this.keyOf(world));
    for (const [key, kept] of [...this.worlds]) if (kept.usedAt === 0 && !ahead.includes(key)) this.drop(key, kept);
  }

  private drop(key: string, kept: Kept): void {
    this.worlds.delete(key);
    this.tell(this.assembler, { kind: "drop", world: kept.id });
  }

  private known(world: WantedWorld): Kept {
    const key = this.keyOf(world);
    const found = this.worlds.get(key);
    if (found) return found;
    const kept: Kept = { id: this.nextId++, digests: new Map(), usedAt: 0 };
    this.worlds.set(key, kept);
    this.tell(this.assembler, { kind: "world", world: kept.id, lines: world.lines });
    return kept;
  }

  private wanted(): Kept[] {
    return (this.wish?.worlds ?? []).flatMap((world) => this.worlds.get(this.keyOf(world)) ?? []);
  }

  /** The next world to simulate: replicate by replicate, so that whole replicates come early. */
  private next(): { world: Kept; wanted: WantedWorld; replicate: number } | null {
    const complete = this.complete().length;
    const busy = (world: Kept, replicate: number): boolean =>
      this.hands.some(({ job }) => job?.world === world && job.replicate === replicate);
    const first = complete === 0 ? this.firstReplicate() : 0;
    const ahead = complete < Math.min(roughReplicates, this.plan.replicates) ? [] : this.wish?.ahead ?? [];
    for (const wanted of ahead) {
      const world = this.known(wanted);
      if (!world.digests.has(first) && !busy(world, first)) return { world, wanted, replicate: first };
    }
    const others = Array.from({ length: this.plan.replicates }, (_, at) => at).filter((at) => at !== first);
    // Until the first picture is there, no other unit takes a core from it.
    const order = this.isFirstAwaited() ? [first] : [first, ...others];
    for (const replicate of order) {
      for (const wanted of this.wish?.worlds ?? []) {
        const world = this.worlds.get(this.keyOf(wanted));
        if (world && !world.digests.has(replicate) && !busy(world, replicate)) return { world, wanted, replicate };
      }
    }
    return null;
  }

  /** Whether a picture is wanted and none has come yet. */
  private isFirstAwaited(): boolean {
    return this.wish?.isShown === true && this.shown.replicates === 0;
  }

  /** Nobody wants it, or it holds a core that the first picture needs: whatever is not the replicate of that picture waits. */
  private isInTheWay(job: Job): boolean {
    if (!this.wanted().includes(job.world)) return true;
    const first = this.firstReplicate();
    return this.isFirstAwaited() && this.complete().length === 0 && job.replicate !== first;
  }

  /** The replicate that lacks the fewest worlds: the first picture is made of it. */
  private firstReplicate(): number {
    const worlds = this.wanted();
    const lacking = (replicate: number): number => worlds.filter((world) => !world.digests.has(replicate)).length;
    let found = 0;
    for (let replicate = 1; replicate < this.plan.replicates; ++replicate) if (lacking(replicate) < lacking(found)) found = replicate;
    return found;
  }

  private employ(hand: Hand): void {
    const found = this.next();
    if (!found) {
      this.warm(hand);
      return;
    }
    if (hand === this.hands[0]) this.warmed = "";
    hand.job = { number: this.nextJob++, world: found.world, replicate: found.replicate };
    const { lines, startKey, startLines } = found.wanted;
    this.tell(hand.worker, {
      kind: "simulate", job: hand.job.number, seed: this.seed, replicate: found.replicate, startKey, startLines, lines,
    });
  }

  /** An idle worker draws the start of the next first picture ahead, so that a lever finds it standing. */
  private warm(hand: Hand): void {
    const world = this.wish?.worlds[0];
    if (!world || hand !== this.hands[0]) return;
    const key = `${world.startKey}\n${this.firstReplicate()}`;
    if (this.warmed === key) return;
    this.warmed = key;
    this.tell(hand.worker, { kind: "warm", seed: this.seed, replicate: this.firstReplicate(), startKey: world.startKey, startLines: world.startLines });
  }

  private hear(hand: Hand, message: FromWorker): void {
    if (message.kind !== "record" && message.kind !== "cancelled") return;
    const job = hand.job;
    hand.job = null;
    if (message.kind === "record" && job && [...this.worlds.values()].includes(job.world)) {
      job.world.digests.set(job.replicate, message.digest);
      const { record } = message;
      this.tell(this.assembler, { kind: "keep", world: job.world.id, replicate: job.replicate, record }, [record]);
    }
    this.employ(hand);
    this.report();
  }

  private complete(): number[] {
    const worlds = this.wanted();
    return Array.from({ length: this.plan.replicates }, (_, at) => at).filter((at) => worlds.every((world) => world.digests.has(at)));
  }

  private report(): void {
    const complete = this.complete();
    const digests = this.digestsOf(this.wish?.worlds.filter(({ name }) => name !== "stored") ?? []);
    if (complete.length === this.plan.replicates && this.digestAsked !== this.wishNumber) {
      this.digestAsked = this.wishNumber;
      this.tell(this.assembler, { kind: "total", ticket: this.wishNumber, digests: digests as string[] });
    }
    this.listener.progress({ complete: complete.length, replicates: this.plan.replicates, base: this.digestsOf(this.plan.base), digest: this.digest });
    this.ask(complete);
  }

  /** Replicate by replicate, world fastest: the order of a result file. */
  private digestsOf(worlds: WantedWorld[]): (string | undefined)[] {
    const kept = worlds.map((world) => this.worlds.get(this.keyOf(world)));
    return Array.from({ length: this.plan.replicates }, (_, at) => kept.map((world) => world?.digests.get(at))).flat();
  }

  private ask(complete: number[]): void {
    const wish = this.wish;
    if (!wish?.isShown || this.asked || complete.length === 0) return;
    const names = namesOf(wish);
    const isMore = complete.length >= Math.min(this.plan.replicates, Math.max(1, Math.ceil(this.shown.replicates * 1.7)));
    const isNews = complete.length > this.shown.replicates && isMore;
    if (!isNews && names === this.shown.names) return;
    const [year, month] = this.plan.firstStored;
    const question = [
      `start ${year} ${month}`,
      `every ${this.plan.every}`,
      ...wish.worlds.map((world) => `world ${world.name} ${this.worlds.get(this.keyOf(world))?.id ?? 0}`),
      `replicates ${complete.join(" ")}`,
      `brief ${wish.brief.join(" ")}`,
      `full ${wish.full.join(" ")}`,
    ];
    this.asked = { ticket: this.wishNumber, replicates: complete.length, names };
    this.tell(this.assembler, { kind: "extract", ticket: this.wishNumber, question: question.join("\n") });
  }

  private hearAssembler(message: FromWorker): void {
    if (message.kind === "total" && message.ticket === this.wishNumber) {
      this.digest = message.digest;
      this.report();
    }
    if (message.kind !== "extract") return;
    const asked = this.asked;
    this.asked = null;
    if (asked && asked.ticket === this.wishNumber && this.wish?.isShown) {
      this.shown = { replicates: asked.replicates, names: asked.names };
      if (asked.replicates === this.plan.replicates && asked.names === namesOf(this.wish)) {
        this.pictures.set(this.pictureKey(this.wish), message.text);
        for (const key of [...this.pictures.keys()].slice(0, -keptWorlds)) this.pictures.delete(key);
      }
      this.listener.picture(message.text, asked.replicates);
      // The picture is drawn before the workers go on.
      setTimeout(() => this.employAll(), 0);
    }
    this.report();
  }
}
