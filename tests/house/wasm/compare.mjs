// node compare.mjs PROBE.wasm NATIVE_PROGRAM: both must give the same hash, and a thrown exception
// must leave its message on standard error before the trap.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

const [wasmFile, nativeProgram] = process.argv.slice(2);
const module = new WebAssembly.Module(readFileSync(wasmFile));
let memory;
let said = '';

function fdWrite(_descriptor, vectors, count, written) {
  const view = new DataView(memory.buffer);
  let total = 0;
  for (let at = vectors; at < vectors + 8 * count; at += 8) {
    const length = view.getUint32(at + 4, true);
    said +=
        new TextDecoder().decode(new Uint8Array(memory.buffer, view.getUint32(at, true), length));
    total += length;
  }
  view.setUint32(written, total, true);
  return 0;
}

const system = {
  fd_write: fdWrite,
  fd_close: () => 0,
  fd_seek: () => 0
};
const wanted = WebAssembly.Module.imports(module).map((one) => one.name);
assert.deepEqual(
    wanted.filter((name) => !(name in system)), [], 'an import that the page does not offer');

const {exports} = new WebAssembly.Instance(module, {wasi_snapshot_preview1: system});
memory = exports.memory;
exports._initialize();

const hash = Buffer.from(memory.buffer, exports.kernel_hash(), 32).toString('latin1');
const native = execFileSync(nativeProgram, {encoding: 'utf8'}).trim();
console.log(`WebAssembly ${hash}\nnative      ${native}`);
assert.match(native, /^[0-9a-f]{32}$/);
assert.equal(hash, native);

assert.throws(() => exports.fail(), WebAssembly.RuntimeError);
assert.match(said, /failed on purpose/);
