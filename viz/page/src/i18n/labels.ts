// Names of the model's words in each language: variables, stages, types, parties. A word that is missing here falls back
// to the text of the result file, or to the word itself made readable.
import { countries } from "./countries";
import type { Written as Language } from "./index";

type Words = Record<string, Record<Language, string>>;

const both = (en: string, de: string): Record<Language, string> => ({ en, de });

const variables: Words = {
  stock: both("People in the pipeline and at work", "Menschen auf dem Weg und in Arbeit"),
  applications: both("Applications", "Bewerbungen"),
  enrolments: both("Enrolments", "Aufnahmen"),
  arrivals: both("Arrivals in Germany", "Ankünfte in Deutschland"),
  recognitions: both("Recognitions", "Anerkennungen"),
  departures: both("Departures from jobs", "Abgänge aus Stellen"),
  queue_length: both("Cases waiting", "Wartende Fälle"),
  waiting_months: both("Waiting time", "Wartezeit"),
  vacancies: both("Open vacancies", "Offene Stellen"),
  employers_aware: both("Employers who know partnerships", "Arbeitgeber, die Partnerschaften kennen"),
  employers_adopted: both("Employers who take part", "Teilnehmende Arbeitgeber"),
  partnerships_active: both("Active partnerships", "Aktive Partnerschaften"),
  seats: both("Training seats", "Ausbildungsplätze"),
  origin_employed: both("Employed at the origin", "Beschäftigte im Herkunftsland"),
  origin_unemployed: both("Unemployed at the origin", "Arbeitslose im Herkunftsland"),
  origin_skilled_stock: both("Skilled people at the origin", "Fachkräfte im Herkunftsland"),
  origin_preparing: both("Preparing to leave", "In Vorbereitung auf die Ausreise"),
  home_track_graduates: both("Home-track graduates", "Abschlüsse im Heimat-Zweig"),
  remittances: both("Remittances", "Rücküberweisungen"),
  net_flow: both("Net payments", "Zahlungssalden"),
  retained: both("Retained in the occupation", "Im Beruf gehalten"),
  qualified_worker_months: both("Qualified worker-months", "Qualifizierte Personenmonate"),
  entered: both("Entries into stages", "Eintritte in Stufen"),
  completed: both("Stages completed", "Abgeschlossene Stufen"),
  dropped: both("Drop-outs", "Abbrüche"),
  stay_months: both("Months in stages, ended stays", "Monate in Stufen, beendete Aufenthalte"),
  time_in_stage: both("Time in stages", "Zeit in den Stufen"),
  stay_choices: both("Decisions to stay", "Entscheidungen zu bleiben"),
  other_destination_choices: both("Decisions for other destinations", "Entscheidungen für andere Zielländer"),
  rejected: both("Applicants rejected", "Abgelehnte Bewerbungen"),
  arrivals_by_land: both("Arrivals by Land", "Ankünfte nach Bundesland"),
  decided_full: both("Decisions: full recognition", "Bescheide: volle Anerkennung"),
  decided_compensation: both("Decisions: compensation measure", "Bescheide: Ausgleichsmaßnahme"),
  decided_refused: both("Decisions: refused", "Bescheide: abgelehnt"),
  retained_12: both("In the occupation after 12 months", "Nach 12 Monaten im Beruf"),
  retained_36: both("In the occupation after 36 months", "Nach 36 Monaten im Beruf"),
  retained_60: both("In the occupation after 60 months", "Nach 60 Monaten im Beruf"),
  assistant_months: both("Months of work before recognition", "Arbeitsmonate vor der Anerkennung"),
  bonded_months: both("Months under a service bond", "Monate mit Bindungsklausel"),
  served: both("Cases served", "Bearbeitete Fälle"),
  waited_months: both("Months waited by served cases", "Wartemonate bearbeiteter Fälle"),
  separations: both("Posts that fell vacant", "Frei gewordene Stellen"),
  domestic_hires: both("Domestic hires", "Einstellungen aus dem Inland"),
  foreign_hires: both("Hires from abroad", "Einstellungen aus dem Ausland"),
  hires_by_type: both("Hires from abroad by type", "Einstellungen aus dem Ausland nach Typ"),
  domestic_seekers: both("Domestic job seekers", "Arbeitsuchende im Inland"),
  partnerships_planned: both("Partnerships being set up", "Partnerschaften im Aufbau"),
  partnerships_formed: both("New partnerships", "Neue Partnerschaften"),
  partnerships_dissolved: both("Partnerships dissolved", "Aufgelöste Partnerschaften"),
  partnerships_ended_at_cliff: both("Partnerships ended with their funding", "Mit der Förderung beendete Partnerschaften"),
  members: both("Firms in partnerships", "Betriebe in Partnerschaften"),
  experience: both("Experience of partnerships", "Erfahrung der Partnerschaften"),
  graduates: both("Graduates at the origin", "Abschlüsse im Herkunftsland"),
  origin_attrition: both("Left the occupation at the origin", "Berufsausstiege im Herkunftsland"),
  returned_skilled: both("Skilled returns", "Zurückgekehrte Fachkräfte"),
  pool: both("Qualified people in the pool", "Qualifizierte im Pool"),
  school_leavers: both("School leavers", "Schulabgängerinnen und -abgänger"),
  origin_wage: both("Wage at the origin", "Lohn im Herkunftsland"),
  health_density: both("Doctors, nurses and midwives per 10,000 inhabitants", "Ärztliches, Pflege- und Hebammenpersonal je 10.000 Einwohner"),
  b2_reached: both("Level B2 reached", "Niveau B2 erreicht"),
  settlements: both("Settlement permits", "Niederlassungserlaubnisse"),
  families_joined: both("Families joined", "Nachgezogene Familien"),
  defrauded: both("Defrauded by an agency", "Von einer Agentur betrogen"),
  debt_lent: both("Recruitment debt taken up", "Für die Anwerbung aufgenommene Schulden"),
  debt_repaid: both("Recruitment debt repaid", "Getilgte Anwerbeschulden, mit Zinsen"),
  bonds_paid: both("Paid for leaving under a bond", "Zahlungen für das Lösen einer Bindung"),
  commitment: both("Commitment of the actors", "Engagement der Akteure"),
  shadow_price: both("Worth of one more token or place", "Was ein Termin oder Platz mehr bringt"),
  partnerships_past_cliff: both("Partnerships living on after project money", "Partnerschaften, die nach den Projektmitteln weiterbestehen"),
  intention: both("Intention to migrate", "Wanderungsabsicht"),
  social_integration: both("Social integration, sum", "Soziale Integration, Summe"),
  economic_integration: both("Economic integration, sum", "Wirtschaftliche Integration, Summe"),
  mean_social_integration: both("Social integration, mean", "Soziale Integration, Mittel"),
  mean_economic_integration: both("Economic integration, mean", "Wirtschaftliche Integration, Mittel"),
  abroad: both("People abroad", "Menschen im Ausland"),
  wage_bill: both("Wages paid", "Gezahlte Löhne"),
  ledger: both("Payments", "Zahlungen"),
  preparation_cost: both("Cost of preparation", "Kosten der Vorbereitung"),
  welfare: both("Welfare of groups", "Wohlfahrt der Gruppen"),
  max_flow: both("Largest possible flow", "Größtmöglicher Durchfluss"),
  bottleneck: both("Stage of the minimal cut", "Stufe des minimalen Schnitts"),
  skilled_workers_abroad: both("Recognised workers in the occupation", "Anerkannte Fachkräfte im Beruf"),
  partnership_arrivals_per_year: both("Arrivals per year through partnerships", "Ankünfte pro Jahr über Partnerschaften"),
  qualified_worker_years_per_year: both("Qualified worker-years per year", "Qualifizierte Personenjahre pro Jahr"),
  arrivals_per_year_at_end: both("Arrivals per year, last five years", "Ankünfte pro Jahr, letzte fünf Jahre"),
  language_wait_months: both("Wait for a language place", "Wartezeit auf einen Sprachkursplatz"),
  recognition_wait_months: both("Wait for the recognition office", "Wartezeit auf die Anerkennungsstelle"),
  visa_wait_months: both("Wait for the visa post", "Wartezeit auf die Visastelle"),
  bridging_wait_months: both("Wait for a bridging course", "Wartezeit auf einen Anpassungslehrgang"),
  placement_wait_months: both("Wait for placement staff", "Wartezeit auf die Vermittlung"),
  origin_employed_skilled: both("Skilled workers employed at the origin", "Beschäftigte Fachkräfte im Herkunftsland"),
  origin_preparing_to_leave: both("of these, preparing to leave", "davon in Vorbereitung auf die Ausreise"),
  gap_share: both("Contribution to closing the gap", "Beitrag zum Schließen der Fachkräftelücke"),
  partnerships_at_end: both("Partnerships at work at the end", "Am Ende arbeitende Partnerschaften"),
  last_partnership_end: both("Months until the last partnership had ended", "Monate bis zum Ende der letzten Partnerschaft"),
  home_track_graduates_total: both("Home-track graduates, whole horizon", "Abschlüsse im Heimat-Zweig, gesamter Zeitraum"),
  partnership_share: both("Partnerships' share of arrivals", "Anteil der Partnerschaften an den Ankünften"),
  partnership_doubling_years: both("Doubling time of partnership arrivals", "Verdopplungszeit der Ankünfte über Partnerschaften"),
  additionality: both("Additionality", "Zusätzlichkeit"),
  deadweight_per_year: both("Deadweight and crowding out", "Mitnahme und Verdrängung"),
  reference_fate_partnership_share: both("Would have come through a partnership", "Wäre über eine Partnerschaft gekommen"),
  reference_fate_private_share: both("Would have come by an agency or alone", "Wäre über eine Agentur oder allein gekommen"),
  reference_fate_elsewhere_share: both("Would have left for another destination", "Wäre in ein anderes Land gegangen"),
  reference_fate_at_origin_share: both("Would have stayed, qualified", "Wäre geblieben, ausgebildet"),
  reference_fate_otherwise_share: both("Would have stayed without this training", "Wäre ohne diese Ausbildung geblieben"),
  posts_partnership_share: both("Posts filled by partnerships", "Über Partnerschaften besetzte Stellen"),
  posts_other_channel_share: both("Posts filled by agencies or persons alone", "Über Agenturen oder allein besetzte Stellen"),
  posts_domestic_share: both("Posts filled by domestic workers", "Mit Inländern besetzte Stellen"),
  posts_open_share: both("Posts open at the end", "Am Ende offene Stellen"),
  post_fate_domestic_share: both("Posts that domestic workers would have filled", "Stellen, die Inländer besetzt hätten"),
  post_fate_other_channel_share: both("Posts that other channels would have filled", "Stellen, die andere Wege besetzt hätten"),
  post_additionality: both("Additionality of filled posts", "Zusätzlichkeit besetzter Stellen"),
  success_from_enrolment_share: both("Success from enrolment", "Erfolg ab der Aufnahme"),
  own_cost_in_earnings: both("Own cost in months of earnings", "Eigene Kosten in Monatsverdiensten"),
  settled_share: both("Settled", "Mit Niederlassungserlaubnis"),
  families_joined_share: both("Families joined, per arrival", "Nachgezogene Familien je Ankunft"),
  land_concentration: both("Concentration on Laender", "Konzentration auf Bundesländer"),
  seat_inequality: both("Inequality of seats", "Ungleichheit der Plätze"),
  seat_concentration: both("Concentration of seats", "Konzentration der Plätze"),
  cliff_survival_share: both("Survival of the funding cliff", "Weiterbestehen nach Ende der Projektmittel"),
  months_below_density: both("Months below the safeguards' density", "Monate unter der Schwelle der Schutzliste"),
  gain_german_employers: both("Gain of German employers", "Gewinn der deutschen Arbeitgeber"),
  gain_german_state: both("Gain of the German state", "Gewinn des deutschen Staates"),
  gain_domestic_workers: both("Gain of domestic workers", "Gewinn der inländischen Beschäftigten"),
  gain_origin_state: both("Gain of the origin state", "Gewinn des Herkunftsstaates"),
  gain_origin_employers: both("Gain of origin employers and patients", "Gewinn von Arbeitgebern und Kranken im Herkunftsland"),
  gain_origin_workers: both("Gain of origin workers", "Gewinn der Beschäftigten im Herkunftsland"),
  arrivals_per_year: both("Arrivals per year", "Ankünfte pro Jahr"),
  recognised_share: both("Share recognised", "Anteil mit Anerkennung"),
  retained_share_36: both("Still there after 36 months", "Nach 36 Monaten noch da"),
  cost_per_retained_worker: both("Cost per retained worker", "Kosten je gehaltener Fachkraft"),
  origin_net_skilled_stock: both("All qualified people at the origin", "Alle Qualifizierten im Herkunftsland"),
  gain_origin_households: both("Gain of families at the origin", "Gewinn der Familien im Herkunftsland"),
  enrolled_worse_off_share: both("Enrolled who are worse off", "Aufgenommene, die schlechter dastehen"),
  arrived_worse_off_share: both("Arrived who are worse off", "Angekommene, die schlechter dastehen"),
  enrolled_gain_gini: both("Inequality of gains among the enrolled", "Ungleichheit der Gewinne unter den Aufgenommenen"),
  enrolled_gain_lowest_tenth: both("Gain that a tenth of the enrolled do not reach", "Gewinn, den ein Zehntel der Aufgenommenen nicht erreicht"),
  migrant_present_value: both("Present value, migrants", "Barwert, Migrantinnen und Migranten"),
  origin_present_value: both("Present value, country of origin", "Barwert, Herkunftsland"),
  destination_present_value: both("Present value, destination", "Barwert, Zielland"),
  migrant_value_within_horizon: both("of this, within the horizon: migrants", "davon im Zeitraum: Migrantinnen und Migranten"),
  origin_value_within_horizon: both("of this, within the horizon: country of origin", "davon im Zeitraum: Herkunftsland"),
  destination_value_within_horizon: both("of this, within the horizon: destination", "davon im Zeitraum: Zielland"),
  migrant_gain: both("Gain of the migrants", "Gewinn der Migrantinnen und Migranten"),
  origin_gain: both("Gain of the country of origin", "Gewinn des Herkunftslands"),
  destination_gain: both("Gain of the destination", "Gewinn des Ziellands"),
  triple_win: both("Smallest of the three gains, each in its own yardstick", "Kleinster der drei Gewinne, jeder in seinem Maß"),
  nobody_worse_off: both("None of seven groups worse off", "Keine von sieben Gruppen schlechter gestellt"),
  bottleneck_stage: both("Bottleneck stage", "Engpass"),
};

