// One object with everything a view needs to speak a language: the catalogue, names of model words, numbers and dates.
import { ar } from "./ar";
import { de } from "./de";
import { en, type Catalogue } from "./en";
import { fr } from "./fr";
import { factorLabel, indicatorOf, outcomeLabel, packageLabel } from "./experiment-words";
import { fieldLabel, leverLabel, leverMeaning } from "./lever-labels";
import { axisLabel, readable, scarcityLabel, valueLabel, variableLabel } from "./labels";
import { germanIndicators, germanMeanings } from "./meanings/index";
import { numbersOf, type Numbers } from "./numbers";
import { valueWords } from "./value-vocabulary";
import { fieldWords, leverWords, variableWords, type Added } from "./vocabulary";

/** Languages in which every word of the page is written. */
export type Written = "en" | "de";
export type Language = Written | Added;

export const written: readonly Written[] = ["en", "de"];
export const translations = { fr, ar } satisfies Record<Added, Partial<Catalogue>>;
export const catalogues: Record<Language, Catalogue> = { en, de, fr: { ...en, ...fr }, ar: { ...en, ...ar } };
export const languages = Object.keys(catalogues) as Language[];

export interface Speech extends Numbers {
  language: Language;
  text: Catalogue;
  /** A value with its unit. */
  amount(value: number | null, units: string): string;
  unit(units: string): string;
  /** "2030-05" -> "May 2030". */
  month(month: string): string;
  dateTime(iso: string): string;
  variable(name: string, fallback: string): string;
  axis(name: string): string;
  value(axis: string, label: string): string;
  /** What is scarce where this stage is the bottleneck. */
  scarcity(stage: string): string;
  reference(name: string): string;
  /** A lever, its field of action, and what strength 1 means. */
  lever(name: string): string;
  field(name: string): string;
  leverMeaning(name: string, english: string): string;
  /** An outcome and a factor of an experiment; the path is that of the parameter which the factor sets, if it is one. */
  outcome(name: string): string;
  factor(name: string, path?: string): string;
  /** What a parameter or an indicator means, and the language in which it is said. */
  meaning(english: string): { text: string; language: Written };
}

/** Arabic as in the Maghreb, with the digits that are usual there. */
const locales: Record<Language, string> = { en: "en-GB", de: "de-DE", fr: "fr-FR", ar: "ar-TN" };

/** Which way a language is written. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/** Everything needed to speak `language`. */
export function speak(language: Language): Speech {
  const text = catalogues[language];
  const locale = locales[language];
  const added = language === "fr" || language === "ar" ? language : null;
  const base: Written = language === "de" ? "de" : "en";
  const own = (words: Record<string, Record<Added, string>>, name: string): string | undefined => added ? words[name]?.[added] : undefined;
  const format = numbersOf(locale, text);
  const monthFormat = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const timeFormat = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  const reference = (name: string): string => text.reference.names[name] ?? packageLabel(base, name) ?? name.replace(/_/g, " ");
  const unit = (units: string): string => text.units[units] ?? units;
  return {
    language,
    text,
    ...format,
    unit,
    amount: (value, units) => {
      if (units === "EUR") return format.euros(value);
      const words = (value === 1 ? text.unitsOfOne[units] : undefined) ?? unit(units);
      return words ? `${format.short(value)}\u00a0${words}` : format.short(value);
    },
    month: (month) => {
      const [year, number] = month.split("-").map(Number);
      return monthFormat.format(new Date(Date.UTC(year ?? 2000, (number ?? 1) - 1, 1)));
    },
    dateTime: (iso) => {
      const date = new Date(iso);
      return Number.isNaN(date.getTime()) ? iso : `${timeFormat.format(date)} UTC`;
    },
    variable: (name, fallback) => own(variableWords, name) ?? variableLabel(base, name, fallback),
    axis: (name) => own(valueWords.axis ?? {}, name) ?? axisLabel(base, name),
    value: (axis, label) => axis === "against" ? readable(reference(label)) : own(valueWords[axis === "payer" ? "party" : axis] ?? {}, label) ?? valueLabel(base, axis, label),
    scarcity: (stage) => scarcityLabel(base, stage),
    lever: (name) => own(leverWords, name) ?? leverLabel(base, name),
    field: (name) => own(fieldWords, name) ?? fieldLabel(base, name),
    leverMeaning: (name, english) => leverMeaning(base, name, english),
    outcome: (name) => own(variableWords, indicatorOf[name] ?? name) ?? outcomeLabel(base, name),
    factor: (name, path = "") => factorLabel(base, name, path),
    meaning: (english) => {
      const german = language === "de" ? (germanMeanings[english] ?? germanIndicators[english]) : undefined;
      return german === undefined ? { text: english, language: "en" } : { text: german, language: "de" };
    },
    reference,
  };
}
