import assert from "node:assert/strict";
import { test } from "node:test";
import { noEdits, withValue } from "../src/live/edits";
import { historyOf, jump, step, undo } from "../src/live/history";
import { guessesCsv, guessesJson, scored, type Answer } from "../src/live/round";
import type { Spread } from "../src/result";
import { initialState, migrated, readHash, writeHash } from "../src/state";
import { sampleResult } from "./sample";

const spread: Spread = { low: 80, median: 100, high: 130, mean: 101, known: 20, above: 20, losing: 0 };
const guesses = [{ name: "A", value: 60 }, { name: "=B", value: 130 }, { name: "C", value: 90 }, { name: "D", value: 110 }];
const answer: Answer = {
  stored: sampleResult(24), spread, units: "persons/year", replicates: 20, liveDigest: "abc", edits: "", changes: ["x"], link: "#v=2",
};

test("guesses are placed by their distance from the median, ties share a place, the interval has its ends", () => {
  assert.deepEqual(scored(guesses, spread).map(({ name, place, isInside, deviation }) => [name, place, isInside, deviation]),
    [["C", 1, true, -10], ["D", 1, true, 10], ["=B", 3, true, 30], ["A", 4, false, -40]]);
  assert.deepEqual(scored(guesses, { ...spread, median: null }), []);
});

test("saved guesses carry digests and replicates, and no name becomes a formula", () => {
  const csv = guessesCsv(guesses, answer);
  assert.match(csv, /live digest abc/);
  assert.match(csv, /^"'=B",130,80,100,130,30,1,3$/m);
  const json = JSON.parse(guessesJson(guesses, answer)) as { stored_digest: string; guesses: { table: string }[] };
  assert.equal(json.stored_digest, answer.stored.digest);
  assert.deepEqual(json.guesses.map(({ table }) => table), ["C", "D", "=B", "A"]);
});

test("any step of the history can be reached, and nothing after it is lost", () => {
  const one = withValue(noEdits, "a.b", 1);
  const two = withValue(one, "a.b", 2);
  const all = step(step(historyOf(noEdits), one), two);
  const first = jump(all, 0);
  assert.deepEqual([first.now, first.future], [noEdits, [one, two]]);
  assert.deepEqual(jump(first, 2), all);
  assert.deepEqual(jump(first, 7), first);
  assert.deepEqual(undo(jump(first, 1)).now, noEdits);
});

test("a link restores step and bookmarks; one of the first form still works; a newer one is known as such", () => {
  const defaults = initialState("en", "pilots_as_today");
  const state = { ...defaults, present: 4, marks: [{ name: "Tisch 1 & Co = #", edits: "l~a~1~0.5~0~0~0!s~b.c~3" }, { name: "as it was", edits: "" }] };
  assert.deepEqual(readHash(writeHash(state, defaults), defaults, ["pilots_as_today"]), state);
  const first = readHash("#v=1&view=ledger&lang=de&panel=1&edit=s~a.b~2&of=12345678", defaults, ["pilots_as_today"]);
  assert.deepEqual(first, { ...defaults, view: "ledger", language: "de", panel: true, edits: "s~a.b~2", of: "12345678" });
  assert.equal(migrated("v=99").isNewer, true);
  assert.equal(migrated("view=ledger").isNewer, false);
  assert.equal(readHash("#v=2&present=99&mark=nothing", defaults, []).present, 6);
  assert.deepEqual(readHash("#v=2&mark=nothing", defaults, []).marks, []);
});
