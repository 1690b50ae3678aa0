// Opens a result page from file:// in a real browser and checks what a reader gets: node page_test.mjs PAGE.html...
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { exportsOf, faultsOfAccess, open, outsideOf, pageWith, rowsOfExports, runChecks } from "./reader.mjs";

const views = ["overview", "pipeline", "ledger", "origin", "places", "explore", "assumptions", "about"];

const script = (data) => JSON.stringify(data).replace(/</g, "\\u003c");

/** The six-digit text that tables show. */
function exact(value, locale) {
  if (value === null) return locale === "de-DE" ? "kein Wert" : "no value";
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }).format(value).replace(/^-/, "\u2212");
}

const checks = {
  async "opens without any request but for itself"(browser, file, data) {
    const opened = await open(browser, file, "v=1&lang=en");
    const { page, faults } = opened;
    for (const view of views) await page.click(`nav a[data-view="${view}"]`);
    assert.deepEqual(outsideOf(opened), []);
    assert.deepEqual(faults, []);
    assert.equal(await page.getAttribute("html", "data-digest"), data.digest);
    await page.close();
  },

  async "switches language and keeps it in the address"(browser, file) {
    const { page } = await open(browser, file, "v=1&lang=en");
    assert.equal(await page.getAttribute("html", "data-language"), "en");
    await page.click('button[data-choice="de"]');
    assert.equal(await page.getAttribute("html", "lang"), "de");
    assert.match(await page.textContent("nav"), /Annahmen/);
    assert.match(page.url(), /lang=de/);
    await page.reload();
    await page.waitForSelector('html[data-language="de"]');
    await page.close();
  },

  async "speaks Arabic from right to left, and never wider than a phone"(browser, file) {
    const { page, faults } = await open(browser, file, "v=2&lang=ar", { width: 390, height: 844 });
    assert.equal(await page.getAttribute("html", "dir"), "rtl");
    assert.match(await page.textContent("nav"), /\p{Script=Arabic}/u);
    assert.match(await page.locator('figure[data-variable="arrivals"] h3').first().textContent(), /الوافدون إلى ألمانيا/);
    assert.equal(await page.locator("figure svg.time-chart").first().evaluate((svg) => getComputedStyle(svg).direction), "ltr");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth) <= 0);
    await page.click('button[data-choice="en"]');
    assert.equal(await page.getAttribute("html", "dir"), "ltr");
    assert.deepEqual(faults, []);
    await page.close();
  },

  async "shows from where people come and to which Laender they go"(browser, file, data) {
    for (const [language, locale] of [["en", "en-GB"], ["de", "de-DE"]]) {
      const { page, faults } = await open(browser, file, `v=1&lang=${language}&view=places`);
      const variable = data.variables.find((v) => v.name === "arrivals_by_land");
      const slice = variable.slices.find((s) => s.axes.join() === "land");
      const middle = slice.horizon.quantile[Math.floor(slice.quantiles.length / 2)];
      const years = data.months.length / 12;
      const labels = data.axes.land.labels;
      const perYear = labels.map((_, cell) => (middle[slice.cells ? slice.cells.indexOf(cell) : cell] ?? 0) / years);
      const most = labels[perYear.indexOf(Math.max(...perYear))];
      assert.equal(await page.locator(".land-tiles [data-land]").count(), 16);
      const short = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(Math.max(...perYear));
      assert.ok((await page.textContent(`.land-tiles [data-land="${most}"]`)).includes(short), short);
      assert.equal(await page.locator('[data-part="laender"] tbody tr').first().getAttribute("data-label"), most);
      assert.equal(await page.locator(".corridor-map [data-origin]").count(), data.axes.origin.labels.length);
      assert.deepEqual(faults, []);
      await page.close();
    }
  },

  async "shows experiments that stand in the page, and no view of them without any"(browser, file) {
    const { page, faults } = await open(browser, file, "v=1&lang=de&view=overview");
    assert.equal(await page.locator('nav a[data-view="influence"]').count(), 0);
    const estimate = (value) => ({ value, low: value - 1, high: value + 1 });
    const finding = {
      outcome: "additional", unit: "persons/year", year: 2040, is_constant: false, is_enough: false, units_wanted: 900,
      factors: [{ factor: "language_places", first: estimate(12), total: estimate(15) }, { factor: "lapse", first: estimate(3), total: estimate(4) }],
    };
    const packages = [["pilots_as_today", 5, 0.2], ["no_partnerships", 9, 0]].map(([name, regret, share]) => (
      { package: name, worst: -1, mean: 2, best: 4, largest_regret: regret, no_regret: share }));
    const analyses = [
      { method: "sobol", points: 64, replicates: 2, findings: [{ ...finding, year: 2030, factors: [] }, finding] },
      { futures: 32, goals: [{ outcome: "gain", unit: "1", aim: "larger", packages }], pareto: ["pilots_as_today"] },
    ];
    await page.setContent(readFileSync(file, "utf8").replace(
      /(id="skillscale-analyses">)[\s\S]*?(<\/script>)/, (_, before, after) => `${before}${script(analyses)}${after}`));
    await page.waitForSelector('html[data-ready="true"]');
    await page.click('nav a[data-view="influence"]');
    assert.match(await page.textContent('[data-outcome="additional"] h3'), /zählt am meisten für „Zusätzliche Ankünfte pro Jahr“: 12/);
    assert.equal(await page.locator('[data-outcome="additional"] [data-factor]').count(), 2);
    assert.match(await page.textContent('[data-outcome="additional"]'), /Zu wenige Läufe/);
    assert.equal(await page.locator('[data-goal="gain"] tbody tr').first().getAttribute("data-label"), "pilots_as_today");
    assert.match(await page.textContent('[data-goal="gain"] tbody tr'), /★/);
    assert.deepEqual(await faultsOfAccess(page), []);
    assert.deepEqual(faults, []);
    await page.close();
  },

  async "shows the numbers of the file in the table twin"(browser, file, data) {
    for (const [language, locale] of [["en", "en-GB"], ["de", "de-DE"]]) {
      const { page } = await open(browser, file, `v=1&lang=${language}&view=explore&var=arrivals`);
      const figure = page.locator('figure[data-variable="arrivals"][data-mode="level"]').first();
      await figure.locator("summary").click();
      const total = data.variables.find((v) => v.name === "arrivals").slices.find((s) => s.axes.length === 0);
      const reference = data.worlds[1];
      for (const [pace, stored, first] of [["year", total.year_mean, 11], ["monthly", total, 0]]) {
        await figure.locator(`button[data-choice="${pace}"]`).click();
        await figure.locator(`tr[data-month="${data.months[first]}"]`).waitFor();
        assert.equal(await figure.locator("tr[data-month]").count(), data.months.length - first, pace);
        for (const at of [first, Math.floor(data.months.length / 2), data.months.length - 1]) {
          const cells = await figure.locator(`tr[data-month="${data.months[at]}"] td`).allTextContents();
          const own = stored.quantile.map((quantile) => exact(quantile[0]?.[at] ?? 0, locale));
          const other = exact(stored.reference_median[reference][0]?.[at] ?? 0, locale);
          assert.deepEqual(cells, [...own, other]);
        }
      }
      await page.close();
    }
  },

  async "draws flows as means of twelve months until single months are asked for"(browser, file) {
    const { page } = await open(browser, file, "v=1&lang=en&view=explore&var=arrivals");
    const flow = page.locator('figure[data-mode="level"]').first();
    assert.equal(await flow.getAttribute("data-pace"), "year");
    assert.match(await flow.locator(".legend").textContent(), /12-month mean/);
    assert.match(await flow.locator("h3").textContent(), /in the 12 months to/);
    const smooth = await flow.locator("path.median").getAttribute("d");
    await flow.locator('button[data-choice="monthly"]').click();
    assert.equal(await flow.getAttribute("data-pace"), "month");
    assert.match(page.url(), /flows=monthly/);
    assert.doesNotMatch(await flow.locator(".legend").textContent(), /12-month mean/);
    assert.notEqual(await flow.locator("path.median").getAttribute("d"), smooth);
    await page.goto(page.url().replace("var=arrivals", "var=stock").replace("&flows=monthly", ""));
    const stock = page.locator('figure[data-variable="stock"]').first();
    await stock.waitFor();
    assert.equal(await stock.getAttribute("data-pace"), "month");
    assert.equal(await stock.locator('button[data-choice="monthly"]').count(), 0);
    await page.close();
  },

  async "tells gains in runs and in EUR, and names who loses"(browser, file, data) {
    const reference = data.worlds[1];
    const against = (name) => data.headline.find((headline) => headline.name === name)?.difference[reference];
    const { page } = await open(browser, file, "v=1&lang=en");
    const text = (name) => page.locator(`[data-headline="${name}"]`).first().textContent();
    for (const side of ["origin", "destination", "migrant"]) {
      const card = await text(`${side}_gain`);
      const gain = against(`${side}_gain`);
      if (gain.known > 0) assert.ok(card.includes(`gains in ${gain.above} of ${gain.known} runs`), card);
      assert.match(card, /Present value: \u2212?\u20ac[\d.]+/);
      const isSplit = typeof against(`${side}_value_within_horizon`)?.median === "number";
      assert.equal(/within the horizon.* what those who are there at the end are expected to yield/.test(card), isSplit, card);
    }
    const three = against("triple_win");
    if (three.known > 0) {
      assert.ok((await text("triple_win")).includes(`All three gain in ${three.above} of ${three.known} runs`));
      assert.match(await text("triple_win"), /Each in its own yardstick/);
      const isLosing = against("gain_origin_households").losing > 0;
      assert.match(await text("nobody_worse_off"), isLosing ? /households.*not among the seven/ : /households.*not among them/);
      const workers = against("gain_domestic_workers");
      const losers = await text("nobody_worse_off");
      assert.equal(losers.includes(`domestic workers (${workers.losing} of ${workers.known})`), workers.losing > 0, losers);
    }
    assert.equal(await page.locator('tr[data-headline="gain_origin_households"]').count(), 1);
    const ended = data.headline.find((headline) => headline.name === "last_partnership_end").scenario.known;
    const sentence = page.locator('.callout[data-headline="last_partnership_end"]');
    assert.equal(await sentence.count(), ended > 0 ? 1 : 0);
    if (ended > 0) assert.match(await sentence.textContent(), new RegExp(`In ${ended} of \\d+ runs every partnership had ended by`));
    await page.close();
  },

  async "hides what is zero in every world and shows waits per office"(browser, file, data) {
    const zero = (spread) => spread.low === 0 && spread.high === 0;
    const { page } = await open(browser, file, "v=1&lang=de");
    for (const headline of data.headline.filter((one) => /_wait_months$|home_track/.test(one.name))) {
      const isNothing = [headline.scenario, ...Object.values(headline.difference)].every(zero);
      const rows = await page.locator(`tr[data-headline="${headline.name}"]`).count();
      assert.equal(rows, isNothing ? 0 : 1, headline.name);
    }
    await page.click('nav a[data-view="pipeline"]');
    for (const office of data.waits.offices.filter((one) => one.scenario.known > 0)) {
      const shown = await page.locator(`[data-waits="authority"] tr[data-label="${office.label}"] strong`).textContent();
      assert.equal(shown, office.scenario.median.toFixed(1).replace(".", ","));
    }
    await page.close();
  },

  async "calls and draws nothing as clear with fewer than ten runs"(browser, file, data) {
    const few = structuredClone(data);
    few.replicates = 9;
    few.draws = 0;
    for (const headline of few.headline) {
      for (const spread of [headline.scenario, ...Object.values(headline.difference)]) {
        spread.above = Math.round((spread.above / Math.max(1, spread.known)) * 9);
        spread.known = Math.min(9, spread.known);
      }
    }
    const { file: lean, remove } = pageWith(file, "result", script(few));
    for (const [language, sentence] of [["en", /fewer than 10 runs no difference is called clear/], ["de", /weniger als 10 L.ufen hei.t kein/]]) {
      const { page } = await open(browser, lean, `v=1&lang=${language}`);
      assert.match(await page.locator("#key-title + p").textContent(), sentence);
      assert.match(await page.locator("#win-title + p").textContent(), sentence);
      assert.equal(await page.locator(".verdict-box.holds, .verdict-box.fails").count(), 0);
      assert.equal(await page.locator(".win-value:not(.open)").count(), 0);
      const drawn = await page.locator("table.headline td:not(.words):has(.range)").evaluateAll((cells) =>
        cells.filter((cell) => !cell.classList.contains("open"))
          .filter((cell) => cell.cellIndex !== 2 || !cell.closest('[aria-labelledby="key-title"]'))
          .map((cell) => cell.closest("tr").dataset.headline));
      assert.deepEqual(drawn, [], "only the scenario's own values are black");
      for (const note of await page.locator('figure[data-variable="arrivals"] .note').allTextContents()) assert.match(note, sentence);
      await page.close();
    }
    remove();
  },

  async "keeps going without the headlines and waits that a result may lack"(browser, file, data) {
    const bare = { ...data, headline: data.headline.filter((one) => one.name === "arrivals_per_year"), waits: { offices: [], stages: [] } };
    const { file: lean, remove } = pageWith(file, "result", script(bare));
    const { page, faults } = await open(browser, lean, "v=1&lang=en");
    for (const view of views) await page.click(`nav a[data-view="${view}"]`);
    assert.deepEqual(faults, []);
    await page.click('nav a[data-view="overview"]');
    assert.equal(await page.locator(".win").count(), 0);
    assert.equal(await page.locator('tr[data-headline="arrivals_per_year"]').count(), 1);
    await page.close();
    remove();
  },

  async "draws the part of a band that lies below zero"(browser, file, data) {
    const crossing = data.variables.find((variable) => {
      const total = variable.slices.find((slice) => slice.axes.length === 0);
      const change = total?.difference_quantile[data.worlds[1]];
      if (!change?.[0]?.[0]) return false;
      const low = Math.min(...change[0][0]);
      const high = Math.max(...change[change.length - 1][0]);
      return low < 0 && high > 0 && Math.min(-low, high) > 0.1 * (high - low);
    });
    assert.ok(crossing, "the result has a difference that crosses zero");
    const { page } = await open(browser, file, `v=1&lang=en&view=explore&flows=monthly&var=${crossing.name}`);
    const boxes = await page.evaluate(() => {
      const svg = document.querySelector('figure[data-mode="difference"] svg.time-chart');
      const zero = Number(svg.querySelector(".zero-line").getAttribute("y1"));
      const box = svg.querySelector(".band-outer").getBBox();
      return { zero, top: box.y, bottom: box.y + box.height, hatched: svg.querySelector(".band-below-zero") !== null };
    });
    assert.ok(boxes.bottom > boxes.zero + 2, "the band reaches below the zero line");
    assert.ok(boxes.top < boxes.zero - 2, "the band reaches above the zero line");
    assert.ok(boxes.hatched);
    await page.close();
  },

  async "moves the cursor by keyboard and says the values"(browser, file, data) {
    const { page } = await open(browser, file, "v=1&lang=en&view=explore&var=arrivals");
    const handle = page.locator('figure[data-mode="level"] [role="slider"]').first();
    await handle.focus();
    await page.keyboard.press("Home");
    assert.equal(await handle.getAttribute("aria-valuenow"), "0");
    await page.keyboard.press("PageUp");
    assert.equal(await handle.getAttribute("aria-valuenow"), String(Math.min(12, data.months.length - 1)));
    assert.match(await handle.getAttribute("aria-valuetext"), /^12 months to January 20\d\d: This scenario/);
    assert.equal(await page.locator("svg .cursor-mark line").count() > 1, true, "all charts share the cursor");
    await page.close();
  },

  async "saves drawing, picture and table with digest and seed"(browser, file, data) {
    const { page } = await open(browser, file, "v=1&lang=en&view=explore&var=arrivals");
    const buttons = page.locator('figure[data-mode="level"] .export button');
    const texts = [];
    for (const at of [0, 1, 2]) {
      const [download] = await Promise.all([page.waitForEvent("download"), buttons.nth(at).click()]);
      texts.push(readFileSync(await download.path()));
    }
    assert.deepEqual([...texts[0].subarray(1, 4)], [..."PNG"].map((letter) => letter.charCodeAt(0)));
    for (const text of texts.slice(1).map(String)) {
      assert.ok(text.includes(data.digest.slice(0, 12)), "digest");
      assert.ok(text.includes(String(data.seed)), "seed");
    }
    await page.close();
  },

  async "saves the flow of stages as picture, drawing and table, with all that makes it again"(browser, file, data) {
    const { page } = await open(browser, file, "v=1&lang=en&view=pipeline");
    const figure = page.locator('figure[data-figure="stage-flow"]');
    if ((await figure.count()) === 0) return "no flow in this result";
    const rows = rowsOfExports(await exportsOf(page, figure), data);
    await figure.locator("summary").click();
    await figure.locator("tbody tr").first().waitFor();
    const shown = await figure.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.dataset.row));
    assert.deepEqual(rows.slice(1).map(([stage]) => stage), shown);
    for (const [stage, onward, lost] of rows.slice(1)) {
      const { cases } = data.waits.stages.find(({ label }) => label === stage);
      assert.deepEqual([Number(onward), Number(lost)], [cases.completed?.median ?? 0, cases.dropped?.median ?? 0], stage);
    }
    await page.close();
    return `${shown.length} stages`;
  },

  async "saves map and tiles of places as picture, drawing and table, with all that makes them again"(browser, file, data) {
    for (const language of ["en", "de"]) {
      const { page, faults } = await open(browser, file, `v=1&lang=${language}&view=places`);
      for (const [part, axis] of [["corridors", "origin"], ["laender", "land"]]) {
        const card = page.locator(`[data-part="${part}"]`);
        const files = await exportsOf(page, card);
        const [head, ...rows] = rowsOfExports(files, data);
        assert.deepEqual(head.slice(0, 4), [axis, "arrivals a year low", "arrivals a year median", "arrivals a year high"]);
        assert.deepEqual(rows.map(([label]) => label), await card.locator("tbody tr").evaluateAll((all) => all.map((one) => one.dataset.label)));
        assert.ok(rows.every(([, low, median, high]) => Number(low) <= Number(median) && Number(median) <= Number(high)), part);
        assert.equal((files.svg.text.match(new RegExp(`data-${axis}=`, "g")) ?? []).length, part === "laender" ? 16 : rows.length);
      }
      assert.deepEqual(faults, []);
      await page.close();
    }
  },

  async "prints every section as a report, whatever view is open"(browser, file) {
    for (const [language, view] of [["en", "ledger"], ["de", "overview"]]) {
      const { page, faults } = await open(browser, file, `v=1&lang=${language}&view=${view}`);
      const names = {};
      for (const each of views) names[each] = await page.textContent(`nav a[data-view="${each}"]`);
      const pdf = (await page.pdf({ format: "A4", tagged: true, outline: true })).toString("latin1");
      const titles = [...pdf.matchAll(/\/Title (?:\(((?:\\.|[^)\\])*)\)|<([0-9A-Fa-f]+)>)/g)].map(([, plain, hex]) =>
        hex ? Buffer.from(hex, "hex").swap16().toString("utf16le") : plain);
      for (const each of views.filter((name) => name !== "explore"))
        assert.ok(titles.some((title) => title.includes(names[each])), `${each}: ${names[each]} is not in ${titles.length} headings`);
      assert.ok((pdf.match(/\/Type \/Page\b/g) ?? []).length >= views.length - 1, "every section begins on a page of its own");
      await page.waitForFunction(() => document.querySelectorAll("[data-printed]").length === 0);
      assert.equal(await page.getAttribute("html", "data-view"), view);
      assert.deepEqual(faults, []);
      await page.close();
    }
  },

  async "says what every assumption means in German"(browser, file, data) {
    const { page } = await open(browser, file, "v=1&lang=de&view=assumptions");
    const told = await page.locator("table.assumptions .meaning[lang]").evaluateAll((all) => all.map((each) => each.lang));
    assert.equal(told.length, data.parameters.length);
    // The made-up result has meanings of its own; a result of the program has those of the table.
    const isMadeUp = data.git_id === "sample" || !data.parameters.some((row) => row.path === "pool.multiplicity");
    if (!isMadeUp) assert.deepEqual([...new Set(told)], ["de"]);
    await page.close();
    return isMadeUp ? "made-up meanings" : `${told.length} meanings`;
  },

  async "says from which run a result branches off"(browser, file, data) {
    const past = "0123456789abcdef0123456789abcdef";
    const branched = pageWith(file, "result", script({ ...data, branched_from: past }));
    const { page } = await open(browser, branched.file, "v=1&lang=en&view=about");
    assert.match(await page.textContent(".badge"), /branched from 01234567/);
    assert.match(await page.textContent("dl.facts"), new RegExp(past));
    await page.close();
    branched.remove();
    const { page: own } = await open(browser, file, "v=1&lang=en&view=about");
    assert.doesNotMatch(await own.textContent(".badge"), /branched from/);
    await own.close();
  },

  async "a link to a chart restores it, an unreadable result is told in a sentence"(browser, file) {
    const { page } = await open(browser, file, "v=1&lang=de&view=assumptions&q=wage");
    assert.equal(await page.inputValue('input[type="search"]'), "wage");
    await page.setContent(readFileSync(file, "utf8").replace(/(id="skillscale-result">)[\s\S]*?(<\/script>)/, "$1{}$2"));
    await page.waitForSelector('html[data-ready="error"]');
    assert.match(await page.textContent("main"), /skillscale-page\/1/);
    await page.close();
  },

  async "keeps to the WCAG 2.2 AA rules of axe in every view and language"(browser, file) {
    for (const language of ["en", "de", "fr", "ar"]) {
      for (const view of views) {
        const { page } = await open(browser, file, `v=1&lang=${language}&view=${view}`);
        await page.locator("details").evaluateAll((all) => all.slice(0, 1).forEach((each) => (each.open = true)));
        assert.deepEqual(await faultsOfAccess(page), [], `${language} ${view}`);
        await page.close();
      }
    }
  },

  async "never scrolls sideways on a phone"(browser, file) {
    for (const view of views) {
      const { page } = await open(browser, file, `v=1&lang=de&view=${view}`, { width: 390, height: 844 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${view} is ${over} px too wide`);
      await page.close();
    }
  },
};

await runChecks(checks, process.argv.slice(2));
