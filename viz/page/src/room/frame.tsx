// What all of the server's pages share: a title, the other language, and what goes wrong.
import { render, type ComponentChildren, type JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { firstLanguage, words, type RoomLanguage, type Words } from "./words";

export interface Speaking {
  language: RoomLanguage;
  text: Words;
}

interface FrameProps extends Speaking {
  title: string;
  problem: string;
  onLanguage(language: RoomLanguage): void;
  children: ComponentChildren;
}

export function Frame({ language, text, title, problem, onLanguage, children }: FrameProps): JSX.Element {
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${title} - skillscale`;
  }, [language, title]);
  return (
    <>
      <header class="top">
        <h1>{title}</h1>
        <button type="button" class="quiet" lang={language === "de" ? "en" : "de"} data-action="language"
          onClick={() => onLanguage(language === "de" ? "en" : "de")}>{text.otherLanguage}</button>
      </header>
      <main>
        <p class="problem" role="alert" hidden={!problem}>{problem}</p>
        {children}
      </main>
    </>
  );
}

/** The language of this page, and how to change it. */
export function useLanguage(): Speaking & { onLanguage(language: RoomLanguage): void } {
  const [language, onLanguage] = useState(firstLanguage());
  return { language, text: words[language], onLanguage };
}

export function start(page: JSX.Element): void {
  const place = document.getElementById("app");
  if (!place) return;
  place.textContent = "";
  render(page, place);
}

export function numberText(language: RoomLanguage, value: number | null): string {
  if (value === null) return "–";
  const format = new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB", { maximumSignificantDigits: 3 });
  return format.format(value).replace("-", "−");
}
