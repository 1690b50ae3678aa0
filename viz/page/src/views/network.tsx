// Partnerships year by year: who there is, with how many seats and how much trust, and who shares a training centre.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { originOf } from "../charts/export";
import { ExportButtons } from "../charts/export-buttons";
import { NetworkChart } from "../charts/network-chart";
import { learningOf, meanTrust } from "../charts/network-layout";
import type { NumberTable } from "../charts/number-table";
import { useShown } from "../context";
import type { Speech } from "../i18n/index";
import { readable } from "../i18n/labels";
import type { NetworkYear, Partner, Result } from "../result";
import { bandsOf, findVariable, pointAt, scenario } from "../series";

/** Milliseconds that a year stays while the years play. */
const pace = 900;

/** "triple_win_bosnia" as a name. */
function properName(word: string): string {
  return word.split("_").map(readable).join(" ");
}

function wantsStillness(): boolean {
  return typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Active partnerships in the last month of a year over all runs. */
function overRuns(result: Result, year: number): { low: number | null; median: number | null; high: number | null } | null {
  const variable = findVariable(result, "partnerships_active");
  const month = result.months.map((one) => one.slice(0, 4)).lastIndexOf(String(year));
  const bands = variable && bandsOf(result, variable, {}, scenario);
  return bands && month >= 0 ? pointAt(bands, month) : null;
}

/** From and to which month the platform runs within the result; null if it does not. */
function platformOf(result: Result): [string, string] | null {
  const of = (key: string): string => String(result.parameters.find((one) => one.path === `platform.${key}`)?.value ?? "");
  const isMonth = (text: string): boolean => /^\d{4}-\d\d$/.test(text);
  const last = result.months[result.months.length - 1] ?? "";
  const [from, to] = [of("start"), of("end")];
  if (!isMonth(from) || Number(of("intensity")) <= 0 || from > last || (isMonth(to) && to <= (result.months[0] ?? ""))) return null;
  return [from, isMonth(to) && to < last ? to : last];
}

function Steps({ years, at, go }: { years: readonly NetworkYear[]; at: number; go(at: number): void }): JSX.Element {
  const { speech } = useShown();
  const words = speech.text.network;
  const [plays, setPlays] = useState(false);
  const last = years.length - 1;
  useEffect(() => {
    if (!plays) return undefined;
    if (at >= last) {
      setPlays(false);
      return undefined;
    }
    const timer = setTimeout(() => go(at + 1), pace);
    return () => clearTimeout(timer);
  }, [plays, at, last]);
  const play = (): void => {
    if (!plays && at >= last) go(0);
    setPlays(!plays);
  };
  return (
    <div class="controls network-steps">
      <button type="button" aria-label={words.back} disabled={at === 0} onClick={() => go(at - 1)}>‹</button>
      <label>
        {words.year}{" "}
        <input type="range" min={0} max={last} step={1} value={at} aria-valuetext={String(years[at]?.year)} dir="ltr"
          onInput={(event) => go(Number(event.currentTarget.value))} />
      </label>
      <output aria-live={plays ? "off" : "polite"}>{years[at]?.year}</output>
      <button type="button" aria-label={words.forth} disabled={at === last} onClick={() => go(at + 1)}>›</button>
      {!wantsStillness() && <button type="button" data-choice="play" aria-pressed={plays} onClick={play}>{plays ? words.pause : words.play}</button>}
    </div>
  );
}

/** The sentence that says who learns from whom. */
function learningWords(year: NetworkYear, nameOf: (one: Partner) => string, speech: Speech): string {
  const words = speech.text.network;
  if (!year.holds_learning) return year.partnerships.length > 0 ? words.learningUnknown : "";
  const { best, lent, mostLent, pupils, placements } = learningOf(year.partnerships);
  const count = (number: number): string => (number === 1 ? words.count.one : words.count.other(String(number)));
  const told = [
    best ? words.lent(count(lent.length), nameOf(best), speech.short(mostLent)) : "",
    pupils > 0 ? words.taught(count(pupils), speech.short(placements)) : "",
  ].filter((one) => one !== "");
  return told.length > 0 ? told.join(" ") : words.nobodyLearns;
}

/** From whom one partnership learns, for the table. */
function teachersOf(one: Partner, all: readonly Partner[], nameOf: (one: Partner) => string, speech: Speech): string {
  const words = speech.text.network;
  const best = learningOf(all).best;
  const lessons = one.lessons.flatMap((lesson) => {
    const teacher = all.find((other) => other.partnership === lesson.from);
    return teacher ? [words.lessonOf(nameOf(teacher), speech.short(lesson.placements))] : [];
  });
  if (best && one.lent > 0) lessons.unshift(words.lentBy(nameOf(best), speech.short(one.lent)));
  return lessons.join("; ") || words.alone;
}

/** All years for a file: a row for each partnership at each year's end. */
function tableOf(years: readonly NetworkYear[], nameOf: (one: Partner) => string, speech: Speech): NumberTable {
  const words = speech.text.network;
  const columns = [
    ["partnership", words.partnership], ["name", words.partnership], ["type", words.type], ["origin", words.origin],
    ["seats", words.seats], ["trust", words.trust], ["since", words.since], ["centre", words.centre],
    ["experience_lent", words.experienceLent], ["experience_taken_over", words.experienceTaken],
  ] as const;
  return {
    rowsAre: { label: words.year, name: "year" },
    groups: [{ label: words.title, columns: columns.map(([name, label]) => ({ label, name })) }],
    rows: years.flatMap(({ year, partnerships }) => partnerships.map((one) => ({
      key: String(year), label: String(year),
      cells: [one.partnership + 1, nameOf(one), one.type || null, one.origin, one.seats, one.trust, one.since || null, one.centre === null ? null : one.centre + 1,
        one.lent, one.lessons.reduce((sum, lesson) => sum + lesson.placements, 0)],
    }))),
    from: 0,
  };
}

function Table({ partnerships, nameOf, label }: { partnerships: readonly Partner[]; nameOf(one: Partner): string; label: string }): JSX.Element {
  const { speech } = useShown();
  const words = speech.text.network;
  return (
    <div class="scroll wide" tabIndex={0} role="group" aria-label={label}>
      <table class="headline">
        <thead>
          <tr>
            {[words.partnership, words.type, words.origin, words.seats, words.trust, words.since, words.centre, words.learnsFrom].map((one) => (
              <th key={one} scope="col">{one}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {partnerships.map((one) => (
            <tr key={one.partnership} data-partnership={one.partnership}>
              <th scope="row">{nameOf(one)}</th>
              <td>{one.type ? speech.value("partnership_type", one.type) : speech.text.chart.noData}</td>
              <td>{speech.value("origin", one.origin)}</td>
              <td><strong>{speech.short(one.seats)}</strong></td>
              <td>{speech.short(one.trust)}</td>
              <td>{one.since ? speech.month(one.since) : words.older}</td>
              <td>{one.centre === null ? words.noCentre : words.centreName(String(one.centre + 1))}</td>
              <td>{teachersOf(one, partnerships, nameOf, speech)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function PartnershipNetwork(): JSX.Element {
  const { stored, result, speech, state, change } = useShown();
  const words = speech.text.network;
  const figure = useRef<HTMLElement>(null);
  const years = stored.network ?? [];
  const found = years.findIndex((one) => one.year === state.year);
  const at = found < 0 ? years.length - 1 : found;
  const shown = years[at];
  if (!shown) return <><h2>{words.title}</h2><p class="lead">{words.none}</p></>;
  const here = shown.partnerships;
  const nameOf = (one: Partner): string => (one.name ? properName(one.name) : words.formed(String(one.partnership + 1)));
  const seats = here.reduce((sum, one) => sum + one.seats, 0);
  const count = here.length === 1 ? words.count.one : words.count.other(String(here.length));
  const lead = here.length === 0 ? words.nobody(String(shown.year))
    : words.lead(String(shown.year), count, speech.short(seats), speech.short(meanTrust(here)));
  const runs = Math.max(1, stored.draws) * stored.replicates;
  const spread = runs > 1 ? overRuns(stored, shown.year) : null;
  const told = spread && speech.interval(spread, "plain");
  const platform = platformOf(stored);
  const learning = learningWords(shown, nameOf, speech);
  return (
    <>
      <h2>{words.title}</h2>
      <p class="lead">{runs > 1 ? words.intro(String(runs)) : words.onlyRun}{result !== stored && ` ${words.stored}`}</p>
      <section class="card" data-part="network" ref={figure}>
        <h3>{lead}</h3>
        {told && <p class="unit"><span>{words.overRuns(`${told.median} (${speech.text.to(told.low, told.high)})`)}</span></p>}
        {learning && <p data-part="learning-words">{learning}</p>}
        <Steps years={years} at={at} go={(next) => change({ year: years[next]?.year ?? 0 })} />
        <NetworkChart years={years} shown={shown} nameOf={nameOf} label={lead} />
        <p class="small-print">{words.key} {shown.holds_learning && words.keyLearning} {platform && words.platform(speech.month(platform[0]), speech.month(platform[1]))}</p>
        <details open={here.length <= 12}>
          <summary>{speech.text.chart.table}</summary>
          <Table partnerships={here} nameOf={nameOf} label={lead} />
        </details>
        <div class="figure-foot">
          <ExportButtons figure={figure} table={() => tableOf(years, nameOf, speech)} picture={{
            origin: originOf(stored, speech), speech, name: `partnerships ${shown.year}`, title: lead,
            unit: `${words.seats}, ${words.trust}. ${runs > 1 ? words.intro(String(runs)) : words.onlyRun}`,
          }} />
        </div>
      </section>
    </>
  );
}
