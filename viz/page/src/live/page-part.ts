// What the page's parts know of the live model and how they change what it simulates.
import type { Edits, LeverSetting, LeverValues, Misread } from "./edits";
import type { History } from "./history";
import type { LiveInput } from "./input";
import type { Live } from "./use-live";

export interface LivePage extends Live {
  /** Null where the page carries no live model. */
  input: LiveInput | null;
  base: LeverSetting[];
  edits: Edits;
  /** The link that was opened was made on a page of another result. */
  isForeignLink: boolean;
  /** What the link asked for and could not have. */
  misread: Misread;
  /** Changes a lever; steps with the same `control` while a slider is held make one step of undo. */
  setLever(name: string, change: Partial<LeverValues>, control?: string): void;
  setValue(path: string, value: number | null, control?: string): void;
  /** The reader's pointer or keyboard is at a lever. */
  approach(name: string): void;
  /** A slider was let go. */
  settle(): void;
  canUndo: boolean;
  canRedo: boolean;
  undo(): void;
  redo(): void;
  resetAll(): void;
  resetValues(): void;
  history: History;
  /** To a place in past, now and future. */
  jump(at: number): void;
  /** Takes the last change back and, a moment later, makes it again. */
  replay(): void;
  /** Settings of the reader's: all at once, as `writeEdits` wrote them. */
  open(edits: string): void;
  /** Forgets the changes and how they came about. */
  startAgain(): void;
}
