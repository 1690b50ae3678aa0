// A room in a real browser: two phones hand in packages, the wall compares them; and the first page runs a scenario.
// node room_test.mjs PROGRAM LIBRARY
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { carryOut, faultsOfAccess, launch } from "./reader.mjs";

const [program, library] = process.argv.slice(2);
const pictures = process.env.SKILLSCALE_PICTURES;
const patience = { timeout: 120_000 };
const phoneScreen = { width: 360, height: 640 };

// The shipped workshop, coarse and short.
const folder = mkdtempSync(join(tmpdir(), "skillscale-room-"));
mkdirSync(join(folder, "parts"));
copyFileSync(join(library, "workshop.yaml"), join(folder, "parts", "hospitals.yaml"));
writeFileSync(join(folder, "workshop.yaml"), `schema: 1
name: Hospitals, coarse
extends: parts/hospitals.yaml
pool: {multiplicity: 500}
ensemble: {replicates: 4}
horizon: {months: 84}
`);

function begin() {
  const server = spawn(program, ["serve", folder, "--port", "0", "--room"], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let told = "";
    server.on("exit", (status) => reject(new Error(`the server ended with ${status}`)));
    server.stdout.on("data", (part) => {
      told += part;
      const address = /serving (\S+)\//.exec(told);
      if (address) resolve({ server, here: address[1], room: /^room +(\S+)/m.exec(told)[1], code: /^code +(\S+)/m.exec(told)[1] });
    });
  });
}

/** A page in a profile of its own, as on a device of its own. */
async function device(browser, address, viewport, locale) {
  const context = await browser.newContext({ viewport, locale, hasTouch: viewport.width < 500 });
  const page = await context.newPage();
  const faults = [];
  const outside = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(address).origin) && !/^(data|blob):/.test(request.url())) outside.push(request.url());
  });
  await page.goto(address);
  return { page, faults, outside, close: () => context.close() };
}

