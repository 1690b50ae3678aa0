// Holds a file against its seal (output/seal.h) before HDF5 sees it, as the program does: block by block, so that no more
// than one block is in memory.
import type { Extractor } from "./extractor";
import { FileError } from "./messages";

const mark = "\nskillscale-seal 1 ";
const sealBytes = mark.length + 33;
const block = 4 << 20;
const signature = "894844460d0a1a0a";

/** Of workers alone, which the types of a page do not know. */
declare const FileReaderSync: new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer };

/** Bytes from `from` to `to`. @throws FileError  if the file cannot be read any more */
function bytesAt(file: Blob, from: number, to: number): Uint8Array {
  try {
    return new Uint8Array(new FileReaderSync().readAsArrayBuffer(file.slice(from, to)));
  } catch (error) {
    throw new FileError("unreadable", error instanceof Error ? error.message : String(error));
  }
}

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The length that the file's own head promises; 0 where it says none. */
export function promisedBytes(head: Uint8Array): number {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const place: Record<number, number> = { 0: 40, 1: 44, 2: 28, 3: 28 };
  const at = place[head[8] ?? 0xff];
  return at === undefined || head.length < at + 8 ? 0 : Number(view.getBigUint64(at, true));
}

/** @throws FileError  if the file is none of ours, cut short, changed or damaged */
export function checkSeal(file: Blob, extractor: Extractor, progress: (share: number) => void): void {
  if (file.size === 0) throw new FileError("empty");
  const end = new TextDecoder("latin1").decode(bytesAt(file, Math.max(0, file.size - sealBytes), file.size));
  if (!end.startsWith(mark)) {
    const head = bytesAt(file, 0, 64);
    if (hexOf(head.subarray(0, 8)) !== signature) throw new FileError("foreign");
    throw new FileError(promisedBytes(head) > file.size ? "truncated" : "unsealed");
  }
  const size = file.size - sealBytes;
  extractor.beginSeal(size);
  for (let at = 0; at < size; at += block) {
    extractor.addToSeal(bytesAt(file, at, Math.min(size, at + block)));
    progress(Math.min(1, (at + block) / size));
  }
  if (end.slice(mark.length, mark.length + 32) !== extractor.endSeal()) throw new FileError("damaged");
}
