// Holds the German meanings of parameters against the parameter table: node meanings_test.mjs PROGRAM
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { wordsOf } from "./page_words.mjs";

const { germanMeanings } = await wordsOf("meanings/index.ts");
const table = JSON.parse(execFileSync(process.argv[2], ["params", "--json"], { encoding: "utf8", maxBuffer: 1 << 26 }));
const rows = Array.isArray(table) ? table : table.parameters;
const english = [...new Set(rows.map(({ meaning }) => meaning))].sort();
assert.ok(english.length > 100);
assert.deepEqual(Object.keys(germanMeanings).sort(), english);
for (const [from, to] of Object.entries(germanMeanings)) assert.ok(to.trim() !== "" && to !== from, from);
console.log(`${english.length} meanings`);
