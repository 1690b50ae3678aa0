// All results over the months for a chosen variable: level, difference or ratio to the reference, with its table twin.
import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { useCursor } from "../charts/cursor";
import { linesOfRun, type Origin } from "../charts/export";
import { FigureFoot } from "../charts/figure-foot";
import { MonthSlider } from "../charts/month-slider";
import { tableOfBands, type NumberTable } from "../charts/number-table";
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

/** The reading under the cursor, at the last month with a value where there is none. */
function Reading({ comparison, speech, lines, title, unit }: {
  comparison: Comparison; speech: Speech; lines: readonly Line[]; title: string; unit: string;
}): JSX.Element {
  const shown = useCursor() ?? shownMonth(lines);
  const values = lines.map((line) => `${line.name} ${speech.short(line.band[1]?.[shown] ?? null)}`).join(" · ");
  const text = `${speech.month(comparison.months[shown] ?? "")}: ${values}${unit ? ` (${unit})` : ""}`;
  return <MonthSlider months={comparison.months.length} shown={shown} title={title} text={text} hint={speech.text.chart.cursorHint} />;
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

const shares = [0.05, 0.5, 0.95];

/** All results' lines in one table. */
function tableOf(comparison: Comparison, speech: Speech, lines: readonly Line[]): NumberTable {
  const groups = lines.map(({ name, band }) => ({ label: name, shares, bands: band }));
  return tableOfBands(speech, comparison.months, groups, Math.min(...lines.map((line) => firstMonth(line.band))));
}

/** Every compared run with its own digest, and what to compare them with again. */
function originOf({ results }: Comparison, speech: Speech): Origin {
  return {
    lines: [
      ...results.flatMap((result) => linesOfRun({ ...result, title: `${result.name}: ${result.title}` }, speech)),
      `skillscale compare ${results.map(({ name }) => `${name}.h5`).join(" ")} --html F.html`,
    ],
    sources: [...new Set(results.flatMap((result) => result.sources))],
    mark: results.map(({ digest }) => digest.slice(0, 4)).join("-"),
  };
}

function Figure({ comparison, speech, state, change, variable }: Props & { variable: ComparedVariable }): JSX.Element {
  const [box, width] = useWidth(900);
  const figure = useRef<HTMLElement>(null);
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
    <figure class="card" ref={figure} data-variable={variable.name} data-mode={mode}>
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
      <FigureFoot figure={figure} picture={{ origin: originOf(comparison, speech), speech, name: `${variable.name} ${mode}`, title, unit }}
        table={() => tableOf(comparison, speech, lines)} />
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
      <p class="lead" lang={speech.meaning(variable.description).language}>{speech.meaning(variable.description).text}</p>
    </section>
  );
}
