"""No month is lost: interrupts, kills at random moments, full disks, and what is refused.

Called with a number of kills behind the program, which comes from the list of tests.
"""

import os
import random
import resource
import signal
import subprocess
import sys
import time

KILLS = int(sys.argv.pop(2))

from program import LIBRARY, PROGRAM, Case, main  # noqa: E402  (it reads the rest of the arguments)

TEXT = f"""schema: 1
name: Kept
extends: {LIBRARY}/nursing-bosnia.yaml
horizon: {{months: 120}}
ensemble: {{replicates: 3}}
pool: {{multiplicity: 50}}
"""


class Kept(Case):
    def setUp(self):
        super().setUp()
        self.write("s.yaml", TEXT)

    def digest(self, name="r.h5"):
        return self.sound("digest", name).split()[0]

    def straight(self):
        self.sound("run", "s.yaml", "--output", "whole.h5", "--quiet")
        return self.digest("whole.h5")

    def start(self, *words):
        return subprocess.Popen([PROGRAM, "run", "s.yaml", "--output", "r.h5", *map(str, words)], cwd=self.folder,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def let_work(self, process, seconds):
        """Until the process has computed for so long, however busy the machine is."""
        ticks = os.sysconf("SC_CLK_TCK")
        while process.poll() is None:
            with open(f"/proc/{process.pid}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            if (int(fields[11]) + int(fields[12])) / ticks >= seconds:
                return
            time.sleep(0.005)

    def wait_for(self, name, process):
        for _ in range(3000):
            if (self.folder / name).exists() or process.poll() is not None:
                break
            time.sleep(0.01)
        self.assertIn(name, self.names(), "no checkpoint appeared")


class Signals(Kept):
    def stop(self, number, *words):
        process = self.start("--replicates", 12, *words)
        self.let_work(process, 0.5)
        process.send_signal(number)
        said = process.communicate(timeout=120)[1]
        self.assertEqual(130, process.returncode, said)
        self.assertIn("months of all worlds are kept in r.ckpt.h5", said)
        return said.split("next: to go on: ")[1].strip()

    def test_an_interrupt_leaves_a_checkpoint_and_the_command_that_goes_on(self):
        self.sound("run", "s.yaml", "--output", "whole.h5", "--replicates", 12, "--quiet")
        expected = self.digest("whole.h5")
        for number in (signal.SIGINT, signal.SIGTERM):
            command = self.stop(number, "--quiet")
            self.assertEqual(["r.ckpt.h5", "s.yaml", "whole.h5"], self.names())
            words = command.split()[1:]
            self.assertIn("--resume", words)
            self.sound(*words, "--quiet")
            self.assertEqual(expected, self.digest())
            self.sound("verify", "r.h5")
            self.assertEqual(["r.h5", "s.yaml", "whole.h5"], self.names())
            (self.folder / "r.h5").unlink()

    def test_a_wish_told_twice_is_one_wish(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            process = self.start("--replicates", 12)
            self.let_work(process, 0.4)
            for _ in range(3):
                process.send_signal(number)
                time.sleep(0.02)
            said = process.communicate(timeout=120)[1]
            self.assertEqual(130, process.returncode, said)
            self.assertIn("are kept in r.ckpt.h5", said)
            (self.folder / "r.ckpt.h5").unlink()

    def test_a_wish_repeated_later_ends_it_at_once_and_the_last_checkpoint_stays(self):
        words = ["--set", "origins.BIH.nursing.stock=3000000", "--set", "pool.multiplicity=1"]
        self.sound("run", "s.yaml", "--output", "r.h5", "--until", "2024-02", "--checkpoint-every", 1, "--quiet", *words)
        kept = (self.folder / "r.ckpt.h5").read_bytes()
        (self.folder / "r.h5").unlink()
        process = self.start("--quiet", *words, "--set", "origins.BIH.nursing.school_leavers=9000000", "--force")
        self.let_work(process, 0.2)
        process.terminate()
        time.sleep(0.1)
        process.send_signal(signal.SIGSTOP)
        time.sleep(6.5)
        process.terminate()
        process.send_signal(signal.SIGCONT)
        said = process.communicate(timeout=60)[1]
        self.assertEqual(-signal.SIGTERM, process.returncode, said)
        self.assertNotIn("r.h5", self.names())
        self.assertEqual(kept, (self.folder / "r.ckpt.h5").read_bytes())
        self.sound("verify", "r.ckpt.h5")
        self.sound("run", "s.yaml", "--output", "r.h5", "--until", "2024-03", "--quiet", "--resume", "r.ckpt.h5", *words)
        self.assertEqual(["r.ckpt.h5", "r.h5", "s.yaml"], self.names(), "what the ended run left is cleared")

    def test_sigusr1_keeps_the_state_says_so_and_the_run_goes_on(self):
        process = self.start("--replicates", 12, "--quiet")
        self.let_work(process, 0.4)
        process.send_signal(signal.SIGUSR1)
        self.wait_for("r.ckpt.h5", process)
        self.assertIsNone(process.poll())
        copy = (self.folder / "r.ckpt.h5").read_bytes()
        said = process.communicate(timeout=120)[1]
        self.assertEqual(0, process.returncode, said)
        self.assertRegex(said, r"^checkpoint: \d+ months of all worlds are kept in r\.ckpt\.h5\n$")
        expected = self.digest()
        self.assertNotIn("r.ckpt.h5", self.names())
        (self.folder / "copy.ckpt.h5").write_bytes(copy)
        self.sound("run", "s.yaml", "--output", "r.h5", "--replicates", 12, "--quiet", "--resume", "copy.ckpt.h5")
        self.assertEqual(expected, self.digest())


class Kills(Kept):
    def test_whenever_it_is_killed_it_ends_with_the_same_digest(self):
        expected = self.straight()
        chance = random.Random(20240101)
        begin = time.monotonic()
        self.sound("run", "s.yaml", "--output", "r.h5", "--quiet", "--force")
        alone = time.monotonic() - begin
        (self.folder / "r.h5").unlink()
        kills = resumes = 0
        while kills < KILLS:
            words = ["--quiet", "--checkpoint-every", 1, "--threads", chance.choice([1, 2, 3, 8])]
            if (self.folder / "r.ckpt.h5").exists():
                words += ["--resume", "r.ckpt.h5"]
                resumes += 1
            process = self.start(*words)
            try:
                process.wait(timeout=chance.uniform(0.02, alone))
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
                kills += 1
                continue
            self.end(process, expected)
        words = ["--resume", "r.ckpt.h5"] if (self.folder / "r.ckpt.h5").exists() else []
        self.end(self.start("--quiet", *words), expected)
        print(f"{kills} kills, {resumes} resumes")
        self.assertGreater(resumes, KILLS // 4)

    def end(self, process, expected):
        said = process.communicate(timeout=120)[1]
        self.assertEqual(0, process.returncode, said)
        self.assertEqual(expected, self.digest())
        self.sound("verify", "r.h5")
        self.assertEqual(["r.h5", "s.yaml", "whole.h5"], self.names())
        (self.folder / "r.h5").unlink()


class FullDisk(Kept):
    """A file that may not grow stands for the disk: the result is small, its checkpoint large."""

    def limit(self):
        size = 400_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    def run_with_little(self, *words):
        return self.call("run", "s.yaml", "--output", "r.h5", "--replicates", 1, "--checkpoint-every", 6, "--set",
                         "outputs.variables=[arrivals]", "--set", "ensemble.references=[]", "--set",
                         "pool.multiplicity=1", *words, preexec_fn=self.limit)

    def test_the_run_goes_on_with_a_warning_and_ends(self):
        done = self.run_with_little()
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("warning: no checkpoint could be written; the last one stays and the run goes on", done.stderr)
        self.assertIn("File too large", done.stderr)
        self.assertEqual(["r.h5", "s.yaml"], self.names())
        self.sound("verify", "r.h5")

    def test_it_ends_with_3_where_that_was_asked(self):
        done = self.run_with_little("--require-checkpoint")
        self.assertEqual(3, done.returncode, done.stderr)
        self.assertIn("\n  next: ", done.stderr)
        self.assertEqual(["s.yaml"], self.names())


class Refused(Kept):
    def kept(self):
        self.sound("run", "s.yaml", "--output", "r.h5", "--until", "2024-06", "--checkpoint-every", 3, "--quiet")
        return "r.ckpt.h5"

    def test_options_that_say_nothing_sound(self):
        for given in ("0", "-1", "1.5", "soon", "99999999999999999999", "30001"):
            self.assertIn("--checkpoint-every is " + given,
                          self.refused(2, "run", "s.yaml", "--quiet", "--checkpoint-every=" + given))
        self.refused(2, "run", "s.yaml", "--resume", "none.ckpt.h5", "--quiet", "--output", "x.h5")
        self.assertEqual(["s.yaml"], self.names())

    def test_foreign_and_damaged_files(self):
        self.kept()
        for name in ("s.yaml", "r.h5", "."):
            self.refused(2, "run", "s.yaml", "--output", "x.h5", "--quiet", "--resume", name)
        whole = bytearray((self.folder / "r.ckpt.h5").read_bytes())
        chance = random.Random(3)
        for _ in range(20):
            at = chance.randrange(len(whole))
            whole[at] ^= 255
            (self.folder / "bad.ckpt.h5").write_bytes(whole)
            whole[at] ^= 255
            said = self.refused(3, "run", "s.yaml", "--output", "x.h5", "--quiet", "--resume", "bad.ckpt.h5")
            self.assertIn("bad.ckpt.h5: is ", said)
        self.assertNotIn("x.h5", self.names())

    def test_another_scenario_is_told_by_its_first_value(self):
        self.kept()
        said = self.refused(2, "run", "s.yaml", "--output", "x.h5", "--quiet", "--resume", "r.ckpt.h5", "--set",
                            "visa.case_months=4.5")
        self.assertIn("visa.case_months is 4.5 here", said)

    def test_page_and_force_go_with_resume(self):
        self.kept()
        self.refused(2, "run", "s.yaml", "--quiet", "--resume", "r.ckpt.h5", "--output", "r.h5", "--html", "s.yaml")
        self.sound("run", "s.yaml", "--quiet", "--resume", "r.ckpt.h5", "--output", "r.h5", "--html", "r.html",
                   "--force")
        self.assertEqual(["r.h5", "r.html", "s.yaml"], self.names())
        self.assertEqual(self.digest(), self.straight())


class Branch(Kept):
    def test_two_futures_of_one_past(self):
        self.write("late.yaml", TEXT + "levers:\n  fast: {lever: partnership.seats, strength: 0.9, start: 2026-03}\n")
        self.sound("run", "s.yaml", "--output", "past.h5", "--until", "2025-12", "--checkpoint-every", 12, "--quiet")
        (self.folder / "out").mkdir()
        self.sound("branch", "--from", "past.ckpt.h5", "--scenario", "s.yaml", "late.yaml", "--output-dir", "out",
                   "--quiet")
        self.assertEqual(["late.h5", "s.h5"], sorted(os.listdir(self.folder / "out")))
        self.assertEqual(self.straight(), self.digest("out/s.h5"))
        self.sound("run", "late.yaml", "--output", "late.h5", "--quiet")
        self.assertEqual(self.digest("late.h5"), self.digest("out/late.h5"))
        self.assertNotEqual(self.digest("late.h5"), self.digest("whole.h5"))

    def past(self, *words):
        self.sound("run", "s.yaml", "--output", "past.h5", "--until", "2025-12", "--checkpoint-every", 12, "--quiet",
                   *words)

    def branch(self, *words):
        return self.call("branch", "--from", "past.ckpt.h5", "--output-dir", ".", "--scenario", *words)

    def test_what_a_result_comes_from_is_told(self):
        self.past()
        digest = self.digest("past.h5")
        done = self.branch("s.yaml")
        self.assertIn(f"Branch: the months to 2025-12 are those of the run with digest\n{digest}.\n", done.stdout)
        self.assertIn("s.yaml: simulating (replicates x worlds x months): 3 x 2 x 120", done.stderr)
        self.assertIn(digest.encode(), (self.folder / "s.h5").read_bytes())
        self.refused(2, "run", "s.yaml", "--output", "s.h5")
        self.sound("run", "s.yaml", "--output", "s.h5", "--force", "--quiet")
        self.assertNotIn(digest.encode(), (self.folder / "s.h5").read_bytes())

    def test_what_the_past_has_settled_is_told(self):
        self.write("late.yaml", TEXT + """levers:
  new: {lever: partnership.seats, strength: 0.9, start: 2024-03}
  over: {lever: partnership.seats, strength: 0.9, start: 2024-03, end: 2025-01}
  later: {lever: partnership.seats, strength: 0.9, start: 2027-03}
""")
        self.past()
        said = self.branch("late.yaml", "--set", "migration.intention_start=0.1").stderr
        self.assertIn("late.yaml: warning: levers.new starts in 2024-03, before the branch begins in 2026-01; it acts", said)
        self.assertIn("levers.over starts in 2024-03 and has ended", said)
        self.assertNotIn("levers.later", said)
        self.assertIn("migration.intention_start is 0.1 here", said)
        self.assertNotIn("warning", self.branch("s.yaml").stderr)

    def test_interrupted_it_names_what_is_left(self):
        for name in ("a", "b", "c"):
            self.write(name + ".yaml", TEXT.replace("120", "600"))
        self.past()
        words = ["branch", "--from", "past.ckpt.h5", "--output-dir", ".", "--scenario", "a.yaml", "b.yaml", "c.yaml"]
        process = subprocess.Popen([PROGRAM, *words], cwd=self.folder, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True)
        self.let_work(process, 0.4)
        process.terminate()
        said = process.communicate(timeout=120)[1]
        self.assertEqual(130, process.returncode, said)
        first, second = (line.split("next: ")[-1].split() for line in said.splitlines()[-2:])
        self.assertEqual(["skillscale", "run", "a.yaml"], first[:3])
        self.assertEqual(["b.yaml", "c.yaml"], [word for word in second if word.endswith(".yaml")])
        more = first[1:]
        more[more.index("--replicates") + 1] = "4"
        self.assertIn("has a past for 3 replicates", self.refused(2, *more))
        more[more.index("--replicates") + 1] = "3"
        self.sound(*more, "--quiet")
        self.assertIn(self.digest("past.h5").encode(), (self.folder / "a.h5").read_bytes())

    def test_what_cannot_be_branched_is_told(self):
        self.sound("run", "s.yaml", "--output", "past.h5", "--until", "2024-06", "--checkpoint-every", 12, "--quiet")
        said = self.refused(2, "branch", "--from", "past.ckpt.h5", "--scenario", "s.yaml", "--set",
                            "pool.multiplicity=10", "--output-dir", ".")
        self.assertIn("pool.multiplicity is 10 here, 50 there", said)
        said = self.refused(2, "branch", "--from", "past.ckpt.h5", "--scenario", "s.yaml", "s.yaml", "--output-dir",
                            ".")
        self.assertIn("different names", said)


class Standing(Kept):
    """What stands beside a result is worth keeping until the run has come as far."""

    def test_branch_leaves_the_checkpoint_it_starts_from_as_it_is(self):
        (self.folder / "results").mkdir()
        self.sound("run", "s.yaml", "--output", "results/s.h5", "--until", "2027-12", "--checkpoint-every", 12, "--quiet")
        past = self.folder / "results" / "s.ckpt.h5"
        before = past.read_bytes()
        self.write("other.yaml", TEXT)
        words = ["branch", "--from", past, "--scenario", "other.yaml", "s.yaml", "--quiet"]
        said = self.refused(2, *words)
        self.assertIn("results/s.h5: holds the result of a run from the start, and this is a branch of 2027-12 ", said)
        self.assertFalse((self.folder / "results" / "other.h5").exists(), "all targets are looked at first")
        self.sound(*words, "--force")
        self.assertEqual(before, past.read_bytes())
        self.assertTrue((self.folder / "results" / "other.h5").exists())

    def test_a_run_that_comes_less_far_leaves_a_richer_checkpoint(self):
        self.sound("run", "s.yaml", "--output", "r.h5", "--until", "2030-12", "--checkpoint-every", 12, "--quiet")
        before = (self.folder / "r.ckpt.h5").read_bytes()
        (self.folder / "r.h5").unlink()
        said = self.refused(2, "run", "s.yaml", "--output", "r.h5", "--until", "2025-03", "--checkpoint-every", 1)
        self.assertIn("r.ckpt.h5: keeps the states of month 84 for branches", said)
        self.sound("run", "s.yaml", "--output", "r.h5", "--quiet", "--until", "2025-03")
        self.assertEqual(before, (self.folder / "r.ckpt.h5").read_bytes())

    def test_last_states_stay_whoever_goes_on_from_them(self):
        words = ["run", "s.yaml", "--output", "r.h5", "--quiet"]
        self.sound(*words, "--until", "2026-12", "--checkpoint-every", 12)
        before = (self.folder / "r.ckpt.h5").read_bytes()
        told = self.call(*words[:-1], "--resume", "r.ckpt.h5")
        self.assertIn("r.ckpt.h5 keeps the states of 2026-12 for branches and stays", told.stderr)
        self.assertEqual(self.digest(), self.straight())
        self.sound(*words)
        self.assertEqual(before, (self.folder / "r.ckpt.h5").read_bytes())
        self.refused(2, *words, "--checkpoint-every", 12, "--resume", "r.ckpt.h5")
        self.sound(*words, "--force", "--resume", "r.ckpt.h5")
        self.assertNotIn("r.ckpt.h5", self.names())

    def test_a_resumed_past_keeps_its_last_states_as_it_was_told_at_first(self):
        words = ["--replicates", 12, "--until", "2030-12", "--checkpoint-every", 1, "--quiet"]
        process = self.start(*words)
        self.wait_for("r.ckpt.h5", process)
        process.terminate()
        process.communicate(timeout=120)
        self.assertEqual(130, process.returncode)
        self.sound("run", "s.yaml", "--output", "r.h5", "--replicates", 12, "--until", "2030-12", "--quiet", "--resume",
                   "r.ckpt.h5")
        self.sound("branch", "--from", "r.ckpt.h5", "--scenario", "s.yaml", "--output-dir", ".", "--quiet")
        self.sound("run", "s.yaml", "--output", "whole.h5", "--replicates", 12, "--quiet")
        self.assertEqual(self.digest("whole.h5"), self.digest("s.h5"))

    def test_the_page_is_not_put_where_the_checkpoint_goes(self):
        said = self.refused(2, "run", "s.yaml", "--output", "r.h5", "--html", "r.ckpt.h5")
        self.assertIn("r.ckpt.h5 is to hold the checkpoint and the page", said)

    def test_a_name_that_leaves_no_room_for_the_checkpoint_is_refused_first(self):
        self.refused(2, "run", "s.yaml", "--output", 250 * "a" + ".h5")
        self.assertEqual(["s.yaml"], self.names())

    def test_what_was_to_be_ignored_stays_ignored(self):
        ignore = lambda: [signal.signal(number, signal.SIG_IGN) for number in (signal.SIGHUP, signal.SIGINT)]  # noqa: E731
        process = subprocess.Popen([PROGRAM, "run", "s.yaml", "--output", "r.h5", "--quiet"], cwd=self.folder,
                                   preexec_fn=ignore)
        for number in (signal.SIGHUP, signal.SIGINT):
            time.sleep(0.2)
            process.send_signal(number)
        self.assertEqual(0, process.wait(timeout=120))

    def test_messages_that_nobody_can_read_stop_nothing(self):
        with open("/dev/full", "w") as full:
            words = ["run", "s.yaml", "--output", "r.h5", "--until", "2025-03"]
            for status, words in ((0, words), (2, ["check", "none.yaml"])):
                done = subprocess.run([PROGRAM, *words], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=full)
                self.assertEqual(status, done.returncode)


class Verify(Kept):
    def test_a_checkpoint_says_what_it_holds(self):
        self.sound("run", "s.yaml", "--output", "r.h5", "--until", "2025-06", "--checkpoint-every", 3, "--quiet")
        told = self.sound("verify", "r.ckpt.h5")
        self.assertIn("r.ckpt.h5: whole, checkpoint of Kept\n", told)
        self.assertRegex(told, r"run +2024-01 to 2025-06; 3 x 2 worlds, seed \d+, skillscale [\d.]+")
        self.assertRegex(told, r"months +108 of 108 of all worlds; 0 of 6 worlds are over")
        self.assertRegex(told, r"states +6 worlds at the end of 2025-06")
        self.assertEqual("", self.sound("verify", "r.ckpt.h5", "--quiet"))

    def test_a_damaged_one_is_told_with_its_place(self):
        self.sound("run", "s.yaml", "--output", "r.h5", "--until", "2025-06", "--checkpoint-every", 3, "--quiet")
        whole = (self.folder / "r.ckpt.h5").read_bytes()
        for name in ("bad.ckpt.h5", "bad.h5"):
            for at in (20, len(whole) // 2, len(whole) - 70):
                (self.folder / name).write_bytes(whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1:])
                self.assertRegex(self.refused(3, "verify", name), name.replace(".", r"\.") + r": is (cut short or )?damaged: (its|the) ")
            (self.folder / name).write_bytes(whole[:len(whole) - 4096] if name.endswith(".ckpt.h5") else whole + b"x")
            self.refused(3, "verify", name)
        self.refused(2, "verify", "none.ckpt.h5")


class Bisect(Kept):
    def test_says_where_two_runs_part(self):
        words = ["--until", "2024-12", "--checkpoint-every", 12, "--quiet"]
        self.sound("run", "s.yaml", "--output", "one.h5", *words)
        self.sound("run", "s.yaml", "--output", "two.h5", "--set", "language.pass=0.6", *words)
        self.assertIn("no difference", self.sound("bisect", "one.ckpt.h5", "one.ckpt.h5"))
        done = self.call("bisect", "one.ckpt.h5", "two.ckpt.h5")
        self.assertEqual(1, done.returncode, done.stderr)
        for part in ("input   language.pass is ", "month   ", "entity  ", "field   ", "first   ", "second  "):
            self.assertIn(part, done.stdout)
        self.refused(2, "bisect", "one.ckpt.h5", "one.h5")
        self.sound("run", "s.yaml", "--output", "coarse.h5", "--set", "pool.multiplicity=100", *words)
        self.assertIn("pool.multiplicity is 50 in the first, 100 in the second",
                      self.refused(2, "bisect", "one.ckpt.h5", "coarse.ckpt.h5"))


if __name__ == "__main__":
    main()
