// Analyses of outcomes that are known formulas of their factors: node write_analyses.mjs PROGRAM FOLDER
// Leaves sobol.json, morris.json and robustness.json in the folder, each printed by the program.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const [program, folder] = process.argv.slice(2);
const run = (...words) => execFileSync(program, words, { encoding: "utf8" });

/** Arrivals lean on readiness most, then on language; fees take away a little. */
const arrivals = (hazard, drop, fee) => 4000 + 600 * hazard - 300 * drop - 40 * fee + 100 * hazard * drop;

for (const method of ["saltelli", "morris"]) {
  const plan = run("design", "--method", method, "--factors", "migration.hazard=0:1,language.drop=0:1,migration.savings=0:1", "--points", method === "morris" ? "32" : "256");
  const [head, ...lines] = plan.trim().split("\n");
  const column = (name) => head.split(",").indexOf(name);
  const [hazard, drop, fee] = ["migration.hazard", "language.drop", "migration.savings"].map(column);
  const rows = lines.map((line) => {
    const cells = line.split(",").map(Number);
    return `${line},${arrivals(cells[hazard], cells[drop], cells[fee])}`;
  });
  const csv = join(folder, `${method}.csv`);
  writeFileSync(csv, [`${head},arrivals`, ...rows, ""].join("\n"));
  const name = method === "saltelli" ? "sobol" : "morris";
  writeFileSync(join(folder, `${name}.json`), run("analyse", csv, "--factors", "migration.hazard,language.drop,migration.savings", "--method", name, "--json"));
}

// Three packages in eight futures; the second is never far behind the best, the third never ahead.
const futures = [0, 1, 2, 3, 4, 5, 6, 7];
const packages = { pilots_as_today: (f) => 100 - 9 * f, denkfabrik_full: (f) => 80 - 2 * f, state_led: (f) => 60 - 2 * f };
const table = Object.entries(packages).flatMap(([name, of]) => futures.map((f) => `${name},${f},${of(f)}`));
const csv = join(folder, "packages.csv");
writeFileSync(csv, ["package,demand,arrivals", ...table, ""].join("\n"));
writeFileSync(join(folder, "robustness.json"), run("robustness", csv, "--factors", "package,demand", "--larger", "arrivals", "--json"));
