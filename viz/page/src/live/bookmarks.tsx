// Settings kept under a name. They stand in the address, so a link carries them to another profile.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "../context";
import { writeEdits } from "./edits";

/** A form that keeps what is set now; a name that is there already is overwritten. */
export function AddBookmark(): JSX.Element {
  const { live, speech, state, change } = usePage();
  const words = speech.text.facilitate;
  const [name, setName] = useState("");
  return (
    <form class="add-bookmark" onSubmit={(event) => {
      event.preventDefault();
      const own = name.trim();
      if (own === "") return;
      const others = state.marks.filter((mark) => mark.name !== own);
      change({ marks: [...others, { name: own, edits: writeEdits(live.edits) }] });
      setName("");
    }}>
      <label>{words.bookmarkName}{" "}
        <input type="text" maxLength={60} required value={name} data-field="bookmark" onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <button type="submit" data-action="bookmark">{words.addBookmark}</button>
    </form>
  );
}

export function Bookmarks(): JSX.Element {
  const { live, speech, state, change } = usePage();
  const words = speech.text.facilitate;
  const now = writeEdits(live.edits);
  return (
    <details data-part="bookmarks" open={state.marks.length > 0}>
      <summary>{words.bookmarks} {state.marks.length > 0 && <span class="count">{state.marks.length}</span>}</summary>
      <p class="meaning">{words.bookmarksIntro}</p>
      <ul class="bookmarks">
        {state.marks.map(({ name, edits }) => (
          <li key={name}>
            <button type="button" class="quiet" aria-current={edits === now ? "true" : undefined} aria-label={words.openBookmark(name)}
              onClick={() => live.open(edits)}>{name}</button>
            <button type="button" class="quiet" aria-label={words.removeBookmark(name)}
              onClick={() => change({ marks: state.marks.filter((mark) => mark.name !== name) })}><span aria-hidden="true">×</span></button>
          </li>
        ))}
      </ul>
      <AddBookmark />
    </details>
  );
}
