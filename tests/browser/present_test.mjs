// A session in the room, in a real browser without a network: presenter mode, guesses, history, bookmarks, links.
// node present_test.mjs PAGE.html...
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { faultsOfAccess, open, outsideOf, runChecks } from "./reader.mjs";

const patience = { timeout: 240_000 };
const lastStep = 6;
const refined = (page, data) => page.waitForSelector(`html[data-live-digest][data-live-replicates="${data.replicates}"]`, patience);
const at = (page, step) => page.waitForSelector(`html[data-present="${step}"]`);

async function switchOn(page, lever) {
  const row = page.locator(`[data-lever="${lever}"]`);
  await row.evaluate((element) => (element.closest("details").open = true));
  await row.locator('input[type="checkbox"]').check();
}

async function saved(page, action) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-action="${action}"]`)]);
  return readFileSync(await download.path(), "utf8");
}

/** Two tables guess, seats are moved, the result is revealed. */
async function session(page, data) {
  await page.click('[data-go="2"]');
  await page.fill("#guess", "1");
  await page.click('[data-action="add-table"]');
  await page.fill("#guess-2", "1000000");
  await page.click('[data-action="reveal"]');
  await at(page, 3);
  await switchOn(page, "partnership_seats");
  await refined(page, data);
  assert.equal(await page.locator("main figure, main [data-headline]").count(), 0, "no result before it is revealed");
  await page.click('[data-action="next"]');
  await at(page, 4);
}

const checks = {
  async "starts from a button, from the address and from a query, and ends with Escape"(browser, file) {
    const { page, faults } = await open(browser, file, "v=1&lang=en");
    await page.click('[data-action="present"]');
    await at(page, 1);
    assert.ok(Number.parseFloat(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)) > 18);
    assert.equal(await page.locator("main figure.big").count(), 2);
    assert.ok(await page.locator("main figure.mini").count() >= 3);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
    await page.keyboard.press("Escape");
    await page.waitForSelector("html:not([data-present])");
    await page.goto(page.url().replace("#", "?present#"));
    await at(page, 1);
    await page.keyboard.press("End");
    await at(page, lastStep);
    await page.reload();
    await at(page, lastStep);
    assert.deepEqual(faults, []);
    await page.close();
  },

  async "is led by keys alone"(browser, file) {
    const { page } = await open(browser, file, "v=2&lang=en&present=1");
    for (let step = 2; step <= lastStep; ++step) {
      await page.keyboard.press("ArrowRight");
      await at(page, step);
    }
    await page.keyboard.press("n");
    await page.waitForSelector(".present-notes");
    const clock = page.locator('[data-part="clock"]');
    assert.equal(await clock.getAttribute("aria-pressed"), "true");
    await page.keyboard.press("t");
    await page.waitForSelector('[data-part="clock"][aria-pressed="false"]');
    await page.keyboard.press("Home");
    await at(page, 1);
    await page.keyboard.press("ArrowLeft");
    await at(page, 1);
    await page.close();
  },

  async "holds the guesses of two tables against the ensemble and saves them"(browser, file, data) {
    const opened = await open(browser, file, "v=2&lang=en&present=1");
    const { page, faults } = opened;
    await page.context().setOffline(true);
    await session(page, data);
    assert.match(await page.textContent('[data-part="revealed"]'), /Closest: Table 1/);
    const json = JSON.parse(await saved(page, "guesses-json"));
    const digest = await page.getAttribute("html", "data-live-digest");
    assert.equal(json.stored_digest, data.digest);
    assert.equal(json.live_digest, digest);
    assert.equal(json.replicates, data.replicates);
    assert.deepEqual(json.guesses.map(({ table, guess, place }) => [table, guess, place]), [["Table 1", 1, 1], ["Table 2", 1000000, 2]]);
    assert.ok(json.interval.low > 1 && json.interval.median < 1000000);
    for (const { guess, deviation } of json.guesses) assert.ok(Math.abs(guess - json.interval.median - deviation) < 1e-6);
    const csv = await saved(page, "guesses-csv");
    assert.ok(csv.includes(digest) && csv.includes(data.digest), csv);
    assert.match(csv, /^"Table 2",1000000,.*,0,2$/m);
    await page.click('[data-action="next-group"]');
    await at(page, 1);
    assert.doesNotMatch(page.url(), /edit=/);
    assert.deepEqual(outsideOf(opened), []);
    assert.deepEqual(faults, []);
    await page.close();
  },

  async "keeps bookmarks in the link, also for a fresh profile, and compares them"(browser, file, data) {
    const { page } = await open(browser, file, "v=2&lang=en&present=1");
    await session(page, data);
    await page.keyboard.press("End");
    await at(page, lastStep);
    await page.fill('[data-field="bookmark"]', "Table 1 & co");
    await page.click('[data-action="bookmark"]');
    const row = page.locator('[data-package="Table 1 & co"]');
    assert.equal(await row.locator(".interval-bar").count(), 4);
    const url = page.url();
    await page.close();
    const fresh = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const other = await fresh.newPage();
    await other.goto(url);
    await refined(other, data);
    await other.waitForSelector('[data-package="Table 1 & co"] .interval-bar');
    assert.equal(await other.locator('[data-package="Table 1 & co"] .interval-bar').count(), 4);
    await fresh.close();
  },

  async "lists every step, goes back to any, and replays the last with R"(browser, file) {
    const { page } = await open(browser, file, "v=1&lang=en&panel=1");
    await switchOn(page, "partnership_seats");
    await switchOn(page, "language_places");
    const list = page.locator('[data-part="history"]');
    await list.locator("summary").click();
    assert.equal(await list.locator("li").count(), 3);
    assert.match(await list.locator("li").nth(2).textContent(), /Language course places abroad/);
    await page.locator("h1").click();
    await page.keyboard.press("r");
    await page.waitForFunction(() => !location.hash.includes("language_places"));
    await page.waitForFunction(() => location.hash.includes("language_places"));
    await list.locator("li").nth(0).locator("button").click();
    await page.waitForFunction(() => !location.hash.includes("edit="));
    assert.equal(await list.locator("li.future").count(), 2);
    await page.close();
  },

  async "takes a link of the first form, and says when one is of a newer page"(browser, file) {
    const first = "v=1&view=pipeline&lang=de&panel=1&edit=l~partnership_seats~1~0.5~24~12~0";
    const { page } = await open(browser, file, first);
    assert.match(await page.textContent('[data-part="changes"]'), /Plätze der Partnerschaften: Stärke 0,5/);
    assert.equal(await page.getAttribute("html", "data-view"), "pipeline");
    await page.close();
    const newer = await open(browser, file, "v=99&lang=en&view=about");
    assert.match(await newer.page.textContent("main"), /made by a newer page/);
    await newer.page.close();
  },

  async "keeps to the WCAG 2.2 AA rules of axe in every step, and fits a phone"(browser, file) {
    for (const language of ["en", "de"]) {
      for (let step = 1; step <= lastStep; ++step) {
        const { page } = await open(browser, file, `v=2&lang=${language}&present=${step}`, { width: 1366, height: 768 });
        await page.keyboard.press("n");
        assert.deepEqual(await faultsOfAccess(page), [], `${language} ${step}`);
        await page.setViewportSize({ width: 390, height: 844 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `step ${step} is ${over} px too wide`);
        await page.close();
      }
    }
  },
};

await runChecks(checks, process.argv.slice(2));
