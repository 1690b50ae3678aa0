// What differs from the base, in sentences.
import type { JSX } from "preact";
import { usePage } from "../context";
import type { Speech } from "../i18n/index";
import { levers, monthName } from "./edits";
import { zoneOf } from "./lever-row";
import type { LivePage } from "./page-part";
import type { Result } from "../result";

export function changeSentences(live: LivePage, stored: Result, speech: Speech): string[] {
  const words = speech.text.live;
  const { input } = live;
  if (!input) return [];
  const told = levers(live.base, live.edits).filter((lever) => live.edits.levers[lever.name]).map((lever) => {
    const name = speech.lever(lever.row.lever);
    const before = live.base.find((each) => each.name === lever.name);
    if (!lever.on) return words.isOff(name);
    const strength = `${speech.exact(lever.strength)} (${words.zones[zoneOf(lever)]})`;
    const from = before?.on && before.strength !== lever.strength ? words.insteadOf(strength, speech.exact(before.strength)) : strength;
    const ramp = lever.ramp > 0 ? words.over(String(lever.ramp)) : words.atOnce;
    const cost = lever.cost > 0 ? words.costs(speech.amount(lever.cost, "EUR/month")) : "";
    return words.isOn(name, from, speech.month(monthName(input, lever.start)), ramp) + cost;
  });
  const values = Object.entries(live.edits.values).map(([path, value]) => {
    const row = stored.parameters.find((parameter) => parameter.path === path);
    const before = typeof row?.value === "number" ? speech.exact(row.value) : String(row?.value ?? "");
    return words.assumption(path, speech.exact(value), before, speech.unit(row?.unit ?? ""));
  });
  return [...told, ...values];
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
