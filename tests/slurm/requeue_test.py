"""The job script of docs/cluster.md under a private cluster: warned by the time limit, requeued, resumed.

Called as requeue_test.py PROGRAM; takes about three minutes, most of it waiting for the limit.
"""

import os
import re
import time

from cluster import PROGRAM, ROOT, Cluster, main

SCENARIO = f"""schema: 1
name: Requeued
extends: {ROOT}/scenarios/library/nursing-philippines.yaml
ensemble: {{replicates: 120}}
outputs: {{variables: [arrivals]}}
"""


def job_script():
    """The one that the guide shows, with limits that a test can wait for."""
    guide = (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8")
    script = re.search(r"```bash\n(.*?)```", guide, re.S).group(1)
    for told, here in (("--cpus-per-task=16 --mem=8G --time=04:00:00", "--cpus-per-task=2 --time=00:01:00"),
                       ("TERM@120", "TERM@30")):
        assert told in script, told
        script = script.replace(told, here)
    return script


class Requeue(Cluster):
    NODES = 1

    def setUp(self):
        super().setUp()
        (self.folder / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")

    def job(self, number):
        return dict(word.split("=", 1) for word in self.call("scontrol", "show", "job", "-o", number).split() if "=" in word)

    def test_a_job_that_is_ended_by_its_limit_goes_on_and_ends_with_the_same_digest(self):
        (self.folder / "job.sh").write_text(job_script(), encoding="utf-8")
        number = self.call("sbatch", "--parsable", "--output=job.log", "job.sh").strip()
        end = time.monotonic() + 900
        while time.monotonic() < end:
            job = self.job(number)
            if job["JobState"] in ("COMPLETED", "FAILED", "TIMEOUT", "CANCELLED", "NODE_FAIL"):
                break
            time.sleep(1)
        log = (self.folder / "job.log").read_text(encoding="utf-8")
        self.assertEqual("COMPLETED", job["JobState"], log)
        self.assertGreater(int(job["Restarts"]), 0, "the job was never requeued; give it more to do\n" + log)
        self.assertIn("are kept in r.ckpt.h5", log)
        print(f"restarts {job['Restarts']}")
        self.call(str(PROGRAM), "run", "scenario.yaml", "--output", "straight.h5", "--quiet")
        digests = [self.call(str(PROGRAM), "digest", name).split()[0] for name in ("r.h5", "straight.h5")]
        self.assertEqual(digests[1], digests[0])
        self.assertNotIn("r.ckpt.h5", os.listdir(self.folder))


if __name__ == "__main__":
    main()
