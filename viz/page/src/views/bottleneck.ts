// The stage that the result names as its bottleneck.
import type { Result } from "../result";
import { findHeadline } from "../series";

/** Label of the stage that most replicates name; undefined when unknown. */
export function bottleneckStage(result: Result): string | undefined {
  const spread = findHeadline(result, "bottleneck_stage")?.scenario;
  const position = spread?.mode ?? spread?.median;
  if (position === null || position === undefined) return undefined;
  return result.axes.stage?.labels[Math.round(position)];
}

/** Share of the replicates that name that stage; null when unknown. */
export function bottleneckAgreement(result: Result): number | null {
  return findHeadline(result, "bottleneck_stage")?.scenario.mode_share ?? null;
}
