import assert from "node:assert/strict";
import { test } from "node:test";
import { parseResult, ResultError } from "../src/load";
import {
  bandsOf, cellsOf, findSlice, findVariable, horizonOf, livingLabels, middle, pointAt, quantilesOf, scenario, signOf,
  zeroVerdict,
} from "../src/series";
import type { Result, Variable } from "../src/result";
import { sampleResult } from "./sample";

const result = sampleResult(36);
const named = (name: string): Variable => {
  const found = findVariable(result, name);
  assert.ok(found);
  return found;
};

test("a cell is found by its labels, last axis fastest", () => {
  const arrivals = named("arrivals");
  const slice = findSlice(arrivals, ["partnership_type", "origin"]);
  assert.ok(slice);
  const cells = cellsOf(result, slice);
  const bands = bandsOf(result, arrivals, { origin: "TUN", partnership_type: "alone" }, scenario);
  const at = cells.findIndex((cell) => cell.origin === "TUN" && cell.partnership_type === "alone");
  assert.deepEqual(bands, slice.quantile.map((quantile) => quantile[at]));
});

test("a cell that was left out reads as zeros, an unknown one as undefined", () => {
  const stock = named("stock");
  assert.ok(!livingLabels(result, stock, "stage").includes("left"));
  const left = bandsOf(result, stock, { stage: "left" }, scenario);
  assert.deepEqual(left?.[1], new Array(36).fill(0));
  assert.equal(bandsOf(result, stock, { stage: "nowhere" }, scenario), undefined);
});

test("sums over the horizon of a flow add its months when replicates agree", () => {
  const flow = named("net_flow");
  const total = horizonOf(result, flow, { party: "donor" }, { kind: "reference", name: "no_partnerships" });
  assert.deepEqual(total, [0]);
  assert.equal(horizonOf(result, named("seats"), {}, scenario), undefined);
});

test("the median stands in the middle and quantiles are named by how many there are", () => {
  assert.equal(middle([1, 2, 3, 4, 5]), 3);
  assert.deepEqual(quantilesOf(result, 3), [0.05, 0.5, 0.95]);
  assert.deepEqual(quantilesOf(result, 1), [0.5]);
  assert.deepEqual(pointAt([[1], [2], [3]], 0), { low: 1, median: 2, high: 3 });
});

test("an interval that touches zero does not exclude it", () => {
  assert.equal(signOf(0, 3), "zero");
  assert.equal(signOf(0.1, 3), "above");
  assert.equal(signOf(-3, -0.1), "below");
  assert.equal(signOf(null, null), "zero");
});

test("the verdict names the first month from which the band stays on its side", () => {
  const four = { ...result, months: ["2024-01", "2024-02", "2024-03", "2024-04"] } as Result;
  const verdict = zeroVerdict(four, [[-3, -1, 1, 1], [-2, 0, 2, 2], [-1, 1, 3, 3]]);
  assert.deepEqual(verdict, { atEnd: "above", since: 2, everOpposite: true });
  assert.equal(zeroVerdict(four, [[1, 1, 1, -1], [2, 2, 2, 0], [3, 3, 3, 1]]).atEnd, "zero");
});

test("an extract of another format or shape is refused in a sentence", () => {
  assert.throws(() => parseResult("{{result}}"), ResultError);
  assert.throws(() => parseResult('{"format":"other/9"}'), /other\/9/);
  const broken = structuredClone(result);
  broken.variables[0]?.slices[0]?.quantile[0]?.[0]?.pop();
  assert.throws(() => parseResult(JSON.stringify(broken)), /stock/);
  assert.equal(parseResult(JSON.stringify(result)).digest, result.digest);
});
