// What differs from the base, in sentences.
import type { JSX } from "preact";
import { usePage } from "../context";
import type { Speech } from "../i18n/index";
import { levers, monthName, type Edits, type LeverSetting } from "./edits";
import { zoneOf } from "./lever-row";
import type { LivePage } from "./page-part";
import type { Result } from "../result";

function leverSentence(live: LivePage, speech: Speech, lever: LeverSetting): string {
  const words = speech.text.live;
  const { input } = live;
  const name = speech.lever(lever.row.lever);
  const before = live.base.find((each) => each.name === lever.name);
  if (!lever.on || !input) return words.isOff(name);
  const strength = `${speech.exact(lever.strength)} (${words.zones[zoneOf(lever)]})`;
  const from = before?.on && before.strength !== lever.strength ? words.insteadOf(strength, speech.exact(before.strength)) : strength;
  const ramp = lever.ramp > 0 ? words.over(String(lever.ramp)) : words.atOnce;
  const cost = lever.cost > 0 ? words.costs(speech.amount(lever.cost, "EUR/month")) : "";
  return words.isOn(name, from, speech.month(monthName(input, lever.start)), ramp) + cost;
}

function valueSentence(stored: Result, speech: Speech, path: string, value: number): string {
  const row = stored.parameters.find((parameter) => parameter.path === path);
  const before = typeof row?.value === "number" ? speech.exact(row.value) : String(row?.value ?? "");
  return speech.text.live.assumption(path, speech.exact(value), before, speech.unit(row?.unit ?? ""));
}

/** What `edits` change, one sentence each. */
export function changeSentences(live: LivePage, stored: Result, speech: Speech, edits: Edits = live.edits): string[] {
  if (!live.input) return [];
  const told = levers(live.base, edits).filter((lever) => edits.levers[lever.name])
    .map((lever) => leverSentence(live, speech, lever));
  return [...told, ...Object.entries(edits.values).map(([path, value]) => valueSentence(stored, speech, path, value))];
}

/** What one step changed: sentences that are new, or that are gone. */
export function stepSentence(live: LivePage, stored: Result, speech: Speech, before: Edits, after: Edits): string {
  const old = changeSentences(live, stored, speech, before);
  const now = changeSentences(live, stored, speech, after);
  const added = now.filter((text) => !old.includes(text));
  const gone = old.filter((text) => !now.includes(text));
  return added.length > 0 ? added.join(" ") : gone.map((text) => speech.text.facilitate.taken(text)).join(" ");
}

export function Changes(): JSX.Element {
  const { live, stored, speech } = usePage();
  const words = speech.text.live;
  const sentences = changeSentences(live, stored, speech);
  if (sentences.length === 0) return <p class="meaning" data-part="changes">{words.unchanged}</p>;
  return (
    <div data-part="changes">
      <h3>{words.changes}</h3>
      <ul class="changes">{sentences.map((text) => <li key={text}>{text}</li>)}</ul>
    </div>
  );
}
