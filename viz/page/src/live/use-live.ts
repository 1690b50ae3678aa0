// The live model of the page: starts it, tells it what the reader has changed, and receives pictures.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Headline, Result, Variable } from "../result";
import { askedFor } from "../series";
import { baseLevers, isUnchanged, levers, linesOf, monthName, noEdits, writeEdits, type Edits, type LeverSetting } from "./edits";
import { Ensemble, type Progress, type WantedWorld } from "./ensemble";
import type { LiveInput } from "./input";
import { onceAFrame } from "./next-frame";
import { loadModel, ModelError, type Absence } from "./load-model";

/** Name of the stored scenario among the worlds of a live result. */
export const storedWorld = "stored";

/** Agent-months of one replicate up to which the model starts by itself, to compare digests: seconds of work. */
const startsByItself = 3e8;

export interface Live {
  /** Why there is no live model; "" where there is one. */
  absence: Absence | "";
  detail: string;
  isRunning: boolean;
  /** The live result; null while the stored one is shown. */
  result: Result | null;
  /** The edits that `result` is of; a newer setting may still be on its way. */
  resultOf: string;
  /** Replicates of `result`. */
  replicates: number;
  progress: Progress;
  /** Whether the unchanged scenario gives the digests of the stored result; null until compared. */
  agrees: boolean | null;
  /** Replicates compared so far. */
  compared: number;
  /** Milliseconds from the last change to its first picture. */
  firstPicture: number | null;
  /** Hands new edits to the model at once, before the page is drawn with them. */
  tell(edits: Edits): void;
}

/** With the edits it belongs to. */
type ProgressOf = Progress & { of: string };

const noProgress: ProgressOf = { complete: 0, replicates: 0, base: [], digest: "", of: "" };

interface Part {
  replicates: number;
  headline: Headline[];
  waits: Result["waits"];
  variables: Variable[];
}

/** The stored result with what the live model says in its place. */
function merged(stored: Result, part: Part, input: LiveInput, edits: Edits): Result {
  const known = new Map(part.variables.map((variable) => [variable.name, variable]));
  const isChanged = Object.keys(edits.levers).length + Object.keys(edits.values).length > 0;
  return {
    ...stored,
    // What leaves the page must not claim to be the stored run.
    ...(isChanged && {
      digest: `live-${stored.digest}`,
      command: "skillscale run SCENARIO.yaml (the scenario file that this page saves)",
    }),
    replicates: part.replicates,
    draws: 0,
    worlds: ["scenario", storedWorld, ...stored.worlds.slice(1)],
    headline: part.headline,
    waits: part.waits,
    variables: stored.variables.map((variable) => known.get(variable.name) ?? { ...variable, slices: [] }),
    parameters: stored.parameters.map((row) => {
      const value = edits.values[row.path];
      return value === undefined ? row : { ...row, value };
    }),
    levers: levers(baseLevers(input), edits).filter((lever) => lever.on).map((lever) => leverText(input, lever)),
  };
}

function leverText(input: LiveInput, lever: LeverSetting): Result["levers"][number] {
  const ramp = lever.ramp > 0 ? [`over ${lever.ramp} months`] : [];
  const text = [`from ${monthName(input, lever.start)}`, ...ramp, `strength ${lever.strength}`].join(", ");
  return { name: lever.name, lever: lever.row.lever, text };
}

/** The scenario itself under the edits. */
function scenarioOf(input: LiveInput, edits: Edits): WantedWorld | undefined {
  const [world] = input.worlds;
  if (!world) return undefined;
  const lines = linesOf(input, 0, edits);
  return { name: world.name, lines, startKey: writeEdits({ levers: {}, values: edits.values }), startLines: lines };
}

function worldsOf(input: LiveInput, edits: Edits): WantedWorld[] {
  const scenario = scenarioOf(input, edits);
  if (!scenario) return [];
  const references = input.worlds.slice(1).map(({ name }, at): WantedWorld => ({ ...scenario, name, lines: linesOf(input, at + 1, edits) }));
  const stored = isUnchanged(edits) ? [] : [{ ...scenarioOf(input, noEdits)!, name: storedWorld }];
  return [scenario, ...stored, ...references];
}

function workers(): number {
  return Math.max(1, Math.min(16, navigator.hardwareConcurrency || 2));
}

function absenceOf(input: LiveInput | null, base64: string): Absence | "" {
  if (!input || base64.trim() === "") return "none";
  return input.why_not as Absence | "";
}

/**
 * @param view   what is open, so that a change of view asks for its variables
 * @param ahead  what the reader may change next
 */
