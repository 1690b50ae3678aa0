// The stage that the result names as its bottleneck.
import type { Result } from "../result";
import { findHeadline } from "../series";

/** Label of the stage most replicates agree on (the median of its position); undefined when unknown. */
export function bottleneckStage(result: Result): string | undefined {
  const position = findHeadline(result, "bottleneck_stage")?.scenario.median;
  if (position === null || position === undefined) return undefined;
  return result.axes.stage?.labels[Math.round(position)];
}
