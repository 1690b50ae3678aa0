// From where people come and to which Laender they go, through all channels, a year on average.
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { CorridorMap } from "../charts/corridor-map";
import { originOf } from "../charts/export";
import { ExportButtons } from "../charts/export-buttons";
import { LandTiles } from "../charts/land-tiles";
import type { NumberTable } from "../charts/number-table";
import { useShown } from "../context";
import type { Speech } from "../i18n/index";
import type { Interval } from "../i18n/numbers";
import type { Result } from "../result";
import { findVariable, horizonOf, middle, scenario, type World } from "../series";

interface Row {
  label: string;
  own: Interval;
  difference: Interval;
}

const nothing: Interval = { low: null, median: null, high: null };

function perYear(result: Result, sums: (number | null)[] | undefined): Interval {
  const first = result.months[0] ?? "";
  const last = result.months[result.months.length - 1] ?? "";
  const month = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5));
  const step = Math.max(1, (month(last) - month(first)) / Math.max(1, result.months.length - 1));
  const years = (result.months.length * step) / 12;
  const one = (value: number | null | undefined): number | null => (value === null || value === undefined ? null : value / years);
  return sums ? { low: one(sums[0]), median: one(middle(sums)), high: one(sums[sums.length - 1]) } : nothing;
}

/** Labels of the axis, most arrivals first; an axis of one label is the total. */
export function rowsOf(result: Result, name: string, axis: string, reference: string): Row[] {
  const variable = findVariable(result, name);
  const labels = result.axes[axis]?.labels ?? [];
  if (!variable) return [];
  const rows = labels.map((label) => {
    const cell: Record<string, string> = labels.length > 1 ? { [axis]: label } : {};
    const of = (world: World): Interval => perYear(result, horizonOf(result, variable, cell, world));
    return { label, own: of(scenario), difference: of({ kind: "difference", name: reference }) };
  });
  return rows.filter((row) => row.own.median !== null).sort((a, b) => (b.own.median ?? 0) - (a.own.median ?? 0));
}

const sum = (rows: readonly Row[]): number => rows.reduce((all, row) => all + (row.own.median ?? 0), 0);

/** The numbers of a chart of places for a file: low end, median and high end, for the scenario and against the reference. */
function tableOf(rows: readonly Row[], axis: string, reference: string, speech: Speech): NumberTable {
  const ends = ["low", "median", "high"] as const;
  const columns = (name: string): { label: string; name: string }[] => ends.map((end) => ({ label: end, name: `${name} ${end}` }));
  const words = speech.text.places;
  const against = reference ? [{ label: words.difference(speech.reference(reference)), columns: columns(`difference to ${reference}`) }] : [];
  return {
    rowsAre: { label: speech.axis(axis), name: axis },
    groups: [{ label: words.perYear, columns: columns("arrivals a year") }, ...against],
    rows: rows.map(({ label, own, difference }) => ({
      key: label, label: speech.value(axis, label),
      cells: [own, ...(reference ? [difference] : [])].flatMap((one) => ends.map((end) => one[end])),
    })),
    from: 0,
  };
}

function Exports({ figure, rows, axis, title }: { figure: { current: HTMLElement | null }; rows: Row[]; axis: string; title: string }): JSX.Element {
  const { result, speech, state } = useShown();
  return (
    <div class="figure-foot">
      <ExportButtons figure={figure} table={() => tableOf(rows, axis, state.reference, speech)}
        picture={{ origin: originOf(result, speech), speech, name: `arrivals by ${axis}`, title, unit: speech.text.places.perYear }} />
    </div>
  );
}

function Amount({ of }: { of: Interval }): JSX.Element {
  const { speech } = useShown();
  const told = speech.interval(of, "plain");
  return <td><strong>{told.median}</strong> <span class="range">({speech.text.to(told.low, told.high)})</span></td>;
}

function Table({ rows, axis, label }: { rows: Row[]; axis: string; label: string }): JSX.Element {
  const { speech, state } = useShown();
  const words = speech.text.places;
  const all = sum(rows);
  return (
    <div class="scroll wide" tabIndex={0} role="group" aria-label={label}>
      <table class="headline">
        <thead>
          <tr>
            <th scope="col">{speech.axis(axis)}</th>
            <th scope="col">{words.perYear}</th>
            <th scope="col">{words.share}</th>
            {state.reference && <th scope="col">{words.difference(speech.reference(state.reference))}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} data-label={row.label}>
              <th scope="row">{speech.value(axis, row.label)}</th>
              <Amount of={row.own} />
              <td>{all > 0 ? speech.percent((row.own.median ?? 0) / all) : speech.text.chart.noData}</td>
              {state.reference && <Amount of={row.difference} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Places(): JSX.Element {
  const { result, speech, state } = useShown();
  const words = speech.text.places;
  const origins = rowsOf(result, "arrivals", "origin", state.reference);
  const laender = rowsOf(result, "arrivals_by_land", "land", state.reference);
  const [map, tiles] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)];
  const share = (rows: Row[], of: Row[]): string => speech.percent(sum(rows) / Math.max(sum(of), 1e-9));
  const [first] = origins;
  const country = first ? speech.value("origin", first.label) : "";
  const count = speech.short(first?.own.median ?? 0);
  const from = sum(origins) === 0 ? words.nobody
    : origins.length === 1 ? words.oneCorridor(country, count)
      : words.corridorsLead(country, count, share(origins.slice(0, 1), origins));
  const two = laender.slice(0, 2).map((row) => speech.value("land", row.label));
  const to = sum(laender) === 0 ? words.nobody : words.laenderLead(two[0] ?? "", two[1] ?? "", share(laender.slice(0, 2), laender));
  return (
    <>
      <h2>{words.title}</h2>
      <p class="lead">{words.intro}</p>
      <section class="card" data-part="corridors" ref={map}>
        <h3>{from}</h3>
        <CorridorMap label={`${words.corridors}. ${from}`}
          corridors={origins.map((row) => ({ origin: row.label, arrivals: row.own.median ?? 0 }))} />
        <p class="small-print">{words.mapNote}</p>
        <Table rows={origins} axis="origin" label={words.corridors} />
        <Exports figure={map} rows={origins} axis="origin" title={from} />
      </section>
      {laender.length > 0 && (
        <section class="card" data-part="laender" ref={tiles}>
          <h3>{to}</h3>
          <div class="beside">
            <div>
              <LandTiles label={`${words.laender}. ${to}`}
                values={new Map(laender.map((row) => [row.label, row.own.median ?? 0]))} />
              <p class="small-print">{words.tilesNote}</p>
            </div>
            <Table rows={laender} axis="land" label={words.laender} />
          </div>
          <Exports figure={tiles} rows={laender} axis="land" title={to} />
        </section>
      )}
    </>
  );
}
