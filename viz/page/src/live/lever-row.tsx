// One lever: on or off, strength, start and ramp, and what it costs to keep it.
import type { JSX } from "preact";
import { usePage } from "../context";
import { monthName, monthNumber, strengthStep, type LeverSetting } from "./edits";
import { Slider } from "./slider";

/** Which zone a strength lies in: 0 a little, 1 usual, 2 much. */
export function zoneOf(lever: LeverSetting): 0 | 1 | 2 {
  const size = Math.abs(lever.strength);
  return size <= lever.row.zones[0] ? 0 : size <= lever.row.zones[1] ? 1 : 2;
}

export function LeverRow({ lever }: { lever: LeverSetting }): JSX.Element {
  const { live, speech } = usePage();
  const words = speech.text.live;
  const id = `lever-${lever.name}`;
  const set = (change: Parameters<typeof live.setLever>[1], control?: string): void => live.setLever(lever.name, change, control);
  const [low, standard, high] = lever.row.zones;
  const strength = `${speech.exact(lever.strength)} · ${words.zones[zoneOf(lever)]}`;
  const most = Math.max(high, lever.strength);
  const isChanged = live.edits.levers[lever.name] !== undefined;
  const months = live.input?.months ?? 0;
  return (
    <li class={`lever ${lever.on ? "on" : ""} ${isChanged ? "changed" : ""}`} data-lever={lever.name}
      onPointerEnter={() => live.approach(lever.name)} onFocusCapture={() => live.approach(lever.name)}>
      <label class="check">
        <input type="checkbox" checked={lever.on} onChange={(event) => set({ on: event.currentTarget.checked })} />
        <span>{speech.lever(lever.row.lever)}</span>
      </label>
      <p class="meaning">{speech.leverMeaning(lever.row.lever, lever.row.meaning)}</p>
      {lever.on && (
        <div class="settings">
          <Slider id={id} label={words.strength} value={lever.strength} least={Math.min(0, lever.strength)} most={most}
            step={strengthStep} zones={[low, standard]} told={strength}
            onSlide={(value) => set({ strength: value }, `${id}-strength`)} onSettle={live.settle} />
          <div class="dates">
            <label>{words.start}
              <input type="month" value={live.input ? monthName(live.input, lever.start) : ""}
                min={live.input ? monthName(live.input, 0) : ""} max={live.input ? monthName(live.input, Math.max(0, months - 1)) : ""}
                onChange={(event) => {
                  const month = live.input ? monthNumber(live.input, event.currentTarget.value) : NaN;
                  if (month >= 0 && month < months) set({ start: month });
                }} />
            </label>
            <label>{words.ramp}
              <span><input type="number" min="0" max={live.input?.lever_keys.ramp?.most ?? 600} step="1" value={lever.ramp}
                onChange={(event) => {
                  const months = event.currentTarget.valueAsNumber;
                  if (months >= 0) set({ ramp: Math.min(months, live.input?.lever_keys.ramp?.most ?? 600) });
                }} /> {speech.unit("months")}</span>
            </label>
            <label>{words.cost}
              <span><input type="number" min="0" step="1000" value={lever.cost}
                onChange={(event) => {
                  const cost = event.currentTarget.valueAsNumber;
                  if (cost >= 0) set({ cost: Math.min(cost, live.input?.lever_keys.cost_per_month?.most ?? cost) });
                }} /> {speech.unit("EUR/month")}</span>
            </label>
          </div>
        </div>
      )}
    </li>
  );
}
