// When the partnerships of the scenario ended, if they did.
import type { Speech } from "../i18n/index";
import type { Result } from "../result";
import { findHeadline, monthAfter, runsOf } from "../series";

/** "In 14 of 20 runs every partnership had ended by December 2044; half of those by May 2031."; empty where all last. */
export function partnershipsEnded(result: Result, speech: Speech): string {
  const last = findHeadline(result, "last_partnership_end")?.scenario;
  if (!last || last.known === 0 || last.median === null) return "";
  const words = speech.text.partnerships;
  const end = speech.month(result.months[result.months.length - 1] ?? "");
  // With an even count the median lies between two runs; the later month holds for at least half.
  const when = speech.month(monthAfter(result, Math.ceil(last.median)));
  const start = words.allEnded(String(last.known), String(runsOf(result)), end);
  return `${start}; ${last.known === 1 ? words.oneBy(when) : words.halfBy(when)}`;
}
