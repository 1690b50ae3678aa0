// Keyboard handle of the cursor over all charts: a slider over months whose text is the reading.
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { setCursor } from "./cursor";

interface Props {
  months: number;
  shown: number;
  title: string;
  text: string;
  hint: string;
}

export function MonthSlider({ months, shown, title, text, hint }: Props): JSX.Element {
  const id = useId();
  const steps: Record<string, number> = {
    ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -months, End: months,
  };
  const press = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setCursor(Math.max(0, Math.min(months - 1, shown + step)));
  };
  return (
    <div class="reading" role="slider" tabIndex={0} aria-label={title} aria-describedby={id} aria-valuemin={0}
      aria-valuemax={months - 1} aria-valuenow={shown} aria-valuetext={text} onKeyDown={press} onBlur={() => setCursor(null)}>
      <span>{text}</span>
      <span id={id} class="visually-hidden">{hint}</span>
    </div>
  );
}
