// The page on a projector: one step of the session at a time, large type, a clock, notes for the speaker, and keys.
import type { FunctionComponent, JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { PageProvider, usePage } from "../context";
import { isUnchanged } from "../live/edits";
import { isFree } from "../keys";
import { noRound } from "../live/round";
import { lastStep } from "../state";
import { Clock } from "./clock";
import { Compare } from "./compare";
import { Gains, Guessing, Moving, Reveal, Today } from "./steps";

const parts: FunctionComponent[] = [Today, Guessing, Moving, Reveal, Gains, Compare];

interface Controls {
  go(step: number): void;
  toggleNotes(): void;
}

function fullScreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}

function useKeys({ go, toggleNotes }: Controls, step: number): void {
  // Before the step is told to the page, so that no key meets the step before.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isFree(event)) return;
      const act: Record<string, () => void> = {
        ArrowRight: () => go(step + 1), PageDown: () => go(step + 1), ArrowLeft: () => go(Math.max(1, step - 1)), PageUp: () => go(Math.max(1, step - 1)),
        Home: () => go(1), End: () => go(lastStep), n: toggleNotes, f: fullScreen, Escape: () => go(0),
      };
      const found = act[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!found) return;
      event.preventDefault();
      found();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}

/** What the numbers are, in one line. */
function Foot(): JSX.Element {
  const { live, result, stored, speech, state } = usePage();
  const badge = speech.text.badge;
  const isLive = result !== stored;
  const digest = isLive ? live.progress.digest : result.digest;
  return (
    <p class="present-badge badge" data-part="badge">
      <strong>{isLive ? badge.live : badge.stored}</strong>{" "}
      <span>{speech.text.facilitate.fromReplicates(String(result.replicates), String(stored.replicates))}</span>{" "}
      <span>{speech.text.facilitate.against(speech.reference(state.reference))}</span>{" "}
      <span>{result.multiplicity === 1 ? badge.everyone : badge.pool(String(result.multiplicity))}</span>{" "}
      <span>{badge.digest} {digest ? digest.slice(0, 8) : badge.pending}</span>
    </p>
  );
}

export function Presentation(): JSX.Element {
  const page = usePage();
  const { live, stored, speech, state, change, setRound } = page;
  const words = speech.text.facilitate;
  const [isNoted, setNoted] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const step = state.present;
  const session = words.session[step - 1];
  const Part = parts[step - 1];
  const go = (next: number): void => change({ present: Math.max(0, Math.min(lastStep, next)) });
  useKeys({ go, toggleNotes: () => setNoted((shown) => !shown) }, step);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [step]);
  if (!session || !Part) return <main />;
  // Nothing is shown of what a lever does before the step that reveals it.
  const reference = state.reference === "stored" ? (stored.worlds[1] ?? "") : state.reference;
  const shown = step < 4 || isUnchanged(live.edits) ? { ...page, result: stored, state: { ...state, reference } } : page;
  return (
    <PageProvider value={shown}>
      <div class="present" data-step={step}>
        <header class="present-top">
          <nav aria-label={words.steps}>
            <ol>
              {words.session.map(({ name }, at) => (
                <li key={name}>
                  <button type="button" data-go={at + 1} aria-current={at + 1 === step ? "step" : undefined} onClick={() => go(at + 1)}>
                    <span class="number">{at + 1}</span> <span class="name">{name}</span>
                  </button>
                </li>
              ))}
            </ol>
          </nav>
          <Clock key={step} minutes={Number(session.minutes)} />
          <div class="present-tools">
            <button type="button" aria-pressed={isNoted} data-action="notes" onClick={() => setNoted(!isNoted)}>{words.notes}</button>
            <button type="button" data-action="next-group" title={words.nextGroupHint} onClick={() => {
              live.startAgain();
              setRound(noRound);
              go(1);
            }}>{words.nextGroup}</button>
            <button type="button" data-action="leave" onClick={() => go(0)}>{words.leave} <kbd>Esc</kbd></button>
          </div>
        </header>
        <main id="content" aria-label={words.label}>
          <h1 ref={title} tabIndex={-1}><span class="visually-hidden">{words.stepOf(String(step), String(lastStep))}: </span>{session.title}</h1>
          <Part key={step} />
        </main>
        <div class="present-bottom">
          {isNoted && (
            <aside class="present-notes" aria-label={words.notesTitle}>
              <p><strong>{words.notesTitle}, {words.minutes(session.minutes)}:</strong> {session.notes}</p>
              <p class="keys">{words.keys}</p>
            </aside>
          )}
          <footer class="present-foot">
            <button type="button" disabled={step === 1} data-action="back" onClick={() => go(step - 1)}><span aria-hidden="true" class="arrow">←</span> {words.back}</button>
            <Foot />
            <button type="button" disabled={step === lastStep} data-action="next" onClick={() => go(step + 1)}>{words.next} <span aria-hidden="true" class="arrow">→</span></button>
          </footer>
        </div>
      </div>
    </PageProvider>
  );
}
