// Opens the presenter mode from the page.
import type { JSX } from "preact";
import { usePage } from "../context";

export function PresentButton(): JSX.Element {
  const { speech, change } = usePage();
  const words = speech.text.facilitate;
  return (
    <button type="button" class="present-button" data-action="present" title={words.startHint} onClick={() => change({ present: 1 })}>
      {words.start}
    </button>
  );
}
