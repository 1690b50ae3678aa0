// Bundles src/ into one HTML template without any outside reference:
// node build.mjs [--out FILE] [--model FILE.wasm] [--result FILE] [--live FILE] [--depfile FILE]
//
// The template keeps the marks {{result}}, {{analyses}} and {{live}} where viz/report writes the JSON extract, analyses of
// experiments and what the live model needs; --result and --live fill them in here for development. The model stands inside, compressed, as base64. Script and style are allowed by their hashes, so the page runs nothing that was added later.
import { gzipSync } from "node:zlib";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundle, hash, here, option, writeDepfile } from "./bundle.mjs";

const workerText = (await bundle("live/worker.ts", { format: "iife" })).trim();
const scriptText = await bundle("main.tsx", {
  format: "iife", jsx: "automatic", jsxImportSource: "preact", define: { workerSource: JSON.stringify(workerText) },
});
if (/<\/script|<!--/i.test(scriptText)) throw new Error("the bundle would end its own script element");
const script = scriptText.trim();
const style = (await bundle("style.css", {})).trim();
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval'`,
  "worker-src blob:",
  `style-src ${hash(style)}`,
  "img-src data: blob:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const resultFile = option("--result", "");
const result = resultFile ? readFileSync(resultFile, "utf8").replace(/</g, "\\u003c") : "{{result}}";
const liveFile = option("--live", "");
const live = liveFile ? readFileSync(liveFile, "utf8").replace(/</g, "\\u003c") : resultFile ? "null" : "{{live}}";
const analyses = resultFile ? "[]" : "{{analyses}}";
const modelFile = option("--model", "");
const model = modelFile ? gzipSync(readFileSync(modelFile), { level: 9 }).toString("base64") : "";
const parts = { csp: policy, style, script, result, analyses, live, model };
const page = readFileSync(join(here, "index.html"), "utf8").replace(
  /\{\{(csp|style|script|result|analyses|live|model)\}\}/g,
  (_, name) => parts[name],
);

const target = option("--out", join(here, "dist", "page.html"));
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, page);
writeDepfile(target);
console.log(`${target}: ${(page.length / 1024).toFixed(0)} kB`);
