// The figure of one cell (or sum) of a variable: level or difference, with the sentences that go with it.
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useShown } from "../context";
import { bandsOf, findVariable, hasBothPaces, isEverywhereZero, paceOf, scenario } from "../series";
import { startsAtZero } from "./geometry";
import { TimeFigure } from "./figure";
import { PaceButtons } from "./pace-buttons";
import type { TimeSeries } from "./time-chart";
import { differenceSentence, levelSentence, zeroSentence, type Subject } from "./words";

interface Props {
  variable: string;
  /** Axis to label; axes that are missing are summed. */
  cell?: Record<string, string>;
  start?: "level" | "difference";
  height?: number;
  /** Draw nothing where the variable is zero in every world. */
  onlyIfAny?: boolean;
}

const counted = /^(persons|cases|posts|establishments|employers|partnerships|placements|seats|person-months)/;

/** Draws nothing when the result has no such variable or cell. */
export function VariableFigure({ variable, cell = {}, start = "level", height, onlyIfAny = false }: Props): JSX.Element | null {
  const { result, speech, state } = useShown();
  const [mode, setMode] = useState(start);
  const found = findVariable(result, variable);
  const key = JSON.stringify(cell);
  const made = useMemo(() => {
    if (!found || (onlyIfAny && isEverywhereZero(found))) return null;
    const pace = paceOf(found, cell, state.monthly);
    const main = bandsOf(result, found, cell, scenario, pace);
    const reference = { kind: "reference" as const, name: state.reference };
    const other = bandsOf(result, found, cell, reference, pace);
    const difference = bandsOf(result, found, cell, { ...reference, kind: "difference" }, pace);
    return main ? { main, other, difference, pace } : null;
  }, [found, key, state.reference, state.monthly, result]);
  if (!found || !made) return null;
  const { pace } = made;
  const words = speech.text.chart;
  const parts = Object.entries(cell).map(([axis, label]) => speech.value(axis, label));
  const name = [speech.variable(found.name, found.long_name), ...parts].join(", ");
  const subject: Subject = { name, units: found.units, isCount: counted.test(found.units), pace };
  const isDifference = mode === "difference" && made.difference !== undefined;
  const series: TimeSeries = isDifference
    ? { main: made.difference ?? [], mainLabel: words.differenceShort,
        otherLabel: words.noDifference, isDifference, units: found.units, pace }
    : { main: made.main, mainLabel: speech.text.scenario, other: made.other,
        otherLabel: speech.reference(state.reference), isDifference, units: found.units, pace };
  const title = isDifference
    ? differenceSentence(result, speech, subject, series.main, state.reference)
    : levelSentence(result, speech, subject, made.main, made.difference, state.reference);
  const verdict = made.difference && zeroSentence(result, speech, made.difference, made.other, state.reference);
  const off = !isDifference && !startsAtZero([series.main, series.other ?? []]) ? ` ${words.offZero}` : "";
  const note = `${verdict ?? ""}${off}`.trim() || undefined;
  const modes = (
    <span class="choices-of-figure">
      {hasBothPaces(found, cell) && <PaceButtons />}
      <span class="modes" role="group" aria-label={words.modes}>
        {(["level", "difference"] as const).map((which) => (
          <button key={which} type="button" aria-pressed={mode === which} onClick={() => setMode(which)}>
            {which === "level" ? words.level : words.differenceShort}
          </button>
        ))}
      </span>
    </span>
  );
  return (
    <TimeFigure name={found.name} title={title} note={note} series={series} actions={modes}
      {...(height === undefined ? {} : { height })} />
  );
}