async function picture(page, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

async function choose(page, field, lever, zone) {
  await page.locator(`details[data-field="${field}"]`).evaluate((details) => (details.open = true));
  await page.click(`[data-lever="${lever}"] [data-zone="${zone}"]`);
}

async function join_(phone, code, table) {
  await phone.page.fill('input[name="code"]', code);
  await phone.page.fill('input[name="table"]', table);
  await phone.page.click('button[type="submit"]');
}

const checks = {
  async "two phones hand in and the wall compares them"(browser, { here, room, code }) {
    // With a network the phone opens this machine's address in it, and is another machine to the server.
    const wall = await device(browser, `${here}/wall`, { width: 1366, height: 768 }, "en-GB");
    const first = await device(browser, room, phoneScreen, "de-DE");
    const second = await device(browser, room.split("#")[0], phoneScreen, "en-GB");
    await wall.page.waitForSelector(`[data-part="code"]:has-text("${code}")`);

    assert.equal(await first.page.inputValue('input[name="code"]'), code, "the link in the QR code brings the code along");
    await picture(first.page, "room-join-de");
    await join_(second, "WRONG9", "Union");
    await second.page.waitForSelector('.problem:has-text("not the code")');
    second.faults.length = 0; // the browser tells of the status that was wanted here
    await join_(first, code, "Ministerium");
    await join_(second, code.toLowerCase(), "Union");

    await first.page.waitForSelector('text="Sprache"');
    await choose(first.page, "language", "language.places", 2);
    await choose(first.page, "preparation", "preparation.welcome", 3);
    assert.match(await first.page.textContent('[role="status"]'), /2 Hebel gewählt/);
    await picture(first.page, "room-package-de");
    assert.deepEqual(await faultsOfAccess(first.page), []);
    await first.page.click('[data-action="hand-in"]');
    await second.page.waitForSelector('details[data-field="language"]');
    await choose(second.page, "language", "language.places", 1);
    await second.page.click('[data-action="hand-in"]');

    await wall.page.waitForSelector('tr[data-table="Ministerium"][data-state="done"]', patience);
    await wall.page.waitForSelector('tr[data-table="Union"][data-state="done"]', patience);
    await first.page.waitForSelector('[data-state="done"]', patience);
    const numbers = await wall.page.$$eval("tr[data-table] [data-gain]", (cells) => cells.map((cell) => cell.dataset.median));
    assert.equal(numbers.length, 8);
    assert.ok(numbers.every((number) => number && Number.isFinite(Number(number))), numbers.join(" "));
    const smallest = await wall.page.$$eval('tr[data-table] [data-gain="triple_win"]', (cells) => cells.map((cell) => Number(cell.dataset.median)));
    assert.ok(smallest[0] > smallest[1], "the largest smallest gain stands first");
    const input = await wall.page.$$eval('[data-part="inputs"] [data-lever="language.places"] td', (cells) => cells.map((cell) => cell.textContent));
    assert.deepEqual(input, ["2", "0.25", "0.75", "1.25"]);
    await picture(wall.page, "wall-en");
    assert.deepEqual(await faultsOfAccess(wall.page), []);
    await wall.page.click('[data-action="language"]');
    await wall.page.waitForSelector('text="Die Tische im Vergleich"');
    await picture(wall.page, "wall-de");

    await first.page.reload();
    await first.page.waitForSelector('h1:has-text("Ministerium")');
    assert.equal(await first.page.getAttribute('[data-lever="language.places"] [data-zone="2"]', "aria-pressed"), "true", "the package after a reload");

    assert.deepEqual([...wall.faults, ...first.faults, ...second.faults], []);
    await wall.page.click('[data-action="reset"]');
    await wall.page.click('[data-action="reset"]');
    await first.page.waitForSelector('input[name="code"]', patience);
    await wall.page.waitForFunction((old) => document.querySelector('[data-part="code"]').textContent !== old, code);
    assert.equal(await wall.page.locator("tr[data-table]").count(), 0);
    assert.deepEqual([...wall.faults, ...wall.outside, ...first.outside, ...second.outside], []);
    for (const each of [wall, first, second]) await each.close();
  },

  async "a phone sees nothing of the machine behind the room"(browser, { here, room }) {
    if (new URL(room).hostname === "127.0.0.1") return "left out: this machine is in no network";
    const phone = await device(browser, new URL("/wall", room).href, phoneScreen, "en-GB");
    assert.doesNotMatch(await phone.page.content(), /data-part="code"/);
    await phone.page.goto(new URL("/", room).href);
    assert.equal(new URL(phone.page.url()).pathname, "/room");
    await phone.close();
    return `${here} and ${new URL(room).origin}`;
  },

  async "the first page runs a scenario and opens its result with the live model"(browser, { here }) {
    const { page, faults, outside, close } = await device(browser, `${here}/`, { width: 1366, height: 768 }, "en-GB");
    const card = page.locator('[data-scenario="workshop.yaml"]');
    await card.locator("summary").click();
    await card.locator("textarea").fill("levers.more={lever: language.places, strength: 1e9}");
    await card.locator('[data-action="run"]').click();
    await card.locator('.problem:has-text("strength")').waitFor();
    faults.length = 0; // the browser tells of the status that was wanted here
    await card.locator("textarea").fill("levers.more={lever: language.places, start: 2025-01, strength: 1}");
    await card.locator('[data-action="run"]').click();
    await card.locator('[data-part="page"]').waitFor(patience);
    assert.equal(await card.locator('[data-part="partial"]').getAttribute("data-runs"), "4");
    assert.deepEqual(await faultsOfAccess(page), []);
    await picture(page, "home-en");
    await card.locator('[data-part="page"]').click();
    await page.waitForSelector('html[data-ready="true"]', patience);
    const hasModel = await page.evaluate(() => document.getElementById("skillscale-model").textContent !== "");
    if (hasModel) {
      await page.waitForSelector("html[data-live-digest]", patience);
      const { digest, liveDigest } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
      assert.equal(liveDigest, digest, "the model in the page under the server's policy");
    }
    assert.deepEqual([...faults, ...outside], []);
    await close();
  },
};

const standing = await begin();
const browser = await launch();
let failed = await carryOut(checks, browser, standing);
await browser.close();
standing.server.removeAllListeners("exit");
const ended = new Promise((resolve) => standing.server.on("exit", resolve));
standing.server.kill("SIGINT");
if ((await ended) !== 0) failed += 1;
rmSync(folder, { recursive: true });
process.exit(failed > 0 ? 1 : 0);
