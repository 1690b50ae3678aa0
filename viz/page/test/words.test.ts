import assert from "node:assert/strict";
import { test } from "node:test";
import { csvText, originOf } from "../src/charts/export";
import { tableOf } from "../src/charts/figure";
import { differenceSentence, levelSentence, reading, zeroSentence } from "../src/charts/words";
import { catalogues, speak, type Language } from "../src/i18n/index";
import type { NumberKind } from "../src/i18n/numbers";
import { valueLabel } from "../src/i18n/labels";
import type { Result } from "../src/result";
import { initialState, readHash, writeHash } from "../src/state";
import { sampleResult } from "./sample";

const sample = sampleResult(24);
const two = { ...sample, months: ["2024-11", "2024-12"] } as Result;
const subject = { name: "Arrivals", units: "persons/month", isCount: true, pace: "month" as const };
const main = [[700, 700], [811.6, 811.6], [905, 905]];
const change = [[-5, 510], [0, 640], [5, 770]];

test("a title says value, month and paired difference in both languages", () => {
  const english = levelSentence(two, speak("en"), subject, main, change, "pilots_as_today");
  assert.equal(english.replace(/\u00a0/g, " "),
    "Arrivals: 812 people a month in December 2024, 640 more than with “pilots as today”");
  const german = differenceSentence(two, speak("de"), { ...subject, name: "Ankünfte" }, change, "no_partnerships");
  assert.equal(german.replace(/\u00a0/g, " "),
    "Ankünfte im Dezember 2024: 640 Personen im Monat mehr als im Vergleich „keine Partnerschaften“ (510 bis 770)");
});

test("the sentence about zero follows the band", () => {
  const english = speak("en");
  assert.match(zeroSentence(two, english, change, undefined, "x").replace(/\u00a0/g, " "), /90 % band has been above zero since December 2024/);
  assert.match(zeroSentence(two, english, [[-1, -1], [0, 1], [1, 3]], undefined, "x"), /includes zero in December 2024/);
  assert.match(zeroSentence(two, english, [[0, 0], [0, 0], [0, null]], undefined, "x"), /the same as/);
});

test("a mean of twelve months says so in title and reading", () => {
  const year = { ...subject, pace: "year" as const };
  const title = levelSentence(two, speak("en"), year, main, change, "pilots_as_today");
  assert.match(title.replace(/\u00a0/g, " "), /812 people a month in the 12 months to December 2024/);
  const german = differenceSentence(two, speak("de"), year, change, "pilots_as_today");
  assert.match(german, /in den 12 Monaten bis Dezember 2024/);
  assert.equal(reading(two, speak("en"), 1, main, "This scenario", undefined, "", "year").replace(/\u00a0/g, " "),
    "12 months to December 2024: This scenario 812 (700 to 905)");
  assert.equal(reading(two, speak("en"), 0, [[null], [null], [null]], "This scenario", undefined, "", "year"),
    "12 months to November 2024: no value");
});

