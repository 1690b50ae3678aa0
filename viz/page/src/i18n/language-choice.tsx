// The buttons that change the language, one for each that a page speaks.
import type { JSX } from "preact";
import { catalogues, type Language } from "./index";

interface Props<Own extends Language> {
  label: string;
  languages: readonly Own[];
  chosen: Language;
  onChoose(language: Own): void;
}

export function LanguageChoice<Own extends Language>({ label, languages, chosen, onChoose }: Props<Own>): JSX.Element {
  return (
    <div class="languages" role="group" aria-label={label}>
      {languages.map((language) => (
        <button key={language} type="button" lang={language} data-choice={language} aria-pressed={language === chosen}
          onClick={() => onChoose(language)}>{catalogues[language].languageName}</button>
      ))}
    </div>
  );
}
