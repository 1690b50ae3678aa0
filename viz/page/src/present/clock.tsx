// How long the room has been at a step, against what was planned for it.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { usePage } from "../context";
import { isFree } from "../keys";

const told = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Starts again with every step; T stops it and lets it go on. */
export function Clock({ minutes }: { minutes: number }): JSX.Element {
  const { speech } = usePage();
  const words = speech.text.facilitate;
  const [spent, setSpent] = useState(0);
  const [isGoing, setIsGoing] = useState(true);
  useEffect(() => {
    if (!isGoing) return undefined;
    const beat = setInterval(() => setSpent((seconds) => seconds + 1), 1000);
    return () => clearInterval(beat);
  }, [isGoing]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === "t" && isFree(event)) setIsGoing((going) => !going);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  const isOver = spent >= minutes * 60;
  return (
    <button type="button" class={isOver ? "clock over" : "clock"} aria-pressed={isGoing} data-part="clock"
      title={isGoing ? words.pause : words.go} onClick={() => setIsGoing(!isGoing)}>
      <span class="visually-hidden">{words.clock}: </span>
      <span aria-hidden="true">{isGoing ? "◷" : "❚❚"}</span> {words.clockOf(told(spent), told(minutes * 60))}
      {isOver && <span> · {words.over}</span>}
    </button>
  );
}
