// Writes the synthetic result and a page that shows it: node test/write-sample.mjs [--months N] [--dir FOLDER]
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const folder = option("--dir", join(here, "..", "dist"));
mkdirSync(folder, { recursive: true });
const bundle = join(folder, "sample.mjs");
await build({ entryPoints: [join(here, "sample.ts")], bundle: true, format: "esm", outfile: bundle, logLevel: "warning" });
const { sampleResult } = await import(pathToFileURL(bundle).href);
const json = join(folder, "sample.json");
writeFileSync(json, JSON.stringify(sampleResult(Number(option("--months", "252")))));
const page = join(folder, "sample.html");
execFileSync(process.execPath, [join(here, "..", "build.mjs"), "--out", page, "--result", json], { stdio: "inherit" });
