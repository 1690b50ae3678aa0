// Bundles one of the pages that `skillscale serve` shows beside the page of a result:
// node build-server-page.mjs --name home|room|wall --out FILE [--depfile FILE]
//
// Phones of any age open the room, so the bundle keeps to what browsers of 2018 understand. The pages talk to the
// server they came from and to nobody else.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, hash, here, option, writeDepfile } from "./bundle.mjs";

const name = option("--name", "home");
const target = option("--out", join(here, "dist", `${name}.html`));
const old = ["es2017", "chrome61", "firefox60", "safari11"];
const script = (await bundle(`room/${name}.tsx`, {
  format: "iife", jsx: "automatic", jsxImportSource: "preact", target: old, supported: { destructuring: true },
})).trim();
if (/<\/script|<!--/i.test(script)) throw new Error("the bundle would end its own script element");
const style = (await bundle("room/style.css", { target: old })).trim();
const csp = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)}`,
  "connect-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const parts = { csp, style, script };
const page = readFileSync(join(here, "server-page.html"), "utf8").replace(
  /\{\{(csp|style|script)\}\}/g,
  (_, part) => parts[part],
);
writeFileSync(target, page);
writeDepfile(target);
console.log(`${target}: ${(page.length / 1024).toFixed(0)} kB`);
