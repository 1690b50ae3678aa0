// Names in experiments: outcomes, factors, packages. An experiment names them itself; those of the shipped ones have names here,
// a test says which are missing. Others are shown as the experiment writes them.
import type { Written as Language } from "./index";
import { leverLabel, names as levers } from "./lever-labels";
import { variableLabel } from "./labels";

type Words = Record<string, Record<Language, string>>;

const both = (en: string, de: string): Record<Language, string> => ({ en, de });

/** Outcomes that are an indicator under a shorter name. */
export const indicatorOf: Readonly<Record<string, string>> = {
  smallest_gain: "triple_win",
  migrants: "migrant_gain",
  origin: "origin_gain",
  destination: "destination_gain",
  partnership_arrivals: "partnership_arrivals_per_year",
};

export const outcomes: Words = {
  additional: both("Additional arrivals per year", "Zusätzliche Ankünfte pro Jahr"),
};

/** By the path of the parameter that a factor sets, and for what is no parameter by its name. */
export const factors: Words = {
  package: both("Package", "Paket"),
  "migration.hazard": both("Readiness to leave", "Bereitschaft zum Aufbruch"),
  "migration.savings": both("Savings of candidates", "Ersparnisse der Interessierten"),
  "migration.cost_effect": both("Weight of cost", "Gewicht der Kosten"),
  "language.drop": both("Giving up the language course", "Abbruch des Sprachkurses"),
  "language.months_to.A2": both("Months to level A2", "Monate bis zum Niveau A2"),
  "recognition.exam_pass": both("Passing the examination", "Bestehen der Prüfung"),
  "occupations.nursing.displacement": both("Displacement of domestic workers", "Verdrängung inländischer Beschäftigter"),
  "costs.domestic_loss": both("Loss of those displaced", "Verlust der Verdrängten"),
  "retention.return.scale": both("Time until return", "Zeit bis zur Rückkehr"),
  "partnership.knowledge_retention": both("Knowledge kept a year", "Bleibendes Wissen im Jahr"),
  "partnership.cost_floor": both("Least cost with experience", "Kleinste Kosten mit Erfahrung"),
  "authorities.recognition.nursing.tokens_per_month": both("Cases of the recognition office", "Fälle der Anerkennungsstelle"),
  "partnership_types.private_agency.migrant_fee": both("Fee of private agencies", "Gebühr privater Vermittler"),
};

export const packages: Words = {
  denkfabrik_full: both("Think tank, all fields of action", "Denkfabrik, alle Handlungsfelder"),
  dual_track_first: both("Dual track first", "Zuerst zwei Zweige"),
  employer_led: both("Led by employers", "Von Arbeitgebern geführt"),
  field_fairness: both("Fairness and safeguards", "Fairness und Schutz"),
  field_financing: both("Financing", "Finanzierung"),
  field_language: both("Language", "Sprache"),
  field_network: both("Network and knowledge", "Netzwerk und Wissen"),
  field_policy_coherence: both("Policy coherence", "Politikkohärenz"),
  field_preparation: both("Preparation and integration", "Vorbereitung und Integration"),
  field_qualification: both("Qualification", "Qualifizierung"),
  field_recognition: both("Recognition", "Anerkennung"),
  funding_cliff: both("Funding cliff", "Ende der Projektmittel"),
  legal_opening_only: both("Legal opening only", "Nur rechtliche Öffnung"),
  platform_continued: both("Platform continued", "Plattform wird fortgeführt"),
  platform_ended: both("Platform ended", "Plattform endet"),
  platform_with_origins: both("Platform with origins", "Plattform mit Herkunftsländern"),
  shock_partner_exit: both("The partner leaves", "Ausstieg des Partnerlands"),
  shock_recession: both("Recession in Germany", "Rezession in Deutschland"),
  state_led: both("Led by the state", "Vom Staat geführt"),
  strict_safeguards: both("Strict safeguards", "Strenge Schutzregeln"),
};

/** Levers of scenarios that are not named after the model's lever. */
const leverOf: Readonly<Record<string, string>> = { families: "preparation.family_reunification" };

/** The model's lever that a scenario's is named after: by its last word or by all of them; undefined if there is none. */
export function leverNamed(name: string): string | undefined {
  return leverOf[name] ?? Object.keys(levers).find((key) => key.replace(/\./g, "_") === name || key.endsWith(`.${name}`));
}

export function outcomeLabel(language: Language, name: string): string {
  return outcomes[name]?.[language] ?? variableLabel(language, indicatorOf[name] ?? name, "");
}

/** `path` is the parameter that the factor sets, "" if it sets none. */
export function factorLabel(language: Language, name: string, path: string): string {
  const strength = /^levers\.(\w+)\.strength$/.exec(path)?.[1];
  const lever = strength === undefined ? undefined : leverNamed(strength);
  if (lever !== undefined) return leverLabel(language, lever);
  return (factors[path] ?? factors[name])?.[language] ?? leverLabel(language, leverNamed(name) ?? name);
}

export function packageLabel(language: Language, name: string): string | undefined {
  return packages[name]?.[language];
}
