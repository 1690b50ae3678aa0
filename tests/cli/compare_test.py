"""diff and compare: scenarios and results, paired or not, and what is refused."""

import json

from program import HELLO, Case, main

FAST = f"""schema: 1
name: fast
extends: {HELLO}
levers:
  fewer_staff: {{lever: recognition.staff, start: 2024-02, strength: -0.9}}
"""
SHORT = ["--until", "2024-06", "--replicates", "2", "--quiet"]


class Compare(Case):
    def setUp(self):
        super().setUp()
        self.fast = self.write("fast.yaml", FAST)

    def result(self, name, *more):
        self.sound("run", HELLO, "--output", name, *SHORT, *more)
        return name

    def test_two_scenarios_run_on_common_random_numbers_and_leave_nothing(self):
        before = self.names()
        said = self.sound("diff", HELLO, self.fast, *SHORT)
        self.assertIn("levers.fewer_staff: only in fast\n", said)
        self.assertIn("Paired: run by run", said)
        self.assertIn("Queue length, at the end (cases)\n", said)
        self.assertEqual(before, self.names())

    def test_a_result_and_its_own_scenario_do_not_differ(self):
        found = json.loads(self.sound("diff", self.result("a.h5"), HELLO, "--quiet", "--json"))
        self.assertEqual("paired", found["pairing"])
        self.assertEqual([], found["output"])
        self.assertEqual([], found["input"])
        self.assertGreater(found["same"], 100)

    def test_another_seed_is_unpaired_everywhere(self):
        files = [self.result("a.h5"), self.result("b.h5", "--seed", "9")]
        self.assertIn("UNPAIRED", self.sound("diff", *files))
        self.assertIn("  seed: 1 -> 9\n", self.sound("diff", *files, "--input"))
        self.assertIn("b is UNPAIRED with a", self.sound("compare", *files))
        self.assertIn(",b,a,unpaired,", self.sound("compare", *files, "--csv"))
        found = json.loads(self.sound("compare", *files, "--json"))
        self.assertEqual(["reference", "unpaired"], [one["pairing"] for one in found["scenarios"]])

    def test_five_with_a_chosen_reference_fit_hundred_columns(self):
        files = [self.result(f"r{i}.h5") for i in range(4)]
        said = self.sound("compare", *files, self.fast, "--reference", "fast", "--quiet")
        self.assertIn("Reference fast; 2024-01 to 2024-06; 2 runs", said)
        self.assertLessEqual(max(map(len, said.splitlines())), 100)
        self.assertIn("r3 against fast", said)

    def test_what_cannot_be_compared_is_refused(self):
        a = self.result("a.h5")
        self.assertIn("did you mean a?", self.refused(2, "compare", a, self.fast, "--reference", "aa"))
        self.sound("run", HELLO, "--output", "long.h5", "--until", "2024-07", "--replicates", "2", "--quiet")
        said = self.refused(2, "compare", a, "long.h5")
        self.assertIn("long.h5: spans 2024-01 to 2024-07\n  allowed: 2024-01 to 2024-06", said)
        self.write("text.h5", "no result")
        self.assertIn("text.h5", self.refused(2, "diff", a, "text.h5"))
        self.assertIn("none.h5", self.refused(2, "diff", a, "none.h5"))
        whole = (self.folder / "a.h5").read_bytes()
        (self.folder / "cut.h5").write_bytes(whole[: len(whole) // 2])
        self.assertIn("cut.h5", self.refused(3, "compare", a, "cut.h5"))
        self.refused(2, "compare", a)


if __name__ == "__main__":
    main()
