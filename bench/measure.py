"""Measures this machine and the program on it, and writes the tables of docs/performance.md.

    python3 bench/measure.py build/release/bin/skillscale_bench [--quick]

Takes a quarter of an hour on a quiet machine; `--quick` leaves out the largest sizes and prints only.
The measured JSON of the benchmarks stands in results/bench.json afterwards.
"""

import json
import os
import pathlib
import resource
import subprocess
import sys

import instructions

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"

# benchmark under valgrind: name, function whose calls count, agent-months in it
COUNTED = [
    ("pipeline/kernel/1000000/1", "skillscale::bench::Pipeline::step()", 120e6),
    ("pipeline/by_hand/100000", "skillscale::bench::ByHand::step()", 12e6),
    ("germany_full_scale/1", "skillscale::experiments::run_replicate*const&)", None),
    ("workshop/replicate", "skillscale::experiments::run_replicate*const&)", None),
]


def run_benchmarks(bench, quick):
    out = ROOT / "results" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    repetitions = 1 if quick else 3
    subprocess.run(
        [bench, "--benchmark_filter=-.*/100000000.*", f"--benchmark_repetitions={repetitions}", "--benchmark_min_time=0.3",
         f"--benchmark_out={out}", "--benchmark_out_format=json"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = json.loads(out.read_text())
    medians = {}
    for row in found["benchmarks"]:
        if row.get("aggregate_name", "median") == "median":
            medians[row["run_name"].removesuffix("/real_time")] = row
    return found["context"], medians


def one_run(bench, name):
    """Agent-months per second of one run of a benchmark, and its largest resident set in MiB."""
    run = subprocess.run([bench, f"--benchmark_filter=^{name}$", "--benchmark_min_time=0.000001", "--benchmark_format=json"],
                         check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    # The largest of all children so far: sizes must be asked for in ascending order.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return json.loads(run.stdout)["benchmarks"][0]["agent_months_per_second"], peak / 1024


def number(value, digits=3):
    """12345678 as '12.3 million'."""
    for size, word in ((1e9, "billion"), (1e6, "million"), (1e3, "thousand")):
        if value >= size:
            return f"{value / size:.{digits}g} {word}"
    return f"{value:.{digits}g}"


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]


def machine_table(context, found):
    rows = []
    for name, row in sorted(found.items()):
        if not name.startswith("ceiling/"):
            continue
        unit, value = next((k, row[k]) for k in row if k.endswith("_per_second"))
        kind, threads = name.split("/")[1:]
        rows.append((kind, threads, number(value) + " " + unit.removesuffix("_per_second").replace("_", " ") + "/s"))
    caches = ", ".join(f"{c['type']} {c['level']}: {c['size'] // 1024} KiB" for c in context["caches"])
    head = [f"Processors: {context['num_cpus']} of {context['mhz_per_cpu']} MHz. Caches: {caches}.", ""]
    return head + table(["ceiling", "threads", "measured"], rows)


def speed_table(found):
    rows = []
    for name, row in found.items():
        if "agent_months_per_second" not in row:
            continue
        engaged = row.get("engaged_agent_months_per_second")
        rows.append((f"`{name}`", f"{row['real_time']:.4g} ms", number(row["agent_months_per_second"]),
                     number(engaged) if engaged else ""))
    return table(["benchmark", "time", "agent-months/s", "of engaged persons"], rows)


def ratio_table(found):
    def speed(name):
        return found[name]["agent_months_per_second"] if name in found else None

    rows = []
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        kernel, hand = speed(f"pipeline/kernel/{size}/1"), speed(f"pipeline/by_hand/{size}")
        two = speed(f"pipeline/kernel/{size}/2")
        if kernel and hand:
            rows.append((f"{size:,}".replace(",", " "), f"{kernel / hand:.2f}", f"{two / kernel:.2f}" if two else ""))
    lines = table(["persons", "kernel / loop by hand", "two threads / one"], rows)
    one, two = speed("germany_full_scale/1"), speed("germany_full_scale/2")
    if one and two:
        lines += ["", f"`germany_full_scale` on two threads / one: {two / one:.2f}. The machine itself, two threads / one:"]
        limits = []
        for kind, unit in (("memory", "bytes"), ("arithmetic", "operations"), ("draws", "draws")):
            rates = [found[f"ceiling/{kind}/{n}"][f"{unit}_per_second"] for n in (1, 2)]
            limits.append(f"{kind} {rates[1] / rates[0]:.2f}")
        lines[-1] += " " + ", ".join(limits) + "."
    return lines


def roofline_table(bench, found):
    rows = []
    for name, within, agent_months in COUNTED:
        row = found[name]
        exact = name if agent_months else name + "/real_time"
        counts = instructions.count(bench, exact, within, cache=True)
        speed = row["agent_months_per_second"]
        months = agent_months or speed * row["real_time"] / 1000
        misses = 64 * (counts["DLmr"] + counts["DLmw"]) / months
        first = 64 * (counts["D1mr"] + counts["D1mw"]) / months
        reached = 100 * misses * speed / found["ceiling/memory/1"]["bytes_per_second"]
        rows.append((f"`{name}`", f"{counts['Ir'] / months:.1f}", f"{first:.1f}", f"{misses:.2f}",
                     f"{counts['Ir'] / months * speed / 1e9:.2f}", f"{reached:.0f} %"))
    return table(["benchmark", "instructions an agent-month", "bytes into the first cache",
                  "bytes from memory", "billion instructions/s", "of the memory ceiling"], rows)


def memory_table(bench, quick):
    rows = []
    sizes = [10_000, 100_000, 1_000_000, 10_000_000] + ([] if quick else [100_000_000])
    for size in sizes:
        speed, peak = one_run(bench, f"pipeline/kernel/{size}/1")
        rows.append((f"`pipeline/kernel/{size}/1`", number(speed), f"{peak:.0f} MiB", f"{peak * 2**20 / size:.0f}"))
    return table(["benchmark", "agent-months/s", "largest resident set", "bytes an agent"], rows)


def main():
    bench = os.path.abspath(sys.argv[1])
    quick = "--quick" in sys.argv
    memory = memory_table(bench, quick)
    context, found = run_benchmarks(bench, quick)
    parts = [
        ("The machine", machine_table(context, found)),
        ("Speed", speed_table(found)),
        ("Against the loop by hand, and on two threads", ratio_table(found)),
        ("Operations and bytes of an agent-month", roofline_table(bench, found)),
        ("From ten thousand to a hundred million agents", memory),
    ]
    text = "\n\n".join(f"### {title}\n\n" + "\n".join(lines) for title, lines in parts)
    print(text)
    if quick:
        return
    page = PAGE.read_text()
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}")


if __name__ == "__main__":
    main()