/** What is scarce when the bottleneck lies at a stage; the English words are those of the program's result table. */
const scarcities: Words = {
  applicant: both("seats of the partnerships", "Plätze der Partnerschaften"),
  language: both("language places", "Sprachkursplätze"),
  training: both("training places", "Ausbildungsplätze"),
  recognition: both("the recognition offices", "die Anerkennungsstellen"),
  visa: both("the visa posts", "die Visastellen"),
  matching: both("employers' open posts and placements", "offene Stellen und Vermittlung"),
  adaptation: both("bridging courses", "Anpassungslehrgänge"),
};

/** Labels of an axis; "axis" holds the names of the axes. */
export const values: Record<string, Words> = {
  stage: {
    applicant: both("Applicants", "Bewerbung"),
    language: both("Language course", "Sprachkurs"),
    training: both("Training", "Ausbildung"),
    recognition: both("Recognition", "Anerkennung"),
    visa: both("Visa", "Visum"),
    matching: both("Finding an employer", "Arbeitgebersuche"),
    adaptation: both("Adaptation", "Anpassung"),
    employed: both("At work in the occupation", "Im Beruf tätig"),
    searching: both("Between jobs", "Zwischen zwei Stellen"),
    other_work: both("Other work", "Andere Arbeit"),
    returned: both("Returned home", "Zurückgekehrt"),
    onward: both("Moved on", "Weitergezogen"),
    home_track: both("Home track", "Heimat-Zweig"),
    left: both("Gave up", "Aufgegeben"),
  },
  partnership_type: {
    recruit_and_bridge: both("Recruit and bridge", "Anwerben und anpassen"),
    train_at_destination: both("Train at destination", "Ausbilden im Zielland"),
    train_at_origin: both("Train at origin", "Ausbilden im Herkunftsland"),
    dual_track: both("Dual track", "Zwei Zweige"),
    private_agency: both("Private agency", "Private Vermittlung"),
    alone: both("On their own", "Auf eigene Faust"),
  },
  exit_cause: {
    change_employer: both("Change of employer", "Arbeitgeberwechsel"),
    leave_occupation: both("Left the occupation", "Beruf verlassen"),
    return: both("Return", "Rückkehr"),
    onward: both("Moved on", "Weiterzug"),
    job_loss: both("Job loss", "Stellenverlust"),
  },
  group: {
    migrants: both("Migrants", "Migrantinnen und Migranten"),
    german_employers: both("German employers", "Deutsche Arbeitgeber"),
    german_state: both("German state", "Deutscher Staat"),
    domestic_workers: both("Domestic workers", "Inländische Beschäftigte"),
    origin_state: both("State of origin", "Herkunftsstaat"),
    origin_employers_and_patients: both("Origin employers and patients", "Arbeitgeber und Kranke im Herkunftsland"),
    origin_workers: both("Origin workers", "Beschäftigte im Herkunftsland"),
    origin_households: both("Families at the origin", "Familien im Herkunftsland"),
  },
  party: {
    migrant: both("Migrants", "Migrantinnen und Migranten"),
    employer: both("Employers", "Arbeitgeber"),
    german_state: both("German state", "Deutscher Staat"),
    origin_state: both("State of origin", "Herkunftsstaat"),
    donor: both("Donors", "Geldgeber"),
    centre: both("Training centres", "Ausbildungszentren"),
    agency: both("Private agencies", "Private Vermittler"),
    origin_households: both("Families at the origin", "Familien im Herkunftsland"),
    resource: both("Resource cost", "Ressourcenverbrauch"),
  },
  size_class: {
    micro: both("Micro firms", "Kleinstbetriebe"),
    small: both("Small firms", "Kleine Betriebe"),
    medium: both("Medium firms", "Mittlere Betriebe"),
    large: both("Large firms", "Große Betriebe"),
  },
  occupation: {
    nursing: both("Nursing", "Pflege"),
    electrics: both("Building electrics", "Gebäudeelektrik"),
    heating: both("Heating and plumbing", "Heizung und Sanitär"),
    it: both("Information technology", "Informatik"),
    hospitality: both("Hospitality", "Gastgewerbe"),
    construction: both("Construction", "Bau"),
  },
  origin: {
    "IND-KL": both("Kerala (India)", "Kerala (Indien)"),
  },
  land: {
    BW: both("Baden-Württemberg", "Baden-Württemberg"),
    BY: both("Bavaria", "Bayern"),
    BE: both("Berlin", "Berlin"),
    BB: both("Brandenburg", "Brandenburg"),
    HB: both("Bremen", "Bremen"),
    HH: both("Hamburg", "Hamburg"),
    HE: both("Hesse", "Hessen"),
    MV: both("Mecklenburg-Vorpommern", "Mecklenburg-Vorpommern"),
    NI: both("Lower Saxony", "Niedersachsen"),
    NW: both("North Rhine-Westphalia", "Nordrhein-Westfalen"),
    RP: both("Rhineland-Palatinate", "Rheinland-Pfalz"),
    SL: both("Saarland", "Saarland"),
    SN: both("Saxony", "Sachsen"),
    ST: both("Saxony-Anhalt", "Sachsen-Anhalt"),
    SH: both("Schleswig-Holstein", "Schleswig-Holstein"),
    TH: both("Thuringia", "Thüringen"),
  },
  authority: {
    recognition: both("Recognition office", "Anerkennungsstelle"),
    visa: both("Visa post", "Visastelle"),
    "language.exam": both("Language exams", "Sprachprüfungen"),
    language: both("Language courses", "Sprachkurse"),
    bridging: both("Bridging courses", "Anpassungslehrgänge"),
    placement: both("Placement", "Vermittlung"),
    housing: both("Housing", "Wohnraum"),
  },
  axis: {
    origin: both("Country of origin", "Herkunftsland"),
    occupation: both("Occupation", "Beruf"),
    stage: both("Stage", "Stufe"),
    partnership_type: both("Channel", "Weg"),
    exit_cause: both("Cause", "Grund"),
    authority: both("Office", "Behörde"),
    actor: both("Actor", "Akteur"),
    land: both("Land", "Bundesland"),
    size_class: both("Size of firm", "Betriebsgröße"),
    party: both("Party", "Seite"),
    payer: both("Payer", "Zahlende Seite"),
    group: both("Group", "Gruppe"),
    against: both("Reference", "Vergleich"),
  },
};


