// One object with everything a view needs to speak a language: the catalogue, names of model words, numbers and dates.
import { de } from "./de";
import { en, type Catalogue } from "./en";
import { axisLabel, valueLabel, variableLabel } from "./labels";

export type Language = "en" | "de";

export const catalogues: Record<Language, Catalogue> = { en, de };
export const languages = Object.keys(catalogues) as Language[];

export interface Speech {
  language: Language;
  text: Catalogue;
  /** Rounded to three significant digits, large numbers in words: for sentences and axes. */
  short(value: number | null): string;
  /** Up to six significant digits, as stored: for tables. */
  exact(value: number | null): string;
  /** 0.9 -> "90 %". */
  percent(share: number | null, digits?: number): string;
  /** A value with its unit; shares of unit "1" as per cent when `asShare`. */
  amount(value: number | null, units: string, asShare?: boolean): string;
  unit(units: string): string;
  /** "2030-05" -> "May 2030". */
  month(month: string): string;
  dateTime(iso: string): string;
  variable(name: string, fallback: string): string;
  axis(name: string): string;
  value(axis: string, label: string): string;
  reference(name: string): string;
}

const minus = "\u2212";

function signed(text: string): string {
  return text.replace(/^-/, minus);
}

function numbers(language: Language): Pick<Speech, "short" | "exact" | "percent"> {
  const locale = language === "de" ? "de-DE" : "en-GB";
  const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const compact = new Intl.NumberFormat(locale, {
    maximumSignificantDigits: 3,
    notation: "compact",
    compactDisplay: language === "de" ? "short" : "long",
  });
  const full = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 });
  const none = catalogues[language].chart.noData;
  return {
    short: (value) => {
      if (value === null) return none;
      const large = Math.abs(value) >= 1e6;
      return signed((large ? compact : plain).format(value === 0 ? 0 : value));
    },
    exact: (value) => (value === null ? none : signed(full.format(value === 0 ? 0 : value))),
    percent: (share, digits = 0) => {
      if (share === null) return none;
      const scaled = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(share * 100);
      return `${signed(scaled === "-0" ? "0" : scaled)}\u00a0%`;
    },
  };
}

/** Everything needed to speak `language`. */
export function speak(language: Language): Speech {
  const text = catalogues[language];
  const format = numbers(language);
  const locale = language === "de" ? "de-DE" : "en-GB";
  const monthFormat = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const timeFormat = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  const unit = (units: string): string => text.units[units] ?? units;
  return {
    language,
    text,
    ...format,
    unit,
    amount: (value, units, asShare = false) => {
      if (value !== null && asShare && units === "1") return format.percent(value, 1);
      const words = unit(units);
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
    variable: (name, fallback) => variableLabel(language, name, fallback),
    axis: (name) => axisLabel(language, name),
    value: (axis, label) => valueLabel(language, axis, label),
    reference: (name) => text.reference.names[name] ?? name.replace(/_/g, " "),
  };
}
