// What the viewer and its reading worker say to each other, and why a file cannot be shown.

/** Bytes up to which a file is read; beyond, the program itself is the better reader. */
export const largestFile = 2 * 1024 ** 3;

/** Why there is no result; the viewer says it in a sentence. */
export type FileFault =
  | "large" | "empty" | "foreign" | "unsealed" | "truncated" | "damaged" | "version" | "unreadable" | "browser";

export class FileError extends Error {
  constructor(readonly why: FileFault, detail = "") {
    super(detail);
  }
}

export type FromReader =
  /** Share of the work that is done, from 0 to 1. */
  | { kind: "progress"; share: number }
  /** JSON in the page's format. */
  | { kind: "extract"; text: string }
  | { kind: "fault"; why: FileFault; detail: string };
