// The program's own sums, quantiles and digest, compiled to WebAssembly: makes the page's extract of a file whose numbers
// somebody else reads.

interface Exports {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  allocate(bytes: number): number;
  output(): number;
  begin_seal(high: number, low: number): void;
  add_to_seal(): void;
  end_seal(): number;
  extract(): number;
}

/** Numbers of a variable at its leading positions, as many as `into` takes. */
export type Read = (name: string, at: readonly number[], into: Float64Array) => void;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Extractor {
  private constructor(private readonly own: Exports) {}

  /** @param read  is asked for numbers while an extract is made */
  static async open(bytes: BufferSource, read: Read): Promise<Extractor> {
    let own: Exports | null = null;
    let written = "";
    const memory = (): ArrayBuffer => {
      if (!own) throw new Error("the module was called before it stood");
      return own.memory.buffer;
    };
    /** The module's only way to say something: the message of a fault, before it stops. */
    const write = (_: number, list: number, count: number, done: number): number => {
      const view = new DataView(memory());
      let length = 0;
      for (let at = 0; at < count; ++at) {
        const size = view.getUint32(list + 8 * at + 4, true);
        written += decoder.decode(new Uint8Array(memory(), view.getUint32(list + 8 * at, true), size));
        length += size;
      }
      view.setUint32(done, length, true);
      if (written.trim()) console.warn(written.trim());
      return 0;
    };
    const imports = {
      wasi_snapshot_preview1: { fd_write: write, fd_close: () => 0, fd_seek: () => 0 },
      file: {
        read: (name: number, length: number, at: number, axes: number, into: number, count: number) => {
          const text = decoder.decode(new Uint8Array(memory(), name, length));
          const numbers = new Float64Array(count);
          read(text, [...new Uint32Array(memory(), at, axes)], numbers);
          new Float64Array(memory(), into, count).set(numbers);
        },
      },
    };
    const { instance } = await WebAssembly.instantiate(bytes, imports);
    own = instance.exports as unknown as Exports;
    own._initialize?.();
    return new Extractor(own);
  }

  beginSeal(bytes: number): void {
    this.own.begin_seal(Math.floor(bytes / 2 ** 32), bytes % 2 ** 32);
  }

  addToSeal(bytes: Uint8Array): void {
    this.give(bytes);
    this.own.add_to_seal();
  }

  endSeal(): string {
    return this.taken(this.own.end_seal());
  }

  /** JSON in the page's format, of the file that `description` describes. */
  extract(description: object): string {
    this.give(encoder.encode(JSON.stringify(description)));
    return this.taken(this.own.extract());
  }

  private give(bytes: Uint8Array): void {
    const at = this.own.allocate(bytes.length);
    new Uint8Array(this.own.memory.buffer, at, bytes.length).set(bytes);
  }

  private taken(bytes: number): string {
    return decoder.decode(new Uint8Array(this.own.memory.buffer, this.own.output(), bytes));
  }
}
