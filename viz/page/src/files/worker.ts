// Runs in a worker of its own, beside the server: a result file -> the extract that the page shows. The file stays where
// it is; HDF5 reads slices of it, so that memory holds no more than one replicate of one variable at a time.
import { File as Hdf5File, FS, ready, type Dataset } from "h5wasm";
import { datasetOf, describe } from "./description";
import { Extractor, type Read } from "./extractor";
import { FileError, largestFile, type FromReader } from "./messages";
import { checkSeal } from "./seal";

/** The module of viz/wasm/file_entry.cpp, as base64. */
declare const extractModule: string;

const scope = self as unknown as {
  postMessage(message: FromReader): void;
  onmessage: ((event: MessageEvent<File>) => void) | null;
};

/** Share of the work that the seal is. */
const sealShare = 0.3;

let told = -1;
function progress(share: number): void {
  const whole = Math.floor(share * 100);
  if (whole === told) return;
  told = whole;
  scope.postMessage({ kind: "progress", share });
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** How numbers are read, and how many reads there will be. */
class Source {
  file: Hdf5File | null = null;
  reads = 0;
  expected = 1;
  private readonly datasets = new Map<string, Dataset>();

  readonly read: Read = (name, at, into) => {
    if (!this.file) throw new FileError("damaged", name);
    let dataset = this.datasets.get(name);
    if (!dataset) this.datasets.set(name, (dataset = datasetOf(this.file, name)));
    const ranges = (dataset.shape ?? []).map((length, axis): [number, number] => {
      const from = at[axis];
      return from === undefined ? [0, length] : [from, from + 1];
    });
    const values = ranges.some(([from, to]) => from === to) ? [] : dataset.slice(ranges) as ArrayLike<number | bigint>;
    if (values.length !== into.length) throw new FileError("damaged", name);
    for (let index = 0; index < into.length; ++index) into[index] = Number(values[index]);
    progress(sealShare + (1 - sealShare) * Math.min(1, ++this.reads / this.expected));
  };
}

async function extractOf(given: File): Promise<string> {
  if (given.size > largestFile) throw new FileError("large");
  const source = new Source();
  const extractor = await Extractor.open(bytesOf(extractModule), source.read);
  checkSeal(given, extractor, (share) => progress(sealShare * share));
  await ready;
  if (!FS) throw new FileError("browser");
  FS.mkdir("/given");
  FS.mount(FS.filesystems.WORKERFS, { blobs: [{ name: "result.h5", data: given }] }, "/given");
  source.file = new Hdf5File("/given/result.h5", "r");
  const description = describe(source.file);
  const runs = Number(description.attributes.draws) * Number(description.attributes.replicates);
  source.expected = description.variables.filter(({ monthly }) => monthly).length * runs * description.worlds.length;
  return extractor.extract(description);
}

scope.onmessage = (event) => {
  extractOf(event.data).then(
    (text) => scope.postMessage({ kind: "extract", text }),
    (error: unknown) => {
      const why = error instanceof FileError ? error.why : "damaged";
      scope.postMessage({ kind: "fault", why, detail: error instanceof Error ? error.message : String(error) });
    });
};
