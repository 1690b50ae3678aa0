import assert from "node:assert/strict";
import { test } from "node:test";
import { parseResult, ResultError } from "../src/load";
import {
  bandsOf, cellsOf, clearnessOf, findHeadline, findSlice, findVariable, firstMonth, hasBothPaces, horizonOf,
  isEverywhereZero, livingLabels, middle, monthAfter, paceOf, pointAt, quantilesOf, saysNothing, scenario, signOf,
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
  assert.deepEqual(bands, slice.quantile?.map((quantile) => quantile[at]));
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
  broken.variables[0]?.slices[0]?.quantile?.[0]?.[0]?.pop();
  assert.throws(() => parseResult(JSON.stringify(broken)), /stock/);
  assert.equal(parseResult(JSON.stringify(result)).digest, result.digest);
});

test("flows are drawn as means of twelve months unless single months are asked for, stocks month by month", () => {
  const arrivals = named("arrivals");
  assert.equal(paceOf(arrivals, {}, false), "year");
  assert.equal(paceOf(arrivals, {}, true), "month");
  assert.equal(paceOf(named("stock"), {}, false), "month");
  const means = bandsOf(result, arrivals, {}, scenario, "year");
  assert.ok(means);
  assert.equal(firstMonth(means), 11);
  const graduates = named("home_track_graduates");
  const seats = bandsOf(result, graduates, { origin: "PHL" }, scenario, "year")?.[1]?.[35] ?? 0;
  assert.ok(seats > 0);
});

test("a slice that holds means alone offers no single months", () => {
  const lean = structuredClone(named("arrivals"));
  for (const slice of lean.slices) {
    delete slice.quantile;
    delete slice.reference_median;
    delete slice.difference_quantile;
  }
  assert.equal(hasBothPaces(named("arrivals"), {}), true);
  assert.equal(hasBothPaces(lean, {}), false);
  assert.equal(paceOf(lean, {}, true), "year");
  const carried = { ...result, variables: [lean] };
  assert.equal(parseResult(JSON.stringify(carried)).variables.length, 1);
  lean.slices[0]?.year_mean?.quantile[0]?.[0]?.pop();
  assert.throws(() => parseResult(JSON.stringify(carried)), /arrivals/);
});

test("a difference is clear only where its interval excludes zero and it is a hundredth of the comparison", () => {
  assert.equal(clearnessOf({ low: -1, median: 50, high: 80 }, 1000, 20), "zero");
  assert.equal(clearnessOf({ low: 2, median: 9.9, high: 12 }, 1000, 20), "small");
  assert.equal(clearnessOf({ low: -12, median: -10, high: -2 }, 1000, 20), "clear");
  assert.equal(clearnessOf({ low: 0.001, median: 0.002, high: 0.003 }, 0, 20), "clear");
  assert.equal(clearnessOf({ low: 0.001, median: 0.002, high: 0.003 }, null, 20), "clear");
});

test("with fewer than ten runs no difference is clear, however far from zero", () => {
  const far = { low: 40, median: 50, high: 80 };
  assert.equal(clearnessOf(far, 100, 9), "few");
  assert.equal(clearnessOf(far, 100, 10), "clear");
});

test("what is zero in every world is known as such", () => {
  const graduates = structuredClone(named("home_track_graduates"));
  assert.equal(isEverywhereZero(graduates), false);
  const total = findSlice(graduates, []);
  assert.ok(total);
  total.cells = [];
  assert.equal(isEverywhereZero(graduates), true);
  const wait = findHeadline(result, "language_wait_months");
  const arrivals = findHeadline(result, "arrivals_per_year");
  assert.ok(wait && arrivals);
  assert.equal(saysNothing(wait), true);
  assert.equal(saysNothing(arrivals), false);
});

test("months are counted from the start of the run, not from the first stored month", () => {
  const quarterly = { ...result, months: ["2024-03", "2024-06", "2024-09"] } as Result;
  assert.equal(monthAfter(result, 1), "2024-01");
  assert.equal(monthAfter(result, 13), "2025-01");
  assert.equal(monthAfter(quarterly, 1), "2024-01");
});
