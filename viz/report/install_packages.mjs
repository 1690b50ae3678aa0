// Installs the page's pinned packages unless those of this very lock file are there already:
// node install_packages.mjs PAGE_FOLDER STAMP NPM
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [page, stamp, npm] = process.argv.slice(2);
const mark = join(page, "node_modules", ".lock-digest");
const digest = createHash("sha256").update(readFileSync(join(page, "package-lock.json"))).digest("hex");

if (!existsSync(mark) || readFileSync(mark, "utf8") !== digest) {
  const words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const done = spawnSync(npm, words, { cwd: page, stdio: "inherit" });
  if (done.status !== 0) {
    console.error(`${page}: npm ci failed\n  next: check the network and run npm ci there by hand`);
    process.exit(1);
  }
  writeFileSync(mark, digest);
}
writeFileSync(stamp, digest);
