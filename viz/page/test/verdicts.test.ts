import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { speak } from "../src/i18n/index";
import { scarcityLabel } from "../src/i18n/labels";
import type { Headline, Result, Spread } from "../src/result";
import { bottleneckAgreement, bottleneckTitle } from "../src/views/bottleneck";
import { showOf } from "../src/views/headline-table";
import { partnershipsEnded } from "../src/views/partnership-words";
import { allThreeVerdict, losersOf, nobodyVerdict } from "../src/views/verdict-words";
import { sampleResult } from "./sample";

const sample = sampleResult(24);
const plain = (text: string): string => text.replace(/\u00a0/g, " ");

function spread(part: Partial<Spread>): Spread {
  return { low: null, median: null, high: null, mean: null, known: 20, above: 0, losing: 0, ...part };
}

function world(name: string, scenario: Partial<Spread>): Headline {
  const words = { units: "1", long_name: name, description: name };
  return { name, ...words, pair: false, scenario: spread(scenario), reference: {}, difference: {} };
}

function gain(name: string, against: Partial<Spread>): Headline {
  return { ...world(name, against), pair: true, difference: { pilots_as_today: spread(against) } };
}

function withHeadlines(...headline: Headline[]): Result {
  const months = Array.from({ length: 252 }, (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`);
  return { ...sample, replicates: 20, months, headline };
}

test("partnerships that ended are told with counts and months, lasting ones not at all", () => {
  const ended = withHeadlines(world("last_partnership_end", { known: 14, median: 88.5 }));
  assert.equal(partnershipsEnded(ended, speak("en")),
    "In 14 of 20 runs every partnership had ended by December 2044; half of those by May 2031.");
  assert.equal(partnershipsEnded(ended, speak("de")),
    "In 14 von 20 Läufen waren bis Dezember 2044 alle Partnerschaften beendet; in der Hälfte davon schon bis Mai 2031.");
  const once = withHeadlines(world("last_partnership_end", { known: 1, median: 1 }));
  assert.match(partnershipsEnded(once, speak("en")), /1 of 20 runs .*; the last one in January 2024\./);
  assert.equal(partnershipsEnded(withHeadlines(world("last_partnership_end", { known: 0 })), speak("en")), "");
  assert.equal(partnershipsEnded(withHeadlines(), speak("en")), "");
});

test("the triple win is told in runs, and the two kinds of smallest gain are kept apart", () => {
  const result = withHeadlines(gain("triple_win", { low: -0.1, median: 0.21, high: 0.3, above: 19 }));
  const verdict = allThreeVerdict(result, speak("en"), "pilots_as_today", { who: "the migrants", median: 0.28 });
  assert.ok(verdict);
  assert.equal(verdict.title, "All three gain in 19 of 20 runs");
  assert.match(plain(verdict.text[0] ?? ""), /^In the typical run the smallest of the three gains is 0\.21 \(90 % interval: \u22120\.1 to 0\.3\)\.$/);
  assert.match(verdict.text[1] ?? "", /smallest median is that of the migrants: 0\.28/);
  const unknown = withHeadlines(gain("triple_win", { known: 0 }));
  assert.equal(allThreeVerdict(unknown, speak("en"), "pilots_as_today", { who: "", median: null }), undefined);
});

test("losing groups are named with their runs, most often first, households aside", () => {
  const result = withHeadlines(
    gain("nobody_worse_off", { above: 0 }),
    gain("migrant_gain", { losing: 3 }),
    gain("gain_domestic_workers", { losing: 20 }),
    gain("gain_german_state", { losing: 0 }),
    gain("gain_origin_households", { losing: 9 }),
  );
  assert.equal(losersOf(result, speak("en"), "pilots_as_today"), "domestic workers (20 of 20), migrants (3 of 20)");
  const verdict = nobodyVerdict(result, speak("de"), "pilots_as_today");
  assert.equal(verdict?.title, "Mindestens eine von sieben Gruppen verliert in 20 von 20 Läufen");
  assert.equal(verdict?.holds, false);
  assert.match(verdict?.text.join(" ") ?? "", /inländische Beschäftigte \(20 von 20\).*Anteil von 0,9/);
});

test("nobody is worse off is said from nine tenths of the runs on", () => {
  const at = (above: number): boolean | undefined =>
    nobodyVerdict(withHeadlines(gain("nobody_worse_off", { above })), speak("en"), "pilots_as_today")?.holds;
  assert.equal(at(18), true);
  assert.equal(at(17), false);
  assert.equal(nobodyVerdict(withHeadlines(), speak("en"), "pilots_as_today"), undefined);
});

test("the bottleneck names what is scarce in the words of the program's own table", () => {
  const table = readFileSync(join(process.cwd(), "../../models/vocabulary.h"), "utf8");
  const listOf = (name: string): string[] => {
    const body = new RegExp(`${name}\\{([^}]*)\\}`).exec(table)?.[1] ?? "";
    return [...body.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? "");
  };
  const stages = listOf("stage_names");
  const scarce = listOf("stage_scarcity");
  assert.ok(scarce.length >= 7);
  scarce.forEach((words, at) => {
    assert.equal(scarcityLabel("en", stages[at] ?? ""), words);
    assert.notEqual(scarcityLabel("de", stages[at] ?? ""), words);
  });
});

test("the bottleneck is told with its runs, and runs without partnerships apart", () => {
  const result = withHeadlines(
    world("bottleneck_stage", { mode: 0, mode_share: 0.7 }), world("partnerships_at_end", { above: 17 }));
  assert.equal(bottleneckTitle(result, speak("en")), "Bottleneck: seats of the partnerships (stage “Applicants”)");
  assert.equal(bottleneckTitle(result, speak("de")), "Engpass: Plätze der Partnerschaften (Stufe „Bewerbung“)");
  assert.equal(bottleneckAgreement(result, speak("en")),
    "So it is in 14 of 20 runs. In 3 of 20 runs no partnership is at work at the end.");
  const none = withHeadlines(world("bottleneck_stage", { known: 0 }));
  assert.match(bottleneckTitle(none, speak("en")) ?? "", /none, because no partnership/);
  assert.equal(bottleneckTitle(withHeadlines(), speak("en")), undefined);
});

test("a share of the gap reads in per cent, the difference of two shares in points, waits with a decimal", () => {
  const english = speak("en");
  const gap = { ...gain("gap_share", {}), units: "1" };
  assert.equal(plain(showOf(english, gap, true)(0.00110964)), "0.11 %");
  assert.equal(plain(showOf(english, world("recognised_share", {}), true)(0.012)), "1.2 pp");
  const wait = { ...world("visa_wait_months", {}), units: "months" };
  assert.equal(showOf(english, wait, false)(0.000607), "0.0");
});
