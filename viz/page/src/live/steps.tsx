// How the settings came about: every step as a sentence, to go back to; and the last one once more.
import type { JSX } from "preact";
import { usePage } from "../context";
import { stepSentence } from "./changes";

export function Steps(): JSX.Element | null {
  const { live, stored, speech } = usePage();
  const words = speech.text.facilitate;
  const { past, now, future } = live.history;
  const all = [...past, now, ...future];
  if (all.length < 2) return null;
  const told = all.map((edits, at) => {
    const before = all[at - 1];
    return before ? stepSentence(live, stored, speech, before, edits) : words.historyStart;
  });
  return (
    <details data-part="history">
      <summary>{words.history} <span class="count">{all.length - 1}</span></summary>
      <ol class="history">
        {told.map((text, at) => (
          <li key={at} class={at > past.length ? "future" : ""}>
            <button type="button" class="quiet" aria-current={at === past.length ? "step" : undefined} onClick={() => live.jump(at)}>{text}</button>
          </li>
        ))}
      </ol>
      <button type="button" data-action="replay" disabled={past.length === 0} aria-keyshortcuts="R" onClick={live.replay}>
        {words.replay} <kbd>{words.replayKey}</kbd>
      </button>
    </details>
  );
}
