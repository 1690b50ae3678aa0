// Holds the German meanings of parameters against the parameter table: node meanings_test.mjs PROGRAM
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const page = join(dirname(fileURLToPath(import.meta.url)), "../../viz/page");
const { buildSync } = createRequire(join(page, "package.json"))("esbuild");
const bundled = buildSync({ entryPoints: [join(page, "src/i18n/meanings/index.ts")], bundle: true, write: false, format: "esm" }).outputFiles[0].text;
const { germanMeanings } = await import(`data:text/javascript;base64,${Buffer.from(bundled).toString("base64")}`);

const table = JSON.parse(execFileSync(process.argv[2], ["params", "--json"], { encoding: "utf8", maxBuffer: 1 << 26 }));
const rows = Array.isArray(table) ? table : table.parameters;
const english = [...new Set(rows.map(({ meaning }) => meaning))].sort();
assert.ok(english.length > 100);
assert.deepEqual(Object.keys(germanMeanings).sort(), english);
for (const [from, to] of Object.entries(germanMeanings)) assert.ok(to.trim() !== "" && to !== from, from);
console.log(`${english.length} meanings`);
