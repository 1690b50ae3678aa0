"""Sweeps as a user runs them: engines, kills, damage, expansion, what is refused, and the results in other hands.

Called with a number of kills behind the program, which comes from the list of tests.
"""

import csv
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

KILLS = int(sys.argv.pop(2))

import xarray  # noqa: E402

from program import PROGRAM, Case, main  # noqa: E402  (it reads the rest of the arguments)

TEXT = """schema: 1
name: Hello, varied
scenario: base.yaml
seed: 5
replicates: 3
design: {method: latin_hypercube, points: 12}
factors:
  readiness: migration.hazard
  drop: {path: language.drop, low: 0.002, high: 0.05}
constraints: [readiness - drop <= 1]
outcomes:
  applications: {indicator: applications, each_year: on}
  dropped: {indicator: dropped, take: mean}
"""
BASE = "schema: 1\nname: Small\nextends: hello.yaml\nhorizon: {months: 36}\n"


class Sweep(Case):
    def setUp(self):
        super().setUp()
        self.write("base.yaml", BASE)
        self.write("e.yaml", TEXT)

    def digest(self, folder):
        return self.sound("digest", folder).split()[0]

    def whole(self, folder="whole", *words):
        self.sound("sweep", "e.yaml", "--output", folder, "--quiet", *words)
        return self.digest(folder)

    def status(self, folder):
        return json.loads(self.sound("status", folder, "--json"))

    def shards(self, folder):
        return sorted((self.folder / folder / "shards").glob("*.csv"))

    def wait_for(self, process, condition):
        while not condition():
            self.assertIsNone(process.poll(), "it ended before")
            time.sleep(0.01)

    def without_shards(self, folder, copy):
        shutil.copytree(self.folder / folder, self.folder / copy)
        for shard in self.shards(copy):
            shard.unlink()


