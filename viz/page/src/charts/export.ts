// Saves a chart as SVG, PNG or CSV; each file says where its numbers come from.
import type { Speech } from "../i18n/index";
import type { Result } from "../result";
import type { Cell, NumberTable } from "./number-table";

const svgSpace = "http://www.w3.org/2000/svg";

/** Where the numbers of a chart come from: goes with every file that is saved. */
export interface Origin {
  /** One line each: what it is, and how to get it again. */
  lines: string[];
  /** Titles of what is cited. */
  sources: string[];
  /** Beginning of the digest, for the file's name. */
  mark: string;
}

/** What a run says of itself, in a result and in a comparison alike. */
export type Run = Pick<Result, "title" | "program_version" | "git_id" | "seed" | "replicates" | "digest" | "created" | "command">;

export function linesOfRun(run: Run, speech: Speech): string[] {
  const words = speech.text.badge;
  return [
    run.title,
    `skillscale ${run.program_version} (${run.git_id}), ${words.seed(String(run.seed))}, ` +
      `${words.replicates(String(run.replicates))}, ${words.digest} ${run.digest}, ${run.created}`,
    run.command,
  ];
}

export function originOf(result: Result, speech: Speech): Origin {
  const titles = new Set(result.parameters.filter((p) => p.source_url).map((p) => p.source_title));
  return { lines: linesOfRun(result, speech), sources: [...titles], mark: result.digest.slice(0, 8) };
}

/** Of numbers that stand in the page of a result and were made by an experiment of their own. */
export function originOfExperiment(result: Result, speech: Speech, experiment: string, command: string): Origin {
  const own = originOf(result, speech);
  return { ...own, lines: [experiment, command, speech.text.influence.beside, ...own.lines] };
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
  // A drawing that follows the width of the page says its own size in its view box alone.
  const own = chart.viewBox.baseVal;
  inner.setAttribute("width", String(own.width));
  inner.setAttribute("height", String(own.height));
  const width = Math.max(640, own.width + 32);
  const height = own.height;
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

function fileName({ origin, name }: Picture, ending: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `skillscale-${plain}-${origin.mark}.${ending}`;
}

export interface Picture {
  origin: Origin;
  speech: Speech;
  name: string;
  title: string;
  unit: string;
}

function drawn(chart: SVGSVGElement, picture: Picture): string {
  const { origin, speech } = picture;
  const footer = [...origin.lines, ...(origin.sources.length > 0 ? [`${speech.text.chart.source}: ${origin.sources.join("; ")}`] : [])];
  return new XMLSerializer().serializeToString(standaloneSvg(chart, picture.title, picture.unit, footer));
}

export function saveSvg(chart: SVGSVGElement, picture: Picture): void {
  save(fileName(picture, "svg"), new Blob([drawn(chart, picture)], { type: "image/svg+xml" }));
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
    canvas.toBlob((blob) => blob && save(fileName(picture, "png"), blob), "image/png");
  };
  image.src = url;
}

/** Comma-separated table with "#" lines of provenance. */
export function csvText({ origin, title, unit }: Picture, table: NumberTable): string {
  const quote = (text: string): string => `"${text.replace(/"/g, '""')}"`;
  const plain = (cell: Cell): string | number => (typeof cell === "string" && !/^[\w.-]*$/.test(cell) ? quote(cell) : (cell ?? ""));
  const notes = [title, unit, ...origin.lines, ...(origin.sources.length > 0 ? [origin.sources.join("; ")] : [])];
  const head = table.groups.flatMap(({ columns }) => columns.map(({ name }) => quote(name)));
  const rows = table.rows.map(({ key, cells }) => [key, ...cells].map(plain).join(","));
  return [...notes.map((note) => `# ${note.replace(/\s+/g, " ")}`), [table.rowsAre.name, ...head].join(","), ...rows, ""].join("\n");
}

export function saveCsv(picture: Picture, table: NumberTable): void {
  save(fileName(picture, "csv"), new Blob([csvText(picture, table)], { type: "text/csv" }));
}
