"""Calibrations as a user runs them: kills, threads, what is refused, and the posterior in other hands.

Called with a number of kills behind the program, which comes from the list of tests.
"""

import csv
import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

KILLS = int(sys.argv.pop(2))

import jsonschema  # noqa: E402
import xarray  # noqa: E402
import yaml  # noqa: E402

from program import PROGRAM, Case, main  # noqa: E402  (it reads the rest of the arguments)

CALIBRATIONS = Path(__file__).resolve().parents[2] / "scenarios" / "calibrations"

TEXT = """schema: 1
name: Hello, calibrated
description: Applications and departures of a small corridor.
scenario: hello.yaml
seed: 3
replicates: 2
design: {points: 24, waves: 2}
posterior: {particles: 40, generations: 3, tolerance: 1, most_points: 220}
parameters:
  - {path: migration.hazard}
  - {path: language.drop, low: 0.002, high: 0.05, distribution: log_uniform}
targets:
  applications: {indicator: applications, years: 2025, value: 450, standard_deviation: 40, unit: persons}
  leaving: {indicator: dropped, where: {stage: language}, years: [2025, 2026], value: 300, low: 150, high: 450,
    unit: persons, source: assumption}
  visa: {indicator: stock, where: {stage: visa}, months: 2026-12, take: end, at_least: 100, unit: persons,
    use: structural_check}
"""

SWEEP = """schema: 1
name: From what was learnt
scenario: hello.yaml
seed: 3
replicates: 1
design: {method: posterior, file: p.h5, points: 10}
factors:
  hazard: migration.hazard
  drop: language.drop
  lapse: visa.lapse
outcomes:
  applications: {indicator: applications, years: 2025}
"""


