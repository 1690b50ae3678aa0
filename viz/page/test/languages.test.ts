import assert from "node:assert/strict";
import { test } from "node:test";
import { en, type Catalogue } from "../src/i18n/en";
import { directionOf, speak, translations } from "../src/i18n/index";
import { fields, names } from "../src/i18n/lever-labels";
import { values } from "../src/i18n/labels";
import { stillEnglish } from "../src/i18n/still-english";
import { valueWords } from "../src/i18n/value-vocabulary";
import { fieldWords, leverWords, variableWords, type Added } from "../src/i18n/vocabulary";

const added: Added[] = ["fr", "ar"];

test("every section of the catalogue is translated or named as English still, and never both", () => {
  for (const language of added) {
    const own: Partial<Catalogue> = translations[language];
    for (const section of Object.keys(en) as (keyof Catalogue)[]) {
      assert.notEqual(own[section] !== undefined, stillEnglish[language].includes(section), `${language}: ${section}`);
    }
  }
});

test("every lever and field of action has its French and its Arabic name, each its own", () => {
  for (const [table, words] of [[names, leverWords], [fields, fieldWords]] as const) {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(table).sort());
    for (const language of added) {
      const told = Object.values(words).map((each) => each[language]);
      assert.equal(new Set(told).size, told.length, language);
      assert.ok(told.every((text) => text.trim() !== ""));
    }
  }
  for (const words of [leverWords, fieldWords, variableWords])
    for (const { ar } of Object.values(words)) assert.match(ar, /\p{Script=Arabic}/u);
});

test("the labels on the axes of charts are those of the English ones, but for proper names", () => {
  for (const [axis, labels] of Object.entries(valueWords)) {
    assert.deepEqual(Object.keys(labels).sort(), Object.keys(values[axis] ?? {}).sort(), axis);
    for (const { fr, ar } of Object.values(labels)) {
      assert.ok(fr.trim() !== "");
      assert.match(ar, /\p{Script=Arabic}/u);
    }
  }
  assert.equal(speak("fr").value("payer", "donor"), "Bailleurs de fonds");
});

test("units and lists have the entries of the English ones", () => {
  for (const language of added) {
    assert.deepEqual(Object.keys(translations[language].units).sort(), Object.keys(en.units).sort(), language);
    assert.deepEqual(Object.keys(translations[language].live.absence).sort(), Object.keys(en.live.absence).sort(), language);
    assert.deepEqual(Object.keys(translations[language].reference.names).sort(), Object.keys(en.reference.names).sort(), language);
  }
});

test("Arabic runs from right to left, and numbers and months follow the language", () => {
  assert.deepEqual((["en", "de", "fr", "ar"] as const).map(directionOf), ["ltr", "ltr", "ltr", "rtl"]);
  assert.equal(speak("ar").exact(1234.5), "1.234,5");
  assert.equal(speak("ar").exact(-0.25), "\u200e\u22120,25");
  assert.match(speak("ar").month("2030-05"), /\p{Script=Arabic}/u);
  assert.equal(speak("fr").month("2030-05"), "mai 2030");
  assert.equal(speak("fr").lever("partnership.seats"), "Places des partenariats");
  assert.match(speak("fr").euros(2_000_000).replace(/\s/g, " "), /^2 .*€$/);
});
