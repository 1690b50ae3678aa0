// What stays with the countries of origin, against the chosen comparison.
import type { JSX } from "preact";
import { VariableFigure } from "../charts/variable-figure";
import { useShown } from "../context";
import { findVariable } from "../series";

export function Origin(): JSX.Element {
  const { result, speech, state, change } = useShown();
  const words = speech.text.origin;
  const countries = result.axes.origin?.labels ?? [];
  const chosen = countries.includes(state.origin) ? state.origin : "";
  const has = (name: string): boolean => findVariable(result, name)?.axes.includes("origin") ?? false;
  const cell = (name: string): Record<string, string> => (chosen && has(name) ? { origin: chosen } : {});
  return (
    <>
      <h2>{words.title}</h2>
      <p class="lead">{words.intro}</p>
      {countries.length > 1 && (
        <p class="controls">
          <label>
            {words.choose}{" "}
            <select value={chosen} onChange={(event) => change({ origin: event.currentTarget.value })}>
              <option value="">{words.all}</option>
              {countries.map((code) => <option key={code} value={code}>{speech.value("origin", code)}</option>)}
            </select>
          </label>
        </p>
      )}
      <div class="pair">
        <VariableFigure variable="origin_employed" cell={cell("origin_employed")} start="difference" />
        <VariableFigure variable="origin_employed" cell={cell("origin_employed")} />
        <VariableFigure variable="origin_skilled_stock" cell={cell("origin_skilled_stock")} start="difference" height={240} />
        <VariableFigure variable="origin_preparing" cell={cell("origin_preparing")} start="difference" height={240} />
        <VariableFigure variable="origin_unemployed" cell={cell("origin_unemployed")} start="difference" height={240} />
        <VariableFigure variable="remittances" cell={cell("remittances")} height={240} />
        <VariableFigure variable="home_track_graduates" cell={cell("home_track_graduates")} height={240} onlyIfAny />
      </div>
    </>
  );
}
