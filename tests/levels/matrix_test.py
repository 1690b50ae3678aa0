"""One digest for a run, whatever its threads, order, stored detail, processor, compiler.

matrix_test.py PROGRAM SHUFFLED_RUN LEVEL_BITS [--wasm MODULE WASM_CASE] [--full]

Older processors are emulated by qemu-x86_64, so the very same program must choose its older code. Tallies are whole
numbers and hide most last bits, so hashes of the reals stand beside the digests. Prints a table: case, digest, and
whether it equals that of the first line of its part. Digests are compared with one another only; none is kept.
"""

import argparse
import json
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "scenarios" / "library"
ALL_PARTS = ROOT / "tests" / "levels" / "all_parts.yaml"

# What the loops are built for, by the compiler's name of it, and the processor's flags that it takes; newest first.
V2 = {"cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3"}
V3 = V2 | {"abm", "avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "movbe"}
V4 = V3 | {"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"}
COMPILERS = {
    "g++": {"x86-64-v4": V4, "x86-64-v3": V3, "x86-64-v2": V2, "baseline": set()},
    "clang": {"avx512f": {"avx512f"}, "avx2": {"avx2"}, "baseline": set()},
}
# Emulated processors and the newest of these sets that each has.
EMULATED = {"Haswell": V3, "Nehalem": V2, "qemu64": set()}


class Matrix:
    def __init__(self, folder):
        self.folder = folder
        self.first = None
        self.failed = False

    def scenario(self, text):
        """Starts a part of the table with a new first line to compare with."""
        self.first = None
        self.line(text, "", "")

    def line(self, case, digest, verdict):
        """Printed at once: what was seen stands there even when a later run is cut off."""
        print(f"{case:48}  {digest:32}  {verdict}".rstrip(), flush=True)

    def equal(self, case, digest):
        self.first = self.first or digest
        verdict = "equal" if digest == self.first else "DIFFERS"
        self.failed |= verdict != "equal"
        self.line(case, digest, verdict)

    def fault(self, case, reason):
        self.failed = True
        self.line(case, "", f"FAILED: {reason}")

    def left_out(self, case, reason):
        self.line(case, "", f"not run: {reason}")

    def run(self, case, program, scenario, *options, emulator=()):
        """Runs the program and adds its digest; `emulator` are the words before the program."""
        words = [*emulator, program, "run", scenario, "--output", self.folder / "r.h5", "--force", "--json", *options]
        done = subprocess.run([*map(str, words)], capture_output=True, text=True, cwd=self.folder)
        if done.returncode != 0:
            self.fault(case, f"exit {done.returncode}: {done.stderr.strip()[-300:]}")
        else:
            self.equal(case, json.loads(done.stdout)["digest"])


def emulate(processor):
    return ["qemu-x86_64", "-cpu", processor]


def level_of(program, emulator=()):
    done = subprocess.run([*emulator, program, "version", "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["vector_level"]


def processor_flags():
    for line in Path("/proc/cpuinfo").read_text("ascii").splitlines():
        if line.startswith("flags"):
            return set(line.split(":")[1].split())
    return set()


def best(levels, flags):
    return next(name for name, needed in levels.items() if needed <= flags)


def add_levels(matrix, program, scenario, options):
    """A run on the processor at hand, and one on each emulated processor."""
    here = level_of(program)
    if here == "single":
        matrix.left_out("older processors", "this build has one version of its loops")
        return
    emulated = {processor: level_of(program, emulate(processor)) for processor in EMULATED}
    compiler = "g++" if emulated["Haswell"].startswith("x86-64") else "clang"
    levels = COMPILERS[compiler]
    seen = set()
    for processor, has in [("this processor", processor_flags()), *EMULATED.items()]:
        is_here = processor not in EMULATED
        level = here if is_here else emulated[processor]
        case = f"{compiler}, {processor}: {level}"
        if level != best(levels, has):
            matrix.fault(case, f"the processor is good for {best(levels, has)}")
        seen.add(level)
        matrix.run(case, program, scenario, *options, emulator=() if is_here else emulate(processor))
    for level in levels.keys() - seen:
        lacks = sorted(levels[level] - processor_flags())
        matrix.left_out(f"{compiler}: {level}", f"this processor has no {', '.join(lacks)}, nor has the emulator")


def add_webassembly(matrix, module, native, scenario):
    """The worlds of the first replicate with stated values, each against its own native digest."""
    words = ["node", ROOT / "tests" / "models" / "wasm_digest.mjs", module, native, scenario, LIBRARY]
    done = subprocess.run([*map(str, words)], capture_output=True, text=True)
    found = 0
    for line in done.stdout.splitlines():
        if line.startswith(("equal ", "DIFFER")):
            _, world, _, digest, _, native_digest = line.replace(",", "").replace(":", "").split()
            matrix.first = None
            matrix.equal(f"native, world {world}", native_digest)
            matrix.equal(f"WebAssembly, world {world}", digest)
            found += 1
    if done.returncode not in (0, 1) or found == 0:
        matrix.fault("WebAssembly", done.stderr.strip()[-300:])


def add_bits(matrix, programs, months, seeds):
    """Hashes by LEVEL_BITS of functions, parameters and worlds; `programs` by the compiler's name."""
    parts = {"bits of the vectorised functions": [], "bits of the parameters, stated and drawn": [],
             f"bits of all worlds after each of {months} months": []}
    faults = []

    def look(case, program, *more, emulator=()):
        words = [*emulator, program, ALL_PARTS, LIBRARY, months, *more]
        done = subprocess.run([*map(str, words)], capture_output=True, text=True)
        if done.returncode != 0:
            faults.append((case, f"exit {done.returncode}: {done.stderr.strip()[-300:]}"))
            return "single"
        level, *hashes = done.stdout.split()
        for rows, one in zip(parts.values(), hashes, strict=True):
            rows.append((f"{case}: {level}", one))
        return level

    for compiler, program in programs.items():
        here = look(f"{compiler}, this processor", program)
        for processor in EMULATED if here != "single" else ():
            look(f"{compiler}, {processor}", program, emulator=emulate(processor))
        for seed in seeds:
            look(f"{compiler}, order of seed {seed}", program, seed)
    for title, rows in parts.items():
        matrix.scenario(title)
        for row in rows:
            matrix.equal(*row)
    for fault in faults:
        matrix.fault(*fault)


def build_clang():
    """Folder of the second compiler's programs, made as ./test --build clang makes them."""
    folder = ROOT / "build" / "clang"
    if not (folder / "build.ninja").exists():
        subprocess.run(["cmake", "--preset", "clang"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", folder, "--target", "skillscale", "level_bits"], check=True,
                   stdout=subprocess.DEVNULL)
    return folder / "bin"


def add_resumed(matrix, program, size):
    """A run of the first months on one thread, then the rest from its checkpoint on three."""
    months = ["--until", "2026-06"]
    others = size[2:] if size[0] == "--until" else size
    first = [program, "run", ALL_PARTS, "--output", matrix.folder / "first.h5", *others, *months]
    first += ["--checkpoint-every", "2", "--threads", "1", "--quiet"]
    done = subprocess.run([*map(str, first)], capture_output=True, text=True)
    if done.returncode != 0:
        matrix.fault("resumed", f"exit {done.returncode}: {done.stderr.strip()[-300:]}")
        return
    checkpoint = matrix.folder / "first.ckpt.h5"
    matrix.run("resumed after half a year", program, ALL_PARTS, *size, "--resume", checkpoint, "--threads", 3)


def fill(matrix, given):
    program = str(given.program.resolve())
    size = ["--replicates", "2"] if given.full else ["--until", "2026-12", "--set", "ensemble.draws=1"]
    matrix.scenario(f"skillscale run all_parts.yaml {' '.join(size)}")
    for threads in (1, 2, 3, 8):
        matrix.run(f"{threads} threads", program, ALL_PARTS, *size, "--threads", threads)
    for stored in ("outputs.every=12", "outputs.variables=[stock]"):
        matrix.run(f"stored: {stored}", program, ALL_PARTS, *size, "--set", stored)
    matrix.run("with a page", program, ALL_PARTS, *size, "--html", matrix.folder / "r.html")
    add_resumed(matrix, program, size)
    add_levels(matrix, program, ALL_PARTS, size)
    bits = {"this build": given.level_bits.resolve()}
    if given.full:
        folder = build_clang()
        clang, bits["clang"] = str(folder / "skillscale"), folder / "level_bits"
        for threads in (1, 8):
            matrix.run(f"clang, {threads} threads", clang, ALL_PARTS, *size, "--threads", threads)
        add_levels(matrix, clang, ALL_PARTS, size)

    matrix.scenario("the whole of all_parts.yaml")
    matrix.run("in order", program, ALL_PARTS, "--threads", 1)
    for seed in range(1, 8 if given.full else 3):
        words = [given.shuffled_run, ALL_PARTS, LIBRARY, matrix.folder / "s.h5", seed]
        done = subprocess.run([*map(str, words)], capture_output=True, text=True)
        matrix.equal(f"tasks and blocks in the order of seed {seed}", done.stdout.strip())

    add_bits(matrix, bits, *((60, range(1, 5)) if given.full else (36, (1,))))
    if given.wasm:
        matrix.scenario("worlds of replicate 0 with stated values")
        add_webassembly(matrix, *given.wasm, ALL_PARTS)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("shuffled_run", type=Path)
    parser.add_argument("level_bits", type=Path)
    parser.add_argument("--wasm", nargs=2, type=Path)
    parser.add_argument("--full", action="store_true")
    given = parser.parse_args()
    if platform.machine() == "x86_64" and shutil.which("qemu-x86_64") is None:
        print("qemu-x86_64 is missing\n  next: as root: apt-get install --no-install-recommends qemu-user")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        matrix = Matrix(Path(folder))
        fill(matrix, given)
    return 1 if matrix.failed else 0


if __name__ == "__main__":
    sys.exit(main())
