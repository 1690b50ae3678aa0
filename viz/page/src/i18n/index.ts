// One object with everything a view needs to speak a language: the catalogue, names of model words, numbers and dates.
import { de } from "./de";
import { en, type Catalogue } from "./en";
import { axisLabel, scarcityLabel, valueLabel, variableLabel } from "./labels";

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
  /** A share as per cent, small ones with two significant digits: 0.0077 -> "0.77 %". */
  share(share: number | null): string;
  /** The difference of two shares in percentage points, with digits as `share`. */
  points(share: number | null): string;
  /** With exactly so many decimals. */
  decimals(value: number | null, digits: number): string;
  /** "€412 million", "412 Mio. €". */
  euros(value: number | null): string;
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
}

const minus = "\u2212";

function signed(text: string): string {
  return text.replace(/^-/, minus);
}

/** Per cent with one decimal; below one per cent two significant digits, so that small shares do not read as 0. */
function hundredths(locale: string, share: number): string {
  const small = Math.abs(share) < 0.01;
  const format = new Intl.NumberFormat(locale, small ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 1 });
  return signed(format.format(share === 0 ? 0 : share * 100));
}

function fixed(locale: string, value: number, digits: number): string {
  const text = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  return /[1-9]/.test(text) ? signed(text) : text.replace(/^-/, "");
}

type Numbers = Pick<Speech, "short" | "exact" | "percent" | "share" | "points" | "decimals" | "euros">;

function numbers(language: Language): Numbers {
  const locale = language === "de" ? "de-DE" : "en-GB";
  const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const compact = new Intl.NumberFormat(locale, {
    maximumSignificantDigits: 3,
    notation: "compact",
    compactDisplay: language === "de" ? "short" : "long",
  });
  const full = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 });
  const none = catalogues[language].chart.noData;
  const short = (value: number | null): string => {
    if (value === null) return none;
    const large = Math.abs(value) >= 1e6;
    return signed((large ? compact : plain).format(value === 0 ? 0 : value));
  };
  const euros = (value: number): string => {
    if (language === "de") return `${short(value)}\u00a0€`;
    return value < 0 ? `${minus}€${short(-value)}` : `€${short(value)}`;
  };
  return {
    short,
    euros: (value) => (value === null ? none : euros(value)),
    share: (share) => (share === null ? none : `${hundredths(locale, share)}\u00a0%`),
    points: (share) =>
      share === null ? none : `${hundredths(locale, share)}\u00a0${catalogues[language].key.pointsShort}`,
    decimals: (value, digits) => (value === null ? none : fixed(locale, value, digits)),
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
    variable: (name, fallback) => variableLabel(language, name, fallback),
    axis: (name) => axisLabel(language, name),
    value: (axis, label) => valueLabel(language, axis, label),
    scarcity: (stage) => scarcityLabel(language, stage),
    reference: (name) => text.reference.names[name] ?? name.replace(/_/g, " "),
  };
}