class Calibrate(Case):
    def setUp(self):
        super().setUp()
        self.write("c.yaml", TEXT)

    def digest(self, *words):
        said = self.sound("calibrate", "c.yaml", *words)
        return said.split("digest")[1].split()[0]

    def start(self, *words):
        return subprocess.Popen([PROGRAM, "calibrate", "c.yaml", "--output", "p.h5", *map(str, words)],
                                cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


class Whole(Calibrate):
    def test_threads_do_not_matter_and_others_can_read_it(self):
        one = self.digest("--output", "one.h5", "--threads", 1)
        self.assertEqual(one, self.digest("--output", "p.h5", "--threads", 2, "--report", "r.md"))
        with xarray.open_dataset(self.folder / "p.h5") as found:
            self.assertEqual({"particle": 40, "parameter": 2, "target": 3}, dict(found.sizes))
            self.assertAlmostEqual(1, float(found.weight.sum()), 12)
            self.assertEqual(one, found.attrs["digest"])
            hazard = found.value.sel(parameter="migration.hazard")
            self.assertTrue(bool(((hazard >= 0.004) & (hazard <= 0.01)).all()))
            self.assertEqual("structural_check", str(found.target_use.sel(target="visa").values))
        text = (self.folder / "r.md").read_text(encoding="utf-8")
        self.assertIn("| `applications` |", text)
        self.assertIn("## Structural checks", text)
        self.assertIn("<svg", (self.folder / "r.svg").read_text(encoding="utf-8"))

        # What runs drew stands among the particles.
        self.write("s.yaml", "schema: 1\nname: S\nextends: hello.yaml\nensemble: {draws: 3, replicates: 1}\n")
        self.sound("run", "s.yaml", "--posterior", "p.h5", "--output", "a.h5", "--quiet")
        self.sound("run", "s.yaml", "--posterior", "p.h5", "--output", "b.h5", "--quiet", "--threads", 1)
        self.sound("run", "s.yaml", "--output", "plain.h5", "--quiet")
        digests = [self.sound("digest", name).split()[0] for name in ("a.h5", "b.h5", "plain.h5")]
        self.assertEqual(digests[0], digests[1])
        self.assertNotEqual(digests[0], digests[2])
        said = self.refused(2, "run", "s.yaml", "--set", "ensemble.draws=0", "--posterior", "p.h5", "--quiet")
        self.assertIn("ensemble.draws is 0", said)

        # So do the points of a sweep that takes it as its design; what it does not know spreads over its range.
        self.write("e.yaml", SWEEP)
        self.sound("sweep", "e.yaml", "--output", "points", "--quiet")
        with open(self.folder / "points" / "points.csv", encoding="utf-8") as file:
            points = list(csv.DictReader(file))
        self.assertEqual(10, len(points))
        with xarray.open_dataset(self.folder / "p.h5") as found:
            particles = {tuple(row) for row in found.value.sel(parameter=["migration.hazard", "language.drop"]).values}
        self.assertTrue({(float(point["hazard"]), float(point["drop"])) for point in points} <= particles)
        self.assertEqual(10, len({point["lapse"] for point in points}))
        self.write("e.yaml", SWEEP.replace("  drop: language.drop\n", ""))
        self.assertIn("has the parameter language.drop, which is no factor",
                      self.refused(2, "sweep", "e.yaml", "--output", "other"))

    def test_no_file_of_the_user_is_lost(self):
        self.digest("--output", "p.h5")
        self.assertIn("--resume", self.refused(2, "calibrate", "c.yaml", "--output", "p.h5"))
        self.write("c.yaml", TEXT.replace("seed: 3", "seed: 4"))
        self.assertIn("not the posterior", self.refused(2, "calibrate", "c.yaml", "--output", "p.h5", "--resume"))
        (self.folder / "p.h5").unlink()
        self.assertIn("belongs to another calibration",
                      self.refused(2, "calibrate", "c.yaml", "--output", "p.h5", "--resume"))
        self.assertIn("is a file the calibration is read from",
                      self.refused(2, "calibrate", "c.yaml", "--output", "c.yaml", "--force"))

    def test_a_target_out_of_reach_is_named(self):
        self.write("c.yaml", TEXT.replace("value: 450,", "value: 9000,"))
        said = self.call("calibrate", "c.yaml", "--output", "p.h5")
        self.assertEqual(2, said.returncode)
        self.assertIn("targets.applications: cannot be reached", said.stderr)
        self.assertIn("observed 9000", said.stderr)

    def test_check_simulates_nothing(self):
        self.assertIn("2 free parameters, 3 targets, 2 of them", self.sound("calibrate", "c.yaml", "--check"))
        self.assertEqual(["c.yaml"], self.names())

    def test_the_schema_accepts_what_is_sound(self):
        schema = json.loads(self.sound("schema", "--calibration"))
        judge = jsonschema.Draft202012Validator(schema)
        judge.check_schema(schema)
        texts = [TEXT] + [path.read_text(encoding="utf-8") for path in CALIBRATIONS.glob("*.yaml")]
        self.assertGreater(len(texts), 1)
        for text in texts:
            # A month is a date for YAML and a text for everybody else.
            document = yaml.load(text, Loader=yaml.BaseLoader)
            faults = [f for f in judge.iter_errors(document) if "is not of type" not in f.message]
            self.assertEqual([], [fault.message for fault in faults])
        self.assertTrue(list(judge.iter_errors({"schema": 1, "scenaro": "a.yaml"})))


class Kills(Calibrate):
    def test_a_killed_calibration_ends_the_same(self):
        whole = self.digest("--output", "whole.h5")
        chance = random.Random(7)
        for _ in range(KILLS):
            process = self.start(*(["--resume"] if (self.folder / "p.points.h5").exists() else []))
            time.sleep(chance.uniform(0.05, 1.5))
            process.kill()
            process.communicate()
            self.assertNotIn("p.h5.tmp", self.names())
        words = ["--resume"] if (self.folder / "p.points.h5").exists() else []
        self.assertEqual(whole, self.digest("--output", "p.h5", *words))

    def test_an_interrupt_keeps_points_and_says_how_to_go_on(self):
        whole = self.digest("--output", "whole.h5")
        process = self.start()
        for _ in range(3000):
            if (self.folder / "p.points.h5").exists():
                break
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=120)[1]
        self.assertEqual(130, process.returncode, said)
        self.assertIn("points are kept in p.points.h5", said)
        self.assertIn("--resume", said)
        self.assertEqual(whole, self.digest("--output", "p.h5", "--resume"))


if __name__ == "__main__":
    main()
