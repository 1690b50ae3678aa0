import assert from "node:assert/strict";
import { test } from "node:test";
import { bestRank, lastYears, readAnalyses } from "../src/analyses";
import { layoutOf, learningOf, meanTrust, radiusOf } from "../src/charts/network-layout";
import type { NetworkYear, Partner } from "../src/result";

const partner = (partnership: number, origin: string, centre: number | null = null): Partner => ({
  partnership, name: "", type: "", origin, occupation: "nursing", seats: 10, trust: 0.5, since: "", centre,
  lessons: [], lent: 0, most_experienced: false,
});
const at = (year: number, partnerships: Partner[]): NetworkYear => ({ year, partnerships, holds_learning: true });

test("a partnership keeps its place when others come and go", () => {
  const years = [
    at(2024, [partner(0, "BIH"), partner(1, "PHL")]),
    at(2025, [partner(1, "PHL"), partner(2, "BIH", 0)]),
  ];
  const layout = layoutOf(years, 800);
  assert.equal(layout.places.size, 3);
  assert.deepEqual(layout.places, layoutOf([...years].reverse(), 800).places);
  assert.equal(layout.places.get(0)?.y, layout.places.get(2)?.y);
  assert.deepEqual([...layout.centres.keys()], [0]);
});

test("seventy partnerships stand apart and inside, also on a phone", () => {
  const many = Array.from({ length: 70 }, (_, one) => partner(one, ["BIH", "PHL", "TUN"][one % 3] ?? "", one % 2 ? one % 5 : null));
  for (const width of [320, 700, 1200]) {
    const layout = layoutOf([at(2030, many)], width);
    const places = [...layout.places.values()];
    assert.ok(!layout.isNamed);
    places.forEach((a, at) => {
      assert.ok(a.x + layout.most <= width && a.x >= layout.most && a.y + layout.most <= layout.height, `${width}`);
      for (const b of places.slice(at + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 2 * layout.most, `${width}`);
    });
  }
});

test("the area of a circle tells the seats", () => {
  assert.equal(radiusOf(100, 100, 30), 30);
  assert.equal(radiusOf(25, 100, 30), 15);
  assert.equal(radiusOf(0, 0, 30), 3);
});

test("mean trust weighs by seats and is open without any", () => {
  assert.equal(meanTrust([{ ...partner(0, "BIH"), seats: 30, trust: 1 }, { ...partner(1, "BIH"), seats: 10, trust: 0 }]), 0.75);
  assert.equal(meanTrust([]), null);
});

test("who learns from whom is summed over the year, and nobody teaches without a platform", () => {
  const best = { ...partner(0, "BIH"), most_experienced: true };
  const pupil = { ...partner(1, "PHL"), lent: 12, lessons: [{ from: 2, placements: 3 }, { from: 3, placements: 1.5 }] };
  const learning = learningOf([best, pupil, { ...partner(2, "PHL"), lent: 8 }]);
  assert.equal(learning.best, best);
  assert.deepEqual([learning.lent.length, learning.mostLent, learning.pupils, learning.placements], [2, 12, 1, 4.5]);
  assert.equal(learningOf([best]).best, null);
});

test("an assumption has its best place over outcomes, by its path or by the factor's own name", () => {
  const one = { value: 1, low: 0.5, high: 2 };
  const finding = (outcome: string, year: number, factors: object[]): object => ({ outcome, unit: "", year, is_constant: false, factors });
  const analyses = readAnalyses(JSON.stringify([{
    method: "prcc", points: 9, replicates: 1,
    findings: [
      finding("arrivals", 2030, [{ factor: "fee", prcc: one }, { factor: "office", path: "authorities.tokens", prcc: one }]),
      finding("arrivals", 2031, [{ factor: "office", path: "authorities.tokens", prcc: one }, { factor: "fee", prcc: one }]),
    ],
  }]));
  assert.deepEqual(lastYears(analyses.sensitivities[0]?.findings ?? []).map(({ year }) => year), [2031]);
  assert.deepEqual(bestRank(analyses, "authorities.tokens"), { method: "prcc", outcome: "arrivals", rank: 1, of: 2 });
  assert.equal(bestRank(analyses, "fee")?.rank, 2);
  assert.equal(bestRank(analyses, "office"), null);
});
