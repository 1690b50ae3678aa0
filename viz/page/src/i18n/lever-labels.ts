// Names of the levers and their fields of action, and in German what strength 1 means; in English the model's own
// table says that. A lever that is missing here is shown by its key.
import type { Written as Language } from "./index";
import { readable } from "./labels";

export const fields: Record<string, Record<Language, string>> = {
  preparation: { en: "Preparation and integration", de: "Vorbereitung und Integration" },
  language: { en: "Language", de: "Sprache" },
  recognition: { en: "Recognition", de: "Anerkennung" },
  qualification: { en: "Qualification", de: "Qualifizierung" },
  financing: { en: "Financing", de: "Finanzierung" },
  "policy coherence": { en: "Policy coherence", de: "Politikkohärenz" },
  "network and knowledge": { en: "Network and knowledge", de: "Netzwerk und Wissen" },
  shock: { en: "Shocks", de: "Schocks" },
  "fairness and safeguards": { en: "Fairness and safeguards", de: "Fairness und Schutz" },
};

interface Words {
  en: string;
  de: string;
  /** The table's sentence in German. */
  meaning: string;
}

export const names: Record<string, Words> = {
  "preparation.orientation": { en: "Orientation before departure", de: "Vorbereitung vor der Ausreise",
    meaning: "Kurse und Beratung vor der Ausreise; 1: alle sind vollständig vorbereitet." },
  "preparation.welcome": { en: "Welcome and mentoring at work", de: "Willkommenskultur und Mentoring im Betrieb",
    meaning: "Standard für Einarbeitung und Begleitung; 1: alle Betriebe erreichen die volle Qualität." },
  "preparation.anti_discrimination": { en: "Measures against discrimination", de: "Maßnahmen gegen Diskriminierung",
    meaning: "1: Diskriminierung gibt es nicht mehr." },
  "preparation.settlement": { en: "Faster settlement", de: "Schnellere Niederlassung",
    meaning: "Kürzere Zeit bis zur Niederlassungserlaubnis; 1: halbe Zeit." },
  "language.places": { en: "Language course places abroad", de: "Sprachkursplätze im Ausland",
    meaning: "1: doppelt so viele Plätze." },
  "language.intensity": { en: "Intensity of language courses", de: "Intensität der Sprachkurse",
    meaning: "1: halb so viele Monate je Sprachniveau." },
  "language.exam_quality": { en: "Preparation for language exams", de: "Vorbereitung auf Sprachprüfungen",
    meaning: "1: alle bestehen." },
  "recognition.staff": { en: "Staff of recognition offices", de: "Personal der Anerkennungsstellen",
    meaning: "1: doppelt so viele Bescheide." },
  "recognition.complete_files": { en: "Help with documents", de: "Hilfe bei den Unterlagen",
    meaning: "1: jeder Antrag ist vollständig." },
  "recognition.digital_files": { en: "Digital files", de: "Digitale Anträge",
    meaning: "1: Unterlagen liegen in der halben Zeit vor." },
  "qualification.alignment": { en: "Alignment of curricula", de: "Abgleich der Lehrpläne",
    meaning: "1: Lehrpläne beider Länder stimmen vollständig überein." },
  "qualification.home_track": { en: "Seats on the home track", de: "Plätze im Heimat-Zweig",
    meaning: "Ausbildung für den Arbeitsmarkt im Herkunftsland; 1: alle Plätze." },
  "qualification.bridging_places": { en: "Places in bridging courses", de: "Plätze in Anpassungslehrgängen",
    meaning: "1: doppelt so viele Plätze." },
  "financing.state_for_employer": { en: "The state pays for employers", de: "Der Staat zahlt für die Arbeitgeber",
    meaning: "Anteil der Arbeitgeber an der Vorbereitung, den der Staat trägt; 1: alles." },
  "financing.employer_for_migrant": { en: "Employers pay for migrants", de: "Arbeitgeber zahlen für die Fachkräfte",
    meaning: "Eigenanteil der Migrantinnen und Migranten, den die Arbeitgeber tragen; 1: alles." },
  "policy.visa_staff": { en: "Staff of visa posts", de: "Personal der Visastellen",
    meaning: "1: doppelt so viele entschiedene Anträge." },
  "policy.placement_staff": { en: "Public placement staff", de: "Personal der öffentlichen Vermittlung",
    meaning: "1: doppelt so viele begleitete Vermittlungen." },
  "visa.fast_track_share": { en: "Accelerated procedure", de: "Beschleunigtes Fachkräfteverfahren",
    meaning: "1: alle Fälle laufen über das beschleunigte Verfahren." },
  "network.platform": { en: "National platform", de: "Nationale Plattform",
    meaning: "Austausch der Beteiligten; 1: volle Intensität." },
  "network.awareness": { en: "Campaigns among employers", de: "Informationskampagnen für Arbeitgeber",
    meaning: "1: doppelte Reichweite." },
  "network.pooling": { en: "Chambers pool small firms", de: "Kammern bündeln kleine Betriebe",
    meaning: "1: kleine Betriebe haben keinen Nachteil mehr durch ihre Größe." },
  "partnership.formation": { en: "Support for new partnerships", de: "Förderung neuer Partnerschaften",
    meaning: "1: doppelt so viele neue Partnerschaften." },
  "partnership.seats": { en: "Seats of the partnerships", de: "Plätze der Partnerschaften",
    meaning: "1: doppelt so viele Plätze." },
  "fairness.no_fees": { en: "No fees for migrants", de: "Keine Gebühren für Migrantinnen und Migranten",
    meaning: "1: Vermittlung kostet sie nichts." },
  "preparation.family_reunification": { en: "Family reunification", de: "Familiennachzug",
    meaning: "Familien können früher und leichter nachkommen; 1: doppeltes Tempo, halbe Wartezeit." },
  "preparation.housing": { en: "Housing for arrivals", de: "Wohnraum für Ankommende",
    meaning: "1: jedes Land kann doppelt so viele unterbringen." },
  "preparation.free_change": { en: "Free change of employer", de: "Freier Wechsel des Arbeitgebers",
    meaning: "1: Bindungsklauseln entfallen." },
  "language.exam_capacity": { en: "Examination dates", de: "Prüfungstermine",
    meaning: "1: halbe Wartezeit auf eine Wiederholungsprüfung." },
  "language.course_subsidy": { en: "The state pays for courses", de: "Der Staat zahlt Sprachkurse",
    meaning: "Anteil der Kurskosten, den der deutsche Staat trägt; 1: alles." },
  "language.courses_at_work": { en: "Language at work", de: "Sprachförderung im Betrieb",
    meaning: "Nach der Ankunft; 1: doppeltes Lerntempo." },
  "recognition.central_office": { en: "One recognition office for all Länder", de: "Eine Anerkennungsstelle für alle Länder",
    meaning: "1: halbe Bearbeitungszeit." },
  "recognition.work_first": { en: "Recognition partnership", de: "Anerkennungspartnerschaft",
    meaning: "Erst als Hilfskraft arbeiten, dann anerkennen; 1: für alle." },
  "recognition.direct_test": { en: "Knowledge test at once", de: "Direkte Kenntnisprüfung",
    meaning: "Kenntnisprüfung ohne Gleichwertigkeitsprüfung; 1: für alle." },
  "qualification.modular_bridging": { en: "Modular bridging courses", de: "Modulare Anpassungslehrgänge",
    meaning: "1: halb so lange Lehrgänge." },
  "qualification.teachers": { en: "Teachers trained ahead", de: "Lehrkräfte vorab ausbilden",
    meaning: "1: Partnerschaften wachsen ohne Verlust an Qualität." },
  "qualification.equipment": { en: "Equipment and methods", de: "Ausstattung und Methoden",
    meaning: "1: Qualität erholt sich doppelt so schnell." },
  "qualification.centre_seats": { en: "Places in training centres", de: "Plätze in Ausbildungszentren",
    meaning: "1: doppelt so viele Plätze und Aufnahmen." },
  "financing.state_for_migrant": { en: "The state pays for migrants", de: "Der Staat zahlt für die Fachkräfte",
    meaning: "Eigenanteil der Migrantinnen und Migranten, den der Staat trägt; 1: alles." },
  "financing.outcome_payment": { en: "Payment by outcome", de: "Erfolgsprämie",
    meaning: "Der Staat zahlt Arbeitgebern für Fachkräfte, die zwölf Monate bleiben; 1: für alle." },
  "financing.bridge_money": { en: "Bridge money", de: "Anschlussförderung",
    meaning: "Der Staat überbrückt das Ende der Projektmittel; 1: er übernimmt alles, was Geber gezahlt haben." },
  "financing.revolving_fund": { en: "Revolving fund", de: "Darlehensfonds",
    meaning: "Leiht Bewerberinnen und Bewerbern Geld; 1: sie können doppelt so viel aufbringen, zinslos." },
  "policy.one_stop_shop": { en: "One-stop shop", de: "Verfahren aus einer Hand",
    meaning: "Ein Antrag für Anerkennung und Visum; 1: niemand wartet noch in der Visastelle." },
  "policy.country_portfolio": { en: "Portfolio of partner countries", de: "Auswahl der Partnerländer",
    meaning: "Gewicht dieser Herkunftsländer; 1: doppelt so viele neue Partnerschaften dort." },
  "fairness.seal": { en: "Seal for fair recruitment", de: "Gütesiegel für faire Anwerbung",
    meaning: "1: kein Betrug und keine Gebühren privater Agenturen mehr." },
  "fairness.who_list": { en: "Safeguards list respected", de: "Schutzliste der WHO achten",
    meaning: "1: keine organisierte Anwerbung, wo ein Herkunftsland auf der Liste steht." },
  "fairness.recruitment_cap": { en: "Cap on recruitment", de: "Obergrenze der Anwerbung",
    meaning: "Bindet die Anwerbenden, nie die Personen; 1: gilt für alle." },
  "fairness.training_compensation": { en: "Compensation for training", de: "Ausgleich der Ausbildungskosten",
    meaning: "Deutschland erstattet dem Herkunftsland die Ausbildung derer, die gehen; 1: vollständig." },
  "fairness.oda_for_origin": { en: "Development money for the origin only", de: "Entwicklungsgelder nur für das Herkunftsland",
    meaning: "1: der deutsche Staat übernimmt den ganzen Anteil der Geber an der Vorbereitung." },
  "shock.recession": { en: "Recession in Germany", de: "Rezession in Deutschland",
    meaning: "1: kein Stellenwachstum und doppelt so viele Entlassungen." },
  "shock.border_closure": { en: "Closed borders", de: "Geschlossene Grenzen",
    meaning: "Auch eine Quote; 1: keine Visa mehr." },
  "shock.partner_exit": { en: "The partner leaves", de: "Ausstieg des Partnerlands",
    meaning: "1: seine Partnerschaften nehmen niemanden mehr auf." },
};

export function fieldLabel(language: Language, field: string): string {
  return fields[field]?.[language] ?? readable(field);
}

export function leverLabel(language: Language, lever: string): string {
  return names[lever]?.[language] ?? readable(lever);
}

export function leverMeaning(language: Language, lever: string, english: string): string {
  return language === "de" ? (names[lever]?.meaning ?? english) : english;
}
