// A slider with its number, and the zone in words that its value lies in.
import type { JSX } from "preact";

interface Props {
  id: string;
  label: string;
  value: number;
  least: number;
  most: number;
  step: number;
  /** Upper ends of the first two zones; drawn on the track. */
  zones?: [number, number] | undefined;
  /** The value in words, also for screen readers. */
  told: string;
  onSlide(value: number): void;
  onSettle(): void;
}

export function Slider(props: Props): JSX.Element {
  const { id, label, value, least, most, step, zones, told, onSlide, onSettle } = props;
  const part = (at: number): string => `${Math.round((100 * (at - least)) / (most - least || 1))}%`;
  const marks = zones && (
    <svg class="zones" aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none">
      {zones.map((end, at) => (
        <rect key={at} x={part(at === 0 ? least : (zones[0] ?? least))} width={part(at === 0 ? end : least + end - (zones[0] ?? 0))}
          y="0" height="6" class={`zone-${at}`} />
      ))}
    </svg>
  );
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <span class="track">
        {marks}
        <input id={id} type="range" min={least} max={most} step={step} value={value} aria-valuetext={told}
          onInput={(event) => onSlide(Number(event.currentTarget.value))} onChange={onSettle} onBlur={onSettle} />
      </span>
      <output for={id}>{told}</output>
    </div>
  );
}
