// Simulates the worlds of a page with the model that stands in it, puts them together, and compares with the result
// that stands in the page: digests, headlines, waits, and every slice the page's views need, number by number.
// node live_extract.mjs PAGE.html [REPLICATES]
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const html = readFileSync(process.argv[2], "utf8");
const part = (id) => new RegExp(`id="skillscale-${id}">([\\s\\S]*?)</script>`).exec(html)[1];
const stored = JSON.parse(part("result"));
const live = JSON.parse(part("live"));
const bare = html.length - part("result").length - part("live").length;
assert.ok(bare <= 1_500_000, `the page without its data has ${bare} bytes`);
console.log(`page without its data: ${bare} bytes`);
const module = gunzipSync(Buffer.from(part("model"), "base64"));
const imports = { fd_write: () => { throw new Error("the model wrote a fault"); }, fd_close: () => 0, fd_seek: () => 0 };
const { instance } = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: imports });
const model = instance.exports;
model._initialize?.();

function give(bytes) {
  const at = model.allocate(bytes.length);
  new Uint8Array(model.memory.buffer, at, bytes.length).set(bytes);
}
const giveText = (text) => give(new TextEncoder().encode(text));
const taken = (bytes) => Buffer.from(new Uint8Array(model.memory.buffer, model.output(), bytes));
const seed = BigInt(live.seed);

const digests = [];
live.worlds.forEach(({ lines }, world) => {
  giveText(lines);
  model.add_world(world);
});
for (let replicate = 0; replicate < live.replicates; ++replicate) {
  live.worlds.forEach(({ lines }, world) => {
    giveText(lines);
    model.start(Number(seed >> 32n), Number(seed & 0xffffffffn), replicate, 0, world === 0 ? 0 : 1);
    for (let month = 0; month < live.months; ++month) model.step();
    const words = new BigUint64Array(model.memory.buffer, model.trajectory_digest(), 2);
    digests.push([...words].map((word) => word.toString(16).padStart(16, "0")).join(""));
    give(taken(model.record()));
    assert.equal(model.keep(world, replicate), 1);
  });
}
assert.deepEqual(digests, live.digests);

const words = new BigUint64Array(digests.flatMap((text) => [BigInt(`0x${text.slice(0, 16)}`), BigInt(`0x${text.slice(16)}`)]));
give(new Uint8Array(words.buffer));
assert.equal(taken(model.total()).toString(), stored.digest);

const began = performance.now();
giveText([
  `start ${live.first_stored.join(" ")}`,
  `every ${live.every}`,
  ...live.worlds.map(({ name }, world) => `world ${name} ${world}`),
  `replicates ${Array.from({ length: live.replicates }, (_, at) => at).join(" ")}`,
  `brief ${stored.variables.map((variable) => variable.name).join(" ")}`,
].join("\n"));
const extract = JSON.parse(taken(model.extract()).toString());
console.log(`extract of all variables: ${Math.round(performance.now() - began)} ms`);

assert.equal(extract.replicates, stored.replicates);
assert.deepEqual(extract.headline, stored.headline);

/** Result files keep reals in 32 bits, so six digits may differ in the last. */
function same(a, b, place) {
  if (typeof a === "number" && typeof b === "number") {
    assert.ok(Math.abs(a - b) <= 2e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-3), `${place}: ${a} is not ${b}`);
  } else if (a !== null && typeof a === "object" && b !== null && typeof b === "object") {
    const keys = (of) => Object.keys(of).filter((key) => of[key] !== undefined).sort();
    assert.deepEqual(keys(a), keys(b), place);
    for (const key of keys(a)) same(a[key], b[key], `${place}.${key}`);
  } else {
    assert.equal(a, b, place);
  }
}
same(extract.waits, stored.waits, "waits");
let slices = 0;
for (const variable of stored.variables) {
  const own = extract.variables.find((each) => each.name === variable.name);
  assert.ok(own && own.slices.length > 0, `${variable.name} has no slice`);
  for (const slice of own.slices) {
    const other = variable.slices.find((each) => each.axes.join() === slice.axes.join());
    // Where there is room the stored result has the months of what the views draw as sums alone.
    const isSums = !slice.quantile && !slice.year_mean;
    same(slice, isSums ? { axes: other.axes, quantiles: other.quantiles, cells: other.cells, horizon: other.horizon } : other,
      `${variable.name} by ${slice.axes.join()}`);
    ++slices;
  }
}
console.log(`${digests.length} worlds and ${slices} slices of ${stored.variables.length} variables are equal`);