test("a difference below a hundredth of the comparison is called small, however narrow its band", () => {
  const other = [[90_000, 90_000]];
  assert.match(zeroSentence(two, speak("en"), change, other, "x").replace(/\u00a0/g, " "), /less than 1 % of the comparison's value/);
  assert.match(zeroSentence(two, speak("de"), change, other, "x").replace(/\u00a0/g, " "), /weniger als 1 % des Vergleichswerts/);
  assert.doesNotMatch(zeroSentence(two, speak("en"), change, [[500, 500]], "x"), /less than/);
});

test("numbers follow the language and never show a negative zero", () => {
  assert.equal(speak("de").exact(1234.5), "1.234,5");
  assert.equal(speak("en").exact(-1234.5), "−1,234.5");
  assert.equal(speak("de").short(2_900_000_000).replace(/\u00a0/g, " "), "2,9 Mrd.");
  assert.equal(speak("en").short(2_900_000), "2.9 million");
  assert.equal(speak("en").percent(-0.0001), "0\u00a0%");
  assert.equal(speak("de").exact(null), "kein Wert");
  const plain = (text: string): string => text.replace(/\u00a0/g, " ");
  assert.equal(plain(speak("de").euros(412_000_000)), "412 Mio. €");
  assert.equal(plain(speak("en").euros(-1_240_000_000)), "\u2212€1.24 billion");
  assert.equal(speak("en").decimals(-0.0004, 1), "0.0");
  assert.equal(plain(speak("en").amount(1, "partnerships")), "1 partnership");
});

/** The texts of an interval in English, or in German. */
function told(low: number, median: number, high: number, kind: NumberKind, language: Language = "en"): string[] {
  const texts = speak(language).interval({ low, median, high }, kind);
  return [texts.median, texts.low, texts.high].map((text) => text.replace(/\u00a0/g, " "));
}

test("an interval has the decimals of its median, which has two or three significant digits", () => {
  assert.deepEqual(told(0.638526, 3.03854, 3.77866, "plain"), ["3.04", "0.64", "3.78"]);
  assert.deepEqual(told(-0.0470587, -0.0358371, 0.000913849, "plain"), ["\u22120.036", "\u22120.047", "0.001"]);
  assert.deepEqual(told(-0.00004, 53.1873, 1234.5, "plain"), ["53.2", "0.0", "1,234.5"]);
  assert.deepEqual(told(12_345, 812_345, 1_900_004, "plain"), ["812,000", "12,000", "1,900,000"]);
  assert.deepEqual(told(-64_733.8, 5_377_430, 8_079_970, "euros"), ["€5.38 million", "\u2212€0.06 million", "€8.08 million"]);
  assert.deepEqual(told(-64_733.8, 5_377_430, 8_079_970, "euros", "de"), ["5,38 Mio. €", "\u22120,06 Mio. €", "8,08 Mio. €"]);
  assert.deepEqual(told(-2e9, -1.24e9, 3, "euros"), ["\u2212€1.24 billion", "\u2212€2.00 billion", "€0.00 billion"]);
});

test("an interval that excludes zero does not read as if it reached it", () => {
  assert.deepEqual(told(0.1, 17.4, 22.4, "plain"), ["17.4", "0.1", "22.4"]);
  assert.deepEqual(told(0.0003, 0.0939, 0.1395, "plain"), ["0.0939", "0.0003", "0.1395"]);
  assert.deepEqual(told(-0.0003, 0.0939, 0.1395, "plain"), ["0.094", "0.000", "0.140"]);
  const title = differenceSentence(two, speak("en"), subject, [[0, 0.1], [0, 17.4], [0, 22.4]], "x");
  assert.match(title.replace(/\u00a0/g, " "), /: 17 people a month more .* \(0\.1 to 22\.4\)$/);
});

test("counts in sentences are whole from ten on, their intervals as well", () => {
  const counts = differenceSentence(two, speak("en"), subject, [[0, 45.24], [0, 53.18], [0, 61.07]], "x");
  assert.match(counts.replace(/\u00a0/g, " "), /: 53 people a month more .* \(45 to 61\)$/);
  const small = differenceSentence(two, speak("en"), subject, [[0, 3.149], [0, 9.13], [0, 14]], "x");
  assert.match(small.replace(/\u00a0/g, " "), /: 9\.1 people a month more .* \(3\.1 to 14\.0\)$/);
});

test("whole numbers stay whole, waits have one decimal", () => {
  assert.deepEqual(told(0, 1, 2, "plain"), ["1", "0", "2"]);
  assert.deepEqual(told(0, 0, 0, "share"), ["0 %", "0 %", "0 %"]);
  assert.deepEqual(told(0, 0, 3, "plain"), ["0", "0", "3"]);
  assert.deepEqual(told(1.26, 2, 2.04, "months", "de"), ["2,0", "1,3", "2,0"]);
  assert.equal(speak("de").interval({ low: null, median: null, high: null }, "share").median, "kein Wert");
});

test("shares below a ten-thousandth are told as below 0.01 %, not with digits that mean nothing", () => {
  assert.deepEqual(told(-3.34724e-5, 0.000735128, 0.00083714, "share"), ["0.074 %", "\u22120.003 %", "0.084 %"]);
  assert.deepEqual(told(0, 2.3e-7, 0.0003, "share"), ["below 0.01 %", "0.00 %", "0.03 %"]);
  assert.deepEqual(told(-0.0002, -2.3e-7, 0, "share", "de"), ["über \u22120,01 %", "\u22120,02 %", "0,00 %"]);
  assert.equal(told(-0.02, -0.00828, 0.3, "plain")[0], "above \u22120.01");
  assert.deepEqual(told(0.001, 0.00412, 0.0083, "points"), ["0.412 pp", "0.100 pp", "0.830 pp"]);
  assert.deepEqual(told(0.7, 0.793261, 0.81, "share", "de"), ["79,3 %", "70,0 %", "81,0 %"]);
  assert.equal(speak("en").interval({ low: 0, median: 2e-7, high: 3e-7 }, "share").isTiny, true);
  assert.equal(speak("en").interval({ low: 0, median: 2e-7, high: 0.1 }, "share").isTiny, false);
});

test("with fewer than ten runs a chart calls nothing clear, in both languages", () => {
  const few = { ...two, replicates: 9 };
  const steady = [[5, 5], [6, 6], [7, 7]];
  assert.match(zeroSentence(two, speak("en"), steady, undefined, "x"), /stays above zero/);
  assert.equal(zeroSentence(few, speak("en"), steady, undefined, "x"), "With fewer than 10 runs no difference is called clear.");
  assert.equal(zeroSentence(few, speak("de"), steady, undefined, "x"), "Mit weniger als 10 Läufen heißt kein Unterschied deutlich.");
});

test("no sentence is empty or the same word for word in both languages by mistake", () => {
  const texts = (value: unknown): string[] =>
    typeof value === "string" ? [value] : value && typeof value === "object" ? Object.values(value).flatMap(texts) : [];
  const english = texts(catalogues.en);
  const german = texts(catalogues.de);
  assert.equal(english.length, german.length);
  const same = english.filter((text, at) => text === german[at] && text.length > 12);
  assert.deepEqual(same, []);
});

test("every label of the fixed axes has a name in both languages", () => {
  for (const axis of ["stage", "partnership_type", "exit_cause", "land", "size_class", "party"]) {
    for (const label of sample.axes[axis]?.labels ?? []) {
      for (const language of ["en", "de"] as const) {
        assert.notEqual(valueLabel(language, axis, label), label, `${axis}.${label}`);
      }
    }
  }
  assert.equal(valueLabel("de", "origin", "PHL"), "Philippinen");
  assert.equal(valueLabel("en", "authority", "visa.TUN"), "Visa post, Tunisia");
});

test("the address restores the state and drops what it does not know", () => {
  const defaults = initialState("en", "pilots_as_today");
  const state = { ...defaults, view: "explore" as const, language: "de" as const, variable: "stock", monthly: true,
    cell: { stage: "visa", origin: "a:b" } };
  const back = readHash(writeHash(state, defaults), defaults, ["pilots_as_today", "no_partnerships"]);
  assert.deepEqual(back, state);
  assert.deepEqual(readHash("view=nothing&lang=xx&ref=gone", defaults, ["pilots_as_today"]), defaults);
});

test("a saved table carries digest, seed and every month", () => {
  const speech = speak("en");
  const picture = { origin: originOf(two, speech), speech, name: "arrivals", title: "Arrivals", unit: "people" };
  const series = { main, mainLabel: "This scenario", otherLabel: "", isDifference: false, units: "persons", pace: "month" as const };
  const text = csvText(picture, tableOf(two, speech, series));
  assert.ok(text.includes(two.digest) && text.includes(`seed ${two.seed}`) && text.includes(two.command));
  assert.ok(text.includes("2024-12,700,811.6,905"));
});
