// Starts the page: reads the result that stands in it and draws, or says in a sentence why not.
import { render } from "preact";
import { App } from "./app";
import { CompareApp } from "./compare/compare-app";
import { parseComparison } from "./compare/comparison";
import { DropNotice } from "./files/drop-notice";
import { catalogues } from "./i18n/index";
import { readLiveInput } from "./live/input";
import { readAnalyses } from "./analyses";
import { parseResult } from "./load";

const place = document.getElementById("app");
const data = document.getElementById("skillscale-result");

if (place) {
  place.textContent = "";
  try {
    const text = data?.textContent ?? "";
    const comparison = parseComparison(text);
    const input = readLiveInput(document.getElementById("skillscale-live")?.textContent ?? "");
    const analyses = readAnalyses(document.getElementById("skillscale-analyses")?.textContent ?? "");
    const shown = comparison ? <CompareApp comparison={comparison} /> : <App stored={parseResult(text)} input={input} analyses={analyses} />;
    render(<>{shown}<DropNotice /></>, place);
  } catch (error) {
    const language = navigator.language.startsWith("de") ? "de" : "en";
    const message = error instanceof Error ? error.message : String(error);
    render(<main class="failure"><h1>{catalogues[language].errorTitle}</h1><p lang="en">{message}</p></main>, place);
    document.documentElement.dataset.ready = "error";
  }
}
