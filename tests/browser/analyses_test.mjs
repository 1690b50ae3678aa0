// A page with analyses and a network of partnerships: node analyses_test.mjs PAGE.html...
import assert from "node:assert/strict";
import { exportsOf, faultsOfAccess, open, outsideOf, partOf, rowsOfExports, runChecks } from "./reader.mjs";

const locales = [["en", "en-GB"], ["de", "de-DE"]];
const short = (value, locale) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(value).replace(/^-/, "\u2212");

const checks = {
  async "shows each method's factors in the order and with the numbers that the program printed"(browser, file) {
    const all = JSON.parse(partOf(file, "analyses")).filter((one) => one.findings);
    assert.deepEqual(all.map((one) => one.method), ["sobol", "morris"]);
    for (const [language, locale] of locales) {
      const opened = await open(browser, file, `v=2&lang=${language}&view=influence`);
      for (const { method, findings } of all) {
        const card = opened.page.locator(`[data-method="${method}"]`);
        const drawn = await card.locator("svg [data-factor]").evaluateAll((each) => each.map((one) => one.dataset.factor));
        assert.deepEqual(drawn, findings[0].factors.map((one) => one.factor));
        const [first] = findings[0].factors;
        const measure = Object.keys(first).find((name) => typeof first[name] === "object");
        assert.ok((await card.locator("h3").textContent()).includes(short(first[measure].value, locale)));
        assert.ok((await card.locator(`tr[data-label="${first.factor}"]`).textContent()).includes(short(first[measure].value, locale)));
      }
      const falling = opened.page.locator('[data-method="morris"] svg [data-factor="language.drop"]');
      assert.match(await falling.textContent(), /↓/, "what lowers the outcome says so");
      assert.deepEqual(opened.faults, []);
      assert.deepEqual(outsideOf(opened), []);
      await opened.page.close();
    }
  },

  async "puts packages by regret and marks those that none beats"(browser, file) {
    const { goals, pareto } = JSON.parse(partOf(file, "analyses")).find((one) => one.goals);
    const order = [...goals[0].packages].sort((a, b) => a.largest_regret - b.largest_regret).map((one) => one.package);
    for (const [language] of locales) {
      const { page } = await open(browser, file, `v=2&lang=${language}&view=influence`);
      const rows = page.locator("[data-goal] tbody tr");
      assert.deepEqual(await rows.evaluateAll((each) => each.map((row) => row.dataset.label)), order);
      for (const name of order)
        assert.equal((await page.locator(`[data-goal] tr[data-label="${name}"] th`).textContent()).includes("★"), pareto.includes(name), name);
      await page.close();
    }
  },

  async "says in the assumptions which place a parameter has"(browser, file) {
    const { page } = await open(browser, file, "v=2&lang=de&view=assumptions&q=migration.hazard");
    const ranked = page.locator('tr:has(code:text-is("migration.hazard")) [data-rank]');
    assert.equal(await ranked.getAttribute("data-rank"), "1");
    assert.match(await ranked.textContent(), /Nr\. 1 von 3/);
    await page.close();
  },

  async "steps through the years of the network by keyboard and keeps the year in the link"(browser, file, data) {
    for (const [language] of locales) {
      const { page, faults } = await open(browser, file, `v=2&lang=${language}&view=network`);
      const years = data.network;
      const drawn = () => page.locator(".network-chart [data-partnership]").count();
      assert.equal(await drawn(), years.at(-1).partnerships.length);
      await page.locator('.network-steps input[type="range"]').focus();
      await page.keyboard.press("Home");
      await page.waitForFunction((year) => location.hash.includes(`year=${year}`), years[0].year);
      assert.equal(await drawn(), years[0].partnerships.length);
      const seats = years[0].partnerships.reduce((sum, one) => sum + one.seats, 0);
      assert.ok((await page.textContent('[data-part="network"] h3')).includes(short(seats, language === "de" ? "de-DE" : "en-GB")));
      await page.reload();
      await page.waitForSelector('html[data-ready="true"]');
      assert.equal(await page.locator(".network-steps output").textContent(), String(years[0].year));
      assert.equal(await page.locator('[data-part="network"] tbody tr').count(), years[0].partnerships.length);
      assert.deepEqual(faults, []);
      await page.close();
    }
  },

  async "says and draws who learns from whom, and the type of what formed during the run"(browser, file, data) {
    const { year, partnerships } = data.network.at(-1);
    const pupils = partnerships.filter((one) => one.lent > 0);
    const formed = partnerships.find((one) => one.name === "");
    assert.ok(pupils.length > 1 && formed);
    for (const [language, locale] of locales) {
      const { page, faults } = await open(browser, file, `v=2&lang=${language}&view=network&year=${year}`);
      assert.equal(await page.locator(".network-chart [data-lent]").count(), pupils.length);
      const most = short(Math.max(...pupils.map((one) => one.lent)), locale);
      const words = await page.textContent('[data-part="learning-words"]');
      assert.ok(words.includes(`${pupils.length} `) && words.includes("Triple Win Bosnia") && words.includes(most), words);
      const row = await page.textContent(`tr[data-partnership="${formed.partnership}"]`);
      assert.ok(row.includes("Triple Win Bosnia") && row.includes(short(formed.lent, locale)), row);
      assert.match(row, language === "de" ? /Ausbildung in der Herkunft|Herkunft/ : /origin/i);
      assert.deepEqual(faults, []);
      await page.close();
    }
  },

  async "plays the years to the last, and offers no playing where motion is unwanted"(browser, file, data) {
    const { page } = await open(browser, file, `v=2&lang=en&view=network&year=${data.network.at(-2).year}`);
    await page.click('button[data-choice="play"]');
    await page.waitForFunction((year) => document.querySelector(".network-steps output").textContent === String(year), data.network.at(-1).year);
    await page.waitForSelector('button[data-choice="play"][aria-pressed="false"]');
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.reload();
    await page.waitForSelector('html[data-ready="true"]');
    assert.equal(await page.locator('button[data-choice="play"]').count(), 0);
    await page.close();
  },

  async "saves what matters and packages with the experiment that they come from"(browser, file, data) {
    const all = JSON.parse(partOf(file, "analyses"));
    for (const [language] of locales) {
      const { page } = await open(browser, file, `v=2&lang=${language}&view=influence`);
      for (const { method, findings } of all.filter((one) => one.findings)) {
        const files = await exportsOf(page, page.locator(`[data-method="${method}"]`));
        const [head, ...rows] = rowsOfExports(files, data);
        assert.match(files.csv.text, new RegExp(`skillscale analyse SWEEP --method ${method}`));
        assert.equal(head[0], "factor");
        assert.deepEqual(rows.map(([factor]) => factor), findings[0].factors.map((one) => one.factor));
        const measure = head[1].split(" ")[0];
        const first = findings[0].factors[0][measure];
        assert.deepEqual(rows[0].slice(1, 4).map(Number), [first.value, first.low, first.high]);
        assert.equal((files.svg.text.match(/data-factor=/g) ?? []).length, rows.length);
      }
      const { goals } = all.find((one) => one.goals);
      const files = await exportsOf(page, page.locator("[data-goal]").first());
      const [head, ...rows] = rowsOfExports(files, data);
      assert.match(files.csv.text, /skillscale robustness SWEEP --larger arrivals/);
      for (const row of rows) {
        const stored = goals[0].packages.find((one) => one.package === row[0]);
        for (const name of ["largest_regret", "worst", "mean", "best"]) assert.equal(Number(row[head.findIndex((one) => one === name)]), stored[name], name);
      }
      assert.equal((files.svg.text.match(/data-package=/g) ?? []).length, goals[0].packages.length);
      await page.close();
    }
  },

  async "saves the network of the year that is shown, and all years as a table"(browser, file, data) {
    const { page } = await open(browser, file, `v=2&lang=de&view=network&year=${data.network[0].year}`);
    const files = await exportsOf(page, page.locator('[data-part="network"]'));
    const [head, ...rows] = rowsOfExports(files, data);
    assert.deepEqual(head.slice(0, 3), ["year", "partnership", "name"]);
    assert.equal(rows.length, data.network.reduce((sum, one) => sum + one.partnerships.length, 0));
    const [last] = data.network.at(-1).partnerships.slice(-1);
    assert.equal(Number(rows.at(-1)[head.indexOf("seats")]), last.seats);
    assert.equal(rows.at(-1)[head.indexOf("origin")], last.origin);
    assert.equal(Number(rows.at(-1)[head.indexOf("experience_lent")]), last.lent);
    assert.equal((files.svg.text.match(/data-partnership=/g) ?? []).length, data.network[0].partnerships.length);
    await page.close();
  },

  async "keeps to the WCAG 2.2 AA rules of axe and to a phone's width"(browser, file) {
    for (const language of ["en", "de", "ar"]) {
      for (const view of ["influence", "network", "assumptions"]) {
        const { page } = await open(browser, file, `v=2&lang=${language}&view=${view}`, { width: 390, height: 844 });
        await page.locator("main details").evaluateAll((all) => all.forEach((each) => (each.open = true)));
        assert.deepEqual(await faultsOfAccess(page), [], `${language} ${view}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth) <= 0, `${language} ${view}`);
        await page.close();
      }
    }
  },
};

await runChecks(checks, process.argv.slice(2));
