"""`cmake --install` and the Debian package: package_test.py BUILD_FOLDER [PROGRAM]

PROGRAM is the built program; it must stand in both, and the installed one must start.
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import sources

BUILD_FOLDER = Path(sys.argv[1]).resolve()
PROGRAM = sys.argv[2] if len(sys.argv) > 2 else None


def run(*command):
    done = subprocess.run(command, cwd=BUILD_FOLDER, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(f"{command} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def expected_files():
    """What both must hold, relative to the prefix."""
    doc = Path("share/doc/skillscale")
    files = {doc / "README.md", doc / "CHANGELOG.md", doc / "copyright"}
    for path in sources.own_files(".yaml"):
        if path.is_relative_to("scenarios/library"):
            files.add(Path("share/skillscale") / path)
    if PROGRAM:
        files.add(Path("bin/skillscale"))
    return files


class Package(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_install_puts_the_files_in_their_places(self):
        run("cmake", "--install", ".", "--prefix", str(self.folder))
        found = {path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file()}
        self.assertEqual(set(), expected_files() - found)
        if PROGRAM:
            self.assertIn("skillscale", run(str(self.folder / "bin/skillscale"), "version"))

    def test_debian_package_holds_the_same_and_names_its_libraries(self):
        run("cpack", "--config", "CPackConfig.cmake", "-B", str(self.folder))
        [package] = self.folder.glob("*.deb")
        listed = run("dpkg-deb", "--contents", str(package)).split()
        found = {Path(name).relative_to("./usr") for name in listed if name.startswith("./usr/")}
        self.assertEqual(set(), expected_files() - found)
        self.assertEqual("skillscale", run("dpkg-deb", "--field", str(package), "Package").strip())
        if PROGRAM:
            depends = run("dpkg-deb", "--field", str(package), "Depends")
            for library in ("libtbb12", "libhdf5-103-1", "libyaml-cpp0.7"):
                self.assertIn(library, depends)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
