"""What fresh_machine.sh says where it cannot make a machine."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).with_name("fresh_machine.sh")
TOOLS = ("bash", "dirname", "mkdir", "realpath", "flock", "rm", "env", "cat")


class Refusals(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.folder.chmod(0o777)

    def refused(self, status, *words, **more):
        done = subprocess.run(["bash", SCRIPT, f"{self.folder}/made", *words], capture_output=True, text=True, **more)
        self.assertEqual((status, ""), (done.returncode, done.stdout), done.stderr)
        self.assertIn("\n  next: ", done.stderr)
        return done.stderr

    def test_an_unknown_step_is_wrong_use(self):
        self.assertIn("no step rnu", self.refused(2, "rnu"))
        self.assertEqual([], os.listdir(self.folder))

    def test_says_that_it_needs_root(self):
        nobody = {"user": 65534, "cwd": "/"} if os.geteuid() == 0 else {}
        if nobody and subprocess.run(["cat", SCRIPT], capture_output=True, **nobody).returncode != 0:
            self.skipTest("this place is open to root alone")
        self.assertIn("needs root", self.refused(3, "run", **nobody))

    @unittest.skipUnless(os.geteuid() == 0, "only root comes so far")
    def test_says_what_is_not_installed(self):
        tools = self.folder / "tools"
        tools.mkdir()
        for name in TOOLS:
            os.symlink(shutil.which(name), tools / name)
        self.assertIn("no debootstrap here", self.refused(3, "run", env={"PATH": str(tools)}))


if __name__ == "__main__":
    unittest.main()
