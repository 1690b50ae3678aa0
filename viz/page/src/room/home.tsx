// The first page of `skillscale serve`: scenarios to run, results to open.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Interval, Listing, Partial } from "./answers";
import { ask, problemOf, tell } from "./call";
import { Frame, start, useLanguage, type Speaking } from "./frame";
import { domainOf, GainCell, gainNames } from "./gain-cells";
import { referenceName } from "./words";

interface Going {
  percent: number | null;
  partial: Partial | null;
  page: string;
  problem: string;
  isOver: boolean;
}

const fresh: Going = { percent: null, partial: null, page: "", problem: "", isOver: false };

/** Gains of a partial result against the first reference. */
function Gains({ partial, ...speaking }: Speaking & { partial: Partial }): JSX.Element | null {
  const gains: Record<string, Interval | undefined> = {};
  let reference = "";
  for (const headline of partial.headlines) {
    const first = Object.keys(headline.difference)[0];
    if (first === undefined) continue;
    gains[headline.name] = headline.difference[first];
    reference = first;
  }
  const own = gainNames.filter((name) => gains[name]);
  if (own.length === 0) return null;
  return (
    <table data-part="partial" data-runs={partial.runs}>
      <caption>{speaking.text.against(referenceName(speaking.text, reference))}: {speaking.text.soFar(partial.runs)}</caption>
      <tbody>
        {own.map((name) => (
          <tr key={name}>
            <th scope="row">{speaking.text.parties[name]}</th>
            <GainCell {...speaking} name={name} gain={gains[name]} domain={domainOf([gains[name]])} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Scenario({ id, name, title, ...speaking }: Speaking & { id: number; name: string; title: string }): JSX.Element {
  const { text } = speaking;
  const [going, setGoing] = useState<Going | null>(null);
  const [changes, setChanges] = useState("");
  const [replicates, setReplicates] = useState("");
  const stream = useRef<EventSource | null>(null);
  const change = (part: { [Key in keyof Going]?: Going[Key] }): void => setGoing((before) => ({ ...(before ?? fresh), ...part }));

  const end = (part: { [Key in keyof Going]?: Going[Key] }): void => {
    stream.current?.close();
    stream.current = null;
    change({ ...part, isOver: true });
  };
  const watch = (events: string): void => {
    const source = new EventSource(events);
    stream.current = source;
    const on = <Data,>(event: string, take: (data: Data) => void): void =>
      source.addEventListener(event, (message) => take(JSON.parse((message as MessageEvent<string>).data) as Data));
    on<{ done: number; total: number }>("progress", ({ done, total }) => change({ percent: Math.floor((100 * done) / Math.max(1, total)) }));
    on<Partial>("partial", (partial) => change({ partial }));
    on<{ page: string }>("done", ({ page }) => end({ page }));
    on<{ problem: string }>("failed", ({ problem }) => end({ problem }));
    source.onerror = () => { if (stream.current === source) end({ problem: text.problem }); };
  };
  const run = (): void => {
    setGoing(fresh);
    const set = changes.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    const order = { scenario: id, set, ...(replicates ? { replicates: Number(replicates) } : {}) };
    tell<{ events: string }>("/api/runs", order).then(
      ({ events }) => watch(events), (error) => end({ problem: problemOf(error, text.problem) }));
  };
  const isGoing = going !== null && !going.isOver;
  return (
    <li data-scenario={name}>
      <h3>{title || name}</h3>
      <p class="meaning">{name}</p>
      <details>
        <summary>{text.settings}</summary>
        <label>{text.changes}
          <textarea rows={3} value={changes} spellcheck={false} onInput={(event) => setChanges(event.currentTarget.value)} />
        </label>
        <label>{text.replicates}
          <input type="number" min="1" max="500" value={replicates} onInput={(event) => setReplicates(event.currentTarget.value)} />
        </label>
      </details>
      <p>
        {isGoing
          ? <button type="button" data-action="cancel" onClick={() => end({ problem: text.cancelled })}>{text.cancel}</button>
          : <button type="button" class="main" data-action="run" onClick={run}>{text.run}</button>}
      </p>
      {isGoing && <p role="status">{going.percent === null ? text.preparing : text.simulated(going.percent)}
        <progress max={100} value={going.percent ?? 0} aria-label={title || name} /></p>}
      {going?.partial && <Gains {...speaking} partial={going.partial} />}
      {going?.page && <p><a href={going.page} data-part="page">{text.openPage}</a></p>}
      {going?.problem && <p class="problem" role="alert">{going.problem}</p>}
    </li>
  );
}

function Home(): JSX.Element {
  const speaking = useLanguage();
  const { text } = speaking;
  const [listing, setListing] = useState<Listing | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    ask<Listing>("/api/list").then(setListing, (error) => setProblem(problemOf(error, text.problem)));
  }, []);
  return (
    <Frame {...speaking} title={text.homeTitle} problem={problem}>
      {listing?.room && <p><a href="/wall">{text.openWall}</a></p>}
      <h2>{text.scenarios}</h2>
      <ul class="cards">{listing?.scenarios.map((entry) => <Scenario key={entry.id} {...speaking} {...entry} />)}</ul>
      <h2>{text.results}</h2>
      {listing && listing.results.length === 0 && <p>{text.noResults}</p>}
      {listing?.opens_files && <p><a href="/open" data-part="open-file">{text.openFile}</a></p>}
      <ul>{listing?.results.map((entry) => <li key={entry.id}><a href={`/results/${entry.id}`}>{entry.name}</a></li>)}</ul>
    </Frame>
  );
}

start(<Home />);
