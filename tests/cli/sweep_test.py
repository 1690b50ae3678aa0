"""The life of a sweep: begun, killed, resumed, expanded, merged, replayed; and what is refused."""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time

KILLS = int(sys.argv.pop(2))

from program import HELLO, PROGRAM, Case, main  # noqa: E402

SWEEP = f"""schema: 1
name: a small sweep
scenario: {HELLO}
seed: 7
replicates: 2
design: {{method: latin_hypercube, points: 12}}
factors:
  readiness: {{path: migration.hazard}}
  seats: {{path: partnerships.nursing_hello.seats_per_month, low: 1, high: 9}}
outcomes:
  arrivals: {{headline: arrivals_per_year}}
  more: {{headline: arrivals_per_year, against: no_partnerships}}
  each: {{indicator: arrivals, each_year: on}}
"""


class Sweeps(Case):
    def setUp(self):
        super().setUp()
        partnership = self.partnership()
        self.text = SWEEP.replace("nursing_hello", partnership)
        self.file = self.write("small.yaml", self.text)

    def partnership(self):
        shown = self.sound("show", HELLO, "--effective")
        below = shown.split("\npartnerships:\n", 1)[1]
        return below.split(":", 1)[0].strip()

    def sweep(self, folder, *more):
        return self.sound("sweep", self.file, "--output", folder, *more)

    def digest(self, folder):
        lines = [line for line in self.call("status", folder).stdout.splitlines() if line.startswith("digest")]
        self.assertEqual(1, len(lines), folder)
        return lines[0].split()[1]

    def test_threads_packing_and_workers_do_not_matter(self):
        self.sweep("one", "--threads", "1", "--quiet")
        self.sweep("two", "--threads", "2", "--quiet")
        self.assertEqual(self.digest("one"), self.digest("two"))
        self.sweep("three", "--replicates", "2", "--quiet")
        self.assertEqual(self.digest("one"), self.digest("three"))
        shutil.copytree(self.folder / "one", self.folder / "workers")
        for shard in (self.folder / "workers" / "shards").iterdir():
            shard.unlink()
        for worker in (3, 1, 2):
            self.sound("work", "workers", "--share", f"{worker}/3", "--quiet")
        self.assertEqual(self.digest("one"), self.digest("workers"))

    def test_a_second_call_does_nothing_and_a_moved_folder_is_whole(self):
        self.sweep("a", "--quiet")
        before = sorted(os.listdir(self.folder / "a" / "shards"))
        self.sweep("a", "--quiet")
        self.sound("resume", "a", "--quiet")
        self.assertEqual(before, sorted(os.listdir(self.folder / "a" / "shards")))
        digest = self.digest("a")
        (self.folder / "elsewhere").mkdir()
        shutil.move(self.folder / "a", self.folder / "elsewhere" / "b")
        self.file.unlink()
        self.assertEqual(digest, self.digest("elsewhere/b"))
        self.assertIn("as it is kept", self.sound("replay", "elsewhere/b", "3/1"))

    def test_kills_lose_nothing_that_was_stored_and_count_nothing_twice(self):
        self.sweep("whole", "--quiet")
        digest = self.digest("whole")
        rng = random.Random(4)
        for trial in range(KILLS):
            folder = f"killed_{trial}"
            command = [PROGRAM, "sweep", str(self.file), "--output", folder, "--quiet", "--threads", "2"]
            for _ in range(2):
                process = subprocess.Popen(command, cwd=self.folder, stderr=subprocess.DEVNULL)
                time.sleep(rng.uniform(0.01, 0.5))
                process.send_signal(signal.SIGKILL)
                process.wait()
            self.sweep(folder, "--quiet")
            self.assertEqual(digest, self.digest(folder))
            status = self.call("status", folder).stdout
            self.assertIn("24 of 24 runs done\n", status)

    def test_an_interrupt_says_how_to_go_on(self):
        process = subprocess.Popen([PROGRAM, "sweep", str(self.file), "--output", "i", "--replicates", "400",
                                    "--threads", "1"], cwd=self.folder, text=True, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        while not (self.folder / "i" / "sweep.h5").exists():
            time.sleep(0.01)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
        self.assertEqual(130, process.returncode)
        self.assertIn("next: skillscale resume i\n", out)

    def test_more_replicates_keep_the_first(self):
        self.sweep("a", "--quiet")
        self.sound("expand", "a", "--replicates", "1", "--quiet")
        self.sweep("b", "--replicates", "3", "--quiet")
        self.assertEqual(self.digest("a"), self.digest("b"))

    def test_more_points_of_a_sequence_keep_the_first(self):
        self.file.write_text(self.text.replace("latin_hypercube, points: 12", "sobol, points: 4"))
        self.sweep("a", "--quiet")
        self.sound("expand", "a", "--points", "4", "--experiment", self.file, "--quiet")
        status = self.call("status", "a").stdout
        self.assertIn("points 8, replicates 2: 16 of 16 runs done", status)

    def test_spoilt_and_foreign_shards_cost_their_own_runs(self):
        self.sweep("a", "--quiet")
        digest = self.digest("a")
        self.file.write_text(self.text.replace("seed: 7", "seed: 8"))
        self.sweep("other", "--quiet")
        shards = self.folder / "a" / "shards"
        spoilt = sorted(shards.iterdir())[0]
        data = bytearray(spoilt.read_bytes())
        data[len(data) // 2] ^= 0xFF
        spoilt.write_bytes(data)
        foreign = sorted((self.folder / "other" / "shards").iterdir())[0]
        shutil.copy(foreign, shards / "foreign.h5")
        done = self.call("resume", "a")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn(spoilt.name, done.stderr)
        self.assertIn("another sweep", done.stderr)
        self.assertEqual(sorted([spoilt.name, "foreign.h5"]), sorted(os.listdir(self.folder / "a" / "quarantine")))
        self.assertEqual(digest, self.digest("a"))

    def test_a_point_that_fails_is_kept_and_replayed(self):
        # A pool that does not fit into the memory that the process may take.
        text = self.text.replace("  readiness: {path: migration.hazard}\n",
                                 "  stock: {path: origins.BIH.nursing.stock, values: [20000, 1e8]}\n")
        text = text.replace("latin_hypercube, points: 12", "grid, levels: 1").replace("replicates: 2", "replicates: 1")
        self.file.write_text(text)

        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))

        done = self.call("sweep", self.file, "--output", "f", "--events", "e.jsonl", "--threads", "1", "--set",
                         "pool.multiplicity=1", preexec_fn=limit)
        self.assertEqual(4, done.returncode, done.stderr)
        events = [json.loads(line) for line in (self.folder / "e.jsonl").read_text().splitlines()]
        failed = [event for event in events if event.get("status") == "failed"]
        self.assertEqual(1, len(failed))
        self.assertIn("1 of 2 runs done, 1 failed\n", done.stdout)
        run = f"{failed[0]['point']}/{failed[0]['replicate']}"
        self.assertIn(f"next: skillscale replay f {run}\n", done.stdout)
        again = self.call("replay", "f", run, preexec_fn=limit)
        self.assertEqual(4, again.returncode)
        self.assertIn("failed: " + failed[0]["message"].splitlines()[0], again.stdout)

    def test_folders_of_one_sweep_merge(self):
        self.sweep("whole", "--quiet")
        shutil.copytree(self.folder / "whole", self.folder / "a")
        for shard in (self.folder / "a" / "shards").iterdir():
            shard.unlink()
        shutil.copytree(self.folder / "a", self.folder / "b")
        self.sound("work", "a", "--share", "1/2", "--quiet")
        self.sound("work", "b", "--share", "2/2", "--quiet")
        said = self.sound("merge", "a", "b")
        self.assertIn("12 runs added\n", said)
        self.assertEqual(self.digest("whole"), self.digest("a"))

    def test_two_writers_are_kept_apart(self):
        import fcntl
        self.sweep("a", "--quiet")
        with open(self.folder / "a" / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertIn("another program works in this folder", self.refused(3, "resume", "a"))
        self.sound("resume", "a", "--quiet")

    def test_a_changed_scenario_is_refused(self):
        self.sweep("a", "--quiet")
        self.file.write_text(self.text.replace("seed: 7", "seed: 8"))
        said = self.refused(2, "sweep", self.file, "--output", "a")
        self.assertIn("has the seed 7, asked is 8", said)

    def test_faults_of_the_file_are_told_at_once(self):
        self.file.write_text(self.text.replace("migration.hazard", "migration.hazzard")
                             .replace("low: 1, high: 9", "low: 9, high: 9")
                             .replace("arrivals_per_year}", "arivals_per_year}")
                             .replace("latin_hypercube", "latin_hypercub"))
        said = self.refused(2, "sweep", self.file, "--output", "a")
        for words in ("did you mean migration.hazard?", "low to high is 9 to 9", "did you mean arrivals_per_year?",
                      "did you mean latin_hypercube?"):
            self.assertIn(words, said)
        self.assertFalse((self.folder / "a").exists())

    def test_constraints_hold_for_every_point(self):
        self.file.write_text(self.text.replace("outcomes:", 'constraints: ["seats <= 5"]\noutcomes:'))
        said = self.call("sweep", self.file, "--output", "a")
        self.assertIn("constraints leave 6 of 12 points\n", said.stderr)
        self.file.write_text(self.text.replace("outcomes:", 'constraints: ["seats <= 0.5"]\noutcomes:'))
        self.assertIn("none of 12 points satisfies them", self.refused(2, "sweep", self.file, "--output", "b"))


if __name__ == "__main__":
    main()
