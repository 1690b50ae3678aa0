// Bundles src/ into one HTML template without any outside reference:
// node build.mjs [--out FILE] [--model FILE.wasm] [--result FILE] [--live FILE] [--depfile FILE]
//
// The template keeps the marks {{result}} and {{live}} where viz/report writes the JSON extract and what the live model
// needs; --result and --live fill them in here for development. The model stands inside, compressed, as base64. Script and style are allowed by their hashes, so the page runs nothing that was added later.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

function option(name, fallback) {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
}

const read = new Set();

async function bundle(entry, settings) {
  const made = await build({
    entryPoints: [join(here, "src", entry)],
    bundle: true,
    minify: true,
    write: false,
    outdir: here,
    metafile: true,
    charset: "utf8",
    legalComments: "none",
    target: ["es2020", "chrome90", "firefox90", "safari15"],
    loader: { ".woff2": "dataurl" },
    logLevel: "warning",
    ...settings,
  });
  for (const input of Object.keys(made.metafile.inputs)) read.add(resolve(input));
  return made.outputFiles[0].text;
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

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
const modelFile = option("--model", "");
const model = modelFile ? gzipSync(readFileSync(modelFile), { level: 9 }).toString("base64") : "";
const parts = { csp: policy, style, script, result, live, model };
const page = readFileSync(join(here, "index.html"), "utf8").replace(
  /\{\{(csp|style|script|result|live|model)\}\}/g,
  (_, name) => parts[name],
);

const target = option("--out", join(here, "dist", "page.html"));
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, page);
const depfile = option("--depfile", "");
if (depfile) {
  const escape = (path) => path.replace(/ /g, "\\ ");
  writeFileSync(depfile, `${escape(target)}: ${[...read].map(escape).join(" \\\n  ")}\n`);
}
console.log(`${target}: ${(page.length / 1024).toFixed(0)} kB`);
