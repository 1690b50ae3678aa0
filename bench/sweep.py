"""Measures sweeps, and writes results/bench-sweep.json.

    python3 bench/sweep.py build/release/bin/skillscale [--quick]

All figures are ratios within one run, or counts: what the engine adds to the runs themselves, ranks beside threads on the
same cores, memory and time of collecting at ten thousand points. Takes about a quarter of an hour on two cores; `--quick`
takes a tenth of the points.
"""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ENVIRONMENT = dict(os.environ, OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1")

EXPERIMENT = f"""schema: 1
name: Overhead
scenario: {ROOT}/scenarios/library/workshop.yaml
seed: 16
replicates: 1
design: {{method: sobol, points: POINTS}}
factors:
  readiness: migration.hazard
  office: authorities.recognition.nursing.tokens_per_month
outcomes:
  arrivals: {{headline: arrivals_per_year_at_end}}
  recognitions: {{indicator: recognitions, take: sum, each_year: on}}
"""


class Bench:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder

    def call(self, *words):
        """Wall seconds, processor seconds, and the largest resident set in MiB so far."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begin = time.monotonic()
        subprocess.run([str(word) for word in words], cwd=self.folder, env=ENVIRONMENT, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wall = time.monotonic() - begin
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024

    def experiment(self, points):
        file = self.folder / f"points{points}.yaml"
        file.write_text(EXPERIMENT.replace("POINTS", str(points)), encoding="utf-8")
        return file

    def sweep(self, points, name, *more, before=()):
        return self.call(*before, self.program, "sweep", self.experiment(points), "--output", name, "--quiet", *more)

    def seconds_of_runs(self, name):
        said = subprocess.run([self.program, "status", name, "--json"], cwd=self.folder, check=True, capture_output=True)
        return json.loads(said.stdout)["core_seconds"]


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    scale = 10 if "--quick" in sys.argv else 1
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(program, pathlib.Path(folder))
        cores = len(os.sched_getaffinity(0))
        found = {"cores": cores, "points": 10_000 // scale}

        # One thread: what is neither a run nor reading the scenario.
        few = 200 // min(scale, 4)
        wall, _, _ = bench.sweep(few, "one", "--threads", 1)
        empty, _, _ = bench.call(program, "resume", "one", "--quiet")
        found["engine_overhead"] = wall / (bench.seconds_of_runs("one") + empty) - 1
        found["seconds_a_run"] = bench.seconds_of_runs("one") / few

        # The same points by threads and by four ranks on the same cores, in turn; medians of ratios.
        ratios = []
        for turn in range(3):
            threads, _, _ = bench.sweep(few, f"threads{turn}", "--threads", cores)
            ranks, _, _ = bench.sweep(few, f"ranks{turn}", "--engine", "mpi", before=("mpirun", "--oversubscribe", "-n", "4"))
            ratios.append(ranks / threads)
        found["ranks_by_threads"] = sorted(ratios)[1]

        # Many points: memory does not grow with them, collecting takes seconds.
        _, _, few_peak = bench.sweep(few, "memory", "--threads", cores)
        wall, _, peak = bench.sweep(10_000 // scale, "many", "--threads", cores)
        collecting, _, _ = bench.call(program, "collect", "many", "--quiet")
        found["many_points_seconds"] = wall
        found["many_points_peak_mib"], found["few_points_peak_mib"] = peak, few_peak
        found["collect_seconds"] = collecting
        found["folder_mib"] = sum(file.stat().st_size for file in (bench.folder / "many").rglob("*") if file.is_file()) / 2**20
        shutil.rmtree(bench.folder / "many")
    out = ROOT / "results" / "bench-sweep.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    for name, value in found.items():
        print(f"{name:24} {value:.4g}")


if __name__ == "__main__":
    main()
