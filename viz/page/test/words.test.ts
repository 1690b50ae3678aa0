import assert from "node:assert/strict";
import { test } from "node:test";
import { csvText } from "../src/charts/export";
import { differenceSentence, levelSentence, reading, zeroSentence } from "../src/charts/words";
import { catalogues, speak } from "../src/i18n/index";
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
  assert.equal(plain(speak("en").share(0.00768883)), "0.77 %");
  assert.equal(plain(speak("de").share(0.793261)), "79,3 %");
  assert.equal(plain(speak("en").share(-0.000165864)), "\u22120.017 %");
  assert.equal(plain(speak("en").points(0.00412)), "0.41 pp");
  assert.equal(speak("en").decimals(-0.0004, 1), "0.0");
  assert.equal(plain(speak("en").amount(1, "partnerships")), "1 partnership");
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
  const picture = { result: two, speech: speak("en"), name: "arrivals", title: "Arrivals", unit: "people" };
  const series = { main, mainLabel: "This scenario", otherLabel: "", isDifference: false, units: "persons", pace: "month" as const };
  const text = csvText(picture, series);
  assert.ok(text.includes(two.digest) && text.includes(`seed ${two.seed}`) && text.includes(two.command));
  assert.ok(text.includes("2024-12,700,811.6,905"));
});
