"""What `plan` tells, and what `run` refuses before its first month."""

import json
import resource

from program import HELLO, LIBRARY, Case, main

LARGE = (LIBRARY / "nursing-philippines.yaml", "--until", "2024-03", "--replicates", "2")

# In about a hundred megabytes it comes to its end, but nobody could know before.
DOUBTFUL = (LIBRARY / "nursing-philippines.yaml", "--until", "2036-12", "--replicates", "1", "--threads", "1")


def space(megabytes):
    size = megabytes * 2**20
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size))


class Plan(Case):
    def test_tells_memory_disk_and_time_with_units(self):
        told = self.sound("plan", HELLO, "--threads", "2", "--replicates", "3")
        self.assertRegex(told, r"pools +82 900 persons in 1658 rows \(pool\.multiplicity 50\)")
        self.assertRegex(told, r"runs +3 x 2 worlds x 36 months; threads 2, runs at once 2")
        self.assertRegex(told, r"memory +[\d.]+ MB to [\d.]+ MB")
        self.assertRegex(told, r"disk +[\d.]+ MB until the result is complete")
        self.assertRegex(told, r"time +.*, [\d.]+ million agent-months")
        self.assertRegex(told, r"machine +.* leaves [\d.]+ [GM]B")
        self.assertIn("it fits\n", told)
        self.assertLessEqual(max(map(len, told.splitlines())), 100)
        self.assertEqual([], self.names())

    def test_json_has_the_same_numbers(self):
        plan = json.loads(self.sound("plan", HELLO, "--threads", "2", "--until", "2024-12", "--json"))
        self.assertEqual((4, 2, 12), (plan["runs"], plan["worlds"], plan["months"]))
        self.assertEqual((82900, 1658, 50), (plan["persons"], plan["pool_rows"], plan["pool_multiplicity"]))
        self.assertLessEqual(plan["memory_at_least_bytes"], plan["memory_at_most_bytes"])
        self.assertLessEqual(plan["seconds_low"], plan["seconds_high"])
        self.assertTrue(plan["fits"])
        again = json.loads(self.sound("plan", HELLO, "--threads", "2", "--until", "2024-12", "--json"))
        for name in ("agent_months", "scratch_bytes", "file_at_most_bytes", "pilot_months"):
            self.assertEqual(plan[name], again[name])

    def test_a_change_of_the_scenario_counts(self):
        coarse = json.loads(self.sound("plan", HELLO, "--json", "--set", "pool.multiplicity=100"))
        self.assertEqual(829, coarse["pool_rows"])
        for wrong, right in (("pool.multiplicty", "pool.multiplicity"), ("ensemble.replicats", "ensemble.replicates"),
                             ("horizon.month", "horizon.months")):
            self.assertIn(f"did you mean {right}?", self.refused(2, "plan", HELLO, "--set", f"{wrong}=2"))
        self.refused(2, "plan", "nowhere.yaml")

    def test_what_does_not_fit_ends_with_3_and_the_numbers(self):
        done = self.call("plan", *LARGE, preexec_fn=space(90))
        self.assertEqual(3, done.returncode, done.stderr)
        self.assertRegex(done.stdout, r"memory +at least [\d.]+ MB")
        self.assertRegex(done.stderr, r"needs at least [\d.]+ MB, and the limit of address space "
                                      r"\(ulimit -v\) leaves [\d.]+ MB")
        self.assertIn("4 061 895 pool rows", done.stderr)
        self.assertNotIn("fit", done.stdout)
        self.assertRegex(done.stderr, r"\n  next: give --set pool\.multiplicity=\d+ ")
        self.assertFalse(json.loads(self.call("plan", *LARGE, "--json", preexec_fn=space(90)).stdout)["fits"])

    def test_fewer_replicates_at_once_are_planned_where_memory_is_short(self):
        words = ("plan", *LARGE[:3], "--replicates", "8", "--threads", "8",
                 "--set", "origins.PHL.nursing.stock=40000000")
        done = self.call(*words, preexec_fn=space(2500))
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertRegex(done.stdout, r"memory allows only [23] of 8 threads: .* leaves [\d.]+ GB")
        self.assertIn("\n  next: ", done.stdout)


    def test_what_may_not_fit_is_neither_true_nor_false(self):
        done = self.call("plan", *DOUBTFUL, preexec_fn=space(140))
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertRegex(done.stdout, r"it may not fit: it takes up to [\d.]+ MB of memory, and .* leaves [\d.]+ MB")
        self.assertNotIn("it fits", done.stdout)
        plan = json.loads(self.call("plan", *DOUBTFUL, "--json", preexec_fn=space(140)).stdout)
        self.assertIsNone(plan["fits"])
        self.assertIn("it may not fit", plan["doubt"])

    def test_checkpoints_count_for_memory_and_disk(self):
        words = ("plan", *LARGE, "--json")
        without = json.loads(self.sound(*words))
        kept = json.loads(self.sound(*words, "--checkpoint-every", "1"))
        self.assertEqual(0, without["checkpoint_at_most_bytes"])
        self.sound("run", *LARGE, "--checkpoint-every", "1", "--output", "r.h5", "--quiet")
        self.assertLess((self.folder / "r.ckpt.h5").stat().st_size, 1.2 * kept["checkpoint_at_most_bytes"])
        self.assertGreater((self.folder / "r.ckpt.h5").stat().st_size, 0.3 * kept["checkpoint_at_most_bytes"])
        for name in ("disk_at_most_bytes", "memory_at_most_bytes"):
            self.assertGreater(kept[name], without[name])
        self.assertRegex(self.sound("plan", *LARGE, "--checkpoint-every", "1"), r"states +[\d.]+ MB in a checkpoint")

    def test_the_place_of_the_result_is_looked_at_as_run_does(self):
        (self.folder / "folder.h5").mkdir()
        for status, place in ((3, "missing/r.h5"), (2, "folder.h5")):
            planned = self.refused(status, "plan", HELLO, "--output", place)
            self.assertEqual(planned, self.refused(status, "run", HELLO, "--quiet", "--output", place))


