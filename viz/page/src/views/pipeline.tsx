// People per stage, queues of the offices, flows: where people are and where it is tight.
import type { JSX } from "preact";
import { SmallMultiples } from "../charts/small-multiples";
import { VariableFigure } from "../charts/variable-figure";
import { useShown } from "../context";
import { findVariable, livingLabels } from "../series";
import { bottleneckStage, bottleneckTitle } from "./bottleneck";
import { StageFlow } from "./stage-flow";
import { Waits } from "./waits";

const onTheWay = ["applicant", "language", "training", "recognition", "visa", "matching", "adaptation", "employed"];

function Stages(): JSX.Element | null {
  const { result, speech } = useShown();
  const stock = findVariable(result, "stock");
  if (!stock) return null;
  const living = livingLabels(result, stock, "stage");
  const stage = bottleneckStage(result);
  const mark = stage ? { label: stage, word: speech.text.bottleneck.marked(speech.scarcity(stage)) } : undefined;
  const words = speech.text.pipeline;
  return (
    <section aria-labelledby="stages-title">
      <h3 id="stages-title" class="section">{words.stages}</h3>
      <p class="lead">{words.stagesText}</p>
      <SmallMultiples variable={stock} axis="stage" arrows mark={mark} labels={onTheWay.filter((s) => living.includes(s))} />
      <SmallMultiples variable={stock} axis="stage" mark={mark} labels={living.filter((s) => !onTheWay.includes(s))} />
    </section>
  );
}

function Queues(): JSX.Element | null {
  const { result, speech } = useShown();
  const queue = findVariable(result, "queue_length");
  if (!queue) return null;
  const words = speech.text.pipeline;
  return (
    <section aria-labelledby="queues-title">
      <h3 id="queues-title" class="section">{words.queues}</h3>
      <Waits />
      <SmallMultiples variable={queue} axis="authority" labels={livingLabels(result, queue, "authority")} />
    </section>
  );
}

export function Pipeline(): JSX.Element {
  const { result, speech } = useShown();
  const words = speech.text.pipeline;
  const departures = findVariable(result, "departures");
  return (
    <>
      <h2>{bottleneckTitle(result, speech) ?? words.title}</h2>
      <p class="lead">{words.intro}</p>
      <StageFlow />
      <Stages />
      <Queues />
      <h3 class="section">{words.flows}</h3>
      <div class="pair">
        <VariableFigure variable="enrolments" height={240} />
        <VariableFigure variable="recognitions" height={240} />
        <VariableFigure variable="retained_36" height={240} />
        <VariableFigure variable="vacancies" start="difference" height={240} />
      </div>
      {departures && (
        <>
          <h3 class="section">{words.departures}</h3>
          <SmallMultiples variable={departures} axis="exit_cause" labels={livingLabels(result, departures, "exit_cause")} />
        </>
      )}
      <h3 class="section">{words.employers}</h3>
      <p class="lead">{speech.text.partnerships.dissolve}</p>
      <div class="pair">
        <VariableFigure variable="employers_adopted" height={240} />
        <VariableFigure variable="partnerships_active" height={240} />
      </div>
    </>
  );
}
