// The live model of a page in a real browser, opened from file:// without a network:
// node live_test.mjs PROGRAM LIBRARY PAGE.html...            every check
// node live_test.mjs --digests PAGE.html...                  only that it gives the digest of the stored result
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { faultsOfAccess, open, outsideOf, pageWith, partOf, runChecks } from "./reader.mjs";

const digestsAlone = process.argv[2] === "--digests";
const [program, library] = process.argv.slice(2);
const files = process.argv.slice(digestsAlone ? 3 : 4);
const patience = { timeout: 240_000 };
const root = (page) => page.evaluate(() => ({ ...document.documentElement.dataset }));
const settled = (page) => page.waitForSelector("html[data-live-digest]", patience);
const refined = (page, data) => page.waitForSelector(`html[data-live-digest][data-live-replicates="${data.replicates}"]`, patience);

/** Remembers every number of replicates of which a picture was painted. */
function rememberPictures() {
  window.pictures = [];
  const look = () => {
    const count = document.documentElement.dataset.liveReplicates;
    const drawn = document.querySelector("figure path.median")?.getAttribute("d");
    if (count && drawn && window.pictures[window.pictures.length - 1]?.count !== Number(count))
      window.pictures.push({ count: Number(count), drawn });
  };
  new MutationObserver(look).observe(document, { attributes: true, childList: true, subtree: true });
}

/** Switches a lever on that the scenario does not have. */
async function switchOn(page, lever) {
  const row = page.locator(`[data-lever="${lever}"]`);
  await row.evaluate((element) => (element.closest("details").open = true));
  await row.locator('input[type="checkbox"]').check();
  return row;
}

/** The page draws a moment after a key. */
async function eventually(read, wanted, what) {
  let found;
  for (let tries = 0; tries < 100; ++tries) {
    found = await read();
    if (found === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(found, wanted, what);
}

async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click('[data-action="save"]')]);
  return readFileSync(await download.path(), "utf8");
}

const digests = {
  async "gives the stored result's digest without any request"(browser, file, data) {
    const opened = await open(browser, file, "v=1&lang=en");
    const { page, faults } = opened;
    await page.context().setOffline(true);
    assert.match(await page.textContent(".badge"), /Stored result/);
    await settled(page);
    const { digest, liveDigest } = await root(page);
    assert.equal(digest, data.digest);
    assert.equal(liveDigest, data.digest);
    await page.waitForSelector(".badge .agrees");
    assert.deepEqual(outsideOf(opened), []);
    assert.deepEqual(faults, []);
    await page.close();
  },
};

