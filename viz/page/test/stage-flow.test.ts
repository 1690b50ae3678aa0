// What the flow of stages draws: people over the horizon, in the order of the way.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Spread, Wait } from "../src/result";
import { ribbon, stagesOf } from "../src/views/stage-flow";

function spread(median: number): Spread {
  return { low: median, median, high: median, mean: median, mode: median, mode_share: 1, known: 1, above: 1, losing: 0 };
}

function stage(label: string, months: number, completed: number, dropped: number): Wait {
  return { label, scenario: spread(months), reference: {}, cases: { completed: spread(completed), dropped: spread(dropped) } };
}

test("stages stand in the order of the way, and those that nobody leaves are left out", () => {
  const rows = [stage("visa", 2, 80, 5), stage("language", 8, 100, 40), stage("training", 0, 0, 0), stage("employed", 90, 3, 4)];
  assert.deepEqual(stagesOf(rows), [
    { label: "language", onward: 100, lost: 40, months: 8 },
    { label: "visa", onward: 80, lost: 5, months: 2 },
  ]);
});

test("a band is as high at each end as it was asked to be", () => {
  const numbers = ribbon(0, 10, 20, 100, 50, 5).match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
  assert.deepEqual(numbers, [0, 10, 50, 10, 50, 50, 100, 50, 55, 50, 55, 50, 30, 0, 30]);
});
