// Saves a chart as SVG, PNG or CSV; each file says where its numbers come from.
import type { Speech } from "../i18n/index";
import type { Result } from "../result";
import { quantilesOf } from "../series";
import type { TimeSeries } from "./time-chart";

const svgSpace = "http://www.w3.org/2000/svg";

/** Lines that go with every exported file: where it comes from and how to get it again. */
export function provenance(result: Result, speech: Speech): string[] {
  const words = speech.text;
  return [
    result.title,
    `skillscale ${result.program_version} (${result.git_id}), ${words.badge.seed(String(result.seed))}, ` +
      `${words.badge.replicates(String(result.replicates))}, ${words.badge.digest} ${result.digest}, ${result.created}`,
    result.command,
  ];
}

function sources(result: Result): string {
  const titles = new Set(result.parameters.filter((p) => p.source_url).map((p) => p.source_title));
  return [...titles].join("; ");
}

function save(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Hands a text to the reader as a file. */
export function saveText(name: string, type: string, text: string): void {
  save(name, new Blob([text], { type }));
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return line ? [...lines, line] : lines;
}

function textLine(text: string, y: number, size: number, weight: string): SVGTextElement {
  const node = document.createElementNS(svgSpace, "text");
  node.textContent = text;
  node.setAttribute("x", "16");
  node.setAttribute("y", String(y));
  node.setAttribute("font-size", String(size));
  node.setAttribute("font-weight", weight);
  node.setAttribute("fill", "#1d2433");
  return node;
}

/** A drawing that stands alone: title above, chart, provenance and sources below. */
export function standaloneSvg(chart: SVGSVGElement, title: string, unit: string, footer: readonly string[]): SVGSVGElement {
  const inner = chart.cloneNode(true) as SVGSVGElement;
  inner.querySelector(".cursor-mark")?.remove();
  const width = Math.max(640, Number(chart.getAttribute("width")) + 32);
  const height = Number(chart.getAttribute("height"));
  const heads = wrap(title, Math.floor(width / 9.4));
  const feet = footer.flatMap((line) => wrap(line, Math.floor(width / 5.6)));
  const top = 16 + heads.length * 22 + 22;
  const total = top + height + feet.length * 14 + 24;
  const svg = document.createElementNS(svgSpace, "svg");
  svg.setAttribute("xmlns", svgSpace);
  svg.setAttribute("viewBox", `0 0 ${width} ${total}`);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(total));
  svg.setAttribute("font-family", "Inter, 'Helvetica Neue', Arial, sans-serif");
  const ground = document.createElementNS(svgSpace, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", "#fff");
  svg.append(ground);
  heads.forEach((line, at) => svg.append(textLine(line, 32 + at * 22, 17, "650")));
  svg.append(textLine(unit, 32 + heads.length * 22, 13, "400"));
  inner.setAttribute("x", "8");
  inner.setAttribute("y", String(top));
  svg.append(inner);
  feet.forEach((line, at) => svg.append(textLine(line, top + height + 20 + at * 14, 10, "400")));
  return svg;
}

function fileName(result: Result, name: string, ending: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `skillscale-${plain}-${result.digest.slice(0, 8)}.${ending}`;
}

export interface Picture {
  result: Result;
  speech: Speech;
  name: string;
  title: string;
  unit: string;
}

function drawn(chart: SVGSVGElement, picture: Picture): string {
  const { result, speech } = picture;
  const cited = sources(result);
  const footer = [...provenance(result, speech), ...(cited ? [`${speech.text.chart.source}: ${cited}`] : [])];
  return new XMLSerializer().serializeToString(standaloneSvg(chart, picture.title, picture.unit, footer));
}

export function saveSvg(chart: SVGSVGElement, picture: Picture): void {
  save(fileName(picture.result, picture.name, "svg"), new Blob([drawn(chart, picture)], { type: "image/svg+xml" }));
}

export function savePng(chart: SVGSVGElement, picture: Picture): void {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([drawn(chart, picture)], { type: "image/svg+xml" }));
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(url);
    canvas.toBlob((blob) => blob && save(fileName(picture.result, picture.name, "png"), blob), "image/png");
  };
  image.src = url;
}

/** Comma-separated table with "#" lines of provenance; one row a month, one column a quantile. */
export function csvText(picture: Picture, series: TimeSeries): string {
  const { result } = picture;
  const quote = (text: string): string => `"${text.replace(/"/g, '""')}"`;
  const cited = sources(result);
  const notes = [picture.title, picture.unit, ...provenance(result, picture.speech), ...(cited ? [cited] : [])];
  const groups = [{ label: series.mainLabel, bands: series.main }];
  if (series.other) groups.push({ label: series.otherLabel, bands: series.other });
  const head = groups.flatMap((group) => quantilesOf(result, group.bands.length).map((q) => quote(`${group.label} q${q}`)));
  const rows = result.months.map((month, at) => {
    const cells = groups.flatMap((group) => group.bands.map((band) => band[at] ?? ""));
    return [month, ...cells].join(",");
  });
  return [...notes.map((note) => `# ${note.replace(/\s+/g, " ")}`), ["month", ...head].join(","), ...rows, ""].join("\n");
}

export function saveCsv(picture: Picture, series: TimeSeries): void {
  save(fileName(picture.result, picture.name, "csv"), new Blob([csvText(picture, series)], { type: "text/csv" }));
}
