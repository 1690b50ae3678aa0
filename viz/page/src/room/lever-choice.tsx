// The levers by field of action, each with four large buttons: off, a little, usual, much.
import type { JSX } from "preact";
import { fieldLabel, leverLabel, leverMeaning } from "../i18n/lever-labels";
import type { Lever, Package } from "./answers";
import type { Speaking } from "./frame";

interface Props extends Speaking {
  levers: Lever[];
  chosen: Package;
  onChoose(lever: string, zone: number): void;
}

function Choice({ lever, language, text, chosen, onChoose }: Omit<Props, "levers"> & { lever: Lever }): JSX.Element {
  const zone = chosen[lever.lever] || 0;
  return (
    <fieldset class={zone > 0 ? "lever on" : "lever"} data-lever={lever.lever}>
      <legend>{leverLabel(language, lever.lever)}</legend>
      <p class="meaning">{leverMeaning(language, lever.lever, lever.meaning)}</p>
      <div class="zones">
        {[text.off].concat(text.zones).map((label, at) => (
          <button type="button" key={at} aria-pressed={zone === at} data-zone={at} onClick={() => onChoose(lever.lever, at)}>
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

export function LeverChoice(props: Props): JSX.Element {
  const { levers, language, chosen } = props;
  const fields = levers.map((lever) => lever.field).filter((field, at, all) => all.indexOf(field) === at);
  return (
    <>
      {fields.map((field) => {
        const own = levers.filter((lever) => lever.field === field);
        const count = own.filter((lever) => (chosen[lever.lever] || 0) > 0).length;
        return (
          <details key={field} data-field={field}>
            <summary>{fieldLabel(language, field)}{count > 0 && <span class="count"> · {props.text.chosen(count)}</span>}</summary>
            {own.map((lever) => <Choice key={lever.lever} {...props} lever={lever} />)}
          </details>
        );
      })}
    </>
  );
}
