"""Runs the built program: every test of this kind is called as x_test.py PROGRAM."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = str(Path(sys.argv.pop(1)).resolve())
LIBRARY = Path(__file__).resolve().parents[2] / "scenarios" / "library"
HELLO = LIBRARY / "hello.yaml"


class Case(unittest.TestCase):
    """A test with an empty folder of its own, in which the program runs."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def call(self, *words, **more):
        return subprocess.run(
            [PROGRAM, *map(str, words)], cwd=self.folder, capture_output=True, text=True, **more
        )

    def sound(self, *words, **more):
        """Standard output of a call that must succeed."""
        done = self.call(*words, **more)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        return done.stdout

    def refused(self, status, *words, **more):
        """Standard error of a call that must fail, with a next step and nothing on standard output."""
        done = self.call(*words, **more)
        self.assertEqual(status, done.returncode, done.stdout + done.stderr)
        self.assertEqual("", done.stdout)
        self.assertIn("\n  next: ", done.stderr)
        return done.stderr

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def names(self):
        return sorted(os.listdir(self.folder))


def main():
    unittest.main()
