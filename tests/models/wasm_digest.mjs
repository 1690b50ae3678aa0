// Runs the worlds of a scenario in the WebAssembly build and compares their trajectory digests with the native ones.
// node wasm_digest.mjs MODULE.wasm NATIVE_PROGRAM SCENARIO.yaml LIBRARY
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [module, native, scenario, library] = process.argv.slice(2);
const expected = JSON.parse(execFileSync(native, [scenario, library], { encoding: "utf8", maxBuffer: 1 << 28 }));
const { instance } = await WebAssembly.instantiate(readFileSync(module), {
  wasi_snapshot_preview1: {
    fd_write: () => { throw new Error("the model wrote an error"); },
    fd_close: () => 0,
    fd_seek: () => 0,
  },
});
const model = instance.exports;
model._initialize?.();

function hex(value) {
  return BigInt.asUintN(64, value).toString(16).padStart(16, "0");
}

let failures = 0;
expected.worlds.forEach((world, number) => {
  const bytes = new TextEncoder().encode(world.lines);
  const at = model.allocate(bytes.length);
  new Uint8Array(model.memory.buffer, at, bytes.length).set(bytes);
  model.start(expected.seed[0], expected.seed[1], 0, 0, number === 0 ? 0 : 1);
  for (let month = 0; month < expected.months; ++month) model.step();
  const halves = new BigUint64Array(model.memory.buffer, model.trajectory_digest(), 2);
  const digest = hex(halves[0]) + hex(halves[1]);
  const equal = digest === world.digest;
  if (!equal) ++failures;
  console.log(`${equal ? "equal " : "DIFFER"} ${world.name}: WebAssembly ${digest}, native ${world.digest}`);
});
console.log(`${expected.worlds.length - failures} passed, ${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
