// Opens and closes the panel of levers.
import type { JSX } from "preact";
import { usePage } from "../context";
import { isUnchanged } from "./edits";

export function PanelButton(): JSX.Element {
  const { live, speech, state, change } = usePage();
  const words = speech.text.live;
  const count = Object.keys(live.edits.levers).length + Object.keys(live.edits.values).length;
  return (
    <button type="button" class="panel-button" data-choice="panel" aria-expanded={state.panel}
      aria-controls={state.panel ? "levers" : undefined} onClick={() => change({ panel: !state.panel })}>
      {words.title}{isUnchanged(live.edits) ? "" : ` (${count})`} <span aria-hidden="true">{state.panel ? "×" : "▸"}</span>
    </button>
  );
}