const checks = {
  ...digests,

  async "paints a first picture of few replicates and refines it to all"(browser, file, data) {
    const { page } = await open(browser, file, "v=1&lang=en&panel=1", undefined, rememberPictures);
    await settled(page);
    const stored = await page.locator("figure path.median").first().getAttribute("d");
    await switchOn(page, "partnership_seats");
    await refined(page, data);
    const pictures = await page.evaluate(() => window.pictures);
    assert.ok(pictures[0].count < data.replicates, `the first picture has ${pictures[0].count} replicates`);
    assert.equal(pictures[pictures.length - 1].count, data.replicates);
    assert.notEqual(pictures[pictures.length - 1].drawn, stored);
    assert.match(await page.textContent(".badge"), /Live model/);
    assert.equal(await page.inputValue('[data-choice="reference"]'), "stored");
    const { firstPicture, liveDigest } = await root(page);
    assert.notEqual(liveDigest, data.digest);
    await page.close();
    return `first picture of ${pictures[0].count} after ${firstPicture} ms, then ${pictures.slice(1).map((each) => each.count).join(", ")}`;
  },

  // No limit of time stands here: the median is told, and held only against ten times what a free machine takes.
  async "answers ten moves of a lever soon"(browser, file) {
    const { page } = await open(browser, file, "v=1&lang=en&panel=1");
    await settled(page);
    const row = await switchOn(page, "partnership_seats");
    await row.locator('input[type="range"]').focus();
    const ready = () => page.waitForSelector("html[data-live=ready][data-first-picture]", patience);
    const moves = [];
    for (let at = 0; at < 10; ++at) {
      await ready();
      await page.waitForTimeout(400);
      const before = await page.evaluate(() => location.hash);
      await page.keyboard.press("ArrowRight");
      const picture = await page.waitForFunction(
        (hash) => location.hash !== hash && document.documentElement.dataset.firstPicture, before, patience);
      moves.push(Number(await picture.jsonValue()));
    }
    moves.sort((a, b) => a - b);
    const median = (moves[4] + moves[5]) / 2;
    assert.ok(median < 2000, `median ${median} ms`);
    await page.close();
    return `first picture after ${median} ms (median; ${moves[0]} to ${moves[9]}), load ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`;
  },

  async "takes changes back and makes them again by keys"(browser, file, data) {
    const { page } = await open(browser, file, "v=1&lang=en&panel=1");
    const row = await switchOn(page, "recognition_staff");
    await page.waitForSelector("html[data-live-replicates]", patience);
    const slider = row.locator('input[type="range"]');
    const first = await slider.inputValue();
    await slider.fill("3");
    await page.keyboard.press("Control+z");
    await eventually(() => slider.inputValue(), first, "strength after undo");
    await page.keyboard.press("Control+z");
    await eventually(() => row.locator('input[type="checkbox"]').isChecked(), false, "lever after undo");
    assert.match(await page.textContent('[data-part="changes"]'), /Nothing is changed/);
    assert.doesNotMatch(page.url(), /edit=/);
    await page.waitForSelector(".badge:not(.live)");
    await page.keyboard.press("Control+Shift+z");
    await eventually(() => row.locator('input[type="checkbox"]').isChecked(), true, "lever after redo");
    await page.keyboard.press("Control+Shift+z");
    await eventually(() => slider.inputValue(), "3", "strength after redo");
    assert.match(await page.textContent('[data-part="changes"]'), /Staff of recognition offices: strength 3 \(much\)/);
    await page.click('[data-action="reset"]');
    await settled(page);
    assert.equal((await root(page)).liveDigest, data.digest);
    await page.close();
  },

  async "restores everything from a link in a fresh profile"(browser, file, data) {
    const { page } = await open(browser, file, "v=1&lang=de&view=pipeline&panel=1");
    await switchOn(page, "recognition_staff");
    await switchOn(page, "language_places");
    await refined(page, data);
    const link = page.url();
    const { liveDigest } = await root(page);
    await page.close();
    const fresh = await browser.newContext();
    const second = await fresh.newPage();
    await second.goto(link);
    await refined(second, data);
    const there = await root(second);
    assert.equal(there.liveDigest, liveDigest);
    assert.equal(there.view, "pipeline");
    assert.equal(there.language, "de");
    assert.match(await second.textContent('[data-part="changes"]'), /Sprachkursplätze im Ausland/);
    assert.equal(second.url(), link);
    await fresh.close();
  },

  async "names in a sentence what a link cannot have"(browser, file) {
    for (const [language, words] of [["en", [/nearest allowed/, /does not know/]], ["de", [/nächsten erlaubten/, /nicht kennt/]]]) {
      const { page, faults } = await open(browser, file, `v=2&lang=${language}&edit=l~recognition_staff~1~1000000~24~12~0!l~nobody~1~1~24~12~0`);
      assert.match(await page.textContent('[data-part="adjusted"]'), words[0]);
      assert.match(await page.textContent('[data-part="adjusted"]'), /recognition_staff/);
      assert.match(await page.textContent('[data-part="unknown"]'), words[1]);
      assert.match(await page.textContent('[data-part="unknown"]'), /nobody/);
      await page.waitForSelector("html[data-live-replicates]", patience);
      assert.deepEqual(faults, []);
      await page.close();
    }
  },

  async "saves a scenario that the program runs to the same digest"(browser, file, data) {
    const { page } = await open(browser, file, "v=1&lang=en&panel=1");
    const live = JSON.parse(partOf(file, "live"));
    const own = /^names lever (\S+)/m.exec(live.worlds[0].lines)?.[1];
    if (own) await page.locator(`[data-lever="${own}"] input[type="checkbox"]`).uncheck();
    const row = await switchOn(page, "recognition_staff");
    await row.locator('input[type="month"]').fill(`${live.start[0]}-07`);
    await row.locator('input[type="range"]').fill("0.75");
    await switchOn(page, "language_places");
    const { path } = data.parameters.find((parameter) => live.ranges[parameter.path] && parameter.low < parameter.high &&
      !live.policy_sections.includes(parameter.path.split(".")[0]));
    await page.click(".assumption-rows summary");
    await page.fill('.assumption-rows input[type="search"]', path);
    await page.locator(`[data-path="${path}"] input[type="range"]`).press("ArrowRight");
    await refined(page, data);
    const { liveDigest } = await root(page);
    assert.notEqual(liveDigest, data.digest);
    const text = await saved(page);
    assert.ok(text.includes(`  ${path.split(".").pop()}: `), text);
    const copy = pageWith(file, "model", "");
    const scenario = join(copy.folder, "changed.yaml");
    writeFileSync(scenario, text);
    const result = join(copy.folder, "changed.h5");
    execFileSync(program, ["run", scenario, "--quiet", "--output", result], { env: { ...process.env, SKILLSCALE_LIBRARY: library } });
    const digest = execFileSync(program, ["digest", result], { encoding: "utf8" });
    copy.remove();
    assert.equal(digest.slice(0, 32), liveDigest);
    await page.close();
  },

  async "works by keyboard alone"(browser, file) {
    const { page } = await open(browser, file, "v=1&lang=en");
    const reach = async (selector) => {
      for (let tabs = 0; tabs < 400; ++tabs) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`the Tab key never comes to ${selector}`);
    };
    await reach('[data-choice="panel"]');
    await page.keyboard.press("Enter");
    await reach('[data-lever="preparation_orientation"] input[type="checkbox"]');
    await page.keyboard.press("Space");
    await reach('[data-lever="preparation_orientation"] input[type="range"]');
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector("html[data-live-replicates]", patience);
    assert.match(await page.textContent('[data-part="changes"]'), /Orientation before departure/);
    await page.close();
  },

  async "speaks English and German, without a fault of access"(browser, file) {
    for (const [language, words] of [["en", /Levers.*Assumptions/s], ["de", /Stellschrauben.*Annahmen/s]]) {
      const { page } = await open(browser, file, `v=1&lang=${language}&panel=1`);
      await switchOn(page, "recognition_staff");
      await page.click(".assumption-rows summary");
      await page.waitForSelector("html[data-live-replicates]", patience);
      assert.match(await page.textContent(".panel"), words);
      const rows = JSON.parse(partOf(file, "live")).levers;
      const shown = await page.locator(".lever[data-lever] .check").allTextContents();
      const unnamed = rows.filter(({ lever }) => shown.some((name) => name.toLowerCase() === lever.replace(/[._]+/g, " ")));
      assert.deepEqual(unnamed, [], `levers without a name in ${language}`);
      const told = await page.locator(".lever[data-lever] .meaning").allTextContents();
      const english = rows.filter(({ meaning }) => told.includes(meaning)).length;
      assert.equal(english, language === "en" ? rows.length : 0, `meanings in English where the page speaks ${language}`);
      assert.deepEqual(await faultsOfAccess(page), [], language);
      await page.close();
    }
  },

  async "never scrolls sideways on a phone"(browser, file) {
    const { page } = await open(browser, file, "v=1&lang=de&panel=1", { width: 390, height: 844 });
    await switchOn(page, "recognition_staff");
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} px too wide`);
    await page.close();
  },

  async "hides the result until a guess is in, then holds both side by side"(browser, file, data) {
    const { page } = await open(browser, file, "v=1&lang=en&panel=1");
    await page.check('[data-choice="guess"]');
    assert.ok(await page.locator("main figure").count() > 0, "nothing is changed, nothing to guess");
    await switchOn(page, "partnership_seats");
    await page.waitForSelector("main .guess");
    await refined(page, data);
    assert.equal(await page.locator("main figure, main [data-headline]").count(), 0);
    assert.deepEqual(await faultsOfAccess(page), []);
    await page.fill("#guess", "1000000");
    await page.click('[data-action="reveal"]');
    await page.waitForSelector("main figure");
    assert.match(await page.textContent('[data-part="revealed"]'), /You guessed .*The live model says .*too high/);
    await switchOn(page, "language_places");
    await page.waitForSelector("main .guess");
    await page.close();
  },

  async "draws every view of the live result"(browser, file, data) {
    const { page, faults } = await open(browser, file, "v=1&lang=en&panel=1");
    await switchOn(page, "recognition_staff");
    await refined(page, data);
    for (const view of ["pipeline", "ledger", "origin", "explore", "assumptions", "about", "overview"]) {
      await page.click(`nav a[data-view="${view}"]`);
      if (!["assumptions", "about"].includes(view)) await page.waitForSelector("main figure", patience);
    }
    assert.deepEqual(faults, []);
    await page.close();
  },

  async "says in a sentence why there is no live model, and shows the stored result"(browser, file, data) {
    const model = partOf(file, "model");
    const other = model[2000] === "A" ? "B" : "A";
    const old = () => delete window.DecompressionStream;
    const size = JSON.stringify({ ...JSON.parse(partOf(file, "live")), why_not: "size" }).replace(/</g, "\\u003c");
    const cases = [
      [pageWith(file, "model", `${model.slice(0, 2000)}${other}${model.slice(2001)}`), undefined, /damaged/],
      [pageWith(file, "model", model), old, /too old/],
      [pageWith(file, "live", size), undefined, /too large for a browser/],
      [pageWith(file, "live", "null"), undefined, /without the live model/],
    ];
    for (const [changed, prepare, sentence] of cases) {
      const { page, faults } = await open(browser, changed.file, "v=1&lang=en&panel=1", undefined, prepare);
      await page.waitForSelector('[data-part="absence"]', patience);
      assert.match(await page.textContent('[data-part="absence"]'), sentence);
      assert.match(await page.textContent(".badge"), /Stored result/);
      assert.equal((await root(page)).digest, data.digest);
      assert.ok(await page.locator("figure path.median").count() > 0);
      assert.deepEqual(faults, []);
      await page.close();
      changed.remove();
    }
  },
};

await runChecks(digestsAlone ? digests : checks, files);
