// What the page that opens a result file says, in English.
export const files = {
  title: "Open a result file",
  intro: (limit: string) =>
    `A result file (.h5) that skillscale run has written, up to ${limit}. It is read here, in this browser; nothing is sent anywhere.`,
  here: "Drop a result file anywhere on this page.",
  choose: "Or choose one:",
  cancel: "Cancel",
  close: "Close",
  back: "Scenarios and results of the folder",
  reading: (name: string, share: string) => `Reading ${name}: ${share}`,
  refused: (name: string) => `${name} cannot be shown.`,
  why: {
    large: (size: string, limit: string) => `It has ${size}; this page reads files up to ${limit}.`,
    empty: () => "It is empty.",
    foreign: () => "It is not an HDF5 file.",
    unsealed: () => "It is HDF5, but not a result as skillscale wrote it, or another program has changed it.",
    truncated: () => "It is cut short: its end is missing.",
    damaged: () => "It is damaged: it differs from what was written.",
    version: () => "It was written by another version of skillscale, in another format.",
    unreadable: () => "The browser may not read it, or it has changed meanwhile.",
    browser: () => "The reader of files could not be started in this browser.",
  } as Record<string, (size: string, limit: string) => string>,
  next: {
    large: "Put it into the folder of skillscale serve and open it from the list, or take single numbers out with skillscale export.",
    empty: "Copy it again from its source, or repeat the run.",
    foreign: "Choose a file that skillscale run has written.",
    unsealed: "Choose a file that skillscale run has written, unchanged.",
    truncated: "Copy it again from its source, or repeat the run.",
    damaged: "Copy it again from its source, or repeat the run.",
    version: "Open it with the version that wrote it.",
    unreadable: "Choose it again.",
    browser: "Use a current Firefox, Chrome, Edge or Safari, or put the file into the folder of skillscale serve and open it from the list.",
  } as Record<string, string>,
  onlyWithServer: (name: string) =>
    `This page shows one result and cannot open ${name}: start skillscale serve, open its page “Open a result file” and drop it there.`,
};
