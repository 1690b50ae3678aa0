// The stage that the result names as its bottleneck, and how many runs agree.
import type { Speech } from "../i18n/index";
import type { Result, Spread } from "../result";
import { findHeadline, runsOf } from "../series";

function spreadOf(result: Result): Spread | undefined {
  return findHeadline(result, "bottleneck_stage")?.scenario;
}

/** Label of the stage that most replicates name; undefined when unknown. */
export function bottleneckStage(result: Result): string | undefined {
  const spread = spreadOf(result);
  const position = spread?.mode ?? spread?.median;
  if (position === null || position === undefined) return undefined;
  return result.axes.stage?.labels[Math.round(position)];
}

/** What is scarce and at which stage; undefined where the result does not tell. */
export function bottleneckTitle(result: Result, speech: Speech): string | undefined {
  const words = speech.text.bottleneck;
  const stage = bottleneckStage(result);
  if (stage) return words.headline(speech.scarcity(stage), speech.value("stage", stage));
  return spreadOf(result)?.known === 0 ? words.none : undefined;
}

/** How many runs agree, and how many have no partnership left at the end. */
export function bottleneckAgreement(result: Result, speech: Speech): string {
  const words = speech.text.bottleneck;
  const spread = spreadOf(result);
  const all = runsOf(result);
  if (!spread || all < 2) return "";
  const agreeing = Math.round((spread.mode_share ?? 0) * spread.known);
  const parts = spread.known > 0 ? [words.agreement(String(agreeing), String(spread.known))] : [];
  const atEnd = findHeadline(result, "partnerships_at_end")?.scenario;
  if (atEnd && atEnd.above < all) parts.push(words.without(String(all - atEnd.above), String(all)));
  return parts.join(" ");
}
