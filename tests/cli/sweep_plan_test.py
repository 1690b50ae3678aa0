"""plan of an experiment: what it says is what the runs take, within half as much again."""

import json

from program import Case, main

TEXT = """schema: 1
name: Planned
scenario: workshop.yaml
replicates: 2
design: {method: latin_hypercube, points: 60}
factors:
  readiness: migration.hazard
  package: {packages: [pilots_as_today, denkfabrik_full]}
outcomes:
  arrivals: {headline: arrivals_per_year}
"""


class SweepPlan(Case):
    def test_time_and_disk_are_those_of_the_runs(self):
        self.write("e.yaml", TEXT)
        plan = json.loads(self.sound("plan", "e.yaml", "--threads", 1, "--json"))
        self.sound("sweep", "e.yaml", "--output", "s", "--threads", 1, "--quiet")
        status = json.loads(self.sound("status", "s", "--json"))
        self.assertEqual(120, plan["runs"])
        self.assertLess(abs(plan["core_seconds"] / status["core_seconds"] - 1), 0.5)
        stored = sum(file.stat().st_size for file in (self.folder / "s" / "shards").iterdir())
        stored += (self.folder / "s" / "results.h5").stat().st_size
        self.assertLess(stored, 2 * plan["disk_at_most_bytes"] + 200_000)


if __name__ == "__main__":
    main()