class Whole(Sweep):
    def test_threads_do_not_matter_and_others_can_read_it(self):
        self.assertEqual(self.whole("one", "--threads", 1), self.whole("two", "--threads", 2))
        data = xarray.open_dataset(self.folder / "one" / "results.h5", engine="netcdf4")
        self.assertEqual({"point": 12, "replicate": 3, "year": 3}, dict(data.sizes))
        self.assertEqual(("point", "replicate", "year"), data.applications.dims)
        self.assertGreater(float(data.applications.sum()), 0)
        hazard = sorted(data["readiness"].values)
        self.assertEqual(12, len(set(hazard)))

    def test_a_job_array_has_as_many_tasks_as_are_asked_for_or_as_a_timing_proposes(self):
        asked = ["sweep", "e.yaml", "--output", "array", "--engine", "slurm", "--print"]
        self.assertIn(" --array=1-5 ", self.sound(*asked, "--tasks", 5))
        plan = json.loads(self.sound("plan", "e.yaml", "--json"))
        self.assertLess(plan["core_seconds"], 1800)
        self.assertEqual(1, plan["tasks_proposed"])
        self.assertIn(" --array=1-1 ", self.sound(*asked))
        self.assertRegex(self.sound("plan", "e.yaml"), "\ncluster  one task of about .*: --engine slurm --tasks 1\n")
        self.refused(2, *asked, "--tasks", "many")

    def test_a_copied_folder_goes_on_and_makes_nothing_twice(self):
        digest = self.whole()
        shutil.move(self.folder / "whole", self.folder / "moved")
        self.assertIn(", 0 runs made", self.call("resume", "moved").stderr)
        self.assertEqual(digest, self.digest("moved"))

    def test_expanding_keeps_what_is_there(self):
        self.whole()
        before = (self.folder / "whole" / "points.csv").read_text().splitlines()
        self.sound("expand", "whole", "--points", "+4", "--quiet")
        self.sound("expand", "whole", "--replicates", "+1", "--quiet")
        after = (self.folder / "whole" / "points.csv").read_text().splitlines()
        self.assertEqual(before, after[:len(before)])
        self.assertEqual(16 * 4, self.status("whole")["finished"])

    def test_damage_is_put_aside_and_run_again(self):
        digest = self.whole()
        shard = self.shards("whole")[0]
        text = shard.read_text()
        shard.write_text(text.replace("finished", "finishes", 1))
        (shard.parent / "foreign.csv").write_text("point,replicate\n1,2\n")
        self.assertEqual(3, self.call("verify", "whole").returncode)
        said = self.call("resume", "whole").stderr
        self.assertIn(shard.name, said)
        self.assertIn("foreign.csv", said)
        self.assertEqual(digest, self.digest("whole"))
        self.assertEqual(2, len(list((self.folder / "whole" / "quarantine").iterdir())))

    def test_a_changed_scenario_is_refused_with_the_difference(self):
        self.whole()
        self.write("base.yaml", BASE.replace("36", "48"))
        done = self.call("resume", "whole")
        self.assertEqual(2, done.returncode)
        self.assertIn("+ horizon: {months: 48}", done.stderr)
        self.sound("resume", "whole", "--as-begun", "--quiet")

    def test_a_failing_point_is_kept_and_replayed(self):
        # Shares that are sound one by one and make more than all together at some points.
        self.write("e.yaml", TEXT.replace("language.drop, low: 0.002, high: 0.05",
                                          "occupations.nursing.full_share, low: 0.8, high: 1"))
        done = self.call("sweep", "e.yaml", "--output", "f", "--quiet")
        self.assertEqual(4, done.returncode, done.stderr)
        state = self.status("f")
        self.assertIn("allowed", state["failures"][0]["message"])
        self.assertEqual(4, self.call("replay", "f", state["failures"][0]["run"]).returncode)
        self.assertGreater(state["finished"], 0)
        self.assertEqual(36, state["finished"] + state["failed"])
        self.assertEqual(4, self.call("retry", "--failed", "f", "--quiet").returncode)
        self.assertEqual({2}, {failure["attempt"] for failure in self.status("f")["failures"]})

    def test_replay_and_merge_agree_with_what_is_kept(self):
        digest = self.whole()
        self.assertIn("as kept", self.sound("replay", "whole", "3/1"))
        self.without_shards("whole", "empty")
        self.sound("merge", "empty", "whole")
        self.assertEqual(digest, self.digest("empty"))

    def test_faults_are_told_together_with_their_place(self):
        text = TEXT.replace("migration.hazard\n", "migration.hazrd\n").replace("low: 0.002", "low: 0.2")
        self.write("e.yaml", text.replace("take: mean", "take: meen").replace("points: 12", "points: 0"))
        done = self.call("sweep", "e.yaml", "--check")
        self.assertEqual(2, done.returncode)
        for words in ("migration.hazard?", "empty range", "did you mean mean?", "design.points", "e.yaml:8"):
            self.assertIn(words, done.stderr)

    def test_a_lever_that_the_scenario_or_a_package_lacks_is_refused(self):
        text = TEXT.replace("language.drop, low: 0.002, high: 0.05", "levers.staff.strength, low: 0, high: 1")
        self.write("e.yaml", text)
        self.assertIn("levers stand in the scenario", self.refused(2, "sweep", "e.yaml", "--check"))
        self.write("base.yaml", BASE + "levers: {staff: {lever: recognition.staff, start: 2025-01, strength: 0}}\n")
        self.assertIn("12 points", self.sound("sweep", "e.yaml", "--check"))
        self.write("e.yaml", text.replace("constraints:", "  policy: {packages: [pilots_as_today, denkfabrik_full]}\nconstraints:"))
        said = self.refused(2, "sweep", "e.yaml", "--check")
        self.assertIn("factors.drop is levers.staff.strength, which is no parameter of", said)
        self.assertIn("an experiment without policy", said)

    def test_constraints_that_nothing_satisfies_are_refused(self):
        self.write("e.yaml", TEXT.replace("<= 1]", "<= -9]"))
        done = self.call("sweep", "e.yaml", "--output", "n")
        self.assertEqual(2, done.returncode)
        self.assertIn("constraints", done.stderr)

    def test_two_processes_do_not_share_a_sweep(self):
        import fcntl
        self.whole()
        with open(self.folder / "whole" / "lock", "r+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertIn("another process", self.refused(2, "resume", "whole"))
        self.sound("resume", "whole", "--quiet")

    def test_the_same_command_goes_on_and_another_experiment_is_refused(self):
        digest = self.whole()
        shards = self.shards("whole")
        self.assertEqual(digest, self.whole())
        self.assertEqual(shards, self.shards("whole"))
        self.write("e.yaml", TEXT.replace("seed: 5", "seed: 6"))
        said = self.refused(2, "sweep", "e.yaml", "--output", "whole")
        self.assertIn("- seed: 5", said)
        self.assertIn("+ seed: 6", said)

    def test_workers_share_the_runs(self):
        digest = self.whole()
        self.without_shards("whole", "parts")
        for worker in (3, 1, 2):
            self.sound("work", "parts", "--share", f"{worker}/3", "--quiet")
        self.sound("collect", "parts", "--quiet")
        self.assertEqual(digest, self.digest("parts"))
        self.assertEqual(3, len(self.shards("parts")))

    def test_tasks_of_an_array_have_equal_parts_of_what_is_missing(self):
        digest = self.whole()
        self.without_shards("whole", "parts")
        array = ["resume", "parts", "--engine", "slurm", "--tasks", 4, "--print"]
        self.assertIn("/parts/due/1.csv", self.sound(*array))
        self.assertIn("/parts/due/1.csv", self.sound(*array))  # nothing has come about since
        task = ["work", "parts", "--due", "parts/due/1.csv", "--share"]
        for part in (4, 1, 2):
            self.assertEqual(f"part {part} of 4: 9 runs\n", self.sound(*task, f"{part}/4"))
        # The third was lost; the next array shares its nine runs among all.
        self.assertIn("/parts/due/2.csv", self.sound(*array))
        task = ["work", "parts", "--due", "parts/due/2.csv", "--share"]
        runs = [int(self.sound(*task, f"{part}/4").split()[4]) for part in (1, 2, 3, 4)]
        self.assertEqual([3, 2, 2, 2], runs)
        self.sound("collect", "parts", "--quiet")
        self.assertEqual(digest, self.digest("parts"))
        self.write("parts/due/2.csv", "point,replicate\n3,1\n3;2\n")
        self.assertIn("line 3 is no run: 3;2", self.refused(3, *task, "1/4"))
        self.assertIn("is no list", self.refused(3, "work", "parts", "--due", "parts/due/7.csv", "--share", "1/4"))

    def test_a_folder_that_hands_over_what_cannot_be_is_named(self):
        digest = self.whole()
        head = self.folder / "whole" / "sweep.yaml"
        text = head.read_text()
        for old, new in (("replicates: 3", "replicates: 999999999"), ("replicates: 3", "replicates: -3"),
                         ("batches: [12]", "batches: [99999999999]"), ("batches: [12]", "batches: []")):
            self.assertIn(old, text)
            head.write_text(text.replace(old, new))
            self.assertIn(new.split(":")[0], self.refused(3, "status", "whole"))
        head.write_text(text)
        os.mkfifo(self.folder / "whole" / "shards" / "pipe.csv")
        self.assertIn("pipe.csv: is no file", self.sound("status", "whole"))
        self.assertIn("pipe.csv", self.call("resume", "whole").stderr)
        shutil.rmtree(self.folder / "whole" / "shards")  # as copies do with empty folders
        self.assertEqual(0, self.status("whole")["finished"])
        self.assertIn("no run is finished", self.refused(2, "analyse", "whole"))
        self.sound("work", "whole", "--share", "1/2", "--quiet")
        self.assertIn("18 of 36 runs are finished", self.call("analyse", "whole").stderr)
        self.sound("resume", "whole", "--quiet")
        self.assertEqual(digest, self.digest("whole"))
        (self.folder / "whole" / "results.h5").unlink()
        (self.folder / "whole" / "results.h5").mkdir()
        self.assertIn("is a folder", self.refused(3, "collect", "whole"))

    def test_what_no_array_can_have_is_refused_before_a_folder_is_made(self):
        array = ["sweep", "e.yaml", "--output", "a", "--engine", "slurm", "--print"]
        for option, value in (("--time", "1:2:3:4"), ("--time", "1\nrm"), ("--time", "soon"), ("--tasks", "0"),
                              ("--threads", "many")):
            self.assertIn(f"{option} is {value}", self.refused(2, *array, option, value))
        self.assertFalse((self.folder / "a").exists())
        for value in ("90", "02:30", "1-12", "1-00:00:00"):
            self.assertIn(f"--time={value}\n", self.sound(*array, "--time", value, "--tasks", 2))

    def test_an_sbatch_that_says_no_number_has_not_submitted(self):
        (self.folder / "bin").mkdir()
        sbatch = self.write("bin/sbatch", "")
        sbatch.chmod(0o755)
        environment = dict(os.environ, PATH=f"{sbatch.parent}:{os.environ['PATH']}")
        for script, said in (("echo Welcome", "says: Welcome, which has no number"), ("exit 0", "says nothing, which"),
                             ("exit 1", "says nothing\n"), ("echo no such queue >&2; exit 1", "says: no such queue\n")):
            sbatch.write_text(f"#!/bin/sh\n{script}\n")
            done = self.call("sweep", "e.yaml", "--output", "a", "--engine", "slurm", "--tasks", "2", env=environment)
            self.assertEqual(3, done.returncode)
            self.assertIn(f"sbatch {said}", done.stderr)
        sbatch.write_text("#!/bin/sh\necho sbatch: 3 core-hours are charged >&2\necho '42;fast'\n")
        self.assertIn("array 42 of 2 tasks submitted, job 42 collects",
                      self.sound("sweep", "e.yaml", "--output", "a", "--engine", "slurm", "--tasks", "2", env=environment))

    def test_events_that_cannot_be_kept_are_told(self):
        done = self.call("sweep", "e.yaml", "--output", "ev", "--events", "/dev/full")
        self.assertEqual(0, done.returncode)
        self.assertIn("/dev/full: cannot be written any more", done.stderr)

    def test_an_expansion_beyond_all_measure_is_refused(self):
        self.whole()
        before = (self.folder / "whole" / "sweep.yaml").read_text()
        self.refused(2, "expand", "whole", "--replicates", "+99998")
        self.assertEqual(before, (self.folder / "whole" / "sweep.yaml").read_text())

    def test_an_interrupt_says_how_to_go_on(self):
        self.write("e.yaml", TEXT.replace("replicates: 3", "replicates: 900"))
        process = subprocess.Popen([PROGRAM, "sweep", "e.yaml", "--output", "i", "--threads", "1"], cwd=self.folder,
                                   text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.wait_for(process, lambda: (self.folder / "i" / "sweep.yaml").exists())
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
        self.assertEqual(130, process.returncode)
        self.assertIn("skillscale resume i\n", said)

    def test_replicates_until_the_mean_is_known(self):
        self.write("e.yaml", TEXT.replace(
            "replicates: 3", "replicates: {least: 2, until: {outcome: dropped, rel_se: 0.03, at_most: 12}}"))
        digest = self.whole("one", "--threads", 1)
        self.assertEqual(digest, self.whole("two", "--threads", 2))
        with open(self.folder / "one" / "runs.csv", encoding="utf-8") as file:
            points = [row["point"] for row in csv.DictReader(file)]
        counts = {points.count(point) for point in points}
        self.assertGreater(len(counts), 1)
        self.assertTrue(counts <= set(range(2, 13)), counts)
        data = xarray.open_dataset(self.folder / "one" / "results.h5", engine="netcdf4").dropped
        error = data.std("replicate", ddof=1) / data.count("replicate") ** 0.5 / abs(data.mean("replicate"))
        self.assertTrue(bool(((error <= 0.03) | (data.count("replicate") == 12)).all()))
        self.without_shards("one", "parts")
        for worker in (2, 1):
            self.sound("work", "parts", "--share", f"{worker}/2", "--quiet")
        self.assertEqual(digest, self.digest("parts"))
        self.without_shards("one", "tasks")
        self.sound("resume", "tasks", "--engine", "slurm", "--tasks", 2, "--print")
        for worker in (1, 2):
            self.sound("work", "tasks", "--due", "tasks/due/1.csv", "--share", f"{worker}/2", "--quiet")
        self.assertEqual(digest, self.digest("tasks"))

    def test_several_base_scenarios_make_a_factor(self):
        self.write("other.yaml", BASE.replace("Small", "Other") + "visa: {lapse: 0.05}\n")
        self.write("e.yaml", TEXT.replace("scenario: base.yaml", "scenarios: [base.yaml, other.yaml]"))
        self.whole()
        data = xarray.open_dataset(self.folder / "whole" / "results.h5", engine="netcdf4")
        self.assertEqual(["base.yaml", "other.yaml"] * 12, list(data.scenario.values))

    def test_points_from_a_list(self):
        self.write("e.yaml", TEXT.replace("{method: latin_hypercube, points: 12}",
                                          "{method: list, rows: [[0.01, 0.02], [0.02 /month, 1 %/month]]}"))
        self.whole()
        points = (self.folder / "whole" / "points.csv").read_text().splitlines()
        self.assertEqual(["point,readiness,drop", "0,0.01,0.02", "1,0.02,0.01"], points)

    def test_a_run_that_does_not_fit_into_memory_leaves_the_others(self):
        text = TEXT.replace("  readiness: migration.hazard\n",
                            "  stock: {path: origins.BIH.nursing.stock, values: [20000, 100000000]}\n")
        text = text.replace("{method: latin_hypercube, points: 12}", "{method: grid, levels: 2}")
        text = text.replace("constraints: [readiness - drop <= 1]\n", "").replace("replicates: 3", "replicates: 1")
        self.write("e.yaml", text)

        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))

        done = self.call("sweep", "e.yaml", "--output", "f", "--events", "e.jsonl", "--threads", "1", "--set",
                         "pool.multiplicity=1", preexec_fn=limit)
        self.assertEqual(4, done.returncode, done.stderr)
        events = [json.loads(line) for line in (self.folder / "e.jsonl").read_text().splitlines()]
        failed = [event for event in events if event["event"] == "run_failed"]
        self.assertEqual(2, len(failed))
        self.assertIn("memory", failed[0]["message"])
        self.assertEqual(2, self.status("f")["finished"])


