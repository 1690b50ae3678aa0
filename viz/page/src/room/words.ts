// What the server's own pages say, in both languages. A key that is missing in one does not compile.
export type RoomLanguage = "en" | "de";

const english = {
  otherLanguage: "Deutsch",
  problem: "The server does not answer. Is this device still in the room's network?",
  // the phone
  roomTitle: "Your table's package",
  joinTitle: "Join the room",
  code: "Code on the wall",
  table: "Name of your table",
  join: "Join",
  choose: "Choose what policy does. Leave off what you do not want.",
  off: "off",
  zones: ["a little", "usual", "much"],
  chosen: (count: number): string => (count === 1 ? "1 lever chosen" : `${count} levers chosen`),
  handIn: "Hand in",
  handInAgain: "Hand in again",
  again: "Your table has left the room. Please join again.",
  states: {
    joined: "Not handed in yet",
    waiting: "Handed in, waiting for the model",
    running: "The model is running",
    done: "Done: look at the wall",
    failed: "The model could not run this package",
  } as Record<string, string>,
  // the wall
  wallTitle: "Tables compared",
  against: (reference: string): string => `Gains against “${reference}”, median and 90 % of runs`,
  howToJoin: "Join with your phone",
  noTables: "No table has joined yet.",
  tableColumn: "Table",
  stateColumn: "State",
  parties: {
    origin_gain: "Origin", destination_gain: "Destination", migrant_gain: "Migrants", triple_win: "Smallest gain",
  } as Record<string, string>,
  partyUnits: {
    origin_gain: "training costs of a graduate per person enrolled",
    destination_gain: "yearly wages per person enrolled",
    migrant_gain: "yearly wages at home per person enrolled",
    triple_win: "the least of the three, each in its own measure",
  } as Record<string, string>,
  runs: (done: number, all: number): string => `${done} of ${all} runs`,
  inputsTitle: "What the tables chose",
  inputsNote: "Strength over all tables that handed in; off counts as 0.",
  lever: "Lever",
  tablesWith: "Tables",
  least: "Smallest",
  median: "Median",
  most: "Largest",
  nextScenario: "Scenario of the next group",
  reset: "New group",
  resetSure: "Really send all tables away?",
  references: {
    pilots_as_today: "pilots as today", no_partnerships: "no partnerships",
  } as Record<string, string>,
  // the first page
  homeTitle: "Scenarios and results",
  scenarios: "Scenarios",
  results: "Results",
  noResults: "No result file lies in this folder.",
  run: "Run",
  cancel: "Cancel",
  openPage: "Open the result",
  openFile: "Open a result file of this machine",
  openWall: "Open the wall of the room",
  changes: "Changes, one a line: path=value",
  replicates: "Replicates (empty: as the scenario says)",
  settings: "Change something before the run",
  preparing: "In the queue",
  simulated: (percent: number): string => `${percent} % simulated`,
  cancelled: "Cancelled.",
  soFar: (runs: number): string => (runs === 1 ? "1 run" : `${runs} runs`),
};

export type Words = typeof english;

const german: Words = {
  otherLanguage: "English",
  problem: "Der Server antwortet nicht. Ist dieses Gerät noch im Netz des Raums?",
  roomTitle: "Das Paket Ihres Tisches",
  joinTitle: "Am Raum teilnehmen",
  code: "Code an der Wand",
  table: "Name Ihres Tisches",
  join: "Teilnehmen",
  choose: "Wählen Sie, was die Politik tut. Lassen Sie aus, was Sie nicht wollen.",
  off: "aus",
  zones: ["gering", "üblich", "stark"],
  chosen: (count) => (count === 1 ? "1 Hebel gewählt" : `${count} Hebel gewählt`),
  handIn: "Abgeben",
  handInAgain: "Erneut abgeben",
  again: "Ihr Tisch ist nicht mehr im Raum. Bitte nehmen Sie neu teil.",
  states: {
    joined: "Noch nicht abgegeben",
    waiting: "Abgegeben, wartet auf das Modell",
    running: "Das Modell rechnet",
    done: "Fertig: Schauen Sie auf die Wand",
    failed: "Das Modell konnte dieses Paket nicht rechnen",
  },
  wallTitle: "Die Tische im Vergleich",
  against: (reference) => `Gewinne gegenüber „${reference}“, Median und 90 % der Läufe`,
  howToJoin: "Mit dem Telefon teilnehmen",
  noTables: "Noch hat kein Tisch teilgenommen.",
  tableColumn: "Tisch",
  stateColumn: "Stand",
  parties: { origin_gain: "Herkunftsland", destination_gain: "Zielland", migrant_gain: "Fachkräfte", triple_win: "Kleinster Gewinn" },
  partyUnits: {
    origin_gain: "Ausbildungskosten eines Abschlusses je teilnehmende Person",
    destination_gain: "Jahreslöhne je teilnehmende Person",
    migrant_gain: "Jahreslöhne im Herkunftsland je teilnehmende Person",
    triple_win: "der kleinste der drei, jeder in seinem Maß",
  },
  runs: (done, all) => `${done} von ${all} Läufen`,
  inputsTitle: "Was die Tische gewählt haben",
  inputsNote: "Stärke über alle Tische, die abgegeben haben; aus zählt als 0.",
  lever: "Hebel",
  tablesWith: "Tische",
  least: "Kleinste",
  median: "Median",
  most: "Größte",
  nextScenario: "Szenario der nächsten Gruppe",
  reset: "Neue Gruppe",
  resetSure: "Wirklich alle Tische verabschieden?",
  references: { pilots_as_today: "Pilotprojekte wie heute", no_partnerships: "keine Partnerschaften" },
  homeTitle: "Szenarien und Ergebnisse",
  scenarios: "Szenarien",
  results: "Ergebnisse",
  noResults: "In diesem Ordner liegt keine Ergebnisdatei.",
  run: "Rechnen",
  cancel: "Abbrechen",
  openPage: "Ergebnis öffnen",
  openFile: "Eine Ergebnisdatei dieses Rechners öffnen",
  openWall: "Die Wand des Raums öffnen",
  changes: "Änderungen, eine je Zeile: Pfad=Wert",
  replicates: "Wiederholungen (leer: wie im Szenario)",
  settings: "Vor dem Lauf etwas ändern",
  preparing: "In der Warteschlange",
  simulated: (percent) => `${percent} % simuliert`,
  cancelled: "Abgebrochen.",
  soFar: (runs) => (runs === 1 ? "1 Lauf" : `${runs} Läufe`),
};

export const words: Record<RoomLanguage, Words> = { en: english, de: german };

export function firstLanguage(): RoomLanguage {
  return navigator.language.slice(0, 2) === "de" ? "de" : "en";
}

/** A package that scenarios are compared with; one without words by its own name. */
export function referenceName(text: Words, reference: string): string {
  return text.references[reference] ?? reference.replace(/_/g, " ");
}
