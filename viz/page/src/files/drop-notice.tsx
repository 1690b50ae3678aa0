// On a page that shows one stored result: a file that is dropped is told where it can be opened. The reader of files comes
// with the server, so that this page stays small and asks nobody for anything.
import type { JSX } from "preact";
import { useCallback, useState } from "preact/hooks";
import { catalogues, languages } from "../i18n/index";
import { useDrop } from "./drop";

export function DropNotice(): JSX.Element | null {
  const [name, setName] = useState("");
  useDrop(useCallback((file: File) => setName(file.name), []));
  if (name === "") return null;
  const language = languages.find((each) => each === document.documentElement.lang) ?? "en";
  const words = catalogues[language].files;
  return (
    <div class="callout drop-notice" role="alert" data-part="drop-notice">
      <p>{words.onlyWithServer(name)}</p>
      <button type="button" onClick={() => setName("")}>{words.close}</button>
    </div>
  );
}
