// The page on a phone: join with the code on the wall, choose a package, hand it in.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Lever, Package, Table } from "./answers";
import { ask, problemOf, Refusal, repeat, tell } from "./call";
import { Frame, start, useLanguage, type Speaking } from "./frame";
import { LeverChoice } from "./lever-choice";

const kept = "skillscale-table";

/** Phones that keep nothing join again after a reload. */
function keep(token: string): void {
  try {
    sessionStorage.setItem(kept, token);
  } catch {
    return;
  }
}

function keptToken(): string {
  try {
    return sessionStorage.getItem(kept) || "";
  } catch {
    return "";
  }
}

interface JoinProps extends Speaking {
  onJoin(code: string, table: string): void;
}

function Join({ text, onJoin }: JoinProps): JSX.Element {
  const [code, setCode] = useState(location.hash.slice(1, 20));
  const [table, setTable] = useState("");
  return (
    <form class="join" onSubmit={(event) => { event.preventDefault(); onJoin(code.trim(), table.trim()); }}>
      <label>{text.code}
        <input name="code" value={code} maxLength={20} autocomplete="off" autocapitalize="characters" spellcheck={false}
          onInput={(event) => setCode(event.currentTarget.value)} required />
      </label>
      <label>{text.table}
        <input name="table" value={table} maxLength={30} autocomplete="off"
          onInput={(event) => setTable(event.currentTarget.value)} required />
      </label>
      <button type="submit" class="main">{text.join}</button>
    </form>
  );
}

function Room(): JSX.Element {
  const speaking = useLanguage();
  const { text } = speaking;
  const [token, setToken] = useState(keptToken());
  const [levers, setLevers] = useState<Lever[]>([]);
  const [chosen, setChosen] = useState<Package>({});
  const [table, setTable] = useState<Table | null>(null);
  const [problem, setProblem] = useState("");

  const leave = (said: string): void => {
    keep("");
    setToken("");
    setTable(null);
    setProblem(said);
  };
  const fail = (error: unknown): void => {
    if (error instanceof Refusal && error.status === 401) leave(text.again);
    else setProblem(problemOf(error, text.problem));
  };

  useEffect(() => {
    if (!token) return undefined;
    ask<Lever[]>("/api/room/levers").then(setLevers, fail);
    return repeat(async () => {
      try {
        const now = await ask<Table>("/api/room/table", token);
        setTable((before) => {
          if (before === null) setChosen(now.levers);
          return now;
        });
      } catch (error) {
        fail(error);
      }
    }, 2000);
  }, [token]);

  const join = (code: string, name: string): void => {
    tell<{ token: string }>("/api/room/join", { code, table: name }).then((joined) => {
      setProblem("");
      keep(joined.token);
      setToken(joined.token);
    }, fail);
  };
  const handIn = (): void => {
    tell("/api/room/package", { levers: chosen }, token).then(() => {
      setProblem("");
      setTable((before) => before && { ...before, state: "waiting" });
    }, fail);
  };
  const choose = (lever: string, zone: number): void => setChosen((before) => ({ ...before, [lever]: zone }));
  const count = Object.keys(chosen).filter((lever) => (chosen[lever] || 0) > 0).length;

  if (!token) {
    return <Frame {...speaking} title={text.joinTitle} problem={problem}><Join {...speaking} onJoin={join} /></Frame>;
  }
  return (
    <Frame {...speaking} title={table ? table.name : text.roomTitle} problem={problem}>
      <p>{text.choose}</p>
      <LeverChoice {...speaking} levers={levers} chosen={chosen} onChoose={choose} />
      <footer class="bar">
        <p role="status" data-state={table?.state}>{text.chosen(count)}. {table ? text.states[table.state] : ""}</p>
        <button type="button" class="main" data-action="hand-in" onClick={handIn}>
          {table && table.state !== "joined" ? text.handInAgain : text.handIn}
        </button>
      </footer>
    </Frame>
  );
}

start(<Room />);
