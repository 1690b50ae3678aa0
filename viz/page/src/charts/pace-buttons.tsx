// Flows as means over twelve months or month by month: one choice for all charts, kept in the address.
import type { JSX } from "preact";
import { useShown } from "../context";

export function PaceButtons(): JSX.Element {
  const { speech, state, change } = useShown();
  const words = speech.text.chart;
  return (
    <span class="modes" role="group" aria-label={words.paces}>
      {[false, true].map((monthly) => (
        <button key={String(monthly)} type="button" data-choice={monthly ? "monthly" : "year"}
          aria-pressed={state.monthly === monthly} onClick={() => change({ monthly })}>
          {monthly ? words.monthly : words.yearMean}
        </button>
      ))}
    </span>
  );
}
