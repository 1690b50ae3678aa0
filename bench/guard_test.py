"""Fails when a part of the program needs 15 % more instructions than when it was last measured.

    python3 bench/guard_test.py build/release/bin/skillscale_bench [--write]

`--write` makes what is measured now the new yardstick, bench/guard.json; say in the commit why it rose.
"""

import json
import pathlib
import sys

import instructions

SLACK = 1.15
YARDSTICK = pathlib.Path(__file__).with_name("guard.json")
# what is told: benchmark, function whose calls count, agent-months in them
CASES = {
    "pipeline on the kernel": ("pipeline/kernel/10000/1", "skillscale::bench::Pipeline::step()", 1_200_000),
    "pipeline by hand": ("pipeline/by_hand/10000", "skillscale::bench::ByHand::step()", 1_200_000),
    "a world of the workshop": ("workshop/replicate.*", "skillscale::experiments::run_replicate*const&)", 22_010_000),
    "the start of a population": ("population/setup.*", "skillscale::models::ReplicateSetup::ReplicateSetup(*int)", 5_608_000),
}


def measure(bench):
    found = {}
    for what, (name, within, units) in CASES.items():
        found[what] = round(instructions.count(bench, name, within)["Ir"] / units, 3)
    found["kernel against hand"] = round(found["pipeline on the kernel"] / found["pipeline by hand"], 3)
    return found


def main():
    bench = sys.argv[1]
    found = measure(bench)
    if "--write" in sys.argv:
        YARDSTICK.write_text(json.dumps(found, indent=2) + "\n")
    yardstick = json.loads(YARDSTICK.read_text())
    slower = []
    for what, now in found.items():
        before = yardstick[what]
        print(f"{what:28} {now:9.3f} instructions a unit, yardstick {before:9.3f}, ratio {now / before:.3f}")
        if now > before * SLACK:
            slower.append(what)
    if slower:
        print(f"slower by more than {SLACK - 1:.0%}: {', '.join(slower)}", file=sys.stderr)
        print("  next: find what costs more (valgrind --tool=callgrind), or say why and run with --write", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
