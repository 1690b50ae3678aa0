// A row of small charts over one axis, each with its last value; the dashed line is the comparison.
import type { JSX } from "preact";
import { useShown } from "../context";
import { bandsOf, hasBothPaces, lastMonth, paceOf, pointAt, scenario } from "../series";
import type { Variable } from "../result";
import { PaceButtons } from "./pace-buttons";
import { TimeChart } from "./time-chart";
import { useCursor } from "./cursor";
import { useWidth } from "./width";
import { reading } from "./words";

interface SmallProps {
  variable: Variable;
  axis: string;
  label: string;
  marked?: string | undefined;
}

function CursorValue({ values, months }: { values: readonly (number | null)[]; months: readonly string[] }): JSX.Element {
  const { speech } = useShown();
  const month = useCursor();
  const at = month ?? months.length - 1;
  return (
    <p class="small-value">
      <strong>{speech.short(values[at] ?? null)}</strong> <span>{speech.month(months[at] ?? "")}</span>
    </p>
  );
}

function Small({ variable, axis, label, marked }: SmallProps): JSX.Element | null {
  const { result, speech, state } = useShown();
  const [box, width] = useWidth(200);
  const cell = { [axis]: label };
  const pace = paceOf(variable, cell, state.monthly);
  const main = bandsOf(result, variable, cell, scenario, pace);
  const other = bandsOf(result, variable, cell, { kind: "reference", name: state.reference }, pace);
  if (!main) return null;
  const name = speech.value(axis, label);
  const at = lastMonth(main);
  const words = speech.reference(state.reference);
  const sentence = `${name}. ${reading(result, speech, Math.max(0, at), main, speech.text.scenario, other, words, pace)}`;
  const median = main[Math.floor(main.length / 2)] ?? [];
  const flat = pointAt(main, at).high === 0;
  return (
    <li class={`small${marked ? " marked" : ""}${flat ? " quiet" : ""}`} data-label={label}>
      <h4>{name}{marked && <span class="tag">{marked}</span>}</h4>
      <CursorValue values={median} months={result.months} />
      <div ref={box}>
        <TimeChart small series={{ main, mainLabel: "", other, otherLabel: "", isDifference: false, units: variable.units, pace }}
          width={width} height={92} label={sentence} />
      </div>
    </li>
  );
}

interface Props {
  variable: Variable;
  axis: string;
  labels: readonly string[];
  /** Label to mark and the word of the mark. */
  mark?: { label: string; word: string } | undefined;
  arrows?: boolean;
}

export function SmallMultiples({ variable, axis, labels, mark, arrows = false }: Props): JSX.Element {
  const { speech, state } = useShown();
  const cell = { [axis]: "" };
  return (
    <>
      {hasBothPaces(variable, cell) && (
        <p class="unit of-smalls">
          <span>{speech.unit(variable.units)}{state.monthly ? "" : `, ${speech.text.chart.yearMean}`}</span>
          <PaceButtons />
        </p>
      )}
      <ul class={`smalls${arrows ? " arrows" : ""}`}>
        {labels.map((label) => (
          <Small key={label} variable={variable} axis={axis} label={label}
            marked={mark && mark.label === label ? mark.word : undefined} />
        ))}
      </ul>
    </>
  );
}
