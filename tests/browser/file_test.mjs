// A result file dropped onto the page of the server, in a real browser: node file_test.mjs PROGRAM RESULT.h5 PAGE.html
// RESULT.h5 is shown by PAGE.html, too, as the program wrote it.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, closeSync, ftruncateSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { carryOut, faultsOfAccess, launch, open, partOf } from "./reader.mjs";

const [program, result, html] = process.argv.slice(2);
const pictures = process.env.SKILLSCALE_PICTURES;
const patience = { timeout: 60_000 };
const folder = mkdtempSync(join(tmpdir(), "skillscale-file-"));

function begin() {
  const server = spawn(program, ["serve", folder, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let told = "";
    server.on("exit", (status) => reject(new Error(`the server ended with ${status}`)));
    server.stdout.on("data", (part) => {
      told += part;
      const address = /serving (\S+)\//.exec(told);
      if (address) resolve({ server, here: address[1] });
    });
  });
}

async function viewer(browser, here) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "en-GB" });
  const faults = [];
  const requests = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${here}/open`);
  await page.waitForSelector('html[data-file="waiting"]');
  return { page, faults, requests };
}

/** Drops a file of some bytes, as a reader does with the mouse. */
async function drop(page, name, bytes) {
  await page.evaluate(({ name, base64 }) => {
    const given = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([given], name));
    for (const kind of ["dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
  }, { name, base64: bytes.toString("base64") });
}

async function refused(page, why) {
  const part = await page.waitForSelector(`[data-part="file-fault"][data-why="${why}"]`, patience);
  assert.equal(await page.locator("progress").count(), 0, "nothing goes on turning");
  return part.textContent();
}

async function picture(page, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

const whole = readFileSync(result);

const checks = {
  async "shows a dropped result as the page that the program writes"(browser, here) {
    const { page, faults, requests } = await viewer(browser, here);
    await picture(page, "open-file");
    assert.deepEqual(await faultsOfAccess(page), []);
    await drop(page, "dropped.h5", whole);
    await page.waitForSelector('html[data-file="shown"][data-digest]', patience);
    const stored = JSON.parse(partOf(html, "result"));
    assert.equal(await page.evaluate(() => document.documentElement.dataset.digest), stored.digest);
    const texts = (opened) => opened.locator("main").innerText();
    const own = await open(browser, html, "v=1&lang=en&view=ledger");
    for (const view of ["overview", "pipeline", "ledger", "origin", "assumptions", "about"]) {
      for (const opened of [page, own.page]) await opened.evaluate((hash) => (location.hash = hash), `v=1&lang=en&view=${view}`);
      for (const opened of [page, own.page]) await opened.waitForSelector(`html[data-view="${view}"]`);
      assert.equal(await texts(page), await texts(own.page), view);
    }
    await own.page.close();
    assert.deepEqual(faults, []);
    assert.deepEqual(requests.filter((url) => !/^(data|blob):/.test(url)).map((url) => new URL(url).pathname), ["/open", "/open/reader.js"]);
    await page.close();
  },

  async "has the numbers of skillscale export"(browser, here) {
    const { page } = await viewer(browser, here);
    await drop(page, "dropped.h5", whole);
    await page.waitForSelector('html[data-file="shown"]', patience);
    let compared = 0;
    for (const variable of ["stock", "arrivals", "enrolments"]) {
      await page.evaluate((hash) => (location.hash = hash), `v=1&lang=en&view=explore&flows=monthly&var=${variable}`);
      const figure = page.locator(`figure[data-variable="${variable}"]`).first();
      await figure.waitFor(patience);
      if (!(await figure.locator("details").evaluate((each) => each.open))) await figure.locator("summary").first().click();
      await figure.locator("tbody tr").first().waitFor(patience);
      const shown = await figure.locator("tbody tr").evaluateAll((rows) =>
        rows.map((row) => [row.dataset.month, row.querySelectorAll("td")[2].textContent]));
      const medians = totalMedians(variable);
      for (const [month, text] of shown) {
        assert.equal(Number(text.replace(/,/g, "").replace("−", "-")), medians.get(month), `${variable} in ${month}`);
        ++compared;
      }
    }
    assert.ok(compared > 60);
    await page.close();
    return `${compared} medians`;
  },

  async "says what is wrong with a file and what to do, and goes on"(browser, here) {
    const { page, faults } = await viewer(browser, here);
    const damaged = Buffer.from(whole);
    damaged[Math.floor(whole.length / 2)] ^= 1;
    const unsealed = whole.subarray(0, whole.lastIndexOf("\nskillscale-seal"));
    for (const [name, bytes, why, words] of [
      ["letter.h5", Buffer.from("Dear colleague,"), "foreign", /not an HDF5 file.*Choose a file/s],
      ["empty.h5", Buffer.alloc(0), "empty", /empty.*Copy it again/s],
      ["half.h5", whole.subarray(0, Math.floor(whole.length / 2)), "truncated", /cut short.*Copy it again/s],
      ["bit.h5", damaged, "damaged", /damaged.*Copy it again/s],
      ["other.h5", unsealed, "unsealed", /not a result as skillscale wrote it.*Choose a file/s],
    ]) {
      await drop(page, name, bytes);
      const told = await refused(page, why);
      assert.match(told, words);
      assert.match(told, new RegExp(name));
    }
    await picture(page, "open-file-refused");
    assert.deepEqual(await faultsOfAccess(page), []);
    await page.click('[data-choice="de"]');
    assert.match(await page.textContent('[data-part="file-fault"]'), /lässt sich nicht anzeigen/);
    await drop(page, "dropped.h5", whole);
    await page.waitForSelector('html[data-file="shown"]', patience);
    await drop(page, "letter.h5", Buffer.from("Dear colleague,"));
    await refused(page, "foreign");
    assert.deepEqual(faults, []);
    await page.close();
  },

  async "refuses a file beyond its limit without reading it"(browser, here) {
    const { page } = await viewer(browser, here);
    const large = join(folder, "large.h5");
    const opened = openSync(large, "w");
    ftruncateSync(opened, 2 * 1024 ** 3 + 1);
    closeSync(opened);
    await page.setInputFiles('[data-action="choose-file"]', large);
    assert.match(await refused(page, "large"), /2\.0 GB.*reads files up to 2\.0 GB.*skillscale export/s);
    rmSync(large);
    await page.close();
  },

  async "sends who drops a file onto a stored page to the server"(browser) {
    const { page, faults } = await open(browser, html, "v=1&lang=en");
    await drop(page, "dropped.h5", Buffer.from("anything"));
    assert.match(await page.textContent('[data-part="drop-notice"]'), /cannot open dropped\.h5: start skillscale serve/);
    await picture(page, "drop-notice");
    assert.deepEqual(faults, []);
    await page.close();
  },
};

/** Month -> median over runs of the sum over all cells, from what `export` prints. */
function totalMedians(variable) {
  const csv = execFileSync(program, ["export", result, "--variable", variable, "--format", "csv"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const [head, ...rows] = csv.trim().split("\n").filter((line) => !line.startsWith("#")).map((line) => line.split(","));
  const at = (name) => head.indexOf(name);
  const sums = new Map();
  for (const row of rows) {
    const month = row[at("month")];
    const run = `${row[at("draw")]} ${row[at("replicate")]}`;
    if (!sums.has(month)) sums.set(month, new Map());
    sums.get(month).set(run, (sums.get(month).get(run) ?? 0) + Number(row[row.length - 1]));
  }
  return new Map([...sums].map(([month, runs]) => {
    const sorted = [...runs.values()].sort((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    return [month, (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2];
  }));
}

const { server, here } = await begin();
const browser = await launch();
const failed = await carryOut(checks, browser, here);
await browser.close();
server.removeAllListeners("exit");
server.kill("SIGINT");
rmSync(folder, { recursive: true });
process.exit(failed > 0 ? 1 : 0);
