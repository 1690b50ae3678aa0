"""A sweep as a job array on a private cluster: the digest of one process, also after a node is lost.

Called as sweep_test.py PROGRAM; takes about three minutes.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NO_CLUSTER = 77
ENDED = ("COMPLETED", "FAILED", "TIMEOUT", "CANCELLED", "NODE_FAIL")

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


class SlurmSweep(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        cluster = self.folder / "cluster"
        tool = HERE / "local-slurm"
        (self.folder / "conf").write_text("SlurmdTimeout=10\n", encoding="utf-8")
        environment = dict(os.environ, LOCAL_SLURM_CONF=str(self.folder / "conf"))
        if subprocess.run([tool, "start", cluster, "4"], env=environment).returncode == NO_CLUSTER:
            self.skipTest("Slurm is not installed here")
        self.addCleanup(subprocess.run, [tool, "stop", cluster])
        told = subprocess.run([tool, "env", cluster], capture_output=True, text=True, check=True).stdout.strip()
        self.environment = dict(os.environ)
        self.environment.update([told.split("=", 1)])
        (self.folder / "sweep.yaml").write_text(SWEEP, encoding="utf-8")

    def call(self, *words, status=0):
        done = subprocess.run([str(word) for word in words], cwd=self.folder, env=self.environment, text=True,
                              capture_output=True)
        self.assertEqual(status, done.returncode, done.stdout + done.stderr)
        return done.stdout

    def digest(self, folder):
        return re.search(r"^digest +(\w+)$", self.call(PROGRAM, "status", folder), re.M).group(1)

    def wait_for(self, condition, seconds=600):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return
            time.sleep(0.5)
        self.fail(self.call("squeue"))

    def is_queue_empty(self):
        return not self.call("squeue", "--noheader").strip()

    def test_an_array_has_the_digest_of_one_process(self):
        self.call(PROGRAM, "sweep", "sweep.yaml", "--output", "here", "--quiet")
        script = self.call(PROGRAM, "sweep", "sweep.yaml", "--output", "there", "--engine", "slurm", "--tasks", "6",
                           "--print")
        self.assertIn("--array=1-6", script)
        said = self.call(PROGRAM, "sweep", "sweep.yaml", "--output", "there", "--engine", "slurm", "--tasks", "6")
        self.assertRegex(said, r"array \d+ of 6 tasks submitted, job \d+ collects")
        self.wait_for(self.is_queue_empty)
        self.assertEqual(self.digest("here"), self.digest("there"))
        self.assertTrue((self.folder / "there" / "results.h5").exists())
        self.assertGreaterEqual(len(list((self.folder / "there" / "shards").iterdir())), 6)

    def test_a_cancelled_array_is_finished_by_another(self):
        text = SWEEP.replace("replicates: 2", "replicates: 40")
        (self.folder / "sweep.yaml").write_text(text, encoding="utf-8")
        self.call(PROGRAM, "sweep", "sweep.yaml", "--output", "here", "--quiet")
        said = self.call(PROGRAM, "sweep", "sweep.yaml", "--output", "there", "--engine", "slurm", "--tasks", "4")
        array = re.search(r"array (\d+)", said).group(1)
        self.wait_for(lambda: any((self.folder / "there" / "shards").iterdir()))
        self.call("scancel", array)
        self.wait_for(self.is_queue_empty)
        if json.loads(self.call(PROGRAM, "status", "there", "--json"))["missing"] > 0:
            self.call(PROGRAM, "resume", "there", "--engine", "slurm", "--tasks", "3")
            self.wait_for(self.is_queue_empty)
        self.assertEqual(self.digest("here"), self.digest("there"))

    def test_sbatch_that_refuses_is_quoted(self):
        done = subprocess.run([PROGRAM, "sweep", "sweep.yaml", "--output", "there", "--engine", "slurm", "--sbatch",
                               "--partition=unheard_of"], cwd=self.folder, env=self.environment, text=True,
                              capture_output=True)
        self.assertEqual(3, done.returncode)
        self.assertIn("sbatch says: ", done.stderr)
        self.assertIn("invalid partition", done.stderr)


if __name__ == "__main__":
    unittest.main()