/** "some_word" as "Some word". */
export function readable(word: string): string {
  const spaced = word.replace(/[_.]+/g, " ").trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function variableLabel(language: Language, name: string, fallback: string): string {
  return variables[name]?.[language] ?? (fallback || readable(name));
}

/** Falls back to the stage's own name where no capacity stands. */
export function scarcityLabel(language: Language, stage: string): string {
  return scarcities[stage]?.[language] ?? valueLabel(language, "stage", stage);
}

export function axisLabel(language: Language, axis: string): string {
  return values.axis?.[axis]?.[language] ?? readable(axis);
}

function country(language: Language, code: string): string | undefined {
  const two = countries[code]?.alpha2;
  if (!two) return undefined;
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(two);
  } catch {
    return undefined;
  }
}

/** The readable name of one label of an axis; offices are named by their kind and place ("visa.PHL"). */
export function valueLabel(language: Language, axis: string, label: string): string {
  const known = values[axis === "payer" ? "party" : axis]?.[label]?.[language];
  if (known) return known;
  if (axis === "origin") return country(language, label) ?? readable(label);
  if (axis !== "authority") return readable(label);
  const [kind = "", ...places] = label.split(".");
  const place = places.map((word) => country(language, word) ?? values.occupation?.[word]?.[language] ?? readable(word));
  const office = values.authority?.[kind]?.[language] ?? readable(kind);
  return place.length > 0 ? `${office}, ${place.join(", ")}` : office;
}
