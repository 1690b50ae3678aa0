import assert from "node:assert/strict";
import { test } from "node:test";
import { bestRank, lastYears, readAnalyses } from "../src/analyses";
import { layoutOf, meanTrust, radiusOf } from "../src/charts/network-layout";
import type { Partner } from "../src/result";

const partner = (partnership: number, origin: string, centre: number | null = null): Partner => ({
  partnership, name: "", type: "", origin, occupation: "nursing", seats: 10, trust: 0.5, since: "", centre,
});

test("a partnership keeps its place when others come and go", () => {
  const years = [
    { year: 2024, partnerships: [partner(0, "BIH"), partner(1, "PHL")] },
    { year: 2025, partnerships: [partner(1, "PHL"), partner(2, "BIH", 0)] },
  ];
  const layout = layoutOf(years, 800);
  assert.equal(layout.places.size, 3);
  assert.deepEqual(layout.places, layoutOf([...years].reverse(), 800).places);
  assert.equal(layout.places.get(0)?.y, layout.places.get(2)?.y);
  assert.deepEqual([...layout.centres.keys()], [0]);
});

test("seventy partnerships stand apart and inside, also on a phone", () => {
  const many = Array.from({ length: 70 }, (_, at) => partner(at, ["BIH", "PHL", "TUN"][at % 3] ?? "", at % 2 ? at % 5 : null));
  for (const width of [320, 700, 1200]) {
    const layout = layoutOf([{ year: 2030, partnerships: many }], width);
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
