// What the browser tests share: a browser, a page opened from file://, parts of a page, and the list of checks.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(join(dirname(fileURLToPath(import.meta.url)), "../../viz/page/package.json"));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export async function open(browser, file, hash, viewport = { width: 1280, height: 720 }, prepare = undefined) {
  const page = await browser.newPage({ viewport, acceptDownloads: true });
  const requests = [];
  const faults = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  if (prepare) await page.addInitScript(prepare);
  const address = `${pathToFileURL(file).href}#${hash}`;
  await page.goto(address);
  await page.waitForSelector('html[data-ready="true"]');
  return { page, requests, faults, address: address.split("#")[0] };
}

/** Requests for anything but the page itself. */
export function outsideOf({ requests, address }) {
  return requests.filter((url) => url.split("#")[0] !== address && !/^(data|blob):/.test(url));
}

const partPattern = (id) => new RegExp(`(id="skillscale-${id}">)([\\s\\S]*?)(</script>)`);

/** The text of one of the page's parts: result, live, model. */
export function partOf(file, id) {
  return partPattern(id).exec(readFileSync(file, "utf8"))[2];
}

/** The same page with another part, in a folder of its own. */
export function pageWith(file, id, text) {
  const folder = mkdtempSync(join(tmpdir(), "skillscale-page-"));
  const changed = join(folder, "changed.html");
  writeFileSync(changed, readFileSync(file, "utf8").replace(partPattern(id), (_, begin, old, end) => begin + text + end));
  return { file: changed, folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** What axe-core finds fault with, one line each. */
export async function faultsOfAccess(page) {
  await page.evaluate(axeSource);
  // Colours that are still changing are nobody's to judge.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
  const found = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }));
  return found.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map((n) => n.target).join("; ")})`);
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.SKILLSCALE_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Carries checks out one after the other and says a line for each; the number of those that failed. */
export async function carryOut(checks, ...context) {
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    try {
      const note = await check(...context);
      console.log(`ok   ${name}${note ? `: ${note}` : ""}`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${name}\n     ${String(error.stack ?? error.message).split("\n").slice(0, 30).join("\n     ")}`);
    }
  }
  return failed;
}

/** Runs every check on every page named on the command line; ends the process with 1 if one fails. */
export async function runChecks(checks, files) {
  const pages = files.map((file) => resolve(file));
  if (pages.length === 0 || !pages.every((file) => existsSync(file))) throw new Error("a page that is named does not exist");
  const browser = await launch();
  let failed = 0;
  for (const file of pages) {
    const data = JSON.parse(partOf(file, "result"));
    console.log(file);
    failed += await carryOut(checks, browser, file, data);
  }
  await browser.close();
  process.exit(failed > 0 ? 1 : 0);
}

/** Whether the three files of a chart are what they claim, and say where the numbers come from; the rows of the table, head first. */
export function rowsOfExports({ png, svg, csv }, data) {
  assert.deepEqual([...png.bytes.subarray(1, 4)], [...Buffer.from("PNG")]);
  assert.ok(png.bytes.readUInt32BE(16) >= 1280, "the picture has twice the drawing's width");
  const source = data.parameters.find((row) => row.source_url)?.source_title;
  for (const { text } of [svg, csv]) {
    const flat = text.replace(/<[^>]*>/g, " ").replace(/&amp;/g, "&").replace(/\s+/g, " ");
    for (const word of [data.digest, String(data.seed), data.created, data.command.split(" ")[1], source?.split(" ")[0]])
      assert.ok(word && flat.includes(word), `${word} is missing`);
  }
  const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map(([, cell]) =>
    cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell);
  return csv.text.trim().split("\n").filter((line) => !line.startsWith("#")).map(cells);
}

/** What the three export buttons of a figure save: texts of SVG and CSV, and the bytes of the picture. */
export async function exportsOf(page, figure) {
  const saved = {};
  for (const kind of ["png", "svg", "csv"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), figure.locator(`[data-export="${kind}"]`).click()]);
    const bytes = readFileSync(await download.path());
    saved[kind] = { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
  }
  return saved;
}
