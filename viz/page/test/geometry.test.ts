import assert from "node:assert/strict";
import { test } from "node:test";
import { bandPath, linePath, makeScales, monthAt, spreadLabels, startsAtZero, yearTicks } from "../src/charts/geometry";

const frame = { width: 400, height: 200, left: 50, right: 50, top: 10, bottom: 30 };

test("a band that crosses zero is drawn below the zero line", () => {
  const bands = [[-4, -4], [1, 1], [6, 6]];
  const scales = makeScales(frame, 2, [bands]);
  const heights = [...bandPath(scales, bands[0] ?? [], bands[2] ?? []).matchAll(/,(-?[\d.]+)/g)].map((m) => Number(m[1]));
  assert.ok(Math.max(...heights) > scales.y(0) + 10);
  assert.ok(Math.min(...heights) < scales.y(0) - 10);
});

test("months without a value leave a gap", () => {
  const scales = makeScales(frame, 3, [[[1, 2, 3]]]);
  assert.equal(linePath(scales, [1, null, 3]).match(/M/g)?.length, 2);
});

test("zero leaves the axis only when it would flatten the lines", () => {
  assert.equal(startsAtZero([[[470000, 474000]]]), false);
  assert.equal(startsAtZero([[[10, 100]]]), true);
  assert.equal(startsAtZero([[[-10, 100]]]), true);
});

test("labels keep their room, their order and the frame", () => {
  const placed = spreadLabels([100, 101, 102], 18, 0, 110);
  assert.ok((placed[1] ?? 0) - (placed[0] ?? 0) >= 18 && (placed[2] ?? 0) - (placed[1] ?? 0) >= 18);
  assert.ok((placed[2] ?? 0) <= 110);
});

test("year labels are thinned to the room there is", () => {
  const months = Array.from({ length: 252 }, (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`);
  const scales = makeScales(frame, months.length, [[[0, 1]]]);
  const ticks = yearTicks(months, scales, 50);
  assert.ok(ticks.length >= 2 && ticks.length <= 6);
  assert.ok(ticks.every((at) => months[at]?.endsWith("-01")));
});

test("the cursor month stays within the horizon", () => {
  const scales = makeScales(frame, 12, [[[0, 1]]]);
  assert.equal(monthAt(scales, 12, -100), 0);
  assert.equal(monthAt(scales, 12, 1e6), 11);
});
