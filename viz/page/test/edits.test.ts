import assert from "node:assert/strict";
import { test } from "node:test";
import {
  baseLevers, isUnchanged, levers, linesOf, misreadEdits, nextEdits, noEdits, readEdits, scenarioFile, withLever, withValue, writeEdits, type Edits,
} from "../src/live/edits";
import { seedHalves } from "../src/live/ensemble";
import { historyOf, redo, step, undo } from "../src/live/history";
import type { LiveInput } from "../src/live/input";

const input: LiveInput = {
  format: "skillscale-live/1", why_not: "", file: "some/folder/small.yaml", changes: ["pool.multiplicity=50"], agents: 1000, seed: "7",
  replicates: 4, months: 48, every: 1, start: [2024, 7], first_stored: [2024, 7], policy_sections: ["levers", "platform"],
  levers: [
    { lever: "recognition.staff", number: 7, field: "recognition", meaning: "", zones: [0.5, 2, 5] },
    { lever: "language.places", number: 4, field: "language", meaning: "", zones: [0.5, 2, 5] },
  ],
  lever_keys: {
    strength: { unit: "1", least: -1, most: 100, standard: 0 }, ramp: { unit: "months", least: 0, most: 600, standard: 0 },
    start: { unit: "months", least: 0, most: 1e9, standard: 0 }, cost_per_month: { unit: "EUR/month", least: 0, most: 1e9, standard: 0 },
  },
  ranges: { "visa.lapse": [0, 1], "platform.intensity": [0, 1] },
  worlds: [
    { name: "scenario", lines: "months 48\nnames lever staff\nnumber levers.staff.lever 7\nnumber levers.staff.strength 0.5\nnumber visa.lapse 0.1\n" },
    { name: "no_partnerships", lines: "months 48\nnumber visa.lapse 0.1\n" },
  ],
  digests: [],
};
const base = baseLevers(input);
const changed = (): Edits => withValue(withLever(base, noEdits, "language_places", { on: true, strength: 2 }), "visa.lapse", 0.3);

test("the levers are those of the scenario, and one that is off for every other row of the table", () => {
  assert.deepEqual(base.map(({ name, on, strength }) => [name, on, strength]), [["staff", true, 0.5], ["language_places", false, 1.25]]);
});

test("a lever that is again as in the base is no change", () => {
  const there = withLever(base, noEdits, "staff", { strength: 2 });
  assert.equal(levers(base, there)[0]?.strength, 2);
  assert.ok(isUnchanged(withLever(base, there, "staff", { strength: 0.5 })));
});

test("levers change the scenario alone, assumptions every world, policy sections the scenario alone", () => {
  const edits = withValue(changed(), "platform.intensity", 0.4);
  const own = linesOf(input, 0, edits).split("\n");
  assert.ok(own.includes("names lever staff language_places"));
  assert.ok(own.includes("number levers.language_places.lever 4"));
  assert.ok(own.includes("number visa.lapse 0.3") && !own.includes("number visa.lapse 0.1"));
  assert.ok(own.includes("number platform.intensity 0.4"));
  assert.equal(linesOf(input, 1, edits), "months 48\nnumber visa.lapse 0.3\n");
});

test("a lever that is switched off leaves the lines", () => {
  const lines = linesOf(input, 0, withLever(base, noEdits, "staff", { on: false }));
  assert.doesNotMatch(lines, /lever/);
});

test("the address gives back what was written, within what a scenario may say", () => {
  assert.deepEqual(readEdits(writeEdits(changed()), input), changed());
  assert.deepEqual(readEdits("s~visa.lapse~9!l~nobody~1~1~1~1~1!s~unknown~1!x", input), { levers: {}, values: { "visa.lapse": 1 } });
  assert.deepEqual(readEdits("l~staff~1~Infinity~0~0~0", input), noEdits);
});

test("what a link cannot have is named", () => {
  assert.deepEqual(misreadEdits(writeEdits(changed()), input), { adjusted: [], unknown: [] });
  assert.deepEqual(misreadEdits("s~visa.lapse~9!l~nobody~1~1~1~1~1!s~unknown~1!x", input),
    { adjusted: ["visa.lapse"], unknown: ["nobody", "unknown", "x"] });
  assert.deepEqual(misreadEdits("l~staff~1~900~0~0~0", input).adjusted, ["staff"]);
  assert.deepEqual(misreadEdits("", input), { adjusted: [], unknown: [] });
});

test("the scenario file extends the file of the run and says only what differs", () => {
  const lines = scenarioFile(input, "Small", withLever(base, changed(), "staff", { on: false })).split("\n");
  const wanted = ["extends: small.yaml", "  multiplicity: 50", "  months: 48", "  seed: 7", "  staff: null",
    "    lever: language.places", "    start: 2026-07", "  lapse: 0.3"];
  for (const line of wanted) assert.ok(lines.includes(line), `${line} is missing in\n${lines.join("\n")}`);
});

test("undo and redo walk the steps; a slider that is held makes one", () => {
  let history = historyOf(noEdits);
  for (const strength of [0.6, 0.7, 0.8]) history = step(history, withLever(base, noEdits, "staff", { strength }), "slider");
  history = step(history, changed());
  assert.equal(history.past.length, 2);
  assert.equal(levers(base, undo(history).now)[0]?.strength, 0.8);
  assert.ok(isUnchanged(undo(undo(history)).now));
  assert.deepEqual(redo(redo(undo(undo(history)))).now, changed());
  assert.equal(undo(historyOf(noEdits)).past.length, 0);
});

test("what may come next is what the slider would give, beginning with its neighbours", () => {
  const told = (edits: Edits, name: string): string[] => nextEdits(base, edits, name).map(writeEdits);
  const at = (strength: number): Edits => withLever(base, noEdits, "staff", { strength });
  const next = told(at(0.6), "staff");
  for (const strength of [0.65, 0.55, 0.7, 0.5]) assert.ok(next.includes(writeEdits(at(strength))), `${strength}`);
  assert.deepEqual(next.slice(0, 2), [writeEdits(at(0.65)), writeEdits(at(0.55))]);
  assert.ok(next.includes(writeEdits(withLever(base, at(0.6), "staff", { on: false }))));
  assert.deepEqual(told(noEdits, "language_places"), [writeEdits(withLever(base, noEdits, "language_places", { on: true }))]);
  assert.equal(told(at(0), "staff").length, 5);
  assert.deepEqual(told(noEdits, "unknown"), []);
});

test("a seed is handed over in two halves", () => {
  assert.deepEqual(seedHalves("20240101"), [0, 20240101]);
  assert.deepEqual(seedHalves("18446744073709551615"), [4294967295, 4294967295]);
});
