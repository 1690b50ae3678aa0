// The page of `skillscale serve` on which a result file of this machine is opened: dropped or chosen, read in a worker,
// shown as any other result. The file goes nowhere.
import { noAnalyses } from "../analyses";
import { render, type JSX } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { App } from "../app";
import { speak, written, type Written } from "../i18n/index";
import { LanguageChoice } from "../i18n/language-choice";
import { parseResult } from "../load";
import type { Result } from "../result";
import { useDrop } from "./drop";
import { largestFile, type FileFault, type FromReader } from "./messages";

type Stage =
  | { kind: "waiting" }
  | { kind: "reading"; name: string; share: number }
  | { kind: "refused"; name: string; bytes: number; why: FileFault; detail: string }
  | { kind: "shown"; name: string; result: Result; number: number };

const readerAddress = "/open/reader.js";

function firstLanguage(): Written {
  return navigator.language.startsWith("de") ? "de" : "en";
}

/** Opens files one after the other; a newer one ends the older. */
function useReader(): [Stage, (file: File) => void, () => void] {
  const [stage, setStage] = useState<Stage>({ kind: "waiting" });
  const worker = useRef<Worker | null>(null);
  const number = useRef(0);
  const stop = useCallback((): void => {
    worker.current?.terminate();
    worker.current = null;
    setStage({ kind: "waiting" });
  }, []);
  const open = useCallback((file: File): void => {
    stop();
    const refuse = (why: FileFault, detail = ""): void => {
      worker.current?.terminate();
      worker.current = null;
      setStage({ kind: "refused", name: file.name, bytes: file.size, why, detail });
    };
    if (file.size > largestFile) return refuse("large");
    const opened = new Worker(readerAddress);
    worker.current = opened;
    setStage({ kind: "reading", name: file.name, share: 0 });
    opened.onerror = (event) => refuse("browser", event.message);
    opened.onmessage = ({ data }: MessageEvent<FromReader>) => {
      if (worker.current !== opened) return;
      if (data.kind === "progress") return setStage({ kind: "reading", name: file.name, share: data.share });
      if (data.kind === "fault") return refuse(data.why, data.detail);
      try {
        const result = parseResult(data.text);
        opened.terminate();
        worker.current = null;
        setStage({ kind: "shown", name: file.name, result, number: ++number.current });
      } catch (error) {
        refuse("damaged", error instanceof Error ? error.message : String(error));
      }
    };
    opened.postMessage(file);
  }, []);
  return [stage, open, stop];
}

function Choose({ label, open }: { label: string; open: (file: File) => void }): JSX.Element {
  return (
    <label class="choose-file">
      <span>{label}</span>{" "}
      <input type="file" accept=".h5,.nc,.hdf5" data-action="choose-file" onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = "";
        if (file) open(file);
      }} />
    </label>
  );
}

function Start({ stage, open, stop }: { stage: Exclude<Stage, { kind: "shown" }>; open: (file: File) => void; stop: () => void }): JSX.Element {
  const [language, setLanguage] = useState<Written>(firstLanguage());
  const speech = speak(language);
  const words = speech.text.files;
  const gigabytes = (bytes: number): string => `${speech.decimals(bytes / 1024 ** 3, 1)} GB`;
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset.language = language;
    root.dataset.ready = "true";
    root.dataset.file = stage.kind;
    document.title = `${words.title} · skillscale`;
  });
  return (
    <>
      <header>
        <div class="top">
          <p class="brand">skillscale</p>
          <LanguageChoice label={speech.text.switchTo} languages={written} chosen={language} onChoose={(each) => setLanguage(each)} />
        </div>
        <h1>{words.title}</h1>
      </header>
      <main id="content" tabIndex={-1} class="open-file">
        <p class="lead">{words.intro(gigabytes(largestFile))}</p>
        {stage.kind === "refused" && (
          <div class="callout" role="alert" data-part="file-fault" data-why={stage.why}>
            <p><strong>{words.refused(stage.name)}</strong></p>
            <p>{words.why[stage.why]?.(gigabytes(stage.bytes), gigabytes(largestFile))} {words.next[stage.why]}</p>
            {stage.detail && <p class="mono" lang="en">{stage.detail}</p>}
          </div>
        )}
        {stage.kind === "reading" ? (
          <div class="status">
            <p role="status">{words.reading(stage.name, speech.percent(Math.floor(stage.share * 100) / 100))}</p>
            <progress max={1} value={stage.share} aria-label={stage.name} />
            <p><button type="button" onClick={stop} data-action="cancel">{words.cancel}</button></p>
          </div>
        ) : <div class="drop-place"><p>{words.here}</p><Choose label={words.choose} open={open} /></div>}
        <p><a href="/">{words.back}</a></p>
      </main>
      <footer><p>{speech.text.about.noClaim}</p></footer>
    </>
  );
}

function Viewer(): JSX.Element {
  const [stage, open, stop] = useReader();
  const isOver = useDrop(open);
  useEffect(() => {
    document.documentElement.classList.toggle("drop-over", isOver);
  }, [isOver]);
  if (stage.kind !== "shown") return <Start stage={stage} open={open} stop={stop} />;
  document.documentElement.dataset.file = "shown";
  return <App key={stage.number} stored={stage.result} input={null} analyses={noAnalyses} />;
}

const place = document.getElementById("app");
if (place) {
  place.textContent = "";
  render(<Viewer />, place);
}