class FullDisk(Sweep):
    """A small disk of its own that is full while the sweep runs."""

    def setUp(self):
        super().setUp()
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "small", self.disk], capture_output=True, text=True)
        if done.returncode != 0:
            self.skipTest("only root can mount a small disk: " + done.stderr)
        self.addCleanup(subprocess.run, ["umount", "-l", self.disk])

    def test_an_expansion_is_foreseen(self):
        self.sound("sweep", "e.yaml", "--output", self.disk / "s", "--quiet")
        self.assertIn("there are", self.refused(3, "expand", self.disk / "s", "--replicates", "+4000"))
        self.assertEqual(36, self.status(self.disk / "s")["runs"])

    def test_it_is_foreseen_before_the_first_run(self):
        self.write("e.yaml", TEXT.replace("replicates: 3", "replicates: 4000"))
        said = self.refused(3, "sweep", "e.yaml", "--output", self.disk / "s")
        self.assertIn("there are", said)
        self.assertFalse((self.disk / "s").exists())

    def test_what_is_stored_stays_and_the_rest_follows_when_there_is_room(self):
        digest = self.whole()
        shutil.copytree(self.folder / "whole", self.disk / "s")
        for shard in (self.disk / "s" / "shards").glob("*.csv"):
            shard.unlink()
        (self.disk / "s" / "results.h5").unlink()
        self.sound("work", self.disk / "s", "--share", "1/4", "--quiet")
        with open(self.disk / "filler", "wb", buffering=0) as filler, self.assertRaises(OSError):
            while True:
                filler.write(bytes(1024))
        done = self.call("resume", self.disk / "s", "--quiet")
        self.assertEqual(3, done.returncode, done.stderr)
        self.assertIn("next: ", done.stderr)
        self.assertEqual(9, self.status(self.disk / "s")["finished"])
        (self.disk / "filler").unlink()
        self.sound("resume", self.disk / "s", "--quiet")
        self.assertEqual(digest, self.digest(self.disk / "s"))
        self.assertEqual([], [name for name in os.listdir(self.disk / "s" / "shards") if name.startswith(".")])


