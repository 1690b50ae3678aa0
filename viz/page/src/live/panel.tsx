// The panel of levers: what the reader can change, what is changed, and how far the live model has come.
import type { JSX } from "preact";
import { usePage } from "../context";
import { AssumptionRows } from "./assumption-rows";
import { Bookmarks } from "./bookmarks";
import { Changes } from "./changes";
import { isUnchanged, levers, scenarioFile, type LeverSetting } from "./edits";
import { LeverRow } from "./lever-row";
import { Steps } from "./steps";

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

export function Status(): JSX.Element {
  const { live, stored, speech } = usePage();
  const words = speech.text.live;
  const { complete, replicates } = live.progress;
  const isLive = !isUnchanged(live.edits);
  const done = isLive ? words.computed(String(complete), String(stored.replicates)) : words.comparing(String(complete), String(stored.replicates));
  const text = complete < replicates ? done : isLive ? words.complete(String(stored.replicates)) : live.agrees ? words.equal : "";
  return (
    <div class="status">
      <p role="status">{live.isRunning || complete > 0 ? text : ""}</p>
      <progress max={Math.max(1, replicates)} value={complete} aria-label={words.progress} />
    </div>
  );
}

export function Actions(): JSX.Element {
  const { live, stored, speech } = usePage();
  const words = speech.text.live;
  return (
    <p class="actions">
      <button type="button" disabled={!live.canUndo} onClick={live.undo} data-action="undo" title="Ctrl+Z">{words.undo}</button>
      <button type="button" disabled={!live.canRedo} onClick={live.redo} data-action="redo" title={words.redoKeys}>{words.redo}</button>
      <button type="button" disabled={isUnchanged(live.edits)} onClick={live.resetAll} data-action="reset">{words.reset}</button>
      <button type="button" data-action="save" onClick={() => {
        if (live.input) save("changed.yaml", scenarioFile(live.input, stored.title, live.edits));
      }}>{words.save}</button>
    </p>
  );
}

function GuessFirst(): JSX.Element {
  const { speech, state, change } = usePage();
  return (
    <label class="check guess-first">
      <input type="checkbox" checked={state.guess} data-choice="guess"
        onChange={(event) => change({ guess: event.currentTarget.checked })} />
      <span>{speech.text.live.guess.first}</span>
    </label>
  );
}

export function Fields(): JSX.Element {
  const { live, speech } = usePage();
  const all = levers(live.base, live.edits);
  const fields = [...new Set(all.map((lever) => lever.row.field))];
  const isOpen = (rows: LeverSetting[]): boolean => rows.some((lever) => lever.on || live.edits.levers[lever.name]);
  return (
    <>
      {fields.map((field, at) => {
        const rows = all.filter((lever) => lever.row.field === field);
        const on = rows.filter((lever) => lever.on).length;
        return (
          <details key={field} class="field" open={at === 0 || isOpen(rows)}>
            <summary>{speech.field(field)} {on > 0 && <span class="count">{speech.text.live.active(String(on))}</span>}</summary>
            <ul class="levers">{rows.map((lever) => <LeverRow key={lever.name} lever={lever} />)}</ul>
          </details>
        );
      })}
    </>
  );
}

/** A sentence instead of the panel where there is no live model. */
export function Absent(): JSX.Element {
  const { live, speech } = usePage();
  const words = speech.text.live;
  return (
    <div class="callout" role="status" data-part="absence">
      <p>{words.absence[live.absence || "fault"]} {words.storedStays}</p>
      {live.detail && <p class="mono" lang="en">{live.detail}</p>}
    </div>
  );
}

export function Panel(): JSX.Element {
  const { live, speech } = usePage();
  const words = speech.text.live;
  return (
    <aside id="levers" class="panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      {live.absence !== "" ? <Absent /> : (
        <>
          <p class="meaning">{words.intro}</p>
          {live.isForeignLink && <p class="callout">{words.foreign}</p>}
          <Status />
          <Actions />
          <GuessFirst />
          <Changes />
          <Steps />
          <Bookmarks />
          <Fields />
          <AssumptionRows />
        </>
      )}
    </aside>
  );
}
