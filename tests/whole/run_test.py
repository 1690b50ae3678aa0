"""Whole runs of the built program: results, digests, refusals, interruptions."""

import csv
import io
import json
import os
import pty
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from program import HELLO, LIBRARY, PROGRAM, Case, main  # noqa: E402

DIGEST = re.compile(r"[0-9a-f]{32}")
SHORT = ("--replicates", 2, "--until", "2024-12")


class Run(Case):
    def hello(self, *more, output="r.h5"):
        return self.sound("run", HELLO, *SHORT, "--output", output, *more)

    def digest(self, output="r.h5"):
        return self.sound("digest", output)[:32]

    def test_prints_the_result_and_where_it_stands(self):
        done = self.call("run", HELLO)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(["results"], self.names())
        self.assertIn("result  results/hello.h5\n", done.stdout)
        self.assertIn(f"digest  {self.digest('results/hello.h5')}\n", done.stdout)
        self.assertIn("Arrivals a year", done.stdout)
        self.assertIn("against no_partnerships", done.stdout)
        self.assertIn("over replicates only", done.stdout)
        self.assertRegex(done.stdout, r"Triple win: .* all gain in \d+ of \d+ runs")
        self.assertIn("Bottleneck: ", done.stdout)
        self.assertIn("Rests on estimates: ", done.stdout)
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 100)
        self.assertNotIn("\033", done.stdout + done.stderr)
        self.assertNotIn("\r", done.stderr)

    def test_a_corridor_runs_under_a_package_as_a_reference_does(self):
        words = ["--package", "dual_track_first", "--until", "2026-12", "--replicates", "2"]
        same = ["--set", "ensemble.references=[dual_track_first]"]
        result = json.loads(self.sound("run", HELLO, *words, *same, "--json"))
        self.assertEqual(["hello-dual_track_first.h5"], os.listdir(self.folder / "results"))
        self.assertEqual("Nursing, Bosnia and Herzegovina to Germany, Dual track first", result["scenario"])
        # Of two equal worlds nobody is worse off, and who comes through a partnership does in both: shares of 1.
        differences = {compared["median"] for headline in result["headlines"]
                       for compared in headline.get("difference", {}).values()
                       if headline["name"] not in ("nobody_worse_off", "reference_fate_partnership_share")}
        self.assertEqual({0.0}, differences - {None})
        told = self.refused(2, "run", HELLO, "--package", "dual_track_frist")
        self.assertIn("did you mean dual_track_first?", told)
        self.assertEqual(2, self.call("run", HELLO, *words, "--html", "r.html").returncode)

    def test_json_and_quiet(self):
        result = json.loads(self.hello("--json"))
        self.assertEqual(self.digest(), result["digest"])
        self.assertEqual((2, 12), (result["replicates"], result["months"]))
        names = {headline["name"] for headline in result["headlines"]}
        self.assertLessEqual({"arrivals_per_year", "triple_win", "bottleneck_stage"}, names)
        done = self.call("run", HELLO, *SHORT, "--output", "q.h5", "--quiet")
        self.assertEqual((0, "", ""), (done.returncode, done.stdout, done.stderr))

    def test_html_writes_a_page_that_needs_no_network(self):
        self.assertIn("page    r.html\n", self.hello("--html", "r.html"))
        page = (self.folder / "r.html").read_text("utf-8")
        self.assertTrue(page.startswith("<!doctype html>") or page.startswith("<!DOCTYPE html>"))
        self.assertIn("Hello, nurses from Bosnia", page)
        self.assertNotRegex(page, r'(src|href)="https?://[^"]*\.(js|css|woff2)"')
        told = self.refused(3, "run", HELLO, "--quiet", "--output", "s.h5", "--html", "no/r.html")
        self.assertIn("no/r.html", told)
        self.assertEqual(["r.h5", "r.html"], self.names())

    def test_threads_change_nothing_and_seeds_do(self):
        for threads in (1, 2):
            self.hello("--threads", threads, output=f"t{threads}.h5")
        self.hello("--seed", 77, output="seed.h5")
        self.assertEqual(self.sound("digest", "t1.h5")[32:].replace("t1", ""),
                         self.sound("digest", "t2.h5")[32:].replace("t2", ""))
        self.assertEqual(self.digest("t1.h5"), self.digest("t2.h5"))
        self.assertNotEqual(self.digest("t1.h5"), self.digest("seed.h5"))

    def test_digest_prints_the_total_then_every_replicate(self):
        self.hello()
        lines = self.sound("digest", "r.h5").splitlines()
        self.assertEqual(3, len(lines))
        for line in lines:
            self.assertRegex(line, r"^[0-9a-f]{32} ")
        self.assertEqual(3, len({line[:32] for line in lines}))

    def test_until_and_set_change_the_run(self):
        self.hello()
        self.hello("--set", "pool.multiplicity=25", output="set.h5")
        self.assertNotEqual(self.digest(), self.digest("set.h5"))
        header = subprocess.run(["ncdump", "-h", "set.h5"], cwd=self.folder, capture_output=True, text=True)
        self.assertEqual(0, header.returncode, header.stderr)
        self.assertIn("month = 12 ;", header.stdout)
        self.assertIn("replicate = 2 ;", header.stdout)
        self.assertIn("arrivals_per_year", header.stdout)
        self.assertIn("--set pool.multiplicity=25", self.sound_text("set.h5"))

    def sound_text(self, name):
        return (self.folder / name).read_bytes().decode("latin-1")

    def test_export_gives_the_numbers_of_the_table(self):
        result = json.loads(self.hello("--json"))
        text = self.sound("export", "r.h5", "--format", "csv", "--variable", "arrivals_per_year_quantile")
        rows = {float(row["quantile"]): float(row["value"]) for row in csv.DictReader(io.StringIO(text))}
        [arrivals] = [h for h in result["headlines"] if h["name"] == "arrivals_per_year"]
        self.assertAlmostEqual(arrivals["scenario"]["median"], rows[0.5])
        self.assertAlmostEqual(arrivals["scenario"]["low"], rows[0.05])
        exported = json.loads(self.sound("export", "r.h5", "--format", "json"))
        self.assertEqual(result["digest"], exported["digest"])
        self.assertIn("stock", {variable["name"] for variable in exported["variables"]})
        self.refused(2, "export", "r.h5", "--format", "csv", "--variable", "arrivls")

    def test_export_notices_a_full_disk(self):
        self.hello()
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([PROGRAM, "export", "r.h5", "--format", "csv"], cwd=self.folder,
                                  stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(3, done.returncode)

    def test_verify_tells_damage_from_foreign_files(self):
        self.hello()
        self.assertIn("whole", self.sound("verify", "r.h5"))
        damaged = bytearray((self.folder / "r.h5").read_bytes())
        damaged[len(damaged) // 2] ^= 0xFF
        (self.folder / "bad.h5").write_bytes(damaged)
        self.refused(3, "verify", "bad.h5")
        self.write("foreign.h5", "hello")
        self.refused(2, "verify", "foreign.h5")
        self.refused(2, "digest", "nowhere.h5")

    def test_wrong_numbers_are_wrong_input(self):
        for option, value in [
            ("--replicates", "0"), ("--replicates", "many"), ("--replicates", "1.5"),
            ("--seed", "-1"), ("--seed", "99999999999999999999"), ("--threads", "0"),
            ("--until", "2023-12"), ("--until", "soon"), ("--set", "nonsense"),
            ("--set", "pool.multiplicty=2"), ("--set", "pool.multiplicity=-2"),
        ]:
            with self.subTest(option=option, value=value):
                self.refused(2, "run", HELLO, f"{option}={value}")
        self.assertEqual([], self.names())


class Targets(Case):
    def test_a_result_of_another_scenario_is_kept_without_force(self):
        self.sound("run", HELLO, *SHORT, "--output", "r.h5")
        first = self.sound("digest", "r.h5")
        other = ("run", HELLO, *SHORT, "--output", "r.h5", "--set", "pool.multiplicity=10")
        told = self.refused(2, *other, "--quiet")
        self.assertIn("another scenario", told)
        self.assertIn("--force", told)
        self.assertEqual(first, self.sound("digest", "r.h5"))
        self.sound(*other, "--force")
        self.assertNotEqual(first, self.sound("digest", "r.h5"))
        self.assertEqual(["r.h5"], self.names())

    def test_the_same_scenario_may_be_run_again(self):
        for _ in range(2):
            self.sound("run", HELLO, *SHORT, "--output", "r.h5")
        self.assertEqual(["r.h5"], self.names())

    def test_a_target_that_cannot_be_written_ends_with_3(self):
        self.write("file", "")
        for target in ("nowhere/r.h5", "file/r.h5", "/proc/r.h5"):
            with self.subTest(target=target):
                self.refused(3, "run", HELLO, *SHORT, "--quiet", "--output", target)
        self.assertEqual(["file"], self.names())

    def test_a_full_target_ends_with_3_and_leaves_nothing(self):
        def few_bytes():
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

        told = self.refused(3, "run", HELLO, "--quiet", "--output", "r.h5", preexec_fn=few_bytes)
        self.assertIn("r.h5", told)
        self.assertEqual([], self.names())


class Interrupted(Case):
    LONG = [PROGRAM, "run", str(LIBRARY / "workshop.yaml"), "--replicates", "2000", "--output", "r.h5"]

    def stop_with(self, number):
        with subprocess.Popen(self.LONG, cwd=self.folder, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True) as running:
            # The first line comes when the run begins.
            told = running.stderr.readline()
            while not self.names():
                self.assertIsNone(running.poll())
            running.send_signal(number)
            stdout, rest = running.communicate(timeout=100)
        self.assertEqual(130, running.returncode, told + rest)
        self.assertEqual("", stdout)
        self.assertIn("skillscale run", rest)
        self.assertIn("--replicates 2000", rest)
        self.assertEqual([], self.names())

    def test_ctrl_c_leaves_nothing_behind(self):
        self.stop_with(signal.SIGINT)

    def test_a_polite_kill_leaves_nothing_behind(self):
        self.stop_with(signal.SIGTERM)


class Terminal(Case):
    def test_a_terminal_shows_a_bar_that_goes_away(self):
        controller, terminal = pty.openpty()
        done = subprocess.run([PROGRAM, "run", str(HELLO), "--replicates", "30", "--output", "r.h5"],
                              cwd=self.folder, stdout=subprocess.PIPE, stderr=terminal, text=True)
        os.close(terminal)
        told = b""
        try:
            while chunk := os.read(controller, 65536):
                told += chunk
        except OSError:
            # Linux says so when the other side is closed and all is read.
            pass
        os.close(controller)
        self.assertEqual(0, done.returncode)
        self.assertIn(b"agent-months/s", told)
        self.assertIn(b"\r\x1b[K", told)
        self.assertNotIn("\033", done.stdout)


if __name__ == "__main__":
    main()
