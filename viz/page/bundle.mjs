// What the builds of all pages share: options of the command line, esbuild, hashes for the policy, the list of sources.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const here = dirname(fileURLToPath(import.meta.url));

export function option(name, fallback) {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
}

const read = new Set();

/** A source of src/ with all it imports, as one text. */
export async function bundle(entry, settings) {
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

/** As a Content-Security-Policy names a script or style. */
export function hash(text) {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

/** Writes what was bundled where --depfile says, for the build around it. */
export function writeDepfile(target) {
  const depfile = option("--depfile", "");
  if (!depfile) return;
  const escape = (path) => path.replace(/ /g, "\\ ");
  writeFileSync(depfile, `${escape(target)}: ${[...read].map(escape).join(" \\\n  ")}\n`);
}
