"""Counts the instructions of a benchmark under valgrind: the same number on every machine.

valgrind has no AVX-512, so what it counts is the x86-64-v3 version of each loop.
"""

import pathlib
import re
import subprocess
import tempfile


def count(bench, name, within, cache=False):
    """Instructions of one iteration of a benchmark.

    bench   path of skillscale_bench
    name    of the benchmark
    within  pattern of the function whose calls count, with all that they call
    cache   also counts what a first cache of 32 KiB and a last one of 32 MiB miss
    returns {'Ir': instructions, 'D1mr': ..., 'DLmr': ...}; the misses only with `cache`
    """
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "counts"
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", f"--toggle-collect={within}"]
        if cache:
            command += ["--cache-sim=yes", "--D1=32768,8,64", "--LL=33554432,16,64"]
        command += [str(bench), f"--benchmark_filter=^{name}$", "--benchmark_min_time=0.000001"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode != 0 or not out.exists():
            raise RuntimeError(f"valgrind failed on {name}:\n{run.stderr[-2000:]}")
        text = out.read_text()
    events = re.search(r"^events: (.*)$", text, re.MULTILINE).group(1).split()
    totals = re.search(r"^(?:totals|summary): (.*)$", text, re.MULTILINE).group(1).split()
    counts = dict(zip(events, map(int, totals)))
    if not counts.get("Ir"):
        raise RuntimeError(f"nothing was counted in {name}: no call of {within}")
    return counts
