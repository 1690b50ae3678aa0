// Opens the page of a comparison from file:// and checks it against what compare --json says:
// node compare_test.mjs PROGRAM PAGE.html RESULT.h5...
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { exportsOf, faultsOfAccess, open, outsideOf, runChecks } from "./reader.mjs";

const [program, page, ...results] = process.argv.slice(2);

function said(reference) {
  const printed = execFileSync(program, ["compare", ...results, "--json", "--reference", reference], { maxBuffer: 1e8 });
  return JSON.parse(printed.toString());
}

const locales = { en: "en-GB", de: "de-DE" };

function exact(value, language) {
  if (value === null) return language === "de" ? "kein Wert" : "no value";
  return new Intl.NumberFormat(locales[language], { maximumSignificantDigits: 6 }).format(value).replace(/^-/, "\u2212");
}

const checks = {
  async "opens without any request but for itself"(browser, file) {
    const opened = await open(browser, file, "lang=en");
    assert.deepEqual(outsideOf(opened), []);
    assert.deepEqual(opened.faults, []);
    await opened.page.close();
  },

  async "holds the very numbers of compare --json with each result as the reference"(browser, file, data) {
    for (const [at, { name }] of data.results.entries()) assert.deepEqual(data.against[at], said(name));
    return `${data.against[0].headlines.length} headlines, ${data.results.length} references`;
  },

  async "shows the gains of the three parties for every result"(browser, file, data) {
    for (const language of ["en", "de"]) {
      const { page: shown } = await open(browser, file, `lang=${language}`);
      for (const [at, { name }] of data.results.entries()) {
        await shown.selectOption('select[data-choice="reference"]', String(at));
        const world = await shown.inputValue('select[data-choice="world"]');
        for (const party of ["migrant_gain", "origin_gain", "destination_gain"]) {
          const row = said(name).headlines.find((each) => each.name === party && each.against === world);
          for (const cell of row.scenarios) {
            const text = await shown.textContent(
              `tr[data-headline="${party}"][data-against="${world}"] td[data-result="${cell.scenario}"] .own`);
            const number = Number(text.replace("\u2212", "-").replace(language === "de" ? "," : ".", "."));
            const digits = (text.split(/[.,]/)[1] ?? "").length;
            assert.ok(Math.abs(number - cell.own.median) <= 0.5001 * 10 ** -digits, `${party} ${cell.scenario}: ${text} is not ${cell.own.median}`);
          }
        }
      }
      await shown.close();
    }
  },

  async "draws every result in one chart, absolute, as difference and as ratio, with the numbers as a table"(browser, file, data) {
    const variable = data.variables.find((one) => one.name === "arrivals");
    for (const language of ["en", "de"]) {
      const { page: shown } = await open(browser, file, `lang=${language}&var=arrivals&ref=${data.results[1].name}`);
      await shown.click("figure summary");
      for (const mode of ["level", "difference", "ratio"]) {
        await shown.click(`figure button[data-choice="${mode}"]`);
        await shown.waitForSelector(`figure[data-mode="${mode}"]`);
        const bands = (mode === "level" ? variable.level : variable[mode][1]).filter((band) => band !== null);
        assert.equal(await shown.locator("figure path.median").count(), bands.length, mode);
        assert.equal(await shown.locator("figure .end-label").count(), data.results.length, mode);
        const last = data.months.length - 1;
        const cells = await shown.locator(`figure tr[data-month="${data.months[last]}"] td`).allTextContents();
        assert.deepEqual(cells, bands.flatMap((band) => band.map((q) => exact(q[last], language))), mode);
        assert.match(await shown.textContent("figure h3"), /\d.*“|„/);
      }
      await shown.close();
    }
  },

  async "a difference against another result is the same with the other sign"(browser, file, data) {
    // Both are rounded to six digits, so that they may be one step of the sixth digit apart.
    const step = (value) => (value ? 1.0001 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - 5) : 0);
    for (const { name, difference } of data.variables) {
      for (const q of [0, 1, 2]) {
        for (const [month, value] of difference[0][1][q].entries()) {
          const other = difference[1][0][2 - q][month];
          if (value === null) assert.equal(other, null, name);
          else assert.ok(Math.abs(value + other) <= step(value), `${name} ${data.months[month]}: ${value} and ${other}`);
        }
      }
    }
  },

  async "keeps the choices in the address"(browser, file, data) {
    const { page: shown } = await open(browser, file, "lang=en");
    await shown.selectOption('select[data-choice="variable"]', "stock");
    await shown.click('button[data-choice="ratio"]');
    await shown.selectOption('select[data-choice="reference"]', "1");
    await shown.click('button[data-choice="de"]');
    await shown.reload();
    await shown.waitForSelector('html[data-language="de"] figure[data-variable="stock"][data-mode="ratio"]');
    assert.match(await shown.textContent("thead th:nth-child(3)"), new RegExp(data.results[1].name));
    await shown.close();
  },

  async "saves the chart as picture, drawing and table, each saying where every result comes from"(browser, file, data) {
    const { page: shown } = await open(browser, file, "lang=en&var=arrivals");
    const { png, svg, csv } = await exportsOf(shown, shown.locator("figure"));
    assert.deepEqual([...png.bytes.subarray(1, 4)], [...Buffer.from("PNG")]);
    for (const { text } of [svg, csv]) {
      const flat = text.replace(/<[^>]*>/g, " ").replace(/&amp;/g, "&").replace(/\s+/g, " ");
      for (const result of data.results) {
        for (const word of [result.digest, `seed ${result.seed}`, result.created, result.command.split(" ")[1], result.sources[0].split(" ")[0]])
          assert.ok(word && flat.includes(word), `${word} is missing`);
      }
      assert.match(flat, /skillscale compare .*--html/);
    }
    const rows = csv.text.trim().split("\n").filter((line) => !line.startsWith("#"));
    assert.equal(rows.length, data.months.length + 1);
    const variable = data.variables.find((one) => one.name === "arrivals");
    const last = data.months.length - 1;
    assert.equal(rows[last + 1], [data.months[last], ...variable.level.flatMap((band) => band.map((q) => q[last] ?? ""))].join(","));
    await shown.close();
    return `${png.name}, ${csv.name}`;
  },

  async "has nothing that axe-core finds fault with"(browser, file) {
    for (const [width, height] of [[390, 844], [1366, 768], [1920, 1080]]) {
      for (const hash of ["lang=en", "lang=de&mode=difference"]) {
        const { page: shown } = await open(browser, file, hash, { width, height });
        await shown.click("figure summary");
        assert.deepEqual(await faultsOfAccess(shown), [], `${width} ${hash}`);
        const wide = await shown.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `${width}: the page is ${wide} px too wide`);
        await shown.close();
      }
    }
  },
};

await runChecks(checks, [page]);
