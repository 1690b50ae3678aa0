"""design, analyse, discover and robustness: from a plan over somebody's runs to what they mean."""

import csv
import io
import json
import math
import xml.etree.ElementTree as ElementTree

from program import HELLO, Case, main

THREE = "x1=-3.141592653589793:3.141592653589793"
ISHIGAMI = ",".join(f"x{i}{THREE[2:]}" for i in (1, 2, 3))


SWEEP = f"""schema: 1
name: few
scenario: {HELLO}
design: {{method: sobol, points: 24}}
replicates: 2
factors:
  readiness: {{path: migration.hazard}}
  fee: {{path: partnership_types.private_agency.migrant_fee, low: 0, high: 9000, unit: EUR/person}}
outcomes:
  recognitions: {{indicator: recognitions, take: sum, each_year: on}}
"""


def ishigami(x):
    return math.sin(x[0]) + 7 * math.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * math.sin(x[0])


class Experiments(Case):
    def design(self, *words):
        rows = list(csv.reader(io.StringIO(self.sound("design", *words))))
        return rows[0], [[float(cell) for cell in row] for row in rows[1:]]

    def runs(self, name, header, lines):
        text = "\n".join(",".join(map(str, line)) for line in [header, *lines]) + "\n"
        return self.write(name, text)

    def table(self, name):
        return list(csv.DictReader(io.StringIO((self.folder / name).read_text(encoding="utf-8"))))

    def ishigami_runs(self, points):
        names, plan = self.design("--method", "saltelli", "--factors", ISHIGAMI, "--points", points)
        return self.runs("runs.csv", [*names, "y"], [[*x, ishigami(x)] for x in plan])

    def test_designs_are_the_same_for_the_same_seed_and_grow_at_the_end(self):
        words = ["design", "--method", "sobol", "--factors", "a,b=10:20", "--points"]
        short, long = self.sound(*words, 20), self.sound(*words, 50)
        self.assertTrue(long.startswith(short))
        self.assertNotEqual(short, self.sound(*words, 20, "--seed", 2))
        names, points = self.design(*words[1:], 20)
        self.assertEqual(["a", "b"], names)
        self.assertTrue(all(0 < a < 1 and 10 < b < 20 for a, b in points))

    def test_sizes_of_all_designs(self):
        for method, size in [("grid", 16), ("one_at_a_time", 5), ("latin_hypercube", 8), ("sobol", 8),
                             ("morris", 24), ("saltelli", 32)]:
            words = ["--method", method, "--factors", "a,b", "--points", 8]
            self.assertEqual(size, len(self.design(*words)[1]), method)

    def test_sobol_indices_of_a_known_function(self):
        runs = self.ishigami_runs(8192)
        found = json.loads(self.sound("analyse", runs, "--factors", "x1,x2,x3", "--json"))
        self.assertEqual(["sobol"], [one["method"] for one in found])
        [finding] = found[0]["findings"]
        self.assertTrue(finding["is_enough"])
        indices = {one["factor"]: one for one in finding["factors"]}
        for name, total, first in [("x1", 0.5576, 0.3139), ("x2", 0.4424, 0.4424), ("x3", 0.2437, 0)]:
            self.assertAlmostEqual(total, indices[name]["total"]["value"], delta=0.02)
            self.assertAlmostEqual(first, indices[name]["first"]["value"], delta=0.02)

    def test_few_runs_are_called_too_few_with_the_number_that_would_do(self):
        said = self.sound("analyse", self.ishigami_runs(32), "--factors", "x1,x2,x3")
        self.assertIn("NOT ENOUGH RUNS", said)
        self.assertRegex(said, r"about \d+ groups \(\d+ points\) would do, 32 groups \(160 points\) were run")

    def test_tables_and_pictures_hold_every_factor(self):
        runs = self.ishigami_runs(64)
        words = ["analyse", runs, "--factors", "x1,x2,x3", "--method", "tree"]
        self.assertEqual("", self.sound(*words, "--csv", "a.csv", "--svg", "a.svg"))
        rows = self.table("a.csv")
        self.assertEqual({"x1", "x2", "x3"}, {row["factor"] for row in rows})
        texts = [e.text for e in ElementTree.parse(self.folder / "a.svg").iter() if e.text]
        self.assertIn("x3", texts)

    def test_a_sweep_is_analysed_from_its_folder_and_from_its_points(self):
        self.sound("sweep", self.write("few.yaml", SWEEP), "--output", "few", "--quiet")
        [prcc, tree] = json.loads(self.sound("analyse", "few", "--json"))
        self.assertEqual([24, 2], [prcc["points"], prcc["replicates"]])
        self.assertGreater(len(prcc["findings"]), 1)
        self.assertEqual(["prcc", "tree"], [prcc["method"], tree["method"]])
        self.assertIsNotNone(prcc["findings"][-1]["chance"])
        self.assertEqual([prcc, tree], json.loads(self.sound("analyse", "few/results.h5", "--json")))
        self.assertIn("leave it out", self.refused(2, "analyse", "few", "--factors", "a"))

    def test_discovery_finds_a_planted_box(self):
        _, plan = self.design("--method", "sobol", "--factors", "a,b,c", "--points", 600)
        runs = self.runs("runs.csv", ["a", "b", "c", "y"],
                         [[a, b, c, 1 if a < 0.4 and c > 0.5 else 9] for a, b, c in plan])
        words = ["discover", runs, "--factors", "a,b,c", "--outcome", "y < 5"]
        found = json.loads(self.sound(*words, "--json"))
        [box] = found["boxes"]
        self.assertGreaterEqual(box["standing"]["coverage"], 0.9)
        self.assertGreaterEqual(box["standing"]["density"], 0.9)
        self.assertEqual({"a", "c"}, {one["factor"] for one in box["limits"]})
        said = self.sound(*words)
        self.assertIn("20 of 20", said)
        self.assertIn("<- chosen", said)
        self.sound(*words, "--svg", "d.svg", "--csv", "d.csv")
        ElementTree.parse(self.folder / "d.svg")

    def robustness_runs(self):
        """The hand-made table of tests/experiments/analysis/robustness_test.cpp, with a second goal."""
        table = {"<one>": [9, 2, 3], "two": [5, 8, 1], "three": [4, 5, 6]}
        lines = [[package, future, value, 10 - value]
                 for package, values in table.items() for future, value in enumerate(values)]
        return self.runs("runs.csv", ["package", "future", "y", "cost"], lines)

    def test_regret_is_as_by_hand(self):
        words = ["robustness", self.robustness_runs(), "--factors", "package,future", "--larger", "y"]
        found = json.loads(self.sound(*words, "--holds", "y >= 4", "--json"))
        [goal] = found["goals"]
        self.assertEqual([6, 5, 5], [one["largest_regret"] for one in goal["packages"]])
        self.assertEqual([2, 1, 4], [one["worst"] for one in goal["packages"]])
        self.assertEqual([1 / 3, 2 / 3, 1], [one["satisfied"] for one in goal["packages"]])
        self.assertEqual(["three"], found["pareto"])
        self.assertIn("best worst case: three", self.sound(*words))
        self.sound(*words, "--smaller", "cost", "--svg", "r.svg", "--csv", "r.csv")
        ElementTree.parse(self.folder / "r.svg")
        self.assertEqual(18, len(self.table("r.csv")))

    def test_what_is_wrong_is_refused_with_a_next_step(self):
        runs = self.robustness_runs()
        factors = ["--factors", "package,future"]
        for words, part in [
            (["design", "--method", "sobl", "--factors", "a"], "did you mean sobol?"),
            (["design", "--method", "sobol", "--factors", "a=2:1"], "a=2:1 cannot be read"),
            (["design", "--method", "grid", "--factors", ",".join("abcdefghijklmnopqrst")], "grid: every"),
            (["analyse", "none.csv", "--factors", "a"], "there is no folder or file"),
            (["analyse", runs], "has no factors"),
            (["analyse", runs, "--factors", "packages"], "did you mean package?"),
            (["analyse", runs, *factors, "--method", "morris"], "design morris"),
            (["analyse", runs, *factors, "--outcome", "costs"], "did you mean cost?"),
            (["discover", runs, *factors, "--outcome", "y is 5"], "cannot be read"),
            (["robustness", runs, *factors], "no outcome is named"),
            (["robustness", runs, *factors, "--larger", "y", "--packages", "futur"], "did you mean future?"),
        ]:
            with self.subTest(words=words):
                self.assertIn(part, self.refused(2, *words))
        self.assertIn("cannot be written", self.refused(3, "analyse", runs, *factors, "--method", "tree", "--csv",
                                                        "no/a.csv"))


if __name__ == "__main__":
    main()
