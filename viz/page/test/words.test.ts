import assert from "node:assert/strict";
import { test } from "node:test";
import { csvText } from "../src/charts/export";
import { differenceSentence, levelSentence, zeroSentence } from "../src/charts/words";
import { catalogues, speak } from "../src/i18n/index";
import { valueLabel } from "../src/i18n/labels";
import type { Result } from "../src/result";
import { initialState, readHash, writeHash } from "../src/state";
import { sampleResult } from "./sample";

const sample = sampleResult(24);
const two = { ...sample, months: ["2024-11", "2024-12"] } as Result;
const subject = { name: "Arrivals", units: "persons/month", isCount: true };
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
  assert.match(zeroSentence(two, english, change, "x").replace(/\u00a0/g, " "), /90 % band has been above zero since December 2024/);
  assert.match(zeroSentence(two, english, [[-1, -1], [0, 1], [1, 3]], "x"), /includes zero in December 2024/);
  assert.match(zeroSentence(two, english, [[0, 0], [0, 0], [0, 0]], "x"), /the same as/);
});

test("numbers follow the language and never show a negative zero", () => {
  assert.equal(speak("de").exact(1234.5), "1.234,5");
  assert.equal(speak("en").exact(-1234.5), "−1,234.5");
  assert.equal(speak("de").short(2_900_000_000).replace(/\u00a0/g, " "), "2,9 Mrd.");
  assert.equal(speak("en").short(2_900_000), "2.9 million");
  assert.equal(speak("en").percent(-0.0001), "0\u00a0%");
  assert.equal(speak("de").exact(null), "kein Wert");
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
  const state = { ...defaults, view: "explore" as const, language: "de" as const, variable: "stock", cell: { stage: "visa", origin: "a:b" } };
  const back = readHash(writeHash(state, defaults), defaults, ["pilots_as_today", "no_partnerships"]);
  assert.deepEqual(back, state);
  assert.deepEqual(readHash("view=nothing&lang=xx&ref=gone", defaults, ["pilots_as_today"]), defaults);
});

test("a saved table carries digest, seed and every month", () => {
  const picture = { result: two, speech: speak("en"), name: "arrivals", title: "Arrivals", unit: "people" };
  const series = { main, mainLabel: "This scenario", otherLabel: "", isDifference: false, units: "persons" };
  const text = csvText(picture, series);
  assert.ok(text.includes(two.digest) && text.includes(`seed ${two.seed}`) && text.includes(two.command));
  assert.ok(text.includes("2024-12,700,811.6,905"));
});