class Run(Case):
    def test_warns_once_where_it_may_not_fit(self):
        done = self.call("run", *DOUBTFUL, "--output", "r.h5", preexec_fn=space(140))
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(1, done.stderr.count("warning: it may not fit"))
        self.assertRegex(done.stderr, r"it takes up to [\d.]+ MB of memory, and .* leaves [\d.]+ MB\n  next: ")
        done = self.call("run", *DOUBTFUL, "--output", "r.h5")
        self.assertNotIn("may not fit", done.stderr)

    def test_refuses_before_the_first_month_what_cannot_fit(self):
        self.write("r.h5", "mine")
        for words in (("--quiet",), ()):
            told = self.refused(3, "run", *LARGE, "--output", "r.h5", "--force", *words, preexec_fn=space(90))
            self.assertRegex(told, r"needs at least [\d.]+ MB, and .* leaves [\d.]+ MB")
            self.assertNotIn("simulating", told)
        self.assertEqual("mine", (self.folder / "r.h5").read_text("utf-8"))
        self.assertEqual(["r.h5"], self.names())

    def test_what_the_refusal_proposes_fits(self):
        told = self.refused(3, "run", *LARGE, "--quiet", "--output", "r.h5", preexec_fn=space(90))
        change = told.split("give --set ")[1].split()[0]
        self.assertTrue(change.startswith("pool.multiplicity="), change)
        done = self.call("run", *LARGE, "--quiet", "--output", "r.h5", "--threads", "1", "--set", change,
                         preexec_fn=space(90))
        self.assertEqual(0, done.returncode, done.stderr)
        self.sound("verify", "r.h5")


class Threads(Case):
    def test_wrong_numbers_are_wrong_input(self):
        for command in ("run", "plan"):
            for number in ("0", "-1", "1000000", "zwei", "2.5", ""):
                with self.subTest(command=command, number=number):
                    told = self.refused(2, command, HELLO, f"--threads={number}")
                    self.assertIn("--threads", told)
        self.assertEqual([], self.names())

    def test_more_than_the_machine_has_give_the_same_result(self):
        short = ("run", HELLO, "--until", "2024-03", "--quiet", "--output")
        self.sound(*short, "one.h5", "--threads", "1")
        self.sound(*short, "many.h5", "--threads", "48")
        one, many = (self.sound("digest", name).split()[0] for name in ("one.h5", "many.h5"))
        self.assertEqual(one, many)

    def test_far_more_than_processors_can_use_are_not_made(self):
        done = self.call("run", HELLO, "--until", "2024-03", "--output", "r.h5", "--threads", "4096")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertRegex(done.stderr, r"\d+ of 4096 threads are taken on \d+ processors")


if __name__ == "__main__":
    main()
