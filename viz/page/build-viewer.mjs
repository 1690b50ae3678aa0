// Builds what `skillscale serve` needs to open a file of the browser's machine:
// node build-viewer.mjs --extract FILE.wasm --out VIEWER.html [--depfile FILE]     the page
// node build-viewer.mjs --extract FILE.wasm --reader READER.js.gz [--depfile FILE] the worker that reads HDF5
//
// The worker is an asset of its own, because the HDF5 library would not fit into the single file. It is packed, since it
// is sent as it stands; the page's policy lets it come from the server and nothing else.
import { gzipSync } from "node:zlib";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, hash, here, option, writeDepfile } from "./bundle.mjs";

function writeReader(target) {
  const module = readFileSync(option("--extract", "")).toString("base64");
  const licence = readFileSync(join(here, "node_modules/h5wasm/LICENSE.txt"), "utf8").replace(/\*\//g, "* /");
  return bundle("files/worker.ts", {
    format: "iife", define: { extractModule: JSON.stringify(module) }, external: ["module", "fs", "path", "ws"],
    banner: { js: `/*\n${licence}*/` },
  }).then((text) => writeFileSync(target, gzipSync(text, { level: 9 })));
}

async function writeViewer(target) {
  const script = (await bundle("files/viewer.tsx", {
    format: "iife", jsx: "automatic", jsxImportSource: "preact", define: { workerSource: '""' },
  })).trim();
  if (/<\/script|<!--/i.test(script)) throw new Error("the bundle would end its own script element");
  const style = (await bundle("style.css", {})).trim();
  const csp = [
    "default-src 'none'", `script-src ${hash(script)}`, "worker-src 'self'", `style-src ${hash(style)}`,
    "img-src data: blob:", "font-src data:", "base-uri 'none'", "form-action 'none'",
  ].join("; ");
  const parts = { csp, style, script };
  const page = readFileSync(join(here, "server-page.html"), "utf8");
  writeFileSync(target, page.replace(/\{\{(csp|style|script)\}\}/g, (_, part) => parts[part]));
}

const reader = option("--reader", "");
const target = reader || option("--out", join(here, "dist", "viewer.html"));
await (reader ? writeReader(target) : writeViewer(target));
writeDepfile(target);
