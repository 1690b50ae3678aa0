import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { speak } from "../src/i18n/index";
import { scarcityLabel } from "../src/i18n/labels";
import type { Headline, Result, Spread } from "../src/result";
import { bottleneckAgreement, bottleneckTitle } from "../src/views/bottleneck";
import { clearRule, kindOf } from "../src/views/headline-table";
import { certainty } from "../src/views/overview";
import { partnershipsEnded } from "../src/views/partnership-words";
import {
  allThreeVerdict, losersOf, nobodyVerdict, presentValueOf, sideVerdict,
} from "../src/views/verdict-words";
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
  const verdict = allThreeVerdict(result, speak("en"), "pilots_as_today", { who: "the migrants", spread: spread({ median: 0.28 }) });
  assert.ok(verdict);
  assert.equal(verdict.title, "All three gain in 19 of 20 runs");
  assert.match(plain(verdict.text[0] ?? ""), /^Each in its own yardstick, the smallest of the three gains is 0\.21 in the typical run \(90 % interval: \u22120\.10 to 0\.30\)\.$/);
  assert.match(verdict.text[1] ?? "", /lowest number is that of the migrants: 0\.28.* ranks nobody in EUR/);
  const unknown = withHeadlines(gain("triple_win", { known: 0 }));
  assert.equal(allThreeVerdict(unknown, speak("en"), "pilots_as_today", { who: "", spread: spread({}) }), undefined);
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
  assert.equal(verdict?.title, "Mindestens eine der sieben Gruppen verliert in 20 von 20 Läufen");
  assert.equal(verdict?.holds, false);
  assert.match(verdict?.text.join(" ") ?? "", /inländische Beschäftigte \(20 von 20\).*Anteil von 0,9/);
});

test("the seven groups are named, and families at the origin stand outside them", () => {
  const texts = (losing: number, language: "en" | "de"): string => {
    const result = withHeadlines(gain("nobody_worse_off", { above: 20 }), gain("gain_origin_households", { losing }));
    const verdict = nobodyVerdict(result, speak(language), "pilots_as_today");
    return `${verdict?.title}. ${verdict?.text.join(" ")}`;
  };
  const quiet = texts(0, "en");
  assert.match(quiet, /^None of the seven groups is worse off in 20 of 20 runs\./);
  assert.match(quiet, /seven groups: migrants, German employers, .*, origin workers\./);
  assert.match(quiet, /Origin households, .* are not among them/);
  assert.match(texts(9, "en"), /Origin households, .* lose in 9 of 20 runs \(not among the seven\)/);
  assert.match(texts(9, "de"), /Familien im Herkunftsland, .* verlieren in 9 von 20 Läufen \(nicht unter den sieben\)/);
  assert.match(texts(0, "de"), /gehören nicht dazu/);
});

test("with fewer than ten runs no claim holds or fails, and no side gains or loses", () => {
  const few = withHeadlines(
    gain("nobody_worse_off", { above: 0, known: 9 }), gain("triple_win", { low: 1, median: 2, high: 3, above: 9, known: 9 }));
  const nobody = nobodyVerdict(few, speak("en"), "pilots_as_today");
  const three = allThreeVerdict(few, speak("en"), "pilots_as_today", { who: "", spread: spread({}) });
  assert.deepEqual([nobody?.holds, nobody?.fails, three?.holds], [false, false, false]);
  const clear = { low: 1, median: 2, high: 3 };
  assert.equal(sideVerdict(speak("en"), spread(clear)), "gains");
  assert.equal(sideVerdict(speak("en"), spread({ ...clear, known: 9 })), "too few runs");
  assert.equal(sideVerdict(speak("de"), spread({ ...clear, known: 9 })), "zu wenige Läufe");
  assert.match(clearRule({ ...sample, replicates: 9 }, speak("en")), /fewer than 10 runs no difference is called clear/);
  assert.match(clearRule({ ...sample, replicates: 9 }, speak("de")), /kein Unterschied deutlich/);
  assert.match(clearRule({ ...sample, replicates: 10 }, speak("en")), /is clear where/);
});

test("a present value says how much of it lies within the horizon, where the result tells", () => {
  const euros = (median: number | null): Spread => spread({ median });
  assert.equal(plain(presentValueOf(speak("en"), euros(31.2e6), euros(6.04e6))),
    ", of which €6.04 million within the horizon; the rest is what those who are there at the end are expected to yield");
  assert.match(plain(presentValueOf(speak("de"), euros(31.2e6), euros(6.04e6))), /^, davon 6,04 Mio\. € im Zeitraum; der Rest/);
  assert.match(plain(presentValueOf(speak("en"), euros(31.2e6), euros(-2e6))), /^; within the horizon alone: \u2212€2 million/);
  assert.match(plain(presentValueOf(speak("en"), euros(3e6), euros(4e6))), /^; within the horizon alone: €4 million/);
  assert.match(presentValueOf(speak("en"), euros(3e6), undefined), /^, including what those who are there at the end/);
  assert.match(presentValueOf(speak("de"), euros(3e6), euros(null)), /^, einschließlich dessen, was die am Ende/);
  assert.equal(presentValueOf(speak("en"), euros(null), euros(1)), "");
});

test("the difference of arrivals is explained as a median of paired differences", () => {
  const change = spread({ low: 3.1, median: 9.13, high: 14 });
  assert.equal(plain(certainty(sample, speak("en"), change)),
    "90 % interval of the difference: 3.1 to 14.0. The difference is the median of the differences run by run, " +
    "not the difference of the two medians.");
  assert.match(certainty(sample, speak("de"), change), /der Median der Unterschiede je Lauf/);
  assert.match(certainty(sample, speak("en"), { ...change, low: -1 }), /includes zero/);
  assert.match(certainty(sample, speak("en"), { ...change, known: 9 }), /fewer than 10 runs no difference is called clear/);
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
  assert.match(speak("en").text.bottleneck.text, /dropout of the last year .* can carry the fewest candidates/);
  assert.match(speak("de").text.bottleneck.text, /Abbrüche des letzten Jahres .* die wenigsten/);
  const none = withHeadlines(world("bottleneck_stage", { known: 0 }));
  assert.match(bottleneckTitle(none, speak("en")) ?? "", /none, because no partnership/);
  assert.equal(bottleneckTitle(withHeadlines(), speak("en")), undefined);
});

test("a share of the gap reads in per cent, the difference of two shares in points, waits with a decimal", () => {
  const english = speak("en");
  const gap = { ...gain("gap_share", {}), units: "1" };
  const tell = (headline: Headline, isDifference: boolean, median: number): string =>
    plain(english.interval({ low: 0, median, high: median }, kindOf(headline, isDifference)).median);
  assert.equal(tell(gap, true, 0.00110964), "0.111 %");
  assert.equal(tell(world("recognised_share", {}), true, 0.012), "1.2 pp");
  const wait = { ...world("visa_wait_months", {}), units: "months" };
  assert.equal(tell(wait, false, 0.000607), "0.0");
});
