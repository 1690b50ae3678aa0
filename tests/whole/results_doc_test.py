"""The examples of docs/results.md run as they stand there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from program import HELLO, LIBRARY, PROGRAM, Case, main  # noqa: E402

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "results.md").read_text("utf-8")


def examples(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


class Document(Case):
    def setUp(self):
        super().setUp()
        shutil.copy(HELLO, self.folder)
        (self.folder / "results").mkdir()
        self.environment = {
            **os.environ,
            "PATH": f"{Path(PROGRAM).parent}:{os.environ['PATH']}",
            "SKILLSCALE_LIBRARY": str(LIBRARY),
        }
        for text in examples("sh"):
            self.run_as(["/bin/bash", "-euc", text])

    def run_as(self, words):
        done = subprocess.run(
            words, cwd=self.folder, env=self.environment, capture_output=True, text=True
        )
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        return done.stdout

    def test_python_examples_run(self):
        self.assertEqual(2, len(examples("python")))
        for text in examples("python"):
            self.assertTrue(self.run_as(["/usr/bin/python3", "-B", "-c", text]).strip())

    def test_every_dimension_attribute_and_group_named_here_exists_and_no_other(self):
        header = self.run_as(["ncdump", "-h", "results/hello.h5"])
        root = header.split("\ngroup: ")[0]
        dimensions = set(re.findall(r"^\t(\w+) = \d+ ;", root, re.MULTILINE))
        table = TEXT.split("## Axes")[1].split("## Variables")[0]
        named = {
            word
            for line in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
            for word in re.findall(r"`(\w+)`", line)
        }
        self.assertEqual(dimensions, named)
        attributes = set(re.findall(r"^\t\t:(\w+) = ", root, re.MULTILINE))
        table = TEXT.split("## Where the numbers come from")[1].split("`digest(draw")[0]
        told = {
            word
            for line in re.findall(r"^\| (`[^|]*) \|(?! only in a branch)", table, re.MULTILINE)
            for word in re.findall(r"`(\w+)`", line)
        }
        self.assertEqual(set(), told - attributes)
        self.assertLessEqual(attributes - told, {"Conventions", "file_format"})
        self.assertEqual({"provenance", "graph"}, set(re.findall(r"^group: (\w+) ", header, re.MULTILINE)))


if __name__ == "__main__":
    main()
