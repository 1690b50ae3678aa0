// A chart for the back of a room: its message in large type, one value, the drawing with thick lines. The numbers
// behind it stand in the page itself.
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { TimeChart, type TimeSeries } from "../charts/time-chart";
import { useWidth } from "../charts/width";
import { differenceSentence, levelSentence } from "../charts/words";
import { useShown } from "../context";
import { bandsOf, findVariable, lastMonth, paceOf, pointAt, scenario } from "../series";

interface Props {
  variable: string;
  isDifference?: boolean;
  /** Height over width. */
  shape?: number;
  /** A small one shows its name and last value instead of its message. */
  isMini?: boolean;
}

/** Drawn text is this much larger than on the page. */
const scale = 1.7;
const counted = /^(persons|cases|posts|establishments|employers|partnerships|placements|seats|person-months)/;

export function BigChart({ variable, isDifference = false, shape = 0.43, isMini = false }: Props): JSX.Element | null {
  const { result, speech, state } = useShown();
  const [box, measured] = useWidth(isMini ? 260 : 760);
  const found = findVariable(result, variable);
  const made = useMemo(() => {
    if (!found) return null;
    const pace = paceOf(found, {}, false);
    const main = bandsOf(result, found, {}, scenario, pace);
    const other = bandsOf(result, found, {}, { kind: "reference", name: state.reference }, pace);
    const difference = bandsOf(result, found, {}, { kind: "difference", name: state.reference }, pace);
    return main ? { main, other, difference, pace } : null;
  }, [found, result, state.reference]);
  if (!found || !made || (isDifference && !made.difference)) return null;
  const words = speech.text.chart;
  const name = speech.variable(found.name, found.long_name);
  const subject = { name, units: found.units, isCount: counted.test(found.units), pace: made.pace };
  const series: TimeSeries = isDifference
    ? { main: made.difference ?? [], mainLabel: words.differenceShort, otherLabel: words.noDifference, isDifference: true, units: found.units, pace: made.pace }
    : { main: made.main, mainLabel: speech.text.scenario, other: made.other, otherLabel: speech.reference(state.reference), isDifference: false, units: found.units, pace: made.pace };
  const title = isDifference
    ? differenceSentence(result, speech, subject, series.main, state.reference)
    : levelSentence(result, speech, subject, made.main, made.difference, state.reference);
  const last = pointAt(series.main, lastMonth(series.main));
  const width = Math.max(120, Math.round(measured / (isMini ? 1.25 : scale)));
  return (
    <figure class={isMini ? "mini" : "big"} data-variable={found.name} data-mode={isDifference ? "difference" : "level"}>
      <figcaption>
        {isMini ? <><h3>{name}</h3><p><strong>{speech.short(last.median)}</strong> {speech.unit(found.units)}</p></> : <h2>{title}</h2>}
      </figcaption>
      <div ref={box} class="big-box">
        <TimeChart series={series} width={width} height={Math.round(width * shape)} label={title} small={isMini} />
      </div>
    </figure>
  );
}
