// What the page that opens a result file says, in German.
export const files = {
  title: "Eine Ergebnisdatei öffnen",
  intro: (limit: string) =>
    `Eine Ergebnisdatei (.h5), die skillscale run geschrieben hat, bis ${limit}. Sie wird hier in diesem Browser gelesen; nichts wird verschickt.`,
  here: "Ziehen Sie eine Ergebnisdatei auf diese Seite.",
  choose: "Oder wählen Sie eine aus:",
  cancel: "Abbrechen",
  close: "Schließen",
  back: "Szenarien und Ergebnisse des Ordners",
  reading: (name: string, share: string) => `${name} wird gelesen: ${share}`,
  refused: (name: string) => `${name} lässt sich nicht anzeigen.`,
  why: {
    large: (size: string, limit: string) => `Die Datei hat ${size}; diese Seite liest Dateien bis ${limit}.`,
    empty: () => "Die Datei ist leer.",
    foreign: () => "Das ist keine HDF5-Datei.",
    unsealed: () => "Das ist eine HDF5-Datei, aber kein Ergebnis, wie skillscale es geschrieben hat, oder ein anderes Programm hat sie verändert.",
    truncated: () => "Die Datei ist abgeschnitten: Ihr Ende fehlt.",
    damaged: () => "Die Datei ist beschädigt: Sie weicht von dem ab, was geschrieben wurde.",
    version: () => "Eine andere Version von skillscale hat die Datei geschrieben, in einem anderen Format.",
    unreadable: () => "Der Browser darf die Datei nicht lesen, oder sie hat sich inzwischen geändert.",
    browser: () => "Der Dateileser ließ sich in diesem Browser nicht starten.",
  } as Record<string, (size: string, limit: string) => string>,
  next: {
    large: "Legen Sie die Datei in den Ordner von skillscale serve und öffnen Sie sie aus der Liste, oder entnehmen Sie einzelne Zahlen mit skillscale export.",
    empty: "Kopieren Sie sie noch einmal von der Quelle, oder wiederholen Sie den Lauf.",
    foreign: "Wählen Sie eine Datei, die skillscale run geschrieben hat.",
    unsealed: "Wählen Sie eine unveränderte Datei, die skillscale run geschrieben hat.",
    truncated: "Kopieren Sie sie noch einmal von der Quelle, oder wiederholen Sie den Lauf.",
    damaged: "Kopieren Sie sie noch einmal von der Quelle, oder wiederholen Sie den Lauf.",
    version: "Öffnen Sie die Datei mit der Version, die sie geschrieben hat.",
    unreadable: "Wählen Sie die Datei noch einmal aus.",
    browser: "Nehmen Sie einen aktuellen Firefox, Chrome, Edge oder Safari, oder legen Sie die Datei in den Ordner von skillscale serve und öffnen Sie sie aus der Liste.",
  } as Record<string, string>,
  onlyWithServer: (name: string) =>
    `Diese Seite zeigt ein Ergebnis und kann ${name} nicht öffnen: Starten Sie skillscale serve, öffnen Sie dort „Eine Ergebnisdatei öffnen“ und ziehen Sie die Datei auf jene Seite.`,
};
