"""What goes wrong on a cluster while a sweep runs: nothing is lost but what was under way, nothing counts twice.

Called as kills_test.py PROGRAM; takes some five minutes, most of it waiting for Slurm to notice. KILLS=N repeats each
kind of end N times, at other moments.
"""

import os
import random
import signal
import subprocess
from pathlib import Path

from cluster import PROGRAM, Cluster, main, shutil, time

TIMES = int(os.environ.get("KILLS", "1"))
REPLICATES = 30
RUNS = 64 * REPLICATES


class Kills(Cluster):
    expected = None

    def setUp(self):
        super().setUp()
        self.write_sweep(REPLICATES)
        if Kills.expected is None:
            self.call(PROGRAM, "sweep", "sweep.yaml", "--output", "here", "--quiet")
            Kills.expected = self.digest("here")
        self.moments = random.Random(self.id())

    def each(self, name):
        for time_ in range(TIMES):
            yield f"{name}{time_}"

    def begun(self, folder):
        self.wait_for(lambda: self.has_shards(folder))
        time.sleep(self.moments.uniform(0, 2))

    def ends_well(self, folder, expected=None, runs=RUNS):
        """Finished by whoever is there: by nobody if nothing is missing any more."""
        missing = self.missing(folder)
        self.call(PROGRAM, "resume", folder, "--quiet")
        self.assertEqual(expected or self.expected, self.digest(folder))
        self.check_counted_once(folder, runs)
        shutil.rmtree(self.folder / folder)
        return missing

    def table(self, what, missing, runs=RUNS):
        print(f"{what:44} {len(missing)} of {len(missing)}; left for resume: {min(missing)} to {max(missing)} of {runs} runs")

    def test_a_worker_is_killed(self):
        missing = []
        for folder in self.each("worker"):
            self.submit(folder)
            self.begun(folder)
            workers = self.processes(program="skillscale")
            os.kill(self.moments.choice(workers), signal.SIGKILL)
            self.wait_for(self.is_queue_empty)
            missing.append(self.ends_well(folder))
        self.assertGreater(max(missing), 0)
        self.table("kill -9 of a worker", missing)

    def test_the_coordinator_is_killed(self):
        missing = []
        for folder in self.each("coordinator"):
            job = subprocess.Popen(["mpirun", "--oversubscribe", "-n", "3", PROGRAM, "sweep", "sweep.yaml", "--output",
                                    folder, "--engine", "mpi", "--quiet"], cwd=self.folder, env=self.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.begun(folder)
            ranks = subprocess.run(["pgrep", "-P", str(job.pid), "skillscale"], capture_output=True, text=True).stdout
            os.kill(int(ranks.split()[0]), signal.SIGKILL)
            job.wait(timeout=60)
            missing.append(self.ends_well(folder))
        self.assertGreater(max(missing), 0)
        self.table("kill -9 of the first rank", missing)

    def test_a_daemon_of_a_node_is_killed(self):
        missing = []
        for number, folder in enumerate(self.each("daemon")):
            node = f"node{1 + number % 4}"
            self.submit(folder)
            self.begun(folder)
            self.kill_daemon(f"slurmd-{node}")
            time.sleep(2)
            self.start_daemon(node)
            self.wait_for(self.is_queue_empty)
            missing.append(self.ends_well(folder))
        self.table("kill -9 of slurmd", missing)

    def test_a_node_is_lost(self):
        missing = []
        for number, folder in enumerate(self.each("node")):
            node = f"node{1 + number % 4}"
            self.submit(folder)
            self.begun(folder)
            self.lose_node(node)
            # Its task is queued again when the controller has noticed, and finds another node.
            self.wait_for(self.is_queue_empty)
            missing.append(self.ends_well(folder))
            self.start_daemon(node)
        self.assertEqual(0, max(missing))
        self.table("a node is lost, its tasks queued again", missing)

    def test_the_array_is_cancelled(self):
        missing = []
        for folder in self.each("cancelled"):
            array = self.submit(folder)
            self.wait_for(lambda: self.has_shards(folder))
            self.call("scancel", array)
            self.wait_for(self.is_queue_empty)
            missing.append(self.missing(folder))
            if missing[-1] > 0:
                self.call(PROGRAM, "resume", folder, "--engine", "slurm", "--tasks", "3")
                self.wait_for(self.is_queue_empty)
                self.assertEqual(0, self.missing(folder))
            self.ends_well(folder)
        self.assertGreater(max(missing), 0)
        self.table("scancel, then another array", missing)

    def test_a_task_is_requeued(self):
        missing = []
        for folder in self.each("requeued"):
            array = self.submit(folder)
            self.begun(folder)
            self.call("scontrol", "requeue", f"{array}_{self.moments.randint(1, 4)}")
            self.wait_for(self.is_queue_empty)
            missing.append(self.missing(folder))
            self.ends_well(folder)
        self.assertEqual(0, max(missing))
        self.table("scontrol requeue of a task", missing)

    def test_the_time_limit_is_reached(self):
        """Warned a minute before a limit of a minute, so early: each task stores what it has and is queued again."""
        self.write_sweep(4 * REPLICATES)
        self.call(PROGRAM, "sweep", "sweep.yaml", "--output", "long", "--quiet")
        missing = []
        for folder in self.each("limit"):
            array = self.submit(folder, "--time", "00:01:00", tasks=2)
            self.begun(folder)
            self.wait_for(lambda: any(self.restarts(line) for line in self.tasks_of(array)), 200)
            self.call("scancel", "--user", "root")
            self.wait_for(self.is_queue_empty)
            missing.append(self.ends_well(folder, self.digest("long"), 4 * RUNS))
        self.assertGreater(max(missing), 0)
        self.assertLess(max(missing), 4 * RUNS)
        self.table("TIMEOUT: warned, stored, queued again", missing, 4 * RUNS)

    def tasks_of(self, array):
        lines = self.call("scontrol", "show", "job", "-o").splitlines()
        return [line for line in lines if f"ArrayJobId={array} " in line]

    @staticmethod
    def restarts(line):
        return int(dict(word.split("=", 1) for word in line.split() if "=" in word).get("Restarts", 0))

    def start_daemon(self, node):
        process = subprocess.Popen(["slurmd", "-D", "-N", node, "-f", str(self.cluster / "slurm.conf")],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        start = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rsplit(") ", 1)[1].split()[19]
        daemons = self.cluster / "run" / "daemons"
        lines = [line for line in daemons.read_text().splitlines() if not line.startswith(f"slurmd-{node} ")]
        daemons.write_text("\n".join([*lines, f"slurmd-{node} {process.pid} {start}"]) + "\n")
        self.addCleanup(lambda: (process.kill(), process.wait()))
        self.wait_for(lambda: node in self.call("sinfo", "-h", "-N", "-t", "idle,alloc,mix", "-o", "%N"), 60)


if __name__ == "__main__":
    main()