export function useLive(
  stored: Result, input: LiveInput | null, edits: Edits, view: string, full: string[], ahead: readonly Edits[],
): Live {
  const base64 = useMemo(() => document.getElementById("skillscale-model")?.textContent ?? "", []);
  const [absence, setAbsence] = useState(() => absenceOf(input, base64));
  const [detail, setDetail] = useState("");
  const [progress, setProgress] = useState<ProgressOf>(noProgress);
  const [picture, setPicture] = useState<{ result: Result; edits: string } | null>(null);
  const [firstPicture, setFirstPicture] = useState({ of: "", milliseconds: 0 });
  const [base, setBase] = useState<{ agrees: boolean | null; compared: number }>({ agrees: null, compared: 0 });
  const [ensemble, setEnsemble] = useState<Ensemble | null>(null);
  const key = writeEdits(edits);
  const changed = useRef({ key, at: 0 });
  if (changed.current.key !== key) changed.current = { key, at: performance.now() };
  /** What the ensemble has been told; its answers belong to this. */
  const told = useRef({ key: "", edits });
  const isWanted = !isUnchanged(edits) || (input !== null && input.agents * input.months <= startsByItself);

  useEffect(() => {
    if (absence !== "" || !input || !isWanted || ensemble) return;
    let opened: Ensemble | null = null;
    let isGone = false;
    const tellProgress = onceAFrame();
    const fail = (why: Absence, message: string): void => {
      setAbsence(why);
      setDetail(message);
      setPicture(null);
    };
    const plan = {
      base: worldsOf(input, noEdits), seed: input.seed, replicates: input.replicates, every: input.every, firstStored: input.first_stored,
    };
    loadModel(base64).then((module) => {
      if (isGone) return;
      opened = new Ensemble(module, plan, workers(), {
        progress: (news) => {
          const of = told.current.key;
          tellProgress(() => setProgress({ ...news, of }));
        },
        picture: (text) => {
          const part = JSON.parse(text) as Part;
          setPicture({ result: merged(stored, part, input, told.current.edits), edits: told.current.key });
          const since = changed.current.at;
          if (since === 0 || changed.current.key !== told.current.key) return;
          changed.current.at = 0;
          const of = told.current.key;
          requestAnimationFrame(() => setFirstPicture({ of, milliseconds: Math.round(performance.now() - since) }));
        },
        fault: (message) => fail("fault", message),
      });
      setEnsemble(opened);
    }).catch((error: unknown) => {
      fail(error instanceof ModelError ? error.why : "fault", error instanceof Error ? error.message : String(error));
    });
    return () => {
      isGone = true;
    };
  }, [input, isWanted, absence]);

  const lastAhead = useRef(ahead);
  const tell = (wanted: Edits, next: readonly Edits[] = lastAhead.current): void => {
    lastAhead.current = next;
    const wantedKey = writeEdits(wanted);
    if (changed.current.key !== wantedKey) changed.current = { key: wantedKey, at: performance.now() };
    if (!ensemble || !input || absence !== "") return;
    told.current = { key: wantedKey, edits: wanted };
    ensemble.want({
      worlds: worldsOf(input, wanted), brief: [...askedFor], full: full.filter((name) => name !== ""), isShown: !isUnchanged(wanted),
      ahead: next.filter((each) => !isUnchanged(each)).flatMap((each) => scenarioOf(input, each) ?? []),
    });
  };
  const aheadKey = ahead.map(writeEdits).join(" ");
  useEffect(() => tell(edits, ahead), [ensemble, key, view, absence, picture, aheadKey]);

  useEffect(() => {
    if (!input) return;
    const pairs = progress.base.flatMap((digest, at) => (digest ? [digest === input.digests[at]] : []));
    const compared = input.worlds.length > 0 ? Math.floor(pairs.length / input.worlds.length) : 0;
    if (pairs.length > 0) setBase({ agrees: pairs.every(Boolean), compared });
  }, [progress]);

  const result = picture && picture.edits !== "" && !isUnchanged(edits) ? picture.result : null;
  const isRunning = absence === "" && ensemble !== null && progress.complete < progress.replicates;
  return {
    absence, detail, isRunning, result, resultOf: result ? (picture?.edits ?? "") : "", replicates: result?.replicates ?? 0, ...base, tell,
    firstPicture: key !== "" && firstPicture.of === key ? firstPicture.milliseconds : null,
    progress: progress.of === key ? progress : { ...noProgress, replicates: input?.replicates ?? 0 },
  };
}
