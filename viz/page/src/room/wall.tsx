// The page on the projector: how to join, what each table gains, and what the tables chose.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { leverLabel } from "../i18n/lever-labels";
import type { Listing, Wall } from "./answers";
import { ask, problemOf, repeat, tell } from "./call";
import { Frame, numberText, start, useLanguage, type Speaking } from "./frame";
import { domainOf, GainCell, gainNames } from "./gain-cells";
import { referenceName } from "./words";

function Code({ wall, text }: Speaking & { wall: Wall }): JSX.Element {
  const width = wall.qr.length + 8;
  const dark: JSX.Element[] = [];
  wall.qr.forEach((row, y) => {
    for (let x = 0; x < row.length; ++x) if (row[x] === "1") dark.push(<rect key={`${x}-${y}`} x={x + 4} y={y + 4} width="1" height="1" />);
  });
  return (
    <section class="code">
      <svg viewBox={`0 0 ${width} ${width}`} role="img" aria-label={`${wall.address}#${wall.code}`} shape-rendering="crispEdges">
        <rect width={width} height={width} fill="#fff" />{dark}
      </svg>
      <div>
        <h2>{text.howToJoin}</h2>
        <p class="address">{wall.address}</p>
        <p class="letters" data-part="code">{wall.code}</p>
      </div>
    </section>
  );
}

function Tables({ wall, ...speaking }: Speaking & { wall: Wall }): JSX.Element {
  const { text } = speaking;
  const least = (gain: number | null | undefined): number => gain ?? -Infinity;
  const tables = [...wall.tables].sort((a, b) => {
    const difference = least(b.gains.triple_win?.median) - least(a.gains.triple_win?.median);
    return difference > 0 ? 1 : difference < 0 ? -1 : 0;
  });
  const domains = gainNames.map((name) => domainOf(tables.map((table) => table.gains[name])));
  if (tables.length === 0) return <p>{text.noTables}</p>;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={text.wallTitle}>
      <table>
        <caption>{text.against(referenceName(text, wall.reference))}</caption>
        <thead>
          <tr>
            <th scope="col">{text.tableColumn}</th>
            {gainNames.map((name) => <th scope="col" key={name}>{text.parties[name]}<small>{text.partyUnits[name]}</small></th>)}
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.name} data-table={table.name} data-state={table.state}>
              <th scope="row">{table.name}
                <small>{table.state === "done" ? text.chosen(Object.keys(table.levers).length) : text.states[table.state]}{table.state === "running" && `, ${text.runs(table.runs, wall.replicates)}`}</small>
              </th>
              {gainNames.map((name, at) => (
                <GainCell key={name} {...speaking} name={name} gain={table.gains[name]} domain={domains[at] ?? [-1, 1]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Inputs({ wall, language, text }: Speaking & { wall: Wall }): JSX.Element | null {
  if (wall.inputs.length === 0) return null;
  return (
    <section data-part="inputs">
      <h2>{text.inputsTitle}</h2>
      <p>{text.inputsNote}</p>
      <table>
        <thead>
          <tr>{[text.lever, text.tablesWith, text.least, text.median, text.most].map((head) => <th scope="col" key={head}>{head}</th>)}</tr>
        </thead>
        <tbody>
          {wall.inputs.map((input) => (
            <tr key={input.lever} data-lever={input.lever}>
              <th scope="row">{leverLabel(language, input.lever)}</th>
              {[input.tables, input.least, input.median, input.most].map((value, at) => <td key={at}>{numberText(language, value)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function WallPage(): JSX.Element {
  const speaking = useLanguage();
  const { text } = speaking;
  const [wall, setWall] = useState<Wall | null>(null);
  const [problem, setProblem] = useState("");
  const [isSure, setSure] = useState(false);
  const [scenarios, setScenarios] = useState<Listing["scenarios"]>([]);
  const [next, setNext] = useState("");
  const look = (): Promise<void> => ask<Wall>("/api/wall").then(
    (now) => { setWall(now); setProblem(""); },
    (error) => setProblem(problemOf(error, text.problem)),
  );
  useEffect(() => repeat(look, 1000), []);
  useEffect(() => {
    ask<Listing>("/api/list").then((list) => setScenarios(list.scenarios), () => undefined);
  }, []);
  const reset = (): void => {
    if (!isSure) return setSure(true);
    setSure(false);
    tell("/api/wall/reset", next ? { scenario: Number(next) } : {}).then(look, (error) => setProblem(problemOf(error, text.problem)));
  };
  return (
    <Frame {...speaking} title={text.wallTitle} problem={problem}>
      {wall && <>
        <p class="scenario">{wall.scenario}</p>
        <Code {...speaking} wall={wall} />
        <Tables {...speaking} wall={wall} />
        <Inputs {...speaking} wall={wall} />
      </>}
      <p class="again">
        <label>{text.nextScenario}
          <select data-choice="scenario" value={next} onChange={(event) => setNext(event.currentTarget.value)}>
            <option value="">workshop.yaml</option>
            {scenarios.map((entry) => <option key={entry.id} value={String(entry.id)}>{entry.title || entry.name}</option>)}
          </select>
        </label>
        <button type="button" data-action="reset" onClick={reset} onBlur={() => setSure(false)}>{isSure ? text.resetSure : text.reset}</button>
      </p>
    </Frame>
  );
}

start(<WallPage />);
