// Holds the page's English and German names against what they name: indicators against docs/indicators.md, which is generated
// from the model's tables; outcomes, factors and packages against the shipped experiments and packages. SKILLSCALE_ROOT is the
// folder of the sources.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { wordsOf } from "./page_words.mjs";

const root = process.env.SKILLSCALE_ROOT;
const { speak } = await wordsOf("index.ts");
const { variableLabel } = await wordsOf("labels.ts");
const experimentWords = await wordsOf("experiment-words.ts");
const { germanIndicators } = await wordsOf("meanings/index.ts");
const speeches = { en: speak("en"), de: speak("de") };

/** Rows of a Markdown table below a heading. */
function rowsBelow(text, heading) {
  const [, part = ""] = text.split(`\n## ${heading}`);
  return part.split("\n## ")[0].split("\n").filter((line) => line.startsWith("| `"))
    .map((line) => line.slice(1, line.lastIndexOf("|")).split(" | ").map((cell) => cell.trim()));
}

const document = readFileSync(join(root, "docs/indicators.md"), "utf8");
const headlines = rowsBelow(document, "Headlines");
const monthly = rowsBelow(document, "Monthly indicators");
const plain = (cell) => cell.replace(/`/g, "");

test("every headline and monthly indicator has its name and its unit in English and German", () => {
  assert.ok(headlines.length > 40 && monthly.length > 60, `${headlines.length} and ${monthly.length} rows`);
  for (const [name, unit] of [...headlines, ...monthly].map((row) => row.map(plain))) {
    for (const [language, speech] of Object.entries(speeches)) {
      assert.notEqual(variableLabel(language, name, "nothing"), "nothing", `${name} has no name in ${language}`);
      assert.ok(unit in speech.text.units, `${unit} has no words in ${language}`);
    }
    assert.notEqual(speeches.de.variable(name, ""), speeches.en.variable(name, ""), name);
  }
});

test("what every monthly indicator counts is said in German, and nothing else", () => {
  assert.deepEqual(Object.keys(germanIndicators).sort(), [...new Set(monthly.map((row) => row.at(-1)))].sort());
  for (const [english, german] of Object.entries(germanIndicators)) assert.ok(german.trim() !== "" && german !== english, english);
});

/** Lines of a YAML file's section, two spaces in. */
function section(text, name) {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => line.startsWith(`${name}:`));
  const rest = from < 0 ? [] : lines.slice(from + 1);
  const end = rest.findIndex((line) => /^\S/.test(line));
  return (end < 0 ? rest : rest.slice(0, end)).filter((line) => /^ {2}[a-z]/.test(line)).map((line) => line.trim());
}

const folder = join(root, "scenarios/experiments");
const experiments = readdirSync(folder).filter((name) => name.endsWith(".yaml")).map((name) => readFileSync(join(folder, name), "utf8"))
  .filter((text) => section(text, "outcomes").length > 0);
const keyOf = (line) => line.split(":")[0];

test("every outcome of the shipped experiments has its name in English and German", () => {
  const names = [...new Set(experiments.flatMap((text) => section(text, "outcomes").map(keyOf)))];
  assert.ok(names.length > 5, names.join());
  for (const name of names) {
    const known = experimentWords.outcomes[name] ?? variableLabel("de", experimentWords.indicatorOf[name] ?? name, "nothing");
    assert.notEqual(known, "nothing", `the outcome ${name} has no name`);
    assert.notEqual(speeches.de.outcome(name), speeches.en.outcome(name), name);
  }
  for (const name of Object.values(experimentWords.indicatorOf)) assert.ok(headlines.some(([row]) => plain(row) === name), name);
});

test("every factor of the shipped experiments has its name in English and German, and no other", () => {
  const used = new Set();
  for (const line of experiments.flatMap((text) => section(text, "factors"))) {
    const name = keyOf(line);
    const path = /path: ([\w.]+)/.exec(line)?.[1] ?? "";
    used.add(path || name);
    const lever = /^levers\.(\w+)\.strength$/.exec(path)?.[1];
    if (lever) assert.ok(experimentWords.leverNamed(lever), `no lever of the model is called ${lever}`);
    else assert.ok(experimentWords.factors[path || name], `the factor ${path || name} has no name`);
    assert.notEqual(speeches.de.factor(name, path), speeches.en.factor(name, path), line);
  }
  assert.ok(used.size > 20, [...used].join());
  assert.deepEqual(Object.keys(experimentWords.factors).filter((path) => !used.has(path)), []);
});

test("every shipped package has its name in English and German, the English one that of its file", () => {
  const folderOfPackages = join(root, "scenarios/library/package");
  const files = readdirSync(folderOfPackages).filter((name) => name.endsWith(".yaml"));
  assert.ok(files.length > 10);
  for (const file of files) {
    const name = basename(file, ".yaml");
    const told = /^name: (.*)$/m.exec(readFileSync(join(folderOfPackages, file), "utf8"))[1];
    assert.equal(speeches.en.reference(name).toLowerCase(), told.toLowerCase());
    assert.notEqual(speeches.de.reference(name), speeches.en.reference(name), name);
  }
});
