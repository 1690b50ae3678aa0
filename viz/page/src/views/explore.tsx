// Any variable of the result: sum over its axes or pick a cell.
import type { JSX } from "preact";
import { VariableFigure } from "../charts/variable-figure";
import { useShown } from "../context";
import type { Result, Variable } from "../result";
import { bandsOf, findVariable, scenario } from "../series";

/** Labels offered for an axis: those that have any stored cell, the empty word for "sum over all". */
function choices(result: Result, variable: Variable, axis: string): string[] {
  const labels = result.axes[axis]?.labels ?? [];
  return variable.kind === "intensity" ? labels : ["", ...labels];
}

/** The chosen cell with unknown labels dropped; an intensity always has a label on every axis. */
export function cellFor(result: Result, variable: Variable, wanted: Record<string, string>): Record<string, string> {
  const cell: Record<string, string> = {};
  for (const axis of variable.axes) {
    const labels = result.axes[axis]?.labels ?? [];
    const label = wanted[axis] ?? "";
    if (labels.length > 1 && labels.includes(label)) cell[axis] = label;
    else if (variable.kind === "intensity") cell[axis] = labels[0] ?? "";
  }
  return cell;
}

export function Explore(): JSX.Element {
  const { result, speech, state, change } = useShown();
  const words = speech.text.explore;
  const variable = findVariable(result, state.variable) ?? result.variables[0];
  if (!variable) return <h2>{words.title}</h2>;
  const cell = cellFor(result, variable, state.cell);
  const stored = bandsOf(result, variable, cell, scenario) !== undefined;
  const pick = (axis: string, label: string): void => {
    const next = { ...cell };
    if (label) next[axis] = label;
    else delete next[axis];
    change({ cell: next });
  };
  const described = speech.meaning(variable.description);
  return (
    <>
      <h2>{words.title}</h2>
      <p class="lead">{words.intro}</p>
      <p class="controls">
        <label>
          {words.variable}{" "}
          <select value={variable.name} onChange={(event) => change({ variable: event.currentTarget.value, cell: {} })}>
            {result.variables.map((each) => (
              <option key={each.name} value={each.name}>{speech.variable(each.name, each.long_name)}</option>
            ))}
          </select>
        </label>
        {variable.axes.filter((axis) => (result.axes[axis]?.labels.length ?? 0) > 1).map((axis) => (
          <label key={axis}>
            {speech.axis(axis)}{" "}
            <select value={cell[axis] ?? ""} onChange={(event) => pick(axis, event.currentTarget.value)}>
              {choices(result, variable, axis).map((label) => (
                <option key={label} value={label}>{label ? speech.value(axis, label) : words.summed}</option>
              ))}
            </select>
          </label>
        ))}
      </p>
      {stored
        ? <div class="pair">
            <VariableFigure variable={variable.name} cell={cell} height={360} key={`${variable.name}l`} />
            <VariableFigure variable={variable.name} cell={cell} height={360} start="difference" key={`${variable.name}d`} />
          </div>
        : <p class="callout">{words.missing}</p>}
      <p class="lead" lang={described.language} data-part="description">{described.text}</p>
    </>
  );
}
