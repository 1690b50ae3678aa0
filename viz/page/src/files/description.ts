// What a result file holds beside its numbers, read with h5wasm: the same facts that the program's reader takes
// (output/layout_reader.cpp).
import { Dataset, type File, type Group } from "h5wasm";
import { FileError } from "./messages";

const format = "skillscale-result 1";

interface Variable {
  name: string;
  units: string;
  long_name: string;
  description: string;
  axes: string[];
  monthly: boolean;
  compared: boolean;
}

export interface Description {
  attributes: Record<string, string>;
  worlds: string[];
  start_year: number;
  start_month: number;
  months: number;
  month_step: number;
  axes: { name: string; labels: string[] }[];
  variables: Variable[];
  parameter_table: string;
  command_line: string;
}

/** The dataset of that name. @throws FileError  if there is none */
export function datasetOf(file: File, path: string): Dataset {
  const found = file.get(path);
  if (!(found instanceof Dataset)) throw new FileError("damaged", path);
  return found;
}

function attributesOf(object: Dataset | Group): Record<string, string> {
  const told: Record<string, string> = {};
  for (const [name, attribute] of Object.entries(object.attrs)) {
    const value = attribute.value;
    if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") told[name] = String(value);
    else if (ArrayBuffer.isView(value) && (value as Float64Array).length === 1) told[name] = String((value as Float64Array)[0]);
  }
  return told;
}

function textsOf(file: File, path: string): string[] {
  const value = datasetOf(file, path).value;
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.map((each) => String(each));
}

function isText(dataset: Dataset): boolean {
  return typeof dataset.dtype === "string" && dataset.dtype.startsWith("S");
}

function dimensionsOf(dataset: Dataset): string[] {
  return (dataset.shape ?? []).map((_, at) => {
    const scale = dataset.get_attached_scales(at)[0];
    if (scale === undefined) throw new FileError("damaged", dataset.path);
    return scale.slice(scale.lastIndexOf("/") + 1);
  });
}

function variableOf(file: File, names: readonly string[], name: string, told: Record<string, string>): Variable {
  const dimensions = dimensionsOf(datasetOf(file, name));
  const monthly = dimensions[2] === "month";
  const text = (key: string): string => {
    const value = told[key];
    if (value === undefined) throw new FileError("damaged", `${name}: ${key}`);
    return value;
  };
  return {
    name, units: text("units"), long_name: text("long_name"), description: text("description"),
    axes: dimensions.slice(monthly ? 3 : 2), monthly,
    compared: !names.includes("reference") || names.includes(`${name}_difference`),
  };
}

function monthsOf(file: File): Pick<Description, "start_year" | "start_month" | "months" | "month_step"> {
  const labels = textsOf(file, "month_label");
  const [first, second] = labels.map((label) => label.split("-").map(Number));
  const [year = NaN, month = NaN] = first ?? [];
  if (!Number.isFinite(year) || !Number.isFinite(month)) throw new FileError("damaged", "month_label");
  const step = second ? 12 * ((second[0] ?? 0) - year) + (second[1] ?? 0) - month : 1;
  return { start_year: year, start_month: month, months: labels.length, month_step: step };
}

const needed = ["title", "program_version", "git_id", "seed", "draws", "replicates", "trajectory_digest"];

/** @throws FileError  if the file is no result, of another version, or lacks what a result has */
export function describe(file: File): Description {
  const attributes = attributesOf(file);
  if (attributes.file_format === undefined) throw new FileError("unsealed");
  if (attributes.file_format !== format) throw new FileError("version", attributes.file_format);
  const missing = needed.find((name) => attributes[name] === undefined);
  if (missing !== undefined) throw new FileError("damaged", missing);
  const names = file.keys();
  const fixed = ["month_label", "reference", "world", "digest"];
  const axes: Description["axes"] = [];
  const variables: Variable[] = [];
  for (const name of names) {
    const object = fixed.includes(name) ? null : file.get(name);
    if (!(object instanceof Dataset)) continue;
    const told = attributesOf(object);
    if (told.role === "indicator") variables.push(variableOf(file, names, name, told));
    else if (told.role === undefined && isText(object)) axes.push({ name, labels: textsOf(file, name) });
  }
  const text = (path: string): string => textsOf(file, path)[0] ?? "";
  return {
    attributes, worlds: textsOf(file, "world"), ...monthsOf(file), axes, variables,
    parameter_table: text("provenance/parameter_table"), command_line: text("provenance/command_line"),
  };
}
