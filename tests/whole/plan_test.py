"""What `plan` foresees against what a run takes."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from program import LIBRARY, PROGRAM, Case, main  # noqa: E402

# Peak memory, and the result's size, as parts of what `plan` calls the most; docs/modeller.md states them.
LEAST_OF_MEMORY = 1 / 3
LEAST_OF_FILE = 1 / 20

RUNS = [
    ("hello.yaml", "--threads", "1"),
    ("hello.yaml", "--threads", "4"),
    ("workshop.yaml", "--threads", "2", "--replicates", "6"),
    ("nursing-philippines.yaml", "--threads", "1", "--replicates", "1"),
    ("nursing-philippines.yaml", "--threads", "2", "--replicates", "2"),
    ("germany_full_scale.yaml", "--threads", "2"),
]


class Foreseen(Case):
    def plan(self, name, *words):
        return json.loads(self.sound("plan", LIBRARY / name, *words, "--json"))

    def peak_memory(self, name, *words):
        """Bytes that the run had in memory at most."""
        command = [PROGRAM, "run", str(LIBRARY / name), *words, "--output", "r.h5", "--force", "--quiet"]
        running = subprocess.Popen(command, cwd=self.folder)
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(0, running.returncode)
        return usage.ru_maxrss * 1024

    def test_memory_and_file_lie_within_the_stated_factor(self):
        for name, *words in RUNS:
            plan = self.plan(name, *words)
            memory = self.peak_memory(name, *words)
            file = (self.folder / "r.h5").stat().st_size
            with self.subTest(name=name, words=words, memory=memory, file=file, plan=plan):
                self.assertLessEqual(plan["memory_at_least_bytes"], memory)
                self.assertLessEqual(memory, plan["memory_at_most_bytes"])
                self.assertLessEqual(LEAST_OF_MEMORY * plan["memory_at_most_bytes"], memory)
                self.assertLessEqual(file, plan["file_at_most_bytes"])
                self.assertLessEqual(LEAST_OF_FILE * plan["file_at_most_bytes"], file)

    def test_the_scratch_file_is_as_large_as_foreseen(self):
        words = ("workshop.yaml", "--replicates", "4", "--until", "2031-12")
        scratch = self.plan(*words)["scratch_bytes"]
        run = ("run", LIBRARY / words[0], *words[1:], "--quiet", "--output", "r.h5", "--force")

        def files_up_to(size):
            return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        self.sound(*run, preexec_fn=files_up_to(scratch))
        self.refused(3, *run, preexec_fn=files_up_to(scratch - 1))


if __name__ == "__main__":
    main()
