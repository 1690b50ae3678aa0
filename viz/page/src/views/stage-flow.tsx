// Who goes on and who gives up, stage by stage, as bands; how long each stage takes, and where it is tight.
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { ink, scenarioColour, soft } from "../charts/colours";
import { originOf } from "../charts/export";
import { FigureFoot } from "../charts/figure-foot";
import type { NumberTable } from "../charts/number-table";
import { useWidth } from "../charts/width";
import { useShown } from "../context";
import type { Speech } from "../i18n/index";
import type { Wait } from "../result";
import { waitsOf } from "../series";
import { bottleneckStage } from "./bottleneck";

const order = ["applicant", "language", "training", "recognition", "visa", "matching", "adaptation"];
const lossColour = "#a34700";
const warn = "#8a4b00";

interface Stage {
  label: string;
  onward: number;
  lost: number;
  months: number | null;
}

/** Stages in which anybody was, in the order of the way. */
export function stagesOf(rows: readonly Wait[]): Stage[] {
  return order.flatMap((label) => {
    const row = rows.find((each) => each.label === label);
    const onward = row?.cases?.completed?.median ?? 0;
    const lost = row?.cases?.dropped?.median ?? 0;
    return row && onward + lost > 0 ? [{ label, onward, lost, months: row.scenario.median }] : [];
  });
}

/** The numbers of the flow, a row for each stage. */
export function flowTable(stages: readonly Stage[], speech: Speech): NumberTable {
  const words = speech.text.pipeline.flowColumns;
  return {
    rowsAre: { label: words.stage, name: "stage" },
    groups: [{ label: speech.text.pipeline.flowUnit, columns: [
      { label: words.onward, name: "onward" }, { label: words.lost, name: "lost" }, { label: words.months, name: "months" },
    ] }],
    rows: stages.map(({ label, onward, lost, months }) => ({ key: label, label: speech.value("stage", label), cells: [onward, lost, months] })),
    from: 0,
  };
}

/** A band from (x, top) to (x2, top2) with the given heights. */
export function ribbon(x: number, top: number, height: number, x2: number, top2: number, height2: number): string {
  const middle = (x + x2) / 2;
  return `M${x} ${top}C${middle} ${top} ${middle} ${top2} ${x2} ${top2}V${top2 + height2}` +
    `C${middle} ${top2 + height2} ${middle} ${top + height} ${x} ${top + height}Z`;
}

export function StageFlow(): JSX.Element | null {
  const { result, speech } = useShown();
  const [box, width] = useWidth(900);
  const figure = useRef<HTMLElement>(null);
  const stages = stagesOf(waitsOf(result).stages);
  if (stages.length < 2) return null;
  const words = speech.text.pipeline;
  const tight = bottleneckStage(result);
  const most = Math.max(...stages.map((stage) => stage.onward + stage.lost));
  const room = 190, top = 64, bar = 12, below = 34, height = top + room + below;
  const step = (width - bar - 8) / stages.length;
  const tall = (count: number): number => (count / most) * room;
  const worst = stages.reduce((a, b) => (b.lost / (b.onward + b.lost) > a.lost / (a.onward + a.lost) ? b : a));
  const title = words.flowTitle(speech.value("stage", worst.label), speech.percent(worst.lost / (worst.onward + worst.lost)));
  const text = stages.map((stage) => words.flowStage(speech.value("stage", stage.label), speech.short(stage.onward),
    speech.short(stage.lost), speech.decimals(stage.months, 1))).join(" ");
  return (
    <figure class="card" ref={figure} data-figure="stage-flow">
      <figcaption><h3>{title}</h3><p class="unit"><span>{words.flowUnit}</span></p></figcaption>
      <div ref={box} class="chart-box" tabIndex={0} role="group" aria-label={title}>
        <svg class="time-chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={text}
          font-family="'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif">
          {stages.map((stage, at) => {
            const x = 4 + at * step;
            const end = x + step;
            const own = tall(stage.onward);
            const lost = tall(stage.lost);
            const next = stages[at + 1];
            const into = next ? Math.min(own, tall(next.onward + next.lost)) : own;
            const isTight = stage.label === tight;
            const small = step < 110;
            return (
              <g key={stage.label} data-stage={stage.label} font-size={small ? 11 : 13}>
                <path d={ribbon(x + bar, top, own, end, top, into)} fill={scenarioColour} fill-opacity="0.32" />
                <path d={ribbon(x + bar, top + own, lost, x + bar + step * 0.45, top + room + 14, lost * 0.5)}
                  fill={lossColour} fill-opacity="0.4" />
                <rect x={x} y={top} width={bar} height={Math.max(1, own + lost)} fill={isTight ? warn : scenarioColour}
                  class={isTight ? "tight" : undefined} />
                <text x={x} y="18" fill={isTight ? warn : ink} font-weight="620">
                  {isTight && "▼ "}{speech.value("stage", stage.label)}
                </text>
                <text x={x} y="36" fill={soft}>{words.flowMonths(speech.decimals(stage.months, 1))}</text>
                {isTight && <text x={x} y="53" fill={warn} font-weight="620">{words.flowTight}</text>}
                <text x={x + bar + 4} y={top + Math.max(12, own / 2 + 4)} fill={ink}>{speech.short(stage.onward)}</text>
                <text x={x + bar + step * 0.45 + 4} y={top + room + 18} fill={lossColour}>−{speech.short(stage.lost)}</text>
              </g>
            );
          })}
        </svg>
      </div>
      <p class="small-print">{words.flowNote}</p>
      <FigureFoot figure={figure} table={() => flowTable(stages, speech)}
        picture={{ origin: originOf(result, speech), speech, name: "stage flow", title, unit: words.flowUnit }} />
    </figure>
  );
}