class Shipped(Case):
    """Every experiment that comes with the program."""

    def test_they_are_sound_and_judged_so_by_the_schema(self):
        import jsonschema
        import yaml
        folder = Path(__file__).resolve().parents[2] / "scenarios" / "experiments"
        schema = json.loads(self.sound("schema", "--experiment"))
        shipped = [file for file in sorted(folder.glob("*.yaml")) if "\nfactors:" in file.read_text()]
        self.assertGreaterEqual(len(shipped), 5)
        for file in shipped:
            self.assertIn(" points, ", self.sound("sweep", file, "--check"))
            jsonschema.validate(yaml.safe_load(file.read_text()), schema)


class Ranks(Sweep):
    """The engine that speaks MPI, on this machine."""

    def mpi(self, ranks, *words, **more):
        environment = dict(os.environ, OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1", **more)
        return subprocess.run(["mpirun", "--oversubscribe", "-n", str(ranks), PROGRAM, *words, "--engine", "mpi"],
                              cwd=self.folder, env=environment, text=True, capture_output=True)

    def test_any_number_of_ranks_has_the_digest_of_one_process(self):
        digest = self.whole()
        for ranks, threads in ((1, 1), (3, 1), (2, 2)):
            folder = f"r{ranks}{threads}"
            done = self.mpi(ranks, "sweep", "e.yaml", "--output", folder, "--quiet", "--threads", str(threads))
            self.assertEqual(0, done.returncode, done.stderr)
            self.assertEqual(digest, self.digest(folder))

    def test_rounds_of_replicates_go_over_the_same_ranks(self):
        self.write("e.yaml", TEXT.replace(
            "replicates: 3", "replicates: {least: 2, until: {outcome: dropped, rel_se: 0.03, at_most: 12}}"))
        digest = self.whole()
        done = self.mpi(3, "sweep", "e.yaml", "--output", "r", "--quiet")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(digest, self.digest("r"))

    def test_a_lost_rank_costs_what_was_under_way(self):
        digest = self.whole()
        environment = dict(os.environ, OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1")
        self.write("e.yaml", TEXT.replace("replicates: 3", "replicates: 40"))
        whole = self.whole("long")
        job = subprocess.Popen(["mpirun", "--oversubscribe", "-n", "3", PROGRAM, "sweep", "e.yaml", "--output", "r",
                                "--quiet", "--engine", "mpi"], cwd=self.folder, env=environment,
                               stderr=subprocess.DEVNULL)
        self.wait_for(job, lambda: (self.folder / "r" / "shards").exists() and self.shards("r"))
        ranks = subprocess.run(["pgrep", "-P", str(job.pid), "-f", "sweep e.yaml"], capture_output=True, text=True)
        os.kill(int(ranks.stdout.split()[-1]), signal.SIGKILL)
        self.assertNotEqual(0, job.wait(timeout=60))
        self.assertGreater(self.status("r")["missing"], 0)
        self.sound("resume", "r", "--quiet")
        self.assertEqual(whole, self.digest("r"))
        self.assertNotEqual(digest, whole)

    def test_wrong_input_ends_all_ranks_at_once(self):
        done = self.mpi(3, "sweep", "missing.yaml")
        self.assertEqual(2, done.returncode)
        self.assertIn("missing.yaml: the file does not exist", done.stderr)

    def test_ranks_that_do_not_know_each_other_are_refused(self):
        done = self.mpi(1, "sweep", "e.yaml", "--output", "r", SLURM_NTASKS="4")
        self.assertEqual(2, done.returncode)
        self.assertIn("MPI knows 1 ranks, Slurm has started 4", done.stderr)
        self.assertFalse((self.folder / "r").exists())


class Kills(Sweep):
    def test_killed_at_any_moment_it_ends_with_the_same_digest(self):
        begin = time.monotonic()
        digest = self.whole()
        lasts = time.monotonic() - begin
        moments = random.Random(7)
        for kill in range(KILLS):
            folder = f"k{kill}"
            started = subprocess.Popen([PROGRAM, "sweep", "e.yaml", "--output", folder, "--quiet"],
                                       cwd=self.folder, stderr=subprocess.DEVNULL)
            time.sleep(moments.uniform(0, 1.1 * lasts))
            started.send_signal(signal.SIGKILL)
            started.wait()
            command = "resume" if (self.folder / folder / "sweep.yaml").exists() else "sweep"
            words = [folder] if command == "resume" else ["e.yaml", "--output", folder]
            self.sound(command, *words, "--quiet")
            self.assertEqual(digest, self.digest(folder))
            runs = (self.folder / folder / "runs.csv").read_text().splitlines()[1:]
            self.assertEqual(36, len(runs))
            self.assertEqual(36, len({tuple(line.split(",")[:2]) for line in runs}))
            self.assertEqual({"finished"}, {line.split(",")[2] for line in runs})


if __name__ == "__main__":
    main()
