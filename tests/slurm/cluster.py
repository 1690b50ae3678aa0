"""A private Slurm cluster for a test, with a sweep to run on it. The program's path is the first argument."""

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TOOL = HERE / "local-slurm"

SWEEP = f"""schema: 1
name: Sixty-four points
scenario: {ROOT}/scenarios/library/hello.yaml
replicates: 2
design: {{method: sobol, points: 64}}
factors:
  readiness: migration.hazard
  lapse: visa.lapse
outcomes:
  arrivals: {{headline: arrivals_per_year}}
"""


class Cluster(unittest.TestCase):
    NODES = 4

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.cluster = self.folder / "cluster"
        (self.folder / "conf").write_text("SlurmdTimeout=10\n", encoding="utf-8")
        environment = dict(os.environ, LOCAL_SLURM_CONF=str(self.folder / "conf"))
        started = subprocess.run([TOOL, "start", self.cluster, str(self.NODES)], env=environment, text=True,
                                 capture_output=True)
        # A machine without what a cluster needs is no excuse: ./test installs it.
        self.assertEqual(0, started.returncode, started.stdout + started.stderr)
        self.addCleanup(subprocess.run, [TOOL, "stop", self.cluster], stdout=subprocess.DEVNULL)
        told = subprocess.run([TOOL, "env", self.cluster], capture_output=True, text=True, check=True).stdout.strip()
        self.environment = dict(os.environ, PATH=f"{PROGRAM.parent}:{os.environ['PATH']}", OMPI_ALLOW_RUN_AS_ROOT="1",
                                OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1")
        self.environment.update([told.split("=", 1)])
        # Ranks of two virtual nodes would take each other's shared memory for their own: nodes have one host name.
        self.environment.update(OMPI_MCA_btl="tcp,self")

    def done(self, *words, timeout=300):
        return subprocess.run([str(word) for word in words], cwd=self.folder, env=self.environment, text=True,
                              capture_output=True, timeout=timeout)

    def call(self, *words, status=0, **more):
        done = self.done(*words, **more)
        self.assertEqual(status, done.returncode, done.stdout + done.stderr)
        return done.stdout

    def wait_for(self, condition, seconds=600):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return
            time.sleep(0.2)
        self.fail(self.call("squeue"))

    def is_queue_empty(self):
        return not self.call("squeue", "--noheader").strip()

    # -- sweeps

    def write_sweep(self, replicates=2):
        text = SWEEP.replace("replicates: 2", f"replicates: {replicates}")
        (self.folder / "sweep.yaml").write_text(text, encoding="utf-8")

    def digest(self, folder):
        return self.call(PROGRAM, "digest", folder).split()[0]

    def missing(self, folder):
        return json.loads(self.call(PROGRAM, "status", folder, "--json"))["missing"]

    def has_shards(self, folder):
        shards = self.folder / folder / "shards"
        return shards.exists() and any(not name.startswith(".") for name in os.listdir(shards))

    def check_counted_once(self, folder, runs):
        """Every run of the collected table is there, finished, and there once."""
        with open(self.folder / folder / "runs.csv", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(runs, len(rows))
        self.assertEqual(runs, len({(row["point"], row["replicate"]) for row in rows}))
        self.assertEqual({"finished"}, {row["status"] for row in rows})

    def submit(self, folder, *more, tasks=4):
        """The number of the array that carries the sweep out."""
        said = self.call(PROGRAM, "sweep", "sweep.yaml", "--output", folder, "--engine", "slurm", "--tasks", tasks, *more)
        return re.search(r"array (\d+)", said).group(1)

    # -- what goes wrong on clusters

    def daemon(self, name):
        for line in (self.cluster / "run" / "daemons").read_text(encoding="utf-8").splitlines():
            found, pid, _ = line.split()
            if found == name:
                return int(pid)
        raise KeyError(name)

    def kill_daemon(self, name):
        os.kill(self.daemon(name), signal.SIGKILL)

    def processes(self, node=None, program=None):
        """Processes of jobs of this cluster, on a node, of a program."""
        mark = f"SLURM_CONF={self.cluster}/slurm.conf".encode()
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                words = (entry / "environ").read_bytes().split(b"\0")
                name = (entry / "exe").resolve().name
            except OSError:
                continue
            on = [word for word in words if word.startswith(b"SLURMD_NODENAME=")]
            if mark not in words and not any(str(self.cluster).encode() in word for word in words):
                continue
            if not on or (node and on[0] != f"SLURMD_NODENAME={node}".encode()) or (program and name != program):
                continue
            found.append(int(entry.name))
        return found

    @staticmethod
    def parent(pid):
        return int(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(") ", 1)[1].split()[1])

    def lose_node(self, node):
        """The node's daemon, its step managers and all they started are gone at once."""
        daemon = self.daemon(f"slurmd-{node}")
        jobs = self.processes(node)
        steps = {self.parent(pid) for pid in jobs} - set(jobs)
        # All stand still first: nobody is left to tell the controller of the others' end.
        for last in (signal.SIGSTOP, signal.SIGKILL):
            for pid in [daemon, *steps, *jobs]:
                try:
                    os.kill(pid, last)
                except ProcessLookupError:
                    pass


def main():
    unittest.main()


__all__ = ["Cluster", "HERE", "PROGRAM", "ROOT", "main", "shutil", "time"]
