// All results over the months for a chosen variable: level, difference or ratio to the reference, with its table twin.
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { setCursor, useCursor } from "../charts/cursor";
import { useWidth } from "../charts/width";
import type { Speech } from "../i18n/index";
import { firstMonth } from "../series";
import type { ComparedVariable, Comparison } from "./comparison";
import { modes, type CompareState } from "./compare-state";
import { doubts, linesOf, message, shownMonth, type Line } from "./compare-words";
import { ManyChart } from "./many-chart";
import { colourOf, dashOf } from "./palette";

interface Props {
  comparison: Comparison;
  speech: Speech;
  state: CompareState;
  change: (part: Partial<CompareState>) => void;
}

/** Keyboard handle of the cursor: a slider over months whose text is the reading. */
function Reading({ comparison, speech, lines, title, unit }: {
  comparison: Comparison; speech: Speech; lines: readonly Line[]; title: string; unit: string;
}): JSX.Element {
  const months = comparison.months.length;
  const shown = useCursor() ?? shownMonth(lines);
  const values = lines.map((line) => `${line.name} ${speech.short(line.band[1]?.[shown] ?? null)}`).join(" · ");
  const text = `${speech.month(comparison.months[shown] ?? "")}: ${values}${unit ? ` (${unit})` : ""}`;
  const steps: Record<string, number> = {
    ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -months, End: months,
  };
  const press = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setCursor(Math.max(0, Math.min(months - 1, shown + step)));
  };
  return (
    <div class="reading" role="slider" tabIndex={0} aria-label={title} aria-valuemin={0} aria-valuemax={months - 1}
      aria-valuenow={shown} aria-valuetext={text} title={speech.text.chart.cursorHint} onKeyDown={press}
      onBlur={() => setCursor(null)}>
      <span>{text}</span>
    </div>
  );
}

function Legend({ lines, speech }: { lines: readonly Line[]; speech: Speech }): JSX.Element {
  return (
    <p class="legend">
      {lines.map((line) => (
        <span key={line.at}>
          <svg width="34" height="10" aria-hidden="true">
            <line x1="1" x2="33" y1="5" y2="5" stroke={colourOf(line.at)} stroke-width="2.6" stroke-dasharray={dashOf(line.at)} />
          </svg>{" "}
          {line.name}
        </span>
      ))}
      <span>{speech.text.compare.bandLegend(speech.percent(0.9))}</span>
    </p>
  );
}

function TableTwin({ comparison, speech, lines, title }: {
  comparison: Comparison; speech: Speech; lines: readonly Line[]; title: string;
}): JSX.Element {
  const [open, setOpen] = useState(false);
  const words = speech.text.chart;
  const first = Math.min(...lines.map((line) => firstMonth(line.band)));
  const shares = [0.05, 0.5, 0.95];
  return (
    <details onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>{words.table}</summary>
      {open && (
        <div class="scroll" tabIndex={0} role="group" aria-label={`${words.table}: ${title}`}>
          <table class="numbers">
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>{words.month}</th>
                {lines.map((line) => <th key={line.at} scope="colgroup" colSpan={3}>{line.name}</th>)}
              </tr>
              <tr>
                {lines.flatMap((line) => shares.map((q) => <th key={`${line.at} ${q}`} scope="col">{speech.percent(q)}</th>))}
              </tr>
            </thead>
            <tbody>
              {comparison.months.map((month, at) => at >= first && (
                <tr key={month} data-month={month}>
                  <th scope="row">{month}</th>
                  {lines.flatMap((line) => line.band.map((band, q) => (
                    <td key={`${line.at} ${q}`}>{speech.exact(band[at] ?? null)}</td>
                  )))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

function Figure({ comparison, speech, state, change, variable }: Props & { variable: ComparedVariable }): JSX.Element {
  const [box, width] = useWidth(900);
  const words = speech.text.compare;
  const { mode, reference } = state;
  const lines = useMemo(() => linesOf(comparison, variable, mode, reference), [variable, mode, reference]);
  const title = message(comparison, speech, variable, mode, reference);
  const base = comparison.results[reference]?.name ?? "";
  const note = [
    doubts(comparison, speech, variable, reference),
    ...(comparison.against[reference]?.scenarios ?? []).filter((one) => one.pairing === "unpaired")
      .map((one) => words.unpaired(one.name, base, one.unpaired_because.join("; "))),
  ].filter(Boolean).join(" ");
  const unit = mode === "ratio" ? words.times(base)
    : [speech.unit(variable.units), ...(variable.year_mean ? [speech.text.chart.yearMean] : [])].filter(Boolean).join(", ");
  const neutral = mode === "level" ? null : { value: mode === "ratio" ? 1 : 0, words: base };
  return (
    <figure class="card" data-variable={variable.name} data-mode={mode}>
      <figcaption>
        <h3>{title}</h3>
        <p class="unit">
          <span>{unit}</span>
          <span class="modes" role="group" aria-label={speech.text.chart.modes}>
            {modes.map((which) => (
              <button key={which} type="button" data-choice={which} aria-pressed={which === mode}
                onClick={() => change({ mode: which })}>{words.modes[which]}</button>
            ))}
          </span>
        </p>
      </figcaption>
      <Reading comparison={comparison} speech={speech} lines={lines} title={title} unit={unit} />
      <div ref={box} class="chart-box">
        <ManyChart lines={lines} months={comparison.months} speech={speech} width={width} height={400}
          label={note ? `${title} ${note}` : title} neutral={neutral} />
      </div>
      <Legend lines={lines} speech={speech} />
      {note && <p class="note">{note}</p>}
      <div class="figure-foot">
        <TableTwin comparison={comparison} speech={speech} lines={lines} title={title} />
      </div>
    </figure>
  );
}

export function Trajectories(props: Props): JSX.Element | null {
  const { comparison, speech, state, change } = props;
  const words = speech.text.compare;
  const variable = comparison.variables.find((one) => one.name === state.variable);
  if (!variable) return null;
  return (
    <section aria-labelledby="paths-title">
      <h2 id="paths-title">{words.paths}</h2>
      <p class="controls">
        <label>
          {speech.text.explore.variable}{" "}
          <select value={variable.name} data-choice="variable" onChange={(event) => change({ variable: event.currentTarget.value })}>
            {comparison.variables.map((each) => (
              <option key={each.name} value={each.name}>{speech.variable(each.name, each.long_name)}</option>
            ))}
          </select>
        </label>
      </p>
      <Figure {...props} variable={variable} />
      <p class="lead" lang="en">{variable.description}</p>
    </section>
  );
}
