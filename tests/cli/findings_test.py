"""findings: a page about a scenario and its references, the same whatever the threads."""

from program import HELLO, Case, main

STUDY = f"""schema: 1
name: a small study
extends: {HELLO}
horizon: {{start: 2024-01, months: 24}}
ensemble: {{replicates: 1, draws: 4, references: [no_partnerships, denkfabrik_full]}}
"""


class Findings(Case):
    def setUp(self):
        super().setUp()
        self.study = self.write("study.yaml", STUDY)

    def page(self, *more):
        return self.sound("findings", self.study, "--quiet", *more)

    def test_it_answers_every_question_with_numbers(self):
        page = self.page("--estimates", self.study)
        for number, words in enumerate(("Does scaling work", "Which packages", "Which step", "Does success",
                                        "Who pays", "Who gains", "What hangs"), start=1):
            self.assertIn(f"\n## {number}. {words}", page)
        self.assertRegex(page, r"brings [\d.]+ \([\d.]+ to [\d.]+\) persons a year through partnerships")
        self.assertIn("4 draws of", page)
        self.assertIn("\n| Think tank, all fields of action |", page)
        self.assertNotIn("nan", page.lower())

    def test_threads_do_not_matter(self):
        self.assertEqual(self.page("--threads", "1"), self.page("--threads", "3"))

    def test_the_same_policy_shows_no_difference(self):
        page = self.sound("findings", self.study, "--quiet", "--package", "pilots_as_today", "--set",
                          "ensemble.references=[no_partnerships, pilots_as_today]")
        self.assertIn("1.00 (1.00 to 1.00) times as many", page)

    def test_what_it_needs_is_said_before_the_first_month(self):
        said = self.refused(2, "findings", self.write("bare.yaml", f"schema: 1\nname: bare\nextends: {HELLO}\n"))
        self.assertIn("ensemble.references has no", said)
        self.assertIn("next: add it there", said)
        said = self.refused(2, "findings", self.study, "--package", "unheard_of")
        self.assertIn("has no unheard_of", said)
        stated = self.write("stated.yaml", STUDY.replace("draws: 4, ", ""))
        said = self.refused(2, "findings", self.study, "--estimates", stated)
        self.assertIn("ensemble.draws is 0", said)


if __name__ == "__main__":
    main()
