// Holds charts of the made-up result against pictures that people have looked at: node picture_test.mjs PAGE.html
// node picture_test.mjs --renew PAGE.html writes the pictures anew; look at them before they are committed.
//
// Compared is coarse structure: each drawing without its text, whose font is the machine's, averaged over a grid of 48 cells in
// width, in grey. Other smoothing moves single dots, a missing band, axis or bar moves whole cells. Text has tests of its own.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { open, runChecks } from "./reader.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "pictures");
const isRenewal = process.argv[2] === "--renew";
const viewport = { width: 1280, height: 900 };
const columns = 48;

/** Most that cells may differ by on average, and most that one cell may, of 255. */
const tolerance = { mean: 1.5, cell: 30 };

/** A view, its drawing, and a part of it without which the drawing says something else. */
const drawings = {
  arrivals: { view: "overview", drawing: 'figure[data-variable="arrivals"] svg.time-chart', part: ".band-outer, .band-inner" },
  "stage-flow": { view: "pipeline", drawing: 'figure[data-figure="stage-flow"] svg.time-chart', part: "[data-stage=language] path" },
  "party-bars": { view: "ledger", drawing: "svg.party-bars", part: "[data-party=employer] rect" },
  laender: { view: "places", drawing: "svg.land-tiles", part: "[data-land=NW]" },
  corridors: { view: "places", drawing: "svg.corridor-map", part: "[data-origin]" },
};

/** Runs in the browser: grey values of a picture's cells, and the picture of them. */
async function greyCells([base64, columns]) {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const rows = Math.max(1, Math.round((columns * image.naturalHeight) / image.naturalWidth));
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  pen.drawImage(image, 0, 0);
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
  const sums = new Float64Array(columns * rows);
  const counts = new Float64Array(columns * rows);
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      const cell = Math.floor((y * rows) / height) * columns + Math.floor((x * columns) / width);
      const at = 4 * (y * width + x);
      sums[cell] += 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2];
      counts[cell] += 1;
    }
  }
  const cells = [...sums].map((sum, cell) => Math.round(sum / counts[cell]));
  canvas.width = columns;
  canvas.height = rows;
  const small = pen.createImageData(columns, rows);
  cells.forEach((grey, cell) => small.data.set([grey, grey, grey, 255], 4 * cell));
  pen.putImageData(small, 0, 0);
  return { cells, rows, png: canvas.toDataURL("image/png").split(",")[1] };
}

function differenceOf(one, other) {
  const sizes = one.cells.map((grey, cell) => Math.abs(grey - other.cells[cell]));
  return { mean: sizes.reduce((sum, size) => sum + size, 0) / sizes.length, cell: Math.max(...sizes) };
}

const isNear = ({ mean, cell }) => mean <= tolerance.mean && cell <= tolerance.cell;
const told = ({ mean, cell }) => `${mean.toFixed(2)} on average, ${cell} at most`;

async function held(browser, file, name) {
  const { view, drawing, part } = drawings[name];
  const { page, faults } = await open(browser, file, `v=2&lang=en&view=${view}`, viewport);
  const reader = await browser.newPage();
  const cellsOf = (bytes) => reader.evaluate(greyCells, [bytes.toString("base64"), columns]);
  await page.evaluate(() => document.fonts.ready);
  const svg = page.locator(drawing).first();
  await svg.evaluate((element) => element.querySelectorAll("text").forEach((one) => (one.style.visibility = "hidden")));
  const now = await cellsOf(await svg.screenshot({ animations: "disabled" }));
  const kept = join(folder, `${name}.png`);
  if (isRenewal) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(kept, Buffer.from(now.png, "base64"));
  }
  const wanted = await cellsOf(readFileSync(kept));
  assert.equal(now.rows, wanted.rows, "the drawing has another shape");
  const found = differenceOf(now, wanted);
  assert.ok(isNear(found), `${told(found)}; allowed ${tolerance.mean} and ${tolerance.cell}`);
  const without = async (selector) => {
    await svg.evaluate((element, hidden) => {
      for (const one of hidden ? element.querySelectorAll(hidden) : [element]) one.style.visibility = "hidden";
    }, selector);
    return differenceOf(await cellsOf(await page.screenshot({ clip: await svg.boundingBox() })), wanted);
  };
  const lacking = await without(part);
  assert.ok(!isNear(lacking), `without ${part} the drawing counts as the same: ${told(lacking)}`);
  const missing = await without("");
  assert.ok(!isNear(missing), `no drawing at all counts as the same: ${told(missing)}`);
  assert.deepEqual(faults, []);
  await reader.close();
  await page.close();
  return `${told(found)}; without a part ${told(lacking)}; without all ${told(missing)}`;
}

const checks = Object.fromEntries(Object.keys(drawings).map((name) =>
  [`draws ${name} as in the picture`, (browser, file) => held(browser, file, name)]));

await runChecks(checks, process.argv.slice(isRenewal ? 3 : 2));
